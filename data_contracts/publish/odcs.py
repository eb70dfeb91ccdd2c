"""A contract in the Open Data Contract Standard, version 3.1.0: for catalogues and tools that read it."""

import yaml

from data_contracts import codelists
from data_contracts.check import Check
from data_contracts.fields import Field
from data_contracts.publish.asked import Asked, asked
from data_contracts.publish.groups import must_fill
from data_contracts.publish.guidance import WHEN
from data_contracts.publish.samples import sample
from data_contracts.registry import Contract

Element = dict[str, object]
VERSION = "v3.1.0"
PURPOSE = "So that incidents of many countries can be counted, compared and acted on together."
USAGE = "Send records through the National Central Bureau, with a cover sheet, as CSV, Excel, OpenDocument, JSON or Parquet."
LIMITATIONS = "Records remain their owner's: it can restrict who sees them, correct them, and withdraw them at any time."
ENGINE = "ens"
"""Runs the checks of the catalogue."""
DIMENSIONS = (("_missing", "completeness"), ("missing.", "completeness"), ("_repeated", "uniqueness"), ("_not_valid", "timeliness"))
"""Part of a check's name -> what quality it is about."""


class _Plain(yaml.SafeDumper):
    """Writes equal lists twice instead of by reference, which not every reader follows."""

    def ignore_aliases(self, data: object) -> bool:
        """Never an alias."""
        del data
        return True


def odcs(contract: Contract) -> str:
    """The contract as YAML.

    Args:
        contract: The contract.

    Returns:
        A document that satisfies the standard's own JSON Schema; always the same for the same contract.
    """
    document: Element = {
        "apiVersion": VERSION,
        "kind": "DataContract",
        "id": f"ens-{contract.name}",
        "name": contract.name,
        "version": f"{contract.version}.0.0",
        "status": "active",
        "domain": "environmental security",
        "dataProduct": contract.family,
        "description": {"purpose": f"{contract.description}. {PURPOSE}", "usage": USAGE, "limitations": LIMITATIONS},
        "tags": ["environmental-security", contract.family],
        "schema": [_object(contract)],
    }
    return yaml.dump(document, Dumper=_Plain, sort_keys=False, allow_unicode=True, width=120, default_flow_style=False)


def _object(contract: Contract) -> Element:
    examples, checks = sample(contract), asked(contract)
    whole = [*_unique(contract), *(_quality(item.check) for item in checks if len(item.fields) != 1)]
    return {
        "name": contract.name,
        "logicalType": "object",
        "physicalType": "table",
        "businessName": contract.name.capitalize(),
        "description": contract.description,
        "dataGranularityDescription": _granularity(contract),
        "properties": [_property(field, contract, (examples[name], checks)) for name, field in contract.fields.items()],
        **({"quality": whole} if whole else {}),
    }


def _unique(contract: Contract) -> list[Element]:
    """No two rows of a file are one record, as the standard's own measure of repeated values."""
    if not contract.key:
        return []
    return [
        {
            "id": "key-unique",
            "name": "no record twice",
            "type": "library",
            "metric": "duplicateValues",
            "arguments": {"properties": list(contract.key)},
            "mustBe": 0,
            "unit": "rows",
            "dimension": "uniqueness",
            "severity": "warning",
        }
    ]


def _granularity(contract: Contract) -> str:
    return f"One row for each {', '.join(contract.key)}" if contract.key else "One row for a whole submission"


def _property(field: Field, contract: Contract, told: tuple[str, tuple[Asked, ...]]) -> Element:
    example, checks = told
    rules = [*_lists(field), *(_quality(item.check) for item in checks if item.fields == (field.name,))]
    place = contract.key.index(field.name) + 1 if field.name in contract.key else 0
    return {
        "name": field.name,
        "businessName": field.label,
        "description": field.description,
        "logicalType": field.kind if field.numeric else "string",
        **_options(field),
        "physicalType": {"number": "double", "integer": "int64"}.get(field.kind, "text"),
        "required": must_fill(field, contract),
        **({"primaryKey": True, "primaryKeyPosition": place} if place else {}),
        "classification": "need-to-know" if field.sensitive else "official",
        "examples": [float(example) if field.kind == "number" else int(example) if field.kind == "integer" else example],
        **_custom(field, contract),
        **({"quality": rules} if rules else {}),
    }


def _options(field: Field) -> Element:
    if field.numeric:
        limits = {"minimum": field.minimum, "maximum": field.maximum}
        options: Element = {name: limit for name, limit in limits.items() if limit is not None}
    else:
        options = {"pattern": f"^({field.pattern})$"} if field.pattern and not field.several else {}
    return {"logicalTypeOptions": options} if options else {}


def _custom(field: Field, contract: Contract) -> Element:
    """What the standard has no word for."""
    default = contract.defaults.get(field.name) or field.default
    values: Element = {
        "unit": field.unit,
        "separator": ";" if field.several else "",
        "requiredWhen": WHEN.get(field.name, "") if field.required == "condition" else "",
        "blankMeans": default,
        "codeLists": list(field.codes),
        "codeListsAsOf": max((date for name in field.codes for date in codelists.load(name)["as_of"]), default=""),
    }
    told = [{"property": name, "value": value} for name, value in values.items() if value]
    return {"customProperties": told} if told else {}


def _lists(field: Field) -> list[Element]:
    """The codes that a cell may hold, as the standard's own measure of invalid values."""
    if not field.allowed:
        return []
    return [
        {
            "id": f"{field.name}-values",
            "name": f"{field.name} is of its list",
            "type": "library",
            "metric": "invalidValues",
            "arguments": {"validValues": list(field.allowed)},
            "mustBe": 0,
            "unit": "rows",
            "dimension": "conformity",
            "severity": "note" if field.open_list else "warning",
        }
    ]


def _quality(check: Check) -> Element:
    """A check of the catalogue, in the words that senders read."""
    dimension = next((name for part, name in DIMENSIONS if part in check.id), "completeness" if check.gap else "conformity")
    return {
        "id": check.id.replace(".", "-"),
        "name": check.id,
        "type": "custom",
        "engine": ENGINE,
        "implementation": check.id,
        "description": check.statement,
        "severity": check.severity,
        "dimension": dimension,
        "businessImpact": check.cost,
        "customProperties": [
            {"property": "whatToDo", "value": check.fix},
            {"property": "rejectsTheRow", "value": check.blocking},
            {"property": "level", "value": check.level},
        ],
    }
