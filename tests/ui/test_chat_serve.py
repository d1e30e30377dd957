"""Starting the pages: our configuration wins, and a taken port is a sentence."""

import socket

import pytest
from streamlit import config

from ingest.settings import Settings
from ui.serve import PortError, flags, serve


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


def test_every_flag_is_an_option_that_streamlit_knows() -> None:
    known = set(config.get_config_options())
    assert {flag.removeprefix("--").partition("=")[0] for flag in flags()} <= known
