"""What the sessions of one server share: the library and the assistant over it."""

from __future__ import annotations

from pathlib import Path

import streamlit as st

from assistant.assistant import Assistant
from assistant.question import Question
from ingest.library import Library
from ingest.settings import Settings
from ingest.texts import Language
from ui import sources
from ui.examples import Candidate, candidates

EXAMPLES = 4
MOST_PLANS = 24
"""Plans that are read for examples: 10 to 30 ms each, before anything shows."""


def library() -> Library:
    """Return the library that the settings name, opened once."""
    return _library(Settings().store)


def assistant(language: Language) -> Assistant:
    """Return the assistant over the library that speaks this language around the plans' own words."""
    return _assistant(Settings().store, language)


def examples(municipalities: tuple[str, ...], year: int | None) -> tuple[str, ...]:
    """Return questions that the plans within these limits answer."""
    return _examples(Settings().store, library().generation, municipalities, year)


def invented() -> frozenset[str]:
    """Return the ids of the plans that are invented samples."""
    return _invented(Settings().store, library().generation)


@st.cache_resource(show_spinner=False)
def _library(store: Path) -> Library:
    return Library.open(Settings(store=store))


@st.cache_resource(show_spinner=False)
def _assistant(store: Path, language: Language) -> Assistant:
    return Assistant(_library(store), language)


@st.cache_data(show_spinner=False, max_entries=32)
def _invented(store: Path, generation: int) -> frozenset[str]:
    return sources.invented(_library(store))


@st.cache_data(show_spinner=False, max_entries=32)
def _examples(
    store: Path, generation: int, municipalities: tuple[str, ...], year: int | None
) -> tuple[str, ...]:
    opened = _library(store)
    cards = [
        card
        for card in opened.current()
        if (not municipalities or card.identity.municipality in municipalities)
        and (year is None or card.identity.covers(year))
    ]
    spread = cards[:: len(cards) // MOST_PLANS + 1]
    chosen: list[str] = []
    for candidate in candidates([opened.plan(card.id) for card in spread]):
        if len(chosen) == EXAMPLES:
            break
        if _answered(store, candidate, municipalities, year):
            chosen.append(candidate.question)
    return tuple(chosen)


def _answered(store: Path, candidate: Candidate, municipalities: tuple[str, ...], year: int | None) -> bool:
    """Say whether the assistant answers with words from the place that the question was made from."""
    asked = Question(candidate.question, municipalities=municipalities, year=year)
    answer = _assistant(store, "da").ask(asked)
    return not answer.abstained and any(
        citation.plan.id == candidate.plan and candidate.start <= citation.start < candidate.end
        for citation in answer.citations
    )
