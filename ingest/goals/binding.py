"""Whether a statement is a goal: by the words that announce it, by its own, or by the list it stands in."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from ingest.danish.numbers import dates
from ingest.danish.stems import terms
from ingest.goals.candidate import Candidate
from ingest.goals.goal import Target
from ingest.goals.wording import (
    AIMS,
    CHANGE,
    LABEL,
    LATER,
    LEAST,
    MOST,
    STARTS_BOUND,
    commits,
    is_anothers,
    is_follow_up,
    is_history,
)
from ingest.plan import BlockKind, Plan

QUOTED = 0.9
"""Share of a statement's words from which it repeats a goal quoted from the minister."""
MOST_OF = 0.5
"""Share of a list's items that bind, from which the rest of the list is taken to bind too."""
LONGEST = 400
"""Characters of the longest sentence that is a goal by its own words: rules are longer."""
_WORD = re.compile(r"[^\W\d_]{2,}")
_VERB = re.compile(r"\b(?:skal|må|kan|vil|får|har|er|\w{2,}(?:er|es|nes))\b", re.IGNORECASE)
_STARTS_AIM = re.compile(rf"{STARTS_BOUND.pattern}|at\s+(?:\S+\s+){{0,6}}\d", re.IGNORECASE)
_SHARE_OF = re.compile(
    r"(?:mindst |højst )?(?:[\d.,–-]+\s?(?:%|pct\.|procent)|halvdelen|en (?:tredjedel|fjerdedel)"
    r"|to tredjedele|tre fjerdedele) af\b",
    re.IGNORECASE,
)
_OUT_OF = re.compile(r"\bskal (?:mindst |højst )?\w+ ud af \w+ [a-zæøå]", re.IGNORECASE)
_MORE = re.compile(
    r"(?:flere|færre|mere|mindre|øget|kortere|lavere|højere|bedre|hurtigere|styrket|reduceret|nedbragt)\s+\w+\s+\w",
    re.IGNORECASE,
)
_BY_THEN = re.compile(
    r"\b(?:senest|(?:inden|ved) (?:udgangen af|årets udgang)|frem mod|inden(?! for))\b", re.IGNORECASE
)
_FIGURE = re.compile(r"\d\s?(?:%|pct|procent)")
_DAY = re.compile(r"\d{1,2}\.")
_COUNTED_SUBJECT = re.compile(
    r"\b(?:antal(?:let)?\b|andel(?:en)?\b|procentdel|ledighed|varigheden|gennemsnitlige? varighed"
    r"|udledning|\w*grad(?:en)?\b|frafald|sygefravær|forbrug|\w*frekvens|\w*(?:vente|behandlings)tid)",
    re.IGNORECASE,
)
_LASTS = re.compile(
    r"\b(?:varigheden|gennemsnitlige? varighed|\w*(?:vente|behandlings)tid|varer)\b|\b\w*tiden\b",
    re.IGNORECASE,
)
_TIMES = frozenset(
    ("uger", "dage", "måneder", "timer", "minutter", "hverdage", "arbejdsdage", "kr.", "gange", "år")
)


@dataclass(frozen=True, slots=True)
class Found:
    """A candidate that is a goal, and what it is measured by."""

    candidate: Candidate
    target: Target


def is_statement(candidate: Candidate) -> bool:
    """Say whether a candidate says something of the plan's own: enough words, no question, no lead-in."""
    text = candidate.text
    few = 2 if candidate.labelled or candidate.measured else 3
    return (
        not candidate.quoted
        and not text.endswith(("?", ":"))
        and (candidate.measured != "" or LATER.fullmatch(text) is not None or len(_WORD.findall(text)) >= few)
    )


def binds(found: Found, plan: Plan) -> bool:
    """Say whether a statement is a goal: by the words that announce it, or by its own."""
    candidate = found.candidate
    if is_follow_up(candidate.text) or is_anothers(candidate.text):
        return False
    if candidate.kind is BlockKind.HEADING:
        return found.target.measurable and (candidate.labelled or _binds_in_print(found, plan))
    if candidate.labelled:
        return not is_history(candidate.text) and (found.target.measurable or not candidate.quoted)
    if candidate.announced and candidate.first and not is_history(candidate.text):
        if candidate.group >= 0:
            return found.target.measurable or _says_what(candidate.text)
        titled = bool(LABEL.match(candidate.section))
        if (
            not titled
            and found.target.measurable
            and (commits(candidate.text) or STARTS_BOUND.match(candidate.text))
        ):
            return True
    return _binds_alone(found, plan)


def is_quoted(found: Found, quoted: Sequence[frozenset[str]]) -> bool:
    """Say whether a statement repeats what the plan quotes elsewhere as the minister's goal."""
    words = frozenset(terms(found.candidate.text))
    return not found.target.measurable and any(len(words & each) >= QUOTED * len(words) for each in quoted)


def neighbours(everything: Sequence[Found], bound: Sequence[Found]) -> list[Found]:
    """Return what stands in one list with goals where most of the list is goals."""
    firsts = [each for each in everything if each.candidate.group >= 0 and each.candidate.first]
    sizes = Counter(each.candidate.group for each in firsts)
    goals_in = Counter(each.candidate.group for each in bound if each.candidate.first)
    known = {each.candidate.start for each in bound}
    return [
        each
        for each in firsts
        if each.candidate.start not in known
        and 1 < goals_in[each.candidate.group] > MOST_OF * sizes[each.candidate.group]
        and (each.target.measurable or _says_what(each.candidate.text))
        and not is_history(each.candidate.text)
        and not is_follow_up(each.candidate.text)
        and not is_anothers(each.candidate.text)
    ]


def _says_what(text: str) -> bool:
    """Say whether an item of a list of goals is more than a name: "Flere unge i uddannelse"."""
    return bool(_VERB.search(text) or _MORE.match(text))


def _binds_in_print(found: Found, plan: Plan) -> bool:
    """Say whether a line printed as a heading is a goal: a diagram's box, or a goal in large type."""
    text = found.candidate.text
    if found.target.value is None:
        return False
    return found.candidate.announced or bool(STARTS_BOUND.match(text)) or _binds_alone(found, plan)


def _binds_alone(found: Found, plan: Plan) -> bool:
    """Say whether a sentence is a goal wherever it stands: it promises a number, a level or a year."""
    text, aim = found.candidate.text, found.target
    if found.candidate.kind is BlockKind.ITEM and _STARTS_AIM.match(text) and not is_history(text):
        return aim.value is not None and aim.unit not in _TIMES
    if len(text) > LONGEST or not commits(text):
        return False
    if aim.deadline is not None and int(aim.deadline) < (plan.identity.first_year or 0):
        return False
    changed, counted = CHANGE.search(text), _COUNTED_SUBJECT.search(text)
    if aim.value is not None and (aim.unit not in _TIMES or _lasts(found)):
        if AIMS.search(text) or _of_all(text, aim):
            return True
        by_then = aim.deadline or _BY_THEN.search(text)
        return bool(changed or counted or by_then) and bool(by_then or aim.baseline or counted)
    if aim.baseline is not None:
        return bool(changed or counted)
    return _by_then(text, aim, plan.identity.last_year or 0)


def _of_all(text: str, aim: Target) -> bool:
    """Say whether a sentence is about a share of many, or holds one in figures above or below something."""
    held = (LEAST.search(text) or MOST.search(text)) and _FIGURE.search(text)
    return aim.unit == "procent" and bool(_SHARE_OF.match(text) or _OUT_OF.search(text) or held)


def _lasts(found: Found) -> bool:
    """Say whether a number of weeks or days is how long something takes, not a rule about when."""
    dated = found.target.deadline or _BY_THEN.search(found.candidate.text)
    before = found.candidate.before if dated else ""
    return found.target.unit != "kr." and bool(_LASTS.search(f"{before} {found.candidate.text}"))


def _by_then(text: str, aim: Target, last: int) -> bool:
    """Say whether a sentence without a number promises a state by a year; a day is when papers are due."""
    if aim.deadline is None or any(_DAY.match(text[a:b]) for a, b in dates(text)):
        return False
    return bool(_BY_THEN.search(text)) or int(aim.deadline) > last > 0
