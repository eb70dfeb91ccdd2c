"""A contract as JSON Schema 2020-12: one record as a party may send it, and as intake keeps it."""

import json

from data_contracts import codelists
from data_contracts.fields import Field
from data_contracts.publish.groups import must_fill
from data_contracts.publish.samples import sample
from data_contracts.registry import Contract

Schema = dict[str, object]
DRAFT = "https://json-schema.org/draft/2020-12/schema"
TYPES = {"number": "number", "integer": "integer"}
"""Kinds that are no text."""


def json_schema(contract: Contract) -> str:
    """The schema of one record.

    Args:
        contract: The contract.

    Returns:
        JSON, always the same for the same contract. A field that is not recorded is left out of a record.
    """
    examples = sample(contract)
    schema: Schema = {
        "$schema": DRAFT,
        "$id": f"urn:ens:contract:{contract.name}:{contract.version}",
        "title": f"{contract.name}, version {contract.version}",
        "description": contract.description,
        "type": "object",
        "properties": {name: _property(field, contract, examples[name]) for name, field in contract.fields.items()},
        "required": [name for name, field in contract.fields.items() if must_fill(field, contract)],
        "additionalProperties": False,
        "$defs": {_name(field): {"enum": list(field.allowed)} for field in _listed(contract)},
    }
    return json.dumps(schema, ensure_ascii=False, indent=2) + "\n"


def _listed(contract: Contract) -> list[Field]:
    """Fields whose lists are written once for all; members of lists inside a cell are part of a pattern."""
    return [field for field in contract.fields.values() if field.codes and not field.open_list and not field.several]


def _name(field: Field) -> str:
    """What the list of a field is called: fields that allow the same share it."""
    always = "" if set(codelists.ALWAYS) <= set(field.allowed) else "_given"
    return "_".join(field.codes) + always


def _property(field: Field, contract: Contract, example: str) -> Schema:
    default = contract.defaults.get(field.name) or field.default
    told: Schema = {"title": field.label, "description": field.description, **_form(field)}
    told |= {"default": _typed(field, default)} if default else {}
    told |= {"examples": [_typed(field, example)]}
    told |= {"x-unit": field.unit} if field.unit else {}
    told |= {"x-lists": list(field.codes)} if field.codes else {}
    return told | ({"x-sensitive": True} if field.sensitive else {})


def _form(field: Field) -> Schema:
    """The type of a cell, and what it may be."""
    if field.numeric:
        limits = {"minimum": field.minimum, "maximum": field.maximum}
        return {"type": TYPES[field.kind], **{name: limit for name, limit in limits.items() if limit is not None}}
    if field.several:
        return {"type": "string", **_members(field)}
    if field.codes and not field.open_list:
        return {"type": "string", "$ref": f"#/$defs/{_name(field)}"}
    return {"type": "string", "minLength": 1, **({"pattern": _whole(field)} if field.pattern else {})}


def _members(field: Field) -> Schema:
    """Several words in one text, separated by semicolons."""
    words = "|".join(field.allowed) if field.allowed and not field.open_list else "|".join((field.pattern, *codelists.ALWAYS))
    word = f"({words})" if field.pattern or (field.allowed and not field.open_list) else "[^;]+"
    return {"pattern": f"^{word}(;{word})*$"}


def _whole(field: Field) -> str:
    """The pattern for the whole text; text with a form may also say none or unknown."""
    return f"^({field.pattern})$" if field.kind == "date" else f"^({'|'.join((field.pattern, *codelists.ALWAYS))})$"


def _typed(field: Field, text: str) -> object:
    if not field.numeric:
        return text
    return int(text) if field.kind == "integer" or text.lstrip("-").isdigit() else float(text)
