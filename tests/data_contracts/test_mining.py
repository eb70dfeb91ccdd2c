from data_contracts.registry import contract

OWN = [
    "mineral",
    "activity",
    "method",
    "site_ref",
    "site_status",
    "observed_date_basis",
    "licence_type",
    "land_status",
    "area_ha",
    "river_affected",
    "mercury_use",
    "mercury_kg",
    "cyanide_use",
    "machinery",
    "workers_estimated",
    "children_observed",
    "armed_presence",
    "illegal_payments",
    "traceability_scheme",
    "traceability_status",
    "purity_permille",
    "actor_type",
]


def test_own_columns() -> None:
    assert list(contract("mining").fields)[69:] == OWN
