import pytest

from ens_reports.intake.pack.formulas import stays


@pytest.mark.parametrize(
    "formula",
    [
        "=SUM(A1:A3)",
        "=A1&B1",
        '=IF(A1="cmd|x","a","b")',
        "=VLOOKUP(A1,Table1[Code],1,0)",
        "='Data 2024'!B2*2",
        "=RUNNING",
        "=TRUNC(A1)",
        "=_xlfn.IFS(A1,2)",
        "=sum (A1)",
    ],
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
        "=MyMacro(A1)",
        "=Module1.Run(A1)",
        "=_xlfn.IMAGE(A1)",
    ],
)
def test_what_asks_a_network_another_file_or_a_program_does_not(formula: str) -> None:
    assert not stays(formula)
