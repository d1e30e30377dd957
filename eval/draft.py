"""Question sets drafted from a plan, for a person to accept, mend or throw away.

What is asked has known evidence: a cell of a table, a name the plan explains, an abbreviation it writes
out. Every case is marked as drafted; none counts as gold before someone has read it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import islice

from assistant.answer import Answer, Reason
from assistant.question import Question
from eval.plans import Plans, document_name
from eval.questions import Case, Claim, Gold, Kind
from eval.quotes import holds
from eval.wording import Wording
from ingest.danish.numbers import numbers
from ingest.danish.sentences import sentences
from ingest.danish.vocabulary import abbreviations
from ingest.plan import Block, BlockKind, Plan, PlanCard

_EXPLAINED = re.compile(r"(?P<name>[A-ZÆØÅ][\w-]*(?: [A-ZÆØÅ][\w-]*){0,3}) er (?:et|en|navnet på) ")
_AIMED = re.compile(r"\b(?:skal|mindst|højst|målet er)\b", re.IGNORECASE)
_TELLING = re.compile(r"[^\W\d_]{3}")
"""A name that says something: the number of a row does not."""
_GENERIC = re.compile(
    r"\b(?:mål\w*|resultatmål\w*|måltal\w*|indsats\w*|status|plan\w*|for|fra|til|med|vores)\b", re.IGNORECASE
)
"""What stands in headings that do not say what the goal is about."""
_LABEL = re.compile(r"^\d+(?:\.\d+)*\.?\s+|^[\w ]*\d+\s?[a-z]?[.:]\s+|^[^:]{1,30}:\s+")


def draft(plan: Plan) -> tuple[Case, ...]:
    """Return the questions that can be made from one plan, each once."""
    made = (*_cells(plan), *_aims(plan), *_names(plan), *_abbreviations(plan))
    once = {case.question: case for case in reversed(made)}
    document = document_name(plan.document.source)
    return tuple(
        replace(case, id=f"{document}-{n:03d}", drafted=True)
        for n, case in enumerate(reversed(once.values()), start=1)
    )


def moved(cases: Iterable[Case], plans: Plans) -> tuple[Case, ...]:
    """Return each question asked once of another municipality whose plans do not hold what it asks for.

    The boilerplate trap: the words stand in one plan, and the question is about another. The others take
    turns, so that a large collection makes no more unanswerable questions than there were answerable ones.
    """
    away: dict[str, Case] = {}
    for turn, case in enumerate(cases):
        for owner in _owners(case, plans):
            others = (_moved(case, owner, card, plans) for card in _from(turn, plans.cards))
            away |= {other.question: other for other in islice(filter(None, others), 1)}
    return tuple(away.values())


def _from(turn: int, cards: Sequence[PlanCard]) -> Sequence[PlanCard]:
    begin = turn % len(cards)
    return (*cards[begin:], *cards[:begin])


def from_answer(answer: Answer, asked: Question, case_id: str) -> Case:
    """Return a case from an answer that a person saw: its quotes as the evidence, or its reason."""
    kind: Kind = "followup" if asked.history else "fact"
    evidence = tuple(
        Gold(document_name(citation.plan.source), citation.quote) for citation in answer.citations
    )
    return Case(
        id=case_id,
        kind=kind if evidence else "none",
        question=asked.text,
        answerable=bool(evidence),
        history=asked.history,
        municipalities=asked.municipalities,
        year=asked.year,
        evidence=evidence,
        reason=None if evidence else answer.reason,
        drafted=True,
    )


def _cells(plan: Plan) -> Iterator[Case]:
    """Ask for one number of each row of a table by the names of row and column; the columns take turns.

    All of them would be hundreds of questions of one kind, and someone is to read them.
    """
    rows = [block for block in plan.document.blocks if block.kind is BlockKind.ROW and len(block.columns) > 1]
    for turn, block in enumerate(rows):
        words = plan.text[block.start : block.end]
        label, named = _named_numbers(words, block)
        if named and _TELLING.search(label):
            column, cell = named[turn % len(named)]
            asked = _ask(plan, "draft_cell", row=label, column=column)
            yield _case(plan, "table", asked, words, cell, _claims(cell))


def _named_numbers(words: str, block: Block) -> tuple[str, list[tuple[str, str]]]:
    """Return the name of a row, and its cells that are a number and nothing else, each with its column."""
    label, *cells = (cell.strip() for cell in words.split("\t"))
    named = zip((column.strip() for column in block.columns[1:]), cells, strict=False)
    return label, [(column, cell) for column, cell in named if column and _is_number(cell)]


def _is_number(cell: str) -> bool:
    return [number.words for number in numbers(cell)] == [cell]


def _claims(figure: str) -> tuple[Claim, ...]:
    """Return the figure as number and unit; "tre uger" only reads as a number when it stands whole."""
    value, _, unit = figure.partition(" ")
    found = Claim(value, unit) if _is_number(value) else Claim(figure)
    return (found,) if _is_number(found.value) else ()


def _aims(plan: Plan) -> Iterator[Case]:
    """Ask for the goal under each heading that has one sentence with an aim and one figure."""
    for passage in plan.passages:
        aims = [
            plan.text[start:end]
            for start, end in sentences(plan.text, passage.start, passage.end)
            if _AIMED.search(plan.text, start, end) and len(numbers(plan.text[start:end])) == 1
        ]
        theme = _LABEL.sub("", passage.section).rstrip(".: ")
        if len(aims) == 1 and _TELLING.search(_GENERIC.sub("", theme)):
            figure = numbers(aims[0])[0].words
            asked = _ask(plan, "draft_aim", theme=theme)
            yield _case(plan, "goal", asked, aims[0], figure, _claims(figure))


def _names(plan: Plan) -> Iterator[Case]:
    """Ask what each name is that a sentence explains: "Min Plan er et redskab ..."."""
    for start, end in sentences(plan.text):
        explained = _EXPLAINED.match(plan.text, start, end)
        if explained and _is_name(explained["name"], plan):
            asked = _ask(plan, "draft_name", name=explained["name"])
            yield _case(plan, "definition", asked, plan.text[start:end], "")


def _is_name(words: str, plan: Plan) -> bool:
    """Say whether words never stand in the plan without their capital, and are no municipality's."""
    common = re.search(rf"\b{re.escape(words.lower())}\b", plan.text)
    return common is None and words != plan.identity.municipality


def _abbreviations(plan: Plan) -> Iterator[Case]:
    """Ask what each abbreviation stands for that the plan writes out."""
    explained = abbreviations(plan.text)
    for start, end in sentences(plan.text):
        sentence = plan.text[start:end]
        for short, long in explained.items():
            if (f"({short})" in sentence and long in sentence) or f"{short} ({long}" in sentence:
                asked = _ask(plan, "draft_short", short=short)
                yield _case(plan, "definition", asked, sentence, long)


def _moved(case: Case, owner: PlanCard, card: PlanCard, plans: Plans) -> Case | None:
    here, there = owner.identity.municipality, card.identity.municipality
    if not here or not there or here == there or here not in case.question:
        return None
    others = [each for each in plans.cards if each.identity.municipality == there]
    if any(_answers(plans.plan(each.id), case) for each in others):
        return None
    return Case(
        id=f"{case.id}-{document_name(card.source)}",
        kind="none",
        question=case.question.replace(here, there),
        answerable=False,
        history=case.history,
        not_municipalities=(here,),
        reason=Reason.NOT_IN_PLANS,
        cluster=case.group,
        drafted=True,
    )


def _answers(plan: Plan, case: Case) -> bool:
    """Say whether a plan holds a quote of the case, or every word the answer must include."""
    if any(holds(plan.text, quote) for gold in case.evidence for quote in gold.quotes):
        return True
    wanted = [words.split("|") for words in case.must_include]
    return bool(wanted) and all(any(each in plan.text for each in either) for either in wanted)


def _owners(case: Case, plans: Plans) -> Sequence[PlanCard]:
    """Return the plan of a case that rests on one."""
    return plans.named(case.documents[0])[:1] if len(case.documents) == 1 else ()


def _ask(plan: Plan, template: str, **fields: str) -> str:
    owner = plan.identity.municipality or plan.identity.title
    return Wording().say(template, municipality=owner, **fields)


def _case(
    plan: Plan, kind: Kind, asked: str, quote: str, wanted: str, claims: tuple[Claim, ...] = ()
) -> Case:
    return Case(
        id="",
        kind=kind,
        question=asked,
        answerable=True,
        evidence=(Gold(document_name(plan.document.source), quote),),
        must_include=(wanted,) if wanted else (),
        claims=claims,
    )
