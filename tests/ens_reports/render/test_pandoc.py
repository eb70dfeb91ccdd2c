from pathlib import Path

import pytest

from ens_reports.errors import ToolError
from ens_reports.render import pandoc


def test_texts_are_escaped_and_markup_of_ours_is_not(tmp_path: Path) -> None:
    nodes = [
        pandoc.html('<p class="a">'),
        pandoc.plain([pandoc.text("<b> & #x"), pandoc.inline("Strong", "s"), pandoc.inline("Emph", "e"), pandoc.inline("Code", "`c`")]),
        pandoc.html("</p>"),
    ]

    expected = '<p class="a">\n&lt;b&gt; &amp; #x<strong>s</strong><em>e</em><code>`c`</code>\n</p>\n'
    assert expected == pandoc.write(nodes, to="html5", folder=tmp_path)


def test_headings_links_and_pictures(tmp_path: Path) -> None:
    nodes = [pandoc.header(2, "s", "*H*"), pandoc.plain([pandoc.link("figure-1", "F"), pandoc.image("a.svg", '"alt"')])]

    expected = '<h2 id="s">*H*</h2>\n<a href="#figure-1">F</a><img src="a.svg" alt="&quot;alt&quot;" />\n'
    assert expected == pandoc.write(nodes, to="html5", folder=tmp_path)


def test_a_failure_is_told(tmp_path: Path) -> None:
    with pytest.raises(ToolError, match=r"^pandoc must end with 0, got \d+: "):
        pandoc.write([], to="no-such-format", folder=tmp_path)


def test_version() -> None:
    assert pandoc.version()[0].isdigit()
