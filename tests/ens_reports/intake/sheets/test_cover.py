from datetime import date
from pathlib import Path

import pandas as pd
import pytest

from data_contracts.registry import CONTRACTS
from ens_reports.intake.sheets.cover import CoverRead, is_cover, read_cover, with_source
from ens_reports.intake.sheets.identify import own_columns
from ens_reports.intake.source import Sheet
from ens_reports.store import Cover

TODAY = date(2026, 2, 1)


def sheet(name: str, *rows: tuple[str, ...]) -> Sheet:
    return Sheet(name=name, cells=pd.DataFrame(list(rows), dtype="str", index=range(1, len(rows) + 1)))


def checks(read: CoverRead) -> dict[str, str]:
    """The checks that a cover fails, with the line as its sender calls it."""
    return {item.finding.check: item.header for item in read.found}


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
        today=TODAY,
    )
    assert (read.present, checks(read)) == (True, {"completeness_missing": ""})
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
    read = read_cover(tmp_path / "a.csv", [], today=TODAY)
    assert read.cover == Cover(
        period_from=date(2024, 1, 1), period_to=date(2025, 12, 31), nil_return=("mining",), synthetic=True, consortium="no"
    )


def test_a_line_that_cannot_be_read_counts_as_blank(tmp_path: Path) -> None:
    (tmp_path / "a.csv.cover.yaml").write_text("completeness: mostly\nreply_language: es\n", encoding="utf-8")
    read = read_cover(tmp_path / "a.csv", [], today=TODAY)
    assert read.cover == Cover(reply_language="es")
    assert checks(read)["code_not_listed"] == "completeness"


def test_a_line_that_says_how_records_may_be_used_falls_back_to_the_strict_side(tmp_path: Path) -> None:
    (tmp_path / "a.csv.cover.yaml").write_text("confidentiality: cosmic\nconsortium: perhaps\n", encoding="utf-8")
    read = read_cover(tmp_path / "a.csv", [], today=TODAY)
    assert (read.cover.confidentiality, read.cover.consortium) == ("confidential", "no")


@pytest.mark.parametrize(
    ("text", "expected"), [("Kenya, Ouganda", ("KEN", "UGA")), ("[KEN, HELCOM]", ("KEN", "HELCOM")), ("Congo", ("Congo",)), ("no", ())]
)
def test_recipients_are_read_by_their_names_and_one_of_two_countries_is_not_guessed(
    tmp_path: Path, text: str, expected: tuple[str, ...]
) -> None:
    (tmp_path / "a.csv.cover.yaml").write_text(f"barred_recipients: {text}\n", encoding="utf-8")
    assert read_cover(tmp_path / "a.csv", [], today=TODAY).cover.barred_recipients == expected


def test_what_is_wrong_stands_at_its_line_under_the_sender_s_name(tmp_path: Path) -> None:
    cover = sheet("Portada", ("Portada", ""), ("Periodo desde", "2025-06-01"), ("", ""), ("Periodo hasta", "2025-01-31"))
    read = read_cover(tmp_path / "a.xlsx", [cover], today=TODAY)
    [found] = [item for item in read.found if item.finding.check == "period_order"]
    assert (found.header, found.addresses()) == ("Periodo hasta", ("Portada!B4",))
    assert (read.cover.period_from, read.cover.period_to) == (None, None)


def test_a_period_of_years_lasts_from_the_first_day_to_the_last(tmp_path: Path) -> None:
    (tmp_path / "a.csv.cover.yaml").write_text("period_from: 2024\nperiod_to: 2025\nretain_until: 2030-06\n", encoding="utf-8")
    read = read_cover(tmp_path / "a.csv", [], today=TODAY)
    days = (read.cover.period_from, read.cover.period_to, read.cover.retain_until)
    assert days == (date(2024, 1, 1), date(2025, 12, 31), date(2030, 6, 30))


def test_what_a_cover_does_not_say_is_told_once_with_its_cost(tmp_path: Path) -> None:
    (tmp_path / "a.csv.cover.yaml").write_text("reply_language: fr\n", encoding="utf-8")
    read = read_cover(tmp_path / "a.csv", [], today=TODAY)
    assert checks(read) == {"period_missing": "", "completeness_missing": "", "agencies_missing": ""}


def test_no_cover(tmp_path: Path) -> None:
    read = read_cover(tmp_path / "a.csv", [sheet("Data", ("a", "b"))], today=TODAY)
    assert (read.present, read.cover) == (False, Cover())


def test_a_file_beside_that_is_no_yaml(tmp_path: Path) -> None:
    (tmp_path / "a.csv.cover.yaml").write_text("a: [", encoding="utf-8")
    read = read_cover(tmp_path / "a.csv", [], today=TODAY)
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
    assert read_cover(tmp_path / "a.csv", [], today=TODAY).damaged


def test_the_cover_says_who_observed_the_records_that_do_not_say_it(tmp_path: Path) -> None:
    (tmp_path / "a.csv.cover.yaml").write_text("type de source: Douanes\n", encoding="utf-8")
    read = read_cover(tmp_path / "a.csv", [], today=TODAY)
    silent = own_columns(["Date", "Species", "kg", "Case number"], CONTRACTS["wildlife"], party="KEN")
    telling = own_columns(["Date", "Species", "kg", "source_type"], CONTRACTS["wildlife"], party="KEN")
    assert "customs" == with_source(silent, read.cover).columns["source_type"].constant
    assert with_source(telling, read.cover) == telling
    assert with_source(silent, Cover()) == silent


def test_a_contract_that_does_not_ask_who_observed_is_left_as_it_is(tmp_path: Path) -> None:
    (tmp_path / "a.csv.cover.yaml").write_text("type de source: Douanes\n", encoding="utf-8")
    read = read_cover(tmp_path / "a.csv", [], today=TODAY)
    returns = own_columns(["return_year", "staff_women", "staff_men", "nest_status"], CONTRACTS["capacity"], party="KEN")
    assert with_source(returns, read.cover) == returns
