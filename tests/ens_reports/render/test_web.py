import re
from collections.abc import Callable, Iterator
from typing import Any

from ens_reports.render import web
from ens_reports.render.document import Document

CONSTANT = re.compile(r"[\x20-\x7e\n]*")


def nodes(value: object) -> Iterator[dict[str, Any]]:
    if isinstance(value, dict):
        yield value
        value = value.get("c")
    if isinstance(value, list):
        for part in value:
            yield from nodes(part)


def raw(document: Document) -> list[str]:
    return [node["c"][1] for node in nodes(web.tree(document)) if node["t"] in {"RawBlock", "RawInline"}]


def test_no_text_of_a_block_is_in_the_markup(make_sample: Callable[..., Document]) -> None:
    """Markup is the same whatever the words are: only what is said between it differs."""
    assert raw(make_sample("en")) == raw(make_sample("en", unit="<b>", recipient="&", marking="{{<", reference="`"))
    assert all(CONSTANT.fullmatch(markup) for markup in raw(make_sample("ar")))


def test_hostile_texts_are_text_nodes(rich: Document, shown: tuple[str, ...]) -> None:
    texts = {node["c"] for node in nodes(web.tree(rich)) if node["t"] == "Str"}

    assert texts.issuperset(shown)


def test_an_empty_table_says_so(make_sample: Callable[..., Document]) -> None:
    document = make_sample("en")
    table = next(block for block in document.body if block.kind == "table").model_copy(update={"rows": (), "total": True})

    assert {"t": "Str", "c": "No entries."} in list(nodes(list(web._Writer(document).table(table, 0))))
