"""``plansvar eval``: run a question set and report; or check it, or search settings with it."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from ui.commands.options import LANGUAGE, Store, opened, say, settings_for

if TYPE_CHECKING:
    from ingest.library import Library


def evaluate(
    questions: Annotated[Path, typer.Argument(help=say("questions_help"), show_default=False)],
    out: Annotated[Path | None, typer.Option(help=say("out_help"), file_okay=False)] = None,
    baseline: Annotated[Path | None, typer.Option(help=say("baseline_help"))] = None,
    gate: Annotated[Path | None, typer.Option(help=say("gate_help"), dir_okay=False)] = None,
    check: Annotated[bool, typer.Option("--check", help=say("check_help"))] = False,
    sweep: Annotated[Path | None, typer.Option(help=say("sweep_help"), dir_okay=False)] = None,
    store: Store = None,
) -> None:
    """Run a question set and read how well it was answered."""
    if sum([check, bool(sweep), bool(baseline or gate)]) > 1 or (check and out):
        raise typer.BadParameter(say("one_way_of_eval"))
    with opened(store) as library:
        if check:
            _check(library, questions)
            return
        if sweep:
            code = _sweep(library, questions, sweep, out, store)
        else:
            code = _run(library, questions, out, baseline, gate)
    raise typer.Exit(code)


def _check(library: Library, questions: Path) -> None:
    from eval.plans import Plans
    from eval.set_command import check_command

    check_command(questions, Plans(library.current(), library.plan), LANGUAGE)


def _run(
    library: Library, questions: Path, out: Path | None, baseline: Path | None, gate: Path | None
) -> int:
    from assistant.assistant import Assistant
    from assistant.weights import DEFAULT
    from eval.command import EvalRequest, evaluate_command
    from eval.plans import Plans
    from eval.stamp import Setting

    weights = tuple(Setting(name, str(value)) for name, value in asdict(DEFAULT).items())
    runs, model = library.folder / "runs", library.encoder.fingerprint
    request = EvalRequest(questions, runs, out, baseline, gate, LANGUAGE, model, weights)
    plans = Plans(library.current(), library.plan)
    return evaluate_command(request, Assistant(library, LANGUAGE), plans)


def _sweep(library: Library, questions: Path, grid: Path, out: Path | None, store: Path | None) -> int:
    from eval.plans import Plans
    from eval.sweep_command import SweepRequest, sweep_command
    from eval.variants import variants

    request = SweepRequest(questions, grid, library.folder / "runs", out, LANGUAGE)
    with variants(library, settings_for(store), LANGUAGE) as made:
        return sweep_command(request, made.make, Plans(library.current(), library.plan))
