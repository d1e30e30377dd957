"""A server with the sample plans, and a browser that looks at its pages."""

import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import pytest

if TYPE_CHECKING:
    from playwright.sync_api import Page

ROOT = Path(__file__).parents[2]
CHROMIUM = shutil.which("chromium")
FLAGS = (
    "--headless --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking"
    " --disable-component-update --disable-sync"
)
IN_A_BROWSER = [
    pytest.mark.browser,
    pytest.mark.skipif(CHROMIUM is None, reason="there is no chromium on this machine"),
    pytest.mark.skipif(find_spec("playwright") is None, reason="playwright is not installed"),
]


@contextmanager
def serving(store: Path) -> Iterator[str]:
    """Serve the pages over a store, in a process of its own."""
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    command = f"from ui.serve import serve; from ingest.settings import Settings; serve(Settings(), {port})"
    environment = {**os.environ, "PLANSVAR_STORE": str(store), "PLANSVAR_LANGUAGE": "da", "DISPLAY": ""}
    with subprocess.Popen([sys.executable, "-c", command], cwd=ROOT, env=environment) as server:
        try:
            _wait(f"http://127.0.0.1:{port}/_stcore/health")
            yield f"http://127.0.0.1:{port}"
        finally:
            server.terminate()


@contextmanager
def opened(address: str, width: int, height: int) -> Iterator[tuple["Page", set[str]]]:
    """Open the page in an empty profile; the set fills with the hosts that were asked for something."""
    from playwright.sync_api import sync_playwright

    hosts: set[str] = set()
    with sync_playwright() as running:
        browser = running.chromium.launch(executable_path=CHROMIUM, args=FLAGS.split())
        page = browser.new_context(viewport={"width": width, "height": height}).new_page()
        page.on("request", lambda request: hosts.add(urlsplit(request.url).netloc))
        page.on("websocket", lambda socket_: hosts.add(urlsplit(socket_.url).netloc))
        page.goto(address)
        yield page, hosts
        browser.close()


def _wait(address: str) -> None:
    deadline = time.monotonic() + 60
    while time.monotonic() < deadline:
        try:
            urllib.request.urlopen(address, timeout=5).close()
            return
        except OSError:
            time.sleep(0.2)
    raise TimeoutError(address)
