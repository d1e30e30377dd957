"""A file of questions: JSON Lines, read whole before the first is answered."""

from __future__ import annotations

import sys
from pathlib import Path

from pydantic import BaseModel, ValidationError

from ingest.errors import QuestionError


class Line(BaseModel):
    """A line of a batch; other keys are never read. ``id`` comes back as it was written."""

    id: str | int
    question: str
    history: list[str] | None = None


def read_batch(file: Path) -> tuple[list[Line], list[QuestionError]]:
    """Return the lines that can be used, and an error for each other. Raises QuestionError for the file."""
    lines: list[Line] = []
    bad: list[QuestionError] = []
    # Not splitlines(): a JSON string may hold what that takes for the end of a line.
    for number, line in enumerate(_decoded(file).split("\n"), 1):
        if line.strip():
            try:
                lines.append(Line.model_validate_json(line))
            except ValidationError as error:
                bad.append(QuestionError(f"{file}:{number}", "bad_question_line", detail=_first(error)))
    return lines, bad


def _decoded(file: Path) -> str:
    try:
        data = sys.stdin.buffer.read() if str(file) == "-" else file.read_bytes()
        return data.decode("utf-8-sig")
    except OSError as error:
        raise QuestionError(file, "unreadable_batch", detail=error.strerror) from error
    except UnicodeDecodeError as error:
        raise QuestionError(file, "batch_not_utf8") from error


def _first(error: ValidationError) -> str:
    first = error.errors()[0]
    where = ".".join(str(part) for part in first["loc"])
    return f"{where} {first['msg']}".strip()
