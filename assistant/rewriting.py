"""A chat model's wording of an answer: the evidence is chosen as always, and every sentence is checked.

A sentence is kept only with marks that were given, and with figures, years and municipalities that stand
where the marks point. Where none is kept, or the model is silent, the plans' own sentences are the answer.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Protocol

import corpus
from assistant.answer import Answer, Citation
from assistant.chat_model import ChatError, ChatModel
from assistant.question import Question
from ingest.danish.municipalities import mentions
from ingest.danish.numbers import numbers, years

PROMPT = (corpus.ROOT / "prompts" / "rewrite.txt").read_text(encoding="utf-8")
_MARK = re.compile(r"\s*\[(\d+)\]")


class Answerer(Protocol):
    """Whatever answers from the plans."""

    def ask(self, question: Question) -> Answer:
        """Answer a question."""
        ...


@dataclass(frozen=True, slots=True)
class Rewritten:
    """An answer, what the model wrote that was not kept, and why it has the plans' own words if it has.

    ``unknown`` counts marks that point to nothing, ``unsupported`` the sentences that were left out.
    """

    answer: Answer
    kept: int = 0
    unsupported: int = 0
    unknown: int = 0
    error: ChatError | None = None


@dataclass(frozen=True, slots=True)
class Rewriter:
    """Answers as ``answerer`` does, in the words of a chat model where they can be checked."""

    answerer: Answerer
    model: ChatModel
    tell: Callable[[Rewritten], None] | None = None
    """Called with what became of each answer."""

    def ask(self, question: Question) -> Answer:
        """Answer a question; marks that point to nothing are counted among what was dropped."""
        done = self.rewrite(self.answerer.ask(question))
        if self.tell:
            self.tell(done)
        return replace(done.answer, dropped=done.answer.dropped + done.unknown)

    def rewrite(self, answer: Answer) -> Rewritten:
        """Return an answer reworded, or as it was where nothing of the rewording can be kept."""
        if answer.abstained or not answer.citations:
            return Rewritten(answer)
        try:
            reply = self.model.reply(PROMPT, _material(answer))
        except ChatError as error:
            return Rewritten(answer, error=error)
        lines = [line for line in reply.splitlines() if line.strip()]
        marked = [_marks(line, answer.citations) for line in lines]
        kept = [
            (line, marks)
            for line, marks in zip(lines, marked, strict=True)
            if _is_supported(line, marks, answer)
        ]
        unknown = sum(len(_MARK.findall(line)) for line in lines) - sum(map(len, marked))
        left_out = len(lines) - len(kept)
        if not kept:
            return Rewritten(answer, 0, left_out, unknown)
        return Rewritten(_reworded(answer, kept), len(kept), left_out, unknown)


def _material(answer: Answer) -> str:
    passages = "\n".join(
        f"[{each.n}] {each.plan.location}: {_known(each, answer)}" for each in answer.citations
    )
    asked = answer.understood or answer.question
    parts = {"Question": asked, "Passages": passages}
    return "\n\n".join(f"{name}:\n<<<\n{_plain(words)}\n>>>" for name, words in parts.items())


def _plain(words: str) -> str:
    """Return the words without what would end the material."""
    return words.replace("<<<", "").replace(">>>", "")


def _known(citation: Citation, answer: Answer) -> str:
    """Return what is known by a mark: its quote, and our own line with it, which names a cell's column."""
    told = [line for line in answer.text.splitlines() if f"[{citation.n}]" in line]
    return "\n".join([citation.quote, *(_MARK.sub("", line) for line in told)])


def _marks(line: str, citations: Sequence[Citation]) -> list[Citation]:
    numbered = {str(each.n): each for each in citations}
    return [numbered[n] for n in _MARK.findall(line) if n in numbered]


def _is_supported(line: str, marks: Sequence[Citation], answer: Answer) -> bool:
    """Say whether the figures, years and municipalities of a line stand where its marks point."""
    said = _MARK.sub("", line)
    read = "\n".join(_known(each, answer) for each in marks)
    owners = {each.plan.identity.municipality for each in marks if each.plan.identity.municipality}
    covered = {year for each in marks for year in years(each.plan.identity.years)}
    return (
        bool(marks)
        and any(map(str.isalpha, said))
        and _figures(said) <= _figures(read)
        and set(years(said)) <= covered.union(years(read))
        and _named(said, answer) <= owners | _named(read, answer)
    )


def _figures(text: str) -> set[float]:
    pairs = ((number.value, number.high) for number in numbers(text))
    return {value for pair in pairs for value in pair if value is not None}


def _named(text: str, answer: Answer) -> set[str]:
    known = {card.identity.municipality for card in answer.searched if card.identity.municipality}
    return {mention.name for mention in mentions(text, known)}


def _reworded(answer: Answer, kept: Sequence[tuple[str, list[Citation]]]) -> Answer:
    """Return the answer with new sentences, and the citations that they use, numbered anew."""
    used = list(dict.fromkeys(citation for _, marks in kept for citation in marks))
    number = {citation.n: n for n, citation in enumerate(used, start=1)}
    said = [
        " ".join([_MARK.sub("", line).strip(), "".join(f"[{number[n]}]" for n in _once(marks))])
        for line, marks in kept
    ]
    citations = tuple(replace(citation, n=number[citation.n]) for citation in used)
    before, after = _own_lines(answer)
    return replace(answer, text="\n".join([*before, *said, *after]), citations=citations)


def _once(marks: Sequence[Citation]) -> list[int]:
    return list(dict.fromkeys(citation.n for citation in marks))


def _own_lines(answer: Answer) -> tuple[list[str], list[str]]:
    """Return what we say ourselves, before and after the quotes, as that a plan holds nothing.

    No rewording may lose it.
    """
    quoted = " ".join(" ".join(each.quote.split()) for each in answer.citations)
    lines = [line for line in answer.text.splitlines() if line.strip()]
    first = next(n for n, line in enumerate(lines) if _MARK.search(line))
    own = [
        (n, line)
        for n, line in enumerate(lines)
        if not _MARK.search(line) and " ".join(line.lstrip("-•* ").split()) not in quoted
    ]
    return [line for n, line in own if n < first], [line for n, line in own if n > first]
