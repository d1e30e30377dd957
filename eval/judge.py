"""A chat model as judge: three votes on each answer, an estimate beside the metrics that never gates."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from pydantic import TypeAdapter, ValidationError

import corpus
from assistant.chat_model import ChatError, ChatModel
from eval.questions import Case
from eval.row import Row

VOTES = 3
MAJORITY = 2
PATIENCE = 3
"""So many rows in a row without a reply, and the server is not asked any more."""

PROMPT = (corpus.ROOT / "prompts" / "judge.txt").read_text(encoding="utf-8")
_JSON = re.compile(r"\{.*\}", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Vote:
    """What the judge said once."""

    supported: bool
    right: bool
    why: str = ""


@dataclass(frozen=True, slots=True)
class Verdict:
    """What the judge said of one answer; ``error`` tells why there are fewer votes than asked for."""

    row: Row
    votes: tuple[Vote, ...] = ()
    error: ChatError | None = None

    @property
    def supported(self) -> bool | None:
        """Say whether most votes find the claims supported; None is "not judged"."""
        return _most([vote.supported for vote in self.votes])

    @property
    def right(self) -> bool | None:
        """Say whether most votes find the answer right; None is "not judged"."""
        return _most([vote.right for vote in self.votes])

    @property
    def unanimous(self) -> bool:
        """Say whether every vote that was asked for was given, and all say the same."""
        return len(self.votes) == VOTES and len({(vote.supported, vote.right) for vote in self.votes}) == 1


_VOTE = TypeAdapter(Vote)


def judge(
    rows: Iterable[Row], model: ChatModel, progress: Callable[[Verdict], None] | None = None
) -> tuple[Verdict, ...]:
    """Return a verdict on each answer; what was declined has no claims to judge and is left out."""
    verdicts: list[Verdict] = []
    for row in rows:
        if row.error or row.abstained or not row.answer:
            continue
        verdicts.append(_unheard(row, verdicts) or _judged(row, model))
        if progress:
            progress(verdicts[-1])
    return tuple(verdicts)


def _unheard(row: Row, before: Sequence[Verdict]) -> Verdict | None:
    """Return a verdict without votes where the server has given no reply for a while."""
    last = before[-PATIENCE:]
    silent = len(last) == PATIENCE and all(verdict.error and not verdict.votes for verdict in last)
    return Verdict(row, error=last[-1].error) if silent else None


def _judged(row: Row, model: ChatModel) -> Verdict:
    votes: list[Vote] = []
    error = None
    for _ in range(VOTES):
        try:
            votes.append(_vote(model.reply(PROMPT, material(row))))
        except ChatError as failure:
            return Verdict(row, tuple(votes), failure)
        except ValidationError:
            error = ChatError(model.name, "chat_unreadable")
    return Verdict(row, tuple(votes), error)


def _vote(reply: str) -> Vote:
    """Read a reply; words around the JSON are passed over. Raises ValidationError."""
    found = _JSON.search(reply)
    return _VOTE.validate_json(found.group() if found else "", strict=True)


def _most(votes: Sequence[bool]) -> bool | None:
    for value in (True, False):
        if votes.count(value) >= MAJORITY:
            return value
    return None


def material(row: Row) -> str:
    """Return what the judge is shown of a row."""
    quotes = "\n".join(
        f"[{each.n}] {_owner(each.municipality, each.years)} {each.quote}" for each in row.cited
    )
    parts = {
        "Earlier questions": "\n".join(row.case.history),
        "Question": row.case.question,
        "What a right answer holds": _expected(row.case),
        "Answer": row.answer,
        "Quotes": quotes,
    }
    return "\n\n".join(f"{name}:\n<<<\n{_plain(words)}\n>>>" for name, words in parts.items() if words)


def _owner(municipality: str | None, years: str) -> str:
    return f"({', '.join(part for part in (municipality, years) if part)})"


def _expected(case: Case) -> str:
    if not case.answerable:
        return "The plans do not answer this question."
    must = [f"must include: {' / '.join(each.split('|'))}" for each in case.must_include]
    figures = [f"must state: {each.value} {each.unit} {each.year or ''}".rstrip() for each in case.claims]
    return "\n".join([*(f"the plan says: {gold.quote}" for gold in case.evidence), *must, *figures])


def _plain(words: str) -> str:
    """Return the words without what would end the material."""
    return words.replace("<<<", "").replace(">>>", "")
