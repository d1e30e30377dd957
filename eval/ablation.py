"""What each part of finding and answering brings: the same questions with one part switched off at a time.

python -m eval.ablation --store DIR SET.jsonl [SET.jsonl ...]
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from assistant.assistant import Assistant
from assistant.weights import DEFAULT, Weights
from eval.metrics.catalogue import METRICS
from eval.mistakes import load
from eval.plans import Plans
from eval.row import Row
from eval.run import run
from eval.stamp import make_stamp
from eval.summary import pool
from ingest.library import Library
from ingest.settings import Settings

SHOWN = (
    "recall_5",
    "first",
    "right",
    "citation_recall",
    "abstention_recall",
    "declined_answerable",
    "length",
)

PARTS: Mapping[str, Mapping[str, float]] = {
    "everything": {},
    "no units in the ranking of passages": {"unit": 0.0},
    "no character n-grams": {"grams": 0.0},
    "no vectors": {"dense": 0.0, "meaning": 0.0, "sense": 0.0},
    "no compounds of the question": {"parts": 0.0, "part_presence": 0.0, "all_parts_presence": 0.0},
    "no compounds of the plans": {"inside": 0.0, "inside_presence": 0.0, "other_inside": 0.0},
    "no everyday words for official ones": {"synonym": 0.0, "other_presence": 0.0, "other_inside": 0.0},
    "no kin words": {"kin_presence": 0.0},
    "no headings": {"heads": 0.0, "path": 0.0},
    "no sentence before": {"before": 0.0},
    "no lead-in": {"lead": 0.0},
    "no passage around": {"passage": 0.0},
    "question words weigh as others": {"question_words": 1.0},
    "light words weigh as others": {"light": 1.0, "light_gist": 1.0},
    "everyday words weigh as others": {"common_gist": 1.0},
    "no kind of answer": {"kind": 0.0},
    "goals and the state of things alike": {"aim": 0.0},
    "no commitments for goals": {"goal": 0.0, "theme": 0.0},
    "no register of goals": {"registered": 0.0, "theme": 0.0},
    "goals on a theme chosen as other sentences": {"goals": 10.0},
    "editions alike": {"edition": 0.0, "outdated": 0.0},
    "one unit only": {"second": 10.0},
    "never declines for lack of support": {"support": 0.0},
    "never declines for one thing missing": {"miss": 1.0},
}


def main(arguments: Sequence[str] | None = None) -> int:
    """Print a Markdown table: a line for each part switched off, a column for each metric."""
    parser = argparse.ArgumentParser(prog="python -m eval.ablation", description=__doc__)
    parser.add_argument("--store", type=Path, required=True)
    parser.add_argument("sets", type=Path, nargs="+")
    given = parser.parse_args(arguments)
    library = Library.open(Settings(store=given.store))
    print(f"| | {' | '.join(SHOWN)} |\n|---|{'---|' * len(SHOWN)}")
    for part, off in PARTS.items():
        rows = _rows(library, given.sets, replace(DEFAULT, **off))
        print(f"| {part} | {' | '.join(_figures(rows))} |", flush=True)
    library.close()
    return 0


def _rows(library: Library, sets: Sequence[Path], weights: Weights) -> list[Row]:
    plans = Plans(library.current(), library.plan)
    rows: list[Row] = []
    for path in sets:
        questions = load(path, plans)
        stamp = make_stamp(questions, plans.cards)
        rows += run(questions, Assistant(library, "da", weights), plans, stamp).rows
    return rows


def _figures(rows: Sequence[Row]) -> list[str]:
    metrics = {metric.name: metric for metric in METRICS}
    estimates = [(metrics[name], pool(metrics[name], rows)) for name in SHOWN]
    return [f"{e.value:.3f}" if metric.share else f"{e.value:.0f}" for metric, e in estimates]


if __name__ == "__main__":
    sys.exit(main())
