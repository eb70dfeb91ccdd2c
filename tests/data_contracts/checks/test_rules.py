import pandas as pd

from data_contracts.checks.notes import Notes
from data_contracts.checks.rules import Rule, apply, both, is_one_of, needs, none_of

RECORDS = pd.DataFrame(
    {
        "record_type": ["seizure", "seizure", "nil"],
        "quantity": [5.0, None, 5.0],
        "unit": pd.Series(["kg", None, None], dtype="str", index=[2, 3, 4]),
    },
    index=[2, 3, 4],
)


def test_masks() -> None:
    assert needs("unit", "quantity")(RECORDS).tolist() == [False, False, True]
    assert none_of("unit", "quantity")(RECORDS).tolist() == [False, True, False]
    assert is_one_of("record_type", "nil", "offence")(RECORDS).tolist() == [False, False, True]
    assert both(is_one_of("record_type", "nil"), needs("unit", "quantity"))(RECORDS).tolist() == [False, False, True]


def test_failed_cells_are_blanked_or_set_and_the_input_is_not_changed() -> None:
    notes = Notes()
    rules = (
        Rule(check="unit_missing", column="unit", fails=is_one_of("unit", "kg"), blanks=("quantity",)),
        Rule(check="mineral_missing", column="unit", fails=none_of("unit"), sets="unknown"),
    )
    changed = apply(RECORDS, rules, notes)
    assert changed["quantity"].isna().tolist() == [True, True, False]
    assert changed["unit"].fillna("-").tolist() == ["kg", "unknown", "-"], "a nil return is left alone"
    assert RECORDS["quantity"].isna().tolist() == [False, True, False]
    assert [(finding.check, finding.rows.tolist()) for finding in notes.found] == [("unit_missing", [2]), ("mineral_missing", [3])]


def test_blank_that_has_its_finding_is_not_noted_again_and_still_acted_on() -> None:
    notes = Notes()
    notes.add("code_not_listed", "unit", pd.Series([False, True, False], index=RECORDS.index))
    changed = apply(RECORDS, [Rule(check="unit_missing", column="unit", fails=none_of("unit"), sets="pcs")], notes)
    assert changed.loc[3, "unit"] == "pcs"
    assert [finding.check for finding in notes.found] == ["code_not_listed"]
