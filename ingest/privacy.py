"""Personal data that must never be shown back, stored or searched with: CPR numbers."""

from __future__ import annotations

import re

_DAY = r"(?:0[1-9]|[12]\d|3[01]|6[1-9]|[78]\d|9[01])"
"""The day of birth; 61 to 91 in a replacement number."""
_MONTH = r"(?:0[1-9]|1[0-2])"
_SHORT_DAY, _SHORT_MONTH = rf"(?:[1-9]|{_DAY})", r"(?:0?[1-9]|1[0-2])"
CPR = re.compile(
    rf"""(?<!\d)
    (?:
        {_DAY}{_MONTH}\d{{2}} \s{{0,8}}[-‐‑‒–—−./_]?\s{{0,8}}    # 010190-1234, 010190 1234, 0101901234
      | {_DAY}([.\-/ ]?){_MONTH}\1(?:19|20)?\d{{2}} \s?[-‐‑‒–—−]\s?  # 01.01.90-1234, 01/01/1990-1234
      | {_SHORT_DAY}[.\-/]\s?{_SHORT_MONTH}[.\-/]\s?(?:19|20)?\d{{2}} \s?[-‐‑‒–—−]\s?  # 1/1-1990-1234
    )
    \d{{4}}
    (?!\d)""",
    re.VERBOSE,
)
_BETWEEN = r"[\s\W_]{0,4}?"
TYPED = re.compile(
    rf"(?<!\d){_DAY}{_BETWEEN}{_MONTH}{_BETWEEN}(?:19|20)?\d{{2}}{_BETWEEN}\d{{2}}{_BETWEEN}\d{{2}}(?!\d)"
)
"""One in a question, where no table stands beside it: with any signs between its parts."""
_WIDE = {ord("０") + n: str(n) for n in range(10)}
DIGIT = re.compile(r"\d")
MASK = "X"


def mask_cpr(text: str) -> tuple[str, int]:
    """Return ``text`` with an X for each digit of a CPR number, as long as it was, and how many there were.

    Whatever is written like one is masked, without the check digit: numbers issued since 2007 may fail it.
    """
    return CPR.subn(lambda found: DIGIT.sub(MASK, found[0]), text)


def mask_typed(text: str) -> tuple[str, int]:
    """Mask CPR numbers in what a person types, also with odd signs, spaces and wide digits.

    In a plan that would hide figures: "31.12.23 1450 borgere" is no CPR number there, and may be one here.
    """
    return TYPED.subn(lambda found: DIGIT.sub(MASK, found[0]), text.translate(_WIDE))
