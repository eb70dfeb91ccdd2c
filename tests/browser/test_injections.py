"""What a browser does with a page in which every injection stands everywhere: nothing runs, nothing is fetched, all of it is read."""

from datetime import date
from pathlib import Path

import hostile_report
import pytest
from injections import INJECTIONS
from playwright.sync_api import Page

from ens_reports import intake, params
from ens_reports.render.embedded import Embedded

ROOT = Path(__file__).parents[2]
TITLE = "ran"
"""What some of them would set the title of the window to."""


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return Embedded().render(hostile_report.report(), folder=tmp_path_factory.mktemp("hostile")).html


@pytest.fixture(scope="module")
def feedback(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The pages that return to the sender of a file with every injection as a heading, and in each row as commodity."""
    folder = tmp_path_factory.mktemp("feedback")
    heads = ["incident_id", "incident_date", "reporting_country", "crime_area", "commodity", *(one.text for one in INJECTIONS)]
    rows = [[f"K-{at}", "2025-02-30", "KEN", "wildlife", one.text, *([one.text] * len(INJECTIONS))] for at, one in enumerate(INJECTIONS)]
    path = folder / "wildlife.csv"
    quoted = (",".join('"' + cell.replace('"', '""') + '"' for cell in row) for row in [heads, *rows])
    path.write_text("\n".join(quoted), encoding="utf-8", newline="")
    intake.check(path, project=params.load(ROOT), party="KEN", contract="wildlife", today=date(2026, 1, 20), pack=folder / "pack")
    return folder / "pack"


def opened(page: Page, path: Path) -> list[str]:
    """Open a page; tell what it asked for, said, and opened."""
    heard: list[str] = []
    page.on("request", lambda request: heard.append(request.url))
    page.on("console", lambda message: heard.append(message.text))
    page.on("dialog", lambda dialog: heard.append(dialog.message))
    page.on("popup", lambda popup: heard.append(popup.url))
    page.on("download", lambda download: heard.append(download.url))
    page.on("framenavigated", lambda frame: heard.append(frame.url))
    page.goto(path.as_uri(), wait_until="networkidle")
    return [one for one in heard if not one.startswith("data:image/svg+xml") and one != path.as_uri()]


def test_a_report_runs_and_fetches_nothing(page: Page, hostile: Path) -> None:
    assert opened(page, hostile) == []
    assert page.title() != TITLE
    assert page.evaluate("() => document.scripts.length") == 0


def test_a_report_shows_each_as_it_was_written(page: Page, hostile: Path) -> None:
    opened(page, hostile)
    said = " ".join(page.inner_text("body").split())

    assert [] == [one.text for one in INJECTIONS if one.shown not in said]


def test_links_of_a_report_stay_within_it(page: Page, hostile: Path) -> None:
    opened(page, hostile)

    assert [] == page.evaluate("() => [...document.links].map(link => link.getAttribute('href')).filter(href => !href.startsWith('#'))")


@pytest.mark.parametrize("name", ["feedback.html", "receipt.html"])
def test_feedback_runs_and_fetches_nothing(page: Page, feedback: Path, name: str) -> None:
    assert opened(page, feedback / name) == []
    assert page.title() != TITLE
    assert page.evaluate("() => document.scripts.length") == 0
    assert [] == page.evaluate("() => [...document.links].map(link => link.getAttribute('href')).filter(href => !href.startsWith('#'))")


def test_feedback_shows_headings_as_they_were_written(page: Page, feedback: Path) -> None:
    opened(page, feedback / "feedback.html")
    page.evaluate("() => document.querySelectorAll('details').forEach(part => part.open = true)")
    said = " ".join(page.inner_text("body").split())
    headings = [one for one in INJECTIONS if one.kind == "html" and len(one.text) < 60]

    assert [] == [one.text for one in headings if one.shown not in said]
