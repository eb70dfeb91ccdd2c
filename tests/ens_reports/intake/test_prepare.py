from datetime import date

import pandas as pd
from mapped import make_table

from data_contracts.registry import CONTRACTS
from ens_reports.intake.mappings.mapping import Mapping
from ens_reports.intake.prepare import Prepared, prepare
from ens_reports.store import record_digests, record_ids

NOTHING = pd.DataFrame({"record_id": [], "record_digest": [], "submission": []}, dtype="str")
RULES = {
    "incident_id": {"column": "No"},
    "incident_date": {"column": "Date"},
    "reporting_country": {"constant": "KEN"},
    "scientific_name": {"column": "Species"},
    "place_name": {"column": "Place"},
    "quantity": {"column": "kg"},
    "origin_country": {"column": "Origin"},
}


def run(in_force: pd.DataFrame = NOTHING, **cells: str) -> Prepared:
    row = {
        "No": "1",
        "Date": "2024-01-02",
        "Species": "Manis spp.",
        "Place": "Nairobi",
        "kg": "3",
        "Origin": "UGA",
        "ator": "secret",
    } | cells
    content = {"name": "m", "party": "KEN", "contract": "wildlife", "title": "t", "recognises": {"headers": ["x"]}, "columns": RULES}
    mapping = Mapping.model_validate({**content, "not_taken": {"ator": "sensitive_person"}, "notes": {"amount_is_fine": {}}})
    table = make_table({name: [value] for name, value in row.items()})
    return prepare(table, mapping, CONTRACTS["wildlife"], party="KEN", in_force=in_force, today=date(2026, 1, 1))


def held(prepared: Prepared) -> pd.DataFrame:
    ids, digests = record_ids(prepared.accepted, "KEN"), record_digests(prepared.accepted)
    return pd.DataFrame({"record_id": ids, "record_digest": digests, "submission": "KEN-1"})


def checks(prepared: Prepared) -> dict[str, int]:
    return {item.finding.check: item.finding.count for item in prepared.found}


def test_a_new_record_is_accepted() -> None:
    prepared = run()
    assert (len(prepared.accepted), prepared.rejected, prepared.duplicate) == (1, (), ())
    assert checks(prepared)["amount_is_fine"] == 1


def test_a_known_record_is_a_duplicate_and_a_changed_one_a_revision() -> None:
    before = held(run())
    same, changed = run(before), run(before, kg="4")
    assert (len(same.accepted), same.duplicate, checks(same)["records_known"]) == (0, (2,), 1)
    assert (same.repeats, changed.repeats) == (("KEN-1",), ())
    assert (len(changed.accepted), changed.duplicate, checks(changed)["records_revised"]) == (1, (), 1)


def test_quarantine_has_no_column_that_must_not_be_taken_in() -> None:
    kept = run(Date="soon").quarantine()
    assert kept.columns.tolist() == ["1 No", "2 Date", "3 Species", "4 Place", "5 kg", "6 Origin"]
    assert kept.loc[2].tolist() == ["1", "soon", "Manis spp.", "Nairobi", "3", "UGA"]


def test_a_word_for_not_recorded_in_many_columns_is_one_finding() -> None:
    few, many = run(Place="N/D", kg="N/D", Origin="N/D"), run(Species="N/D", Place="N/D", kg="N/D", Origin="N/D")
    told = [item for item in few.found if item.finding.check == "missing_words"]
    assert [item.column for item in told] == [3, 4, 5]
    told = [item for item in many.found if item.finding.check == "missing_words"]
    assert [(item.column, dict(item.finding.values.items())) for item in told] == [(-1, {"words": "N/D", "number": "4"})]  # noqa: PD011 - a finding is no frame


def test_findings_of_validation_name_the_sender_s_column() -> None:
    told = next(item for item in run(kg="xx").found if item.finding.check == "number_unreadable")
    assert (told.header, told.addresses()) == ("kg", ("E2",))
