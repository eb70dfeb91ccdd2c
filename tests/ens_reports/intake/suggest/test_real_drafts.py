"""Drafts for six real files, against the mappings that analysts confirmed for them."""

from functools import cache

import pytest
from real import FILES, REAL, ROOT, needed

from ens_reports.intake.mappings.mapping import Mapping, load_mappings
from ens_reports.intake.read import read
from ens_reports.intake.suggest.draft import Draft, draft_of
from ens_reports.intake.suggest.suggested import largest_table
from ens_reports.intake.values.fold import fold_header

MAPPINGS = {mapping.name: mapping for mapping in load_mappings(ROOT / "params" / "mappings")}
PRECISION, RECALL = 0.85, 0.85

pytestmark = needed


@cache
def draft(name: str) -> Draft:
    table = largest_table(read(REAL / FILES[name]))
    assert table is not None
    return draft_of(table, party=MAPPINGS[name].party, title=FILES[name])


def confirmed(mapping: Mapping) -> dict[str, set[str]]:
    """Folded header -> fields that it feeds."""
    found: dict[str, set[str]] = {fold_header(name): {"incident_id"} for name in mapping.incident_id}
    options = [pair for group in mapping.options for option in group for pair in option.fields.items()]
    for field, rule in [*mapping.columns.items(), *options]:
        for name in rule.columns:
            found.setdefault(name, set()).add(field)
    return found


@pytest.mark.parametrize("name", FILES)
def test_the_contract_is_the_confirmed_one(name: str) -> None:
    assert draft(name).matched.contract.name == MAPPINGS[name].contract


def test_most_columns_are_those_that_analysts_confirmed() -> None:
    right = wrong = missed = 0
    for name in FILES:
        truth = confirmed(MAPPINGS[name])
        for column in draft(name).columns:
            wanted = truth.get(fold_header(column.header), set())
            right += column.field in wanted
            wrong += bool(column.field) and column.field not in wanted
            missed += not column.field and bool(wanted)
    assert right / (right + wrong) >= PRECISION
    assert right / (right + missed) >= RECALL


def test_what_names_origin_or_companies_is_refused() -> None:
    assert draft("raisg").not_taken["ator"] == "sensitive_origin_or_company"
