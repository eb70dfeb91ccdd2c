"""The six real files: the dirt that intake tells of is the dirt that plain pandas counts in the raw files."""

import json
import re
from collections import Counter
from datetime import date

import openpyxl
import pandas as pd
import pytest
from real import FILES, REAL, ROOT, needed

from ens_reports import intake
from ens_reports.intake import FileOutcome
from ens_reports.params import Project, Workspace, load
from ens_reports.store import Store

TODAY = date(2026, 1, 15)

pytestmark = [
    pytest.mark.slow,
    needed,
]


@pytest.fixture(scope="module")
def project() -> Project:
    return load(ROOT)


@pytest.fixture(scope="module")
def workspace(tmp_path_factory: pytest.TempPathFactory) -> Workspace:
    place = Workspace(tmp_path_factory.mktemp("real"))
    place.prepare()
    return place


@pytest.fixture(scope="module")
def outcomes(project: Project, workspace: Workspace) -> dict[str, FileOutcome]:
    paths = [REAL / name for name in FILES.values()]
    found = intake.take_in(paths, workspace=workspace, project=project, today=TODAY)
    return {outcome.mapping: outcome for outcome in found}


@pytest.fixture(scope="module")
def stored(outcomes: dict[str, FileOutcome], workspace: Workspace) -> dict[str, pd.DataFrame]:
    store = Store(workspace.root)
    by_submission = {outcome.submission: name for name, outcome in outcomes.items()}
    frame = pd.concat([pd.read_parquet(path) for path in (store.folder / "records").glob("*.parquet")])
    return {by_submission[str(name)]: part.set_index("source_row").sort_index() for name, part in frame.groupby("submission")}


def raw_csv(name: str, delimiter: str) -> pd.DataFrame:
    return pd.read_csv(REAL / FILES[name], sep=delimiter, dtype="str", keep_default_na=False)


def count(outcome: FileOutcome, check: str, header: str | None = None) -> int:
    """Places of a check, in one column or all; a check that did not fire has 0."""
    return sum(item.count for item in outcome.details if item.check == check and header in {None, item.header})


def severity(outcome: FileOutcome, check: str) -> set[str]:
    return {item.severity for item in outcome.details if item.check == check}


@pytest.fixture(scope="module")
def helcom() -> pd.DataFrame:
    return raw_csv("helcom", ",")


@pytest.fixture(scope="module")
def ibama() -> pd.DataFrame:
    return raw_csv("ibama", ";")


@pytest.fixture(scope="module")
def raisg() -> pd.DataFrame:
    features = json.loads((REAL / FILES["raisg"]).read_text(encoding="utf-8"))["features"]
    return pd.DataFrame([feature["properties"] for feature in features])


@pytest.fixture(scope="module")
def colombia() -> pd.DataFrame:
    return pd.DataFrame(json.loads((REAL / FILES["colombia"]).read_text(encoding="utf-8")))


@pytest.fixture(scope="module")
def eia() -> pd.DataFrame:
    rows = list(openpyxl.load_workbook(REAL / FILES["eia"])["INCIDENTS"].iter_rows(values_only=True))
    return pd.DataFrame(rows[1:], columns=pd.Index(range(len(rows[0]))), dtype=object)


def test_each_file_is_recognised_by_itself(outcomes: dict[str, FileOutcome]) -> None:
    assert {name: (outcome.party, outcome.contract) for name, outcome in outcomes.items()} == {
        "alcatrazes": ("ALCATRAZES", "fisheries"),
        "colombia": ("COL", "incidents"),
        "eia": ("EIA", "wildlife"),
        "helcom": ("HELCOM", "pollution"),
        "ibama": ("BRA", "forestry"),
        "raisg": ("RAISG", "mining"),
    }


def test_every_row_is_accounted_for(outcomes: dict[str, FileOutcome]) -> None:
    rows = {name: (o.rows_read, o.rows_accepted, o.rows_rejected, o.rows_duplicate) for name, o in outcomes.items()}
    assert rows == {
        "alcatrazes": (147, 147, 0, 0),
        "colombia": (1000, 1000, 0, 0),
        "eia": (1104, 1104, 0, 0),
        "helcom": (4338, 4338, 0, 0),
        "ibama": (5735, 5735, 0, 0),
        "raisg": (814, 713, 101, 0),
    }


def test_stored_records_are_the_accepted_rows(outcomes: dict[str, FileOutcome], stored: dict[str, pd.DataFrame]) -> None:
    assert {name: len(frame) for name, frame in stored.items()} == {name: outcome.rows_accepted for name, outcome in outcomes.items()}
    assert all(frame["record_id"].is_unique for frame in stored.values())


def test_taking_the_files_in_again_stores_nothing(outcomes: dict[str, FileOutcome], project: Project, workspace: Workspace) -> None:
    before = len(Store(workspace.root).submissions())
    again = intake.take_in([REAL / name for name in FILES.values()], workspace=workspace, project=project, today=TODAY)
    assert [(outcome.status, outcome.rows_read, outcome.rows_duplicate) for outcome in again] == [
        ("duplicate", outcomes[name].rows_read, outcomes[name].rows_read) for name in FILES
    ]
    assert len(Store(workspace.root).submissions()) == before


def test_helcom_dates(outcomes: dict[str, FileOutcome], helcom: pd.DataFrame, stored: dict[str, pd.DataFrame]) -> None:
    """Missing and unreadable dates are placed by the year, and a year that disagrees is told."""
    dates = pd.to_datetime(helcom["Date"], format="%d.%m.%Y", errors="coerce")
    missing = int((helcom["Date"] == "NA").sum())
    unreadable = int((dates.isna() & (helcom["Date"] != "NA")).sum())
    disagreeing = int((dates.notna() & (dates.dt.strftime("%Y") != helcom["Year"])).sum())
    assert (missing, unreadable, disagreeing) == (71, 1, 13)
    found = outcomes["helcom"]
    assert count(found, "date_missing_year_used") == missing
    assert count(found, "date_unreadable_year_used") == unreadable
    assert count(found, "year_disagrees") == disagreeing
    assert (stored["helcom"]["date_precision"] == "year").sum() == missing + unreadable
    assert severity(found, "date_missing_year_used") == {"warning"}


def test_helcom_finland(outcomes: dict[str, FileOutcome], helcom: pd.DataFrame, stored: dict[str, pd.DataFrame]) -> None:
    misspelt = int((helcom["Country"] == "Finlandnland").sum())
    assert count(outcomes["helcom"], "value_corrected", "Country") == misspelt == 36
    assert (stored["helcom"]["reporting_country"] == "FIN").sum() == (helcom["Country"] == "Finland").sum() + misspelt


def test_helcom_times_positions_and_missing_words(
    outcomes: dict[str, FileOutcome], helcom: pd.DataFrame, stored: dict[str, pd.DataFrame]
) -> None:
    found, times = outcomes["helcom"], helcom["Time_UTC"]
    dots, colons = times.str.contains(".", regex=False).sum(), times.str.contains(":", regex=False).sum()
    told = next(item for item in found.details if item.check == "times_mixed")
    assert told.message == f"Times are written with dots ({dots}) and with colons ({colons})."
    nowhere = ((helcom["Latitude"] == "0") & (helcom["Longitude"] == "0")).sum()
    assert count(found, "position_zero") == nowhere == 2
    assert stored["helcom"]["latitude"].isna().sum() == nowhere
    assert count(found, "missing_words", "Time_UTC") == (times == "NA").sum()
    assert "NAM" not in set(stored["helcom"]["reporting_country"])


def test_helcom_records_are_sightings_of_a_partner_without_a_polluter(
    outcomes: dict[str, FileOutcome], stored: dict[str, pd.DataFrame]
) -> None:
    records = stored["helcom"]
    kinds = records[["record_type", "record_class", "source_type", "polluter_identified", "medium"]].drop_duplicates()
    assert kinds.to_numpy().tolist() == [["sighting", "partner", "igo", "unknown", "sea"]]
    assert count(outcomes["helcom"], "polluter_not_recorded") == 4338


def test_helcom_zeros_are_not_measurements(outcomes: dict[str, FileOutcome], helcom: pd.DataFrame, stored: dict[str, pd.DataFrame]) -> None:
    zeros = (pd.to_numeric(helcom["EstimVol_m"]) == 0).sum()
    assert count(outcomes["helcom"], "zeros_not_recorded", "EstimVol_m") == zeros
    assert stored["helcom"]["volume_m3"].sum() == pytest.approx(pd.to_numeric(helcom["EstimVol_m"]).sum())


def test_eia_headers(outcomes: dict[str, FileOutcome]) -> None:
    header = [cell.value for cell in openpyxl.load_workbook(REAL / FILES["eia"])["INCIDENTS"][1]]
    repeated = max(Counter(header).values())
    told = next(item for item in outcomes["eia"].details if item.check == "header_repeated")
    assert (told.header, told.message) == (
        "C/UC",
        f"Several columns have the same name ({repeated}, but for case, accents and punctuation).",
    )
    broken = sum("\n" in text for text in header)
    told = next(item for item in outcomes["eia"].details if item.check == "header_with_line_breaks")
    assert told.message == f"Names of columns are broken over several lines ({broken})."


def test_eia_years(outcomes: dict[str, FileOutcome], eia: pd.DataFrame) -> None:
    found = outcomes["eia"]
    not_years = [value for value in eia[10] if not isinstance(value, int)]
    assert count(found, "year_unreadable", "Year") == len(not_years) == 10
    assert "SPLIT 2015-2016" in not_years
    differing = sum(isinstance(year, int) and hasattr(day, "year") and day.year != year for year, day in zip(eia[10], eia[11], strict=True))
    assert count(found, "year_disagrees") == differing == 2
    assert count(found, "date_unreadable_year_used") == sum(isinstance(value, str) for value in eia[11]) == 1


def test_eia_weights_mix_numbers_letters_and_blanks(outcomes: dict[str, FileOutcome], eia: pd.DataFrame) -> None:
    found = outcomes["eia"]
    scales = 'Scales weight (kg). Indicate "Y" if seized, but no weight given'
    assert count(found, "amount_unknown", scales) == (eia[28] == "Y").sum() == 67
    for column, header in ((26, "Reported weight (kg)"), (28, scales)):
        blanks = sum(isinstance(value, str) and value != "" and not value.strip() for value in eia[column])
        assert count(found, "cells_only_blanks", header) == blanks > 0


def test_eia_countries(outcomes: dict[str, FileOutcome], eia: pd.DataFrame, stored: dict[str, pd.DataFrame]) -> None:
    """54 raw names; blanks around ten of them, and only `Various` is no country: those records stand with their owner."""
    found, raw = outcomes["eia"], eia[6]
    assert raw.nunique() == 54
    assert count(found, "blanks_trimmed", "Country") == (raw != raw.str.strip()).sum()
    codes = stored["eia"]["reporting_country"]
    for name, code in (("China - Hong Kong", "HKG"), ("C\u00f4te d\u2019Ivoire", "CIV"), ("India", "IND"), ("Namibia", "NAM")):
        assert (codes == code).sum() == (raw.str.strip() == name).sum()
    assert (codes == "XXX").sum() == count(found, "reporting_country_unknown") == (raw == "Various").sum() == 5
    assert found.rows_rejected == 0


def test_eia_transport_spellings(outcomes: dict[str, FileOutcome], eia: pd.DataFrame, stored: dict[str, pd.DataFrame]) -> None:
    raw = eia[12].fillna("")
    road = raw.str.strip().str.lower() == "by road"
    assert (stored["eia"]["transport_mode"] == "road_private").sum() == road.sum()
    counts = eia[12][eia[12].fillna("").str.strip() != ""].value_counts()
    groups = counts.groupby(counts.index.str.strip().str.lower())
    unusual = sum(int(group.sum() - group.max()) for _, group in groups if len(group) > 1)
    assert count(outcomes["eia"], "spellings_several", "Transit type") == unusual


def test_alcatrazes_infractions(outcomes: dict[str, FileOutcome], stored: dict[str, pd.DataFrame]) -> None:
    raw, records = raw_csv("alcatrazes", ";"), stored["alcatrazes"]
    assert records["incident_id"].nunique() == raw["Id_infraction"].str.strip().nunique() == 84
    assert records.groupby("incident_id")["item_no"].max().sum() == len(raw)
    assert (records["date_precision"] == "month").all()
    assert count(outcomes["alcatrazes"], "dates_by_month") == len(raw)


def test_alcatrazes_species_and_decimals(outcomes: dict[str, FileOutcome], stored: dict[str, pd.DataFrame]) -> None:
    raw, records = raw_csv("alcatrazes", ";"), stored["alcatrazes"]
    none = (raw["species"] == "nofish").sum()
    assert count(outcomes["alcatrazes"], "nothing_found") == (records["commodity"] == "none").sum() == none
    assert records["scientific_name"].isna().sum() == none
    assert not records["scientific_name"].dropna().str.contains("_").any()
    assert records["catch_kg"].sum() == pytest.approx(raw["tot_biomass_kg"].str.replace(",", ".").astype(float).sum())
    assert records["latitude"].tolist() == pytest.approx(raw["lat"].str.replace(",", ".").astype(float).tolist())


def test_colombia_offences_and_areas(outcomes: dict[str, FileOutcome], colombia: pd.DataFrame, stored: dict[str, pd.DataFrame]) -> None:
    records = stored["colombia"]
    assert records["incident_count"].sum() == colombia["CANTIDAD_DELITOS"].sum() == 1030
    told = next(item for item in outcomes["colombia"].details if item.check == "rows_aggregated")
    assert told.message == "Rows stand for several incidents: 1000 rows are 1030 incidents."
    article = colombia["DELITO"].str.extract(r"ARTICULO (\d+)", expand=False)
    several = article.isin(["328", "331", "339"]).sum()
    assert count(outcomes["colombia"], "area_undetermined") == (records["crime_area"] == "undetermined").sum() == several == 619
    for number, area in (("336", "wildlife"), ("335", "fisheries"), ("338", "mining"), ("332", "pollution")):
        assert set(records.loc[records["offence_code"] == number, "crime_area"]) == {area}
        assert (records["offence_code"] == number).sum() == (article == number).sum()


def test_colombia_dates_and_codes(outcomes: dict[str, FileOutcome], colombia: pd.DataFrame, stored: dict[str, pd.DataFrame]) -> None:
    days = pd.to_datetime(colombia["FECHA_HECHO"], unit="ms").dt.strftime("%Y-%m-%d")
    assert stored["colombia"]["incident_date"].tolist() == days.tolist()
    for header, digits in (("COD_DEPTO", 2), ("COD_MUNICIPIO", 5)):
        lost = (colombia[header].astype(str).str.len() < digits).sum()
        assert count(outcomes["colombia"], "codes_lost_zeros", header) == lost == 718
    assert stored["colombia"]["place_name"].iloc[0] == "CACERES (05120)"


def test_ibama_outcomes(outcomes: dict[str, FileOutcome], ibama: pd.DataFrame, stored: dict[str, pd.DataFrame]) -> None:
    annulled = ibama["situcaoDebito"].str.contains("ancelado").sum()
    assert count(outcomes["ibama"], "outcome_annulled") == (stored["ibama"]["outcome"] == "annulled").sum() == annulled == 355
    assert set(stored["ibama"]["record_class"]) == {"administrative"}
    assert count(outcomes["ibama"], "value_not_in_table") == 0


def test_ibama_amounts_are_fines(outcomes: dict[str, FileOutcome], ibama: pd.DataFrame, stored: dict[str, pd.DataFrame]) -> None:
    """The record in two halves has its amount in the unnamed column."""
    records = stored["ibama"]
    amounts = pd.to_numeric(ibama["valorAuto"], errors="coerce").sum() + 3500.0
    assert records["sanction_amount"].sum() == pytest.approx(amounts)
    assert records["value"].isna().all()
    assert records["scientific_name"].isna().all()
    assert count(outcomes["ibama"], "amount_is_fine") == 5735


def test_ibama_currencies(ibama: pd.DataFrame, stored: dict[str, pd.DataFrame]) -> None:
    days = pd.to_datetime(ibama["dataAuto"], format="%d/%m/%Y", errors="coerce")
    starts = pd.to_datetime(["1967-02-13", "1986-02-28", "1989-01-16", "1990-03-16", "1993-08-01", "1994-07-01", "2100-01-01"])
    expected = pd.cut(days.dropna(), bins=starts, right=False, labels=["BRB", "BRC", "BRN", "BRE", "BRR", "BRL"])
    found = stored["ibama"]["sanction_currency"].value_counts().to_dict()
    assert found == {**expected.value_counts()[lambda n: n > 0].to_dict(), "BRL": int((expected == "BRL").sum()) + 1}


def test_ibama_broken_record_counts_once(outcomes: dict[str, FileOutcome], stored: dict[str, pd.DataFrame]) -> None:
    lines = (REAL / FILES["ibama"]).read_text(encoding="utf-8").splitlines()
    number = lines.index("3500.0;7/1/2008;;;") + 1
    assert lines[number - 2] == ";;;;"
    assert outcomes["ibama"].rows_read == len(lines) - 2
    record = stored["ibama"].loc[number]
    assert (record["incident_date"], record["sanction_amount"]) == ("2008-01-07", 3500.0)
    told = next(item for item in outcomes["ibama"].details if item.check == "record_rejoined")
    assert (told.count, told.cells) == (1, (str(number),))


def test_ibama_dates_with_and_without_padding(outcomes: dict[str, FileOutcome], ibama: pd.DataFrame) -> None:
    unpadded = ibama["dataAuto"].str.contains(r"(?:^|/)\d/").sum()
    assert count(outcomes["ibama"], "dates_padded_or_not") == unpadded + 1
    assert count(outcomes["ibama"], "header_unnamed") == 1


def test_raisg_years_and_positions(outcomes: dict[str, FileOutcome], raisg: pd.DataFrame, stored: dict[str, pd.DataFrame]) -> None:
    undated = (~raisg["fecha_situ"].fillna("").str.fullmatch(r"\d{4}")).sum()
    assert outcomes["raisg"].rows_rejected == undated == 101
    assert count(outcomes["raisg"], "attribute_position_zero") == (raisg["coordenada"] == 0).sum() == 607
    assert (stored["raisg"]["latitude"] != 0).all()
    assert count(outcomes["raisg"], "reference_system") == 1


def test_raisg_languages_and_unknown(outcomes: dict[str, FileOutcome], raisg: pd.DataFrame, stored: dict[str, pd.DataFrame]) -> None:
    dated = raisg[raisg["fecha_situ"].fillna("").str.fullmatch(r"\d{4}")]
    gold = dated["substancia"].fillna("").str.lower().str.contains(r"^(?:oro|ouro)").sum()
    assert (stored["raisg"]["mineral"] == "gold").sum() == gold
    unknown = raisg["situación"].fillna("").str.lower().str.match(r"s\.i|sin info").sum()
    assert count(outcomes["raisg"], "unknown_in_words", "situación") == unknown
    spellings = {
        value
        for name in ("situación", "substancia", "ator", "metodoexpl")
        for value in raisg[name].dropna()
        if re.match(r"(?i)s\.i|sin info", value)
    }
    assert len(spellings) == 4
    assert set(stored["raisg"]["site_status"].dropna()) == {"active", "inactive", "unknown"}


def test_raisg_cut_headers(outcomes: dict[str, FileOutcome], raisg: pd.DataFrame) -> None:
    cut = sum(len(name) == 10 for name in raisg.columns)
    told = next(item for item in outcomes["raisg"].details if item.check == "headers_cut")
    assert told.message == f"Names of columns were cut after 10 characters ({cut})."


def test_raisg_sensitive_column_is_nowhere(outcomes: dict[str, FileOutcome], raisg: pd.DataFrame, workspace: Workspace) -> None:
    """What `ator` holds is neither in the records nor in the quarantine."""
    assert count(outcomes["raisg"], "column_not_taken", "ator") == raisg["ator"].notna().sum()
    words = {value for value in raisg["ator"].dropna().unique() if "garimpeiros+" in value or "Brasileros" in value}
    store = Store(workspace.root)
    for path in store.folder.rglob("*.parquet"):
        frame = pd.read_parquet(path)
        held = {str(value) for name in frame.columns for value in frame[name].dropna().unique()}
        assert not words & held
    quarantine = store.quarantine(outcomes["raisg"].submission)
    assert not any("ator" in name for name in quarantine.columns)
    assert len(quarantine) == 101


def test_records_that_are_not_police(stored: dict[str, pd.DataFrame]) -> None:
    assert {name: set(frame["record_class"]) for name, frame in stored.items()} == {
        "alcatrazes": {"partner"},
        "colombia": {"police"},
        "eia": {"partner"},
        "helcom": {"partner"},
        "ibama": {"administrative"},
        "raisg": {"partner"},
    }


def test_what_sources_says_of_names_words_and_dates(
    outcomes: dict[str, FileOutcome], raisg: pd.DataFrame, colombia: pd.DataFrame, stored: dict[str, pd.DataFrame]
) -> None:
    """A header's typo, snake_case species, two languages in one column, and dates counted in milliseconds."""
    assert count(outcomes["ibama"], "header_misspelt", "situcaoDebito") == 1
    species = raw_csv("alcatrazes", ";")["species"]
    assert count(outcomes["alcatrazes"], "names_restyled", "species") == (species.str.contains("_") & (species != "nofish")).sum()
    words = raisg["substancia"].fillna("").str.strip().str.lower().str.split(r"\s*(?:/|,| y )\s*", regex=True).str[0]
    portuguese = words.isin(["ouro"]).sum()
    assert 0 < portuguese <= count(outcomes["raisg"], "words_several", "substancia")
    assert count(outcomes["raisg"], "words_several", "situación") > 0
    assert count(outcomes["colombia"], "dates_counted", "FECHA_HECHO") == len(colombia)
    assert count(outcomes["colombia"], "value_not_in_table") == 0
    assert count(outcomes["helcom"], "missing.position") == 0
    assert stored["helcom"]["latitude"].isna().sum() == count(outcomes["helcom"], "position_zero")


def test_what_a_whole_file_lacks_is_one_finding(outcomes: dict[str, FileOutcome], stored: dict[str, pd.DataFrame]) -> None:
    for name, outcome in outcomes.items():
        told = [item for item in outcome.details if item.check.startswith("columns_absent")]
        assert len(told) == 1
        whole = [item for item in outcome.details if item.check.startswith("missing.") and item.count == len(stored[name])]
        assert {item.check for item in whole} <= {"missing.day"}
