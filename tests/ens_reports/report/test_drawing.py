import os
import subprocess
import sys

from matplotlib import pyplot as plt
from matplotlib.figure import Figure

from ens_reports.report import drawing

DRAW = """
import hashlib
from matplotlib.figure import Figure
from ens_reports.report import drawing
figure = Figure(figsize=(3, 2))
axes = figure.subplots()
axes.fill_between([1, 2], [3, 4], hatch="//", label="a", clip_on=True)
axes.legend()
print(hashlib.sha256(drawing.to_svg(figure).encode()).hexdigest())
"""


def drawn(seed: str, zone: str) -> str:
    environment = {**os.environ, "PYTHONHASHSEED": seed, "TZ": zone, "SOURCE_DATE_EPOCH": seed}
    command = [sys.executable, "-c", DRAW]
    return subprocess.run(command, env=environment, capture_output=True, check=True, text=True).stdout  # noqa: S603 - our own code


def test_the_same_drawing_gives_the_same_bytes() -> None:
    assert drawn("1", "Asia/Tokyo") == drawn("2", "America/Lima")


def test_no_date_and_no_maker_are_written() -> None:
    svg = drawing.to_svg(Figure())

    assert "<metadata>" not in svg


def test_text_is_drawn_as_outlines() -> None:
    figure = Figure()
    figure.text(0.5, 0.5, "Kenya")

    assert "<text" not in drawing.to_svg(figure)


def test_a_figure_of_pyplot_is_closed() -> None:
    figure = plt.figure()
    drawing.to_svg(figure)

    assert [] == plt.get_fignums()


def test_size() -> None:
    assert (101.6, 50.8) == drawing.size_mm(Figure(figsize=(4, 2)))
