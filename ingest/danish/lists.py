"""Closed lists of Danish words, from ``corpus/danish.toml``."""

from __future__ import annotations

import tomllib
from functools import cache

import corpus


@cache
def _lists() -> dict[str, dict[str, str]]:
    with (corpus.ROOT / "danish.toml").open("rb") as file:
        return tomllib.load(file)


def word_list(key: str) -> frozenset[str]:
    """Return the words of the list ``key`` ("area.name")."""
    area, _, name = key.partition(".")
    return frozenset(_lists()[area][name].split())
