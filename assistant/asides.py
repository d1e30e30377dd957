"""What a question tells beside what it asks: "Min mor er meget alene. Kan hun selv melde sig?"."""

from __future__ import annotations

import re

from assistant.asked import AnswerKind, answer_kind

_SENTENCE = re.compile(r"(?:[^.?!;\n]|[.](?!\s|$)|(?<=\d)[.])+[.?!;\n]*\s*")
_SPEAKER = r"(?:jeg|vi|min|mit|mine|vores|han|hun)\b"
_CASE = rf"(?:{_SPEAKER}|(?:har|er) (?:e[nt]|boet)\b)"
_TOLD_FIRST = re.compile(rf"\s*{_CASE}[^,?]*,\s*(?=(?:hv\w+|kan|skal|må|er|får)\b)", re.IGNORECASE)
"""A case before the question, on the same line: "har en borger, der vil hjem, hvem kan jeg ..."."""
_TOLD_LAST = re.compile(rf",\s*(?:{_SPEAKER})(?!.*\?)[^,?]*$", re.IGNORECASE)
"""A reason after it: "..., jeg arbejder jo om dagen"."""


def asides(text: str) -> list[tuple[int, int]]:
    """Return where clauses stand that ask nothing, beside ones that do; empty where nothing else is said."""
    clauses = [span for sentence in _SENTENCE.finditer(text) for span in _parted(text, sentence.span())]
    asking = [_asks(text[start:end]) for start, end in clauses]
    return [span for span, asks in zip(clauses, asking, strict=True) if not asks] if any(asking) else []


def asking(text: str) -> str:
    """Return a question without its asides."""
    kept, at = "", 0
    for start, end in asides(text):
        kept, at = kept + text[at:start], end
    return (kept + text[at:]).strip()


def _parted(text: str, span: tuple[int, int]) -> list[tuple[int, int]]:
    start, end = span
    first = _TOLD_FIRST.match(text, start, end)
    last = _TOLD_LAST.search(text[:end].rstrip(), first.end() if first else start)
    middle = (first.end() if first else start, last.start() if last else end)
    around = [first.span()] if first else []
    return [*around, middle, *([(last.start(), end)] if last else [])]


def _asks(clause: str) -> bool:
    said = clause.strip()
    tells = re.match(_CASE, said, re.IGNORECASE) and "?" not in said
    return not tells and ("?" in said or answer_kind(said) is not AnswerKind.OTHER)
