"""From what was chosen to an answer: the plans' own sentences, each cited, or that there is none."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.answer import Answer, Reason
from assistant.choosing import Share
from assistant.citing import Writer
from assistant.collection import Collection
from assistant.figures import listed
from assistant.hits import hits
from assistant.paragraphs import paragraphs, settled
from assistant.question import Question
from assistant.understanding import Understanding
from ingest.plan import PlanCard
from ingest.texts import Language, text

NAMED = 12
"""So many plans are named one by one where nothing was found in them."""


def answered(
    question: Question,
    understood: Understanding,
    shares: Sequence[Share],
    collection: Collection,
    language: Language,
) -> Answer:
    """Write the answer that the shares add up to."""
    writer = Writer(collection, understood)
    shares = settled(understood, shares, collection)
    lines = paragraphs(understood, shares, writer, collection, language)
    if not lines:
        return declined(question, understood, shares, collection, language)
    if not writer.citations:
        return declined(question, understood, shares, collection, language, Reason.NOT_IN_PLANS)
    if understood.missing:
        lines.append(
            text("answers.also_missing", language, municipalities=listed(understood.missing, language))
        )
    return Answer(
        question.text,
        "\n".join(lines),
        abstained=False,
        reason=None,
        searched=tuple(card for s in shares for card in s.plans),
        citations=tuple(writer.citations),
        hits=hits(shares, collection),
        understood=read_as(understood, language),
        dropped=writer.dropped,
        id=question.id,
    )


def declined(
    question: Question,
    understood: Understanding,
    shares: Sequence[Share],
    collection: Collection,
    language: Language,
    reason: Reason | None = None,
) -> Answer:
    """Say honestly that there is no answer, why, and where it was looked for."""
    why = reason or next((s.reason for s in shares if s.reason), Reason.NOT_IN_PLANS)
    searched = tuple(dict.fromkeys(card for s in shares for card in s.plans))
    # Where the year chosen beside the question left no plan to search, that year is the one with nothing.
    years = (question.year,) if question.year and not searched else understood.years
    said = text(
        f"answers.{understood.act.value if why is Reason.NO_QUESTION else why.value}",
        language,
        plans=_told_plans(searched or collection.cards, language),
        municipalities=listed(understood.missing, language),
        known=_told_owners(collection.municipalities, language),
        years=listed([str(year) for year in years], language),
    )
    read = read_as(understood, language) or understood.danish
    return Answer(
        question.text, said, True, why, searched, (), hits(shares, collection), read, 0, question.id
    )


def read_as(understood: Understanding, language: Language) -> str:
    """Return a follow-up with what it was read with; nothing where it was read as it stands."""
    context = ", ".join(understood.context)
    return text("answers.understood", language, text=understood.asked, context=context) if context else ""


def _told_plans(cards: Sequence[PlanCard], language: Language) -> str:
    """Name the plans, or where they are many, how many and whose."""
    if len(cards) <= NAMED:
        return listed([card.location for card in cards], language)
    owners = list(dict.fromkeys(card.identity.municipality for card in cards if card.identity.municipality))
    names = _told_owners(owners, language)
    return text("answers.many_plans", language, plans=len(cards), municipalities=names)


def _told_owners(owners: Sequence[str], language: Language) -> str:
    """Name municipalities, or where they are many or none, how many."""
    if not owners:
        return text("answers.no_municipality", language)
    if len(owners) <= NAMED:
        return listed(owners, language)
    return text("answers.municipalities", language, count=len(owners))
