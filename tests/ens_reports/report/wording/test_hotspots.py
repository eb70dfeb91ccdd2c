from dataclasses import replace

import pandas as pd
import pytest

from ens_reports.analysis import hotspots as analysis
from ens_reports.analysis import spots
from ens_reports.analysis.hotspots import Hotspot
from ens_reports.analysis.tiers import Basis
from ens_reports.analysis.windows import Window
from ens_reports.locales import LANGUAGES, open_language
from ens_reports.report.blocks import Cell
from ens_reports.report.wording import hotspots

ENGLISH = open_language("en")
SPOT = Hotspot(
    spot="x",
    kind="seaport",
    place="Mombasa",
    latitude=-4.05,
    longitude=39.66,
    own=9,
    others=None,
    commodity="gold",
    mode="sea_vessel",
    detection="scanner",
    months=Window(first=11, last=1, share=0.75, n=9),
    weekday=None,
    last=pd.Timestamp("2025-03-07"),
    last_precision="day",
    stability=0.95,
    doubts=("post", "burst"),
)


def test_every_doubt_and_every_reason_has_its_words() -> None:
    assert list(hotspots.DOUBTS) == list(analysis.DOUBTS)
    assert tuple(hotspots.LEFT_OUT) == spots.REASONS


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        ({}, "Mombasa, seaport"),
        ({"place": "Old Seaport"}, "Old Seaport"),
        ({"kind": "land_border", "place": "Isebania", "latitude": -1.24, "longitude": 34.47}, "Isebania, border Kenya\N{EN DASH}Tanzania"),
        ({"kind": "land_border", "latitude": float("nan")}, "Mombasa, land border"),
        ({"kind": "sea", "place": "", "latitude": -5.0, "longitude": 41.0}, "the sea at 5.0\N{DEGREE SIGN} S 41.0\N{DEGREE SIGN} E"),
        ({"kind": "named", "latitude": float("nan"), "longitude": float("nan")}, "Mombasa"),
        ({"kind": "cell"}, "Mombasa (4.0\N{DEGREE SIGN} S 39.7\N{DEGREE SIGN} E)"),
    ],
)
def test_what_a_spot_is_called(change: dict[str, object], expected: str) -> None:
    assert hotspots.place(replace(SPOT, **change), ENGLISH) == expected


def test_the_window_says_its_share_of_own_incidents() -> None:
    assert hotspots.when(SPOT, ENGLISH) == hotspots.when(replace(SPOT, others=10), ENGLISH) == "Nov\N{EN DASH}Jan (75% of 9)"
    assert hotspots.when(replace(SPOT, own=0, others=10, months=None), ENGLISH) == "\N{EN DASH}"
    assert hotspots.when(replace(SPOT, months=None), ENGLISH) == "no clear window"
    weekday = replace(SPOT, months=None, weekday=Window(first=1, last=1, share=0.5, n=8))
    assert hotspots.when(weekday, ENGLISH) == "Monday (50% of 8)"


def test_doubts_are_one_sentence_and_a_dash_for_none() -> None:
    said = "A standing post sees what passes it, not what avoids it; half or more fell in a single month"
    assert hotspots.doubts(SPOT, ENGLISH) == said
    assert hotspots.doubts(replace(SPOT, doubts=()), ENGLISH) == "\N{EN DASH}"


@pytest.mark.parametrize("code", LANGUAGES)
def test_a_row_has_a_cell_for_each_column(code: str) -> None:
    language = open_language(code)
    row = hotspots._row(1, SPOT, language)
    assert len(row) == len(hotspots.columns(language))
    stable = row[7]
    assert isinstance(stable, Cell)
    assert stable.outlined


def found_of(*top: Hotspot) -> analysis.Hotspots:
    nothing = pd.DataFrame()
    return analysis.Hotspots(top=top, all=nothing, effort=nothing, left_out={}, n=9, others=None, basis=Basis(n=9, of=9))


def test_columns_in_which_no_row_tells_anything_are_left_out() -> None:
    bare = replace(SPOT, kind="named", commodity="", mode="", detection="")
    heads, lines = hotspots.table(found_of(bare, bare), ENGLISH)
    assert [head.label for head in heads] == ["No.", "Where", "When", "Incidents", "Last seen", "Stable", "Why it might be wrong"]
    assert [len(line) for line in lines] == [7, 7]


def test_a_column_that_one_row_fills_stays() -> None:
    heads, _ = hotspots.table(found_of(replace(SPOT, detection=""), SPOT), ENGLISH)
    assert len(heads) == len(hotspots.columns(ENGLISH))
