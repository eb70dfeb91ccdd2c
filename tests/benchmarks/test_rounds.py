from benchmarks.measure import Measured
from benchmarks.rounds import Round

TOOK = Measured(seconds=10, cpu_s=20, peak_mb=500, parent_mb=100)
ROUND = Round(editions=196, sample=6, cold=TOOK, look=TOOK, nothing=TOOK, plain_s=4.0, cells_s=0.3, rendering_s=0.2)


def test_the_limit_is_cells_and_rendering_on_both_cores() -> None:
    assert round(ROUND.limit_s, 6) == 49.0


def test_the_plain_loop_is_scaled_from_its_sample() -> None:
    assert ROUND.plain_all_s == 784.0
