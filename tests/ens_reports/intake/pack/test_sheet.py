import json
from dataclasses import asdict
from typing import get_args

from data_contracts.findings import SEVERITIES
from ens_reports.intake.pack.sheet import FILLS, LOOKS, MAX_HEIGHT, Cell, Choice, PackSheet, Style, from_plain, height, unique_name


def test_every_style_has_a_look_and_every_severity_a_colour() -> None:
    assert set(LOOKS) == set(get_args(Style))
    assert set(FILLS) == set(SEVERITIES)
    assert len(set(FILLS.values())) == len(FILLS)
    assert [style for style, look in LOOKS.items() if not look.locked] == ["entry"]


def test_a_sheet_comes_through_json_as_it_was() -> None:
    sheet = PackSheet(
        name="n",
        lines=((Cell(text="a"), Cell(number=3, style="number")), ()),
        widths=(9, 4.5),
        options={"x": ("a", "b")},
        choices=(Choice(column=1, rows=(2, 4), options="x"),),
        hidden=(1,),
    )
    assert from_plain(json.loads(json.dumps(asdict(sheet)))) == sheet


def test_names_of_sheets_are_allowed_and_taken_once() -> None:
    taken = {"corrections"}
    assert unique_name("Corrections", taken) == "Corrections 2"
    assert unique_name("CORRECTIONS", taken) == "CORRECTIONS 3"
    assert unique_name("a[b]:c*d?/\\\n'", taken) == "a-b--c-d----"
    assert unique_name("x" * 40, taken) == "x" * 31
    assert unique_name("x" * 40, taken) == "x" * 29 + " 2"
    assert unique_name("''", taken) == "-"


def test_a_row_is_as_high_as_its_longest_text_needs() -> None:
    one, two = (height((Cell(text="x" * number),), (20,)) for number in (18, 19))
    assert one < two
    assert height((Cell(text="a\nb"),), (20,)) == two
    assert height((Cell(text="x" * 99, style="title"), Cell(text="y" * 99, style="hidden")), (20, 4)) < two * 2
    assert height((Cell(text="x" * 9999),), (20,)) == MAX_HEIGHT
