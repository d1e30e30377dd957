"""Make ``corpus/words``: the words of public law with how often they stand there, for splitting compounds.

    python -m ingest.training.words LAW.jsonl.gz [corpus/words]

A list of words is no text: nothing of how the law puts them together is kept.
"""

from __future__ import annotations

import gzip
import json
import re
import sys
from collections import Counter
from pathlib import Path

import corpus

_WORD = re.compile(r"(?<![\w-])[^\W\d_]{2,}(?![\w-])")
FEWEST = 5
"""How often a word must stand in the text to be taken."""
MOSTLY_NAME = 0.9
"""The share of capitals from which a word is taken for a name."""


def count(path: Path) -> Counter[str]:
    """Return the words of a file of JSON lines with ``heading`` and ``text``, names left out."""
    counted: Counter[str] = Counter()
    capitals: Counter[str] = Counter()
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            provision = json.loads(line)
            for word in _WORD.findall(f"{provision['heading']} {provision['text']}"):
                counted[word.lower()] += 1
                capitals[word.lower()] += word[0].isupper()
    return Counter(
        {
            word: times
            for word, times in counted.items()
            if times >= FEWEST and capitals[word] < MOSTLY_NAME * times
        }
    )


def main(arguments: list[str]) -> None:
    """Write the list, one "word<TAB>count" a line, most frequent first."""
    target = Path(arguments[1]) if len(arguments) > 1 else corpus.ROOT / "words"
    ordered = sorted(count(Path(arguments[0])).items(), key=lambda item: (-item[1], item[0]))
    target.write_text("".join(f"{word}\t{times}\n" for word, times in ordered), encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1:])
