import pandas as pd
import worlds

from ens_reports.analysis import legs, shown
from ens_reports.locales import open_language
from ens_reports.report.blocks import Cell
from ens_reports.report.wording import routes

ENGLISH = open_language("en")
LIMITS = shown.Rule(threshold=5, min_owners=3, dominance=0.8)


def found(*parts: tuple[int, str, str | None, str | None, str]) -> legs.Legs:
    frames = [
        worlds.incidents(
            number,
            origin_country=origin,
            transit_countries=transit,
            destination_country=end,
            transport_mode="rail",
            commodity="gold",
            concealment=None,
            location_type="market",
        ).assign(date_from=pd.Timestamp(day))
        for number, origin, transit, end, day in parts
    ]
    frame = pd.concat(frames, ignore_index=True)
    return legs.legs(*worlds.sides(frame.assign(incident_id=[f"I-{number}" for number in range(len(frame))])), LIMITS)


def test_a_leg_in_a_row() -> None:
    row = routes.leg_rows(found((2, "UGA", None, "VNM", "2025-03-01")), ENGLISH)[0]
    texts = [cell.text if isinstance(cell, Cell) else cell for cell in row]
    assert texts == ["Uganda to Viet Nam", "market", "rail", "\N{EN DASH}", "gold", "2", "Mar 2025 to Mar 2025"]
    assert len(row) == len(routes.leg_columns(ENGLISH))


def test_a_chain_in_a_sentence() -> None:
    arrow = "\N{RIGHTWARDS ARROW}"
    said = f"Uganda {arrow} Kenya {arrow} Viet Nam: gold \N{MIDDLE DOT} rail, 1 incident, last Mar 2025"
    assert routes.chain_items(found((1, "UGA", "KEN", "VNM", "2025-03-01")), ENGLISH) == [said]


def test_a_gap_in_two_sentences() -> None:
    said = routes.gap_items(found((1, "UGA", None, None, "2025-03-01"), (2, "KEN", None, "VNM", "2025-03-01")), ENGLISH)
    assert said == ["Gold from Uganda: 1 incident ends in Kenya in the records. 2 other incidents of the same goods go on to Viet Nam."]


def test_an_alternate_does_not_say_that_it_replaced() -> None:
    said = routes.alternate_items(found((2, "KEN", "ARE", "VNM", "2024-03-01"), (1, "KEN", "MYS", "VNM", "2025-03-01")), ENGLISH)
    assert len(said) == 1
    assert said[0].endswith("was first seen in Mar 2025 (1 incident since).")


def test_many_common_legs_are_cut_and_become_an_operation() -> None:
    keys = tuple((start, "VNM") for start in ("CMR", "KEN", "TZA", "UGA"))
    one = legs.Meeting(country="UGA", legs=keys, commodity="gold", last=pd.Timestamp("2025-03-01"))
    row = routes.meeting_rows((one,), ENGLISH)[0]
    assert str(row[1]).endswith("; and 1 more")
    assert row[-1] == "Joint operation, prepared in a RIACM"
