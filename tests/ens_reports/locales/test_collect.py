import ast
import string

import pytest
from babel.messages.catalog import Catalog

from ens_reports.locales import LANGUAGES, collect

TRANSLATED = [code for code in LANGUAGES if code != "en"]


def messages(code: str) -> list[object]:
    return list(collect._messages(ast.parse(code)))


def test_messages_are_found_wherever_they_are_said() -> None:
    code = """_("a"); mark("b"); view.language.text("c", x=1); language.plural("one", "many", n)"""

    assert ["a", "b", "c", ("one", "many")] == messages(code)


def test_a_paragraph_of_data_is_no_message() -> None:
    assert [] == messages("""report.text("from a cell"); text(variable); other("d")""")


def test_a_translation_is_kept_and_a_vanished_message_dropped(tmp_path: object, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(collect, "HERE", tmp_path)
    old = Catalog(locale="fr")
    old.add("kept", "gardé")
    old.add("vanished", "disparu")
    (collect.HERE / "fr.po").write_bytes(collect.text_of(old))

    merged = collect.merge("fr", {"kept": ["a.py"], "new": ["b.py"]})

    assert {"kept": "gardé", "new": ""} == {message.id: message.string or "" for message in merged if message.id}


@pytest.mark.parametrize("code", LANGUAGES)
def test_the_catalogues_hold_what_the_code_says(code: str) -> None:
    """Fails when a message was added or changed: run `python -m ens_reports.locales.collect` and translate what is new."""
    expected = {m if isinstance(m, str) else m[0] for m in collect.collect()}

    assert expected == {m.id if isinstance(m.id, str) else m.id[0] for m in catalogue(code) if m.id}


@pytest.mark.parametrize("code", TRANSLATED)
def test_every_message_is_translated_with_the_same_places(code: str) -> None:
    wrong = [message.id for message in catalogue(code) if message.id and not all(map(fits, strings(message.string), [message.id] * 9))]

    assert [] == wrong


def fits(translation: str, original: str | tuple[str, str]) -> bool:
    allowed = [places(text) for text in strings(original)]
    return bool(translation) and any(places(translation) in (one, one - {"n"}) for one in allowed)


def places(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name is not None}


def strings(value: str | tuple[str, ...] | list[str]) -> list[str]:
    return [value] if isinstance(value, str) else list(value)


def catalogue(code: str) -> Catalog:
    return collect.read(code)


def test_labels_and_descriptions_of_columns_are_messages() -> None:
    found = collect.collect()

    assert {"Vessel IMO number", "IMO number of the vessel", "Taking of and trade in wild animals and plants"} <= set(found)
