import json

from benchmarks.lines import Line, as_json, as_text

SHORT = Line(what="a  ours / other, s", ours=1.0, other=2.0, ratio=0.5, limit="at most 1")
LONG = Line(what="b  100,000 rows: check, s; GB", ours=12.345, other=0.0, ratio=1.2345, limit="at most 1.5")


def test_figures_stand_below_each_other() -> None:
    assert as_text([SHORT, LONG]) == (
        "a  ours / other, s                 1.00      2.00    0.500  at most 1\n"
        "b  100,000 rows: check, s; GB     12.35      0.00    1.234  at most 1.5\n"
    )


def test_machines_get_all_digits() -> None:
    assert json.loads(as_json([LONG])) == [
        {"what": "b  100,000 rows: check, s; GB", "ours": 12.345, "other": 0.0, "ratio": 1.2345, "limit": "at most 1.5"}
    ]
