"""What a recipient's view of a product can depend on, as one digest: where it is what it was, so is the view, and none need be made.

It tells of records that the recipient may not see, so it never leaves the store.
"""

import hashlib
from collections.abc import Iterable
from dataclasses import asdict
from itertools import pairwise

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from ens_reports import digest
from ens_reports.params import Product, Project
from ens_reports.params.release_policy import RecordClass
from ens_reports.policy import persons, returns
from ens_reports.policy.consents import for_reader
from ens_reports.policy.ground import NOWHERE, Ground, ground
from ens_reports.policy.handling import Handling
from ens_reports.policy.own import submissions_of
from ens_reports.policy.regional import REGION, peers
from ens_reports.policy.sieve import Handled, handle, kinds_of
from ens_reports.policy.years import FRESH
from ens_reports.store import Snapshot

APART = {returns.CONTRACT, persons.CONTRACT}
"""Contracts of which a product reads the recipient's own records, and nobody else's."""
ROW = np.dtype([("submission", "<u8"), ("row", "<i8"), ("case", "<u8")])


class Bases:
    """The digests of one snapshot; what several of them rest on is worked out once.

    Args:
        snapshot: Records and submissions.
        project: Parties and rules.
    """

    def __init__(self, snapshot: Snapshot, project: Project) -> None:
        self._snapshot, self._project = snapshot, project
        self._ground = ground(snapshot, project.policy)
        self._rows = _rows_of_ground(self._ground)
        self._seen: dict[tuple[str, str], str] = {}

    def of(self, product: Product, recipient: str) -> str:
        """That of a recipient's view of a product, whatever its period and its language.

        Args:
            product: Its level, scope, and what it reads.
            recipient: Code of the party.

        Raises:
            RequestError: There is no such party.
        """
        party = self._project.party(recipient)
        country = recipient if party.kind == "country" else ""
        owners = self._ground.owned if product.scope == "visible" else {recipient, *(peers(recipient) if REGION in product.reads else ())}
        seen = [self._of_places("about", country), *(self._of_places("owned", code) for code in sorted(owners))]
        consents = for_reader(self._snapshot.consents, recipient=recipient, level=product.level)
        rests = [*seen, *self._apart(product, recipient), *map(str, map(asdict, consents))]
        return digest.of_value([recipient, product.name, self._snapshot.day.year, self._arrived(recipient), rests])

    def _of_places(self, which: str, code: str) -> str:
        if (which, code) not in self._seen:
            places = (self._ground.about if which == "about" else self._ground.owned).get(code, NOWHERE)
            self._seen[which, code] = hashlib.sha256(self._rows[places].tobytes()).hexdigest()
        return self._seen[which, code]

    def _arrived(self, recipient: str) -> list[tuple[str, bool]]:
        """The recipient's own submissions, with whether they are recent enough to move a period."""
        since = self._snapshot.day - FRESH
        return [(row.id, row.received_on >= since) for row in self._snapshot.submissions if row.party == recipient]

    def _apart(self, product: Product, recipient: str) -> Iterable[str]:
        for contract in sorted(APART.intersection(product.reads)):
            submissions = submissions_of(self._snapshot, recipient, contract=contract)
            if submissions:
                records = self._snapshot.frame(contract)
                own = records[records["owner"].eq(recipient)]
                handled = handle(*kinds_of(own), submissions, policy=self._project.policy, day=self._snapshot.day)
                yield hashlib.sha256(_rows(own, handled).tobytes()).hexdigest()


def _rows_of_ground(here: Ground) -> NDArray[np.void]:
    """Of each record where it stands, for what stands there never changes, and how it is handled."""
    parts = here.sheets.each(["submission", "source_row"])
    bounds = pairwise(here.sheets.starts)
    found = [_rows(part, here.handled.at(np.arange(*bound))) for part, bound in zip(parts, bounds, strict=True)]
    return np.concatenate([np.empty(0, dtype=ROW), *found])


def _rows(records: pd.DataFrame, handled: Handled) -> NDArray[np.void]:
    found = np.empty(len(records), dtype=ROW)
    numbers, names = pd.factorize(records["submission"])
    found["submission"] = _digests(map(str, names))[numbers]
    found["row"] = records["source_row"].to_numpy(dtype=np.int64)
    found["case"] = _digests(map(_told, handled.cases))[handled.case[handled.kind]]
    return found


def _told(case: tuple[Handling, RecordClass]) -> str:
    """A case as text, whatever the order in which a set gives its members."""
    found, record_class = case
    said = {name: sorted(value) if isinstance(value, frozenset) else value for name, value in vars(found).items()}
    return repr((said, record_class))


def _digests(texts: Iterable[str]) -> NDArray[np.uint64]:
    return np.array([int.from_bytes(hashlib.sha256(text.encode()).digest()[:8]) for text in texts], dtype=np.uint64)
