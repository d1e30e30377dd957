"""Measure an embedding model: alone, beside BM25, and added to it.

    python -m ingest.training.evaluate DATA [MODEL] [QUESTIONS.jsonl ...]

DATA holds ``plans/*.txt``, ``eval/dev.jsonl``, ``eval/third-party/*.csv`` and ``data/danish-law.jsonl.gz``;
what is not there is left out of the table and named.
"""

from __future__ import annotations

import csv
import sys
from collections.abc import Callable
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from scipy.stats import spearmanr

import corpus
from ingest.encoder import Encoder, load_encoder
from ingest.settings import Settings
from ingest.training.law import read_law
from ingest.training.lexical import BM25, standardised
from ingest.training.questions import Chunk, PlanQuestion, chunks, read_set, without_places
from ingest.training.written import read_held_out

FIRST = 5
DEPTH = 10
EVERY = 2
"""Every second provision is searched: enough to compare, and half the time."""
WEIGHTS = (0.5, 1.0)
"""How much the standardised dense scores weigh beside the standardised lexical ones."""

RANKS = 60
"""The usual constant of reciprocal rank fusion."""

Scores = NDArray[np.float64]
Figures = tuple[float, ...]


def find_in_plans(path: Path, passages: list[Chunk], encoder: Encoder) -> dict[str, Figures]:
    """Return for each way of ranking: recall in the first five, right at once, mean reciprocal rank."""
    lexical = BM25([chunk.text for chunk in passages])
    vectors = encoder.encode_passages([chunk.text for chunk in passages])
    owners = np.array([place for place, chunk in enumerate(passages) for _ in chunk.sentences])
    sentences = encoder.encode_passages([sentence for chunk in passages for sentence in chunk.sentences])
    ranks: dict[str, list[int]] = {}
    for question in read_set(path, passages):
        text = without_places(question.text)
        vector = encoder.encode_question(text)
        nearest = np.full(len(passages), -1.0)
        np.maximum.at(nearest, owners, sentences @ vector)
        legs = {"dense": vectors @ vector, "nearest sentence": nearest}
        scoped = {name: scores[question.scope] for name, scores in legs.items()}
        for name, scores in _rankings(lexical.scores(text)[question.scope], scoped).items():
            ranks.setdefault(name, []).append(_rank(scores, question))
    return {f"{name}, n={len(found)}": _summary(np.array(found)) for name, found in ranks.items()}


def find_in_law(path: Path, encoder: Encoder) -> dict[str, Figures]:
    """Return for each way of ranking the share of the first ten provisions that stand in a right act."""
    law = [provision for provision in read_law(path)[::EVERY] if provision.sentences]
    texts = [" ".join(provision.sentences)[:1500] for provision in law]
    subjects = [provision.subject.lower() for provision in law]
    lexical, vectors = BM25(texts), encoder.encode_passages(texts)
    shares: dict[str, list[float]] = {}
    for question, acts in read_held_out():
        right = np.array([any(act.lower() in subject for act in acts) for subject in subjects])
        rankings = _rankings(lexical.scores(question), {"dense": vectors @ encoder.encode_question(question)})
        for name, scores in rankings.items():
            shares.setdefault(name, []).append(float(right[np.argsort(-scores)[:DEPTH]].mean()))
    return {f"{name}, n={len(found)}": (float(np.mean(found)),) for name, found in shares.items()}


def same_intent(path: Path, encoder: Encoder) -> dict[str, Figures]:
    """Return for each way of ranking how often the nearest other question has the same intent."""
    with path.open(encoding="utf-8-sig", newline="") as file:
        rows = [(row["Intent"], row["Text"].strip()) for row in csv.DictReader(file, skipinitialspace=True)]
    rows = [row for row in rows if row[1] not in ("", "_")]
    intents = np.array([intent for intent, _ in rows])
    texts = [text for _, text in rows]
    lexical, vectors = BM25(texts), encoder.encode_passages(texts)
    hits: dict[str, list[bool]] = {}
    for place, text in enumerate(texts):
        for name, scores in _rankings(lexical.scores(text), {"dense": vectors @ vectors[place]}).items():
            scores[place] = -np.inf
            hits.setdefault(name, []).append(bool(intents[scores.argmax()] == intents[place]))
    return {f"{name}, n={len(found)}": (float(np.mean(found)),) for name, found in hits.items()}


def word_similarity(path: Path, encoder: Encoder) -> dict[str, Figures]:
    """Return the rank correlation of the vectors' nearness with what people said."""
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, delimiter="\t"))
    one, other = (encoder.encode_passages([row[word] for row in rows]) for word in ("word1", "word2"))
    said = [float(row["similarity"]) for row in rows]
    return {f"dense, n={len(rows)}": (float(spearmanr((one * other).sum(axis=1), said).statistic),)}


def _rankings(lexical: Scores, legs: dict[str, NDArray[np.floating]]) -> dict[str, Scores]:
    words = standardised(lexical)
    rankings = {"BM25": words}
    for name, scores in legs.items():
        meanings = standardised(scores)
        rankings[name] = meanings
        rankings |= {f"BM25 + {weight} {name}": words + weight * meanings for weight in WEIGHTS}
        rankings[f"BM25 and {name}, ranks"] = _reciprocal(words) + _reciprocal(meanings)
    return rankings


def _reciprocal(scores: Scores) -> Scores:
    ranks = np.argsort(np.argsort(-scores, kind="stable"))
    return 1.0 / (RANKS + ranks)


def _rank(scores: Scores, question: PlanQuestion) -> int:
    order = question.scope[np.argsort(-scores, kind="stable")].tolist()
    return next(rank for rank, place in enumerate(order, 1) if place in question.right)


def _summary(ranks: NDArray[np.int64]) -> Figures:
    return float((ranks <= FIRST).mean()), float((ranks == 1).mean()), float((1 / ranks).mean())


def _report(path: Path, title: str, measure: Callable[[], dict[str, Figures]]) -> None:
    print(f"\n{title}")
    if not path.exists():
        print("  left out: not there")
        return
    for name, figures in measure().items():
        print(f"  {name:38}" + "".join(f"{figure:8.3f}" for figure in figures))


def main() -> None:
    """Print the table."""
    data = Path(sys.argv[1])
    encoder = load_encoder(Settings(model=sys.argv[2] if len(sys.argv) > 2 else str(corpus.ROOT / "model")))
    print(f"model {encoder.fingerprint}, {encoder.dimension} dimensions")
    passages = chunks(data / "plans")
    for path in [data / "eval" / "dev.jsonl", *map(Path, sys.argv[3:])]:
        title = f"{path.stem}: gold quote in the first {FIRST}, first, mean reciprocal rank"
        _report(path, title, lambda path=path: find_in_plans(path, passages, encoder))  # type: ignore[misc]
    law = data / "data" / "danish-law.jsonl.gz"
    _report(
        law, f"held-out everyday questions, right act in the first {DEPTH}", lambda: find_in_law(law, encoder)
    )
    third = data / "eval" / "third-party"
    intents, words = third / "corona-questions-da.csv", third / "word-similarity-da.csv"
    _report(intents, "nearest other question has the same intent", lambda: same_intent(intents, encoder))
    _report(words, "word similarity, Spearman", lambda: word_similarity(words, encoder))


if __name__ == "__main__":
    main()
