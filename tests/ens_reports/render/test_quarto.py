import json
import re
from collections.abc import Callable
from html import unescape
from pathlib import Path
from typing import Any

import nbformat
import pytest

from ens_reports.errors import ToolError
from ens_reports.render.document import Document
from ens_reports.render.embedded import Embedded
from ens_reports.render.quarto import Quarto, find
from ens_reports.render.renderer import Rendered

Program = Callable[[str], Path]


@pytest.fixture(scope="module")
def rendered(rich: Document, stand_in: Path, tmp_path_factory: pytest.TempPathFactory) -> Rendered:
    return Quarto(program=stand_in).render(rich, folder=tmp_path_factory.mktemp("quarto"))


@pytest.fixture
def record(rendered: Rendered, stand_in: Path) -> dict[str, Any]:
    assert rendered.pdf.is_file()
    return json.loads(stand_in.with_name("record.json").read_text())


def script(folder: Path, body: str) -> Path:
    path = folder / "quarto"
    path.write_text(f"#!/bin/sh\n{body}\n")
    path.chmod(0o755)
    return path


def test_one_call_makes_both_formats_and_executes_nothing(record: dict[str, Any]) -> None:
    assert ["render", "edition.ipynb", "--to", "html,typst"] == record["arguments"]


def test_the_private_folder_holds_nothing_else(record: dict[str, Any]) -> None:
    ours = {"edition.ipynb", "page.html", "quarto.typ", "report.typ", "paper.json", "drawing-8.svg"}

    assert ours | {"attached-manifest.json", "attached-own-records.csv", "icons"} == {
        name for name in record["files"] if not name.startswith("icons/")
    }


def test_the_environment_is_small(rich: Document, stand_in: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SECRET_TOKEN", "canary")
    Quarto(program=stand_in).render(rich, folder=tmp_path)

    assert "canary" not in stand_in.with_name("record.json").read_text()


def test_the_front_matter_is_ours_alone(record: dict[str, Any], rich: Document) -> None:
    first, *others = record["cells"]
    front = "".join(first["source"])

    assert "raw" == first["cell_type"]
    assert rich.cover.title not in front
    assert f"lang: {rich.language.code}\n" in front
    assert all(not "".join(cell["source"]).startswith("---") for cell in others)


def test_the_notebook_has_no_code_and_no_outputs(record: dict[str, Any]) -> None:
    assert {"raw", "markdown"} == {cell["cell_type"] for cell in record["cells"]}
    assert all("outputs" not in cell for cell in record["cells"])


def test_the_notebook_names_a_kernel(record: dict[str, Any]) -> None:
    """Quarto reads the language of the kernel before anything else, and ends without one."""
    assert "python" == record["metadata"]["kernelspec"]["language"]


def test_it_is_a_valid_notebook_with_its_line_ends(record: dict[str, Any]) -> None:
    """Quarto loses the line ends of a source that is one long text."""
    notebook = nbformat.from_dict({"cells": record["cells"], "metadata": record["metadata"], "nbformat": 4, "nbformat_minor": 5})

    assert nbformat.validate(notebook) is None
    assert all(isinstance(cell["source"], list) for cell in record["cells"])


def test_no_shortcode_is_left_alive(record: dict[str, Any]) -> None:
    """Quarto expands these wherever they stand, in raw blocks as well."""
    assert "{{<" not in json.dumps(record["cells"])


def test_a_heading_is_escaped_markdown(make_sample: Callable[..., Document], stand_in: Path, tmp_path: Path) -> None:
    document = make_sample("en")
    heading = document.body[0].model_copy(update={"title": "{{< env HOME >}} *a* $m$ <b> `#read(1)`{=typst} ![](/etc/passwd)"})
    hostile = Document(**{**vars(document), "body": (heading, *document.body[1:])})
    page = Quarto(program=stand_in).render(hostile, folder=tmp_path).html.read_text(encoding="utf-8")
    shown = re.search(r'<h2 id="section-0">(.*?)</h2>', page, re.DOTALL)

    assert heading.title == " ".join(unescape(shown[1]).split())


def test_hostile_texts_are_visible(rendered: Rendered, shown: tuple[str, ...]) -> None:
    text = unescape(re.sub(r"<[^<>]*>", "", rendered.html.read_text(encoding="utf-8")))

    assert [] == [line for line in shown if line not in text]


@pytest.mark.parametrize("text", ["```", "`````", "```{=typst}", "~~~", ":::"])
def test_a_fence_in_a_text_closes_and_opens_nothing(
    make_sample: Callable[..., Document], stand_in: Path, tmp_path: Path, text: str
) -> None:
    document = make_sample("en", contact_post=text)
    ours, theirs = tmp_path / "ours", tmp_path / "theirs"
    for folder in (ours, theirs):
        folder.mkdir()

    assert words(Embedded().render(document, folder=ours).html) == words(Quarto(program=stand_in).render(document, folder=theirs).html)


def test_both_renderers_give_the_same_pdf(rendered: Rendered, rich: Document, tmp_path: Path) -> None:
    assert Embedded().render(rich, folder=tmp_path).pdf.read_bytes() == rendered.pdf.read_bytes()


def test_both_renderers_say_the_same_on_the_page(rendered: Rendered, rich: Document, tmp_path: Path) -> None:
    ours, theirs = Embedded().render(rich, folder=tmp_path).html, rendered.html

    assert words(ours) == words(theirs)


def words(page: Path) -> list[str]:
    return re.sub(r"<[^<>]*>", " ", page.read_text(encoding="utf-8")).split()


def test_probe(stand_in: Path) -> None:
    assert Quarto(program=stand_in).probe().startswith("quarto 1.7.34, typst ")


@pytest.mark.parametrize("said", ["1.3.450", "0.9", "unknown", ""])
def test_a_quarto_without_typst_is_refused(tmp_path: Path, said: str) -> None:
    with pytest.raises(ToolError) as caught:
        Quarto(program=script(tmp_path, f"echo '{said}'")).probe()

    assert f"quarto must be version 1.4 or newer, got {said!r}" == caught.value.message


def test_a_quarto_that_is_not_there_is_told(rich: Document, tmp_path: Path) -> None:
    for call in (lambda quarto: quarto.probe(), lambda quarto: quarto.render(rich, folder=tmp_path)):
        with pytest.raises(ToolError) as caught:
            call(Quarto(program=None))
        assert "quarto must be on the path or named by QUARTO_PATH, got neither" == caught.value.message


def test_its_error_text_is_passed_on(rich: Document, tmp_path: Path) -> None:
    with pytest.raises(ToolError) as caught:
        Quarto(program=script(tmp_path, "echo ERROR: no such filter >&2; exit 1")).render(rich, folder=tmp_path)

    assert "quarto must end with 0, got 1: ERROR: no such filter" == caught.value.message


def test_success_without_files_is_a_failure(rich: Document, tmp_path: Path) -> None:
    with pytest.raises(ToolError) as caught:
        Quarto(program=script(tmp_path, "echo WARN: fetch failed >&2")).render(rich, folder=tmp_path)

    assert "quarto must write edition.html and edition.typ, got neither file nor failure: WARN: fetch failed\n" == caught.value.message


def test_what_takes_too_long_is_stopped(rich: Document, tmp_path: Path) -> None:
    with pytest.raises(ToolError, match=r"^quarto must end within 0\.5 s, got no end$"):
        Quarto(program=script(tmp_path, "sleep 60"), timeout_s=0.5).render(rich, folder=tmp_path)


def test_what_quarto_adds_around_the_page_is_left_out(rich: Document, stand_in: Path, tmp_path: Path) -> None:
    """It puts links to its own files first into the head, drops what stood there, and appends scripts to the body."""
    head = 's,<meta charset="utf-8">,<link href=edition_files/q.css rel=stylesheet>,'
    body = "s,</body>,<script src=edition_files/q.js></script></body>,"
    edit = f"sed -i -e '{head}' -e '{body}' edition.html"
    made = Quarto(program=script(tmp_path, f'"{stand_in}" "$@"; {edit}')).render(rich, folder=tmp_path)
    page = made.html.read_text(encoding="utf-8")

    assert "edition_files" not in page
    assert '<meta charset="utf-8">' in page


def test_a_page_with_a_script_is_refused(rich: Document, stand_in: Path, tmp_path: Path) -> None:
    """Quarto adds scripts from the network to some outputs, and still ends with 0."""
    body = f'"{stand_in}" "$@"; sed -i \'s,</main>,<script src=https://cdn.example.org/x.js></script></main>,\' edition.html'
    with pytest.raises(ToolError, match=r"got <script>$"):
        Quarto(program=script(tmp_path, body)).render(rich, folder=tmp_path)


def test_a_page_without_its_running_lines_is_refused(rich: Document, stand_in: Path, tmp_path: Path) -> None:
    body = f'"{stand_in}" "$@"; echo "<html></html>" > edition.html'
    with pytest.raises(ToolError, match=r"^quarto must keep the running lines of the page, got a page without them$"):
        Quarto(program=script(tmp_path, body)).render(rich, folder=tmp_path)


def test_find_takes_the_variable_before_the_path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    named, on_path = tmp_path / "named", tmp_path / "path"
    for folder in (named, on_path):
        folder.mkdir()
        script(folder, "")
    monkeypatch.setenv("PATH", str(on_path))
    monkeypatch.delenv("QUARTO_PATH", raising=False)

    assert on_path / "quarto" == find().program
    monkeypatch.setenv("QUARTO_PATH", str(named / "quarto"))
    assert named / "quarto" == find().program
