"""The report in a real browser: it asks nobody for anything, and finds the question that went wrong.

With PLANSVAR_SCREENSHOT=docs/report.png the page is kept as the picture that the docs show.
"""

import os
import shutil

import pytest

from eval.compare import compare
from eval.report.html import to_html
from eval.report.report import make_report
from eval.run import evaluate

playwright = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
CHROMIUM = shutil.which("chromium")
FLAGS = (
    "--headless --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking"
    " --disable-component-update --disable-sync"
)
pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(CHROMIUM is None, reason="there is no chromium on this machine"),
]


@pytest.fixture(scope="module")
def browser():
    with playwright.sync_playwright() as engine:
        opened = engine.chromium.launch(executable_path=CHROMIUM, args=FLAGS.split())
        yield opened
        opened.close()


@pytest.fixture
def page(browser, set_path, shelf, always_first, collection, tmp_path):
    before, after = (evaluate(set_path, each, collection) for each in (shelf, always_first))
    (tmp_path / "report.html").write_text(to_html(make_report(after, compare(before, after))), "utf-8")
    page = browser.new_page(viewport={"width": 1200, "height": 1300})
    page.asked, page.complaints = [], []
    page.on("request", lambda request: page.asked.append(request.url))
    page.on("console", lambda message: page.complaints.append(message.text))
    page.on("pageerror", lambda error: page.complaints.append(str(error)))
    page.goto((tmp_path / "report.html").as_uri())
    yield page
    assert all(url.startswith("file:") for url in page.asked)
    assert page.complaints == []
    page.close()


def shown(page):
    return page.locator(".question:visible .id").all_text_contents()


def test_questions_are_found_by_how_they_ended_by_kind_and_by_words(page):
    assert len(shown(page)) == 6
    page.select_option("[name=kind]", "none")
    assert shown(page) == ["t5", "t6"]
    page.fill("[name=words]", "SVØMMEBAD")
    assert shown(page) == ["t5"]
    assert page.locator("#filter output").text_content() == "1 / 6"
    page.select_option("[name=outcome]", "not_chosen")
    assert shown(page) == []


def test_a_click_on_an_ending_shows_its_questions(page):
    page.click("[data-show=should_have_declined]")
    assert shown(page) == ["t5", "t6"]


def test_a_flipped_question_leads_to_its_page(page):
    page.select_option("[name=kind]", "none")
    page.click("#comparison a[href='#q-t4']")
    opened = page.locator("#q-t4")
    opened.get_by_text("svar inden for to arbejdsdage").first.wait_for()
    assert opened.get_attribute("open") is not None
    if picture := os.environ.get("PLANSVAR_SCREENSHOT"):
        page.evaluate("scrollTo(0, 0)")
        page.screenshot(path=picture)


def test_a_narrow_screen_does_not_scroll_sideways(page):
    page.set_viewport_size({"width": 390, "height": 900})
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
