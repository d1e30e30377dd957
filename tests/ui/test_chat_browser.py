"""The whole way in a real browser: a server, a store, a question, an open citation, and nobody else asked.

With PLANSVAR_SCREENSHOT=docs/chat.png the picture that the README shows is taken anew.
"""

import os
import socket
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import pytest

from tests.ui.browsing import IN_A_BROWSER, opened

if TYPE_CHECKING:
    from playwright.sync_api import Page

QUESTION = "hvor lenge varer et sygedagpengeforløb i sandkilde?"
QUOTE = "13,5 uger"
PICTURED = "hvad er maalet for langtidslediige i bråsø og snarbæk-holmsø?"
PICTURE = os.environ.get("PLANSVAR_SCREENSHOT", "")
pytestmark = IN_A_BROWSER


def ask(page: "Page", question: str) -> None:
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
