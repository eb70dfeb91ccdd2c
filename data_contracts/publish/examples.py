"""Example submissions as parties would send them: `python -m data_contracts.publish.examples` writes them again, byte for byte."""

from dataclasses import dataclass, field, replace
from pathlib import Path

import pandas as pd

from data_contracts.publish.dressing import Style, Table, cover_lines, dress
from data_contracts.publish.faults import FAULTS
from data_contracts.publish.sheets import Sheet, write
from data_contracts.publish.synth import synth
from data_contracts.registry import contract

HERE = Path(__file__).parents[1] / "examples"
YEARS = range(2021, 2026)
SEED = 20260105


@dataclass(frozen=True, kw_only=True)
class Example:
    """One example submission.

    Attributes:
        party: Who sends it: the folder.
        file: Name of the file; its ending says the format.
        contract: Name of the contract; empty for a nil return.
        rows: Number of records before faults.
        style: How the party writes.
        sheet: How the file is laid out; table and cover are filled in.
        cover: Lines of the cover beside the usual ones.
        fault: Name of what is wrong with it, in `FAULTS`; empty for nothing.
        folder: `inbox` or `bad`.
        dropped: Columns that the party does not have.
        barred: Who may not see its newest incident: an example of a restriction on a single record.
    """

    party: str
    file: str
    contract: str
    rows: int = 0
    style: Style = field(default_factory=Style)
    sheet: Sheet = field(default_factory=lambda: Sheet(table=None, cover={}))
    cover: dict[str, str] = field(default_factory=dict)
    fault: str = ""
    folder: str = "inbox"
    dropped: tuple[str, ...] = ()
    barred: str = ""


def workbook(names: tuple[str, str], *titles: str, total: str = "") -> Sheet:
    """The layout of a workbook with a cover sheet.

    Args:
        names: Of the cover sheet and of the data sheet.
        titles: Lines above the headings.
        total: Label of a row of totals.
    """
    return Sheet(table=None, cover={}, names=names, titles=titles, total=total)


def text(*, delimiter: str = ",", encoding: str = "utf-8") -> Sheet:
    """The layout of separated text.

    Args:
        delimiter: Between cells.
        encoding: Of the text.
    """
    return Sheet(table=None, cover={}, delimiter=delimiter, encoding=encoding)


FRENCH = Style(language="fr", dates="cells", missing="")
SPANISH = Style(language="es", dates="slash", decimal=",", missing="s/d")
ARABIC = Style(language="ar", dates="slash")
PORTUGUESE = Style(language="pt", dates="cells")
ENGLISH = Style(language="en", dates="iso", decimal=".")
CODES = Style()
SEMICOLON = text(delimiter=";", encoding="cp1252")
LEAVES_OUT = (
    "date_basis",
    "quantity_basis",
    "evaluation_system",
    "source_evaluation",
    "information_evaluation",
    "disposal",
    "sanction_type",
)

EXAMPLES = (
    Example(
        party="CMR",
        file="saisies_faune_2021-2025.xlsx",
        contract="wildlife",
        rows=95,
        style=FRENCH,
        sheet=workbook(("Couverture", "Saisies"), "Données synthétiques - aucun cas réel", "Saisies de faune, 2021 à 2025", total="TOTAL"),
        cover={
            "agencies_covered": "Service de la faune; Douanes; Police",
            "nil_return": "Pêche",
            "national_priorities": "ivoire; pangolin",
        },
        fault="inexact_quantities",
    ),
    Example(
        party="KEN",
        file="kenya_wildlife_2021-2025.csv",
        contract="wildlife",
        rows=140,
        style=ENGLISH,
        sheet=text(),
        cover={"agencies_covered": "wildlife service; customs; police", "national_priorities": "ivory; live reptiles"},
        fault="rows_sent_twice",
    ),
    Example(
        party="KEN",
        file="kenya_forestry_2021-2025.tsv",
        contract="forestry",
        rows=40,
        style=replace(ENGLISH, dates="slash"),
        sheet=text(delimiter="\t"),
        cover={"agencies_covered": "forest service; police", "nil_return": "mining"},
    ),
    Example(
        party="KEN",
        file="kenya_capacity_2024-2025.csv",
        contract="capacity",
        rows=2,
        sheet=text(),
        cover={"agencies_covered": "police; customs"},
        dropped=("confidentiality", "diffusions_blue", "diffusions_green"),
    ),
    Example(
        party="PER",
        file="mineria_ilegal_2021-2025.csv",
        contract="mining",
        rows=62,
        style=SPANISH,
        sheet=SEMICOLON,
        cover={"agencies_covered": "Policía; Fiscalía", "completeness": "selected", "national_priorities": "oro; mercurio"},
        dropped=LEAVES_OUT,
    ),
    Example(
        party="PER",
        file="mineria_parcial_2025.csv",
        contract="mining",
        rows=12,
        style=SPANISH,
        sheet=SEMICOLON,
        cover={"agencies_covered": "Policía", "completeness": "sample"},
        fault="rows_without_date",
        dropped=LEAVES_OUT,
    ),
    Example(
        party="IDN",
        file="fisheries_2021-2025.json",
        contract="fisheries",
        rows=48,
        cover={"agencies_covered": "fisheries surveillance; navy", "national_priorities": "transshipment at sea"},
        dropped=("vessel_type", "vessel_name", "vessel_flag"),
    ),
    Example(
        party="IDN",
        file="capacity_2025.json",
        contract="capacity",
        rows=1,
        cover={"agencies_covered": "police; fisheries surveillance"},
        dropped=("confidentiality", "border_points", "border_points_i247", "score_techniques", "score_holistic"),
    ),
    Example(
        party="JOR",
        file="تلوث_2021-2025.xlsx",
        contract="pollution",
        rows=34,
        style=ARABIC,
        sheet=workbook(("الغلاف", "القضايا"), "بيانات اصطناعية"),
        cover={"agencies_covered": "وزارة البيئة; الجمارك", "nil_return": "التعدين; مصايد الأسماك"},
    ),
    Example(
        party="BRA",
        file="infracoes_florestais_2021-2025.xlsx",
        contract="forestry",
        rows=55,
        style=PORTUGUESE,
        sheet=workbook(("Capa", "Infrações"), "Dados sintéticos"),
        cover={"agencies_covered": "órgão ambiental; polícia", "national_priorities": "ipê; desmatamento"},
        dropped=("disposal", "date_basis"),
    ),
    Example(
        party="NGA",
        file="nigeria_wildlife_2021-2025.csv",
        contract="wildlife",
        rows=60,
        style=replace(ENGLISH, dates="dot"),
        sheet=text(delimiter=";"),
        cover={"agencies_covered": "customs; environment agency"},
        barred="CMR",
    ),
    Example(
        party="VNM",
        file="vietnam_wildlife_2021-2025.xlsx",
        contract="wildlife",
        rows=45,
        style=replace(ENGLISH, decimal="", dates="cells"),
        sheet=workbook(("cover", "Seizures"), "Synthetic data"),
        cover={"agencies_covered": "customs; environmental police", "confidentiality": "restricted"},
    ),
    Example(
        party="MAR",
        file="neant_2024-2025.xlsx",
        contract="",
        style=FRENCH,
        sheet=workbook(("Couverture", "")),
        cover={"agencies_covered": "Douanes; Eaux et forêts", "nil_return": "Espèces sauvages; Forêts; Exploitation minière"},
    ),
    Example(
        party="SEN",
        file="saisies_bois_2025.xlsx",
        contract="forestry",
        rows=16,
        style=FRENCH,
        sheet=replace(
            workbook(
                ("Couverture", "Saisies"), "RÉPUBLIQUE - données synthétiques, aucun cas réel", "Saisies de bois, 2025", total="TOTAL"
            ),
            merged="Lieu",
            subtotal="Sous-total",
            hidden=3,
        ),
        cover={"agencies_covered": "Eaux et forêts; Douanes"},
        fault="as_people_write",
        folder="bad",
    ),
    *(
        Example(party=party, file=f"{name}_faults.csv", contract=name, rows=14, sheet=text(), fault="one_of_each", folder="bad")
        for party, name in (("CMR", "wildlife"), ("IDN", "fisheries"), ("BRA", "forestry"), ("JOR", "pollution"), ("PER", "mining"))
    ),
    Example(party="KEN", file="incidents_faults.csv", contract="incidents", rows=14, sheet=text(), fault="one_of_each", folder="bad"),
)
"""The examples. Those in `inbox` are taken in when a workspace's inbox is empty; those in `bad` show what the checks find."""


def records(example: Example) -> pd.DataFrame:
    """The records of an example, as canonical text, faults included.

    Args:
        example: Not a nil return.
    """
    years = YEARS if example.rows > 20 else YEARS[-1:]  # noqa: PLR2004 - a small file is about one year
    made = synth(example.contract, country=example.party, rows=example.rows, seed=SEED, years=years)
    made = made.drop(columns=[name for name in example.dropped if name in made])
    made = _restricted(made, example) if example.barred else made
    return FAULTS[example.fault](made, example.contract) if example.fault else made


def _restricted(made: pd.DataFrame, example: Example) -> pd.DataFrame:
    newest = made["incident_id"].eq(made["incident_id"].iloc[-1])
    marked = made.assign(barred_recipients=pd.Series(example.barred, index=made.index, dtype="str").where(newest))
    return marked[[name for name in contract(example.contract).fields if name in marked]]


def sheet(example: Example) -> Sheet:
    """What is written into the file of an example.

    Args:
        example: The example.
    """
    table: Table | None = None
    if example.contract:
        table = dress(records(example), contract(example.contract), example.style)
    return replace(example.sheet, table=table, cover=_cover(example))


def build(folder: Path = HERE) -> tuple[Path, ...]:
    """Write all examples.

    Args:
        folder: Gets `inbox/<party>/<file>` and `bad/<party>/<file>`.

    Returns:
        The files.
    """
    paths = tuple(folder / example.folder / example.party / example.file for example in EXAMPLES)
    for path, example in zip(paths, EXAMPLES, strict=True):
        write(path, sheet(example))
    return paths


def _cover(example: Example) -> dict[str, str]:
    language = example.style.language if example.style.language in {"fr", "es", "ar", "pt"} else "en"
    lines = {
        "period_from": "2024-01-01",
        "period_to": "2025-12-31",
        "completeness": "all_cases",
        "confidentiality": "official",
        "consortium": "yes",
        "contact_post": f"NCB {example.party}, environmental security desk",
        "reply_language": "es" if language == "pt" else language,
        "synthetic": "yes",
    } | example.cover
    names = cover_lines(language)
    return {names[line]: value for line, value in lines.items()}


if __name__ == "__main__":
    for written in build():
        print(written.relative_to(HERE.parents[1]))  # noqa: T201 - a script that says what it wrote
