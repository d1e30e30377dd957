"""The question sets of a store: the folder they lie in, keeping an answer as a question, accepting it."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from contextlib import contextmanager
from pathlib import Path

from assistant.answer import Answer
from assistant.question import Question
from eval.draft import from_answer
from eval.mistakes import InvalidSetError, read
from eval.questions import Case, QuestionSet, append, save
from ingest.errors import QuestionError
from ingest.locks import ProcessLock

_NAME = re.compile(r"\w(?:[\w -]{0,58}\w)?")
_SECONDS = 10.0


class SetFolder:
    """The folder ``sets`` of a store."""

    def __init__(self, store: Path) -> None:
        self.path = store / "sets"

    def file(self, name: str) -> Path:
        """Return where the set ``name`` lies. Raises QuestionError where it cannot be the name of a file."""
        if not _NAME.fullmatch(name):
            raise QuestionError(name, "bad_set_name")
        return self.path / f"{name}.jsonl"

    def keep(self, answer: Answer, asked: Question, name: str) -> Case:
        """Add a question and its answer to the set ``name``, as a draft. Once more changes nothing.

        Raises QuestionError where the set cannot be read or written.
        """
        file = self.file(name)
        with self._writing(file):
            return _kept(answer, asked, file)

    def accept(self, file: Path, ids: Collection[str]) -> None:
        """Mark drafts of the set in ``file`` as accepted by a person.

        Raises QuestionError where the set cannot be read whole or written.
        """
        with self._writing(file):
            accepted = QuestionSet(file.stem, _present(file)).with_accepted(ids)
            # Written beside and then moved: a set that is cut off half-way is lost.
            beside = file.with_name(f"{file.name}.new")
            save(accepted, beside)
            beside.replace(file)

    @contextmanager
    def _writing(self, file: Path) -> Iterator[None]:
        """Hold a set, so that no one else changes it meanwhile."""
        lock = ProcessLock(self.path / f".{file.stem}.lock", _SECONDS)
        try:
            self.path.mkdir(parents=True, exist_ok=True)
            if not lock.acquire():
                raise QuestionError(file, "set_busy")
            try:
                yield
            finally:
                lock.release()
        except OSError as error:
            raise QuestionError(file, "unwritable_set", detail=error.strerror or error) from error


def _kept(answer: Answer, asked: Question, file: Path) -> Case:
    present = _present(file)
    case = from_answer(answer, asked, _free_id(file.stem, {each.id for each in present}))
    same = next((each for each in present if _asks_the_same(each, case)), None)
    if same is None:
        append(case, file)
    return same or case


def _present(file: Path) -> tuple[Case, ...]:
    if not file.exists() or not file.stat().st_size:
        return ()
    reading = read(file)
    if reading.mistakes:
        raise InvalidSetError(file, reading.mistakes)
    return reading.questions.cases


def _free_id(name: str, taken: Collection[str]) -> str:
    n = len(taken) + 1
    while f"{name}-{n:03d}" in taken:
        n += 1
    return f"{name}-{n:03d}"


def _asks_the_same(one: Case, other: Case) -> bool:
    asked = [(case.question, case.history, case.municipalities, case.year) for case in (one, other)]
    return asked[0] == asked[1] and one.evidence == other.evidence
