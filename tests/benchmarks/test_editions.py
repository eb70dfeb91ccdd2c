from benchmarks.editions import FULL, SMALL, grown, take_turns


def test_runs_take_turns_and_the_median_counts() -> None:
    seconds = iter([1.0, 10.0, 5.0, 30.0, 2.0, 20.0])
    assert take_turns([lambda: next(seconds), lambda: next(seconds)], 3) == [2.0, 20.0]


def test_from_three_sizes_on_what_every_run_costs_is_told_apart_too() -> None:
    whole, beyond = grown("editions", [1, 11, 101], [8.0, 18.0, 108.0])
    assert (whole.what, beyond.what) == (
        "d  editions, 1: 8.0 s, 11: 18.0 s, 101: 108.0 s; most, s; constant, s; exponent",
        "d  editions, beside what every run costs; most, s; constant, s; exponent",
    )
    assert whole.ratio < 1
    assert (round(beyond.ratio, 3), round(beyond.other, 3), beyond.ours) == (1.0, 1.0, 108.0)


def test_of_two_sizes_one_line_is_told() -> None:
    (line,) = grown("records", [10_000, 1_000_000], [2.0, 20.0])
    assert (line.what, line.limit) == ("d  records, 10,000: 2.0 s, 1,000,000: 20.0 s; most, s; constant, s; exponent", "at most 1.05")
    assert (round(line.ratio, 6), line.ours) == (0.5, 20.0)


def test_one_worker_is_what_the_others_are_measured_against() -> None:
    assert [size.workers[0] for size in (SMALL, FULL)] == [1, 1]
