"""All that the modus operandi bulletin knows, computed once from a view."""

from dataclasses import dataclass

from ens_reports.analysis import counts, coverage, scope, shown
from ens_reports.analysis.method_profile import Profile, profile
from ens_reports.analysis.signatures import Method, Methods, methods
from ens_reports.report.view import View


@dataclass(frozen=True, kw_only=True, eq=False)
class Bulletin:
    """What the pages are written from; each part documents itself.

    Attributes:
        view: What the recipient may see.
        principal: The record class that it is built on.
        apart: Own incidents of the other record classes, which are in no count here.
        methods: New and changed methods.
        told: The new ones that get pages of their own, each with its profile.
        brief: The other new ones, by name only.
        coverage: Who reported and what is filled.
    """

    view: View
    principal: str
    apart: dict[str, int]
    methods: Methods
    told: tuple[tuple[Method, Profile], ...]
    brief: tuple[Method, ...]
    coverage: coverage.Coverage


def bulletin(view: View, *, recent_quarters: int, most_methods: int) -> Bulletin:
    """Compute everything that the bulletin says.

    Args:
        view: What the recipient may see.
        recent_quarters: How many quarters count as recent.
        most_methods: New methods that get pages of their own.
    """
    sorted_out = scope.scope(view)
    records = counts.counted(shown.known(view))
    mine = shown.own(records)
    principal = counts.principal_class(mine if len(mine) else records)
    found = methods(counts.of_class(records, principal), view.facts.period, shown.rule(view.facts), recent_quarters=recent_quarters)
    current = sorted_out.own
    return Bulletin(
        view=view,
        principal=principal,
        apart={name: number for name, number in counts.by_class(current).items() if name != principal},
        methods=found,
        told=tuple((method, profile(method, shown.rule(view.facts))) for method in found.new[:most_methods]),
        brief=found.new[most_methods:],
        coverage=coverage.coverage(view, sorted_out),
    )
