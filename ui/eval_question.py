"""One question of a run: asked, expected, answered and found, with the quotes marked in their pages. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from eval.diagnosis import diagnose
from eval.metrics.catalogue import METRICS
from eval.outcome import Outcome, cites, includes, outcome
from eval.report.highlight import Piece, mark_passage
from eval.row import Cited, Expected, Retrieved, Row
from eval.score import Score
from eval.wording import Wording
from ingest.texts import text
from ui.eval_figures import SCORES, meaning, table
from ui.eval_places import Shown
from ui.lines import passage
from ui.markup import Html, element, join
from ui.pieces import alert, label


def question(row: Row, expected: Sequence[Shown | None], cited: Sequence[Shown], words: Wording) -> Html:
    """Return everything about one question. ``expected`` and ``cited`` are its places in the plans."""
    ending = outcome(row)
    parts = [
        element("h3", row.case.question, chip(ending, words)),
        element("p", words.why(Score(None, diagnose(row))), class_="pv-diagnosis"),
        *_circumstances(row, words),
        element("div", _expected(row, expected, words), _answered(row, cited, words), class_="pv-pair"),
        _found(row, words),
        _scores(row, words),
    ]
    return element("section", *parts, class_="pv-question-page", aria_label=row.case.question)


def chip(ending: Outcome, words: Wording) -> Html:
    """Return how a question ended, in the colour of its ending."""
    return element("span", words.outcome(ending), class_=f"pv-chip is-{ending.value}")


def cited_names(row: Row, words: Wording) -> Html:
    """Return where the citations of an answer point, on one line."""
    named = "; ".join(f"[{each.n}] {words.place(each)}" for each in row.cited)
    return element("p", named, class_="pv-file") if named else join([])


def _circumstances(row: Row, words: Wording) -> Iterator[Html]:
    about = [words.kind(row.case.kind), row.case.id]
    yield element("p", " · ".join(about), class_="pv-file")
    if row.error:
        yield alert(row.error)
    if row.case.history:
        told = f"{words.say('asked_before')} {' → '.join(row.case.history)}"
        yield element("p", told, class_="pv-notice")
    if row.understood:
        yield element("p", f"{words.say('understood_as')} {row.understood}", class_="pv-notice")


def _expected(row: Row, places: Sequence[Shown | None], words: Wording) -> Html:
    parts = [element("h4", words.say("expected"))]
    if not row.case.answerable:
        reason = row.case.reason
        told = words.say("expected_reason", reason=words.reason(reason)) if reason else ""
        parts.append(element("p", f"{words.say('expected_decline')} {told}".strip()))
    for piece, (each, place) in enumerate(zip(row.expected, places, strict=True)):
        parts.append(_evidence(row, piece, each, place, words))
    if row.case.must_include:
        parts += [label(words.say("must_stand")), _ticks(row, words)]
    return element("div", *parts)


def _evidence(row: Row, piece: int, each: Expected, place: Shown | None, words: Wording) -> Html:
    rank = row.ranks[piece]
    found = words.say("found_as", rank=rank) if rank else words.say("found_not")
    cited = cites(row, each.gold)
    states = [
        element("span", found, class_="" if rank else "pv-bad"),
        " · ",
        element("span", words.say("is_cited" if cited else "is_not_cited"), class_="" if cited else "pv-bad"),
    ]
    return _source(each.gold.document, states, each.gold.quote, place, words)


def _answered(row: Row, places: Sequence[Shown], words: Wording) -> Html:
    declined = [words.say("declined_as")] + ([words.reason(row.reason)] if row.reason else [])
    heading = [words.say("answered")]
    if row.abstained:
        heading.append(element("span", f" ({': '.join(declined)})", class_="pv-file"))
    parts = [element("h4", *heading), element("p", row.answer, class_="pv-told")]
    parts += [_citation(each, place, words) for each, place in zip(row.cited, places, strict=True)]
    return element("div", *parts)


def _citation(cited: Cited, place: Shown, words: Wording) -> Html:
    states = [] if cited.stands else [element("span", words.say("not_on_page"), class_="pv-bad")]
    return _source(words.place(cited), states, cited.quote, place, words, str(cited.n))


def _source(
    name: str, states: Sequence[str], quote: str, place: Shown | None, words: Wording, number: str = ""
) -> Html:
    """Return a quote that opens its passage, and from there its page."""
    mark = [element("span", number, class_="pv-number")] if number else []
    told = element("span", quote, class_="pv-quoted")
    where = element("span", name, *([" · "] if states else []), *states, class_="pv-file")
    summary = element("summary", *mark, element("span", told, where))
    return element("details", summary, *_opened(place, words), class_="pv-source")


def _opened(place: Shown | None, words: Wording) -> Iterator[Html]:
    if place is None or place.gone:
        key = "place_nowhere" if place is None else "place_gone"
        yield element("p", words.say(key), class_="pv-notice")
        return
    yield element("div", passage(place.passage), class_="pv-passage", lang="da")
    if len(place.around) > len(place.passage):
        name = "chat.whole_section" if place.page is None else "chat.whole_page"
        title = element("summary", text(name, words.language, page=place.page))
        sheet = element("div", passage(place.around), class_="pv-sheet", lang="da")
        yield element("details", title, sheet, class_="pv-around")


def _ticks(row: Row, words: Wording) -> Html:
    items = []
    for wanted in row.case.must_include:
        there = includes(row.answer, wanted)
        said = wanted.replace("|", f" {words.say('or')} ")
        state = element("span", words.say("stands" if there else "lacks"), class_="pv-file")
        items.append(element("li", said, " ", state, class_="pv-there" if there else "pv-missing"))
    return element("ul", *items, class_="pv-ticks")


def _found(row: Row, words: Wording) -> Html:
    title = element("summary", words.say("found", count=len(row.retrieved)))
    items = [_passage(hit, row, words) for hit in row.retrieved]
    opened = "open" if outcome(row) is Outcome.NOT_RETRIEVED else ""
    return element("details", title, element("ol", *items), class_="pv-found", open=opened)


def _passage(hit: Retrieved, row: Row, words: Wording) -> Html:
    page = words.say("page", page=hit.place.page) if hit.place.page is not None else ""
    where = ", ".join(part for part in (hit.municipality or hit.source, page, hit.section) if part)
    tags = [element("span", words.say("tag_evidence"), class_="pv-tag pv-gold")] if hit.shows else []
    overlapping = (each for each in row.cited if each.place.overlaps(hit.place))
    tags += [element("span", f"[{each.n}]", class_="pv-tag") for each in overlapping]
    told = element("p", *map(_piece, mark_passage(hit, row)), class_="pv-told pv-small", lang="da")
    summary = element("summary", where, *(part for tag in tags for part in (" ", tag)))
    return element("li", element("details", summary, told, open="open" if hit.shows else ""))


def _piece(piece: Piece) -> str:
    if not (piece.expected or piece.cited):
        return piece.text
    kind = "both" if piece.expected and piece.cited else "gold" if piece.expected else "quoted"
    return element("mark", piece.text, class_=f"is-{kind}")


def _scores(row: Row, words: Wording) -> Html:
    if not row.scores:
        return join([])
    lines: list[list[str]] = []
    for metric in METRICS:
        score = row.score(metric.name)
        value = "–" if score.value is None else words.value(metric, score.value)
        lines.append([meaning(metric, words), value, words.why(score)])
    lines += [[words.step(lap.step), words.milliseconds(lap.seconds), ""] for lap in row.steps]
    heads = [words.say("table_metric"), words.say("table_value"), words.say("table_why")]
    return element(
        "details", element("summary", words.say("scores")), table(heads, lines, SCORES), class_="pv-found"
    )
