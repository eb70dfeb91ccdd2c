from data_contracts.registry import CONTRACTS
from ens_reports.intake.sheets.placed import MOST_COLUMNS, Placed, place_headers


def fields(placed: Placed, header: list[str]) -> dict[str, str]:
    return {header[item.position]: item.field for item in placed.taken}


def notes(placed: Placed) -> list[tuple[int, str, dict[str, str]]]:
    return [(note.position, note.check, note.values) for note in placed.notes]


def test_each_column_gets_the_field_that_its_header_names() -> None:
    header = ["Fecha", "Especie", "Cantidad", "otra cosa"]
    placed = place_headers(header, CONTRACTS["wildlife"])
    assert fields(placed, header) == {"Fecha": "incident_date", "Especie": "scientific_name", "Cantidad": "quantity"}
    assert placed.notes == ()


def test_of_two_headers_for_one_field_the_more_exact_is_taken_and_the_other_told() -> None:
    header = ["Date des faits", "Date de saisie", "Espèce"]
    placed = place_headers(header, CONTRACTS["wildlife"])
    assert [item.field for item in placed.taken].count("incident_date") == 1
    taken = next(header[item.position] for item in placed.taken if item.field == "incident_date")
    other = next(position for position, name in enumerate(header[:2]) if name != taken)
    assert notes(placed) == [(other, "header_second", {"title": "incident_date", "name": taken})]


def test_a_header_that_is_only_close_is_told() -> None:
    assert notes(place_headers(["Quantitiy", "Date"], CONTRACTS["wildlife"])) == [(0, "header_approximate", {"title": "quantity"})]


def test_a_header_of_two_meanings_is_told_unless_another_settles_it() -> None:
    told = (0, "header_two_meanings", {"title": "incident_date", "other": "typed_in"})
    assert notes(place_headers(["Date de saisie", "Espèce"], CONTRACTS["wildlife"])) == [told]
    assert notes(place_headers(["Date de saisie", "Motif de saisie"], CONTRACTS["wildlife"])) == []


def test_a_repeated_header_is_no_rival() -> None:
    assert notes(place_headers(["Date", "Espèce", "date"], CONTRACTS["wildlife"])) == []


def test_a_table_with_very_many_columns_is_read_by_exact_names() -> None:
    header = ["Date", "Quantitiy", *(f"x{number}" for number in range(MOST_COLUMNS))]
    assert fields(place_headers(header, CONTRACTS["wildlife"]), header) == {"Date": "incident_date"}


def test_the_only_date_is_the_date_of_the_incident_and_that_is_told() -> None:
    header = ["Fecha del dron", "Especie"]
    placed = place_headers(header, CONTRACTS["wildlife"])
    assert fields(placed, header) == {"Fecha del dron": "incident_date", "Especie": "scientific_name"}
    assert notes(placed) == [(0, "header_approximate", {"title": "incident_date"})]


def test_of_several_dates_none_is_chosen_and_those_of_birth_or_of_the_file_do_not_count() -> None:
    for header in (
        ["Fecha del dron", "Fecha del auto x", "Especie"],
        ["Fecha de nacimiento", "Especie"],
        ["Fecha de actualización", "Especie"],
    ):
        assert "incident_date" not in fields(place_headers(header, CONTRACTS["wildlife"]), header).values()


def test_a_currency_is_that_of_the_fines_where_nothing_has_a_value() -> None:
    header = ["Data", "Multa", "Moeda"]
    assert fields(place_headers(header, CONTRACTS["incidents"]), header)["Moeda"] == "sanction_currency"
    header = ["Data", "Multa", "Valor", "Moeda"]
    assert fields(place_headers(header, CONTRACTS["incidents"]), header)["Moeda"] == "currency"
