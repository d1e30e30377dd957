"""Runs as a list: when, of which set, with what changed, and how they ended. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from eval.history import PastRun, State
from eval.weighing import changed
from eval.wording import Wording
from ingest.texts import Language, text
from ui.eval_figures import WORDS
from ui.eval_figures import table as figures
from ui.markup import Html

COLUMNS = ("when", "set", "changed", "good", "state")


def table(runs: Sequence[PastRun], language: Language) -> Html:
    """Return the runs, the newest first."""
    heads = [text(f"evalpage.column_{name}", language) for name in COLUMNS]
    return figures(heads, [_line(run, language) for run in runs], WORDS)


def name(run: PastRun, language: Language) -> str:
    """Return "questions, 21.11.2026 12.04 (krav for at svare 0,6)"."""
    turned = turned_settings(run, language)
    more = f" ({turned})" if turned else ""
    return f"{run.stamp.questions}, {_when(run.stamp.started_at, language)}{more}"


def turned_settings(run: PastRun, language: Language) -> str:
    """Return the settings that are not those of today, as words."""
    words = Wording(language)
    return ", ".join(f"{words.setting(each.name)} {words.decimal(each.value)}" for each in changed(run.stamp))


def _line(run: PastRun, language: Language) -> list[str]:
    words = Wording(language)
    known = run.done > 0 and run.state is not State.RUNNING
    good = words.say("good_of", good=run.good, count=run.done) if known else words.say("no_data")
    state = text(f"evalpage.state_{run.state.value}", language, done=run.done, count=run.stamp.count)
    when = _when(run.stamp.started_at, language)
    return [when, run.stamp.questions, turned_settings(run, language) or "–", good, state]


def _when(started_at: str, language: Language) -> str:
    moment = datetime.fromisoformat(started_at).astimezone()
    if language == "da":
        return f"{moment.day}.{moment.month}.{moment.year} kl. {moment:%H.%M}"
    return f"{moment:%Y-%m-%d %H:%M}"
