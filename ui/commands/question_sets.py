"""``plansvar eval-draft`` and ``eval-convert``: question sets before they are asked."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from ui.commands.options import LANGUAGE, Store, opened, say


def _ending(file: Path) -> Path:
    from eval.shelf import ENDINGS

    if file.suffix.lower() not in ENDINGS:
        raise typer.BadParameter(say("unknown_set_ending", endings=", ".join(ENDINGS)))
    return file


SetFile = Annotated[Path, typer.Option("--out", help=say("set_out_help"), dir_okay=False, callback=_ending)]


def draft(
    plans: Annotated[list[str], typer.Argument(help=say("draft_plans_help"), show_default=False)],
    out: SetFile,
    store: Store = None,
) -> None:
    """Draft a question set from plans."""
    with opened(store) as library:
        from eval.plans import Plans
        from eval.set_command import draft_command

        cards = [library.resolve(plan) for plan in plans]
        draft_command(cards, Plans(library.current(), library.plan), out, LANGUAGE)


def convert(
    questions: Annotated[
        Path, typer.Argument(help=say("convert_set_help"), dir_okay=False, show_default=False)
    ],
    out: SetFile,
    accept: Annotated[bool, typer.Option("--accept", help=say("accept_help"))] = False,
    store: Store = None,
) -> None:
    """Turn a question set into an Excel sheet, or a sheet into a question set."""
    with opened(store) as library:
        from eval.plans import Plans
        from eval.set_command import convert_command

        convert_command(questions, out, Plans(library.current(), library.plan), LANGUAGE, accept=accept)
