"""The one catalogue of strings that people read: ``corpus/texts/AREA.toml``, Danish and English."""

from __future__ import annotations

import tomllib
from functools import cache
from typing import Literal

import corpus

Language = Literal["da", "en"]


@cache
def _area(name: str) -> dict[str, dict[str, str]]:
    with (corpus.ROOT / "texts" / f"{name}.toml").open("rb") as file:
        return tomllib.load(file)


def text(key: str, language: Language = "da", **fields: object) -> str:
    """Return the string ``key`` ("area.name") in ``language`` with its ``{fields}`` filled in.

    Raises KeyError for a key that is not in the catalogue: a test holds that none is missing.
    """
    area, _, name = key.partition(".")
    return _area(area)[name][language].format(**fields)
