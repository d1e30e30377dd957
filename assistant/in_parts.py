"""The answer to a question that asks several things: each is answered, or said not to be in the plans."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from assistant.answer import Answer, Reason
from assistant.answering import declined, read_as
from assistant.choosing import Share
from assistant.citing import Writer
from assistant.clauses import together
from assistant.collection import Collection
from assistant.figures import listed
from assistant.hits import hits
from assistant.paragraphs import Label, paragraphs, settled
from assistant.question import Question
from assistant.understanding import Understanding
from assistant.units import Unit
from ingest.plan import BlockKind
from ingest.texts import Language, text

BESIDE = (Reason.NOT_ABOUT_PLANS, Reason.NO_QUESTION)
"""Why a part has no answer that needs no telling beside another's answer: it only led up to it."""


@dataclass(frozen=True, slots=True)
class Asked:
    """One thing that a question asks, in its words, and what was found for it."""

    said: str
    understood: Understanding
    shares: Sequence[Share]
    reason: Reason | None


def answered_in_parts(
    question: Question, asked: Sequence[Asked], collection: Collection, language: Language
) -> Answer:
    """Write the answers to all that a question asks, one after the other, nothing said twice."""
    asked = [replace(a, shares=settled(a.understood, a.shares, collection)) for a in asked]
    writer: Writer | None = None
    lines: list[str] = []
    for one in asked:
        writer = Writer(collection, one.understood, writer)
        label = _label(one, asked)
        told = paragraphs(one.understood, one.shares, writer, collection, language, label)
        silent = not any(share.chosen for share in one.shares)
        lines += _declined(question, one, label, collection, language) if silent else told
        if one.understood.missing and not silent:
            lines.append(_missing(one.understood, language))
    if writer is None or not writer.citations:
        return _all_declined(question, asked, collection, language)
    shares = [share for one in asked for share in one.shares]
    return Answer(
        question.text,
        "\n".join(dict.fromkeys(lines)),
        abstained=False,
        reason=None,
        searched=tuple(dict.fromkeys(card for share in shares for card in share.plans)),
        citations=tuple(writer.citations),
        hits=hits(shares, collection),
        understood=read_as(asked[0].understood, language),
        dropped=writer.dropped,
        id=question.id,
    )


def one_row(parts: Sequence[Sequence[Share]]) -> Unit | None:
    """Return the table row that the first part is answered by, where no other part is answered by another."""
    firsts = [share.chosen[0].unit for shares in parts for share in shares[:1] if share.chosen]
    alone = all(len(shares) == 1 for shares in parts) and bool(parts[0][0].chosen)
    row = firsts[0] if alone and firsts[0].kind is BlockKind.ROW else None
    return row if row and all(unit == row for unit in firsts) else None


def _label(one: Asked, asked: Sequence[Asked]) -> Label:
    """Return what tells the part from the others: whose plan, or which of its editions."""
    owners = {_owner(each) for each in asked} - {""}
    times = {(each.understood.years, each.understood.edition) for each in asked}
    subjects = {frozenset(c.stem for c in each.understood.own_subject) for each in asked}
    if len(owners) > 1:
        return Label(_owner(one))
    return Label(edition=len(times) > 1 and len(subjects) == 1)


def _owner(one: Asked) -> str:
    named = (*one.understood.municipalities, *one.understood.missing)
    return named[0] if len(named) == 1 else ""


def _declined(
    question: Question, one: Asked, label: Label, collection: Collection, language: Language
) -> list[str]:
    """Say of one part that it has no answer, and why where it is not that its plans do not tell."""
    why = one.reason or next((share.reason for share in one.shares if share.reason), Reason.NOT_IN_PLANS)
    if why in BESIDE:
        return []
    if why is not Reason.NOT_IN_PLANS:
        return [declined(question, one.understood, one.shares, collection, language, why).text]
    if label.owner:
        return [text("answers.nothing_here", language, municipality=label.owner)]
    return [text("answers.part_not_found", language, asked=one.said.strip(" ?.!"))]


def _all_declined(
    question: Question, asked: Sequence[Asked], collection: Collection, language: Language
) -> Answer:
    """Say why there is no answer to any part, by the first of them, of all plans that were searched."""
    first = asked[0]
    understood = together(first.understood, [one.understood for one in asked])
    shares = [share for one in asked for share in one.shares]
    why = first.reason or next((share.reason for share in first.shares if share.reason), Reason.NOT_IN_PLANS)
    return declined(
        question, replace(understood, act=first.understood.act), shares, collection, language, why
    )


def _missing(understood: Understanding, language: Language) -> str:
    return text("answers.also_missing", language, municipalities=listed(understood.missing, language))
