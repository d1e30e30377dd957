"""The form in which a person corrects how a goal is read."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

import streamlit as st

from assistant.registered import Registered
from ingest.goals.corrections import Reading
from ingest.goals.goal import Direction
from ingest.goals.themes import theme_names
from ingest.texts import Language, text
from ui.goal_words import NONE, direction_name

THOUSANDS = re.compile(r"[-−]?[1-9]\d{0,2}(?:\.\d{3})+(?:,\d+)?", re.ASCII)
NUMBER = re.compile(r"[-−]?\d{1,15}(?:[.,]\d{1,20})?", re.ASCII)
YEAR = re.compile(r"(?:19|20|21)\d\d", re.ASCII)
LONGEST = 200


@dataclass(frozen=True, slots=True)
class Said:
    """What was typed into the form, and the keys of what cannot be used."""

    reading: Reading
    rejected: bool
    wrong: tuple[str, ...] = ()


def form(each: Registered, name: str, language: Language) -> Said | None:
    """Show the form, filled in with how the goal is read now; return what was typed once it is sent."""
    now = Reading.of(each.goal)
    with st.form(name, border=False):
        with st.container(key="goal-about", horizontal=True):
            themes = _themes(now.themes, language)
            group = _typed("target_group", now.target_group, language)
        with st.container(key="goal-aim", horizontal=True):
            value = _typed("value", typed(now.value), language)
            unit = _typed("unit", now.unit, language)
            direction = _direction(now.direction, language)
            deadline = _typed("deadline", now.deadline, language)
            baseline = _typed("baseline", now.baseline, language)
        rejected = st.checkbox(text("goals_page.reject", language), each.rejected)
        sent = st.form_submit_button(text("goals_page.save", language), type="primary")
    if not sent:
        return None
    number, wrong = _number(value or "")
    if deadline and not YEAR.fullmatch(deadline):
        wrong = (*wrong, "goals_page.wrong_deadline")
    return Said(Reading(themes, number, unit, direction, deadline, baseline, group), rejected, wrong)


def typed(value: float | None) -> str:
    """Return a number as it may be typed, which ``parsed`` reads as the very same number."""
    if value is None:
        return ""
    words = format(Decimal(str(value)), "f")
    return (words.rstrip("0").rstrip(".") if "." in words else words).replace(".", ",")


def parsed(words: str) -> float:
    """Return a number as Danes write it: "1.615" and "9,9"; "9.9" is taken too. Raises ValueError."""
    plain = "".join(words.split()).replace("−", "-")
    if THOUSANDS.fullmatch(plain):
        plain = plain.replace(".", "")
    elif not NUMBER.fullmatch(plain):
        raise ValueError(words)
    return float(plain.replace(",", "."))


def _number(words: str) -> tuple[float | None, tuple[str, ...]]:
    if not words:
        return None, ()
    try:
        return parsed(words), ()
    except ValueError:
        return None, ("goals_page.wrong_value",)


def _themes(now: tuple[str, ...], language: Language) -> tuple[str, ...]:
    known = [*theme_names(), *(theme for theme in now if theme not in theme_names())]
    nothing = text("goals_page.choose_theme", language)
    label = text("goals.theme", language)
    return tuple(st.multiselect(label, known, list(now), placeholder=nothing))


def _direction(now: Direction | None, language: Language) -> Direction | None:
    every = list(Direction)
    return st.selectbox(
        text("goals.direction", language),
        every,
        index=every.index(now) if now else None,
        format_func=lambda each: direction_name(each, language),
        placeholder=NONE,
    )


def _typed(name: str, value: str | None, language: Language) -> str | None:
    """Show a field for a few words; return them, or None where there are none."""
    words = st.text_input(text(f"goals.{name}", language), value or "", max_chars=LONGEST)
    return " ".join(words.split()) or None
