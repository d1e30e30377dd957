"""Danish numbers in running text: 1.615 is one number, so are 9,9 and 75%."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

_NUMBER = re.compile(r"(?<![\w.,])\d{1,3}(?:\.\d{3})+(?:,\d+)?(?![.,]?\d)|(?<![\w.,])\d+(?:,\d+)?(?![.,]?\d)")
_UNITS = (("pct", "procent", "%"), ("kr", "kroner"), ("mio", "million", "millioner"), ("stk", "styk"))


@dataclass(frozen=True, slots=True)
class Number:
    """A number in a text: its value, where it stands, and what is written right after it."""

    value: Decimal
    start: int
    end: int
    after: str

    def has_unit(self, unit: str) -> bool:
        """Say whether the words after the number begin with ``unit``, in any of its usual spellings."""
        return self.after.startswith(_spellings(unit))


def numbers(text: str) -> tuple[Number, ...]:
    """Return the numbers in ``text``: a full stop groups thousands, a comma is the decimal sign."""
    return tuple(
        Number(to_decimal(found.group()), found.start(), found.end(), text[found.end() :].lstrip().casefold())
        for found in _NUMBER.finditer(text)
    )


def is_number(text: str) -> bool:
    """Say whether ``text`` is one number and nothing else."""
    return _NUMBER.fullmatch(text.strip()) is not None


def to_decimal(number: str) -> Decimal:
    """Return the value of a number as written: "1.615" is 1615, "9,9" is 9.9."""
    return Decimal(number.strip().replace(".", "").replace(",", "."))


def _spellings(unit: str) -> tuple[str, ...]:
    plain = unit.strip().rstrip(".").casefold()
    return next((spellings for spellings in _UNITS if plain in spellings), (plain,))
