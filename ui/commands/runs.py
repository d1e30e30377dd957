"""``plansvar eval-runs``: the evaluations that are kept."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Annotated

import typer

from ui.commands.options import LANGUAGE, AsJson, Store, opened, say, tell

if TYPE_CHECKING:
    from eval.history import PastRun


def runs(
    remove: Annotated[str, typer.Option(help=say("runs_remove_help"))] = "",
    as_json: AsJson = False,
    store: Store = None,
) -> None:
    """List the runs of question sets, or remove one."""
    with opened(store) as library:
        from eval.history import History

        history = History(library.catalogue.runs, library.folder)
        if remove:
            gone = history.remove(remove)
            tell(say("run_removed", run=gone.id, questions=gone.stamp.questions))
            return
        kept = history.runs()
        if as_json:
            typer.echo(json.dumps([_record(run) for run in kept], ensure_ascii=False, indent=2))
        elif not kept:
            tell(say("no_runs"))
        for run in () if as_json else kept:
            typer.echo(_line(run))
        for folder in history.damaged():
            tell(say("run_damaged", folder=folder))


def _line(run: PastRun) -> str:
    from eval.wording import Wording

    when = Wording(LANGUAGE).moment(run.stamp.started_at)
    return say(
        f"run_{run.state.value}",
        run=run.id,
        when=when,
        questions=run.stamp.questions,
        good=run.good,
        done=run.done,
        count=run.stamp.count,
    )


def _record(run: PastRun) -> dict[str, object]:
    from eval.weighing import changed

    return {
        "run": run.id,
        "questions": run.stamp.questions,
        "started_at": run.stamp.started_at,
        "state": run.state.value,
        "count": run.stamp.count,
        "done": run.done,
        "good": run.good,
        "changed_settings": {setting.name: setting.value for setting in changed(run.stamp)},
        "folder": str(run.folder),
    }
