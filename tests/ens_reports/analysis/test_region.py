from dataclasses import replace

import worlds

from ens_reports.analysis.region import region
from ens_reports.analysis.scope import scope


def test_a_band_leaves_the_recipient_out_and_names_nobody() -> None:
    view = worlds.view(worlds.World())
    band = region(view, scope(view)).bands[0]
    rest = view.regional.query("measure == 'completeness' and country != 'KEN'")["value"]
    assert (band.measure, band.countries) == ("completeness", 7)
    assert band.middle == rest.median()


def test_fewer_than_five_other_countries_give_no_band() -> None:
    view = worlds.view(worlds.World())
    five = replace(view, regional=view.regional[~view.regional["country"].isin(["C1", "C2"])])
    four = replace(view, regional=view.regional[~view.regional["country"].isin(["C1", "C2", "C3"])])
    assert len(region(five, scope(five)).bands) == 4
    assert region(four, scope(four)).bands == ()


def test_what_others_report_stands_beside_what_the_recipient_reports() -> None:
    view = worlds.view(worlds.World(own=40, others=100))
    table = region(view, scope(view)).reported
    assert list(table.columns) == ["own", "others"]
    assert table["own"].sum() == scope(view).basis.n
    assert list(table.index) == ["wildlife", "fisheries", "forestry", "pollution", "mining"]
