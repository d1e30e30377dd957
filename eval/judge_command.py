"""What ``plansvar eval SET --judge`` adds to a run: a chat model's opinion, and how far it can be trusted."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from assistant.chat_model import ChatModel
from eval.agreement import agreement
from eval.intervals import Sample, mean
from eval.judge import VOTES, Verdict, judge
from eval.labels import FILE, Labels, label_of, read_labels, write_labels
from eval.outcome import is_right
from eval.report.columns import aligned
from eval.row import Row
from eval.run import Run
from eval.wording import Wording
from ingest.texts import Language


@dataclass(frozen=True, slots=True)
class Judging:
    """A judge, where it is, and what people said of earlier answers."""

    model: ChatModel
    server: str
    labels: Labels
    language: Language = "da"

    def command(self, run: Run, folder: Path) -> None:
        """Judge the answers of a run, print what came of it, and write ``judged.csv`` beside the run.

        What people wrote in that file when the run was judged before is kept. Raises QuestionError where
        it cannot be read, before anything is sent.
        """
        words = Wording(self.language)
        kept = folder / FILE
        labels = {**self.labels, **(read_labels(kept) if kept.exists() else {})}
        _tell(words.say("judge_sends", model=self.model.name, server=self.server))
        verdicts = judge(run.rows, self.model, lambda verdict: _tell_done(verdict.row))
        write_labels(verdicts, labels, kept, self.model.name, self.language)
        print(judged_text(run.rows, verdicts, labels, self.model.name, words))
        _tell(words.say("judge_written_to", path=kept))


def judged_text(
    rows: Sequence[Row], verdicts: Sequence[Verdict], labels: Labels, judge_name: str, words: Wording
) -> str:
    """Return the judge's figures, and how far they agree with people and with our own metric."""
    known = [each for each in verdicts if each.right is not None or each.supported is not None]
    head = words.say("judge_head", model=judge_name, votes=VOTES)
    counts = words.say(
        "judge_counts",
        judged=len(known),
        silent=len(verdicts) - len(known),
        left_out=len(rows) - len(verdicts),
        unanimous=sum(each.unanimous for each in verdicts),
    )
    said = [
        [words.say("judge_right"), *_figure([(each.row, each.right) for each in verdicts], words)],
        [words.say("judge_supported"), *_figure([(each.row, each.supported) for each in verdicts], words)],
    ]
    return "\n".join(
        [head, counts, aligned(said), *_agreements(verdicts, labels, words), words.say("judge_never_gates")]
    )


def _agreements(verdicts: Sequence[Verdict], labels: Labels, words: Wording) -> list[str]:
    people = [(each, label_of(each.row, labels)) for each in verdicts]
    compared: dict[str, Sequence[tuple[bool | None, bool | None]]] = {
        words.say("judge_people_right"): [(each.right, label.right) for each, label in people],
        words.say("judge_people_supported"): [(each.supported, label.supported) for each, label in people],
        words.say("judge_metric"): [(each.right, _own(each.row)) for each in verdicts],
    }
    return [f"{name}: {_agreed(pairs, words)}" for name, pairs in compared.items()]


def _own(row: Row) -> bool:
    return row.case.answerable and is_right(row)


def _figure(said: Sequence[tuple[Row, bool | None]], words: Wording) -> tuple[str, str]:
    estimate = mean([Sample(float(value), 1, row.case.group) for row, value in said if value is not None])
    if not estimate.known:
        return words.say("no_data"), ""
    value, low, high = (
        words.decimal(f"{100 * each:.1f}") for each in (estimate.value, estimate.low, estimate.high)
    )
    return f"{value} %", words.say("from_to", low=low, high=f"{high} %") if estimate.bounded else ""


def _agreed(pairs: Sequence[tuple[bool | None, bool | None]], words: Wording) -> str:
    found = agreement([(one, other) for one, other in pairs if one is not None and other is not None])
    if not found.known:
        return words.say("no_data")
    share = words.decimal(f"{100 * found.share:.1f}")
    kappa = words.decimal(f"{found.kappa:.2f}") if found.beyond_chance else words.say("no_data")
    return words.say("judge_agreement", share=share, kappa=kappa, count=found.count)


def _tell(line: str) -> None:
    print(line, file=sys.stderr)


def _tell_done(row: Row) -> None:
    if sys.stderr.isatty():
        print(f"\r{row.case.id}", end="", file=sys.stderr, flush=True)
