from data_contracts.publish.page import page, said, tag
from data_contracts.publish.voice import Voice


def test_texts_and_attributes_are_escaped() -> None:
    assert said("p", "<b>&", title='"x"') == '<p title="&quot;x&quot;">&lt;b&gt;&amp;</p>'


def test_names_that_python_has_for_itself_are_written_with_an_underline() -> None:
    assert tag("div", said("i", "a"), class_="x", data_head="y", id="") == '<div class="x" data-head="y"><i>a</i></div>'


def test_a_page_asks_nothing_of_any_network_and_has_its_direction() -> None:
    made = page("T", "<p>x</p>", Voice(code="ar", text=str.format, right_to_left=True), style="p{}")
    assert made.startswith('<!DOCTYPE html>\n<html lang="ar" dir="rtl">')
    assert "default-src &#x27;none&#x27;" in made.replace("'", "&#x27;")
    assert "<script" not in made
