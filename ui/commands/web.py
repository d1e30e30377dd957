"""``plansvar ui``: the web pages, on this machine only."""

from __future__ import annotations

from typing import Annotated

import typer

from ui.commands.options import Store, say, settings_for, told


def web(
    port: Annotated[int, typer.Option(help=say("port_help"), min=1, max=65535)] = 8501, store: Store = None
) -> None:
    """Open the web pages."""
    with told():
        from ui.serve import serve

        raise typer.Exit(serve(settings_for(store), port))
