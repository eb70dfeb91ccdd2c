from mapped import run

DATE = {"incident_date": {"column": "Date"}}


def test_an_id_derives_from_what_a_row_says_and_not_from_where_it_stands() -> None:
    first = run({"Date": ["2024", "2025"], "place": ["Lima", "Puno"]}, DATE).column("incident_id")
    turned = run({"place": ["Puno", "Lima"], "Date": ["2025", "2024"]}, DATE).column("incident_id")
    assert first == turned[::-1]
    assert len(set(first)) == 2


def test_an_id_does_not_hang_on_blanks() -> None:
    one = run({"Date": ["2024"], "place": ["Lima"]}, DATE).column("incident_id")
    assert run({"Date": [" 2024"], "place": ["Lima "], "more": [""]}, DATE).column("incident_id") == one


def test_rows_that_say_the_same_are_kept_apart_by_their_ordinal() -> None:
    result = run({"Date": ["2024", "2024", "2025"]}, DATE)
    first, second, third = result.column("incident_id")
    assert second == f"{first}-2"
    assert third is not None
    assert (result.checks()["rows_identical"], result.checks()["incident_id_derived"]) == ([3], [2, 3, 4])


def test_a_running_number_is_no_content() -> None:
    result = run({"": ["1", "2"], "Date": ["2024", "2024"]}, DATE, identity_ignores=[""], ignored={"": "running_number"})
    assert result.checks()["rows_identical"] == [3]


def test_a_row_repeated_with_its_number_is_taken_once() -> None:
    result = run({"No": ["7", "7", "8"], "Date": ["2024", "2024", "2024"]}, DATE, incident_id=["No"])
    assert (result.mapped.repeated, result.mapped.frame.index.tolist()) == ((3,), [2, 4])
    assert result.checks()["rows_repeated"] == [3]


def test_rows_of_one_incident_become_its_items() -> None:
    result = run(
        {"No": ["7", "7", "8"], "Date": ["2024"] * 3, "kg": ["1", "2", "3"]}, {**DATE, "quantity": {"column": "kg"}}, incident_id=["No"]
    )
    assert (result.column("incident_id"), result.column("item_no")) == (["7", "7", "8"], ["1", "2", "1"])
    assert result.checks()["items_numbered"] == [2, 3]


def test_items_that_the_sender_numbers_are_left_alone() -> None:
    result = run(
        {"No": ["7", "7"], "i": ["2", "1"], "Date": ["2024"] * 2}, {**DATE, "incident_id": {"column": "No"}, "item_no": {"column": "i"}}
    )
    assert result.column("item_no") == ["2", "1"]
    assert "items_numbered" not in result.checks()


def test_an_id_of_two_columns() -> None:
    assert run({"a": ["7"], "b": ["x"], "Date": ["2024"]}, DATE, incident_id=["a", "b"]).column("incident_id") == ["7/x"]
