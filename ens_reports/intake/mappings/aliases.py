"""A mapping with the headers of one file: where that writes an alias, the rules name it as it is written there."""

from collections.abc import Sequence

from ens_reports.intake.mappings.mapping import Mapping, Option, Rule
from ens_reports.intake.values.fold import fold_header


def as_sent(mapping: Mapping, header: Sequence[str]) -> Mapping:
    """The mapping with every header that it names as the file writes it.

    Args:
        mapping: Perhaps with aliases.
        header: Headers as sent.
    """
    sent = {fold_header(mapping.named(name)): name for name in reversed(header) if fold_header(mapping.named(name)) != fold_header(name)}
    if not sent:
        return mapping
    columns = {name: _rule(rule, sent) for name, rule in mapping.columns.items()}
    return mapping.model_copy(
        update={
            "columns": columns,
            "options": tuple(tuple(_option(option, sent) for option in group) for group in mapping.options),
            "incident_id": _names(mapping.incident_id, sent),
            "identity_ignores": _names(mapping.identity_ignores, sent),
            "not_taken": {_name(name, sent): reason for name, reason in mapping.not_taken.items()},
            "ignored": {_name(name, sent): reason for name, reason in mapping.ignored.items()},
            "checks": tuple(check.model_copy(update={"column": _name(check.column, sent)}) for check in mapping.checks),
            "recognises": mapping.recognises.model_copy(update={"headers": _names(mapping.recognises.headers, sent)}),
        }
    )


def _rule(rule: Rule, sent: dict[str, str]) -> Rule:
    named = {key: _name(getattr(rule, key), sent) for key in ("column", "year", "month", "when")}
    template = rule.template
    for part in template.split("{")[1:]:
        name = part.partition("}")[0].partition(":")[0]
        template = template.replace("{" + name, "{" + _name(name, sent))
    return rule.model_copy(update={**named, "template": template})


def _option(option: Option, sent: dict[str, str]) -> Option:
    return option.model_copy(
        update={"when": _name(option.when, sent), "fields": {name: _rule(rule, sent) for name, rule in option.fields.items()}}
    )


def _names(names: Sequence[str], sent: dict[str, str]) -> tuple[str, ...]:
    return tuple(_name(name, sent) for name in names)


def _name(name: str, sent: dict[str, str]) -> str:
    return sent.get(fold_header(name), name) if name else name
