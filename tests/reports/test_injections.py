"""Every injection in every text field of every contract that a product reads: from the store through the door and a notebook to paper."""

import base64
import io
from datetime import date
from pathlib import Path

import notebooks
import openpyxl
import pandas as pd
import pytest
from hostile_report import Page
from injections import CANARY, INJECTIONS, LEAKED
from sample_report import edition_facts

from data_contracts.registry import SENT, Contract, contract
from ens_reports import params, policy
from ens_reports.locales import Language
from ens_reports.locales.hidden import marked
from ens_reports.params import Product, Project
from ens_reports.policy.columns import DERIVED, types, types_of_returns
from ens_reports.render.document import document
from ens_reports.render.embedded import Embedded
from ens_reports.report.blocks import Attachment, Block
from ens_reports.report.view import View
from ens_reports.store import Counts, Cover, Store, Submission

ROOT = Path(__file__).parents[2]
READ = ("incidents", "wildlife", "fisheries", "forestry", "pollution", "mining", "capacity")
PRODUCTS = ("country-threat-assessment", "hotspots-and-routes", "modus-operandi-bulletin")
HANDLING = {"allowed_recipients", "barred_recipients", "handling_code", "handling_scheme", "supplied_by"}
"""Fields that decide who sees a record."""
COMMON = {"record_type": "seizure", "record_class": "police", "date_precision": "day", "transport_mode": "sea", "concealment": "body"}


@pytest.fixture(scope="module")
def project() -> Project:
    return params.load(ROOT)


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Store:
    """Each contract's records of Kenya, each free field of which is an injection, another one in each record."""
    store = Store(tmp_path_factory.mktemp("store"))
    for name in READ:
        frame = _returns() if name == "capacity" else _incidents(contract(name))
        store.commit(_submission(name, len(frame)), frame, frame.iloc[:0])
    return store


@pytest.fixture(scope="module", params=PRODUCTS)
def product(request: pytest.FixtureRequest, project: Project) -> Product:
    return project.product(request.param)


@pytest.fixture(scope="module")
def view(store: Store, project: Project, product: Product) -> View:
    snapshot = store.snapshot()
    period, _ = policy.period(snapshot, project, product=product, recipient="KEN")
    given = {name: parameter.default for name, parameter in product.parameters.items() if parameter.default is not None}
    wish = policy.Wish(product=product, recipient="KEN", language="en", period=period, parameters=tuple(given.items()))
    return policy.view(snapshot, project, wish).view


@pytest.fixture(scope="module")
def blocks(view: View, product: Product, tmp_path_factory: pytest.TempPathFactory) -> list[Block]:
    with pytest.MonkeyPatch.context() as patch:
        name = product.notebook.removeprefix("reports/").removesuffix(".ipynb")
        return notebooks.blocks(name, view, folder=tmp_path_factory.mktemp("run"), monkeypatch=patch, **view.facts.parameters)


def test_the_view_has_each_of_them_as_it_is_read(view: View, product: Product, project: Project) -> None:
    """And nothing in it is hidden: what overrides direction, or commands a terminal, is a mark."""
    never = {"incident_id", *project.policy.levels[product.level].never, *HANDLING}
    frame = view.incidents

    for name in (name for name in _free("wildlife") if name not in never):
        assert {marked(one.text) for one in INJECTIONS} <= set(frame[name]), name


def test_pages_show_them_and_run_and_fetch_nothing(blocks: list[Block], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ENS_CANARY", CANARY)
    made = Embedded().render(document(blocks, edition_facts("en"), Language("en")), folder=tmp_path)
    page = Page(made.html)

    assert page.live == []
    assert "script" not in page.tags
    assert [] == [secret for secret in LEAKED if secret in made.html.read_text(encoding="utf-8")]


def test_the_workbook_of_own_records_holds_each_as_text(blocks: list[Block], product: Product) -> None:
    if product.name != "country-threat-assessment":
        assert not [block for block in blocks if isinstance(block, Attachment)]
        return
    (attached,) = (block for block in blocks if isinstance(block, Attachment))
    book = openpyxl.load_workbook(io.BytesIO(base64.b64decode(attached.content_base64)))
    cells = [cell for row in book["records"].iter_rows() for cell in row if cell.value is not None]

    assert {cell.data_type for cell in cells} <= {"s", "n"}
    assert not [cell for cell in cells if cell.hyperlink]
    read = {" ".join(str(cell.value).split()) for cell in cells}
    assert [] == [one.text for one in INJECTIONS if one.shown not in read]


def _free(name: str) -> list[str]:
    """Fields that hold whatever is written."""
    fields = SENT[name].fields.values()
    return [field.name for field in fields if field.kind in {"text", "list"} and not field.codes and not field.pattern]


def _incidents(contract: Contract) -> pd.DataFrame:
    texts = [one.text for one in INJECTIONS]
    area = contract.area or "wildlife"
    days = pd.Series([pd.Timestamp(2025, 1 + number % 12, 1 + number % 28) for number in range(len(texts))]).astype("datetime64[us]")
    free = {name: texts for name in _free(contract.name) if name not in HANDLING}
    columns = list(dict.fromkeys([*contract.fields, *DERIVED]))
    frame = pd.DataFrame(
        {
            **COMMON,
            **free,
            "incident_id": [f"{contract.name} {text}" for text in texts],
            "commodity": texts,
            "item_no": 1,
            "incident_count": 1,
            "crime_area": area,
            "reporting_country": "KEN",
            "incident_date": days.dt.strftime("%Y-%m-%d"),
            "date_from": days,
            "date_to": days,
        }
    )
    kinds = {name: kind for name, kind in types().items() if name in columns and name not in ("date_from", "date_to")}
    return frame.reindex(columns=columns).astype(kinds)


def _returns() -> pd.DataFrame:
    every = " ".join(one.text for one in INJECTIONS)
    free = {name: [every, every] for name in _free("capacity") if name not in HANDLING}
    frame = pd.DataFrame({"reporting_country": "KEN", "return_year": [2024, 2025], **free})
    kinds = {name: kind for name, kind in types_of_returns().items() if name in SENT["capacity"].fields}
    return frame.reindex(columns=list(SENT["capacity"].fields)).astype(kinds)


def _submission(name: str, rows: int) -> Submission:
    return Submission(
        id=f"KEN-{name}-0000000001",
        party="KEN",
        contract=name,
        contract_version=contract(name).version,
        file_name=f"{name}.csv",
        sha256=name,
        received_on=date(2026, 1, 20),
        cover=Cover(period_from=date(2024, 1, 1), period_to=date(2025, 12, 31)),
        counts=Counts(read=rows, accepted=rows, rejected=0, duplicate=0),
    )
