"""Question sets: JSON lines, one case a line, with the gold anchored to quotes from the plans.

The fields id, kind, history, question, evidence, must_include and answerable are the fixed format.
All others are optional.
"""

from __future__ import annotations

import hashlib
import json
import unicodedata
from collections.abc import Collection
from dataclasses import dataclass, replace
from pathlib import Path
from typing import ClassVar, Literal, get_args

from pydantic import ConfigDict, TypeAdapter

from assistant.answer import Reason
from assistant.question import Question

Kind = Literal[
    "fact", "number", "date", "name", "definition", "list", "table", "yes_no", "how", "goal",
    "compare", "which", "change", "lay", "followup", "english", "none",
]  # fmt: skip
"""What sort of question it is. Reports break every figure down by it."""

KINDS: tuple[str, ...] = get_args(Kind)

Slice = Literal["dev", "held-out"]


@dataclass(frozen=True, slots=True)
class Gold:
    """Words that prove the answer: ``quote``, or any of ``alternatives``, in the plan ``document``."""

    __pydantic_config__: ClassVar[ConfigDict] = ConfigDict(extra="forbid")

    document: str
    """The plan's file name without its ending."""
    quote: str
    alternatives: tuple[str, ...] = ()

    @property
    def quotes(self) -> tuple[str, ...]:
        """Return every wording that counts as this piece of evidence."""
        return (self.quote, *self.alternatives)


@dataclass(frozen=True, slots=True)
class Claim:
    """A figure that the answer must state: ``value`` as written ("1.615", "9,9"), its unit and its year."""

    __pydantic_config__: ClassVar[ConfigDict] = ConfigDict(extra="forbid")

    value: str
    unit: str = ""
    year: int | None = None


@dataclass(frozen=True, slots=True)
class Case:
    """One question with what a right answer holds. eval/README.md describes each field."""

    __pydantic_config__: ClassVar[ConfigDict] = ConfigDict(extra="forbid")

    id: str
    kind: Kind
    question: str
    answerable: bool
    history: tuple[str, ...] = ()
    """The earlier questions of the conversation, oldest first."""
    municipalities: tuple[str, ...] = ()
    """What the search is limited to, as by the filter beside the chat."""
    year: int | None = None
    """The year that the search is limited to, likewise."""
    evidence: tuple[Gold, ...] = ()
    must_include: tuple[str, ...] = ()
    """Each must stand in the answer; "tre|3" means either."""
    claims: tuple[Claim, ...] = ()
    not_municipalities: tuple[str, ...] = ()
    """Municipalities that must not be cited."""
    reason: Reason | None = None
    """Why a question that is not answerable must be declined."""
    cluster: str = ""
    """Cases that share one are drawn together when an interval is estimated; else the evidence's plans."""
    slice: Slice = "dev"
    drafted: bool = False
    """Made by a program and not yet accepted by a person."""
    note: str = ""

    @property
    def documents(self) -> tuple[str, ...]:
        """Return the names of the plans that hold the evidence, each once."""
        return tuple(dict.fromkeys(gold.document for gold in self.evidence))

    @property
    def group(self) -> str:
        """Return what the case is clustered by: the plans it rests on, or itself."""
        return self.cluster or "+".join(sorted(self.documents)) or self.id

    def as_question(self) -> Question:
        """Return what the assistant is asked: nothing of the gold."""
        return Question(self.question, self.history, self.municipalities, self.year, self.id)


@dataclass(frozen=True, slots=True)
class QuestionSet:
    """The cases of one file; ``sha256`` is made of the cases, so that layout does not change it."""

    name: str
    cases: tuple[Case, ...]

    @property
    def sha256(self) -> str:
        """Return the identity of what is asked and expected."""
        return hashlib.sha256("\n".join(dump_case(case) for case in self.cases).encode()).hexdigest()

    def only(self, slice_name: Slice) -> QuestionSet:
        """Return the cases of one slice."""
        return replace(self, cases=tuple(case for case in self.cases if case.slice == slice_name))

    def accepted(self) -> QuestionSet:
        """Return the cases that a person wrote or accepted."""
        return replace(self, cases=tuple(case for case in self.cases if not case.drafted))

    def with_accepted(self, ids: Collection[str]) -> QuestionSet:
        """Return the set with these drafts accepted by a person."""
        return replace(
            self, cases=tuple(replace(case, drafted=False) if case.id in ids else case for case in self.cases)
        )

    @property
    def drafts(self) -> tuple[str, ...]:
        """Return the ids of the cases that no person has accepted yet."""
        return tuple(case.id for case in self.cases if case.drafted)


_CASE = TypeAdapter(Case)
_FIXED = ("id", "kind", "history", "question", "evidence", "must_include", "answerable")


def parse_case(line: str) -> Case:
    """Read one line, in NFC. Raises pydantic.ValidationError, which ``eval.mistakes`` puts into words."""
    return _CASE.validate_json(unicodedata.normalize("NFC", line), strict=True)


def dump_case(case: Case) -> str:
    """Return the case as one line: the fixed fields always, the optional ones where they say something."""
    said = _CASE.dump_python(case, mode="json", exclude_defaults=True)
    fixed = {name: said.pop(name, []) for name in _FIXED}
    return json.dumps(fixed | said, ensure_ascii=False)


def append(case: Case, path: Path) -> None:
    """Add a case at the end of a set, as when an answer in the chat is kept as one."""
    torn = path.exists() and path.stat().st_size > 0 and not path.read_bytes().endswith(b"\n")
    with path.open("a", encoding="utf-8") as file:
        file.write("\n" * torn + dump_case(case) + "\n")


def save(questions: QuestionSet, path: Path) -> None:
    """Write a question set as JSON lines."""
    path.write_text("".join(f"{dump_case(case)}\n" for case in questions.cases), encoding="utf-8")
