"""Mappings carried out on small tables."""

from mapped import run

DATE = {"incident_date": {"column": "Date"}}


def test_apply_gives_canonical_text_with_row_numbers() -> None:
    result = run(
        {"Date": ["31/12/2024"], "Pays": ["Cameroun"], "kg": ["3,5"]},
        {**DATE, "reporting_country": {"column": "Pays"}, "quantity": {"column": "kg"}},
    )
    frame = result.mapped.frame
    assert frame.index.tolist() == [2]
    assert frame.drop(columns="incident_id").to_dict("records") == [
        {"incident_date": "2024-12-31", "reporting_country": "CMR", "quantity": "3.5"}
    ]


def test_apply_leaves_what_it_cannot_read_to_validation() -> None:
    result = run({"Date": ["soon"], "kg": ["2 or so"]}, {**DATE, "quantity": {"column": "kg"}})
    assert (result.column("incident_date"), result.column("quantity")) == (["soon"], ["2 or so"])


def test_a_constant_a_template_and_a_value_by_date() -> None:
    result = run(
        {"Date": ["1994-06-30", "1994-07-01", "1994-07"], "M": ["CACERES", "", "LIMA"], "C": ["5120", "1", "15001"]},
        {
            **DATE,
            "record_type": {"constant": "aggregate"},
            "place_name": {"template": "{M} ({C:5})"},
            "sanction_currency": {"by_date": [{"since": "1993-08-01", "value": "BRR"}, {"since": "1994-07-01", "value": "BRL"}]},
        },
    )
    assert result.column("record_type") == ["aggregate"] * 3
    assert result.column("place_name") == ["CACERES (05120)", None, "LIMA (15001)"]
    assert result.column("sanction_currency") == ["BRR", "BRL", "BRL"]
    assert (result.checks()["codes_lost_zeros"], result.checks()["value_by_date"]) == ([2, 3], [2])


def test_a_rule_holds_only_where_its_column_is_filled() -> None:
    result = run({"Date": ["2024"] * 2, "fine": ["10", ""]}, {**DATE, "sanction_type": {"constant": "fine", "when": "fine"}})
    assert result.column("sanction_type") == ["fine", None]


def test_the_first_option_that_is_filled_is_the_quantity() -> None:
    """Kilograms and pieces are never added: the second quantity of a row is told, and not taken."""
    option = [
        {"when": "kg", "fields": {"quantity": {"column": "kg", "amount_unknown": ["Y"]}, "unit": {"constant": "kg"}}},
        {"when": "number", "fields": {"quantity": {"column": "number"}, "unit": {"constant": "pcs"}}},
    ]
    result = run({"Date": ["2024"] * 4, "kg": ["5", "", "Y", ""], "number": ["2", "3", "", ""]}, DATE, options=[option])
    assert result.column("quantity") == ["5", "3", None, None]
    assert result.column("unit") == ["kg", "pcs", "kg", None]
    assert (result.checks()["second_quantity"], result.checks()["amount_unknown"]) == ([2], [4])


def test_a_unit_inside_the_number_fills_the_unit() -> None:
    result = run({"Date": ["2024"] * 2, "q": ["556kg", "environ 3 t"]}, {**DATE, "quantity": {"column": "q"}})
    assert (result.column("quantity"), result.column("unit")) == (["556", "3"], ["kg", "t"])
    assert result.column("quantity_qualifier") == [None, "about"]
    assert (result.checks()["unit_in_number"], result.checks()["number_not_exact"]) == ([2, 3], [3])


def test_columns_that_are_refused_ignored_or_unknown_are_told_apart() -> None:
    result = run(
        {"Date": ["2024"] * 2, "ator": ["x", ""], "link": ["", "y"], "fld": ["z", "z"], "empty": ["", " "]},
        DATE,
        not_taken={"ator": "sensitive_person"},
        ignored={"link": "no_place_in_contract"},
    )
    checks = result.checks()
    assert (checks["column_not_taken"], checks["column_ignored"], checks["column_unknown"]) == ([2], [3], [2, 3])
    assert not {"x", "y", "z"} & {str(value) for value in result.mapped.frame.to_numpy().ravel()}


def test_aggregates_and_undetermined_areas_are_told() -> None:
    rules = {
        **DATE,
        "incident_count": {"column": "n"},
        "crime_area": {"column": "law", "extract": r"(\d+)", "table": {"336": "wildlife"}, "otherwise": "undetermined"},
    }
    result = run({"Date": ["2024"] * 2, "n": ["1", "3"], "law": ["art. 336", "art. 328"]}, rules, contract="incidents")
    assert result.column("crime_area") == ["wildlife", "undetermined"]
    assert (result.checks()["rows_aggregated"], result.checks()["area_undetermined"]) == ([3], [3])
    told = next(item for item in result.collector.found if item.finding.check == "rows_aggregated")
    assert told.finding.values == {"rows": "2", "incidents": "4"}


def test_a_record_broken_at_a_blank_line_is_moved_back() -> None:
    """The blank line is no record; the row after it holds the end of the broken one, too far to the left."""
    table = {
        "id": ["1", "", "350.0", "4"],
        "Date": ["2024", "", "2008-01-07", "2025"],
        "fine": ["5", "", "", "7"],
        "place": ["Lima", "", "", ""],
    }
    rules = {"incident_date": {"column": "place"}, "sanction_amount": {"column": "fine"}}
    result = run(table, rules, rejoin_after_blank=2)
    assert result.column("sanction_amount") == ["5", "350", "7"]
    assert result.column("incident_date") == ["Lima", "2008-01-07", None]
    assert result.checks()["record_rejoined"] == [4]


def test_values_that_are_missing_in_this_column_only() -> None:
    result = run(
        {"Date": ["s.i.", "2024"], "status": ["s.i.", "activo"]},
        {
            "incident_date": {"year": "Date", "missing": ["s.i."]},
            "site_status": {"column": "status", "table": {"s.i.": "unknown", "activo": "active"}},
        },
        contract="mining",
        kept=["s.i."],
    )
    assert (result.column("incident_date"), result.column("site_status")) == ([None, "2024"], ["unknown", "active"])
    assert (result.checks()["missing_words"], result.checks()["unknown_in_words"]) == ([2], [2])


def test_a_misspelt_header_is_told_at_the_header() -> None:
    checks = run({"Dato": ["2024"]}, {"incident_date": {"column": "Dato"}}, misspelt={"DATO": "Date"}).checks()
    assert checks["header_misspelt"] == [1]
    assert "header_misspelt" not in run({"Date": ["2024"]}, DATE, misspelt={"DATO": "Date"}).checks()


def test_apply_tells_which_column_each_field_is_from_and_how_it_was_read() -> None:
    result = run(
        {"kg": ["3,5"], "Date": ["31/12/2024"]},
        {**DATE, "quantity": {"column": "kg"}, "unit": {"constant": "kg"}},
    )
    found = [(item.column, item.header, item.field) for item in result.mapped.understood]
    assert found == [(0, "kg", "quantity"), (1, "Date", "incident_date"), (-1, "", "unit")]
    assert result.mapped.understood[2].facts == {"constant": "kg"}
