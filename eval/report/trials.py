"""A search for settings as plain text: what was tried, what was chosen, and what that is worth elsewhere."""

from __future__ import annotations

from eval.report.columns import aligned
from eval.sweep import Sweep, Trial
from eval.wording import Wording
from ingest.texts import Language


def trials_text(sweep: Sweep, language: Language = "da") -> str:
    """Return a line for each trial on the dev slice, and the choice on the held-out slice."""
    words = Wording(language)
    head = [words.say("sweep_settings"), words.title(sweep.metric), words.say("table_interval")]
    lines = [_line(trial, sweep, words) for trial in sweep.trials]
    return f"{aligned([head, *lines])}\n\n{_held_out(sweep, words)}"


def _line(trial: Trial, sweep: Sweep, words: Wording) -> list[str]:
    metric, estimate = sweep.metric, trial.estimate
    chosen = "→ " if trial is sweep.chosen else "  "
    shown = words.figure(metric, estimate), words.interval(metric, estimate)
    return [f"{chosen}{_settings(trial, words)}", *shown]


def _settings(trial: Trial, words: Wording) -> str:
    named = ", ".join(f"{each.name}={each.value}" for each in trial.candidate.settings)
    return named or words.say("sweep_today")


def _held_out(sweep: Sweep, words: Wording) -> str:
    if sweep.held_out is None:
        return words.say("sweep_no_held_out")
    difference = sweep.held_out.difference(sweep.metric.name)
    return words.say(
        "sweep_held_out",
        count=len(sweep.held_out.pairs),
        before=words.figure(sweep.metric, difference.before),
        after=words.figure(sweep.metric, difference.after),
        change=words.change(sweep.metric, difference.change),
    )
