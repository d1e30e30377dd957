"""The whole way in a real browser: run a set, read a failure in its page, turn a setting, compare the runs.

With PLANSVAR_SCREENSHOT=docs/evaluation.png the picture that the docs show is taken anew.
"""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from corpus.sample.manifest import ROOT as SAMPLES
from eval.questions import Case, Gold, dump_case
from eval.shelf import SetShelf
from ingest.identity import Overrides
from ingest.importing import add_files
from ingest.library import Library
from ingest.settings import Settings

playwright = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
CHROMIUM = shutil.which("chromium")
FLAGS = (
    "--headless --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking"
    " --disable-component-update --disable-sync"
)
PICTURE = os.environ.get("PLANSVAR_SCREENSHOT", "")
PICTURED = "Hvad mangler virksomhederne i Bråsø mest?"
PLAN = "eksempel-braasoe-2025"
ORDERS = Gold(PLAN, "Mindst 70 pct. af jobordrerne fra lokale virksomheder bliver besat inden for 14 dage")
SICK = Gold(PLAN, "Antallet af fuldtidspersoner på sygedagpenge skal nedbringes til 740 i 2025")
QUICKLY = "Hvor hurtigt skal jobordrer besættes i Bråsø ifølge planen for 2025?"
MANY = "hvor mange syge må der være i braasø i 2025"
CASES = (
    Case("b1", "fact", QUICKLY, True, evidence=(ORDERS,), must_include=("14 dage",)),
    Case("b2", "lay", MANY, True, evidence=(SICK,), must_include=("741",)),
    Case("b3", "none", "Hvad koster et svømmebad i Bråsø?", False),
    Case("b4", "none", "Hvem vandt kampen i søndags?", False),
)
SECONDS = 60_000
pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(CHROMIUM is None, reason="there is no chromium on this machine"),
]


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("store")
    library = Library.open(Settings(store=folder))
    plans = SAMPLES / "plans" if PICTURE else SAMPLES / "plans" / f"{PLAN}.pdf"
    result = add_files(library, [plans], Overrides())
    library.close()
    assert not result.failed
    if not PICTURE:
        lines = "".join(f"{dump_case(case)}\n" for case in CASES)
        SetShelf(folder).keep("braasoe.jsonl", lines.encode())
    return folder


@pytest.fixture(scope="module")
def address(store: Path) -> Iterator[str]:
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    command = f"from ui.serve import serve; from ingest.settings import Settings; serve(Settings(), {port})"
    environment = {**os.environ, "PLANSVAR_STORE": str(store), "PLANSVAR_LANGUAGE": "da", "DISPLAY": ""}
    root = Path(__file__).parents[2]
    with subprocess.Popen([sys.executable, "-c", command], cwd=root, env=environment) as server:
        try:
            _wait(f"http://127.0.0.1:{port}/_stcore/health")
            yield f"http://127.0.0.1:{port}"
        finally:
            server.terminate()


def _wait(address: str) -> None:
    deadline = time.monotonic() + 60
    while time.monotonic() < deadline:
        try:
            urllib.request.urlopen(address, timeout=5).close()
            return
        except OSError:
            time.sleep(0.2)
    raise TimeoutError(address)


@pytest.fixture
def page(address: str) -> Iterator[playwright.Page]:
    """Open the page in an empty profile; whoever is asked for something must be our own server."""
    hosts: set[str] = set()
    with playwright.sync_playwright() as running:
        browser = running.chromium.launch(executable_path=CHROMIUM, args=FLAGS.split())
        page = browser.new_context(viewport={"width": 1280, "height": 900}).new_page()
        page.set_default_timeout(SECONDS)
        page.on("request", lambda request: hosts.add(urlsplit(request.url).netloc))
        page.goto(f"{address}/evaluation")
        yield page
        browser.close()
    assert hosts == {urlsplit(address).netloc}


def part(page: playwright.Page, name: str) -> None:
    page.get_by_test_id("stMain").get_by_text(name, exact=True).first.click()


def run(page: playwright.Page) -> None:
    """Press the button, and wait until the run has led on to what came of it."""
    page.get_by_text("Stil spørgsmålene").click()
    page.get_by_text("spørgsmål er stillet.").wait_for()
    page.locator(".pv-endings").wait_for()


def turn(page: playwright.Page) -> None:
    """Turn what it takes to answer up as far as it goes."""
    page.get_by_text("Indstillinger: som de plejer").click()
    slider = page.get_by_role("slider").nth(1)
    slider.focus()
    page.keyboard.press("End")
    page.get_by_text("Indstillinger: 1 ændret").wait_for()


@pytest.mark.skipif(bool(PICTURE), reason="a picture is taken")
def test_a_set_is_run_a_failure_read_and_two_runs_compared(page: playwright.Page) -> None:
    run(page)
    assert "af 4 spørgsmål endte, som de skulle." in page.locator(".pv-endings").inner_text()
    page.get_by_test_id("stMain").get_by_text(MANY).first.click()
    failed = page.locator(".pv-question-page", has_text="I svaret mangler: 741.")
    failed.wait_for()
    failed.locator(".pv-source > summary").first.click()
    failed.locator(".pv-around > summary").first.click()
    marked = failed.locator(".pv-sheet mark").first
    marked.wait_for(state="visible")
    assert "740 i 2025" in marked.inner_text()
    part(page, "Kør et sæt")
    turn(page)
    run(page)
    page.get_by_text("Sammenlign med braasoe").click()
    page.locator(".pv-verdict").wait_for()
    assert "4 spørgsmål er med i begge kørsler." in page.locator(".pv-verdict").inner_text()
    assert "Krav for at svare" in page.locator(".pv-words").inner_text()
    page.locator(".pv-flip").first.wait_for()
    for width in (1280, 800, 400):
        page.set_viewport_size({"width": width, "height": 900})
        assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"), width


@pytest.mark.skipif(bool(PICTURE), reason="a picture is taken")
def test_a_run_can_be_taken_away_as_a_report(page: playwright.Page) -> None:
    run(page)
    with page.expect_download() as waiting:
        page.get_by_text("Rapport (HTML)").click()
    report = Path(waiting.value.path()).read_text("utf-8")
    assert "<h1>braasoe</h1>" in report
    assert waiting.value.suggested_filename.startswith("plansvar-braasoe-")


@pytest.mark.skipif(not PICTURE, reason="PLANSVAR_SCREENSHOT names no file")
def test_the_picture_for_the_docs(page: playwright.Page) -> None:
    page.set_viewport_size({"width": 1280, "height": 1500})
    run(page)
    page.get_by_test_id("stMain").get_by_text(PICTURED).first.click()
    shown = page.locator(".pv-question-page", has_text=PICTURED)
    shown.locator(".pv-source > summary").first.click()
    shown.locator(".pv-passage mark").first.wait_for(state="visible")
    page.wait_for_timeout(1_000)
    page.screenshot(path=PICTURE)
