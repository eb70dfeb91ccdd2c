import reading
import worlds

from ens_reports.report.blocks import Figure, Section, Table


def test_every_route_is_alleged(write) -> None:  # noqa: ANN001 - a fixture
    for block in write(worlds.World(own=60), "ways"):
        if isinstance(block, Section):
            assert "Alleged" in block.title
        if isinstance(block, Table | Figure):
            assert "lleged" in block.caption


def test_few_routes_are_a_numbered_list_without_a_map(write) -> None:  # noqa: ANN001 - a fixture
    blocks = write(worlds.World(own=9, first_year=2024), "ways")
    assert reading.keys(blocks) == []
    assert any(line.startswith("Alleged: ") for line in reading.paragraphs(blocks))
    assert all(line.startswith("Alleged: ") for line in reading.paragraphs(blocks) if "\N{RIGHTWARDS ARROW}" in line)


def test_arrows_point_the_way_the_script_runs(write) -> None:  # noqa: ANN001 - a fixture
    text = reading.texts(write(worlds.World(own=60, language="ar"), "ways"))
    assert "\N{LEFTWARDS ARROW}" in text
    assert "\N{RIGHTWARDS ARROW}" not in text


def test_what_one_neighbour_reported_is_a_dash_like_nothing(write) -> None:  # noqa: ANN001 - a fixture
    one = reading.rows(write(worlds.World(own=60, others=300, owners=1), "ways"), "legs")
    none = reading.rows(write(worlds.World(own=60), "ways"), "legs")
    assert one == none
