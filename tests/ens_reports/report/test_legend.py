import itertools

from ens_reports.locales import Language
from ens_reports.report import legend
from ens_reports.report.blocks import Items, Table


def test_the_words_are_in_order_and_no_two_ranges_touch() -> None:
    ranges = list(legend.LIKELIHOODS.values())

    assert all(low < high for low, high in ranges)
    assert all(before[1] < after[0] for before, after in itertools.pairwise(ranges))
    assert (0, 100) == (ranges[0][0], ranges[-1][1])


def test_the_table_has_a_row_per_word() -> None:
    table = legend.yardstick_blocks(Language("en"))[0]

    assert isinstance(table, Table)
    assert ["remote chance", "0\u20135%"] == [cell.text for cell in table.rows[0]]
    assert len(legend.LIKELIHOODS) == len(table.rows)


def test_the_levels_of_confidence_are_explained() -> None:
    levels = legend.yardstick_blocks(Language("en"))[-1]

    assert isinstance(levels, Items)
    assert ["Low", "Moderate", "High"] == [item[0].text.split()[0] for item in levels.items]
