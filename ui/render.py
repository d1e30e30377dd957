"""From an answer to what is shown of it. Pure; the words of a plan are text and never markup."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

from assistant.answer import Answer, Reason
from ingest.plan import BlockKind, PlanCard
from ingest.texts import Language, text
from ui.highlight import Segment
from ui.lines import passage
from ui.markup import Html, element, join
from ui.pieces import badge, notice
from ui.sources import Place

MARK = re.compile(r"\[(\d{1,3})\]")
BULLET = re.compile(r"\s*[-–•*]\s+")
BEFORE = 12
"""Characters before a mark that tell a plan's own "[1]" from one that points to a citation."""
PREVIEW = 140
FEW = 6
"""Plans that are listed at once; more are listed when asked for."""


def place_name(place: Place, language: Language) -> str:
    """Return "Herlev, Beskæftigelsesplan 2024-2025, s. 10, Resultatmål"."""
    page = text("chat.page_short", language, page=place.page) if place.page is not None else ""
    section = "" if place.section == place.plan.identity.title else place.section
    return ", ".join(part for part in (place.plan.location, page, section) if part)


def question(words: str, turn: int, language: Language) -> Html:
    """Return a question as it was asked."""
    label = text("chat.question_heading", language)
    return element(
        "section", element("h2", words), class_="pv-question", id=question_id(turn), aria_label=label
    )


def question_id(turn: int) -> str:
    """Return the name under which a question can be scrolled to."""
    return f"spoergsmaal-{turn}"


def answer(value: Answer, places: Sequence[Place], turn: int, language: Language) -> Html:
    """Return an answer with marks that lead to its sources, and the sources below it."""
    parts = (
        *_understood(value, language),
        *_paragraphs(value, turn, language),
        *_dropped(value, language),
        _sources(places, turn, language),
    )
    return element("section", *parts, class_="pv-answer", aria_label=text("chat.answer_heading", language))


def abstention(value: Answer, nearest: Sequence[Place], language: Language) -> Html:
    """Return the finding that there is no answer, the plans that were searched, and what came nearest."""
    parts = [*_understood(value, language), element("p", _lead(value, language), class_="pv-lead")]
    if value.searched:
        parts.append(searched(value.searched, language))
    if nearest:
        parts.append(element("p", text("chat.nearest", language), class_="pv-label"))
        parts.extend(_place(place, language, _preview(place)) for place in nearest)
    return element("section", *parts, class_="pv-answer", aria_label=text("chat.answer_heading", language))


def source(place: Place, language: Language) -> Html:
    """Return a place in a plan, opened."""
    return _place(place, language, shown=True)


def further(place: Place, language: Language, anchor: str = "") -> Html:
    """Return a place in a plan that opens when asked to, or when something leads to its anchor.

    Until then its quote is seen.
    """
    quote = _shortened(" ".join(segment.text for segment in _marked(place)))
    return _place(place, language, quote, anchor)


def searched(cards: Sequence[PlanCard], language: Language) -> Html:
    """Return the plans that a question was put to."""
    label = text("chat.searched", language, plans=plan_count(len(cards), language))
    names = [element("li", card.location) for card in sorted(cards, key=lambda card: card.location)]
    state = "open" if len(cards) <= FEW else ""
    parts = (element("summary", label), element("ul", *names))
    return element("details", *parts, class_="pv-searched", open=state)


def more(places: Sequence[Place], language: Language) -> Html:
    """Return further passages that resemble the question, closed."""
    label = element("summary", text("chat.more_passages", language, count=len(places)))
    shown = [_place(place, language, _preview(place)) for place in places]
    return element("details", label, *shown, class_="pv-more")


def plan_count(count: int, language: Language) -> str:
    """Return "1 plan" or "3 planer"."""
    return text("chat.plan_one" if count == 1 else "chat.plan_many", language, count=count)


def plain_text(value: Answer, places: Sequence[Place], language: Language) -> str:
    """Return an answer with its sources as text, to be put into a letter or a case file."""
    lines = [value.question, "", value.text.strip(), ""]
    lines += [text("chat.sources", language)] if places else []
    for place in places:
        quote = " ".join(segment.text for segment in _marked(place))
        lines.append(f"[{place.number}] {place_name(place, language)} ({place.plan.source}): ”{quote}”")
        lines += [text("chat.invented_long", language)] if place.invented else []
    return "\n".join(lines).strip()


def _lead(value: Answer, language: Language) -> str:
    """Return the finding. The assistant's own words name what is missing; the plans are listed below."""
    if value.reason in (Reason.NOT_IN_PLANS, Reason.NOT_ABOUT_PLANS):
        return text(f"chat.{value.reason}", language)
    return value.text


def _understood(value: Answer, language: Language) -> Iterator[Html]:
    if value.understood.casefold() not in ("", value.question.casefold()):
        yield notice(text("chat.understood", language, question=value.understood))


def _dropped(value: Answer, language: Language) -> Iterator[Html]:
    if value.dropped:
        yield notice(text("chat.dropped", language, count=value.dropped))


def _paragraphs(value: Answer, turn: int, language: Language) -> Iterator[Html]:
    lines = [line for line in value.text.splitlines() if line.strip()]
    for bulleted, members in groupby(lines, key=lambda line: bool(BULLET.match(line))):
        if bulleted:
            items = [_linked(BULLET.sub("", line, count=1), value, turn, language) for line in members]
            yield element("ul", *(element("li", item) for item in items))
        else:
            yield from (_paragraph(line, value, turn, language) for line in members)


def _paragraph(line: str, value: Answer, turn: int, language: Language) -> Html:
    """Return a paragraph; the municipality that it begins with stands out."""
    owner, colon, told = line.partition(": ")
    if colon and owner in {card.identity.municipality for card in value.searched}:
        return element("p", element("strong", owner), colon, _linked(told, value, turn, language))
    return element("p", _linked(line, value, turn, language))


def _linked(line: str, value: Answer, turn: int, language: Language) -> Html:
    """Make the marks in a line links; what a plan itself writes in brackets stays as it is."""
    parts: list[str] = []
    last = 0
    for mark in MARK.finditer(line):
        number = int(mark[1])
        own = line[max(0, mark.start() - BEFORE) : mark.end()]
        if any(own in citation.quote for citation in value.citations):
            continue
        if number in {citation.n for citation in value.citations}:
            parts += [line[last : mark.start()].rstrip(" "), _link(number, turn, language)]
            last = mark.end()
    return join([*parts, line[last:]])


def _link(number: int, turn: int, language: Language) -> Html:
    label = text("chat.source_number", language, number=number)
    return element("a", str(number), class_="pv-cite", href=f"#{_anchor(turn, number)}", aria_label=label)


def _anchor(turn: int, number: int) -> str:
    return f"kilde-{turn}-{number}"


def _sources(places: Sequence[Place], turn: int, language: Language) -> Html:
    label = element("p", text("chat.sources", language), class_="pv-label")
    return join([label, *(_place(place, language, anchor=_anchor(turn, place.number)) for place in places)])


def _place(
    place: Place, language: Language, preview: str = "", anchor: str = "", shown: bool = False
) -> Html:
    number = [element("span", str(place.number), class_="pv-number")] if place.number else []
    name = element("span", place_name(place, language), *_badge(place, language), class_="pv-place")
    peek = [element("span", preview, class_="pv-preview")] if preview else []
    return element(
        "details",
        element("summary", *number, element("span", name, *peek)),
        element("div", passage(place.passage), class_="pv-passage", id=anchor, lang="da"),
        _around(place, language),
        class_="pv-source",
        open="open" if shown else "",
    )


def _badge(place: Place, language: Language) -> list[str]:
    return badge(language) if place.invented else []


def _around(place: Place, language: Language) -> Html:
    file = element("span", place.plan.source, class_="pv-file")
    if place.removed:
        return element("p", text("chat.plan_removed", language), class_="pv-notice")
    if len(place.around) <= len(place.passage):
        return element("p", file, class_="pv-foot")
    if place.page is None:
        label = text("chat.whole_section", language)
    else:
        label = text("chat.whole_page", language, page=place.page)
    page = element("div", passage(place.around), class_="pv-sheet", lang="da")
    return element("details", element("summary", label, file), page, class_="pv-around")


def _preview(place: Place) -> str:
    words = " ".join(line.text for line in place.passage if line.kind is not BlockKind.HEADING)
    return _shortened(place.nearest or words)


def _shortened(words: str) -> str:
    words = " ".join(words.split())
    return words if len(words) <= PREVIEW else words[:PREVIEW].rsplit(" ", 1)[0] + " …"


def _marked(place: Place) -> Iterator[Segment]:
    return (s for line in place.passage for cell in line.cells for s in cell if s.marked)
