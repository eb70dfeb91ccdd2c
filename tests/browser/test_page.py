"""What a reader's browser does with a report."""

from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page
from sample_report import HOSTILE, SHOWN

WIDTHS = (1280, 800, 390)


def opened(page: Page, report: Path) -> list[str]:
    """Open a report; tell what it asked for, and what the browser complained about."""
    heard: list[str] = []
    page.on("request", lambda request: heard.append(request.url[:80]))
    page.on("console", lambda message: heard.append(message.text))
    page.on("dialog", lambda dialog: heard.append(dialog.message))
    page.goto(report.as_uri(), wait_until="networkidle")
    return heard


def test_nothing_is_asked_for_but_the_page(page: Page, report: Path) -> None:
    heard = [one for one in opened(page, report) if not one.startswith("data:")]

    assert [report.as_uri()[:80]] == heard


def test_no_script_runs(page: Page, report: Path) -> None:
    """The policy of the page forbids scripts: one that came in with the data would not run even if it were one."""
    opened(page, report)
    page.evaluate("() => { const s = document.createElement('script'); s.textContent = 'window.ran = 1'; document.body.append(s); }")

    assert page.evaluate("() => window.ran") is None


@pytest.mark.parametrize(("sent", "shown"), list(zip(HOSTILE, SHOWN, strict=True)))
def test_what_a_party_wrote_is_read_as_it_was_written(page: Page, report: Path, sent: str, shown: str) -> None:
    opened(page, report)

    assert shown in " ".join(page.inner_text("body").split()), sent


@pytest.mark.parametrize("width", WIDTHS)
def test_nothing_is_cut_off_on_the_side(page: Page, report: Path, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    opened(page, report)

    assert page.evaluate("() => document.documentElement.scrollWidth") <= width


def test_the_direction_is_that_of_the_language(page: Page, report: Path) -> None:
    opened(page, report)
    language = page.get_attribute("html", "lang")

    assert {"en": "ltr", "ar": "rtl"}[str(language)] == page.get_attribute("html", "dir")


def test_a_screen_reader_finds_its_way(page: Page, report: Path) -> None:
    """No violation of WCAG 2 A and AA that axe can see."""
    opened(page, report)
    found = Axe().run(page, options={"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa"]})

    assert [] == [(one["id"], [node["target"] for node in one["nodes"]][:3]) for one in found.response["violations"]]
