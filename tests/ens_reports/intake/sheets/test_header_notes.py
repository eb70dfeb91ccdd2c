import pandas as pd

from data_contracts.registry import CONTRACTS
from ens_reports.intake.columns.cleaned import Columns
from ens_reports.intake.feedback.words_of import detail
from ens_reports.intake.findings import Collector
from ens_reports.intake.mappings.mapping import Mapping
from ens_reports.intake.sheets.header_notes import tell_headers, tell_unknown
from ens_reports.intake.sheets.identify import own_columns
from ens_reports.intake.sheets.table import Table
from ens_reports.intake.source import Sheet
from ens_reports.locales import Language

HEADER = ("Date", "Quantitiy", "Fecha del dron", "xyz")


def table(header: tuple[str, ...] = HEADER) -> Table:
    rows = pd.DataFrame({position: ["1"] for position in range(len(header))}, index=[2], dtype="str")
    return Table(sheet=Sheet(name="", cells=rows), header=header, header_row=1, rows=rows, set_aside=rows.iloc[:0])


def told(collector: Collector) -> list[tuple[str, int, dict[str, str]]]:
    return [(item.finding.check, item.column, vars(item.finding)["values"]) for item in collector.found]


def test_what_was_recognised_only_nearly_is_told() -> None:
    collector = Collector(sheet=table().sheet, header=HEADER)
    tell_headers(table(), own_columns(HEADER, CONTRACTS["wildlife"], party="KEN"), collector)
    assert told(collector) == [("header_approximate", 1, {"title": "quantity"})]


def test_a_draft_is_told() -> None:
    draft = Mapping.model_validate(
        {
            "name": "x",
            "party": "KEN",
            "confirmed": False,
            "contract": "wildlife",
            "title": "",
            "recognises": {"headers": ["a"]},
            "columns": {},
        }
    )
    collector = Collector(sheet=table().sheet, header=HEADER)
    tell_headers(table(), draft, collector)
    assert told(collector) == [("mapping_unconfirmed", -1, {"name": "x"})]
    tell_headers(table(), draft.model_copy(update={"confirmed": True}), again := Collector(sheet=table().sheet, header=HEADER))
    assert told(again) == []


def test_an_unknown_column_offers_a_field_that_is_free() -> None:
    collector = Collector(sheet=table().sheet, header=HEADER)
    columns, mapping = Columns(table(), collector), own_columns(HEADER, CONTRACTS["wildlife"], party="KEN")
    free = mapping.model_copy(update={"columns": {}})
    tell_unknown(columns, 2, free)
    tell_unknown(columns, 3, free)
    assert told(collector) == [("column_close", 2, {"title": "incident_date"}), ("column_unknown", 3, {})]


def test_a_field_that_is_filled_is_not_offered() -> None:
    collector = Collector(sheet=table().sheet, header=HEADER)
    tell_unknown(Columns(table(), collector), 2, own_columns(HEADER, CONTRACTS["wildlife"], party="KEN"))
    assert told(collector) == [("column_unknown", 2, {})]


def test_the_words_call_the_field_by_its_title() -> None:
    collector = Collector(sheet=table().sheet, header=HEADER)
    tell_headers(table(), own_columns(HEADER, CONTRACTS["wildlife"], party="KEN"), collector)
    assert detail(collector.found[0], Language("en")).message == (
        "The name of a column is close to a known one; it was read as “Quantity”."
    )


def test_the_other_meaning_is_said_in_words() -> None:
    header = ("Date de saisie", "Espèce")
    collector = Collector(sheet=table(header).sheet, header=header)
    tell_headers(table(header), own_columns(header, CONTRACTS["wildlife"], party="CMR"), collector)
    assert detail(collector.found[0], Language("en")).message == (
        "The name of a column can mean two things; it was read as “Incident date”, not as the day on which the record was typed in."
    )


def test_a_number_of_rows_is_told_as_such_and_a_number_of_cases_is_not() -> None:
    header = ("Date", "N°", "#", "xyz")
    rows = pd.DataFrame(
        {0: ["1", "2", "3"], 1: ["\u0661", "\u0662", "\u0663"], 2: ["7", "3", "9"], 3: ["1", "2", "3"]}, index=[2, 3, 4], dtype="str"
    )
    found = Table(sheet=Sheet(name="", cells=rows), header=header, header_row=1, rows=rows, set_aside=rows.iloc[:0])
    collector = Collector(sheet=found.sheet, header=header)
    for position in (1, 2, 3):
        tell_unknown(Columns(found, collector), position, own_columns(header, CONTRACTS["wildlife"], party="KEN"))
    assert told(collector) == [("column_ignored", 1, {"reason": "running_number"}), ("column_unknown", 2, {}), ("column_unknown", 3, {})]


def test_a_field_that_the_contract_does_not_have_is_not_offered() -> None:
    header = ("Date", "Pieces of timber")
    collector = Collector(sheet=table(header).sheet, header=header)
    for contract in ("wildlife", "forestry"):
        tell_unknown(Columns(table(header), collector), 1, own_columns(header, CONTRACTS[contract], party="KEN"))
    assert told(collector) == [("column_unknown", 1, {}), ("column_close", 1, {"title": "pieces"})]
