"""Bytes are read in the encoding that gives words, and not only letters."""

import pytest

from ens_reports.intake.reader.alphabets import ALPHABETS, encoding_by_letters
from ens_reports.intake.reader.encoding import decode

POLISH = "Lp.;Nr sprawy;Województwo;Miejscowość;Wysokość kary (zł)\n1;17/2023;śląskie;Łódź;2 500\n2;18/2023;dolnośląskie;Jędrzychowice;\n"
CZECH = "Datum;Místo;Předmět\n1.2.2023;Plzeň;želva; nález u řeky Ohře\n"
RUSSIAN = "Номер протокола;Дата нарушения;Вид животного;Решение\nОП-201;01.02.2023;Архар;Передано в суд\n"  # noqa: RUF001 - Russian
ARABIC = "رقم القضية,تاريخ الضبط,المكان\n1,2024,ميناء العقبة\n"


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        *((text, name) for text in (POLISH, CZECH) for name in ALPHABETS[0].encodings),
        *((text, name) for text in (RUSSIAN, RUSSIAN.upper()) for name in ALPHABETS[1].encodings),
        *((ARABIC, name) for name in ALPHABETS[2].encodings),
    ],
)
def test_words_tell_the_encoding(text: str, encoding: str) -> None:
    decoded = decode(text.encode(encoding))
    assert (decoded.text, decoded.encoding) == (text, encoding)
    assert [(note.check, note.values) for note in decoded.notes] == [("encoding_guessed", {"encoding": encoding})]


@pytest.mark.parametrize("content", [b"\xd0\xcf", b"plain", bytes(range(128, 256)), b"\xff" * 50])
def test_other_bytes_are_of_no_alphabet(content: bytes) -> None:
    assert encoding_by_letters(content) == ""
