"""Small pieces that the pages share: remarks, labels, badges."""

from __future__ import annotations

import re

from ingest.texts import Language, text
from ui.markup import Html, element

PUNCTUATION = re.compile(r"([!-/:-@\[-`{-~])")
SHORTCODE = re.compile(r":(?=\w)")


def notice(words: str) -> Html:
    """Return a quiet remark."""
    return element("p", words, class_="pv-notice", role="note")


def label(words: str) -> Html:
    """Return a small heading over a list."""
    return element("p", words, class_="pv-label")


def alert(words: str) -> Html:
    """Return a sentence about something that went wrong."""
    return element("p", words, class_="pv-alert", role="alert")


def literal(words: str) -> str:
    """Return words that Streamlit's Markdown shows as they are, for the labels of its own buttons.

    A backslash does not stop ":name:" from becoming a picture; a word joiner after the colon does.
    """
    return PUNCTUATION.sub(r"\\\1", SHORTCODE.sub(":\u2060", words))


def badge(language: Language) -> list[str]:
    """Return the mark of an invented plan, to stand after its name."""
    return [" ", element("span", text("chat.invented", language), class_="pv-badge")]


def strong(words: str) -> Html:
    """Return words that stand out."""
    return element("p", element("strong", words))
