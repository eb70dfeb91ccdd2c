from dataclasses import replace

import h3
import numpy as np
import pandas as pd
import worlds

from ens_reports.analysis.places import RESOLUTION, mappable, places
from ens_reports.analysis.scope import scope
from ens_reports.report.view import View


def view(records: pd.DataFrame) -> View:
    base = worlds.view(worlds.World())
    return replace(base, incidents=records.assign(in_period=True))


def test_only_positions_finer_than_a_cell_are_mapped() -> None:
    records = worlds.incidents(
        5, latitude=[1.0, 1.0, 1.0, None, 1.0], longitude=36.0, place_precision=["exact", "site", "admin1", "exact", "unknown"]
    )
    assert mappable(records).to_list() == [True, True, False, False, False]


def test_live_specimens_and_indigenous_territories_are_on_no_map() -> None:
    records = worlds.incidents(3, latitude=1.0, longitude=36.0, place_precision="exact")
    records = records.assign(specimen_state=["live", "dead", None], land_status=[None, None, "indigenous_or_community"])
    assert mappable(records).to_list() == [False, True, False]
    table = places(scope(view(records.assign(place_name=["Secret", "Voi", "Hidden"], admin1="Kilifi")))).table
    assert table["incidents"].to_dict() == {"Kilifi": 2, "Voi": 1}


def test_a_rate_is_incidents_for_each_agency_and_quarter_there() -> None:
    day = pd.to_datetime(["2025-01-05", "2025-02-05", "2025-04-05", "2025-04-06"])
    same = {"latitude": 1.0, "longitude": 36.0, "place_precision": "exact", "date_precision": "day", "source_type": "police"}
    records = worlds.incidents(4, **same, date_from=day, detecting_agency=["customs", "customs", "customs", "police"])
    line = places(scope(view(records))).cells.iloc[0]
    assert (line["incidents"], line["agency_quarters"]) == (4, 3)


def test_a_cell_that_towers_over_its_neighbourhood_stands_out_and_the_others_do_not() -> None:
    centre = h3.latlng_to_cell(1.0, 36.0, RESOLUTION)
    ring = sorted(h3.grid_disk(centre, 4))
    cells = ring + [centre] * 60 + sorted(h3.grid_disk(centre, 1)) * 6
    spots = np.array([h3.cell_to_latlng(cell) for cell in cells])
    records = worlds.incidents(len(cells), latitude=spots[:, 0], longitude=spots[:, 1], place_precision="exact")
    found = places(scope(view(records)))
    assert found.tested
    assert found.cells.loc[centre, "standing_out"]
    assert set(found.cells.index[found.cells["standing_out"]]) <= set(h3.grid_disk(centre, 1))


def test_few_incidents_or_few_cells_are_not_tested() -> None:
    few = worlds.incidents(20, latitude=1.0, longitude=36.0, place_precision="exact")
    one_cell = worlds.incidents(40, latitude=1.0, longitude=36.0, place_precision="exact")
    assert not places(scope(view(few))).tested
    assert not places(scope(view(one_cell))).tested


def test_nothing_gives_no_places() -> None:
    found = places(scope(worlds.view(worlds.World(own=0))))
    assert (len(found.cells), len(found.table), found.coarse, found.untyped) == (0, 0, 0, 0)


def test_a_name_is_enough_for_the_table_and_a_position_for_the_map() -> None:
    names = {"place_name": ["A", "B", None, None], "admin1": [None, None, "C", None]}
    records = worlds.incidents(
        4,
        latitude=[1.0, None, None, None],
        longitude=36.0,
        place_precision="exact",
        **names,
    )
    found = places(scope(view(records)))
    assert (found.mapped.n, found.coarse, found.basis.n, found.basis.of) == (1, 3, 3, 4)
