"""The one input of a notebook: the folder `view/` beside it, with what one recipient may see."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property, lru_cache
from pathlib import Path
from typing import Literal

import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq
from pandas.api.extensions import ExtensionDtype
from pydantic import BaseModel, ConfigDict

from ens_reports.errors import RequestError
from ens_reports.locales import Language, open_language
from ens_reports.params import Confidentiality, Period, WrittenJudgement
from ens_reports.report.blocks import Frame
from ens_reports.report.others import Others, opened

__all__ = ["FRAMES", "Change", "Facts", "Others", "Period", "View", "WrittenJudgement", "open_view", "write_facts", "write_view"]

FRAMES = ("incidents", "others", "submissions", "regional", "capacity", "persons")
"""Parquet files of a view. `policy.view` writes them; the columns are listed in `View`."""
OWN = ("incidents", "submissions")
"""Those that hold the recipient's own alone."""


class Value(BaseModel):
    """Base of what `view.json` holds: frozen, and an unknown key is an error."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Change(Value):
    """A headline number of the edition before this one, for "what changed"."""

    measure: str
    value: float


class Facts(Value):
    """What a view says about itself. Nothing here tells what was withheld, or where the store stands."""

    schema_version: Literal[1] = 1
    product: str
    level: Literal["strategic", "operational", "tactical"]
    recipient: str
    recipient_kind: Literal["country", "body"]
    language: str
    languages_available: tuple[str, ...]
    reference: str
    marking: str
    confidentiality: dict[Frame, Confidentiality] = {}
    period: Period
    period_moved: bool
    cut_off: date
    synthetic: bool
    threshold: int
    min_owners: int
    dominance: float
    rounding: bool = True
    need_to_know: bool = False
    supersedes: str = ""
    next_due: date | None = None
    previous: tuple[Change, ...] = ()
    judgements: tuple[WrittenJudgement, ...] = ()
    parameters: dict[str, str | int | float | bool] = {}


@dataclass(frozen=True, kw_only=True)
class View:
    """What one recipient may see, for one product and period.

    Attributes:
        facts: Product, recipient, period, cut-off, thresholds, judgements.
        incidents: One row per record of the recipient's own: the core and area columns of the contracts, and
            `record_id` (text), `own` (bool: the recipient owns it), `owner` (the recipient's code; in `others` a name kept per
            recipient such as `P1`), `record_class` (police, administrative, partner, open_source), `date_from` and
            `date_to` (datetime64, first and last day it can be), `date_precision` (day, month, year),
            `about_recipient` (bool: reported in it, or it is on the route), `in_period` (bool: else it is history),
            `submission` (what it came with: the reference of an own one, else a name kept per recipient), `may_name`
            (bool: own, or its owner named the recipient or opened it to the consortium, so that its country may be named to it as
            one to meet or as one where a method was seen).
        others: Records of other owners that it may see, with the same columns, closed: `analysis.shown` says what may be told of them.
        submissions: One row per submission of the recipient's own: `own`, `owner`, `contract`, `reference`, `received_on`,
            `period_from`, `period_to` (datetime64), `agencies_covered`, `completeness`, `nil_return` (areas, separated by `;`),
            `rows_accepted`.
        regional: One row per country and measure, countries under names kept per recipient: `country` (`C1`, ...; the
            recipient itself under its code), `measure`, `value`.
        capacity: One row per year for which the recipient sent a return on its means: the columns of the contract, `record_id` and
            `submission`; by `return_year`. Empty in products that do not read it.
        persons: One row per person of the recipient's own of whom a notice could be asked for: `record_id`, `submission`, `subject_id`,
            `person_status`, `status_date`, `basis_reference`. Never a name, a minor, a victim or a witness. Empty in products that do
            not read it, which only tactical ones can.
        language: The reader's language.
    """

    facts: Facts
    incidents: pd.DataFrame
    others: Others
    submissions: pd.DataFrame
    regional: pd.DataFrame
    capacity: pd.DataFrame
    persons: pd.DataFrame

    def __post_init__(self) -> None:
        """Refuse a view that would put others' records beside own ones."""
        for name in OWN:
            _check_own(name, getattr(self, name))

    @cached_property
    def language(self) -> Language:
        """The language of the edition."""
        return open_language(self.facts.language)


class LaidView(View):
    """A view in a folder; each frame is read when it is asked for.

    Args:
        folder: The view's folder.
        facts: What stands in it about itself.
    """

    def __init__(self, folder: Path, facts: Facts) -> None:
        object.__setattr__(self, "facts", facts)
        object.__setattr__(self, "_folder", folder)

    def __getattr__(self, name: str) -> pd.DataFrame | Others:
        """Read a frame."""
        if name not in FRAMES:
            raise AttributeError(f"a view has {', '.join(FRAMES)}, got {name}", name=name, obj=self)
        with pq.ParquetFile(self.__dict__["_folder"] / f"{name}.parquet") as file:
            frame = file.read(use_threads=False).to_pandas()
        if name in OWN:
            _check_own(name, frame)
        held = Others(frame) if name == "others" else frame
        object.__setattr__(self, name, held)
        return held


def _check_own(name: str, frame: pd.DataFrame) -> None:
    if not frame["own"].astype(bool).all():
        raise ValueError(f"{name} of a view must be the recipient's own, got others'")


def open_view(folder: str | Path = "view", *, recipient: str, language: str) -> View:
    """Open the folder beside the notebook, and check that it is the view that the parameters speak of.

    Args:
        folder: The view's folder.
        recipient: The notebook's parameter, so that a report on one country can't carry another's records.
        language: The notebook's parameter.

    Returns:
        The view.

    Raises:
        RequestError: There is no view, or it is of another recipient or language.
    """
    place = Path(folder)
    if not (place / "view.json").is_file():
        raise RequestError(f"{place} must be a view, got no view.json there", hint="run `nox -s lab`, which writes an example view")
    facts = Facts.model_validate_json((place / "view.json").read_bytes())
    for name, asked, found in (("recipient", recipient, facts.recipient), ("language", language, facts.language)):
        if asked != found:
            raise RequestError(f"the view's {name} must be {asked}, got {found}", hint="parameters and view/ come from one run")
    return LaidView(place.resolve(), facts)


def open_incidents(folder: Path, columns: Sequence[str]) -> pd.DataFrame:
    """Read a few columns of a view's incidents, of two hundred.

    Args:
        folder: The view's folder.
        columns: Which; those that the view has come back, in this order.
    """
    with pq.ParquetFile(folder / "incidents.parquet") as file:
        there = set(file.schema_arrow.names)
        records: pd.DataFrame = file.read(columns=[name for name in columns if name in there]).to_pandas()
    return records


def write_view(folder: Path, view: View) -> None:
    """Write a view where a notebook will look for it; equal views give equal bytes.

    Args:
        folder: Where `view.json` and the Parquet files go.
        view: What the recipient may see.
    """
    folder.mkdir(parents=True, exist_ok=True)
    write_facts(folder, view.facts)
    for name in FRAMES:
        held = getattr(view, name)
        frame = opened(held) if isinstance(held, Others) else held
        (folder / f"{name}.parquet").write_bytes(_file(frame))


def _file(frame: pd.DataFrame) -> bytes:
    schema = _schema(tuple(frame.columns), tuple(frame.dtypes))
    return _bytes(_table(frame, schema)) if len(frame) else _blank(schema)


def _bytes(table: pa.Table) -> bytes:
    sink = pa.BufferOutputStream()
    pq.write_table(table, sink, write_statistics=False)
    content: bytes = sink.getvalue().to_pybytes()
    return content


@lru_cache(maxsize=64)
def _blank(schema: pa.Schema) -> bytes:
    return _bytes(schema.empty_table())


def _table(frame: pd.DataFrame, schema: pa.Schema) -> pa.Table:
    """A frame as a table; pandas would work out anew, column by column, what a hundred columns of known types are."""
    parts = [pa.array(frame[name].array, type=field.type, from_pandas=True) for name, field in zip(frame.columns, schema, strict=True)]
    return pa.Table.from_arrays(parts, schema=schema)


@lru_cache(maxsize=64)
def _schema(names: tuple[str, ...], kinds: tuple[ExtensionDtype, ...]) -> pa.Schema:
    blank = pd.DataFrame({name: pd.Series(dtype=kind) for name, kind in zip(names, kinds, strict=True)})
    return pa.Schema.from_pandas(blank, preserve_index=False)


def write_facts(folder: Path, facts: Facts) -> None:
    """Write what a view says about itself, where its frames lie already.

    Args:
        folder: Where `view.json` goes.
        facts: Of the view.
    """
    text = json.dumps(facts.model_dump(mode="json"), indent=2, sort_keys=True, ensure_ascii=False)
    (folder / "view.json").write_text(text + "\n", encoding="utf-8")
