"""``plansvar eval``: run a question set and report; or check it, or search settings with it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from ui.commands.ask import rewriting
from ui.commands.options import LANGUAGE, Store, opened, say, settings_for

if TYPE_CHECKING:
    from eval.judge_command import Judging
    from ingest.library import Library


@dataclass(frozen=True, slots=True)
class Wishes:
    """What a run is asked to do besides asking its questions."""

    out: Path | None
    baseline: str
    gate: Path | None
    changed: list[str]
    judge: bool
    labels: Path | None
    rewrite: bool


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
    rewrite: Annotated[bool, typer.Option("--rewrite", help=say("rewrite_help"))] = False,
    store: Store = None,
) -> None:
    """Run a question set and read how well it was answered."""
    if sum([check, bool(sweep), bool(baseline or gate or changed or judge or rewrite)]) > 1 or (
        check and out
    ):
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
            wishes = Wishes(out, baseline, gate, changed or [], judge, labels, rewrite)
            code = _run(library, questions, wishes, store)
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


def _run(library: Library, questions: Path, wishes: Wishes, store: Path | None) -> int:
    from assistant.assistant import Assistant
    from eval.command import EvalRequest, evaluate_command
    from eval.history import History
    from eval.plans import Plans
    from eval.weighing import all_settings, parse_setting, weights_with

    judging = _judging(wishes.labels, store) if wishes.judge else None
    weights = weights_with(map(parse_setting, wishes.changed))
    answerer, model = Assistant(library, LANGUAGE, weights), library.encoder.fingerprint
    rewriter = rewriting(answerer, store) if wishes.rewrite else None
    if rewriter:
        model = f"{model} + {rewriter.model.name}"
    settings = all_settings(weights)
    request = EvalRequest(questions, wishes.out, wishes.baseline, wishes.gate, LANGUAGE, model, settings)
    plans, history = Plans(library.current(), library.plan), History(library.catalogue.runs, library.folder)
    judge = judging.command if judging else None
    return evaluate_command(request, rewriter or answerer, plans, history, judge)


def _sweep(library: Library, questions: Path, grid: Path, out: Path | None, store: Path | None) -> int:
    from eval.plans import Plans
    from eval.sweep_command import SweepRequest, sweep_command
    from eval.variants import variants

    request = SweepRequest(questions, grid, library.folder / "runs", out, LANGUAGE)
    with variants(library, settings_for(store), LANGUAGE) as made:
        return sweep_command(request, made.make, Plans(library.current(), library.plan))
