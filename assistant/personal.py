"""What a question says of a person beside a masked personal number: it is not what the plans are asked."""

from __future__ import annotations

import re

from assistant.asked import AnswerKind, answer_kind
from ingest.danish.words import Word

MASKED = re.compile(r"[Xx]+(?:-[Xx]+)?")
"""What is left of a personal number, as a word."""
_NUMBER = re.compile(r"\bX{2}(?:X{4}|[.\-/ ]?X{2}[.\-/ ]?(?:X{2}|X{4}))\W{0,3}X{4}\b")
_CALLED = re.compile(r"(?:cpr|person)[-.]?(?:nummer|nr|no)?\w{0,3}", re.IGNORECASE)
"""What such a number is called: "cpr-nummeret", "personnummer", "CPR"."""
_CLAUSE = re.compile(r"(?:[^.?!,;\n]|[.?!,;](?!\s|$))+[.?!,;\n]*")


def told(text: str) -> list[tuple[int, int]]:
    """Return where clauses stand that hold a masked number and ask nothing: "Hun er XXXXXX-XXXX, ..."."""
    clauses = list(_CLAUSE.finditer(text)) if _NUMBER.search(text) else []
    kinds = [answer_kind(clause.group().strip()) for clause in clauses]
    return [
        clause.span()
        for clause, kind in zip(clauses, kinds, strict=True)
        if kind is AnswerKind.OTHER and "?" not in clause.group() and _NUMBER.search(clause.group())
    ]


def names_a_number(word: Word, text: str) -> bool:
    """Say whether a word is a masked number, or what one is called where the text has one."""
    if MASKED.fullmatch(word.text):
        return True
    return bool(_CALLED.fullmatch(word.text) and _NUMBER.search(text))
