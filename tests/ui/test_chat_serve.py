"""Starting the pages: our configuration wins, and a taken port is a sentence."""

import socket
import tomllib

import pytest
from streamlit.web.cli import main as streamlit

from ingest.settings import Settings
from ui.serve import HERE, PortError, flags, serve


def test_a_taken_port_is_named_with_another() -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        with pytest.raises(PortError) as caught:
            serve(Settings(), port)
    assert str(port) in caught.value.describe("da")
    assert f"--port {port + 1}" in caught.value.describe("da")


def test_nothing_listens_beyond_this_machine_or_phones_home() -> None:
    given = set(flags())
    assert {
        "--server.address=127.0.0.1",
        "--browser.gatherUsageStats=false",
        "--client.showErrorDetails=none",
        "--server.enableAgentApi=false",
        "--client.toolbarMode=minimal",
    } <= given


def test_every_line_of_the_configuration_is_an_option_that_streamlit_knows() -> None:
    with (HERE / ".streamlit" / "config.toml").open("rb") as file:
        lines = tomllib.load(file)
    count = sum(len(table) for table in lines.values()) - 1 + len(lines["theme"]["sidebar"])
    again = len(lines["server"]["allowedHosts"]) - 1
    assert len(flags()) == count + again


def test_an_option_that_streamlit_has_not_got_is_left_out(monkeypatch: pytest.MonkeyPatch) -> None:
    run = streamlit.commands["run"]
    only = [parameter for parameter in run.params if "--server.address" in parameter.opts]
    monkeypatch.setattr(run, "params", only)
    assert flags() == ["--server.address=127.0.0.1"]
