"""Personal data that must never be shown back, stored or searched with: CPR numbers."""

from __future__ import annotations

import re

CPR = re.compile(
    r"""(?<!\d)
    (?:0[1-9]|[12]\d|3[01]|6[1-9]|[78]\d|9[01])  # the day; 61 to 91 in a replacement number
    (?:
        (?:0[1-9]|1[0-2])\d{2} \s?[-–—‑−./_]?\s?    # 010190-1234, 010190 1234, 0101901234
      | ([.\-/ ]?)(?:0[1-9]|1[0-2])\1(?:19|20)?\d{2} \s?[-–—‑−]\s?  # 01.01.90-1234, 01/01/1990-1234
    )
    \d{4}
    (?!\d)""",
    re.VERBOSE,
)
DIGIT = re.compile(r"\d")
MASK = "X"


def mask_cpr(text: str) -> tuple[str, int]:
    """Return ``text`` with an X for each digit of a CPR number, as long as it was, and how many there were.

    Whatever is written like one is masked, without the check digit: numbers issued since 2007 may fail it.
    """
    return CPR.subn(lambda found: DIGIT.sub(MASK, found[0]), text)
