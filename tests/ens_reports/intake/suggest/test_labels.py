from data_contracts.registry import CONTRACTS
from ens_reports.intake.suggest.labels import Near, code_of, near

OUTCOME = CONTRACTS["wildlife"].fields["outcome"]
MINERAL = CONTRACTS["mining"].fields["mineral"]


def test_a_label_in_any_language_is_a_code() -> None:
    assert [code_of(text, MINERAL) for text in ("oro", "OR", "gold", "ذهب", "silver")] == ["gold", "gold", "gold", "gold", ""]
    assert code_of("inconnu", OUTCOME) == "unknown"


def test_a_value_near_one_label_means_it() -> None:
    assert near("Convictedd", OUTCOME) == Near(code="convicted", label="convicted")
    assert near("16 people convicted", OUTCOME) == Near(code="convicted", label="convicted")


def test_a_value_near_none_or_two_labels_means_nothing() -> None:
    assert near("xyz", OUTCOME) is None
    assert near("Bail absconded", OUTCOME) is None
    assert near("charged, then convicted", OUTCOME) is None
