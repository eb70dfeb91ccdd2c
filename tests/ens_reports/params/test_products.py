import pytest

from ens_reports.errors import RequestError
from ens_reports.params.products import Parameter, Product
from ens_reports.params.strict import parse

PLAIN = {"name": "a-b", "level": "strategic", "notebook": "reports/a.ipynb", "title": "A"}


def test_a_product_needs_four_keys() -> None:
    product = parse(PLAIN, Product, source="x")
    assert (product.scope, product.minimum, product.period.years, product.recipients.rule) == ("relevant", 0, 2, "submitters")


@pytest.mark.parametrize(
    ("kind", "value", "accepted"),
    [
        ("int", 3, True),
        ("int", 3.0, False),
        ("int", True, False),
        ("float", 3, True),
        ("float", 0.5, True),
        ("float", False, False),
        ("bool", True, True),
        ("bool", 1, False),
        ("str", "x", True),
        ("str", 1, False),
    ],
)
def test_a_parameter_accepts_its_type_alone(kind: str, value: object, *, accepted: bool) -> None:
    assert Parameter.model_validate({"type": kind, "help": "h"}).accepts(value) is accepted


def test_a_default_of_another_type_is_refused() -> None:
    with pytest.raises(RequestError) as caught:
        parse({**PLAIN, "parameters": {"weeks": {"type": "int", "default": "four", "help": "h"}}}, Product, source="x")
    assert caught.value.message.endswith("Value error, default must be of type int")


def test_a_default_keeps_its_type() -> None:
    product = parse({**PLAIN, "parameters": {"flag": {"type": "bool", "default": True, "help": "h"}}}, Product, source="x")
    assert product.parameters["flag"].default is True
