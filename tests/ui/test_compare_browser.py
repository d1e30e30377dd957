"""The page of comparisons in a real browser: a cell opened to its words, a chart, a file, wide and narrow.

With PLANSVAR_COMPARE_SCREENSHOT=docs/compare.png the picture that the README shows is taken anew.
"""

import os
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import pytest

from tests.ui.browsing import IN_A_BROWSER, opened

if TYPE_CHECKING:
    from playwright.sync_api import Page

PICTURE = os.environ.get("PLANSVAR_COMPARE_SCREENSHOT", "")
pytestmark = IN_A_BROWSER


def choose(page: "Page", number: int, name: str) -> None:
    """Choose from a field, with the keyboard as a person does who types what is looked for."""
    field = page.get_by_test_id("stSelectbox").nth(number).locator("input")
    field.wait_for(timeout=60_000)
    field.click()
    field.fill(name)
    page.get_by_role("option", name=name).first.wait_for()
    page.keyboard.press("Enter")


@pytest.mark.parametrize(("width", "height"), [(1280, 800), (800, 800), (400, 800)])
def test_a_cell_leads_to_its_words_in_their_page(address: str, width: int, height: int) -> None:
    with opened(f"{address}/compare", width, height) as (page, hosts):
        choose(page, 0, "sygedagpenge")
        page.locator(".pv-matrix .pv-cite").first.click(timeout=60_000)
        mark = page.locator(".pv-passage mark").first
        mark.wait_for(state="visible")
        assert "740" in mark.inner_text()
        assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
        assert hosts == {urlsplit(address).netloc}


def test_numbers_are_drawn_and_named_in_danish(address: str) -> None:
    with opened(f"{address}/compare", 1280, 800) as (page, hosts):
        choose(page, 0, "sygedagpenge")
        page.get_by_role("tab", name="På én skala").click(timeout=60_000)
        page.get_by_text("740 (2025)").wait_for(timeout=60_000)
        assert page.get_by_text("fuldtidspersoner", exact=True).count()
        assert hosts == {urlsplit(address).netloc}


def test_plan_years_and_their_file(address: str) -> None:
    with opened(f"{address}/compare", 1280, 800) as (page, _):
        page.get_by_text("År for år").click(timeout=60_000)
        choose(page, 1, "Bråsø")
        page.get_by_text("Målet er skærpet").first.wait_for(timeout=60_000)
        with page.expect_download(timeout=60_000) as coming:
            page.get_by_role("button", name="Word").click()
        assert coming.value.suggested_filename == "sammenligning.docx"
        assert coming.value.path().stat().st_size > 10_000


@pytest.mark.skipif(not PICTURE, reason="PLANSVAR_COMPARE_SCREENSHOT names no file")
def test_the_picture_for_the_readme(address: str) -> None:
    with opened(f"{address}/compare", 1280, 900) as (page, _):
        choose(page, 0, "sygedagpenge")
        page.locator(".pv-matrix").wait_for(timeout=60_000)
        names = page.get_by_test_id("stMultiSelect").locator("input")
        for name in ("Bråsø", "Ledinge", "Sandkilde", "Aarhus"):
            names.click()
            names.fill(name)
            page.get_by_role("option", name=name).first.click()
            page.wait_for_timeout(700)
        page.mouse.click(900, 62)
        page.wait_for_timeout(1_500)
        page.mouse.move(0, 0)
        page.screenshot(path=PICTURE)
