"""What can be done with a question set besides asking it: check it, draft one from plans, convert it."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path

from eval.draft import draft, moved
from eval.excel import export
from eval.mistakes import InvalidSetError, check_against, load, read
from eval.plans import Plans
from eval.questions import Case, QuestionSet, save
from ingest.errors import QuestionError
from ingest.plan import PlanCard
from ingest.texts import Language, text


def check_command(path: Path, plans: Plans, language: Language = "da") -> None:
    """Say that a set is without mistakes, and what is in it. Raises QuestionError, which names each."""
    print(_told("set_is_well", load(path, plans), language))


def draft_command(cards: Sequence[PlanCard], plans: Plans, out: Path, language: Language = "da") -> None:
    """Write a set drafted from some plans.

    Raises QuestionError where they hold nothing to ask for, or are searched no more.
    """
    _refuse(out)
    for card in cards:
        if card not in plans.cards:
            raise QuestionError(card.source, "draft_from_replaced")
    cases = [case for card in cards for case in draft(plans.plan(card.id))]
    if not cases:
        raise QuestionError(out, "nothing_to_draft")
    drafted = QuestionSet(out.stem, _named_once([*cases, *moved(cases, plans)]))
    _write(drafted, out, language)
    print(_told("set_drafted", drafted, language, path=out), file=sys.stderr)


def convert_command(
    path: Path, out: Path, plans: Plans, language: Language = "da", *, accept: bool = False
) -> None:
    """Write a set in the other form; with ``accept`` its drafts are accepted.

    A quote that does not stand in its plan is named, and written too: in the sheet it can be mended.
    Raises QuestionError where the set cannot be read whole.
    """
    _refuse(out)
    reading = read(path)
    if reading.mistakes:
        raise InvalidSetError(path, reading.mistakes)
    questions = reading.questions
    if accept:
        questions = questions.with_accepted(questions.drafts)
    _write(questions, out, language)
    for mistake in check_against(reading.numbered, plans):
        print(mistake.describe(language), file=sys.stderr)
    print(_told("set_converted", questions, language, path=out), file=sys.stderr)


def _refuse(out: Path) -> None:
    """Someone may have worked in a file that is there already."""
    if out.exists():
        raise QuestionError(out, "set_exists")


def _write(questions: QuestionSet, out: Path, language: Language) -> None:
    try:
        if out.suffix.lower() == ".xlsx":
            export(questions, out, language)
        else:
            save(questions, out)
    except OSError as error:
        raise QuestionError(out, "unwritable_set", detail=error.strerror or error) from error


def _named_once(cases: Iterable[Case]) -> tuple[Case, ...]:
    """Number the cases whose id another has: two plans may come from files of one name."""
    seen: Counter[str] = Counter()
    named = []
    for case in cases:
        seen[case.id] += 1
        named.append(replace(case, id=f"{case.id}-{seen[case.id]}") if seen[case.id] > 1 else case)
    return tuple(named)


def _told(key: str, questions: QuestionSet, language: Language, **fields: object) -> str:
    cases = questions.cases
    return text(
        f"eval.{key}",
        language,
        count=len(cases),
        unanswerable=sum(not case.answerable for case in cases),
        drafts=len(questions.drafts),
        held_out=len(questions.only("held-out").cases),
        **fields,
    )
