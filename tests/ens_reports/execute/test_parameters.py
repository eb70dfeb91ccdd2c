import pytest

from ens_reports.errors import RequestError
from ens_reports.execute.parameters import complete_parameters
from ens_reports.params import Parameter

DECLARED = {
    "resamples": Parameter(type="int", default=200, help="Bootstrap resamples, a whole number."),
    "share": Parameter(type="float", default=0.5, help="Between 0 and 1."),
    "operations": Parameter(type="bool", default=True, help="Whether operations count."),
    "commodity": Parameter(type="str", help="A commodity."),
}


def test_defaults_fill_what_was_not_given() -> None:
    values = complete_parameters("hotspots", DECLARED, {"commodity": "ivory"})

    assert values == {"resamples": 200, "share": 0.5, "operations": True, "commodity": "ivory"}


def test_text_of_the_command_line_is_read_as_the_declared_type() -> None:
    values = complete_parameters("hotspots", DECLARED, {"commodity": "7", "resamples": "20", "share": "0.25", "operations": "false"})

    assert values == {"resamples": 20, "share": 0.25, "operations": False, "commodity": "7"}


def test_an_unknown_name_is_an_error_with_a_suggestion() -> None:
    with pytest.raises(RequestError) as caught:
        complete_parameters("hotspots", DECLARED, {"commodity": "ivory", "resample": 20})

    assert caught.value.message == "a parameter of hotspots must be one that it declares, got 'resample'"
    assert caught.value.hint == "did you mean resamples?"


def test_a_name_like_no_other_gets_the_list_of_names() -> None:
    with pytest.raises(RequestError) as caught:
        complete_parameters("hotspots", DECLARED, {"zzz": 1})

    assert caught.value.hint == "it declares resamples, share, operations, commodity"


def test_a_product_without_parameters_says_so() -> None:
    with pytest.raises(RequestError) as caught:
        complete_parameters("assessment", {}, {"zzz": 1})

    assert caught.value.hint == "it declares none"


def test_a_missing_value_is_an_error() -> None:
    with pytest.raises(RequestError) as caught:
        complete_parameters("hotspots", DECLARED, {})

    assert caught.value.message == "parameter commodity of hotspots must have a value, got none"
    assert caught.value.hint == "give one with --param commodity=VALUE"


@pytest.mark.parametrize(
    ("name", "value"),
    [("resamples", "many"), ("resamples", True), ("resamples", 2.0), ("share", "half"), ("operations", 1), ("commodity", 7)],
)
def test_an_ill_typed_value_is_an_error(name: str, value: object) -> None:
    """A yes-or-no is no number and a number no text, though Python would take the one for the other."""
    given = {"commodity": "ivory", name: value}

    with pytest.raises(RequestError) as caught:
        complete_parameters("hotspots", DECLARED, given)  # type: ignore[arg-type]

    assert caught.value.message == f"parameter {name} of hotspots must be of type {DECLARED[name].type}, got {value!r}"
    assert caught.value.hint == DECLARED[name].help
