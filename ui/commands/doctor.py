"""``plansvar doctor``: is everything in order, and what is switched on."""

from __future__ import annotations

import platform
import shutil
import sqlite3
from typing import TYPE_CHECKING

import typer

from ingest.errors import ModelError
from ui.commands.options import LANGUAGE, Store, installed, opened, say, settings_for, tell

if TYPE_CHECKING:
    from ingest.library import Library
    from ingest.settings import Settings

PACKAGES = ("plansvar", "langchain", "sentence-transformers", "chromadb", "streamlit", "pypdf", "torch")


def doctor(store: Store = None) -> None:
    """Check the store, the model and the versions."""
    typer.echo(say("doctor_python", version=platform.python_version(), sqlite=sqlite3.sqlite_version))
    typer.echo(", ".join(f"{package} {installed(package)}" for package in PACKAGES))
    typer.echo(say("doctor_language", spoken=LANGUAGE))
    typer.echo(_chat_model(settings_for(store)))
    with opened(store) as library:
        from assistant.figures import figure
        from ingest.maintenance import health
        from ui.render import plan_count

        free = shutil.disk_usage(library.folder).free / 1e9
        held = plan_count(len(library.cards()), LANGUAGE)
        typer.echo(
            say("doctor_store", folder=library.folder, plans=held, free=figure(round(free, 1), LANGUAGE))
        )
        findings = [*_model(library), *(say(f.code, count=f.count, detail=f.detail) for f in health(library))]
    for finding in findings:
        tell(finding)
    if findings:
        raise typer.Exit(1)
    typer.echo(say("doctor_well"))


def _chat_model(settings: Settings) -> str:
    """Say which chat model may be asked and where it is, without its key and without asking it."""
    if not settings.chat_model:
        return say("doctor_no_chat")
    secret = say("doctor_key" if settings.chat_key.get_secret_value() else "doctor_no_key")
    return say("doctor_chat", model=settings.chat_model, server=settings.chat_server, secret=secret)


def _model(library: Library) -> list[str]:
    try:
        encoder = library.encoder
    except ModelError as error:
        return [error.describe(LANGUAGE)]
    typer.echo(say("doctor_model", fingerprint=encoder.fingerprint, dimension=encoder.dimension))
    return []
