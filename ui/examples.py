"""Example questions made from the plans at hand: from their targets, headings and abbreviations."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import chain, zip_longest

from ingest.danish.vocabulary import abbreviations
from ingest.plan import BlockKind, Plan, Section
from ingest.sections import sections
from ingest.texts import text

LABEL = re.compile(
    r"^(?:(?:kapitel|afsnit|del|bilag|tema|spor|indsats(?:område)?|fokusområde|pejlemærke"
    r"|(?P<goal>(?:resultat|effekt|del|lokale?\s)?mål(?:sætning)?))\s*)?"
    r"(?:\d+(?:\.\d+)*\s*[a-zæøå]?)?\s*[.:)–-]*\s+",
    re.IGNORECASE,
)
TOPIC = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*(?: [^\W\d_]+(?:-[^\W\d_]+)*){0,6}")
NO_TOPIC = re.compile(
    r"^(?:indhold\w*|forord|indledning|baggrund|kilder?|bilag|note\w*|opsamling|resum[eé]|opfølgning|formål"
    r"|hv\w+|sådan|så|vi|det|de|den|der|her|når|hvis|om|i|på|for|til|fra|med|en|et|læs|se|kontakt|mål\w*"
    r"|resultatmål|status|strategi\w*|plan\w*|politik\w*|side|tabel\w*|figur\w*|år)\b",
    re.IGNORECASE,
)
ABOUT_ITSELF = re.compile(
    r"\b(?:\w*forord|\w*forkortelser?|\w*plan(?:en|ens)?|\w*vejledning|vores|ministerens|mål)\b",
    re.IGNORECASE,
)
MORE = re.compile(
    r"^(?:flere|færre|bedre|mere|mindre|kortere|hurtigere|højere|lavere|stærkere)\b", re.IGNORECASE
)
VERB = re.compile(
    r"\b(?:er|har|skal|vil|kan|bliver|får|må|var|gør|giver|følger|står|være|have|blive|få|kunne)\b",
    re.IGNORECASE,
)
COUNTED = re.compile(
    r"\b(?P<what>(?:antallet|andelen) af [a-zæøå][a-zæøå\- ]{3,50}?),?"
    r" (?:der |som )?(?:skal|må|bør|nedbringes|reduceres|falder|øges|stiger|sænkes|hæves)\b",
    re.IGNORECASE,
)
RUNNING = (BlockKind.PARAGRAPH, BlockKind.ITEM)
SHORTEST_SECTION = 200
LONGEST_QUESTION = 90


@dataclass(frozen=True, slots=True)
class Candidate:
    """A question, what it is about, and the place it was made from: an answer ought to come from there."""

    question: str
    topic: str
    plan: str
    start: int
    end: int


def candidates(plans: Sequence[Plan]) -> Iterator[Candidate]:
    """Return questions that the plans should answer, one municipality after the other, of changing kinds.

    No topic comes twice.
    Whether a question is answered is for the assistant to say: show none that it does not answer.
    """
    owners = dict.fromkeys(plan.identity.municipality for plan in plans if plan.identity.municipality)
    rows = [
        _in_turn([_of_plan(plan, number, plans) for plan in plans if plan.identity.municipality == owner])
        for number, owner in enumerate(owners)
    ]
    seen: set[str] = set()
    for candidate in _in_turn(rows):
        if candidate.topic not in seen:
            seen.add(candidate.topic)
            yield candidate


def _in_turn(rows: Iterable[Iterable[Candidate]]) -> Iterator[Candidate]:
    return (found for found in chain.from_iterable(zip_longest(*rows)) if found is not None)


def _of_plan(plan: Plan, number: int, plans: Sequence[Plan]) -> Iterator[Candidate]:
    """Take the kinds in turn, the one of this number first; name the year where another plan is alike."""
    kinds = [_targets(plan), _headings(plan), _abbreviations(plan)]
    subject = (plan.identity.municipality, plan.identity.kind)
    alike = sum((other.identity.municipality, other.identity.kind) == subject for other in plans)
    year = f" i {plan.identity.first_year}" if alike > 1 and plan.identity.first_year else ""
    for candidate in _in_turn(kinds[number % 3 :] + kinds[: number % 3]):
        question = candidate.question.removesuffix("?") + year + "?"
        if len(question) <= LONGEST_QUESTION:
            yield replace(candidate, question=question)


def _targets(plan: Plan) -> Iterator[Candidate]:
    for section in sections(plan.document):
        label = LABEL.match(section.path[-1]) if section.path else None
        topic = _topic(plan, section)
        if label and label["goal"] and topic:
            yield _candidate(plan, section.start, section.end, "ask_goal", topic)
    for found in COUNTED.finditer(plan.text):
        what = found["what"][0].lower() + found["what"][1:]
        for passage in plan.passages:
            if passage.start <= found.start() < passage.end:
                yield _candidate(plan, passage.start, passage.end, "ask_figure", what)


def _headings(plan: Plan) -> Iterator[Candidate]:
    for section in sections(plan.document):
        topic = _topic(plan, section)
        if topic and section.end - section.start >= SHORTEST_SECTION:
            kind = "ask_more" if MORE.match(topic) else "ask_topic"
            yield _candidate(plan, section.start, section.end, kind, topic)


def _abbreviations(plan: Plan) -> Iterator[Candidate]:
    for short, words in abbreviations(plan.text).items():
        for passage in plan.passages:
            if short in passage.text and words in passage.text:
                yield _candidate(plan, passage.start, passage.end, "ask_abbreviation", short)
                break


def _topic(plan: Plan, section: Section) -> str:
    """Return a heading as it would stand inside a sentence, or nothing where it would not fit in one."""
    if not section.path:
        return ""
    words = LABEL.sub("", section.path[-1], count=1).strip()
    words = words.lower() if words.isupper() else words
    owner = plan.identity.municipality or ""
    unfit = (
        NO_TOPIC.match(words)
        or ABOUT_ITSELF.search(words)
        or VERB.search(words)
        or (owner and owner.lower() in words.lower())
    )
    if unfit or not TOPIC.fullmatch(words):
        return ""
    return _inside(words, plan)


def _inside(words: str, plan: Plan) -> str:
    """Write a heading as the plan writes it in a sentence, a name in quotation marks; or nothing.

    What stands in no sentence of the plan is seldom a thing that one can ask about.
    """
    small = words[0].lower() + words[1:]
    if MORE.match(words):
        return small
    said = [plan.text[block.start : block.end] for block in plan.document.blocks if block.kind in RUNNING]
    if any(re.search(rf"(?<!\w){re.escape(small)}(?!\w)", line) for line in said):
        return small
    if any(re.search(rf"\w,? {re.escape(words)}(?!\w)", line) for line in said):
        return f"”{words}”"
    return ""


def _candidate(plan: Plan, start: int, end: int, kind: str, topic: str) -> Candidate:
    owner = plan.identity.municipality or ""
    question = text(f"chat.{kind}", "da", municipality=owner, whose=_genitive(owner), topic=topic)
    return Candidate(question, topic, plan.id, start, end)


def _genitive(name: str) -> str:
    return f"{name}’" if name.endswith(("s", "x", "z")) else f"{name}s"
