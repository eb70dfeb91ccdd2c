"""Whose file it is, and under which contract its columns fall."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from pathlib import Path

import yaml

from data_contracts.registry import CONTRACTS, Contract
from ens_reports.intake.fold import fold_header
from ens_reports.intake.mapping import Mapping, Recognises, Rule
from ens_reports.params import Project

MIN_KNOWN = 4
"""Columns that must be known before a file counts as one of a contract."""
DATE = "incident_date"
COUNTRY = "reporting_country"
OWNER = "supplied_by"


@dataclass(frozen=True, kw_only=True)
class Asked:
    """What the caller says about a file; empty: find out.

    Attributes:
        party: Code of the sender.
        contract: Name of the contract.
        mapping: Name of the mapping.
    """

    party: str = ""
    contract: str = ""
    mapping: str = ""


def party_of_path(path: Path, inbox: Path | None, project: Project) -> str:
    """The party in whose folder a file lies: in the inbox any folder names a party, elsewhere one that is called like a party.

    Args:
        path: The file.
        inbox: The workspace's inbox; none if there is none.
        project: Whose parties are known.

    Returns:
        What the folder is called, empty for none.
    """
    here = path.parent.resolve() / path.name
    if inbox is not None and here.is_relative_to(inbox.resolve()):
        parts = here.relative_to(inbox.resolve()).parts
        return parts[0] if len(parts) > 1 else ""
    return here.parent.name if project.has_party(here.parent.name) else ""


def find_mapping(header: Sequence[str], sheet: str, mappings: Sequence[Mapping], *, party: str = "") -> Mapping | None:
    """The mapping that recognises a header; of several the one that names most headers.

    Args:
        header: Headers as sent.
        sheet: Name of the sheet.
        mappings: All mappings of the project.
        party: Only mappings of this party, if it is known.
    """
    fitting = [item for item in mappings if item.recognises_header(header, sheet) and party in {"", item.party}]
    return max(fitting, key=lambda item: len(item.recognises.headers), default=None)


def own_columns(header: Sequence[str], contract: Contract, *, party: str) -> Mapping:
    """A mapping for a file that uses the contract's own columns, in any official language.

    Args:
        header: Headers as sent.
        contract: The contract.
        party: Code of the sender.
    """
    known = synonyms()
    rules: dict[str, Rule] = {}
    for name in header:
        field = _field(name, contract, known)
        if field and field not in rules:
            rules[field] = Rule(column=name)
    if COUNTRY not in rules and _is_country(party):
        rules[COUNTRY] = Rule(constant=party)
    if OWNER not in rules and not _is_country(party):
        rules[OWNER] = Rule(constant=party)
    return Mapping(
        name="",
        party=party,
        contract=contract.name,
        title=contract.description,
        recognises=Recognises(headers=tuple(rules) or ("-",)),
        columns=rules,
    )


def find_contract(header: Sequence[str]) -> Contract | None:
    """The contract that knows most of a header's columns; none if it knows too few.

    Args:
        header: Headers as sent.
    """
    known = synonyms()
    scores = {name: len({field for text in header if (field := _field(text, item, known))}) for name, item in CONTRACTS.items()}
    best = max(scores, key=lambda name: (scores[name], name == "incidents"))
    fields = {field for text in header if (field := _field(text, CONTRACTS[best], known))}
    return CONTRACTS[best] if scores[best] >= MIN_KNOWN and DATE in fields else None


@lru_cache(maxsize=1)
def synonyms() -> dict[str, tuple[str, ...]]:
    """Folded header -> fields that it can stand for, in the languages that parties write."""
    text = files(__package__).joinpath("headers.yaml").read_text(encoding="utf-8")
    found: dict[str, tuple[str, ...]] = {}
    for field, names in yaml.safe_load(text).items():
        for name in (field, *names):
            folded = fold_header(name)
            found[folded] = (*found.get(folded, ()), field)
    for contract in CONTRACTS.values():
        for field in contract.fields:
            folded = fold_header(field)
            if field not in found.get(folded, ()):
                found[folded] = (field, *found.get(folded, ()))
    return found


def _field(header: str, contract: Contract, known: dict[str, tuple[str, ...]]) -> str:
    """The contract's field that a header stands for; a remark in brackets, such as a unit, does not count."""
    for text in (header, header.partition("(")[0], header.partition("/")[0]):
        field = next((name for name in known.get(fold_header(text), ()) if name in contract.fields), "")
        if field:
            return field
    return ""


def _is_country(party: str) -> bool:
    return len(party) == 3 and party.isalpha()  # noqa: PLR2004 - alpha-3
