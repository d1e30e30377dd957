"""Starting the web pages: Streamlit with our configuration, on this machine only."""

from __future__ import annotations

import json
import os
import socket
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from streamlit import net_util
from streamlit.web.cli import main as streamlit

from ingest.errors import PlansvarError
from ingest.settings import Settings
from ingest.texts import text

HERE = Path(__file__).parent
ADDRESS = "127.0.0.1"
REPEATED = ("allowedHosts",)
"""Options that Streamlit takes once for each value."""


class PortError(PlansvarError):
    """The port cannot be listened on."""


def serve(settings: Settings, port: int) -> int:
    """Serve the pages until Ctrl-C; return the exit status. Raises PortError when the port is taken.

    Where there is a screen, Streamlit opens the browser.
    """
    _check(port)
    os.environ.update(_environment(settings))
    # Asked from a strange origin, Streamlit would look up this machine's address on the internet.
    net_util._external_ip = net_util._internal_ip = ADDRESS
    print(text("chat.serving", settings.language, address=f"http://{ADDRESS}:{port}"), file=sys.stderr)
    streamlit.main(["run", str(HERE / "app.py"), f"--server.port={port}", *flags()], standalone_mode=False)
    return 0


def flags() -> list[str]:
    """Return the lines of our configuration as flags, which win over every other configuration.

    An option that the installed Streamlit has not got is left out: it would not start with it.
    """
    with (HERE / ".streamlit" / "config.toml").open("rb") as file:
        lines = list(_lines(tomllib.load(file)))
    known = {option for parameter in streamlit.commands["run"].params for option in parameter.opts}
    return [f"--{name}={value}" for name, value in lines if f"--{name}" in known]


def _lines(table: dict[str, Any], prefix: str = "") -> Iterator[tuple[str, str]]:
    for name, value in table.items():
        if isinstance(value, dict):
            yield from _lines(value, f"{prefix}{name}.")
        else:
            for each in value if isinstance(value, list) and name in REPEATED else [value]:
                yield f"{prefix}{name}", each if isinstance(each, str) else json.dumps(each)


def _check(port: int) -> None:
    try:
        with socket.create_server((ADDRESS, port)):
            pass
    except (OSError, OverflowError) as error:
        raise PortError(port, "port_taken", next=port + 1) from error


def _environment(settings: Settings) -> dict[str, str]:
    """Return the settings as the environment variables from which the pages read them again."""
    return {f"PLANSVAR_{name.upper()}": str(value) for name, value in settings.model_dump().items()}
