from dataclasses import replace

import numpy as np
import pytest

from data_contracts.catalogue import CHECKS
from data_contracts.findings import Finding
from ens_reports.intake.feedback.causes import TELLS_MORE, one_for_each_cause
from ens_reports.intake.findings import Located


def located(check: str, field: str, rows: list[int], sample: tuple[str, ...] = ()) -> Located:
    finding = Finding(check=check, field=field, rows=np.array(rows, dtype=np.int64), values={"n": str(len(rows))}, sample=sample)
    return Located(finding=finding, sheet=None)


def told(*found: Located) -> list[tuple[str, list[int], dict[str, str], tuple[str, ...]]]:
    return [
        (one.finding.check, one.finding.rows.tolist(), dict(vars(one.finding)["values"]), one.finding.sample)
        for one in one_for_each_cause(found)
    ]


def test_a_country_that_is_asked_about_is_not_told_again_as_not_listed() -> None:
    asked = located("country_ambiguous", "origin_country", [2, 3], ("Congo",))
    assert told(asked, located("country_not_listed", "origin_country", [2, 3], ("Congo",))) == told(asked)


def test_other_cells_of_the_same_column_are_still_told() -> None:
    asked = located("country_ambiguous", "origin_country", [2], ("Congo",))
    assert told(asked, located("country_not_listed", "origin_country", [2, 5], ("Congo", "Ruritania")))[1:] == [
        ("country_not_listed", [5], {"n": "1"}, ("Ruritania",))
    ]


def test_two_fields_of_one_column_tell_of_the_same_cells_once() -> None:
    first, second = (replace(located("number_unreadable", name, [2, 3]), column=4) for name in ("catch_kg", "quantity"))
    assert told(first, second) == told(first)
    assert len(told(first, replace(second, column=5))) == len(told(first, replace(second, finding=located("x", "y", [2]).finding))) == 2


@pytest.mark.parametrize("field", ["destination_country", "transit_countries"])
def test_another_column_is_another_cause(field: str) -> None:
    found = [located("country_ambiguous", "origin_country", [2]), located("country_not_listed", field, [2])]
    assert told(*found) == [("country_ambiguous", [2], {"n": "1"}, ()), ("country_not_listed", [2], {"n": "1"}, ())]


@pytest.mark.parametrize(("field", "missing"), [("value", "currency"), ("sanction_amount", "sanction_currency")])
def test_a_currency_that_is_asked_about_at_its_amount_is_not_missing_too(field: str, missing: str) -> None:
    asked = located("currency_unclear", field, [2])
    assert told(asked, located(f"{missing}_missing", missing, [2])) == told(asked)
    assert len(told(located("currency_unclear", "value", [2]), located("sanction_currency_missing", "sanction_currency", [2]))) == 2


def test_a_word_that_is_close_to_one_of_the_list_is_told_once() -> None:
    asked = located("code_misspelt", "outcome", [2])
    assert told(asked, located("code_not_listed", "outcome", [2])) == told(asked)


def test_all_checks_are_of_the_catalogue() -> None:
    assert {*TELLS_MORE, *(check for checks in TELLS_MORE.values() for check in checks)} <= set(CHECKS)
