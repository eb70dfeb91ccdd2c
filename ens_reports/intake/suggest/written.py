"""A draft as the YAML that an analyst reads: a line of comment for each column, with how sure it is, why, and what is still open."""

import re
from collections.abc import Iterator, Mapping, Sequence

import yaml

from ens_reports.intake.suggest.amounts import Amount
from ens_reports.intake.suggest.draft import Column, Draft, Entry
from ens_reports.intake.suggest.match import Match
from ens_reports.intake.suggest.readings import Rule

MADE = frozenset({"incident_id"})
"""Needed fields that are made from the record itself where no column gives them."""
WIDTH = 130
"""Characters of a line; a longer table is written below its rule."""
SAFE = re.compile(r"[^\x00-\x1f\x7f-\x9f\u2028\u2029]+")
HEAD = """\
# A draft of a mapping, made from headers and values. Nothing in it is certain: compare it with the file, correct it,
# write confirmed: true, and the file is read by it from then on. Until then: ens check FILE --mapping {name}
# Behind each column: how sure it is (0 to 1), and why. In patterns A and a stand for letters and 9 for digits.
"""


def yaml_of(draft: Draft, *, name: str, party: str, title: str, header_row: int | None = None) -> str:
    """The text of the YAML file.

    Args:
        draft: The draft.
        name: Name of the mapping.
        party: Code of the sender; empty if it is not known.
        title: What the format is.
        header_row: Row number of the header, if it must be stated.
    """
    parts = [
        HEAD.format(name=name),
        f"name: {_flow(name)}\n",
        f"party: {_flow(party)}\n" if party else 'party: "*"                             # not known: any party, as --party says\n',
        "confirmed: false\n",
        f"contract: {draft.matched.contract.name}    # {draft.matched.confidence:.2f}: {draft.matched.reason}\n",
        f"title: {_flow(title)}\n",
        "recognises:\n",
        f"  headers: {_flow(_telling(draft))}\n",
        f"header_row: {header_row}\n" if header_row else "",
        f"incident_id: {_flow(list(draft.incident_id))}    # together they name each record once\n" if draft.incident_id else "",
        "number_items: true    # several rows have the same number of the incident: they are its items\n" if draft.number_items else "",
        "columns:\n" if draft.entries else "columns: {}\n",
        *(line for entry in draft.entries for line in _entry(entry)),
        *_needed(draft),
        *_amounts(draft.amounts),
        *_others("not_taken", draft.not_taken, draft.columns, {}),
        *_others("ignored", draft.ignored, draft.columns, draft.maybe),
    ]
    return "".join(parts)


def _telling(draft: Draft) -> list[str]:
    """Headers by which the format is known again: those that feed a field, each once, at most eight; else all that there are."""
    fed = [column.header for column in draft.columns if column.field and column.header.strip()]
    return list(dict.fromkeys(fed or [column.header for column in draft.columns if column.header.strip()]))[:8] or ["-"]


def _needed(draft: Draft) -> Iterator[str]:
    """Fields that every record needs and nothing fills, as comments to complete."""
    contract, filled = draft.matched.contract, {entry.field for entry in draft.entries}
    for name, field in contract.fields.items():
        if field.required == "always" and name not in {*filled, *contract.defaults, *MADE}:
            codes = f": {', '.join(field.allowed[:12])}" if field.allowed and field.kind == "code" else ""
            yield f"  # {name}: {{constant: }}    # every record needs it, and no column gives it{codes}\n"


def _entry(entry: Entry) -> Iterator[str]:
    yield f"  # {_comment(entry)}\n"
    table = entry.rule.get("table")
    rest = {key: value for key, value in entry.rule.items() if key != "table"}
    line = f"  {entry.field}: {_flow(entry.rule)}\n"
    if isinstance(table, dict) and (len(line) > WIDTH or len(table) > 3):  # noqa: PLR2004 - three pairs are read at a glance
        yield f"  {entry.field}:\n"
        yield from (f"    {key}: {_flow(value)}\n" for key, value in rest.items())
        yield "    table:\n"
        yield from (f"      {_flow(key)}: {_flow(value)}    # close to a label\n" for key, value in table.items())
    else:
        yield line
    if entry.open_values:
        yield "    # These values have no code yet; add them to a table of this rule, as value: code.\n"
        yield from (f"    #   {_flow(_shown(value))}:\n" for value in entry.open_values)


def _amounts(amounts: Sequence[Amount]) -> Iterator[str]:
    """Several ways to fill the quantity: for each row the first that is filled."""
    if not amounts:
        return
    yield "options:    # several columns hold amounts; for each row the first that is filled is its quantity: put them in the right order\n"
    for number, item in enumerate(amounts):
        fields: dict[str, Rule] = {"quantity": {"column": item.header}, **({"unit": {"constant": item.unit}} if item.unit else {})}
        yield f"  {'- - ' if number == 0 else '  - '}when: {_flow(item.header)}\n"
        yield "      fields:\n"
        yield from (f"        {name}: {_flow(rule)}\n" for name, rule in fields.items())


def _comment(entry: Entry) -> str:
    column = entry.column
    if column is None:
        return f"{entry.comment}."
    pattern = f"; pattern {_shown(column.pattern)}" if column.pattern else ""
    return f"{column.confidence:.2f} {_capital('; '.join(column.reasons))}. {_capital(column.reading)}{pattern}."


def _others(key: str, found: Mapping[str, str], columns: Sequence[Column], maybe: dict[str, Match]) -> Iterator[str]:
    """Columns that are not taken, or ignored; each with its reason, and with the field that it might be."""
    if not found:
        return
    yield f"{key}:\n"
    by_header = {column.header: column for column in columns}
    for header, reason in found.items():
        column = by_header[header]
        other = f"; {maybe[header].field}? ({maybe[header].confidence:.2f})" if header in maybe else ""
        yield f"  {_flow(header)}: {reason}    # {column.confidence:.2f} {'; '.join(column.reasons)}{other}\n"


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _shown(text: str) -> str:
    """A text without line breaks and signs that no page should show, at most 80 characters."""
    plain = " ".join("".join(SAFE.findall(text)).split())
    return plain if len(plain) <= 80 else plain[:79] + "\u2026"  # noqa: PLR2004 - as the docstring says


def _flow(value: str | int | bool | Rule | list[str] | dict[str, str]) -> str:  # noqa: FBT001 - any value that YAML writes
    """A value on one line."""
    text = yaml.dump(value, Dumper=_OneLine, default_flow_style=True, allow_unicode=True, width=float("inf"), sort_keys=False)
    return str(text).removesuffix("\n").removesuffix("\n...")


class _OneLine(yaml.SafeDumper):
    """Writes texts with line breaks between double quotes, where a break is two characters and no new line."""

    def analyze_scalar(self, scalar: str) -> yaml.emitter.ScalarAnalysis:
        """Say which styles a text can have; of one with line breaks or signs that no page shows, only the double quotes."""
        found = super().analyze_scalar(scalar)
        if found.multiline or not SAFE.fullmatch(scalar or "-"):
            found.allow_flow_plain = found.allow_block_plain = found.allow_single_quoted = found.allow_block = False
        return found
