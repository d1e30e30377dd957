"""The whole way in a real browser: a server, a store, a question, an open citation, and nobody else asked.

With PLANSVAR_SCREENSHOT=docs/chat.png the picture that the README shows is taken anew.
"""

import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from corpus.sample.manifest import ROOT as SAMPLES
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
QUESTION = "hvor lenge varer et sygedagpengeforløb i sandkilde?"
QUOTE = "13,5 uger"
PICTURED = "hvad er maalet for langtidslediige i bråsø og snarbæk-holmsø?"
PICTURE = os.environ.get("PLANSVAR_SCREENSHOT", "")
pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(CHROMIUM is None, reason="there is no chromium on this machine"),
]


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("store")
    library = Library.open(Settings(store=folder))
    result = add_files(library, [SAMPLES / "plans"], Overrides())
    library.close()
    assert not result.failed
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


@contextmanager
def opened(address: str, width: int, height: int) -> Iterator[tuple["playwright.Page", set[str]]]:
    """Open the page in an empty profile; the set fills with the hosts that were asked for something."""
    hosts: set[str] = set()
    with playwright.sync_playwright() as running:
        browser = running.chromium.launch(executable_path=CHROMIUM, args=FLAGS.split())
        page = browser.new_context(viewport={"width": width, "height": height}).new_page()
        page.on("request", lambda request: hosts.add(urlsplit(request.url).netloc))
        page.on("websocket", lambda socket_: hosts.add(urlsplit(socket_.url).netloc))
        page.goto(address)
        yield page, hosts
        browser.close()


def ask(page: "playwright.Page", question: str) -> None:
    page.get_by_test_id("stChatInputTextArea").fill(question)
    page.keyboard.press("Enter")
    page.locator(".pv-answer").last.wait_for(timeout=60_000)


@pytest.mark.parametrize(("width", "height"), [(1280, 800), (400, 800)])
def test_a_question_a_citation_and_its_mark(address: str, width: int, height: int) -> None:
    with opened(address, width, height) as (page, hosts):
        ask(page, QUESTION)
        mark = page.locator(".pv-passage mark").first
        assert not mark.is_visible()
        page.locator(".pv-cite").first.click()
        mark.wait_for(state="visible")
        assert QUOTE in mark.inner_text()
        assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
        assert page.evaluate("document.documentElement.lang") == "da"
        page.locator(".st-key-conversation[aria-live=polite]").wait_for(state="attached")
        assert hosts == {urlsplit(address).netloc}


def test_the_keyboard_is_enough(address: str) -> None:
    with opened(address, 1280, 800) as (page, _):
        ask(page, QUESTION)
        page.locator(".pv-cite").first.focus()
        page.keyboard.press("Enter")
        page.locator(".pv-passage mark").first.wait_for(state="visible")
        page.locator(".pv-around > summary").first.focus()
        page.keyboard.press("Enter")
        page.locator(".pv-sheet mark").first.wait_for(state="visible")


def test_the_page_begins_with_questions_that_work(address: str) -> None:
    with opened(address, 1280, 800) as (page, hosts):
        example = page.locator(".st-key-examples button").first
        example.wait_for(timeout=60_000)
        words = example.inner_text()
        example.click()
        page.locator(".pv-cite").first.wait_for(timeout=60_000)
        assert page.locator(".pv-question").inner_text() == words
        assert hosts == {urlsplit(address).netloc}


@pytest.mark.skipif(not PICTURE, reason="PLANSVAR_SCREENSHOT names no file")
def test_the_picture_for_the_readme(address: str) -> None:
    with opened(address, 1280, 800) as (page, _):
        ask(page, PICTURED)
        page.wait_for_timeout(1_000)
        page.locator(".pv-cite").last.click()
        page.locator(".pv-passage mark").last.wait_for(state="visible")
        page.wait_for_timeout(500)
        page.screenshot(path=PICTURE)


@pytest.mark.parametrize(
    ("host", "status"), [("127.0.0.1", "101"), ("localhost", "101"), ("evil.example", "403")]
)
def test_only_names_of_this_machine_are_let_in(address: str, host: str, status: str) -> None:
    """A page elsewhere whose name is made to point here (DNS rebinding) gets no connection."""
    port = int(address.rpartition(":")[2])
    asked = (
        f"GET /_stcore/stream HTTP/1.1\r\nHost: {host}:{port}\r\nOrigin: http://{host}:{port}\r\n"
        "Upgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\n"
        "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n"
    )
    with socket.create_connection(("127.0.0.1", port), timeout=20) as connection:
        connection.sendall(asked.encode())
        assert connection.recv(200).decode().split()[1] == status
