"""Does it hold at scale? The same questions before and after made-up plans of others are added to a store.

    python -m eval.scale --store DIR --questions SET.jsonl --law danish-law.jsonl.gz [--plans 500] [--out DIR]

DIR is not touched: the plans go into a copy of it. The figures are shares of 1 except where they are named.
"""

from __future__ import annotations

import argparse
import json
import re
import shutil
import statistics
import time
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from assistant.assistant import Assistant
from eval.compare import Comparison, compare
from eval.distractors import Distractor, distractors, unasked
from eval.mistakes import load
from eval.plans import Plans
from eval.questions import Case
from eval.run import Run, evaluate
from ingest.danish.municipalities import mentions
from ingest.identity import Overrides
from ingest.importing import add_files
from ingest.library import Library
from ingest.manifest import MANIFEST
from ingest.settings import Settings
from ingest.training.law import read_law

_NAME = re.compile(r"(?<=[^.?!] )[A-ZÆØÅ][\w-]+(?: (?:(?:i|på|for|og|til) )?[A-ZÆØÅ][\w-]+)*")
"""A name within a question: "Hånd i Jord", "AKS"."""


@dataclass(frozen=True, slots=True)
class Growth:
    """What it took to add plans: how many were added and failed, the seconds, and the store's size after."""

    added: int
    failed: int
    seconds: float
    passages: int
    bytes: int


@dataclass(frozen=True, slots=True)
class Scale:
    """A set asked before and after a store grew."""

    growth: Growth
    comparison: Comparison


def measure(store: Path, grown: Path, questions: Path, law: Path, count: int) -> Scale:
    """Copy ``store`` to ``grown``, add ``count`` plans there, and ask the questions of both."""
    shutil.copytree(store, grown)
    before = _asked(store, questions)
    growth = grow(grown, questions, law, count)
    return Scale(growth, compare(before, _asked(grown, questions)))


def grow(store: Path, questions: Path, law: Path, count: int) -> Growth:
    """Add ``count`` plans of municipalities that neither the store nor the questions name."""
    library = Library.open(Settings(store=store))
    try:
        cases = load(questions, Plans(library.current(), library.plan)).accepted().cases
        asked = [text for case in cases for text in (case.question, *case.history)]
        known = [card.identity.municipality or "" for card in library.cards()]
        others = unasked(asked, known)
        plans = distractors(count, others, read_law(law), without=open_gold(cases, known))
        with TemporaryDirectory() as folder:
            write(Path(folder), plans)
            begun = time.perf_counter()
            done = add_files(library, [Path(folder)], Overrides())
            seconds = time.perf_counter() - begun
        added = sum(outcome.addition is not None for outcome in done.outcomes)
        passages = library.catalogue.passage_count()
    finally:
        library.close()
    return Growth(added, len(done.failed) + len(done.unreached), seconds, passages, _size(store))


def open_gold(cases: Iterable[Case], known: Collection[str]) -> list[str]:
    """Return what in any plan would answer questions that name no municipality: their gold, and its names.

    A house or a project ("Hvad er Fyrtårnet?") is one municipality's: another's plan does not name it.
    ``known`` are the municipalities of the store, which may be invented.
    """
    asked = [(case, (case.question, *case.history)) for case in cases if not case.municipalities]
    whose = [case for case, texts in asked if not any(mentions(text, known) for text in texts)]
    gold = [gold.quote for case in whose for gold in case.evidence]
    return [*gold, *(name for case in whose if case.evidence for name in _NAME.findall(case.question))]


def write(folder: Path, plans: Iterable[Distractor]) -> None:
    """Write plans as files, with a manifest that says whose they are: the law in them names others too."""
    entries = []
    for each in plans:
        (folder / each.plan.file).write_bytes(each.data)
        said = {"file": each.plan.file, "municipality": each.plan.municipality, "title": each.plan.title}
        lines = [f"{key} = {json.dumps(value, ensure_ascii=False)}" for key, value in said.items()]
        entries.append("\n".join(["[[plan]]", *lines, f"year = {each.plan.first_year}", ""]))
    (folder / MANIFEST).write_text("\n".join(entries), encoding="utf-8")


def told(scale: Scale) -> str:
    """Return the growth, every figure before and after, the times, and the questions that flipped."""
    growth, comparison = scale.growth, scale.comparison
    lines = [
        f"added {growth.added} plans, {growth.failed} failed, in {growth.seconds:.1f} s",
        f"{growth.passages} passages, {growth.bytes / 1e6:.0f} MB",
        f"{'':24}{'before':>9}{'after':>9}",
    ]
    for each in comparison.differences:
        before, after = each.before.value, each.after.value
        lines.append(f"{each.metric.name:24}{before:9.3f}{after:9.3f}")
    lines += [
        f"{name}: {_times(run)}" for name, run in (("before", comparison.before), ("after", comparison.after))
    ]
    for pair in comparison.broke:
        old, new = pair.outcomes
        lines.append(f"broke {pair.after.case.id}: {old.value} -> {new.value}: {pair.after.case.question}")
    lines += [f"mended {pair.after.case.id}: {pair.after.case.question}" for pair in comparison.mended]
    return "\n".join(lines)


def _asked(store: Path, questions: Path) -> Run:
    library = Library.open(Settings(store=store))
    try:
        return evaluate(questions, Assistant(library), Plans(library.current(), library.plan))
    finally:
        library.close()


def _times(run: Run) -> str:
    seconds = [row.seconds for row in run.rows]
    return (
        f"first question {seconds[0]:.2f} s, median {statistics.median(seconds):.3f} s, "
        f"slowest {max(seconds):.2f} s, {len(seconds)} questions {sum(seconds):.1f} s"
    )


def _size(folder: Path) -> int:
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(prog="python -m eval.scale", description=__doc__)
    parser.add_argument("--store", type=Path, required=True)
    parser.add_argument("--questions", type=Path, required=True)
    parser.add_argument("--law", type=Path, required=True)
    parser.add_argument("--plans", type=int, default=500)
    parser.add_argument("--out", type=Path, help="where the grown store is kept; nowhere if not said")
    said = parser.parse_args()
    with TemporaryDirectory() as folder:
        grown = said.out or Path(folder) / "store"
        print(told(measure(said.store, grown, said.questions, said.law, said.plans)))


if __name__ == "__main__":
    main()
