import reading
import worlds


def test_silence_and_a_nil_return_read_differently(write) -> None:  # noqa: ANN001 - a fixture
    silent = reading.paragraphs(write(worlds.World(own=0, returned=False), "trust"))
    nil = reading.paragraphs(write(worlds.World(own=0, nil=("forestry",)), "trust"))
    assert silent[0].endswith("Absence of records is not evidence of absence.")
    assert (
        nil[0]
        == "Kenya reported no incidents of this kind for 2024\N{EN DASH}2025: forestry. That is information: somebody looked, and said so."
    )


def test_without_records_the_page_asks_for_what_the_next_edition_needs(write) -> None:  # noqa: ANN001 - a fixture
    assert reading.keys(write(worlds.World(own=0, returned=False), "trust")) == ["unanswered"]
    assert "unanswered" not in reading.keys(write(worlds.World(own=5), "trust"))


def test_the_same_sentence_on_what_may_be_withheld_always_stands(write) -> None:  # noqa: ANN001 - a fixture
    for own, others in ((0, 0), (0, 300), (40, 0), (40, 300)):
        assert "This product may not reflect all information held." in " ".join(
            reading.paragraphs(write(worlds.World(own=own, others=others), "trust"))
        )


def test_the_costliest_gap_comes_first(write) -> None:  # noqa: ANN001 - a fixture
    missing = [int(row[1].split()[0]) for row in reading.rows(write(worlds.World(own=60), "trust"), "gaps")]
    assert missing == sorted(missing, reverse=True)


def test_no_chart_for_few_incidents(write) -> None:  # noqa: ANN001 - a fixture
    assert "completeness" not in reading.keys(write(worlds.World(own=7), "trust"))


def test_open_quarters_are_named(write) -> None:  # noqa: ANN001 - a fixture
    assert any("Records are still arriving for Q4 2025" in line for line in reading.paragraphs(write(worlds.World(own=40), "trust")))
