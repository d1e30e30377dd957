"""Pairs of what is asked and what should be found, of six kinds."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from random import Random

from ingest.training.law import Provision
from ingest.training.noise import OPENINGS, asked, misspelled, placed, titled
from ingest.training.tokens import WORD
from ingest.training.written import Asked, Concepts, Mention

CONTEXT = 700
"""Characters of a text to be found."""
OFTEN = 2500
"""How many pairs one concept may give, so that the law's favourite words do not crowd out the others."""


@dataclass(frozen=True, slots=True)
class Pair:
    """A text as it may be asked, and one that should be found."""

    query: str
    found: str


@dataclass(frozen=True, slots=True)
class Sizes:
    """How many pairs of each kind; ``questions`` and ``concepts`` are rounds over all that were written."""

    rewordings: int = 120_000
    cloze: int = 200_000
    titles: int = 60_000
    neighbours: int = 60_000
    questions: int = 20
    concepts: int = 20


class PairMaker:
    """Makes pairs out of the law and the written texts; the same seed gives the same pairs."""

    def __init__(
        self, law: list[Provision], concepts: Concepts, written: list[Asked], places: list[str], seed: int
    ) -> None:
        self._law = [provision for provision in law if provision.sentences]
        self._concepts = concepts
        self._written = written
        self._places = places
        self._random = Random(seed)

    def make(self, sizes: Sizes) -> dict[str, list[Pair]]:
        """Return all pairs by kind."""
        return {
            "rewordings": self._rewordings(sizes.rewordings),
            "cloze": [self._cloze() for _ in range(sizes.cloze)],
            "titles": [self._title() for _ in range(sizes.titles)],
            "neighbours": list(self._neighbours(sizes.neighbours)),
            "questions": [self._question(pair) for _ in range(sizes.questions) for pair in self._written],
            "concepts": [
                self._named(group) for _ in range(sizes.concepts) for group in self._concepts.groups
            ],
        }

    def _rewordings(self, number: int) -> list[Pair]:
        pairs: list[Pair] = []
        used: Counter[tuple[str, ...]] = Counter()
        for provision in self._random.sample(self._law, len(self._law)):
            for position, sentence in enumerate(provision.sentences):
                words = WORD.findall(sentence)
                mentions = self._concepts.mentions(words) if len(words) <= 70 else []
                if not mentions:
                    continue
                mention = self._random.choice(mentions)
                used[mention.others] += 1
                if used[mention.others] <= OFTEN:
                    pairs.append(self._reworded(words, mention, self._around(provision, position)))
            if len(pairs) >= number:
                break
        return pairs[:number]

    def _reworded(self, words: list[str], mention: Mention, context: str) -> Pair:
        start = max(0, mention.start - self._random.randrange(1, 6))
        end = mention.end + self._random.randrange(1, 8)
        said = self._concepts.reworded(words[start:end], self._random, share=0.85)
        return Pair(self._asked(said), self._titled(context))

    def _around(self, provision: Provision, position: int) -> str:
        first = max(0, position - self._random.randrange(2))
        return " ".join(provision.sentences[first : position + 1 + self._random.randrange(2)])[:CONTEXT]

    def _cloze(self) -> Pair:
        """Return a piece of a sentence and what stands around it, the sentence itself mostly left out."""
        provision = self._random.choice(self._law)
        position = self._random.randrange(len(provision.sentences))
        sentence = provision.sentences[position]
        words = WORD.findall(sentence)
        if len(words) > 18:
            start = self._random.randrange(len(words) - 12)
            words = words[start : start + self._random.randrange(6, 18)]
        others = provision.sentences[:position] + provision.sentences[position + 1 :]
        if not others or self._random.random() < 0.1:
            return Pair(self._asked(words), self._titled(sentence[:CONTEXT]))
        start = self._random.randrange(len(others))
        return Pair(self._asked(words), self._titled(" ".join(others[start : start + 3])[:CONTEXT]))

    def _title(self) -> Pair:
        provision = self._random.choice(self._law)
        subject = self._asked(WORD.findall(provision.subject), lost=0.15)
        return Pair(subject, " ".join(provision.sentences[:3])[:CONTEXT])

    def _neighbours(self, number: int) -> Iterator[Pair]:
        for _ in range(number):
            position = self._random.randrange(len(self._law) - 1)
            one, other = self._law[position : position + 2]
            if one.act == other.act:
                near = self._random.choice(other.sentences)[:CONTEXT]
                yield Pair(self._random.choice(one.sentences)[:300], near)

    def _question(self, pair: Asked) -> Pair:
        words = WORD.findall(pair.question)
        if self._random.random() < 0.5:
            words = self._concepts.reworded(words, self._random, share=0.6)
        noisy = self._random.random() < 0.7
        query = self._asked(words, lost=0.1) if noisy else placed(pair.question, self._places, self._random)
        return Pair(query, self._titled(self._answer(pair.sentence)))

    def _answer(self, sentence: str) -> str:
        """Return the sentence as it may stand in a plan: in other words, or among other matters."""
        if self._random.random() < 0.3:
            sentence = " ".join(self._concepts.reworded(WORD.findall(sentence), self._random, share=0.4))
        company = self._random.random()
        if company < 0.3:
            return f"{sentence} {self._random.choice(self._written).sentence}"
        if company < 0.5:
            return f"{self._random.choice(self._random.choice(self._law).sentences)[:300]} {sentence}"
        return sentence

    def _named(self, group: tuple[str, ...]) -> Pair:
        one, other = self._random.sample(group, 2)
        if self._random.random() < 0.5:
            one = f"{self._random.choice(OPENINGS)} {one}"
        if self._random.random() < 0.05:
            one = " ".join(misspelled(word, self._random) for word in one.split())
        return Pair(placed(one, self._places, self._random), self._titled(other, share=0.1))

    def _asked(self, words: list[str], lost: float = 0.25) -> str:
        return placed(asked(words, self._random, lost), self._places, self._random)

    def _titled(self, text: str, share: float = 0.25) -> str:
        return titled(text, self._places, self._random, share)
