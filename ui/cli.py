"""The ``plansvar`` command."""

from __future__ import annotations

import typer

from ui.commands.add import add
from ui.commands.ask import ask
from ui.commands.doctor import doctor
from ui.commands.options import say
from ui.commands.plans import plans, rebuild, remove
from ui.commands.web import web

app = typer.Typer(
    help=say("help"),
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)
app.command("add", help=say("add_help"), no_args_is_help=True)(add)
app.command("plans", help=say("plans_help"))(plans)
app.command("remove", help=say("remove_help"), no_args_is_help=True)(remove)
app.command("rebuild", help=say("rebuild_help"))(rebuild)
app.command("doctor", help=say("doctor_help"))(doctor)
app.command("ask", help=say("ask_help"), no_args_is_help=True)(ask)
app.command("ui", help=say("ui_help"))(web)


def main() -> None:
    """Run the command that the arguments name."""
    app()
