from collections.abc import Callable

import pytest
from sqlalchemy.exc import IntegrityError

from ens_reports.store import EditionInput, EditionRow, Store

Send = Callable[..., int]


def _edition(name: str, **changes: object) -> EditionRow:
    plain: dict[str, object] = {
        "id": name, "product": "cta", "level": "strategic", "recipient": "KEN", "language": "en", "period": "2024-2025", "reference": "R",
        "number": 1, "key": "k", "as_of": 1, "marking": "M", "manifest": "0", "pages": 10, "seconds": 1.5, "built_at": name,
        "inputs": (EditionInput(submission="KEN-1", sha256="KEN-1", rows=2),),
    }  # fmt: skip
    return EditionRow(**{**plain, **changes})  # type: ignore[arg-type]


def test_editions_are_found_by_what_they_are_and_by_what_they_used(store: Store, send: Send) -> None:
    send("KEN-1", "a")
    store.editions.register(_edition("e1"))
    store.editions.register(_edition("e2", language="fr", inputs=()))
    assert store.editions.find() == (_edition("e1"), _edition("e2", language="fr", inputs=()))
    assert [edition.id for edition in store.editions.find(language="fr")] == ["e2"]
    assert [edition.id for edition in store.editions.using("KEN-1")] == ["e1"]


def test_an_edition_built_again_has_one_row(store: Store, send: Send) -> None:
    send("KEN-1", "a")
    store.editions.register(_edition("e1"))
    store.editions.register(_edition("e1", pages=11))
    assert store.editions.find() == (_edition("e1", pages=11),)


def test_an_edition_cannot_use_what_never_arrived(store: Store) -> None:
    with pytest.raises(IntegrityError, match=r"(?i)foreign key constraint"):
        store.editions.register(_edition("e1"))


def test_editions_of_one_second_come_in_the_order_of_their_numbers(store: Store, send: Send) -> None:
    send("KEN-1", "a")
    for name, number in (("e-b", 1), ("e-a", 2)):
        store.editions.register(_edition(name, number=number, built_at="2026-01-20T08:00:00+00:00"))
    assert [edition.id for edition in store.editions.find()] == ["e-b", "e-a"]
