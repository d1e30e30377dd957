"""``judged.csv``: what a judge said of each answer, with room for a person to say the same beside it."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from eval.excel import NO, YES
from eval.judge import Verdict
from eval.report.data import cell
from eval.row import Row
from ingest.errors import QuestionError
from ingest.texts import Language, text

FILE = "judged.csv"
COLUMNS = (
    "id",
    "question",
    "answer",
    "judge",
    "judge_right",
    "judge_supported",
    "unanimous",
    "why",
    "human_right",
    "human_supported",
)

Labels = Mapping[tuple[str, str], "Label"]
"""By id and answer: what was said of an answer says nothing of another one to the same question."""


@dataclass(frozen=True, slots=True)
class Label:
    """What a person said of an answer; None is "nothing"."""

    right: bool | None = None
    supported: bool | None = None


def label_of(row: Row, labels: Labels) -> Label:
    """Return what a person said of this very answer."""
    return labels.get(_key(row.case.id, row.answer), Label())


def read_labels(path: Path) -> Labels:
    """Read what people wrote, also as Danish Excel saves it. Raises QuestionError."""
    try:
        raw = path.read_bytes()
    except OSError as error:
        raise QuestionError(path, "unreadable_batch", detail=error.strerror or error) from error
    lines = io.StringIO(_decoded(raw), newline="")
    head = lines.readline()
    names = next(csv.reader([head], delimiter=_delimiter(head)), [])
    if not {"id", "answer", "human_right", "human_supported"} <= set(names):
        raise QuestionError(path, "unreadable_labels", columns=", ".join(COLUMNS))
    rows = csv.DictReader(lines, names, delimiter=_delimiter(head))
    return {_key(row["id"], row["answer"]): _label(path, row) for row in rows if row.get("id")}


def write_labels(
    verdicts: Iterable[Verdict], labels: Labels, path: Path, judge: str, language: Language = "da"
) -> None:
    """Write a line for each answer that was judged; what people said of it stands in it still."""
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(COLUMNS)
        writer.writerows(_line(each, label_of(each.row, labels), judge, language) for each in verdicts)


def _line(verdict: Verdict, label: Label, judge: str, language: Language) -> Sequence[object]:
    case = verdict.row.case
    said = [vote.why for vote in verdict.votes if vote.right == verdict.right] or [""]
    why = verdict.error.describe(language) if verdict.error else said[0]
    said_by_judge = [_said(each, language) for each in (verdict.right, verdict.supported, verdict.unanimous)]
    said_by_person = [_said(each, language) for each in (label.right, label.supported)]
    return [
        *map(cell, (case.id, case.question, verdict.row.answer, judge)),
        *said_by_judge,
        cell(why),
        *said_by_person,
    ]


def _said(value: bool | None, language: Language) -> str:
    return "" if value is None else text("eval.yes" if value else "eval.no", language)


def _label(path: Path, row: Mapping[str, str | None]) -> Label:
    return Label(*(_flag(path, row, column) for column in ("human_right", "human_supported")))


def _flag(path: Path, row: Mapping[str, str | None], column: str) -> bool | None:
    word = (row.get(column) or "").strip().casefold()
    if not word:
        return None
    if word not in (*YES, *NO):
        raise QuestionError(f"{path} ({row['id']})", "bad_label", value=word, column=column)
    return word in YES


def _key(case: str, answer: str | None) -> tuple[str, str]:
    """Return what a label is known by: a spreadsheet changes line breaks, and we mark formulas."""
    return case, " ".join((answer or "").removeprefix("'").split())


def _decoded(raw: bytes) -> str:
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        return raw.decode("cp1252", errors="replace")


def _delimiter(head: str) -> str:
    """Danish Excel separates by semicolons, since the comma is in its numbers."""
    return ";" if head.count(";") > head.count(",") else ","
