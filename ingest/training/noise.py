"""What people do to words when they ask: leave some out, misspell some, ask about a place."""

from __future__ import annotations

import re
from random import Random

OPENINGS = (
    "hvad gør kommunen for",
    "hvad er målet for",
    "hvor mange",
    "hvordan hjælper i",
    "hvad sker der med",
    "hvem har ansvaret for",
    "hvornår",
    "kan man få",
    "hvad siger planen om",
    "er der noget om",
    "hvad er reglerne for",
    "får man hjælp til",
    "hvad vil kommunen gøre ved",
    "må man",
    "hvor meget",
    "hvordan går det med",
    "hvorfor",
    "skal man",
    "hvad med",
    "hvilke tilbud er der til",
    "hvem kan få",
    "hvor lang tid",
    "har i",
    "findes der",
    "fortæl om",
    "jeg vil gerne vide noget om",
    "hvad hvis man er",
)
"""How questions begin; the model is to learn that they carry little meaning."""
PLACINGS = (
    "{text} i {place}",
    "{text} i {place} kommune",
    "{place} {text}",
    "hvad gør {place} for {text}",
    "{place}s {text}",
    "{text} {place}",
    "{place} kommune {text}",
    "{text} i {place}s plan",
    "hvad siger {place} om {text}",
)
TITLES = (
    "Beskæftigelsesplan",
    "Plan",
    "Sundhedspolitik",
    "Klimahandlingsplan",
    "Politik",
    "Strategi",
    "Ældrepolitik",
    "Integrationsstrategi",
    "Ungestrategi",
    "Handicappolitik",
)
_LITTLE = re.compile(
    "og|i|at|det|er|en|af|til|på|for|med|der|den|de|som|et|kan|skal|efter|eller|ved|jf|stk|nr|om|har|fra|ikke"
    "|når|hvis|denne|dette|disse|samt|herunder"
)
_LETTERS = "aeiorstnld"


def misspelled(word: str, random: Random) -> str:
    """Return the word with a letter lost, swapped, doubled or wrong; short words stay."""
    if len(word) < 5:
        return word
    at = random.randrange(1, len(word) - 1)
    before, letter, following, rest = word[:at], word[at], word[at + 1], word[at + 2 :]
    return random.choice(
        (
            before + following + rest,
            before + following + letter + rest,
            before + letter + letter + following + rest,
            before + random.choice(_LETTERS) + following + rest,
        )
    )


def placed(text: str, places: list[str], random: Random, share: float = 0.4) -> str:
    """Return the text, for ``share`` of the calls with the name of a municipality.

    The name says which plan is meant, not what is asked; the model is to learn that too.
    """
    if random.random() >= share:
        return text
    return random.choice(PLACINGS).format(text=text, place=random.choice(places))


def titled(text: str, places: list[str], random: Random, share: float = 0.25) -> str:
    """Return the text, for ``share`` of the calls under the title of some plan."""
    if random.random() >= share:
        return text
    year = random.randrange(2015, 2030)
    return f"{random.choice(places)}, {random.choice(TITLES)} {year}. {text}"


def asked(words: list[str], random: Random, lost: float, wrong: float = 0.03, opened: float = 0.35) -> str:
    """Return the words as someone in a hurry would type them, sometimes as a question."""
    kept = [word for word in words if random.random() > (0.5 if _LITTLE.fullmatch(word.lower()) else lost)]
    typed = [misspelled(word, random) if random.random() < wrong else word for word in kept or words]
    opening = random.choice(OPENINGS).split() if random.random() < opened else []
    return " ".join(opening + typed)
