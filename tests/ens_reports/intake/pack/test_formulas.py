import pytest

from ens_reports.intake.pack.formulas import looks_like_formula, stays


@pytest.mark.parametrize(
    "formula",
    ["=SUM(A1:A3)", "=A1&B1", '=IF(A1="cmd|x","a","b")', "=VLOOKUP(A1,Table1[Code],1,0)", "='Data 2024'!B2*2", "=RUNNING", "=TRUNC(A1)"],
)
def test_what_calculates_with_its_own_workbook_stays(formula: str) -> None:
    assert stays(formula)


@pytest.mark.parametrize(
    "formula",
    [
        "=cmd|' /C calc'!A0",
        '=DDE("cmd";"/C calc";"x")',
        '=WEBSERVICE("http://x/"&A1)',
        "=_xlfn.WEBSERVICE(A1)",
        '=HYPERLINK("x","y")',
        "=hyperlink (A1)",
        "=[1]Sheet1!A1",
        "='C:\\data\\[other.xlsx]S'!A1",
        "='\\\\server\\share\\x'!A1",
        '=IMAGE("https://x")',
        '=RTD("x",,"y")',
        '=CALL("k","w")',
        "='file:///etc/passwd'#$Sheet1.A1",
        '=IMPORTXML("x","y")',
        '=CUBEVALUE("x")',
        '=A1&"http://x"',
    ],
)
def test_what_asks_a_network_another_file_or_a_program_does_not(formula: str) -> None:
    assert not stays(formula)


@pytest.mark.parametrize("text", ["=1", "+1", "-1", "@x", "\t=1", "\r=1", "\n=1"])
def test_texts_that_can_be_taken_for_formulas(text: str) -> None:
    assert looks_like_formula(text)
    assert not looks_like_formula(f" {text}")
    assert not looks_like_formula("")
