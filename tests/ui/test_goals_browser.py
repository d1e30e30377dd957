"""The page of goals in a real browser: narrow and wide, a goal opened, corrected and corrected back.

With PLANSVAR_GOALS_SCREENSHOT=docs/goals.png the picture that the README shows is taken anew.
"""

import os
from contextlib import suppress
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import pytest

from tests.ui.browsing import IN_A_BROWSER, opened

if TYPE_CHECKING:
    from playwright.sync_api import Locator, Page

SEARCHED = "langtidsledige bråsø 2025"
PICTURE = os.environ.get("PLANSVAR_GOALS_SCREENSHOT", "")
ROW = "[class*='st-key-goal-row-']"
PRESSED, WAITED = 3, 10_000
"""How often a row is pressed at most, and how many milliseconds are then waited for what it opens."""
pytestmark = IN_A_BROWSER


def find(page: "Page", words: str) -> None:
    page.locator(".pv-goal-statement").first.wait_for(timeout=60_000)
    page.get_by_placeholder("Søg i målene").fill(words)
    page.keyboard.press("Enter")
    page.get_by_text("mål i 1 plan").wait_for()


def press(page: "Page", opens: "Locator") -> None:
    """Press the first row, again where the page was drawn anew under the pointer."""
    from playwright.sync_api import TimeoutError as TooLate

    for _ in range(PRESSED):
        page.locator(ROW).first.click(position={"x": 40, "y": 20})
        with suppress(TooLate):
            opens.wait_for(state="visible", timeout=WAITED)
            return


@pytest.mark.parametrize(("width", "height"), [(1280, 800), (800, 800), (400, 800)])
def test_a_goal_opens_to_its_words_wherever_its_row_is_pressed(address: str, width: int, height: int) -> None:
    with opened(f"{address}/goals", width, height) as (page, hosts):
        find(page, SEARCHED)
        mark = page.locator(".pv-passage mark").first
        press(page, mark)
        assert "langtidsledige" in mark.inner_text()
        assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
        assert hosts == {urlsplit(address).netloc}


def test_a_correction_with_the_keyboard_alone(address: str) -> None:
    with opened(f"{address}/goals", 1280, 800) as (page, _):
        find(page, SEARCHED)
        page.locator(f"{ROW} button").first.focus()
        page.keyboard.press("Enter")
        form = page.locator(".st-key-goal-opened [data-testid='stExpander']")
        form.locator("summary").focus()
        page.keyboard.press("Enter")
        page.locator(".st-key-goal-aim").get_by_label("Tal").fill("127")
        page.keyboard.press("Enter")
        page.locator(".pv-corrected").first.wait_for()
        assert "127" in page.locator(".pv-goal-value").first.inner_text()
        page.get_by_role("button", name="Fortryd rettelsen").click()
        page.locator(".pv-corrected").first.wait_for(state="detached")


def test_what_is_chosen_comes_as_a_file(address: str) -> None:
    with opened(f"{address}/goals", 1280, 800) as (page, _):
        find(page, SEARCHED)
        with page.expect_download(timeout=60_000) as coming:
            page.get_by_role("button", name="CSV").click()
        assert coming.value.suggested_filename == "mål.csv"
        lines = coming.value.path().read_text(encoding="utf-8-sig").splitlines()
        assert len(lines) > 1
        assert all("Bråsø" in line for line in lines[1:])


@pytest.mark.skipif(not PICTURE, reason="PLANSVAR_GOALS_SCREENSHOT names no file")
def test_the_picture_for_the_readme(address: str) -> None:
    with opened(f"{address}/goals", 1280, 800) as (page, _):
        page.locator(".pv-goal-statement").first.wait_for(timeout=60_000)
        page.get_by_placeholder("Søg i målene").fill("sygedagpenge")
        page.keyboard.press("Enter")
        page.wait_for_timeout(1_500)
        page.locator(ROW).nth(1).click(position={"x": 40, "y": 20})
        page.locator(".pv-passage mark").first.wait_for(state="visible")
        page.mouse.move(0, 0)
        page.wait_for_timeout(500)
        page.screenshot(path=PICTURE)
