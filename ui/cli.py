"""The ``plansvar`` command."""

from __future__ import annotations

import io
import sys
from typing import Annotated

import typer

from ui.commands.add import add
from ui.commands.ask import ask
from ui.commands.compare import compare
from ui.commands.doctor import doctor
from ui.commands.evaluate import evaluate
from ui.commands.goals import goals
from ui.commands.options import installed, say
from ui.commands.plans import plans, rebuild, remove
from ui.commands.question_sets import convert, draft
from ui.commands.runs import runs
from ui.commands.web import web

NAME = "plansvar"

app = typer.Typer(
    help=say("help"),
    add_completion=False,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)


def _tell_version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"{NAME} {installed(NAME)}")
        raise typer.Exit


@app.callback(invoke_without_command=True)
def start(
    context: typer.Context,
    _version: Annotated[
        bool, typer.Option("--version", help=say("version_help"), callback=_tell_version, is_eager=True)
    ] = False,
) -> None:
    """Show the help when no command is named."""
    if context.invoked_subcommand is None:
        typer.echo(context.get_help())


app.command("add", help=say("add_help"))(add)
app.command("plans", help=say("plans_help"))(plans)
app.command("remove", help=say("remove_help"))(remove)
app.command("rebuild", help=say("rebuild_help"))(rebuild)
app.command("doctor", help=say("doctor_help"))(doctor)
app.command("ask", help=say("ask_help"))(ask)
app.command("goals", help=say("goals_help"))(goals)
app.command("compare", help=say("compare_help"))(compare)
app.command("eval", help=say("eval_help"))(evaluate)
app.command("eval-runs", help=say("runs_help"))(runs)
app.command("eval-draft", help=say("draft_help"))(draft)
app.command("eval-convert", help=say("convert_help"))(convert)
app.command("ui", help=say("ui_help"))(web)


def main() -> None:
    """Run the command that the arguments name."""
    for stream in (sys.stdout, sys.stderr):
        # What reads our output expects UTF-8, also where the system's own encoding is another.
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    app(prog_name=NAME)
