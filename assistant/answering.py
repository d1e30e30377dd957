"""From what was found to an answer: the plans' own sentences, each cited, or that there is none."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from assistant.answer import Answer, Citation, Hit, Reason
from assistant.asked import AnswerKind
from assistant.collection import Collection
from assistant.finding import Found
from assistant.honesty import objection, of_the_year
from assistant.judging import ENOUGH, Verdict
from assistant.question import Question
from assistant.spans import Span, spans
from assistant.understanding import Understanding
from assistant.weights import Weights
from ingest.plan import PlanCard
from ingest.texts import Language, text

SOUGHT = (AnswerKind.NUMBER, AnswerKind.DATE, AnswerKind.PERSON, AnswerKind.WHY)
"""Kinds that only a number, a time or a reason can answer."""
TRIED = 3
"""So many of the best units are tried before it is said that there is no answer."""
HITS = 20
"""Passages that an answer carries along."""


_Ranked = tuple[float, Verdict, Found]


@dataclass(frozen=True, slots=True)
class Share:
    """One group's part of the answer: what to tell, or why there is nothing to tell."""

    plans: tuple[PlanCard, ...]
    found: tuple[Found, ...]
    chosen: tuple[Verdict, ...] = ()
    reason: Reason | None = None

    @property
    def name(self) -> str:
        """Return whose share it is."""
        return next((c.identity.municipality for c in self.plans if c.identity.municipality), "")

    @property
    def edition(self) -> str:
        """Return the title of the one plan, where several editions of a municipality stand side by side."""
        return self.plans[0].identity.title


def share(
    understood: Understanding,
    plans: tuple[PlanCard, ...],
    found: Sequence[Found],
    collection: Collection,
    weights: Weights,
) -> Share:
    """Choose the units that answer for one group of plans, or say why none does."""
    ranked = sorted(
        ((f.base + weights.unit * verdict.total, verdict, f) for f in found for verdict in f.verdicts),
        key=lambda entry: -entry[0],
    )
    cards = {card.id: card for card in plans}
    texts = {f.key: collection.library.passage(f.key).text for f in found if f.verdicts}
    timely = [e for e in ranked if of_the_year(e[1], understood, texts[e[2].key], cards[e[2].key[0]])]
    if ranked and not timely:
        return Share(plans, tuple(found), reason=Reason.NO_SUCH_YEAR)
    timely = _of_the_kind(timely, understood, weights)
    reason = Reason.NOT_IN_PLANS
    for place, (_, verdict, f) in enumerate(timely[:TRIED]):
        objected = objection(verdict, understood, texts[f.key], collection.rarity, weights)
        if objected is None:
            timely = timely[place:]
            break
        reason = objected if place == 0 else reason
    else:
        return Share(plans, tuple(found), reason=reason)
    enough = weights.second_of_several if understood.kind is AnswerKind.COMPARISON else weights.second
    chosen = _chosen([(score, v) for score, v, _ in timely], enough)
    return Share(plans, _answering_first(found, chosen), chosen)


def _of_the_kind(ranked: list[_Ranked], understood: Understanding, weights: Weights) -> list[_Ranked]:
    """Put the units of the kind asked for first, when they come near the best."""
    if understood.kind not in SOUGHT or not ranked:
        return ranked
    near = weights.near_best * ranked[0][0]
    fitting = [entry for entry in ranked if entry[1].fits >= ENOUGH and entry[0] >= near]
    return [*fitting, *(entry for entry in ranked if entry not in fitting)]


def _chosen(ranked: list[tuple[float, Verdict]], enough: float) -> tuple[Verdict, ...]:
    """Take the best unit, and the next if it is nearly as good and says something else in the same plan."""
    (top, best), *rest = ranked
    for score, verdict in rest[:3]:
        other = verdict.unit.text not in best.unit.text and best.unit.text not in verdict.unit.text
        if verdict.unit.plan == best.unit.plan and other and score >= enough * top:
            return best, verdict
    return (best,)


def _answering_first(found: Sequence[Found], chosen: tuple[Verdict, ...]) -> tuple[Found, ...]:
    """Order passages so that those which hold the answer come before those which only fit the words."""
    answering = [f for verdict in chosen for f in found if verdict in f.verdicts]
    return tuple(dict.fromkeys((*answering, *found)))


class Writer:
    """Writes one answer: numbers its citations, and drops those that do not stand in the plan."""

    def __init__(self, collection: Collection, understood: Understanding) -> None:
        self._collection = collection
        self._kind = understood.kind
        self._asked = {concept.stem for concept in understood.concepts if concept.weight >= 0.5}
        self.citations: list[Citation] = []
        self.dropped = 0

    def told(self, verdict: Verdict) -> str:
        """Return a chosen unit as text with its marks."""
        plan = self._collection.library.plan(verdict.unit.plan)
        quoted = spans(verdict.unit, self._kind, self._asked, self._collection.units(plan.id))
        pieces = [self._piece(span, verdict) for span in _on_one_page(quoted, self._collection)]
        kept = [piece for piece in pieces if piece]
        return "\n".join(kept) if len(kept) > 2 else " ".join(kept)

    def _piece(self, group: Sequence[Span], verdict: Verdict) -> str:
        plan = self._collection.library.plan(group[0].plan)
        start, end = group[0].start, group[-1].end
        if any(c.plan.id == plan.id and c.start <= start and end <= c.end for c in self.citations):
            return ""
        number = self._cite(plan.id, start, end, verdict)
        told = "\n".join(span.told for span in group) if len(group) > 2 else " ".join(s.told for s in group)
        return f"{told} [{number}]" if number else ""

    def _cite(self, plan_id: str, start: int, end: int, verdict: Verdict) -> int:
        plan = self._collection.library.plan(plan_id)
        quote = plan.text[start:end]
        if not quote.strip() or "\f" in quote:
            self.dropped += 1
            return 0
        card = next(card for card in self._collection.cards if card.id == plan_id)
        section = verdict.unit.path[-1] if verdict.unit.path else ""
        number = len(self.citations) + 1
        page = plan.document.page_at(start)
        self.citations.append(Citation(number, card, page, section, quote, start, end))
        return number


def _on_one_page(quoted: Sequence[Span], collection: Collection) -> list[list[Span]]:
    """Group spans that can be one quotation: neighbours on one page."""
    groups: list[list[Span]] = []
    for span in quoted:
        plan = collection.library.plan(span.plan)
        between = plan.text[groups[-1][-1].end : span.start] if groups else "\f"
        if groups and not between.strip() and "\f" not in between:
            groups[-1].append(span)
        else:
            groups.append([span])
    return groups


def answered(
    question: Question,
    understood: Understanding,
    shares: Sequence[Share],
    collection: Collection,
    language: Language,
) -> Answer:
    """Write the answer that the shares add up to."""
    writer = Writer(collection, understood)
    telling = [s for s in shares if s.chosen]
    if not telling:
        return declined(question, understood, shares, collection, language)
    if len(shares) == 1:
        lines = _one(telling[0], understood, writer, language)
    else:
        lines = _several(understood, shares, writer, language)
    if understood.missing:
        lines.append(
            text("answers.also_missing", language, municipalities=_listed(understood.missing, language))
        )
    return Answer(
        question.text,
        "\n".join(lines),
        abstained=False,
        reason=None,
        searched=tuple(card for s in shares for card in s.plans),
        citations=tuple(writer.citations),
        hits=hits(shares, collection),
        understood=understood.text if understood.carried else "",
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
    searched = tuple(card for s in shares for card in s.plans)
    said = text(
        f"answers.{why.value}",
        language,
        plans=_listed([card.location for card in searched or collection.cards], language),
        municipalities=_listed(understood.missing, language),
        known=_listed(collection.municipalities, language),
        years=_listed([str(year) for year in understood.years], language),
    )
    carried = understood.text if understood.carried else ""
    return Answer(
        question.text, said, True, why, searched, (), hits(shares, collection), carried, 0, question.id
    )


def hits(shares: Sequence[Share], collection: Collection) -> tuple[Hit, ...]:
    """Return the passages found, best first; several groups take turns, the best of each first."""
    cards = {card.id: card for card in collection.cards}
    order = sorted((s.found for s in shares if s.found), key=lambda found: -found[0].score)
    turns = [found[turn] for turn in range(HITS) for found in order if turn < len(found)]
    return tuple(Hit(collection.library.passage(f.key), cards[f.key[0]], f.score) for f in turns[:HITS])


def _one(only: Share, understood: Understanding, writer: Writer, language: Language) -> list[str]:
    """Tell one answer; where the question did not say whose plan, the answer does."""
    lines = [told for verdict in only.chosen if (told := writer.told(verdict))]
    if old := _outdated(only, writer):
        lines[0] = text("answers.group", language, municipality=old, told=lines[0])
    owner = writer.citations[0].plan.identity.municipality if writer.citations else None
    if owner and not understood.municipalities and len({c.identity.municipality for c in only.plans}) > 1:
        lines[0] = text("answers.group", language, municipality=owner, told=lines[0])
    return lines


def _outdated(only: Share, writer: Writer) -> str:
    """Return the title of the plan that the answer rests on, where a newer one is searched too."""
    cited = writer.citations[0].plan.identity if writer.citations else None
    if cited is None:
        return ""
    rivals = [
        c.identity
        for c in only.plans
        if (c.identity.municipality, c.identity.kind) == (cited.municipality, cited.kind)
    ]
    return cited.title if any((r.first_year or 0) > (cited.first_year or 0) for r in rivals) else ""


def _several(
    understood: Understanding, shares: Sequence[Share], writer: Writer, language: Language
) -> list[str]:
    """Give each municipality its own paragraph; a question for "which" begins with the names."""
    telling = [s for s in shares if s.chosen]
    names = {id(s): s.name if len({o.name for o in shares}) == len(shares) else s.edition for s in shares}
    silent = [names[id(s)] for s in shares if not s.chosen]
    lines = [
        text(
            "answers.group",
            language,
            municipality=names[id(s)],
            told=" ".join(map(writer.told, s.chosen[:1])),
        )
        for s in telling
    ]
    if understood.kind is AnswerKind.WHICH_MUNICIPALITIES:
        lines.insert(
            0, text("answers.which", language, municipalities=_listed([s.name for s in telling], language))
        )
        if silent:
            lines.append(text("answers.which_not", language, municipalities=_listed(silent, language)))
    else:
        lines += [text("answers.nothing_here", language, municipality=name) for name in silent]
    return lines


def _told_of_several(one: Share, understood: Understanding) -> tuple[Verdict, ...]:
    """A comparison hears two things of each; other questions one."""
    return one.chosen if understood.kind is AnswerKind.COMPARISON else one.chosen[:1]


def _listed(names: Sequence[str], language: Language) -> str:
    if len(names) < 2:
        return "".join(names)
    return f"{', '.join(names[:-1])} {text('answers.and', language)} {names[-1]}"
