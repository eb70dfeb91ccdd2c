import pytest

from ens_reports.intake.reader.encoding import decode


@pytest.mark.parametrize(
    ("text", "encoding", "found"),
    [
        ("País;Fecha\nPerú;2024", "utf-8", "utf-8"),
        ("País;Fecha\nPerú;2024", "utf-8-sig", "utf-8-sig"),
        ("País;Fecha\nPerú;2024", "utf-16", "utf-16"),
        ("Pays;Lieu\nCameroun;aéroport de Yaoundé, pièces d'ivoire\n" * 5, "cp1252", "cp1252"),
        ("País;Lugar\nPerú;Ñuñoa, peñón, año\n" * 5, "cp1252", "cp1252"),
        ("Número;Especie\n1;Pequeño ñandú", "cp1252", "cp1252"),
        ("Nino;El Niño\n1;5 €", "cp1252", "cp1252"),
        ("Onça;Município\n1;São Félix, região de Açaí", "cp1252", "cp1252"),
        ("Œuf;Forêt à l\N{RIGHT SINGLE QUOTATION MARK}œil \N{EN DASH} Noël", "cp1252", "cp1252"),
        ("Miejsce;Gatunek\nŁódź, Kraków, Wrocław, Poznań, Gdańsk;żółw", "cp1250", "cp1250"),
        ("التاريخ;المكان\n2024;ضبط شحنة نفايات خطرة في الميناء\n" * 8, "cp1256", "cp1256"),
    ],
)
def test_decode_finds_the_encoding(text: str, encoding: str, found: str) -> None:
    decoded = decode(text.encode(encoding))
    assert (decoded.text, decoded.encoding) == (text, found)


def test_decode_tells_a_guess_and_not_a_certainty() -> None:
    assert [note.check for note in decode("Yaoundé à l'aéroport".encode("cp1252")).notes] == ["encoding_guessed"]
    assert decode("Yaoundé".encode()).notes == ()


def test_decode_recognises_utf16_without_a_mark() -> None:
    decoded = decode("date,place\n2024,Nairobi\n".encode("utf-16-le"))
    assert (decoded.text, decoded.encoding) == ("date,place\n2024,Nairobi\n", "utf-16-le")


def test_decode_takes_out_nul_characters() -> None:
    decoded = decode(b"date,place\n2024-01-01,Nai\x00robi\n")
    assert decoded.text == "date,place\n2024-01-01,Nairobi\n"
    assert [(note.check, note.values) for note in decoded.notes] == [("nul_characters", {"number": "1"})]


def test_decode_leaves_accents_that_belong_together() -> None:
    assert decode("São Tomé, Ângela, COTE D'IVOIRE".encode()).notes == ()


def test_decode_counts_what_cannot_be_read() -> None:
    decoded = decode(b"\xef\xbb\xbfplace\nNai\xffrobi\n")
    assert [(note.check, note.values) for note in decoded.notes] == [("characters_lost", {"number": "1"})]


def test_an_encoding_that_the_file_states_is_believed_where_it_is_not_unicode() -> None:
    arabic = "\u0645\u062d\u0645\u062f"
    assert decode(arabic.encode("cp1256"), stated="windows-1256").text == arabic
    assert decode(arabic.encode(), stated="windows-1256").text == arabic
    assert decode("\u00e9t\u00e9".encode("cp1252"), stated="zip").text == "\u00e9t\u00e9"
