import pandas as pd

from ens_reports.intake.columns.cells import Place, clean, extract, note_spellings, translate
from ens_reports.intake.findings import Collector
from ens_reports.intake.source import Sheet


def place() -> Place:
    return Place(collector=Collector(sheet=Sheet(name="", cells=pd.DataFrame()), header=("c",)), column=0, field="")


def cells(*values: str) -> pd.Series:
    return pd.Series(values, index=range(2, 2 + len(values)), dtype="str")


def checks(here: Place) -> dict[str, list[int]]:
    return {item.finding.check: item.finding.rows.tolist() for item in here.collector.found}


def test_clean_tells_each_kind_of_blank() -> None:
    here = place()
    assert clean(cells("", " ", "India ", "N/A", "x"), here).tolist() == ["", "", "India", "", "x"]
    assert checks(here) == {"cells_only_blanks": [3], "blanks_trimmed": [4], "missing_words": [5]}


def test_clean_with_words_of_its_own() -> None:
    assert clean(cells("s.i.", "NA"), place(), missing=["x"], kept=["s.i."]).tolist() == ["s.i.", ""]
    assert clean(cells("zilch"), place(), missing=["Zilch"]).tolist() == [""]


def test_note_spellings_marks_the_rarer_ones() -> None:
    here = place()
    note_spellings(cells("By road", "By road", "by road", "By sea", ""), here)
    assert checks(here) == {"spellings_several": [4]}


def test_note_spellings_of_one_spelling_is_silent() -> None:
    here = place()
    note_spellings(cells("By road", "By sea", "By road"), here)
    assert checks(here) == {}


def test_extract_and_translate() -> None:
    assert extract(cells("a1", "b"), r"(\d)").tolist() == ["1", ""]
    assert translate(cells("a", "b"), {"a": "x"}).tolist() == ["x", "b"]


def test_entities_and_invisible_characters_are_told_once() -> None:
    place = Place(collector=Collector(sheet=Sheet(name="", cells=pd.DataFrame()), header=("h",)), column=0, field="f")
    tidied = clean(pd.Series(["A &amp; B", "Mada\u200bgascar", "A & B"], index=[2, 3, 4]), place)
    assert tidied.tolist() == ["A & B", "Madagascar", "A & B"]
    assert {item.finding.check: item.finding.rows.tolist() for item in place.collector.found} == {
        "entities_read": [2],
        "invisible_removed": [3],
    }
