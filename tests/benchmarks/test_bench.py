import argparse
import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from benchmarks import bench
from benchmarks.lines import Line

LINE = Line(what="a  ours / other, s", ours=1.0, other=2.0, ratio=0.5, limit="at most 1")


def test_what_was_measured_is_told_though_the_next_comparison_fails(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def one_and_no_more(_folder: Path, _asked: argparse.Namespace) -> Iterator[Line]:
        yield LINE
        raise RuntimeError("no more")

    monkeypatch.setitem(bench.MEASURED, "editions", one_and_no_more)
    with pytest.raises(RuntimeError, match=r"^no more$"):
        bench.main(["editions", "--json", str(tmp_path / "figures.json")])

    assert capsys.readouterr().out == "a  ours / other, s      1.00      2.00    0.500  at most 1\n"
    assert [one["ratio"] for one in json.loads((tmp_path / "figures.json").read_bytes())] == [0.5]
