import pytest

from ens_reports.intake.reader.grid import Grid, Reading
from ens_reports.intake.reader.spelling import proposed, spell_out


def reading(*rows: list[str], header: tuple[str, ...] = ()) -> Reading:
    return Reading(grids=(Grid(name="", rows=list(range(1, len(rows) + 1)), cells=list(rows), header=header),))


def garbled(text: str) -> str:
    return text.encode().decode("cp1252")


@pytest.mark.parametrize("text", ["Yaoundé", "Côte d\u2019Ivoire", "São Tomé", "Perú", "Łódź".replace("Ł", "L"), "12 °C", "2\u20133"])
def test_garbled_letters_are_proposed_as_they_would_read(text: str) -> None:
    assert proposed(garbled(text)) == text


@pytest.mark.parametrize("text", ["NÃO", "São Paulo", "ÂNGELO", "PANGOLÃ", "naïve", "12\u00a0kg", "Ñandú", "\u0645\u062d", "\u041c\u043e"])
def test_rare_letters_are_not_taken_for_garbled(text: str) -> None:
    assert spell_out(reading([text])).notes == ()


def test_garbled_cells_stay_as_sent_and_are_told_by_column_with_a_proposal() -> None:
    rows = [["Lieu", "kg"], [garbled("Yaoundé"), "1"], ["Douala", garbled("2 à 3")], [garbled("Yaoundé"), ""]]
    spelt = spell_out(reading(*rows))
    assert spelt.grids[0].cells == rows
    assert [(note.check, note.cells, note.values, note.sample) for note in spelt.notes] == [
        ("letters_garbled", ((2, 1), (4, 1)), {"number": "2"}, (f"{garbled('Yaoundé')} \u2192 Yaoundé",)),
        ("letters_garbled", ((3, 2),), {"number": "1"}, (f"{garbled('2 à 3')} \u2192 2 à 3",)),
    ]


def test_what_no_text_can_carry_is_taken_out_and_counted() -> None:
    spelt = spell_out(reading(["a\0b", "\ud83d"], ["c", "d"], header=("x\0", "y")))
    assert (spelt.grids[0].header, spelt.grids[0].cells) == (("x", "y"), [["ab", "\ufffd"], ["c", "d"]])
    assert {note.check: note.values for note in spelt.notes} == {"nul_characters": {"number": "2"}, "characters_lost": {"number": "1"}}
