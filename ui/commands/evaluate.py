"""``plansvar eval``: run a question set, report, compare and gate."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path
from typing import Annotated

import typer

from ui.commands.options import LANGUAGE, Store, opened, say


def evaluate(
    questions: Annotated[Path, typer.Argument(help=say("questions_help"), show_default=False)],
    out: Annotated[Path | None, typer.Option(help=say("out_help"), file_okay=False)] = None,
    baseline: Annotated[Path | None, typer.Option(help=say("baseline_help"))] = None,
    gate: Annotated[Path | None, typer.Option(help=say("gate_help"), dir_okay=False)] = None,
    store: Store = None,
) -> None:
    """Run a question set and read how well it was answered."""
    with opened(store) as library:
        from assistant.assistant import Assistant
        from assistant.weights import DEFAULT
        from eval.command import EvalRequest, evaluate_command
        from eval.plans import Plans
        from eval.stamp import Setting

        weights = tuple(Setting(name, str(value)) for name, value in asdict(DEFAULT).items())
        request = EvalRequest(
            questions,
            library.folder / "runs",
            out,
            baseline,
            gate,
            LANGUAGE,
            library.encoder.fingerprint,
            weights,
        )
        plans = Plans(library.current(), library.plan)
        code = evaluate_command(request, Assistant(library, LANGUAGE), plans)
    raise typer.Exit(code)
