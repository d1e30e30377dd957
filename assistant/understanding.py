"""What a question means: where to look, for which year and kind of answer, in the light of those before."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from assistant.asked import Aim, Amount, AnswerKind, aim, amount, answer_kind, ranks
from assistant.asking_words import set_right
from assistant.collection import Collection
from assistant.concepts import concepts
from assistant.matching import Concept
from assistant.question import Question
from assistant.weights import Weights
from ingest.danish.municipalities import mentions
from ingest.danish.numbers import years
from ingest.danish.stems import stem
from ingest.danish.words import fold, words
from ingest.goals.themes import themes_named

GOAL_STEMS = frozenset(stem(word) for word in ("mål", "målsætning", "resultatmål", "målet", "target", "goal"))
OWN = 0.5
"""The gist from which a word makes a question one of its own."""
CARRIED = 0.5
"""What a concept of the question before counts in a follow-up that says something of its own."""
_EVERYWHERE = re.compile(
    r"\b(?:alle|samtlige|hver(?:t|e)?|all|every)\b.{0,20}\b(?:kommun|municip)|\bkommunernes?\b|\bplanernes?\b",
    re.IGNORECASE,
)
_HOW_MANY = re.compile(
    r"\b(?:hvor mange|how many|flest|færrest|flere|færre|most|fewest|more|fewer)\b", re.IGNORECASE
)
QUALIFIERS = frozenset(
    ("af", "andre", "flere", "nye", "de", "der", "i", "på", "for", "om", "year", "of", "the", "new", "other")
)
_VERBS = frozenset(
    stem(word) for word in ("er", "har", "bliver", "får", "skal", "kan", "vil", "må", "går", "står")
)
"""Verbs that may stand between "hvor mange" and what is counted: "hvor mange er på sygedagpenge"."""
NEAR = 4
"""Words after "hvor mange" among which the thing counted stands."""
_GOALS = re.compile(
    r"\b\w*(?:målene|målsætningerne)\b|\bmål\b|\bhvilke\b.{0,30}\b\w*mål(?:sætninger)?\b|\b(?:goals|targets)\b",
    re.IGNORECASE,
)
"""Words that ask for several goals."""
_WHICH_PLANS = re.compile(r"\b(?:hvilken|hvilke|which) (?:af )?(?:de )?plan", re.IGNORECASE)
_EDITION = re.compile(r"\b\w*plan(?:en|s|ens)?\s+(?:for|fra|i|of)?\s*((?:19|20)\d\d)\b", re.IGNORECASE)
_ELLIPTIC = re.compile(r"^\s*(?:og|men|hvad med|hvad så|samme|and|what about|how about)\b", re.IGNORECASE)
_POINTS = re.compile(
    r"\b(?:dem|disse|deres|dens|dets|han|hun|hans|hendes|they|them|their|those)\b", re.IGNORECASE
)
"""Words that can only mean what was spoken of before."""
_MAY_POINT = re.compile(r"\b(?:de|den|det|it|that)\b", re.IGNORECASE)
"""Words that do so where the question says little else."""
LITTLE = 1


_BESIDE = (AnswerKind.NAME, AnswerKind.PERSON, AnswerKind.PLACE, AnswerKind.WHY)
"""Kinds that ask for what stands beside a goal: who answers for it, or why it is set."""


@dataclass(frozen=True, slots=True)
class Understanding:
    """A question as it is searched for.

    ``municipalities`` are those of the collection that it is about (empty: not said); ``missing`` are named
    but not in the collection; ``everywhere`` is set when it asks of all municipalities.
    """

    text: str
    kind: AnswerKind
    municipalities: tuple[str, ...]
    missing: tuple[str, ...]
    years: tuple[int, ...]
    everywhere: bool
    concepts: tuple[Concept, ...]
    carried: bool = False
    edition: int | None = None
    """The year of the plan that the question names: "ifølge planen for 2023"."""
    counted: Concept | None = None
    """What a question for a number counts: in "hvor mange borgere ..." the borgere."""
    amount: Amount | None = None
    """What a question for a number asks for an amount of: money, a share, how long, how often."""
    aim: Aim = Aim.UNSAID
    ranks: bool = False
    """Whether it asks whose number is the highest or the lowest."""
    themes: frozenset[str] = frozenset()
    """The themes of policy that the question names."""

    @property
    def by_plan(self) -> bool:
        """Say whether a question asks which plans, and not which municipalities."""
        return self.kind is AnswerKind.WHICH_MUNICIPALITIES and bool(_WHICH_PLANS.search(self.text))

    @property
    def asks_for_goals(self) -> bool:
        """Say whether a question asks what plans commit to: for goals, or to compare what they aim at."""
        if self.kind in _BESIDE:
            return False
        compared = self.kind is AnswerKind.COMPARISON and self.aim is Aim.GOAL
        return compared or any(concept.stem in GOAL_STEMS for concept in self.concepts)

    @property
    def asks_for_every_goal(self) -> bool:
        """Say whether it asks for all goals on a theme, and not for a certain one."""
        several = self.kind is AnswerKind.COMPARISON or bool(_GOALS.search(self.text))
        return self.asks_for_goals and bool(self.themes) and several

    @property
    def asks_for_target(self) -> bool:
        """Say whether a question asks for a number or a goal, which a newer plan replaces."""
        return self.kind is AnswerKind.NUMBER or self.asks_for_goals


def understand(question: Question, collection: Collection, weights: Weights) -> Understanding:
    """Read a question in the light of the questions before it."""
    understood = _alone(question.text, collection, weights)
    if question.history:
        earlier = Question(question.history[-1], question.history[:-1])
        understood = _continued(understood, understand(earlier, collection, weights))
    if question.municipalities:
        understood = replace(understood, municipalities=question.municipalities, missing=(), everywhere=False)
    return understood


def _alone(written: str, collection: Collection, weights: Weights) -> Understanding:
    text = set_right(written, collection.rarity.counts)
    named = mentions(text, collection.municipalities)
    names = tuple(dict.fromkeys(mention.name for mention in named))
    kind = answer_kind(text)
    ranked = ranks(text, kind, len(names)) and not _WHICH_PLANS.search(text)
    kind = AnswerKind.NUMBER if ranked else kind
    found = concepts(text, named, collection, weights)
    return Understanding(
        text,
        kind,
        tuple(name for name in names if name in collection.municipalities),
        tuple(name for name in names if name not in collection.municipalities),
        tuple(dict.fromkeys(years(text))),
        kind is AnswerKind.WHICH_MUNICIPALITIES or (ranked and not names) or bool(_EVERYWHERE.search(text)),
        found,
        edition=_edition(text),
        counted=_counted(text, found) if kind is AnswerKind.NUMBER else None,
        amount=amount(text) if kind is AnswerKind.NUMBER else None,
        aim=aim(text),
        ranks=ranked,
        themes=themes_named(text),
    )


def _counted(text: str, found: tuple[Concept, ...]) -> Concept | None:
    """Return the thing that is counted: the noun soon after "hvor mange" or "how many"."""
    asked = _HOW_MANY.search(text)
    if asked is None:
        return None
    by_word = {concept.word: concept for concept in found}
    following = [by_word[word.text] for word in words(text[asked.end() :])[:NEAR] if word.text in by_word]
    return next((c for c in following if fold(c.word) not in QUALIFIERS and c.stem not in _VERBS), None)


def _edition(text: str) -> int | None:
    named = _EDITION.search(text)
    return int(named[1]) if named else None


def _continued(now: Understanding, before: Understanding) -> Understanding:
    """Take over what a follow-up leaves unsaid: the place, and the subject when it has none of its own."""
    little = _own_words(now) <= LITTLE
    refers = bool(_POINTS.search(now.text)) or (little and bool(_MAY_POINT.search(now.text)))
    if now.everywhere and not refers:
        return now
    placed = bool(now.municipalities or now.missing)
    if not placed:
        now = replace(now, municipalities=before.municipalities, missing=before.missing, everywhere=False)
        if now.kind is AnswerKind.WHICH_MUNICIPALITIES and now.municipalities:
            now = replace(now, kind=AnswerKind.LIST)
    elliptic = (little and bool(_ELLIPTIC.search(now.text))) or not _own_words(now)
    if not (elliptic or refers):
        return replace(now, carried=not placed and bool(now.municipalities))
    return _with_subject(now, before, elliptic)


def _with_subject(now: Understanding, before: Understanding, elliptic: bool) -> Understanding:
    weight = CARRIED if _own_words(now) else 1.0
    unsaid = elliptic and now.kind is AnswerKind.OTHER
    mine = {concept.stem for concept in now.concepts}
    years = {str(year) for year in before.years} if now.years else set()
    taken = tuple(
        replace(concept, weight=concept.weight * weight, gist=concept.gist * weight)
        for concept in before.concepts
        if concept.stem not in mine and concept.word not in years
    )
    return replace(
        now,
        text=f"{before.text} {now.text}",
        kind=before.kind if unsaid else now.kind,
        amount=before.amount if unsaid else now.amount,
        counted=before.counted if unsaid else now.counted,
        years=now.years or before.years,
        concepts=(*now.concepts, *taken),
        themes=now.themes or before.themes,
        carried=True,
    )


def _own_words(understood: Understanding) -> int:
    return sum(concept.gist >= OWN for concept in understood.concepts)
