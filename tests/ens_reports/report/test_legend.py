import itertools

from ens_reports.locales import Language
from ens_reports.report import legend
from ens_reports.report.blocks import Paragraph, Table


def test_the_words_are_in_order_and_no_two_ranges_touch() -> None:
    ranges = list(legend.LIKELIHOODS.values())

    assert all(low < high for low, high in ranges)
    assert all(before[1] < after[0] for before, after in itertools.pairwise(ranges))
    assert (0, 100) == (ranges[0][0], ranges[-1][1])


def test_each_word_stands_over_its_range() -> None:
    table = legend.yardstick_blocks(Language("en"))[0]

    assert isinstance(table, Table)
    assert list(legend.LIKELIHOODS) == [column.label for column in table.columns]
    assert [["0\u20135%", "10\u201320%"]] == [[cell.text for cell in row[:2]] for row in table.rows]


def test_the_levels_of_confidence_are_explained() -> None:
    levels = legend.yardstick_blocks(Language("en"))[-1]

    assert isinstance(levels, Paragraph)
    assert ["What", "Low", "Moderate", "High"] == [span.text.split()[0] for span in levels.spans]
