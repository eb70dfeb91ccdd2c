import re

import numpy as np
import pandas as pd
import pytest

from data_contracts.catalogue import CHECKS
from data_contracts.check import Check
from data_contracts.findings import Finding
from data_contracts.wording.between import BETWEEN
from data_contracts.wording.history import HISTORY
from data_contracts.wording.reading import READING
from ens_reports.intake.feedback.words_of import detail, in_order, label
from ens_reports.intake.findings import Collector, Located
from ens_reports.intake.prepare import without_place
from ens_reports.intake.source import Sheet
from ens_reports.intake.values.phrases import PHRASES
from ens_reports.locales import Language

EN = Language("en")


@pytest.mark.parametrize("check", READING, ids=lambda check: check.id)
def test_each_wording_of_reading_is_filled_by_what_it_names(check: object) -> None:
    statement = f"{check.statement} {check.fix} {check.cost}"  # type: ignore[attr-defined]
    values = {name: next(iter(PHRASES.get(name, "7"))) for name in re.findall(r"{(\w+)}", statement)}
    told = detail(without_place(check.id, values=values), EN)  # type: ignore[attr-defined]
    assert not re.search(r"[{}]", told.message + told.fix + told.cost)


def test_what_a_file_lacks_is_listed_with_what_each_gap_costs() -> None:
    values = {"fields": "place, outcome", "rows_place": "1", "rows_outcome": "1200"}
    told = detail(without_place("columns_absent", values=values), EN)
    assert told.message == "In the columns that were understood nothing is recorded about: place and outcome."
    assert told.cost.splitlines() == [
        "In your reports: ",
        "\u2022 1 record has no place: it is missing from maps and from the list of places.",
        "\u2022 1,200 records have no outcome: they are counted under outcome not known.",
    ]


def _located(check: str, field: str, header: str, rows: int = 11) -> Located:
    finding = Finding(check=check, field=field, rows=np.arange(2, 2 + rows))
    return Located(finding=finding, sheet=Sheet(name="", cells=pd.DataFrame()), column=0, header=header)


@pytest.mark.parametrize(
    ("rows", "cost"),
    [
        (11, "11 records have no transit country: they are missing from the routes map."),
        (1, "1 record has no transit country: it is missing from the routes map."),
    ],
)
def test_what_a_gap_costs_is_told_in_numbers(rows: int, cost: str) -> None:
    assert detail(_located("missing.transit_countries", "transit_countries", "Transit", rows), EN).cost == cost


@pytest.mark.parametrize(
    ("header", "message"),
    [
        ("Fecha", "\u201cIncident date\u201d must be given."),
        ("", "\u201cIncident date\u201d (incident_date) must be given."),
        ("INCIDENT_DATE", "\u201cIncident date\u201d (incident_date) must be given."),
    ],
)
def test_a_column_is_named_by_its_label_and_by_its_code_where_the_sender_knows_that(header: str, message: str) -> None:
    assert detail(_located("date_missing", "incident_date", header), EN).message == message


def test_other_columns_of_a_wording_are_named_too() -> None:
    told = detail(_located("permit_contradicts", "permit_status", "Permis"), EN)
    assert told.message == "\u201cPermit status\u201d must not be none where \u201cPermit number\u201d is given."


def test_a_code_keeps_its_direction_in_a_script_from_right_to_left() -> None:
    assert "\u2066incident_date\u2069" in label("incident_date", Language("ar"), coded=True)


def test_the_other_party_is_named_only_where_the_finding_names_it() -> None:
    values = {"party": "UGA", "signs": "container;date"}
    told = detail(without_place("same_incident_elsewhere", values=values), EN)
    assert told.message == "Uganda reports what seems to be the same incidents (the number of the container and the date): 1."
    assert detail(without_place("same_incident_elsewhere", values={**values, "party": ""}), EN).message.startswith("Another party reports")


@pytest.mark.parametrize("check", [*HISTORY, *BETWEEN], ids=lambda check: check.id)
def test_each_wording_of_comparisons_is_filled_by_what_it_names(check: Check) -> None:
    filled = {"skipped": "no_store", "party": "UGA", "signs": "date", "title": "quantity"}
    names = set(re.findall(r"{(\w+)}", f"{check.statement} {check.fix} {check.cost}"))
    values = {name: filled.get(name, "7") for name in names - {"field", "n", "other_references"}}
    told = detail(without_place(check.id, values=values), EN)
    assert not re.search(r"[{}]", told.message + told.fix + told.cost)


def test_errors_come_first() -> None:
    found = [without_place("blanks_trimmed"), without_place("file_empty"), without_place("year_disagrees")]
    assert [CHECKS[item.finding.check].severity for item in in_order(found)] == ["error", "warning", "note"]


def test_a_detail_names_sheet_header_and_cells() -> None:
    collector = Collector(sheet=Sheet(name="S", cells=pd.DataFrame()), header=("Date", "Pays\nde saisie"))
    collector.add(
        "value_not_in_table", range(2, 9), column=1, field_name="outcome", values={"value": "under_investigation"}, sample=["secret"]
    )
    told = detail(collector.found[0], EN)
    assert (told.sheet, told.header, told.count) == ("S", "Pays de saisie", 7)
    assert told.cells == ("S!B2", "S!B3", "S!B4", "S!B5", "S!B6")
    assert told.message == "Values that fit no single code were read as under investigation."
    assert "secret" not in repr(told)


@pytest.mark.parametrize(
    ("field", "lists", "name", "words"),
    [("outcome", "yes_no", "\u201cOutcome\u201d", "Yes; No"), ("origin_country", "countries", "\u201cOrigin country\u201d", "; and ")],
)
def test_a_word_outside_a_list_is_told_with_the_column_s_name_and_the_words_that_do(field: str, lists: str, name: str, words: str) -> None:
    finding = Finding(check="code_not_listed", field=field, rows=np.array([3]), values={"field": field, "list": lists})
    told = detail(Located(finding=finding, sheet=None, header="Colonne"), EN)
    assert told.message == f"{name} must hold a word of its list."
    assert words in told.fix
