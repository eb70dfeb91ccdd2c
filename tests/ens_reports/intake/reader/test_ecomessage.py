from ens_reports.intake.reader.ecomessage import KEYS, KINDS, read_messages, read_text
from ens_reports.intake.reader.grid import Grid

ENGLISH = """\
INTERPOL ECOMESSAGE

PART I - REPORT
1. From: NCB Nairobi
To: IPSG Lyon
Our reference: KEN/ECO/2024/017
2. Subject: Illegal shipment of hazardous waste
3. Type of offence: Illegal waste shipment
4. Date of offence: 14/03/2024
6. Persons involved: John Example,
   born 1970
10. Quantity: 22.5 t

PART II
12. Modus operandi: declared as second-hand
goods: hidden behind mattresses
13. Requests: identify the consignee
Request to (countries): Ghana
"""
FRENCH = """\
ÉCOMESSAGE
1. De: BCN Yaoundé
Référence: CMR/ECO/2024/3
2. Objet: Trafic d'espèces de faune
4. Date des faits: 02/05/2024
6. Espèces: Loxodonta africana
Météo: sèche
"""
SPANISH = """\
ECOMENSAJE
De: OCN Lima
Asunto: Extracción
Tipo de delito: minería
Fecha: 2024-01-02
Lugar: Puerto Maldonado
"""


def row(grid: Grid, number: int = 0) -> dict[str, str]:
    return {name: cell for name, cell in zip(grid.header, grid.cells[number], strict=True) if cell}


def test_one_message_is_one_row_with_its_keys_as_columns() -> None:
    (grid,) = read_text(ENGLISH.encode()).grids
    assert (grid.name, grid.rows, grid.pointer) == ("pollution", [4], "line {row}: {name}")
    assert row(grid) == {
        "From": "NCB Nairobi",
        "To": "IPSG Lyon",
        "Reference": "KEN/ECO/2024/017",
        "Subject": "Illegal shipment of hazardous waste",
        "Kind of offence": "Illegal waste shipment",
        "Date of offence": "14/03/2024",
        "Persons": "John Example,\nborn 1970",
        "Quantity": "22.5 t",
        "Modus operandi": "declared as second-hand\ngoods: hidden behind mattresses",
        "Request": "identify the consignee",
        "Request to": "Ghana",
    }


def test_messages_go_to_sheets_by_their_subject() -> None:
    reading = read_text((ENGLISH + FRENCH + SPANISH).encode())
    assert [(grid.name, grid.rows) for grid in reading.grids] == [("wildlife", [20]), ("pollution", [4]), ("other", [27])]
    assert row(reading.grids[0])["Species"] == "Loxodonta africana"
    assert row(reading.grids[2])["Kind of offence"] == "minería"


def test_a_key_that_is_not_known_becomes_a_column_of_its_own() -> None:
    (grid,) = read_text(FRENCH.encode()).grids
    assert row(grid)["Météo"] == "sèche"


def test_a_sender_begins_a_new_message_where_there_is_no_title() -> None:
    lines = "ECOMESSAGE\nFrom: A\nPlace: B\n---\nFrom: C\nPlace: D".splitlines()
    assert [(message.line, message.values["From"]) for message in read_messages(lines)] == [(2, "A"), (5, "C")]


def test_text_in_another_encoding_is_read() -> None:
    (grid,) = read_text(FRENCH.encode("cp1252")).grids
    assert row(grid)["From"] == "BCN Yaoundé"


def test_a_table_stays_a_table() -> None:
    (grid,) = read_text(b"Date,Species\n2024,Manis\n").grids
    assert grid.cells == [["Date", "Species"], ["2024", "Manis"]]


def test_a_table_that_only_mentions_the_form_stays_a_table() -> None:
    (grid,) = read_text(b"Date,Source\n2024,Ecomessage\n").grids
    assert grid.cells == [["Date", "Source"], ["2024", "Ecomessage"]]


def test_keys_and_kinds_are_words_and_no_key_stands_for_two_columns() -> None:
    keys = [key for words in KEYS.values() for key in words]
    assert {type(word) for word in [*keys, *(word for words in KINDS.values() for word in words)]} == {str}
    assert sorted(keys) == sorted(set(keys))
