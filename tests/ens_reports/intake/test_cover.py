from datetime import date
from pathlib import Path

import pandas as pd
import pytest

from ens_reports.intake.cover import is_cover, read_cover
from ens_reports.intake.source import Sheet
from ens_reports.store import Cover


def sheet(name: str, *rows: tuple[str, ...]) -> Sheet:
    return Sheet(name=name, cells=pd.DataFrame(list(rows), dtype="str"))


def test_is_cover_by_the_name_of_the_sheet() -> None:
    assert [is_cover(sheet(name, ("",))) for name in ("Couverture", "COVER", "الغلاف", "Saisies")] == [True, True, True, False]


def test_read_a_sheet_in_french(tmp_path: Path) -> None:
    read = read_cover(
        tmp_path / "a.xlsx",
        [
            sheet("Saisies", ("Date", "")),
            sheet(
                "Couverture",
                ("Bordereau d'envoi", ""),
                ("Période du", "01/01/2024"),
                ("Période au", "31/12/2025"),
                ("Administrations couvertes", "Police; Douanes"),
                ("État néant", "mining; pollution"),
                ("Partage avec le consortium", "oui"),
                ("Langue de réponse", "fr"),
            ),
        ],
    )
    assert (read.present, read.unreadable) == (True, ())
    assert read.cover == Cover(
        period_from=date(2024, 1, 1),
        period_to=date(2025, 12, 31),
        agencies_covered=("Police", "Douanes"),
        nil_return=("mining", "pollution"),
        consortium="yes",
        reply_language="fr",
    )


def test_read_a_file_beside(tmp_path: Path) -> None:
    (tmp_path / "a.csv.cover.yaml").write_text(
        "period_from: 2024-01-01\nperiod_to: 2025-12-31\nnil_return: {mining: yes, wildlife: no}\nsynthetic: yes\nconsortium: no\n",
        encoding="utf-8",
    )
    read = read_cover(tmp_path / "a.csv", [])
    assert read.cover == Cover(
        period_from=date(2024, 1, 1), period_to=date(2025, 12, 31), nil_return=("mining",), synthetic=True, consortium="no"
    )


def test_a_line_that_cannot_be_read_counts_as_blank(tmp_path: Path) -> None:
    (tmp_path / "a.csv.cover.yaml").write_text("completeness: mostly\nreply_language: es\n", encoding="utf-8")
    read = read_cover(tmp_path / "a.csv", [])
    assert (read.cover, read.unreadable) == (Cover(reply_language="es"), ("completeness",))


def test_no_cover(tmp_path: Path) -> None:
    read = read_cover(tmp_path / "a.csv", [sheet("Data", ("a", "b"))])
    assert (read.present, read.cover) == (False, Cover())


def test_a_file_beside_that_is_no_yaml(tmp_path: Path) -> None:
    (tmp_path / "a.csv.cover.yaml").write_text("a: [", encoding="utf-8")
    read = read_cover(tmp_path / "a.csv", [])
    assert (read.cover, read.present, read.damaged) == (Cover(), True, True)


@pytest.mark.parametrize(
    "content",
    [
        b"- a\n- b\n",
        b"agencies_covered: Polic\xeda\n",
        b"a: &a [x, x]\nnational_priorities: [*a, *a]\n",
        b"agencies_covered: " + b"x" * 100_001,
        b"a: " + b"[" * 50_000,
    ],
    ids=["a list", "no UTF-8", "references", "too long", "too deep"],
)
def test_a_file_beside_that_is_no_cover(tmp_path: Path, content: bytes) -> None:
    """A few lines of references unfold to gigabytes, so none is followed."""
    (tmp_path / "a.csv.cover.yaml").write_bytes(content)
    assert read_cover(tmp_path / "a.csv", []).damaged
