"""The views of a run: none is made of which it is known what would come of it, and where many are to be made, all cores make them."""

from collections.abc import Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass
from functools import cached_property, partial
from pathlib import Path

from ens_reports import digest, policy
from ens_reports.editions import ingredients
from ens_reports.editions.desk import Desk, sit_down
from ens_reports.editions.known import FILE, Found, Known, Years
from ens_reports.editions.manifest import Inputs
from ens_reports.editions.pool import PRELOADED, Failure, failure, run_all
from ens_reports.editions.prepare import Prepared, prepare
from ens_reports.editions.selection import Candidate
from ens_reports.errors import EnsError
from ens_reports.params import Period, Product
from ens_reports.policy.basis import Bases

FEW = 4
"""Views that one process has made before others have started."""


@dataclass(frozen=True, kw_only=True)
class Wanted:
    """A wanted edition that must be looked at.

    Attributes:
        candidate: The edition.
        standing: Its inputs that do not depend on records.
    """

    candidate: Candidate
    standing: Inputs


@dataclass(frozen=True, kw_only=True)
class Views:
    """What is known of views, and what makes them.

    Attributes:
        desk: Of the run.
        store: Folder where it is kept what is known.
    """

    desk: Desk
    store: Path

    def period(self, product: Product, recipient: str) -> tuple[Period, bool]:
        """The years of an edition, and whether they were moved back.

        Args:
            product: The product.
            recipient: Code of the party.
        """
        name, basis = f"{product.name}-{recipient}", self._basis(product, recipient)
        years = self.known.years(name, basis)
        if years is None:
            found, moved = policy.period(self.desk.snapshot, self.desk.project, product=product, recipient=recipient)
            years = Years(basis=basis, period=found, moved=moved)
            self.known.tell(name, years)
        return years.period, years.moved

    def found(self, wanted: Wanted) -> Found | None:
        """What would come of a view, if that is known.

        Args:
            wanted: The edition.
        """
        return None if self.desk.snapshot.erased else self.known.found(wanted.candidate.series.name, self._whole(wanted))

    def make(self, wanted: Mapping[int, Wanted], *, workers: int) -> dict[int, Prepared | Failure]:
        """Make views, and keep what came of them.

        Args:
            wanted: Editions by any number.
            workers: How many processes make them, where they are many.

        Returns:
            The same numbers.
        """
        made = self._by_all(wanted, workers) if workers > 1 and len(wanted) > FEW else self._here(wanted)
        for number, one in made.items():
            if isinstance(one, Prepared):
                self.known.tell(one.candidate.series.name, Found(basis=self._whole(wanted[number]), key=one.key, incidents=one.incidents))
        return made

    def _here(self, wanted: Mapping[int, Wanted]) -> dict[int, Prepared | Failure]:
        found: dict[int, Prepared | Failure] = {}
        for number, one in wanted.items():
            try:
                found[number] = prepare(self.desk, one.candidate, one.standing)
            except EnsError as error:
                found[number] = failure(error)
        return found

    def _by_all(self, wanted: Mapping[int, Wanted], workers: int) -> dict[int, Prepared | Failure]:
        numbers = {id(one): number for number, one in wanted.items()}
        work = partial(make_view, self.desk.lay_out())
        with closing(run_all(work, list(wanted.values()), workers=workers, preload=PRELOADED)) as ended:
            return {numbers[id(done.job)]: done.result for done in ended}

    @cached_property
    def known(self) -> Known:
        """What earlier runs found out."""
        return Known(self.store / FILE)

    @cached_property
    def _bases(self) -> Bases:
        return Bases(self.desk.snapshot, self.desk.project)

    @cached_property
    def _rules(self) -> Sequence[str]:
        """Digests of what makes every view, beside its records."""
        return ingredients.program_digest(), self.desk.project.digest, digest.of_bytes(self.desk.project.pseudonym_key)

    def _basis(self, product: Product, recipient: str) -> str:
        return digest.of_value([*self._rules, self._bases.of(product, recipient)])

    def _whole(self, wanted: Wanted) -> str:
        candidate = wanted.candidate
        said = [candidate.series.name, candidate.period.model_dump(), candidate.period_moved, candidate.parameters, candidate.marking]
        tools = self.desk.toolchain.model_dump(mode="json")
        basis = self._basis(candidate.product, candidate.party.code)
        return digest.of_value([basis, *said, wanted.standing.model_dump(mode="json"), tools])


def make_view(desk: Path, wanted: Wanted) -> Prepared:
    """Make a view in a worker.

    Args:
        desk: As it was laid out.
        wanted: The edition.
    """
    return prepare(sit_down(desk), wanted.candidate, wanted.standing)
