"""``plansvar eval``: run a question set and report; or check it, or search settings with it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from ui.commands.options import LANGUAGE, Store, opened, say, settings_for

if TYPE_CHECKING:
    from eval.judge_command import Judging
    from ingest.library import Library


def evaluate(
    questions: Annotated[Path, typer.Argument(help=say("questions_help"), show_default=False)],
    out: Annotated[Path | None, typer.Option(help=say("out_help"), file_okay=False)] = None,
    baseline: Annotated[str, typer.Option(help=say("baseline_help"))] = "",
    gate: Annotated[Path | None, typer.Option(help=say("gate_help"), dir_okay=False)] = None,
    changed: Annotated[list[str] | None, typer.Option("--set", help=say("set_help"))] = None,
    check: Annotated[bool, typer.Option("--check", help=say("check_help"))] = False,
    sweep: Annotated[Path | None, typer.Option(help=say("sweep_help"), dir_okay=False)] = None,
    judge: Annotated[bool, typer.Option("--judge", help=say("judge_help"))] = False,
    labels: Annotated[Path | None, typer.Option(help=say("labels_help"), dir_okay=False)] = None,
    store: Store = None,
) -> None:
    """Run a question set and read how well it was answered."""
    if sum([check, bool(sweep), bool(baseline or gate or changed or judge)]) > 1 or (check and out):
        raise typer.BadParameter(say("one_way_of_eval"))
    if labels and not judge:
        raise typer.BadParameter(say("labels_without_judge"))
    with opened(store) as library:
        if check:
            _check(library, questions)
            return
        if sweep:
            code = _sweep(library, questions, sweep, out, store)
        else:
            judging = _judging(labels, store) if judge else None
            code = _run(library, (questions, out, baseline, gate), changed or [], judging)
    raise typer.Exit(code)


def _check(library: Library, questions: Path) -> None:
    from eval.plans import Plans
    from eval.set_command import check_command

    check_command(questions, Plans(library.current(), library.plan), LANGUAGE)


def _judging(labels: Path | None, store: Path | None) -> Judging:
    from assistant.chat_model import load_chat_model
    from eval.judge_command import Judging
    from eval.labels import read_labels

    settings = settings_for(store)
    known = read_labels(labels) if labels else {}
    return Judging(load_chat_model(settings), settings.chat_server, known, LANGUAGE)


def _run(
    library: Library,
    asked: tuple[Path, Path | None, str, Path | None],
    changed: list[str],
    judging: Judging | None,
) -> int:
    from assistant.assistant import Assistant
    from eval.command import EvalRequest, evaluate_command
    from eval.history import History
    from eval.plans import Plans
    from eval.weighing import all_settings, parse_setting, weights_with

    weights = weights_with(map(parse_setting, changed))
    request = EvalRequest(*asked, LANGUAGE, library.encoder.fingerprint, all_settings(weights))
    plans = Plans(library.current(), library.plan)
    history = History(library.catalogue.runs, library.folder)
    judge = judging.command if judging else None
    return evaluate_command(request, Assistant(library, LANGUAGE, weights), plans, history, judge)


def _sweep(library: Library, questions: Path, grid: Path, out: Path | None, store: Path | None) -> int:
    from eval.plans import Plans
    from eval.sweep_command import SweepRequest, sweep_command
    from eval.variants import variants

    request = SweepRequest(questions, grid, library.folder / "runs", out, LANGUAGE)
    with variants(library, settings_for(store), LANGUAGE) as made:
        return sweep_command(request, made.make, Plans(library.current(), library.plan))
