"""What every command shares: the language, the store, and how an error is told."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated

import typer

from ingest.errors import PlansvarError
from ingest.library import Library
from ingest.settings import Settings
from ingest.texts import Language, text

LANGUAGE: Language = "en" if os.environ.get("PLANSVAR_LANGUAGE") == "en" else "da"


def say(key: str, **fields: object) -> str:
    """Return the string ``cli.key`` in the user's language."""
    return text(f"cli.{key}", LANGUAGE, **fields)


def tell(message: str) -> None:
    """Write a message where it does not mix with results: on stderr."""
    typer.echo(message, err=True)


Store = Annotated[Path | None, typer.Option(help=say("store_help"), file_okay=False)]
Municipality = Annotated[list[str] | None, typer.Option(help=say("municipality_help"))]
Year = Annotated[int | None, typer.Option(help=say("year_help"), min=1900, max=2100)]
AsJson = Annotated[bool, typer.Option("--json", help=say("json_help"))]


def settings_for(store: Path | None) -> Settings:
    """Return the settings, with the store that the command line names."""
    settings = Settings()
    return settings if store is None else settings.model_copy(update={"store": store})


@contextmanager
def opened(store: Path | None) -> Iterator[Library]:
    """Open the library for one command; an error is told on stderr, and the command exits with 1."""
    try:
        library = Library.open(settings_for(store))
        try:
            yield library
        finally:
            library.close()
    except PlansvarError as error:
        tell(error.describe(LANGUAGE))
        raise typer.Exit(1) from error
    except BrokenPipeError as error:
        # The reader of our output (head, less) has gone: that is no failure of ours.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        raise typer.Exit(0) from error
