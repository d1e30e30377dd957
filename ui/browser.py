"""The few things that only a script in the browser can do. No text goes into one, only names of our own."""

from __future__ import annotations

import json
import re

import streamlit as st

from ingest.texts import Language, text

# The page grows while it is drawn: wait until it stands still.
SCROLL = """function settle(name, before) {
    const element = document.getElementById(name);
    const top = element?.getBoundingClientRect().top;
    if (top === before) element.scrollIntoView({block: "start"});
    else if (element) setTimeout(settle, 150, name, top);
}"""
NAME = re.compile(r"[a-z0-9-]+")


def speak(language: Language) -> None:
    """Name the page's language, for screen readers, and translate Streamlit's own words where it has none."""
    words = json.dumps(text("chat.upload_button", language), ensure_ascii=False)
    st.html(f"<style>:root {{ --pv-upload: {words}; }}</style>")
    _run(f"document.documentElement.lang = '{language}';")


def announce(key: str) -> None:
    """Let screen readers read aloud what is added to the container of this key."""
    _check(key)
    _run(f"document.querySelector('.st-key-{key}')?.setAttribute('aria-live', 'polite');")


def scroll_to(name: str) -> None:
    """Scroll to the element of this name once: the beginning of an answer is read first."""
    _check(name)
    _run(f"({SCROLL})('{name}', NaN);")


def _check(name: str) -> None:
    if not NAME.fullmatch(name):
        raise ValueError(name)


def _run(script: str) -> None:
    st.html(f"<script>{script}</script>", unsafe_allow_javascript=True)
