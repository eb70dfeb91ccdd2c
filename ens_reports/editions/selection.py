"""Which editions are wanted: what people select, against what products, parties and the store allow."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from ens_reports import policy
from ens_reports.editions.series import Series, series_of
from ens_reports.errors import RequestError
from ens_reports.execute.parameters import complete_parameters
from ens_reports.params import Confidentiality, Party, Period, Product, Project
from ens_reports.params.products import ParameterValue
from ens_reports.params.release_policy import CONFIDENTIALITIES
from ens_reports.store import Snapshot


@dataclass(frozen=True, kw_only=True)
class Selection:
    """What people ask for; empty means all.

    Attributes:
        products: Names of products.
        level: A level.
        recipients: Codes of parties, whether or not they sent anything: silence is a report too. None means those of each product.
        language: A language, instead of each recipient's own.
        as_of: A number of the ledger, or a day; none for the newest.
        period: `2013-2014`, instead of the last full years.
        parameters: Values that are not the products' defaults.
        marking: `official`, `restricted` or `confidential`: at least this; blank for that of the records.
        force: Build also what is up to date.
    """

    products: tuple[str, ...] = ()
    level: str = ""
    recipients: tuple[str, ...] = ()
    language: str = ""
    as_of: int | date | None = None
    period: str = ""
    parameters: dict[str, ParameterValue] = field(default_factory=dict)
    marking: str = ""
    force: bool = False


@dataclass(frozen=True, kw_only=True)
class Candidate:
    """An edition that is wanted, before anything is known of its view.

    Attributes:
        product: The product.
        party: The recipient.
        language: Code.
        period: Years.
        period_moved: Whether they are not the last full ones, for want of records.
        parameters: Complete.
        marking: What it is asked to be marked with at least; blank for nothing.
    """

    product: Product
    party: Party
    language: str
    period: Period
    period_moved: bool
    parameters: dict[str, ParameterValue]
    marking: Confidentiality | Literal[""] = ""

    @property
    def series(self) -> Series:
        """The line of editions that it belongs to."""
        return series_of(self.product, self.party.code, self.language, period=self.period, given=self.parameters, marking=self.marking)


PeriodOf = Callable[[Product, str], tuple[Period, bool]]
"""Says of a product and a recipient which years an edition is about, and whether they were moved back."""


def candidates(selection: Selection, *, project: Project, snapshot: Snapshot, period_of: PeriodOf | None = None) -> Iterator[Candidate]:
    """The wanted editions, in the order of products and recipients.

    Args:
        selection: What people ask for.
        project: Its products and parties.
        snapshot: What the store held.
        period_of: Tells the years where none are asked for; by default what the records say.

    Raises:
        RequestError: A product, party, language or parameter is unknown, or nothing matches.
    """
    products = [product for product in _products(selection, project) if selection.level in ("", product.level)]
    if not products:
        raise RequestError(f"the selection must match a product, got none of level {selection.level!r}", hint="see params/products/")
    for code in selection.recipients:
        project.party(code)
    marking = _marking(selection.marking)
    for product in products:
        parameters = complete_parameters(product.name, product.parameters, selection.parameters)
        for code in selection.recipients or policy.recipients(snapshot, project, product):
            party = project.party(code)
            if period_of is None or selection.period:
                period, moved = policy.period(snapshot, project, product=product, recipient=code, asked=selection.period)
            else:
                period, moved = period_of(product, code)
            yield Candidate(
                product=product,
                party=party,
                language=_language(selection, product, party),
                period=period,
                period_moved=moved,
                parameters=parameters,
                marking=marking,
            )


def _products(selection: Selection, project: Project) -> tuple[Product, ...]:
    if not selection.products:
        return project.products
    return tuple(project.product(name) for name in selection.products)


def _marking(asked: str) -> Confidentiality | Literal[""]:
    found = next((known for known in CONFIDENTIALITIES if known == asked), None)
    if asked and found is None:
        raise RequestError(f"--marking must be one of {', '.join(CONFIDENTIALITIES)}, got {asked!r}", hint="choose one of these")
    return found or ""


def _language(selection: Selection, product: Product, party: Party) -> str:
    """The language asked for, else the first of the recipient's that the product has."""
    if selection.language:
        if selection.language not in product.languages:
            known = ", ".join(product.languages)
            raise RequestError(f"language of {product.name} must be one of {known}, got {selection.language!r}", hint="choose one of these")
        return selection.language
    return next((code for code in party.languages if code in product.languages), product.languages[0])
