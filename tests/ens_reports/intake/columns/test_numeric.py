import pytest
from mapped import Result, run

DATE = {"incident_date": {"column": "d"}}


def read(name: str, *cells: str, header: str = "n", contract: str = "wildlife", **rule: object) -> Result:
    return run({"d": ["2024"] * len(cells), header: list(cells)}, {**DATE, name: {"column": header, **rule}}, contract)


def test_the_whole_column_proves_the_mark() -> None:
    result = read("quantity", "1,234", "2,5", "12,25 kg")
    assert result.column("quantity") == ["1.234", "2.5", "12.25"]
    assert "decimal_mark_unclear" not in result.checks()


def test_a_mark_between_thousands_twice_proves_the_other() -> None:
    assert read("quantity", "1,234", "1,234,567").column("quantity") == ["1234", "1234567"]


def test_a_mark_that_nothing_proves_is_asked_about() -> None:
    result = read("quantity", "1,234", "5,678", "7")
    assert result.column("quantity") == ["1234", "5678", "7"]
    assert result.checks()["decimal_mark_unclear"] == [2, 3]
    assert next(item.facts for item in result.mapped.understood if item.field == "quantity") == {"decimal": ".", "proven": "no"}


def test_both_marks_in_one_column_prove_nothing() -> None:
    result = read("quantity", "1,5", "2,5", "3.5", "1,234")
    assert result.column("quantity") == ["1.5", "2.5", "3.5", "1.234"]
    assert (result.checks()["decimal_marks_mixed"], result.checks()["decimal_mark_unclear"]) == ([4], [5])


def test_an_answer_settles_the_mark() -> None:
    result = read("quantity", "1,234", decimal=",")
    assert (result.column("quantity"), "decimal_mark_unclear" in result.checks()) == (["1.234"], False)


def test_the_other_columns_of_the_file_only_suggest_a_mark() -> None:
    table = {"d": ["2024"], "n": ["1,234"], "other": ["2,5"]}
    result = run(table, {**DATE, "quantity": {"column": "n"}})
    assert (result.column("quantity"), result.checks()["decimal_mark_of_file"]) == (["1.234"], [2])


def test_persons_are_whole_so_the_mark_is_for_thousands() -> None:
    result = read("persons_detected", "1.234", "5")
    assert (result.column("persons_detected"), "decimal_mark_unclear" in result.checks()) == (["1234", "5"], False)


def test_a_limit_of_the_field_proves_the_mark() -> None:
    result = read("vessel_length_m", "24,111", contract="fisheries")
    assert (result.column("vessel_length_m"), "decimal_mark_unclear" in result.checks()) == (["24.111"], False)


@pytest.mark.parametrize(
    ("cell", "text", "check"),
    [
        ("2 à 3", "2", "range_at_least"),
        ("environ 12", "12", "number_not_exact"),
        ("50 %", None, "number_percent"),
        ("douze", None, "number_in_words"),
        ("12 kg", "12", "unit_in_number"),
        ("12 kg et 3 pièces", "12", "second_quantity_in_cell"),
    ],
)
def test_every_change_of_a_quantity_is_told(cell: str, text: str | None, check: str) -> None:
    result = read("quantity", cell, "7")
    assert (result.column("quantity"), result.checks()[check]) == ([text, "7"], [2])


@pytest.mark.parametrize(("cell", "word"), [("néant", "none"), ("inconnu", "unknown")])
def test_words_for_nothing_and_for_unknown_are_kept_apart(cell: str, word: str) -> None:
    assert read("quantity", cell).column("quantity") == [word]


def test_a_range_of_persons_cannot_say_that_it_is_one() -> None:
    result = read("persons_detected", "2-3", "about 5", "4")
    assert result.column("persons_detected") == ["2", "5", "4"]
    assert (result.checks()["range_lower_end"], result.checks()["exactness_not_kept"]) == ([2], [3])


def test_a_field_with_its_own_unit_converts_others_and_says_so() -> None:
    result = read("catch_kg", "12 t", "500 g", "3", "4 pièces", contract="fisheries")
    assert result.column("catch_kg") == ["12000", "0.5", "3", None]
    assert (result.checks()["unit_converted"], result.checks()["unit_unfit"]) == ([2], [5])


def test_the_header_says_the_unit_of_a_field_with_its_own() -> None:
    result = read("catch_kg", "12", "3 kg", header="Captura (t)", contract="fisheries")
    assert result.column("catch_kg") == ["12000", "3"]
    assert result.checks()["unit_converted"] == [2]


def test_kilograms_are_no_number_of_persons() -> None:
    result = read("persons_detected", "12 kg", "12 personnes")
    assert (result.column("persons_detected"), result.checks()["unit_unfit"]) == ([None, "12"], [2])


def test_numbers_as_they_should_be_are_not_told() -> None:
    assert set(read("quantity", "12", "3.5", "1500").checks()) <= {"incident_id_derived"}
