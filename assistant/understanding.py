"""What a question means: where to look, for which year and kind of answer, in the light of those before."""

from __future__ import annotations

import re
from dataclasses import dataclass

from assistant.actions import asks_what_is_done
from assistant.asides import asking
from assistant.asked import Aim, Amount, AnswerKind, aim, amount, answer_kind
from assistant.asking_words import set_right
from assistant.collection import Collection
from assistant.concepts import concepts
from assistant.counted import thing_counted
from assistant.dialogue import Act
from assistant.in_danish import in_danish, in_own_words
from assistant.matching import Concept
from assistant.places import Place
from assistant.spelling import corrected
from assistant.superlatives import Contest, contest, in_amounts, in_numbers
from assistant.weights import Weights
from assistant.widening import compares_all, everywhere, in_short, of_all
from assistant.wordlists import side_stems
from ingest.danish.language import is_english
from ingest.danish.municipalities import mentions
from ingest.danish.numbers import is_month, years
from ingest.danish.stems import stem
from ingest.danish.words import fold, words
from ingest.goals.themes import themes_named

GOAL_STEMS = frozenset(stem(word) for word in ("mål", "målsætning", "resultatmål", "målet", "target", "goal"))
SIDE = 0.15
"""The gist of a word that only helps to ask, or names a side of the thing; docs/ablations.md."""
OWN = 0.5
"""The gist from which a word makes a question one of its own."""
CARRIED = 0.5
"""What a concept of the question before counts in a follow-up that says something of its own."""
_GOALS = re.compile(
    r"\b\w*(?:målene|målsætningerne)\b|\bmål\b|\bhvilke\b.{0,30}\b\w*mål(?:sætninger)?\b|\b(?:goals|targets)\b",
    re.IGNORECASE,
)
"""Words that ask for several goals."""
_ONE_GOAL = re.compile(r"\b(?:et|det|dette|noget|samme|a|that|same) (?:\w+ )?(?:mål|goal)\b", re.IGNORECASE)
"""Words that ask whether there is one, or after the one spoken of."""
_WHICH_PLANS = re.compile(r"\b(?:hvilken|hvilke|which) (?:af )?(?:de )?plan", re.IGNORECASE)
_EDITION = re.compile(r"\b\w*plan(?:en|s|ens)?\s+(?:for|fra|i|of)?\s*((?:19|20)\d\d)\b", re.IGNORECASE)


_JOINS = frozenset(("for", "i", "på", "om", "til", "af", "med", "og", "hos", "of", "in", "and", "on"))
"""Words that hold the words of a subject together: "mål for sygedagpenge"."""
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
    judges: bool = False
    """Whether it asks who is best, which no number tells."""
    themes: frozenset[str] = frozenset()
    """The themes of policy that the question names."""
    act: Act = Act.ASK
    taken: frozenset[str] = frozenset()
    """The stems of the concepts that a follow-up takes from the question before."""
    places: tuple[Place, ...] = ()
    """Where the answer before stood, when the question asks on about it."""
    told: tuple[Place, ...] = ()
    """What the conversation has told, where the question asks for something else and names nothing."""
    other_years: bool = False
    """Whether the year before was let go, since the municipality now named has no plan for it."""
    subject: str = ""
    """The earlier words that say what a follow-up is about; empty where it says so itself."""
    english: str = ""
    """The question as it was asked, where that was in English."""
    wording: tuple[tuple[str, str], ...] = ()
    """Danish words with the English ones that they were read for, also of the questions before."""

    @property
    def asked(self) -> str:
        """Return the question as it was asked, in its own language."""
        return self.english or self.text

    @property
    def danish(self) -> str:
        """Return what an English question was read as; empty where it was no such question."""
        return self.text if self.english and self.act is Act.ASK else ""

    @property
    def own_demands(self) -> tuple[Concept, ...]:
        """Return what a question names that is not taken from before, nor a word for a side of a thing."""
        own = (concept for concept in self.concepts if concept.gist > SIDE and concept.stem not in self.taken)
        return tuple(concept for concept in own if concept.stem not in side_stems())

    @property
    def own_subject(self) -> tuple[Concept, ...]:
        """Return the concepts that say what the question itself is about."""
        return tuple(concept for concept in self.own_demands if concept.gist >= OWN)

    @property
    def context(self) -> tuple[str, ...]:
        """Return what a follow-up is read with and does not say: its subject, whose plan, which year."""
        if not self.carried:
            return ()
        said = fold(self.text)
        places = (*self.municipalities, *self.missing)
        years = [*self.years, *([self.edition] if self.edition else [])]
        unsaid = [name for name in places if fold(name) not in said]
        time = self._time([str(y) for y in dict.fromkeys(years) if str(y) not in said])
        return tuple(in_own_words(each, self.wording) for each in (*self._topic(), *unsaid, *time))

    def _time(self, unsaid: list[str]) -> tuple[str, ...]:
        """Return the years that are taken along, the first of them with its month."""
        month = next((c.word for c in self.concepts if c.stem in self.taken and is_month(c.word)), "")
        first = " ".join(filter(None, (month, *unsaid[:1])))
        return tuple(filter(None, (first, *unsaid[1:])))

    def _topic(self) -> tuple[str, ...]:
        """Return what is taken along in the words it was asked with, without the asking: "mål for ledige"."""
        taken = {c.word for c in self.concepts if c.stem in self.taken and c.gist > SIDE}
        taken -= {word for word in taken if is_month(word) or word in map(str, self.years)}
        phrases: list[str] = []
        end = -1
        spoken = words(self.subject)
        for at, word in enumerate(spoken):
            if word.text not in taken:
                continue
            taken.discard(word.text)
            between = [w.text for w in spoken[end + 1 : at]]
            if phrases and (not between or (len(between) == 1 and between[0] in _JOINS)):
                phrases[-1] = " ".join((phrases[-1], *between, word.text))
            else:
                phrases.append(word.text)
            end = at
        return (*phrases, *(c.word for c in self.concepts if c.apart and c.word in taken))

    @property
    def by_plan(self) -> bool:
        """Say whether a question asks which plans, and not which municipalities."""
        return self.kind is AnswerKind.WHICH_MUNICIPALITIES and bool(
            _WHICH_PLANS.search(f"{self.subject} {self.text}")
        )

    @property
    def asks_for_deeds(self) -> bool:
        """Say whether a question asks what is done about what was spoken of."""
        return self.kind is AnswerKind.HOW and bool(self.places) and asks_what_is_done(self.text)

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
        said = f"{self.subject} {self.text}"
        one = self.kind is AnswerKind.YES_NO and bool(_ONE_GOAL.search(said))
        several = self.kind is AnswerKind.COMPARISON or (bool(_GOALS.search(said)) and not one)
        return self.asks_for_goals and bool(self.themes) and several

    @property
    def asks_for_target(self) -> bool:
        """Say whether a question asks for a number or a goal, which a newer plan replaces."""
        return self.kind is AnswerKind.NUMBER or self.asks_for_goals


def alone(written: str, collection: Collection, weights: Weights) -> Understanding:
    """Read a question by itself."""
    righted = set_right(written, collection.rarity.counts)
    meant = in_short(righted)
    rendered = in_danish(meant, collection) if is_english(righted) else None
    text = in_numbers(rendered.text if rendered else corrected(meant, collection))
    if len({mention.name for mention in mentions(text, collection.municipalities)}) > 1:
        text = in_amounts(text)
    named = mentions(text, collection.municipalities)
    names = tuple(dict.fromkeys(mention.name for mention in named))
    asked = asking(text)
    kind = answer_kind(asked)
    decided = contest(text, kind, len(names))
    ranked = decided is Contest.NUMBERS and not _WHICH_PLANS.search(text)
    kind = AnswerKind.NUMBER if ranked else kind
    found = concepts(text, named, collection, weights)
    found = tuple(rendered.widened(concept) for concept in found) if rendered else found
    return Understanding(
        text,
        kind,
        tuple(name for name in names if name in collection.municipalities),
        tuple(name for name in names if name not in collection.municipalities),
        tuple(dict.fromkeys(years(text))),
        kind is AnswerKind.WHICH_MUNICIPALITIES
        or (not names and (ranked or compares_all(text)))
        or everywhere(text)
        or of_all(text),
        found,
        edition=_edition(text),
        counted=thing_counted(text, found) if kind is AnswerKind.NUMBER else None,
        amount=amount(asked) if kind is AnswerKind.NUMBER else None,
        aim=aim(asked),
        ranks=ranked,
        judges=decided is Contest.JUDGEMENT,
        themes=themes_named(text),
        english=righted if rendered else "",
        wording=rendered.wording if rendered else (),
    )


def _edition(text: str) -> int | None:
    named = _EDITION.search(text)
    return int(named[1]) if named else None
