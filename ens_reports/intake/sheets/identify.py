"""Whose file it is, and under which contract its columns fall."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from data_contracts.registry import SENT, Contract
from ens_reports.intake.mappings.aliases import as_sent
from ens_reports.intake.mappings.areas import area_of
from ens_reports.intake.mappings.mapping import HeaderNote, Mapping, Recognises, Rule
from ens_reports.intake.sheets.headers import basis_of, synonyms
from ens_reports.intake.sheets.placed import Placed, place_headers
from ens_reports.intake.sheets.sensitive import sensitive
from ens_reports.intake.values.fold import fold_header
from ens_reports.params import Project

__all__ = ["Asked", "by_values", "complete", "find_contract", "find_mapping", "own_columns", "party_of_path", "synonyms"]

MIN_KNOWN = 4
"""Columns that must be known before a file counts as one of a contract."""
WITHIN = 1
"""So many columns fewer are no reason against the area of which the values speak: `pieces` are not only logs."""
COUNTRY = "reporting_country"
OWNER = "supplied_by"
AREA = "crime_area"
"""Where rows say their own area, no other is looked for."""
ANY_AREA = "incidents"
"""The contract of all areas."""
ANYONE = "*"


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
    """The confirmed mapping that recognises a header; of several the one that names most headers, a party's own before one for all.

    Args:
        header: Headers as sent.
        sheet: Name of the sheet.
        mappings: All mappings of the project.
        party: Only mappings of this party or of any, if it is known.
    """
    fitting = [item for item in mappings if item.confirmed and _is_for(item, party) and item.recognises_header(header, sheet)]
    return max(fitting, key=lambda item: (len(item.recognises.headers), item.party != ANYONE), default=None)


def complete(mapping: Mapping, party: str, header: Sequence[str]) -> Mapping:
    """A mapping as it holds for one file: its headers as the file writes them, and for any party the country, or else the owner, named.

    Args:
        mapping: One that may hold for several parties, and know headers in several languages.
        party: Code of the sender.
        header: Headers as sent.
    """
    mapping = as_sent(mapping, header)
    if mapping.party != ANYONE or not party:
        return mapping
    return mapping.model_copy(update={"party": party, "columns": {**_of_sender(mapping.columns, party), **mapping.columns}})


def own_columns(header: Sequence[str], contract: Contract, *, party: str) -> Mapping:
    """A mapping for a file that uses the contract's own columns, in any official language.

    Args:
        header: Headers as sent.
        contract: The contract.
        party: Code of the sender.
    """
    placed = place_headers(header, contract)
    rules = {item.field: Rule(column=header[item.position], occurrence=_occurrence(header, item.position)) for item in placed.taken}
    taken = {item.position for item in placed.taken}
    refused = {name: reason for position, name in enumerate(header) if position not in taken and (reason := sensitive(name))}
    return Mapping(
        name="",
        party=party,
        contract=contract.name,
        title=contract.description,
        recognises=Recognises(headers=tuple(rules) or ("-",)),
        columns={**rules, **_of_value(rules), **_of_sender(rules, party)},
        not_taken=refused,
        header_notes=placed.notes,
    )


def find_contract(header: Sequence[str], rows: Sequence[Sequence[str]] = ()) -> Contract | None:
    """The contract that knows most of a header's columns; none if it knows too few.

    Args:
        header: Headers as sent.
        rows: Some rows of the table: where the header fits several areas, the words in them tell which.
    """
    placed = {name: place_headers(header, item) for name, item in SENT.items()}
    scores = {name: len(item.taken) for name, item in placed.items()}
    most = max(scores.values())
    best = [name for name, score in scores.items() if score == most and _dated(placed[name], SENT[name])]
    if most < MIN_KNOWN or not best:
        return None
    spoken = area_of(rows)
    if spoken in scores and spoken not in best and scores[spoken] >= most - WITHIN and _dated(placed[spoken], SENT[spoken]):
        return SENT[spoken]
    if ANY_AREA in best and AREA in {item.field for item in placed[ANY_AREA].taken}:
        return SENT[ANY_AREA]
    return SENT[_by_values(best, rows)]


def by_values(contract: Contract) -> HeaderNote:
    """What to say where not the headers but the values told the contract."""
    return HeaderNote(position=-1, check="area_from_values", values={"value": contract.area})


def _is_for(mapping: Mapping, party: str) -> bool:
    return mapping.party == ANYONE or party in {"", mapping.party}


def _dated(placed: Placed, contract: Contract) -> bool:
    """Whether the column without which no file is taken for one of the contract is there."""
    return contract.told_by in {item.field for item in placed.taken}


def _by_values(best: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """Of contracts that know equally many columns the one of whose area the values speak; else the one for all areas."""
    area = area_of(rows) if len(best) > 1 else ""
    return area if area in best else ANY_AREA if ANY_AREA in best else best[0]


def _of_value(rules: dict[str, Rule]) -> dict[str, Rule]:
    """What the header of the value says that it is by: `Declared value`, `Valor estimado`."""
    value = rules.get("value")
    by = basis_of(value.column, "value_basis") if value and "value_basis" not in rules else ""
    return {"value_basis": Rule(constant=by, when=value.column)} if value and by else {}


def _of_sender(rules: dict[str, Rule], party: str) -> dict[str, Rule]:
    """What the sender's code says of every record: the country, or the body that owns them."""
    if _is_country(party):
        return {} if COUNTRY in rules else {COUNTRY: Rule(constant=party)}
    return {} if OWNER in rules else {OWNER: Rule(constant=party)}


def _occurrence(header: Sequence[str], position: int) -> int:
    folded = fold_header(header[position])
    return 1 + sum(fold_header(name) == folded for name in header[:position])


def _is_country(party: str) -> bool:
    return len(party) == 3 and party.isalpha()  # noqa: PLR2004 - alpha-3
