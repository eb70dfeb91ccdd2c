import pytest

from ens_reports.locales import Language
from ens_reports.render.feet import foot
from ens_reports.report.blocks import Table


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({"n": 1200, "note": "Mind the gap."}, "n = 1,200. Source: Records. Mind the gap."),
        ({"source": "Records."}, "Source: Records."),
        ({"n": 0}, "n = 0. Source: Records."),
        ({"source": ""}, ""),
    ],
)
def test_foot(changes: dict[str, object], expected: str) -> None:
    table = Table(key="a", caption="C", columns=(), rows=(), **{"source": "Records", **changes})

    assert expected == foot(table, Language("en"))
