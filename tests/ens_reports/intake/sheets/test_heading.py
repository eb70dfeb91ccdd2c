import pandas as pd

from ens_reports.intake.sheets.heading import Heading, find_heading
from ens_reports.intake.source import Sheet

KNOWN = frozenset({"date", "province", "commune", "site", "species", "kg", "place"})


def heading(*rows: list[str], known: frozenset[str] = KNOWN, stated: int | None = None) -> Heading | None:
    cells = pd.DataFrame(list(rows), index=range(1, len(rows) + 1), dtype="str")
    return find_heading(Sheet(name="", cells=cells), known, stated=stated)


def test_names_merged_over_three_rows_come_from_the_lowest_that_is_filled() -> None:
    found = heading(
        ["Date", "Goods", "", ""], ["", "Species", "Amount", ""], ["", "", "kg", "Pieces"], ["2024-01-01", "Manis", "3", "1"], stated=3
    )
    assert found == Heading(names=("Date", "Species", "kg", "Amount \u203a Pieces"), row=3)


def test_the_parts_of_a_name_may_stand_below_it() -> None:
    found = heading(["Date", "Species", "Place", ""], ["", "", "Province", "Commune"], ["2024-01-01", "Manis", "Littoral", "Douala"])
    assert found == Heading(names=("Date", "Species", "Province", "Commune"), row=2)


def test_a_first_record_with_known_words_is_no_part_of_the_header() -> None:
    found = heading(["Date", "Species", "Place", "kg"], ["2024", "site", "province", "3"], ["2024", "Manis", "Lima", "3"])
    assert found == Heading(names=("Date", "Species", "Place", "kg"), row=1)


def test_a_sparse_first_record_that_is_not_known_is_no_part_of_the_header() -> None:
    found = heading(["Date", "Species", "Place", "kg"], ["", "Manis", "Lima", ""], ["2024", "Manis", "Lima", "3"])
    assert found == Heading(names=("Date", "Species", "Place", "kg"), row=1)


def test_a_title_between_bands_ends_the_header() -> None:
    found = heading(["A", "B", "C"], ["Report of 2024", "", ""], ["", "Species", "kg"], ["1", "Manis", "3"])
    assert found == Heading(names=("", "Species", "kg"), row=3)


def test_a_stated_row_that_is_not_there() -> None:
    assert heading(["Date", "kg"], stated=9) is None


def test_nothing_looks_like_a_header() -> None:
    assert heading(["", "", ""], ["x", "", ""], known=frozenset()) is None


BANDS = ["N°", "Vessel", "", "", "Suspects", ""]


def test_names_that_say_little_have_their_band_before_them() -> None:
    found = heading(BANDS, ["", "Name", "Date", "kg", "No.", "No. free"], ["1", "Luz", "2024-01-01", "3", "2", "0"])
    assert found == Heading(names=("N°", "Vessel \u203a Name", "Date", "kg", "Suspects \u203a No.", "Suspects \u203a No. free"), row=2)


def test_names_that_stand_twice_have_their_bands_before_them() -> None:
    found = heading(
        ["Date", "Goods", "", "Vessel", ""], ["Date", "kg", "Species", "kg", "Place"], ["2024-01-01", "3", "Manis", "2", "Lima"]
    )
    assert found == Heading(names=("Date", "Goods \u203a kg", "Species", "Vessel \u203a kg", "Place"), row=2)


def test_what_is_merged_downwards_is_no_band() -> None:
    found = heading(["Remark", "Where", ""], ["Remark", "Place", "abc"], ["x", "Lima", "y"], stated=2)
    assert found == Heading(names=("Remark", "Place", "Where \u203a abc"), row=2)


def test_names_that_say_more_with_their_band_have_it_before_them() -> None:
    known = frozenset({"data", "descricao", "local"})
    rows = ["Infracção", "", "Local"], ["Data", "Descrição", "Local"], ["01/02/2024", "Pesca", "Lobito"]
    assert heading(*rows, known=known) == Heading(names=("Data", "Infracção \u203a Descrição", "Local"), row=2)


def test_a_row_above_that_shows_how_to_fill_it_is_no_band_and_years_over_columns_are() -> None:
    shown = heading(["2024-01-01", "Manis", "3"], ["Date", "Species", "Pieces"], ["2024-02-01", "Manis", "1"])
    years = heading(["", "2023", "", "2024", ""], ["Species", "Pieces", "kg", "Pieces", "kg"], ["Manis", "1", "2", "3", "4"])
    assert shown == Heading(names=("Date", "Species", "Pieces"), row=2)
    assert years is not None
    assert years.names[1:] == ("2023 \u203a Pieces", "2023 \u203a kg", "2024 \u203a Pieces", "2024 \u203a kg")
