from collections.abc import Callable
from pathlib import Path

import pytest

from ens_reports.errors import RequestError
from ens_reports.execute.source import check_notebook

Notebook = Callable[..., Path]
NAMES = ("recipient", "language")
GOOD = 'recipient = "KEN"\nlanguage: str = "en"'


def refusal(path: Path) -> str:
    with pytest.raises(RequestError) as caught:
        check_notebook(path, NAMES)
    return caught.value.message


def test_literals_under_the_expected_names_pass(notebook: Notebook) -> None:
    check_notebook(notebook(GOOD, "x = 1"), NAMES)


def test_a_value_may_be_negative(notebook: Notebook) -> None:
    check_notebook(notebook(GOOD + "\nshift = -1.5"), (*NAMES, "shift"))


def test_a_computed_value_keeps_the_defaults_value_so_it_is_refused(notebook: Notebook) -> None:
    path = notebook('recipient = "KEN"\nlanguage = "en" if recipient == "KEN" else "fr"')

    assert refusal(path) == "language in the parameters cell of report.ipynb must be a literal, got a computed value"


def test_a_call_is_refused(notebook: Notebook) -> None:
    path = notebook(GOOD + "\nprint(recipient)")

    assert refusal(path) == "the parameters cell of report.ipynb must hold only `name = literal`, got another statement on line 3"


def test_a_parameter_that_the_notebook_does_not_set_is_refused(notebook: Notebook) -> None:
    """Papermill would log it and run with the default of a misspelt one."""
    path = notebook('recipent = "KEN"\nlanguage = "en"')

    assert refusal(path) == "the parameters cell of report.ipynb must set recipient, got no such name there"


def test_a_name_that_nobody_declared_is_refused(notebook: Notebook) -> None:
    assert (
        refusal(notebook(GOOD + "\nthreshold = 5"))
        == "the parameters cell of report.ipynb must set only declared parameters, got threshold"
    )


def test_a_notebook_without_the_tag_is_refused(notebook: Notebook) -> None:
    assert refusal(notebook(GOOD, tags=())) == "report.ipynb must have one cell tagged parameters, got 0"


def test_a_missing_notebook_is_refused(tmp_path: Path) -> None:
    assert refusal(tmp_path / "gone.ipynb") == "gone.ipynb must be a notebook of this project, got no such file"


def test_a_file_that_is_no_notebook_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "report.ipynb"
    path.write_text("not a notebook")

    assert refusal(path) == "report.ipynb must be a notebook, got a file that does not read as one"
