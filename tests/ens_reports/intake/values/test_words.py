import pytest

from ens_reports.intake.values.fold import fold
from ens_reports.intake.values.words import MISSING, NONE, QUALIFIER_OF, UNIT_OF, UNKNOWN, YES_NO_OF


def test_missing_unknown_and_none_are_three_things() -> None:
    """A blank is not recorded, `none` is looked for and not there, `unknown` cannot be known."""
    assert not MISSING & UNKNOWN
    assert not MISSING & NONE
    assert not NONE & UNKNOWN


@pytest.mark.parametrize("word", ["N/A", "NA", "n/d", "s/d", "non renseigné", "Sin dato", "—", "غير متوفر"])
def test_missing(word: str) -> None:
    assert fold(word) in MISSING


@pytest.mark.parametrize(
    ("table", "word", "code"),
    [
        (UNIT_OF, "pièces", "pcs"), (UNIT_OF, "Kilos", "kg"), (UNIT_OF, "toneladas", "t"), (UNIT_OF, "m³", "m3"),
        (QUALIFIER_OF, "environ", "about"), (QUALIFIER_OF, "plus de", "at_least"), (QUALIFIER_OF, "hasta", "at_most"),
        (YES_NO_OF, "Oui", "yes"), (YES_NO_OF, "não", "no"), (YES_NO_OF, "نعم", "yes"), (YES_NO_OF, "inconnu", "unknown"),
    ],
)  # fmt: skip
def test_tables(table: dict[str, str], word: str, code: str) -> None:
    assert table[fold(word)] == code
