"""Three small plans, six questions on them, and answerers: one that searches, three that are broken."""

import random
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from assistant.answer import Answer, Citation, Hit, Reason
from assistant.question import Question
from eval.history import History
from eval.plans import Plans
from ingest.catalogue import Catalogue
from ingest.plan import Document, Identity, Page, Passage, Plan, PlanCard

TEXTS = {
    "aavig-2024": (
        "Åvig",
        "Jobcenteret i Åvig har 41 medarbejdere.\n"
        "Mindst 62 pct. af de sygemeldte skal være raske inden 26 uger i 2024.\f"
        "Åvig samarbejder med havnen om praktik til unge.\n"
        "Alle unge får en fast kontaktperson fra første dag.",
    ),
    "birkelund-2024": (
        "Birkelund",
        "Jobcenteret i Birkelund har 63 medarbejdere.\n"
        "Mindst 55 pct. af de sygemeldte skal være raske inden 26 uger i 2024.\f"
        "Birkelund tilbyder 1.615 timers danskundervisning til nytilkomne.\n"
        "Virksomhedsservice besøger 12 virksomheder om måneden.",
    ),
    "skovby-2023": (
        "Skovby",
        "Skovby havde 318 ledige ved årets udgang.\n"
        "Udvalget følger op på planen to gange om året.\f"
        "Skovby giver virksomheder svar inden for to arbejdsdage.\n"
        "Ledige over 50 år tilbydes et særligt netværk.",
    ),
}


class Shelf:
    """Plans in memory, searched by the number of words that a sentence shares with the question."""

    def __init__(self, plans: tuple[Plan, ...]) -> None:
        self.plans = {plan.id: plan for plan in plans}
        self.cards = tuple(card(plan) for plan in plans)

    @property
    def collection(self) -> Plans:
        return Plans(self.cards, self.plans.__getitem__)

    def ranked(self, question: str) -> tuple[Hit, ...]:
        asked = words(question)
        found = ((passage, plan) for plan in self.plans.values() for passage in plan.passages)
        hits = [Hit(passage, card(plan), float(len(asked & words(passage.text)))) for passage, plan in found]
        return tuple(sorted(hits, key=lambda hit: (-hit.score, hit.passage.key)))

    def ask(self, question: Question) -> Answer:
        hits = self.ranked(question.text)
        if hits[0].score < 2:
            return self.declined(question, hits, Reason.NOT_ABOUT_PLANS)
        return self.answered(question, hits, hits[0])

    def answered(self, question: Question, hits: tuple[Hit, ...], best: Hit) -> Answer:
        where = best.passage
        citation = Citation(1, best.plan, where.page, "", where.text, where.start, where.end)
        text = f"{where.text} [1]"
        return Answer(question.text, text, False, None, self.cards, (citation,), hits[:10], id=question.id)

    def declined(self, question: Question, hits: tuple[Hit, ...], reason: Reason) -> Answer:
        text = "Det står ikke i planerne."
        return Answer(question.text, text, True, reason, self.cards, (), hits[:10], id=question.id)


class AlwaysFirst(Shelf):
    """Answers every question with the first passage there is."""

    def ask(self, question: Question) -> Answer:
        hits = tuple(sorted(self.ranked(question.text), key=lambda hit: hit.passage.key))
        return self.answered(question, hits, hits[0])


class AlwaysDeclines(Shelf):
    """Finds everything and answers nothing."""

    def ask(self, question: Question) -> Answer:
        return self.declined(question, self.ranked(question.text), Reason.NOT_IN_PLANS)


class CitesAtRandom(Shelf):
    """Says the right sentence, and cites another one on a page of chance."""

    def ask(self, question: Question) -> Answer:
        chance = random.Random(question.text)
        answer = super().ask(question)
        hit = chance.choice([hit for hit in self.ranked(question.text)[1:] if hit.passage.page == 2])
        where = hit.passage
        citation = Citation(1, hit.plan, 1, "", where.text, where.start, where.end)
        return replace(answer, abstained=False, reason=None, citations=(citation,))


class RightWordsWrongMunicipality(Shelf):
    """Says the right sentence, and cites what another municipality's plan says most like it."""

    def ask(self, question: Question) -> Answer:
        answer = super().ask(question)
        if answer.abstained:
            return answer
        (cited,) = answer.citations
        owner = cited.plan.identity.municipality
        hits = self.ranked(cited.quote)
        where = next(hit for hit in hits if hit.plan.identity.municipality != owner)
        passage = where.passage
        foreign = Citation(1, where.plan, passage.page, "", passage.text, passage.start, passage.end)
        return replace(answer, citations=(foreign,))


def words(text: str) -> set[str]:
    return set(re.findall(r"\w{3,}", text.casefold()))


def _make_plan(name: str, municipality: str, text: str, passage: str = r"[^\n\f]+") -> Plan:
    document = Document(f"{name}.txt", name, "text", text, tuple(pages(text)), ())
    passages = tuple(
        Passage(name, n, found.start(), found.end(), found.group(), document.page_at(found.start()), ())
        for n, found in enumerate(re.finditer(passage, text))
    )
    year = int(name[-4:])
    identity = Identity(municipality, year, year, "beskæftigelsesplan", f"Beskæftigelsesplan {year}")
    return Plan(name, document, identity, passages)


def pages(text: str) -> Iterator[Page]:
    start = 0
    for number, page in enumerate(text.split("\f"), start=1):
        yield Page(number, start, start + len(page))
        start += len(page) + 1


def card(plan: Plan) -> PlanCard:
    document = plan.document
    sizes = len(document.pages), len(plan.passages), len(plan.text)
    return PlanCard(plan.id, document.source, document.format, plan.identity, *sizes, "2026-01-01")


@pytest.fixture(autouse=True)
def _same_code(monkeypatch: pytest.MonkeyPatch) -> None:
    """Someone may save a file while the tests run; to a run that goes on, that is other code."""
    monkeypatch.setattr("eval.stamp.commit", lambda: "c0ffee")


@pytest.fixture(scope="session")
def plans() -> tuple[Plan, ...]:
    return tuple(_make_plan(name, municipality, text) for name, (municipality, text) in TEXTS.items())


@pytest.fixture
def make_plan() -> Callable[..., Plan]:
    return _make_plan


@pytest.fixture
def make_shelf() -> Callable[[Iterable[Plan]], Shelf]:
    return lambda plans: Shelf(tuple(plans))


@pytest.fixture
def shelf(plans: tuple[Plan, ...]) -> Shelf:
    return Shelf(plans)


@pytest.fixture
def collection(shelf: Shelf) -> Plans:
    return shelf.collection


@pytest.fixture
def always_first(plans: tuple[Plan, ...]) -> AlwaysFirst:
    return AlwaysFirst(plans)


@pytest.fixture
def always_declines(plans: tuple[Plan, ...]) -> AlwaysDeclines:
    return AlwaysDeclines(plans)


@pytest.fixture
def cites_at_random(plans: tuple[Plan, ...]) -> CitesAtRandom:
    return CitesAtRandom(plans)


@pytest.fixture
def history(tmp_path: Path) -> Iterator[History]:
    catalogue = Catalogue(tmp_path / "store" / "catalogue.sqlite")
    yield History(catalogue.runs, tmp_path / "store")
    catalogue.close()


@pytest.fixture
def wrong_municipality(plans: tuple[Plan, ...]) -> RightWordsWrongMunicipality:
    return RightWordsWrongMunicipality(plans)


@pytest.fixture
def set_path() -> Path:
    return Path(__file__).parent / "small.jsonl"
