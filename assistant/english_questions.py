"""English words that ask or point, which are other Danish words where they stand elsewhere in a question."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from ingest.danish.english import is_plural
from ingest.danish.lists import word_list

NOUNS_WITHIN = 3
"""Words after "which" and "most" among which the noun stands."""
_AUXILIARIES = word_list("english.auxiliaries")
_BEFORE = word_list("english.before")
_VERBS = word_list("english.verbs")
_NO_NOUN = word_list("english.no_noun")
_ASKS = word_list("english.asks")
_SINGULAR = word_list("english.singular")
_JOINING = word_list("english.joining")
_OF_ME = word_list("english.of_me")


def asking(spoken: Sequence[str], at: int) -> str | None:
    """Return a word that asks or points in Danish, None where it is a word as others: "which", "when"."""
    read = _READ.get(spoken[at])
    return read(spoken[:at], spoken[at + 1 :]) if read else None


def _begins(before: Sequence[str]) -> bool:
    """Say whether a question begins here: at its start, after "and", or after "tell me"."""
    return not before or before[-1] in _BEFORE


def _noun(after: Sequence[str]) -> str:
    """Return the noun that a word belongs to, in whose number it stands; empty without one."""
    for place, word in enumerate(after):
        if word in _AUXILIARIES | _BEFORE | _NO_NOUN:
            return after[place - 1] if place else ""
        if is_plural(word) or word in _SINGULAR or place + 1 == NOUNS_WITHIN:
            return word
    return after[-1] if after else ""


def _which(before: Sequence[str], after: Sequence[str]) -> str:
    if before and before[-1] not in _BEFORE:
        return "som"
    if after[:1] == ["of"] or (after and after[0] in ("are", "were")):
        return "hvilke"
    return "hvilke" if is_plural(_noun(after)) else "hvilken"


def _what(before: Sequence[str], after: Sequence[str]) -> str:
    if not after or after[0] in _AUXILIARIES | _BEFORE | _NO_NOUN | _VERBS:
        return "hvad"
    return "hvilke" if is_plural(_noun(after)) else "hvilken"


def _who(before: Sequence[str], after: Sequence[str]) -> str:
    # Where nothing else asks, it does: "my husband is ill, who can help".
    alone = not any(word in _ASKS for word in (*before, *after))
    return "hvem" if _begins(before) or (alone and before[0] not in _AUXILIARIES) else "der"


def _when(before: Sequence[str], after: Sequence[str]) -> str:
    return "hvornår" if _begins(before) else "når"


def _that(before: Sequence[str], after: Sequence[str]) -> str:
    return "det" if not after or not before or before[-1] in _BEFORE else "som"


def _most(before: Sequence[str], after: Sequence[str]) -> str:
    return "flest" if is_plural(_noun(after)) else "mest"


def _do(before: Sequence[str], after: Sequence[str]) -> str:
    """Read "do" as the verb only where it is none that helps to ask: "what does X do about"."""
    if not before or before[-1] in ("and", "but"):
        return "har"
    helps = bool(after) and not any(word in ("do", "does", "did") for word in before)
    return "" if helps and after[0] not in _BEFORE else "gør"


def _may(before: Sequence[str], after: Sequence[str]) -> str:
    dated = (after and after[0].isdigit()) or (before and before[-1] in ("in", "by", "since", "until", "of"))
    return "maj" if dated else "må"


def _by(before: Sequence[str], after: Sequence[str]) -> str:
    return "inden" if after and after[0][:1].isdigit() else "af"


def _i(before: Sequence[str], after: Sequence[str]) -> str:
    """Read "i" as the one who asks, and else as the Danish word in a name: "Hånd i Jord"."""
    asks = not before or before[-1] in _AUXILIARIES | _JOINING
    return "jeg" if asks or (after and after[0] in _AUXILIARIES | _OF_ME) else "i"


_READ: Mapping[str, Callable[[Sequence[str], Sequence[str]], str]] = {
    "which": _which, "wich": _which, "what": _what, "who": _who, "when": _when, "that": _that, "most": _most,
    "do": _do, "does": _do, "did": _do, "may": _may, "by": _by, "i": _i,
}  # fmt: skip
