"""Files without incident numbers that are sent again, corrected."""

import numpy as np
import pandas as pd
import pytest

from ens_reports.intake.known.identity import align, alike_but_for

GOODS = ["Manis spp.", "Loxodonta africana", "Panthera leo", "Dalbergia spp.", "Psittacus erithacus"]


def file(number: int = 10) -> pd.DataFrame:
    """Different incidents, a few cells each."""
    rows = [
        {
            "incident_id": f"auto-{row}",
            "incident_date": f"2025-{row % 12 + 1:02}-{row % 27 + 1:02}",
            "scientific_name": GOODS[row % len(GOODS)],
            "quantity": float(row + 1),
            "unit": "kg",
            "place_name": f"place {row % 7}",
            "origin_country": "UGA",
        }
        for row in range(number)
    ]
    return pd.DataFrame(rows)


def changed(frame: pd.DataFrame, row: int, **cells: str | float) -> pd.DataFrame:
    result = frame.copy()
    for name, value in cells.items():
        result.loc[row, name] = value
    return result


def test_a_corrected_cell_makes_no_other_row() -> None:
    found = align(changed(file(), 3, quantity=4000.0), file())
    assert found is not None
    assert found.earlier.tolist() == list(range(10))
    assert (found.same, np.flatnonzero(found.corrected).tolist(), found.gone.tolist()) == (9, [3], [])


def test_two_corrected_cells_are_known_wherever_the_row_stands() -> None:
    again = changed(file(), 3, quantity=4000.0, unit="g").sample(frac=1, random_state=1)
    found = align(again, file())
    assert found is not None
    assert found.earlier.tolist() == again.index.tolist()


def test_a_row_is_known_by_its_neighbours_where_most_cells_agree() -> None:
    again = changed(file(), 5, quantity=1.5, place_name="elsewhere")
    found = align(again, file())
    assert found is not None
    assert found.earlier.tolist() == list(range(10))


def test_another_incident_in_the_place_of_one_is_not_its_correction() -> None:
    again = changed(file(), 5, incident_date="2019-01-01", scientific_name="Equus zebra", quantity=77.0, place_name="elsewhere")
    found = align(again, file())
    assert found is not None
    assert (found.earlier[5], found.gone.tolist()) == (-1, [5])


def test_rows_that_are_added_or_left_out_move_no_other() -> None:
    again = pd.concat([file().drop(index=2), file(12).tail(2)], ignore_index=True)
    found = align(again, file())
    assert found is not None
    assert found.earlier.tolist() == [0, 1, 3, 4, 5, 6, 7, 8, 9, -1, -1]
    assert found.gone.tolist() == [2]


def test_rows_that_say_the_same_are_joined_in_their_order() -> None:
    twice = pd.concat([file(4), file(1)], ignore_index=True)
    found = align(twice, twice)
    assert found is not None
    assert found.earlier.tolist() == [0, 1, 2, 3, 4]


def test_a_row_that_two_earlier_ones_could_be_is_left_alone() -> None:
    rows = file(8).assign(place_name="Lima")
    earlier = pd.concat([rows, rows.tail(1).assign(quantity=50.0)], ignore_index=True)
    again = pd.concat([rows.tail(1).assign(quantity=70.0), rows.head(7)], ignore_index=True)
    found = align(again, earlier)
    assert found is not None
    assert found.earlier[0] == -1


@pytest.mark.parametrize("other", [file(30).tail(10), file(0)])
def test_a_file_with_other_rows_is_not_the_earlier_one(other: pd.DataFrame) -> None:
    assert align(other, file()) is None


def test_files_of_two_months_are_not_one_corrected() -> None:
    """Alike but for the date: seizures of a market that repeat month by month."""
    january = file().assign(incident_date=[f"2025-01-{day:02}" for day in range(1, 11)])
    february = january.assign(incident_date=january["incident_date"].str.replace("-01-", "-02-"))
    assert align(february, january) is None
    assert alike_but_for(february, january) == "incident_date"


def test_alike_but_for_needs_rows_that_tell_enough() -> None:
    narrow = file()[["incident_id", "quantity", "unit"]]
    assert alike_but_for(narrow.assign(quantity=1.0), narrow) == ""
    assert alike_but_for(file(), file(9)) == ""
    assert alike_but_for(changed(changed(file(), 1, quantity=3.3), 2, unit="g"), file()) == ""


def test_blank_cells_of_one_kind_or_another_are_equal() -> None:
    one, other = file().assign(outcome=None), file()
    assert align(one, other).same == 10  # type: ignore[union-attr]  # it is
