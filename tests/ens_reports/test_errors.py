import pickle

import pytest

from ens_reports import errors


@pytest.mark.parametrize(
    ("codes", "expected"),
    [((), 0), ((0, 0), 0), ((3, 2), 2), ((3, 4, 2), 4), ((5, 4), 5), ((1, 5), 1), ((6, 1), 6), ((0, 3), 3)],
)
def test_the_worst_outcome_decides_the_exit_code(codes: tuple[int, ...], expected: int) -> None:
    assert expected == errors.worst(codes)


def test_every_class_has_its_own_place_in_the_order() -> None:
    """A new class of error without a place would be forgotten when outcomes are combined."""
    codes = [errors.EnsError.exit_code, *(kind.exit_code for kind in errors.EnsError.__subclasses__())]

    assert sorted(errors.PRECEDENCE) == sorted([0, *codes])


def test_an_error_keeps_its_hint_across_processes() -> None:
    error = pickle.loads(pickle.dumps(errors.PolicyError("marking must not be lowered", hint="ask the owner")))  # noqa: S301 - our own bytes

    assert (errors.PolicyError, "marking must not be lowered", "ask the owner") == (type(error), error.message, error.hint)
