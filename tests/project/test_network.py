"""What the README promises under Privacy: a question leaves the machine for nobody, whatever is set."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import pytest

from tests.project.sources import ROOT


class Listener(BaseHTTPRequestHandler):
    """Writes down every request that comes."""

    asked: list[str]

    def do_POST(self) -> None:
        self.asked.append(self.path)
        self.send_response(200)
        self.end_headers()

    do_GET = do_PATCH = do_POST  # noqa: N815 - the names that the server looks for

    def log_message(self, *args: object) -> None:
        """Keep quiet."""


@pytest.fixture
def listening() -> Iterator[tuple[str, list[str]]]:
    """Return the address of a server on this machine, and the requests it gets."""
    handler = type("Handler", (Listener,), {"asked": []})
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        thread = Thread(target=server.serve_forever)
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}", handler.asked
        server.shutdown()
        thread.join()


def test_tracing_that_is_set_for_other_programs_gets_no_question(
    listening: tuple[str, list[str]], tmp_path: Path
) -> None:
    """LangChain sends every step to LangSmith where the environment says so."""
    address, asked = listening
    tracing = {
        "LANGSMITH_TRACING": "true",
        "LANGCHAIN_TRACING_V2": "true",
        "LANGSMITH_API_KEY": "key",
        "LANGSMITH_ENDPOINT": address,
        "LANGCHAIN_ENDPOINT": address,
    }
    done = subprocess.run(
        [sys.executable, "-c", "from ui.cli import main; main()", "ask", "Hvad er målet for 2025?"],
        cwd=ROOT,
        env={**os.environ, **tracing, "PLANSVAR_STORE": str(tmp_path / "store"), "PYTHONUTF8": "1"},
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=120,
    )
    assert done.returncode == 0, done.stderr
    assert asked == []
