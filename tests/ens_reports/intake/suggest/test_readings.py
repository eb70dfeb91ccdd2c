import pandas as pd

from data_contracts.registry import CONTRACTS
from ens_reports.intake.suggest.profile import look
from ens_reports.intake.suggest.readings import Reading, reading_of

FIELDS = {name: field for contract in CONTRACTS.values() for name, field in contract.fields.items()}


def read(field: str, *values: str) -> Reading:
    return reading_of(look(0, "x", pd.Series(values, dtype="str")), FIELDS[field])


def test_dates_whose_order_is_proven() -> None:
    assert read("incident_date", "25/03/2024", "01/02/2024") == Reading(
        rule={"column": "x", "date_order": "day_first"}, words="dates, day first: proven by 1 cells", pattern_shown=True
    )
    assert read("incident_date", "03/25/2024").rule == {"column": "x", "date_order": "month_first"}


def test_dates_whose_order_nothing_proves_are_left_open() -> None:
    found = read("incident_date", "01/02/2024", "03/04/2024")
    assert found.rule == {"column": "x"}
    assert found.words == "dates whose day and month can be exchanged: ask the sender, then add date_order"


def test_counted_dates_and_serial_numbers() -> None:
    assert read("incident_date", "1041379200000").rule == {"column": "x", "epoch": "ms"}
    assert read("incident_date", "45231").words == "serial numbers of days, as spreadsheet programs count them"
    assert read("incident_date", "2024-01-02").words == "dates"


def test_numbers_show_their_decimal_mark() -> None:
    assert read("quantity", "12,5", "3").rule == {"column": "x", "decimal": ","}
    assert read("quantity", "12.5", "abc").words == "numbers with a decimal point; 1 cells hold something else"


def test_both_coordinates_in_one_cell_are_taken_apart() -> None:
    cells = pd.Series(["10.3157, 123.8854", "(-3.1000; 36.8200)"])
    for field, wanted in (("latitude", ["10.3157", "-3.1000"]), ("longitude", ["123.8854", "36.8200"])):
        rule = reading_of(look(0, "x", cells), FIELDS[field]).rule
        assert cells.str.extract(str(rule["extract"]), expand=False).tolist() == wanted


def test_countries_within_places() -> None:
    assert read("origin_country", "Lima, Peru", "Kenya").rule == {"column": "x", "from_place": True}
    assert read("origin_country", "Peru", "Kenya").rule == {"column": "x"}


def test_codes_that_are_labels_need_no_table_and_others_are_listed() -> None:
    found = read("outcome", "Convicted", "Convicted", "16 people convicted", "Bail", "BAIL", "")
    assert found.rule == {"column": "x", "table": {"16 people convicted": "convicted"}}
    assert found.open_values == ("Bail",)
    assert found.words == "codes; 40% of the cells are labels of the list, 1 values close to one, 2 values need a code"


def test_values_that_could_name_persons_or_are_texts_are_not_listed() -> None:
    assert read("outcome", "John Example Senior", "Mary Sample Junior", "Peter Someone Else").open_values == ()
    assert read("outcome", "A man of forty years was released without any charge").open_values == ()


def test_names_of_species_in_small_letters_get_a_style() -> None:
    assert read("scientific_name", "genidens_barbus").rule == {"column": "x", "style": "species"}
    assert read("scientific_name", "Genidens barbus").rule == {"column": "x"}


def test_the_second_of_equal_headers_is_named_as_such() -> None:
    profile = look(3, "x", pd.Series(["a"]))
    assert reading_of(profile, FIELDS["place_name"], occurrence=2).rule == {"column": "x", "occurrence": 2}
