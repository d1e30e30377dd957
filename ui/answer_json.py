"""An answer as the JSON that other programs rely on."""

from __future__ import annotations

from assistant.answer import Answer, Citation, Hit


def answer_json(answer: Answer) -> dict[str, object]:
    """Return an answer in the fixed form of ``plansvar ask --json``."""
    return {
        "id": answer.id,
        "question": answer.question,
        "answer": answer.text,
        "abstained": answer.abstained,
        "reason": answer.reason.value if answer.reason else None,
        "understood": answer.understood or None,
        "searched": [card.id for card in answer.searched],
        "citations": [citation_json(citation) for citation in answer.citations],
        "passages": [_passage(hit) for hit in answer.hits],
        "dropped_citations": answer.dropped,
    }


def citation_json(citation: Citation) -> dict[str, object]:
    """Return a citation in the fixed form of ``plansvar ask --json``."""
    identity = citation.plan.identity
    return {
        "n": citation.n,
        "plan": citation.plan.id,
        "source": citation.plan.source,
        "municipality": identity.municipality,
        "year": identity.first_year,
        "title": identity.title,
        "page": citation.page,
        "section": citation.section,
        "quote": citation.quote,
        "start": citation.start,
        "end": citation.end,
    }


def _passage(hit: Hit) -> dict[str, object]:
    return {
        "plan": hit.plan.id,
        "source": hit.plan.source,
        "municipality": hit.plan.identity.municipality,
        "page": hit.passage.page,
        "section": hit.passage.section,
        "text": hit.passage.text,
        "nearest": hit.nearest,
        "score": round(hit.score, 4),
    }
