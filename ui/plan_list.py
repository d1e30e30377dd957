"""The plans of a library and the results of an import as tables and lists. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime

from ingest.importing import Import, Outcome
from ingest.library import Addition
from ingest.plan import PlanCard, Remark
from ingest.texts import Language, text
from ui.markup import Html, element, join
from ui.pieces import badge

COLUMNS = ("municipality", "title", "years", "pages", "added")


def table(cards: Sequence[PlanCard], invented: frozenset[str], language: Language) -> Html:
    """Return the plans by municipality and year, with what is uncertain about each."""
    ordered = sorted(cards, key=lambda c: (c.identity.municipality or "", c.identity.years, c.source))
    head = [element("th", text(f"chat.column_{name}", language), scope="col") for name in COLUMNS]
    rows = [_row(card, card.id in invented, language) for card in ordered]
    body = element("table", element("thead", element("tr", *head)), element("tbody", *rows))
    return element("div", body, class_="pv-table pv-plans", tabindex="0")


def outcomes(result: Import, language: Language) -> Html:
    """Return what became of each file of an import."""
    items = [_outcome(outcome, language) for outcome in result.outcomes]
    items += [_item(path.name, text("chat.unreached", language), "pv-failed") for path in result.unreached]
    return element("ul", *items, class_="pv-outcomes", role="status")


def remark(value: Remark, language: Language) -> str:
    """Return what reading a file found, as a sentence."""
    return text(value.key, language, **dict(value.fields))


def day(moment: str, language: Language) -> str:
    """Return the day of a moment in ISO form, as it is written in the language."""
    when = datetime.fromisoformat(moment).astimezone()
    return f"{when.day}.{when.month}.{when.year}" if language == "da" else f"{when:%Y-%m-%d}"


def _row(card: PlanCard, invented: bool, language: Language) -> Html:
    unknown = text("chat.unknown", language)
    notes = [remark(doubt, language) for doubt in card.identity.doubts]
    notes += [text("chat.superseded", language)] if card.superseded_by else []
    plan = [
        element("span", card.identity.title),
        *(badge(language) if invented else []),
        element("p", card.source, class_="pv-file"),
        *(element("p", note, class_="pv-doubt") for note in notes),
    ]
    return element(
        "tr",
        element("th", card.identity.municipality or unknown, scope="row"),
        element("td", *plan),
        element("td", card.identity.years or unknown, class_="pv-tight"),
        element("td", str(card.pages or "–"), class_="pv-count"),
        element("td", day(card.added_at, language), class_="pv-tight"),
        class_="pv-superseded" if card.superseded_by else "",
    )


def _outcome(outcome: Outcome, language: Language) -> Html:
    if outcome.error:
        reason, remedy = outcome.error.reason(language), outcome.error.remedy(language)
        return _item(
            outcome.file.name, text("chat.failed", language, reason=reason, remedy=remedy), "pv-failed"
        )
    sentences = list(_said(outcome.addition, language)) if outcome.addition else []
    sentences += [remark(value, language) for value in outcome.remarks]
    return _item(outcome.file.name, " ".join(sentences), "pv-done")


def _said(addition: Addition, language: Language) -> Iterator[str]:
    yield text(f"chat.{addition.change}", language, location=addition.card.location) + "."
    for card in addition.superseded:
        yield text("chat.replaces", language, location=f"{card.location} ({card.source})")


def _item(name: str, words: str, style: str) -> Html:
    return element("li", join([element("strong", name), " ", words]), class_=style)
