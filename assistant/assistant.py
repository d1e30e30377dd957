"""The assistant: understand, scope, find, choose, write; each step a LangChain Runnable of its own."""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, TypeVar

from assistant.answer import Answer, Hit, Reason
from assistant.answering import answered, declined
from assistant.carrying import Earlier, understand
from assistant.choosing import Share, share
from assistant.clauses import beside, together
from assistant.collection import Collection
from assistant.dialogue import Act, said
from assistant.finding import Found, find
from assistant.hits import hits
from assistant.in_parts import Asked, answered_in_parts, one_row
from assistant.parting import Part, parts
from assistant.places import place_of
from assistant.question import Question
from assistant.scope import Scope, scope
from assistant.the_one import asks_for_one, the_one
from assistant.timing import Step, timed
from assistant.turn import Turn, without_others_years, without_outdated
from assistant.unanswered import not_found
from assistant.weights import DEFAULT, Weights
from ingest.errors import QuestionError, UnknownPlanError
from ingest.library import Library
from ingest.privacy import mask_typed
from ingest.texts import Language

if TYPE_CHECKING:
    from langchain_core.runnables import Runnable

LONGEST = 2_000
"""Characters of a question; a longer one is a document."""
REMEMBERED = 12
"""Earlier questions of a conversation that a question is read in the light of."""
KEPT = 256
"""Answered questions whose places are kept, so that a conversation is not answered anew at each turn."""
AGAIN = 3
"""So many times a question is asked of what is left, where plans are removed while it is answered."""
A = TypeVar("A")
B = TypeVar("B")


class Assistant:
    """Answers questions about the plans of a library. Safe for several threads."""

    def __init__(self, library: Library, language: Language = "da", weights: Weights = DEFAULT) -> None:
        self._library = library
        self._language = language
        self._weights = weights
        self._lock = threading.Lock()
        self._known: Collection | None = None
        self._answered: OrderedDict[tuple[int, Question], Earlier] = OrderedDict()

    def ask(self, question: Question) -> Answer:
        """Answer a question from the plans, or say that they do not. Raises QuestionError for a document."""
        # Not by the chain: where tracing is set for other programs, LangChain would send the question off.
        for _ in range(AGAIN):
            generation = self._library.generation
            try:
                turn = self._find(self._understand(question))
                answer = self._write(turn)
                self._remember(turn, answer, self._before(turn.question, turn.collection))
                return answer
            except UnknownPlanError:
                # A plan was removed meanwhile: the plans that are left may answer.
                if self._library.generation == generation:
                    raise
        raise QuestionError(mask_typed(question.text)[0][:40], "plans_changed")

    def find(self, question: Question) -> tuple[Hit, ...]:
        """Return the passages for a question, best first, without an answer."""
        turn = self._find(self._understand(question))
        return hits(turn.shares, turn.collection)

    @property
    def understanding(self) -> Runnable[Question, Turn]:
        """The step from a question to what it means and where to look."""
        return _runnable(self._understand)

    @property
    def finding(self) -> Runnable[Turn, Turn]:
        """The step to the passages that may answer, and the units chosen of them."""
        return _runnable(self._find)

    @property
    def writing(self) -> Runnable[Turn, Answer]:
        """The step to the answer."""
        return _runnable(self._write)

    @property
    def chain(self) -> Runnable[Question, Answer]:
        """All steps in a row, to be a part of other chains."""
        return self.understanding | self.finding | self.writing

    def collection(self) -> Collection:
        """Return what is known of the library as it is now."""
        with self._lock:
            if self._known is None or self._known.generation != self._library.generation:
                self._known = Collection(self._library)
            return self._known

    def _understand(self, question: Question) -> Turn:
        masked = replace(
            question,
            text=mask_typed(question.text)[0],
            history=tuple(mask_typed(earlier)[0] for earlier in question.history if _counts(earlier))[
                -REMEMBERED:
            ],
        )
        if len(masked.text) > LONGEST:
            raise QuestionError(f"{masked.text[:40]}...", "question_too_long", limit=LONGEST)
        collection = self.collection()
        asked = parts(masked.text, collection.municipalities)
        return (
            self._in_parts(masked, asked, collection) if len(asked) > 1 else self._alone(masked, collection)
        )

    def _in_parts(self, question: Question, asked: Sequence[Part], collection: Collection) -> Turn:
        """Read each thing that a question asks; what goes on is a further turn of the conversation."""
        turns: list[Turn] = []
        spoken = question.history
        for part in asked:
            above = self._before(replace(question, history=spoken), collection) if turns else None
            history = spoken if part.goes_on else question.history
            turns.append(self._alone(replace(question, text=part.text, history=history), collection, above))
            spoken = (*history, part.text)
        read = [turn.understood for turn in turns]
        looked_in = Scope(tuple(group for turn in turns for group in turn.scope.groups))
        return Turn(question, collection, together(read[-1], read), looked_in, parts=tuple(turns))

    def _alone(self, masked: Question, collection: Collection, above: Earlier | None = None) -> Turn:
        """Read one thing that is asked; ``above`` is the part of the question before it."""
        before = self._before(masked, collection)
        with timed(Step.UNDERSTAND):
            understood = understand(masked, before, collection, self._weights)
            understood = beside(understood, above, collection.cards) if above else understood
        with timed(Step.SCOPE):
            looked_in = scope(understood, collection.cards, masked.year)
            return Turn(masked, collection, without_outdated(understood, looked_in), looked_in)

    def _before(self, question: Question, collection: Collection) -> Earlier | None:
        """Return what the last of the earlier questions meant and where its answer stands.

        A conversation is known by its questions, so an answer that was not given here is found anew.
        """
        if not question.history:
            return None
        *history, last = question.history
        asked = replace(question, text=last, history=tuple(history), id=None)
        key = _key(asked, collection)
        with self._lock:
            known = self._answered.get(key)
        if known is not None:
            return known
        turn = self._find(self._understand(asked))
        return self._remember(turn, self._write(turn), self._before(asked, collection))

    def _remember(self, turn: Turn, answer: Answer, before: Earlier | None) -> Earlier:
        collection = turn.collection
        found = tuple(place_of(each, collection.units(each.plan.id)) for each in answer.citations)
        told = before.told if before else ()
        places = found or turn.understood.places
        vain = not_found(turn.understood, answer.reason, before.vain if before else frozenset())
        earlier = Earlier(turn.understood, places, (*told, *found), vain)
        if before and answer.reason is Reason.NOT_ABOUT_PLANS:
            # "Skriv en mail" is no subject to go on about.
            earlier = before
        with self._lock:
            self._answered[_key(turn.question, collection)] = earlier
            while len(self._answered) > KEPT:
                self._answered.popitem(last=False)
        return earlier

    def _find(self, turn: Turn) -> Turn:
        if turn.parts:
            each = tuple(map(self._find, turn.parts))
            if row := one_row([part.shares for part in each]):
                # The cells of one row are told together.
                at_once = self._find(self._alone(turn.question, turn.collection))
                if one_row([at_once.shares]) == row:
                    return at_once
            return replace(turn, parts=each, shares=tuple(s for part in each for s in part.shares))
        turn = without_others_years(turn)
        groups = turn.scope.groups
        plans = [[card.id for card in group] for group in groups]
        with timed(Step.FIND):
            found = find(turn.understood, plans, turn.scope.second, turn.collection, self._weights)

        def choose(found: Sequence[Sequence[Found]]) -> tuple[Share, ...]:
            args = turn.collection, self._weights
            return tuple(share(turn.understood, g, f, *args) for g, f in zip(groups, found, strict=True))

        with timed(Step.CHOOSE):
            one = asks_for_one(turn.understood)
            return replace(turn, shares=the_one(found, choose, turn.understood) if one else choose(found))

    def _write(self, turn: Turn) -> Answer:
        if turn.parts:
            asked = [Asked(t.question.text, t.understood, t.shares, t.scope.reason) for t in turn.parts]
            with timed(Step.WRITE):
                return answered_in_parts(turn.question, asked, turn.collection, self._language)
        args = (turn.question, turn.understood, turn.shares, turn.collection, self._language)
        with timed(Step.WRITE):
            return declined(*args, turn.scope.reason) if turn.scope.reason else answered(*args)


def _runnable(step: Callable[[A], B]) -> Runnable[A, B]:
    # Importing LangChain takes longer than answering, and the shell asks without it.
    from langchain_core.runnables import RunnableLambda

    return RunnableLambda(step)


def _key(question: Question, collection: Collection) -> tuple[int, Question]:
    """Return what an answer is kept under: from the next question, one fewer of those before it is seen."""
    return collection.generation, replace(question, history=question.history[1 - REMEMBERED :], id=None)


def _counts(earlier: str) -> bool:
    """Say whether an earlier turn asked something of the plans: thanks and whole documents did not."""
    return len(earlier) <= LONGEST and said(earlier).act in (Act.ASK, Act.MORE)
