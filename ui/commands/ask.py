"""``plansvar ask``: one question, or a file of them."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated

import typer
from pydantic import BaseModel, ValidationError

from assistant.answer import Answer
from assistant.assistant import Assistant
from assistant.question import Question
from ingest.errors import QuestionError
from ui.answer_json import answer_json
from ui.commands.options import LANGUAGE, AsJson, Municipality, Store, Year, opened, say


class _Line(BaseModel):
    """A line of a batch; other keys are never read."""

    id: str
    question: str
    history: list[str] = []


def ask(
    question: Annotated[str | None, typer.Argument(help=say("question_help"), show_default=False)] = None,
    batch: Annotated[Path | None, typer.Option(help=say("batch_help"), dir_okay=False)] = None,
    municipality: Municipality = None,
    year: Year = None,
    as_json: AsJson = False,
    store: Store = None,
) -> None:
    """Ask the plans, and get a cited answer."""
    if (question is None) == (batch is None):
        raise typer.BadParameter(say("one_of_question_and_batch"))
    filters = tuple(municipality or ())
    with opened(store) as library:
        assistant = Assistant(library, LANGUAGE)
        if batch is None:
            answer = assistant.ask(Question(question or "", (), filters, year))
            typer.echo(_dump(answer, indent=2) if as_json else _told(answer))
            return
        for asked in _questions(batch, filters, year):
            answer = assistant.ask(asked)
            typer.echo(_dump(answer) if as_json else f"{asked.text}\n{_told(answer)}\n")


def _questions(file: Path, municipalities: tuple[str, ...], year: int | None) -> Iterator[Question]:
    """Read the whole batch before the first is answered, so that a bad line is told at once."""
    lines = _read(file).splitlines()
    numbered = [(number, line) for number, line in enumerate(lines, 1) if line.strip()]
    read = [_question(f"{file}:{number}", line) for number, line in numbered]
    for line in read:
        yield Question(line.question, tuple(line.history), municipalities, year, line.id)


def _read(file: Path) -> str:
    if str(file) == "-":
        return sys.stdin.read()
    try:
        return file.read_text(encoding="utf-8-sig")
    except OSError as error:
        raise QuestionError(file, "unreadable_batch", detail=error.strerror) from error
    except UnicodeDecodeError as error:
        raise QuestionError(file, "batch_not_utf8") from error


def _question(place: str, line: str) -> _Line:
    try:
        return _Line.model_validate_json(line)
    except ValidationError as error:
        first = error.errors()[0]
        where = ".".join(str(part) for part in first["loc"])
        raise QuestionError(place, "bad_question_line", detail=f"{where} {first['msg']}".strip()) from error


def _dump(answer: Answer, indent: int | None = None) -> str:
    return json.dumps(answer_json(answer), ensure_ascii=False, indent=indent)


def _told(answer: Answer) -> str:
    cited = [f"[{c.n}] {c.location}\n    “{' '.join(c.quote.split())}”" for c in answer.citations]
    return "\n\n".join(part for part in (answer.text, "\n".join(cited)) if part)
