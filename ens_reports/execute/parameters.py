"""The typed model that a notebook's parameters pass before anything runs: papermill only logs a name that it does not know."""

from collections.abc import Mapping

from pydantic import TypeAdapter, ValidationError
from rapidfuzz.process import extractOne

from ens_reports.errors import RequestError
from ens_reports.params import Parameter

Literal = str | int | float | bool
"""What a parameter can be: what papermill writes into a cell and reads back the same."""

TYPES: dict[str, TypeAdapter[Literal]] = {
    "str": TypeAdapter(str),
    "int": TypeAdapter(int),
    "float": TypeAdapter(float),
    "bool": TypeAdapter(bool),
}


def complete_parameters(product: str, declared: Mapping[str, Parameter], given: Mapping[str, Literal]) -> dict[str, Literal]:
    """Check what was given against what the product declares, and fill in the defaults.

    Args:
        product: The product's name, for messages.
        declared: The product's parameters by name.
        given: Values by name; text is read as the declared type, as it comes from the command line.

    Returns:
        A value for every declared parameter, in the order of declaration.

    Raises:
        RequestError: A parameter is unknown, missing, or of another type.
    """
    for name in given:
        if name not in declared:
            raise RequestError(f"a parameter of {product} must be one that it declares, got {name!r}", hint=_suggestion(name, declared))
    return {name: _value(product, name, parameter, given) for name, parameter in declared.items()}


def _value(product: str, name: str, parameter: Parameter, given: Mapping[str, Literal]) -> Literal:
    value = given.get(name, parameter.default)
    if value is None:
        raise RequestError(f"parameter {name} of {product} must have a value, got none", hint=f"give one with --param {name}=VALUE")
    try:
        return TYPES[parameter.type].validate_python(value, strict=not isinstance(value, str))
    except ValidationError:
        raise RequestError(f"parameter {name} of {product} must be of type {parameter.type}, got {value!r}", hint=parameter.help) from None


def _suggestion(name: str, declared: Mapping[str, Parameter]) -> str:
    if not declared:
        return "it declares none"
    closest = extractOne(name, list(declared), score_cutoff=60)
    return f"did you mean {closest[0]}?" if closest else f"it declares {', '.join(declared)}"
