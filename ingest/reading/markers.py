"""What a line begins with: bullets, numbers, the labels of headings, notes and targets."""

from __future__ import annotations

import re

_GLYPHS = "•●○◦▪▫■□◆◇►▶▸▹‣⁃➢➤➔→✓✔❖∙·*"
_BULLET = re.compile(rf"(?:[{_GLYPHS}]\s+(?=\S)|[o–—-]\s+(?=[A-ZÆØÅÉ0-9“”\"§]))")
_TIGHT_BULLET = re.compile(r"[•●▪■►▶‣➢➤✓✔❖](?=\S)")
_NUMBER = re.compile(
    r"(?:\d{1,2}(?:\.\d{1,2}){0,3}\.|\d{1,2}(?:\.\d{1,2}){1,3}|[a-hA-H]\.|(?:ii|iii|iv|vi{0,3}|ix|x)\.)\s+(?=[A-ZÆØÅÉ“”\"(])"
    r"|(?:\d{1,2}|[a-h]|[ivx]{1,4})\)\s+(?=\S)"
)
_LOWER_NUMBER = re.compile(
    r"(\d{1,2})\.\s+(?!(?:jan|feb|mar|apr|maj|jun|jul|aug|sep|okt|nov|dec)[a-zæøå]*\b"
    r"|kvartal|kvt|halvår|klasse|og |eller )(?=[a-zæøå0-9])"
)
_DASH = re.compile(r"[–—-]\s+(?=[a-zæøå])")

CHAPTER = re.compile(
    r"(?:Kapitel|Kaptiel|Del|Afsnit|Bilag|Appendiks)\s+(?:\d+|[A-Z]|[IVX]+)\b[.:]?(?=\s*[:–—-]?\s|$)|(?:Bilag|Appendiks)\s?[.:–]\s"
)
FOCUS = re.compile(
    r"(?:Fokusområde|Indsatsområde|Strategiområde|Politikområde|Tema|Målsætning|Pejlemærke|Spor|Hovedmål|Delmål"
    r"|Ministermål|Indsats|Strategi|Mål)\s+(?:nr\.\s*)?\d+[a-z]?\s*(?:[.:–—]|-\s|$)"
)
TARGET = re.compile(
    r"(?:Resultatmål|Resultatkrav|Effektmål|Succesmål|Måltal|Delmål|Mål)\s+(?:nr\.\s*)?\d+(?:\.\d+)?[a-z]?\s*[.:–—]"
)
NOTE = re.compile(
    r"(?:Kilde|Kilder|Note|Noter|Anm|Anmærkning)\s*\.?:|(?:Figur|Graf|Diagram|Billede|Foto)\s*\d*\s*[.:]"
)
TABLE = re.compile(r"Tabel\s+\d+(?:\.\d+)?\s*[.:–—-]?")
FOOTNOTE = re.compile(r"(\d{1,3})\s+(?=[A-ZÆØÅ\"”“(]|http|www)")
CONTENTS = re.compile(r"(?:\.\s?){4,}\s*\d{1,3}\s*$|…{2,}\s*\d{1,3}\s*$")

_UNFINISHED = frozenset(
    [
        "ad",
        "af",
        "at",
        "bl.a.",
        "blandt",
        "da",
        "de",
        "den",
        "denne",
        "der",
        "deres",
        "dens",
        "det",
        "dette",
        "disse",
        "dvs.",
        "efter",
        "eks.",
        "eller",
        "en",
        "end",
        "er",
        "et",
        "f.eks.",
        "for",
        "for.",
        "fra",
        "fx",
        "før",
        "gennem",
        "har",
        "hos",
        "hvor",
        "hvis",
        "hvilke",
        "i",
        "ift.",
        "igennem",
        "ikke",
        "inden",
        "indenfor",
        "jf.",
        "med",
        "mellem",
        "men",
        "mod",
        "ned",
        "nr.",
        "når",
        "og",
        "om",
        "op",
        "over",
        "overfor",
        "på",
        "pr.",
        "samt",
        "sin",
        "sit",
        "sine",
        "skal",
        "som",
        "så",
        "ca.",
        "herunder",
        "til",
        "ud",
        "uden",
        "under",
        "ved",
        "via",
        "vores",
        "være",
        "endnu",
        "særligt",
        "mindst",
        "højst",
        "minimum",
        "maksimum",
        "cirka",
    ]
)
_BINDING = frozenset(
    [
        "og",
        "eller",
        "samt",
        "i",
        "på",
        "af",
        "for",
        "fra",
        "ved",
        "til",
        "at",
        "en",
        "et",
        "hos",
        "med",
        "under",
        "mellem",
        "mindst",
        "højst",
    ]
)
_ABBREVIATIONS = frozenset(
    [
        "kvt.",
        "pct.",
        "mio.",
        "mia.",
        "kr.",
        "ca.",
        "nr.",
        "jf.",
        "bl.a.",
        "f.eks.",
        "eks.",
        "inkl.",
        "ekskl.",
        "hhv.",
        "maks.",
        "min.",
        "tlf.",
        "stk.",
        "evt.",
        "pr.",
        "ift.",
        "vedr.",
        "tidl.",
    ]
)
_SENTENCE_END = re.compile(r"[.!?:…][\"”“’')\]]*\d{0,2}$")


def bullet(text: str) -> str:
    """Return the bullet or number that ``text`` begins with, or nothing."""
    found = _BULLET.match(text) or _TIGHT_BULLET.match(text) or _NUMBER.match(text)
    return found[0] if found else ""


def glyph(text: str) -> str:
    """Return the bullet that ``text`` begins with; a number or letter is none."""
    found = _BULLET.match(text) or _TIGHT_BULLET.match(text)
    return found[0] if found else ""


def number(text: str) -> str:
    """Return the number or letter that ``text`` begins with as an item or a heading does, or nothing."""
    found = _NUMBER.match(text)
    return found[0] if found else ""


def dash(text: str) -> str:
    """Return the dash that ``text`` begins with before a small letter: a bullet only where a list is."""
    found = _DASH.match(text)
    return found[0] if found else ""


_FIELD = re.compile(r"[A-ZÆØÅ][\w-]*(?: [\w-]+)?:\s+\S")


def lower_number(text: str) -> int | None:
    """Return the number of an item that begins with a small letter: "1. faglærte til industrien"."""
    found = _LOWER_NUMBER.match(text)
    return int(found[1]) if found else None


def field(text: str) -> bool:
    """Say whether ``text`` is a label with its value on one line: "Ansvarlig: Jobteamet"."""
    return bool(_FIELD.match(text)) and not labelled(text)


def labelled(text: str) -> bool:
    """Say whether ``text`` begins as only a block does: "Kapitel 3:", "Kilde:", "Resultatmål 2a:"."""
    return any(label.match(text) for label in (CHAPTER, FOCUS, TARGET, NOTE, TABLE))


def ends_sentence(text: str) -> bool:
    """Say whether ``text`` ends with a sentence mark, a closing quote or a footnote number after it."""
    last = text.rsplit(maxsplit=1)[-1] if text else ""
    return bool(_SENTENCE_END.search(text)) and last.lower() not in _ABBREVIATIONS and not unfinished(text)


def unfinished(text: str) -> bool:
    """Say whether ``text`` cannot end there: a comma, a hyphen, or a word that wants another."""
    if text.endswith((",", "-", "–", "/", "(", "&", "\u00ad")):
        return True
    last = text.rsplit(maxsplit=1)[-1] if text else ""
    return last.lower() in _UNFINISHED or text.count("(") > text.count(")")


def binds(text: str) -> bool:
    """Say whether ``text`` goes on for certain, so much that even another print does not end it."""
    last = text.rsplit(maxsplit=1)[-1] if text else ""
    return text.endswith((",", "-", "\u00ad")) or last in _BINDING


def starts_lower(text: str) -> bool:
    """Say whether the first letter or sign of ``text`` goes on with a sentence."""
    return text.lstrip("\"”“'’»«(–—- ")[:1].islower()
