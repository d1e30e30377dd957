"""What is wrong with a question set: each mistake with its line and, in words, why it is one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from eval.excel import sheet_lines
from eval.plans import Plans
from eval.questions import Case, Gold, QuestionSet, parse_case
from eval.quotes import find, squash
from ingest.danish.gazetteer import MUNICIPALITIES
from ingest.danish.numbers import numbers
from ingest.errors import QuestionError
from ingest.texts import Language, text

_CODES = {
    "missing": "missing_field",
    "unexpected_keyword_argument": "unknown_field",
    "literal_error": "unknown_value",
    "enum": "unknown_value",
}


@dataclass(frozen=True, slots=True)
class Mistake:
    """One mistake on one line (1-based); ``code`` is the part of the texts' key after "mistake_"."""

    line: int
    case: str
    code: str
    fields: tuple[tuple[str, str], ...] = ()

    def describe(self, language: Language = "da") -> str:
        """Return "linje 4 (d004): ...": what is wrong, and what to do about it."""
        said = text(f"eval.mistake_{self.code}", language, **dict(self.fields))
        what = f"{said} {text(f'eval.remedy_{self.code}', language, **dict(self.fields))}"
        where = text("eval.mistake_line", language, line=self.line)
        return f"{where} ({self.case}): {what}" if self.case else f"{where}: {what}"


@dataclass(frozen=True, slots=True)
class Numbered:
    """A case and the line it stands on."""

    line: int
    case: Case


@dataclass(frozen=True, slots=True)
class Reading:
    """What a file of questions held: the cases that could be read, and what is wrong with the others."""

    name: str
    numbered: tuple[Numbered, ...]
    mistakes: tuple[Mistake, ...]

    @property
    def questions(self) -> QuestionSet:
        """Return the cases that could be read."""
        return QuestionSet(self.name, tuple(each.case for each in self.numbered))


def read(path: Path) -> Reading:
    """Read a question set (JSON lines or Excel) and name every mistake that shows without the plans.

    Raises QuestionError where the file itself cannot be read.
    """
    numbered: list[Numbered] = []
    mistakes: list[Mistake] = []
    for line, raw in _lines(path):
        try:
            numbered.append(Numbered(line, parse_case(raw.decode("utf-8-sig"))))
        except ValidationError as error:
            mistakes += [_from_pydantic(line, each) for each in error.errors()]
        except UnicodeDecodeError:
            mistakes.append(Mistake(line, "", "not_utf8"))
    mistakes += check_cases(numbered)
    if not numbered and not mistakes:
        mistakes.append(Mistake(1, "", "empty_set"))
    return Reading(path.stem, tuple(numbered), tuple(sorted(mistakes, key=lambda each: each.line)))


def _lines(path: Path) -> list[tuple[int, bytes]]:
    if path.suffix.lower() == ".xlsx":
        return [(line.row, line.json.encode()) for line in sheet_lines(path)]
    try:
        raw = path.read_bytes()
    except OSError as error:
        raise QuestionError(path, "unreadable_batch", detail=error.strerror or error) from error
    return [(n, line) for n, line in enumerate(raw.split(b"\n"), start=1) if line.strip()]


def load(path: Path, collection: Plans) -> QuestionSet:
    """Return the set, or raise QuestionError with every mistake in it named."""
    reading = read(path)
    mistakes = (*reading.mistakes, *check_against(reading.numbered, collection))
    if mistakes:
        raise InvalidSetError(path, mistakes)
    return reading.questions


class InvalidSetError(QuestionError):
    """A question set with mistakes in it; ``mistakes`` holds each."""

    def __init__(self, path: Path, mistakes: Sequence[Mistake]) -> None:
        self.mistakes = tuple(sorted(mistakes, key=lambda each: each.line))
        super().__init__(path, "invalid_question_set", count=len(self.mistakes))

    def describe(self, language: Language = "da") -> str:
        """Return the reason and the remedy, and below them one line for each mistake."""
        return "\n".join([super().describe(language), *(each.describe(language) for each in self.mistakes)])


def check_cases(numbered: Sequence[Numbered]) -> list[Mistake]:
    """Name the mistakes that show when the cases are read together."""
    first: dict[str, int] = {}
    mistakes: list[Mistake] = []
    for each in numbered:
        if each.case.id in first:
            mistakes.append(_mistake(each, "duplicate_id", first=first[each.case.id]))
        first.setdefault(each.case.id, each.line)
        mistakes += [_mistake(each, code) for code in _contradictions(each.case)]
    return mistakes


def check_against(numbered: Sequence[Numbered], collection: Plans) -> list[Mistake]:
    """Name what does not fit the plans: plans, quotes and municipalities that are not there."""
    known = {municipality.name for municipality in MUNICIPALITIES} | {
        card.identity.municipality for card in collection.cards
    }
    mistakes: list[Mistake] = []
    for each in numbered:
        for gold in each.case.evidence:
            mistakes += _check_gold(each, gold, collection)
        for name in (*each.case.not_municipalities, *each.case.municipalities):
            if name not in known:
                mistakes.append(_mistake(each, "unknown_municipality", name=name))
    return mistakes


def _check_gold(each: Numbered, gold: Gold, collection: Plans) -> Iterator[Mistake]:
    cards = collection.named(gold.document)
    if not cards:
        yield _mistake(each, "plan_not_in_store", document=gold.document)
        return
    owners = {card.identity.municipality for card in cards}
    for name in owners.intersection(each.case.not_municipalities):
        yield _mistake(each, "evidence_is_forbidden", document=gold.document, name=name)
    texts = [collection.plan(card.id).text for card in cards]
    for quote in gold.quotes:
        if not any(find(quote, plan_text) for plan_text in texts):
            yield _mistake(each, "quote_not_in_plan", document=gold.document, quote=quote)


def _contradictions(case: Case) -> Iterator[str]:
    if not case.id.strip():
        yield "empty_id"
    if not case.question.strip():
        yield "empty_question"
    if case.answerable and not case.evidence:
        yield "answerable_without_evidence"
    if not case.answerable and case.evidence:
        yield "evidence_though_unanswerable"
    if case.answerable and case.reason:
        yield "reason_though_answerable"
    if any(not squash(quote) for gold in case.evidence for quote in gold.quotes):
        yield "empty_quote"
    if any(not wanted.strip(" |") for wanted in case.must_include):
        yield "empty_must_include"
    if not all(_is_number(claim.value) for claim in case.claims):
        yield "claim_without_number"


def _is_number(written: str) -> bool:
    return [number.words for number in numbers(written)] == [written.strip()]


def _from_pydantic(line: int, error: ErrorDetails) -> Mistake:
    """Put a finding of pydantic's into our words."""
    where = ".".join(str(part) for part in error["loc"])
    if error["type"] == "json_invalid":
        return Mistake(line, "", "bad_json", (("reason", str(error["ctx"]["error"])),))
    if not where:
        return Mistake(line, "", "not_an_object")
    code = _CODES.get(error["type"], "wrong_type")
    return Mistake(line, "", code, (("field", where), ("value", str(error["input"])), *_expected(error)))


def _expected(error: ErrorDetails) -> tuple[tuple[str, str], ...]:
    """Return the values that are allowed, where pydantic lists them."""
    return (("expected", str(error.get("ctx", {}).get("expected", ""))),)


def _mistake(each: Numbered, code: str, **fields: object) -> Mistake:
    return Mistake(each.line, each.case.id, code, tuple((name, str(value)) for name, value in fields.items()))
