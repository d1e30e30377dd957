"""``plansvar ui``: the web pages, on this machine only."""

from __future__ import annotations

from typing import Annotated

import typer

from ingest.errors import PlansvarError
from ui.commands.options import LANGUAGE, Store, say, settings_for, tell
from ui.serve import serve


def web(
    port: Annotated[int, typer.Option(help=say("port_help"), min=1, max=65535)] = 8501, store: Store = None
) -> None:
    """Open the web pages."""
    try:
        raise typer.Exit(serve(settings_for(store), port))
    except PlansvarError as error:
        tell(error.describe(LANGUAGE))
        raise typer.Exit(1) from error
