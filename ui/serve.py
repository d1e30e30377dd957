"""Starting the web pages: Streamlit with our configuration, on this machine only."""

from __future__ import annotations

import json
import os
import socket
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path

from streamlit.web.cli import main as streamlit

from ingest.errors import PlansvarError
from ingest.settings import Settings
from ingest.texts import text

HERE = Path(__file__).parent
ADDRESS = "127.0.0.1"


class PortError(PlansvarError):
    """The port cannot be listened on."""


def serve(settings: Settings, port: int) -> int:
    """Serve the pages until Ctrl-C; return the exit status. Raises PortError when the port is taken.

    Where there is a screen, Streamlit opens the browser.
    """
    _check(port)
    os.environ.update(_environment(settings))
    print(text("chat.serving", settings.language, address=f"http://{ADDRESS}:{port}"), file=sys.stderr)
    streamlit.main(["run", str(HERE / "app.py"), f"--server.port={port}", *flags()], standalone_mode=False)
    return 0


def flags() -> Iterator[str]:
    """Return the lines of our configuration as flags, which win over every other configuration."""
    with (HERE / ".streamlit" / "config.toml").open("rb") as file:
        tables = tomllib.load(file)
    yield from _flags(tables, "")


def _flags(tables: dict[str, object], prefix: str) -> Iterator[str]:
    for name, value in tables.items():
        if isinstance(value, dict):
            yield from _flags(value, f"{prefix}{name}.")
        elif isinstance(value, list):
            yield f"--{prefix}{name}={json.dumps(value)}"
        else:
            yield f"--{prefix}{name}={str(value).lower() if isinstance(value, bool) else value}"


def _check(port: int) -> None:
    try:
        with socket.create_server((ADDRESS, port)):
            pass
    except (OSError, OverflowError) as error:
        raise PortError(port, "port_taken", next=port + 1) from error


def _environment(settings: Settings) -> dict[str, str]:
    """Return the settings as the environment variables from which the pages read them again."""
    return {f"PLANSVAR_{name.upper()}": str(value) for name, value in settings.model_dump().items()}
