from ens_reports.intake.pack.texts import MAX_CELL_CHARS, clean, comment_size


def test_characters_that_no_workbook_holds_are_replaced() -> None:
    assert clean("a\x00\x1f\ud800\uffffb\t\n") == "a\ufffd\ufffd\ufffd\ufffdb\t\n"
    assert len(clean("x" * (MAX_CELL_CHARS + 9))) == MAX_CELL_CHARS


def test_a_comment_is_as_high_as_its_text() -> None:
    assert comment_size("a")[1] < comment_size("a" * 50)[1] == comment_size("a\nb")[1]
