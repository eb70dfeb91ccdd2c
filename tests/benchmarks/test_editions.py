from benchmarks.editions import FULL, SMALL, grown, take_turns
from benchmarks.lines import Line


def test_runs_take_turns_and_the_median_counts() -> None:
    seconds = iter([1.0, 10.0, 5.0, 30.0, 2.0, 20.0])
    assert take_turns([lambda: next(seconds), lambda: next(seconds)], 3) == [2.0, 20.0]


def test_from_three_sizes_on_what_every_run_costs_is_taken_off_too() -> None:
    whole, beyond = grown("editions", [1, 11, 101], [8.0, 18.0, 108.0])
    assert (whole.what, beyond.what) == (
        "d  1, 11, 101 editions: s of the most; constant, s; exponent",
        "d  1, 11, 101 editions, beyond the first: s of the most; constant, s; exponent",
    )
    assert whole.ratio < 1
    assert (round(beyond.ratio, 6), round(beyond.other, 6), beyond.ours) == (1.0, 1.0, 100.0)


def test_of_two_sizes_one_line_is_told() -> None:
    (line,) = grown("records", [10_000, 1_000_000], [2.0, 20.0])
    assert line == Line(
        what="d  10,000, 1,000,000 records: s of the most; constant, s; exponent",
        ours=20.0,
        other=line.other,
        ratio=line.ratio,
        limit="at most 1.05",
    )
    assert round(line.ratio, 6) == 0.5


def test_one_worker_is_what_the_others_are_measured_against() -> None:
    assert [size.workers[0] for size in (SMALL, FULL)] == [1, 1]
