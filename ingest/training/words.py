"""Make ``corpus/words``: the words of public law, how often they stand there, and in how many compounds.

    python -m ingest.training.words LAW.jsonl.gz [corpus/words]

A list of words is no text: nothing of how the law puts them together is kept. Words of daily life that no
law holds come from ``corpus/everyday_words``.
"""

from __future__ import annotations

import gzip
import json
import re
import sys
from collections import Counter
from pathlib import Path

import corpus
from ingest.danish.compounds import base, first_base, segments_by
from ingest.danish.lexicon import Lexicon
from ingest.danish.lists import word_list
from ingest.danish.words import fold

_WORD = re.compile(r"(?<![\w-])[^\W\d_]{2,}(?![\w-])")
_CLUSTER = re.compile(
    r"[aeiouyæøåéü]|[^aeiouyæøå][aeiouyæøåéü]|"
    r"(?:bl|br|dr|dv|fj|fl|fr|gl|gn|gr|hj|hv|kl|kn|kr|kv|pl|pr|ps|sc|sh|sj|sk|sl|sm|sn|sp|st|sv|th|tj|tr|tv|ch)"
)
FEWEST = 5
"""How often a word of any length must stand in the text to be taken."""
FEWEST_SHORT, SHORT = 2, 12
"""The same for words of at most twelve letters, which are seldom compounds themselves."""
MOSTLY_NAME = 0.9
"""The share of capitals from which a word is taken for a name."""
SURE = 20
"""How often both halves must stand in the text to count as a compound in the first round."""
ROUNDS = 3
EVERYDAY = 5
"""The count that a word of daily life is given."""
SHORT_PARTS = word_list("words.short_parts")
"""Parts of fewer than four letters that begin or end compounds."""


def count(path: Path) -> tuple[Counter[str], Counter[str]]:
    """Return how often each word stands in the provisions of a file, and how often with a capital."""
    counted: Counter[str] = Counter()
    capitals: Counter[str] = Counter()
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            provision = json.loads(line)
            for word in _WORD.findall(f"{provision['heading']} {provision['text']}"):
                counted[word.lower()] += 1
                capitals[word.lower()] += word[0].isupper()
    return counted, capitals


def common(counted: Counter[str], capitals: Counter[str]) -> dict[str, int]:
    """Return the words worth knowing: often enough, no names, no halves of words that a line end cut."""
    return {
        word: times
        for word, times in counted.items()
        if times >= (FEWEST_SHORT if len(word) <= SHORT else FEWEST)
        and capitals[word] < MOSTLY_NAME * times
        and (times >= SURE or _CLUSTER.match(word))
    }


def everyday() -> set[str]:
    """Return the words of daily life."""
    return set((corpus.ROOT / "everyday_words").read_text(encoding="utf-8").split())


def with_counts(times: dict[str, int], types: list[str]) -> Lexicon:
    """Return the lexicon whose part counts agree with how it reads ``types`` itself, after a few rounds."""
    known = _halves(times, types)
    for _ in range(ROUNDS):
        known = _recount(known, types)
    return known


def _halves(times: dict[str, int], types: list[str]) -> Lexicon:
    first: Counter[str] = Counter()
    last: Counter[str] = Counter()
    bare = Lexicon(times, first, last)
    for word in types:
        for cut in range(2, len(word) - 1):
            begin, end = word[:cut], word[cut:]
            stump = next(
                (s for s in (begin, begin.removesuffix("s"), begin.removesuffix("e")) if _sure(s, times)), ""
            )
            if stump and _sure(end, times):
                first[first_base(stump, bare)] += 1
                last[end] += 1
    return bare


def _sure(part: str, times: dict[str, int]) -> bool:
    return part in SHORT_PARTS or (len(part) > 3 and times.get(part, 0) >= SURE)


def _recount(known: Lexicon, types: list[str]) -> Lexicon:
    first: Counter[str] = Counter()
    last: Counter[str] = Counter()
    for word in types:
        *begins, (end, _) = segments_by(word, known)
        if begins:
            first.update(first_base(part, known) for part, _ in begins)
            last[base(end, known) or end] += 1
    return Lexicon(known.times, _short_only(first), _short_only(last))


def _short_only(counts: Counter[str]) -> Counter[str]:
    return Counter({part: count for part, count in counts.items() if len(part) > 3 or part in SHORT_PARTS})


def main(arguments: list[str]) -> None:
    """Write the list, "word<TAB>count<TAB>first<TAB>last" a line, most frequent first."""
    target = Path(arguments[1]) if len(arguments) > 1 else corpus.ROOT / "words"
    counted, capitals = count(Path(arguments[0]))
    times = common(counted, capitals)
    for word in everyday():
        times[word] = max(EVERYDAY, times.get(word, 0))
    types = [fold(word) for word in counted if len(word) > 5]
    known = with_counts(times, types)
    ordered = sorted(times, key=lambda word: (-times[word], word))
    rows = (
        f"{word}\t{times[word]}\t{known.first.get(word, 0)}\t{known.last.get(word, 0)}\n" for word in ordered
    )
    target.write_text("".join(rows), encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1:])
