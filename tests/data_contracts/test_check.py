from data_contracts.check import Check, checks_of

ROW = ("a", "note", "It must be.", "Do it.", "It is missing.")


def test_a_table_of_wording_gives_checks_of_one_level_that_reject_nothing() -> None:
    assert checks_of([ROW], level=3) == (
        Check(id="a", level=3, severity="note", statement="It must be.", fix="Do it.", cost="It is missing.", blocking=False, gap=False),
    )


def test_what_is_translated_is_three_sentences_or_a_singular_and_its_plural() -> None:
    [check] = checks_of([ROW], level=1)
    assert check.messages == ("It must be.", "Do it.", "It is missing.")
    both = Check(id="b", level=1, severity="note", statement="S", fix="F", cost="{n} are", cost_one="{n} is")
    assert both.messages == ("S", "F", ("{n} is", "{n} are"))
