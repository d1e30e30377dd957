"""What every command shares: the language, the store, and how an error is told."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from ingest.errors import PlansvarError
from ingest.texts import Language, text

if TYPE_CHECKING:
    from ingest.library import Library
    from ingest.settings import Settings


def _language() -> Language:
    """Return the language of the settings, without the time that reading them all takes."""
    said = os.environ.get("PLANSVAR_LANGUAGE")
    if said is None and Path(".env").is_file():
        lines = Path(".env").read_text(encoding="utf-8", errors="replace").splitlines()
        said = next((line.partition("=")[2] for line in lines if line.startswith("PLANSVAR_LANGUAGE=")), None)
    return "en" if said and said.strip().strip("\"'") == "en" else "da"


LANGUAGE: Language = _language()


class SettingError(PlansvarError):
    """A setting in the environment or in .env that cannot be used."""


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


def installed(package: str) -> str:
    """Return the version of a package, or a dash where it runs without having been installed."""
    try:
        return version(package)
    except PackageNotFoundError:
        return "–"


def settings_for(store: Path | None) -> Settings:
    """Return the settings, with the store that the command line names."""
    from pydantic import ValidationError

    from ingest.settings import Settings

    try:
        settings = Settings()
    except ValidationError as error:
        first = error.errors()[0]
        name = f"PLANSVAR_{first['loc'][0]}".upper()
        raise SettingError(name, "bad_setting", detail=first["msg"]) from error
    return settings if store is None else settings.model_copy(update={"store": store})


@contextmanager
def opened(store: Path | None) -> Iterator[Library]:
    """Open the library for one command; what goes wrong is told on stderr, and the command exits with 1."""
    with told():
        # The help should not wait for what only a store needs, here and in every command.
        from ingest.library import Library

        library = Library.open(settings_for(store))
        try:
            yield library
        finally:
            library.close()


@contextmanager
def told() -> Iterator[None]:
    """Turn an error into a sentence on stderr and the exit code 1."""
    try:
        yield
    except PlansvarError as error:
        tell(error.describe(LANGUAGE))
        raise typer.Exit(1) from error
    except KeyboardInterrupt as error:
        tell(say("interrupted"))
        raise typer.Exit(1) from error
    except BrokenPipeError as error:
        # The reader of our output (head, less) has gone: that is no failure of ours.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        raise typer.Exit(0) from error
