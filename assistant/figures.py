"""Numbers and names as they are written in a sentence."""

from __future__ import annotations

from collections.abc import Sequence

from ingest.goals.goal import Target
from ingest.texts import Language, text


def sentence(text_: str) -> str:
    """Return a sentence that ends in one full stop, though its last word is "pct."."""
    return text_.replace("..", ".")


def figure(value: float, language: Language) -> str:
    """Return "1.615" or "9,9"; in English "1,615" and "9.9"."""
    written = f"{value:,.10g}" if abs(value) < 1e10 else f"{value:g}"
    return written if language == "en" else written.translate(str.maketrans(",.", ".,"))


def quantity(value: float, unit: str | None, language: Language) -> str:
    """Return a number with its unit: "75 pct.", "1.615 timer"."""
    number = figure(value, language)
    if unit == "procent":
        return text("compare.percent", language, value=number)
    if unit == "procentpoint":
        return text("compare.points", language, value=number)
    return f"{number} {unit}" if unit else number


def aim(target: Target, language: Language) -> str:
    """Return a goal's number with the year by which it is to be reached: "95 fuldtidspersoner i 2024"."""
    amount = quantity(target.value or 0.0, target.unit, language)
    if target.deadline is None:
        return amount
    return text("compare.by_year", language, amount=amount, year=target.deadline)


def listed(names: Sequence[str], language: Language) -> str:
    """Return "A, B og C"."""
    if len(names) < 2:
        return "".join(names)
    return text("compare.and", language, first=", ".join(names[:-1]), last=names[-1])
