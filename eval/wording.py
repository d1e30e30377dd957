"""How figures, limits and reasons are put into words: the same in a table, a report and a page."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from assistant.answer import Reason
from assistant.timing import Step
from eval.gate import Check, Rule
from eval.intervals import Estimate
from eval.metrics.metric import Metric
from eval.outcome import Outcome
from eval.pace import StepTime
from eval.row import Cited
from eval.score import Score
from eval.summary import Breakdown, Group
from eval.weighing import KNOBS
from ingest.texts import Language, text


@dataclass(frozen=True, slots=True)
class Wording:
    """Puts things into words in one language."""

    language: Language = "da"

    def say(self, name: str, /, **fields: object) -> str:
        """Return the evaluation's text ``name``."""
        return text(f"eval.{name}", self.language, **fields)

    def title(self, metric: Metric) -> str:
        """Return what a metric is called."""
        return metric.title(self.language)

    def meaning(self, metric: Metric) -> str:
        """Return what a metric says."""
        return metric.meaning(self.language)

    def why(self, score: Score) -> str:
        """Return the explanation of a score."""
        return score.explain(self.language)

    def outcome(self, outcome: Outcome) -> str:
        """Return how a question ended."""
        return self.say(f"outcome_{outcome.value}")

    def kind(self, kind: str) -> str:
        """Return what a kind of question is called."""
        return self.say(f"kind_{kind}")

    def setting(self, name: str) -> str:
        """Return what a setting is called; one that only a developer turns is called by its own name."""
        return self.say(f"setting_{name}") if name in {knob.name for knob in KNOBS} else name

    def step(self, step: Step) -> str:
        """Return what a step of answering is called."""
        return self.say(f"step_{step.value}")

    def milliseconds(self, seconds: float) -> str:
        """Return a short time as it is read: "0,4 ms", "34 ms"."""
        return self.decimal(f"{1000 * seconds:.0f} ms" if seconds >= 0.01 else f"{1000 * seconds:.1f} ms")

    def step_time(self, each: StepTime) -> list[str]:
        """Return a step's line of a table: its name, the middle time, what nine in ten keep, its part."""
        times = self.milliseconds(each.median), self.milliseconds(each.most)
        return [self.step(each.step), *times, f"{100 * each.share:.0f} %"]

    def reason(self, reason: Reason | None) -> str:
        """Return why a question was declined."""
        return self.say(f"reason_{reason.value}") if reason else ""

    def value(self, metric: Metric, value: float) -> str:
        """Return a value of a metric as it is read: "91,1 %", "0,85", "212"."""
        if metric.share:
            return self.decimal(f"{100 * value:.1f} %")
        return self.decimal(f"{value:.0f}" if metric.name == "length" else f"{value:.2f}")

    def figure(self, metric: Metric, estimate: Estimate) -> str:
        """Return the value of an estimate, or "no data"."""
        return self.value(metric, estimate.value) if estimate.known else self.say("no_data")

    def interval(self, metric: Metric, estimate: Estimate) -> str:
        """Return the 95 % interval ("84,2 til 96,0 %"), or nothing where it cannot be estimated."""
        if not estimate.bounded:
            return ""
        low, high = self.value(metric, estimate.low), self.value(metric, estimate.high)
        return self.say("from_to", low=low.removesuffix(" %"), high=high)

    def change(self, metric: Metric, change: Estimate) -> str:
        """Return a change and its interval ("+3,1 %-point (-0,4 til +6,2)"), or "no data"."""
        if not change.known:
            return self.say("no_data")
        value, low, high = (self._signed(metric, each) for each in (change.value, change.low, change.high))
        shown = self.say("points", value=value) if metric.share else value
        return f"{shown} ({self.say('from_to', low=low, high=high)})" if change.bounded else shown

    def chance(self, p: float | None) -> str:
        """Return a p-value as it is read, or nothing."""
        return "" if p is None else self.decimal("< 0.001" if p < 0.001 else f"{p:.3f}")

    def limit(self, check: Check) -> str:
        """Return what a limit asks for: "Right answers (Fact): at least 80 %"."""
        limit = check.limit
        title = self.title(limit.metric)
        if limit.kind:
            title += f" ({self.kind(limit.kind)})"
        value = self.value(limit.metric, limit.value)
        if limit.rule is Rule.MARGIN and limit.metric.share:
            value = self.say("points", value=value.removesuffix(" %"))
        return self.say(f"limit_{limit.rule.value}", title=title, value=value)

    def held(self, check: Check) -> str:
        """Return the figure that a limit was held against."""
        shown = self.change if check.limit.rule is Rule.MARGIN else self.figure
        return shown(check.limit.metric, check.estimate)

    def group(self, breakdown: Breakdown, group: Group) -> str:
        """Return the name of a group in words; a municipality and a slice have names of their own."""
        return (
            group.name
            if breakdown.by in ("municipality", "slice")
            else self.say(f"{breakdown.by}_{group.name}")
        )

    def place(self, cited: Cited) -> str:
        """Return where a citation points: "Herlev (herlev-2024.pdf), s. 10, Resultatmål"."""
        owner = f"{cited.municipality} ({cited.source})" if cited.municipality else cited.source
        page = self.say("page", page=cited.place.page) if cited.place.page is not None else ""
        return ", ".join(part for part in (owner, page, cited.section) if part)

    def moment(self, started_at: str) -> str:
        """Return when a run began, in universal time, as people write it."""
        return f"{datetime.fromisoformat(started_at):{self.say('moment')}}"

    def _signed(self, metric: Metric, value: float) -> str:
        digits = 0 if metric.name == "length" else 1 if metric.share else 2
        rounded = round(100 * value if metric.share else value, digits)
        return self.decimal(f"{rounded:+.{digits}f}" if rounded else f"{0:.{digits}f}")

    def decimal(self, written: str) -> str:
        """Return a number with the language's decimal sign."""
        return written.replace(".", ",") if self.language == "da" else written
