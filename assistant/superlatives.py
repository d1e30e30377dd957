"""Whether a question asks who comes first or last, and whether numbers can tell. Pure."""

from __future__ import annotations

import re
from enum import StrEnum

from assistant.asked import AnswerKind

_AT_LEAST = r"(?! (?:\d|en\b|et\b|ét\b|én\b|to\b|tre\b|fire\b|fem\b|seks\b|syv\b|otte\b|ni\b|ti\b|halv|hver))"
"""What "mindst" is not followed by where it means the least: "mindst 40 pct." is a bound."""
_WITHOUT = r"(?! (?:brug|gavn|behov|glæde|udsatte?|sårbare?)\b)"
_COUNTED = (
    r"flest|færrest|størst\w*|mindste|højest\w*|lavest\w*|længst\w*|kortest\w*|dyrest\w*|billigst\w*"
    r"|fewest|highest|lowest|largest|smallest|most people"
)
_EXTREME = re.compile(
    rf"\b(?:{_COUNTED})\b"
    r"|\b(?:har|udbetaler|betaler|bruger|giver|får|modtager|afsætter|sparer|der|koster|pays?|spends?|has)"
    rf" (?:the )?(?:mest|mindst|most|least){_AT_LEAST}{_WITHOUT}(?! \w+(?:ste|ende|ig|ige|øse|lle)\b)\b"
    r"|\b(?:er|var|is) \w+ (?:mest|mindst)\W*$|\w{4,}(?:en|et|n) (?:mest|mindst)\W*$"
)
_WEIGHED = r"bedst|dårligst|værst|ringest|stærkest|svagest|hurtigst|langsomst|dygtigst|ivrigst"
_JUDGED = re.compile(
    rf"(?<!\bde )(?<!\bdem )(?<!\bden )(?<!\bdet )\b(?:{_WEIGHED}|mest{_WITHOUT}|mindst{_AT_LEAST})\b"
    rf"|\b(?:har|er|sætter|stiller|viser) (?:den|det|de) (?:{_WEIGHED}|mest|mindst)(?:e\b|\b)"
    r"|\b(?:is|are|does|has|have|performs?) (?:the )?(?:most|least|best|worst)\b"
)
"""What cannot be counted: who is best, who does most, whose goal is the most ambitious."""
_MORE = re.compile(
    r"\b(?:flere|færre|højere|lavere|større|mindre|længere|kortere|more|fewer|higher|lower|larger)\b"
    r".* (?:end|than) "
)
_BETTER = re.compile(r"\b(?:bedre|dårligere|værre|better|worse)\b.* (?:end|than) ")
_WHOSE = re.compile(
    r"^(?:og )?(?:hvem|hvor(?! mange| meget| stor| høj| lav)|hvilke\w*|i hvilken|er|har|var"
    r"|who|which|where|is|has|does)\b"
)
_WHO = re.compile(
    r"^(?:og )?(?:(?:hvem|who) (?:har|has|er(?! de[nt]? )|is(?! the (?!best|worst))"
    r"|udbetaler|betaler|bruger|giver|får|afsætter|klarer|pays|spends)"
    r"|(?:hvor|where) (?:er|var|har|bor|får|bruges?|betales|udbetales|is|are)"
    r"|hvor (?:ligger|findes)(?! de[nt]? ))\b"
)
"""How a question begins that asks which municipality, without the word."""
_OF_OTHERS = re.compile(r"(?<!\bdet)(?<!\bdet,),? (?:der|som) .*")
_SIZE = re.compile(r"^(?P<who>.*\b(?:er|is)) (?:den |the )?(?P<size>største?|mindste?|largest|smallest)\W*$")
"""Asked of a municipality alone, who is largest asks for those who live there."""
_WHOEVER = re.compile(r"^\W*(?:og )?(?:hvem|hvilken(?: af de\w*)? kommune)\b ?", re.IGNORECASE)
_ASKS_ELSE = re.compile(r"^\W*(?:og )?(?:hv\w+|sammenlign)\b", re.IGNORECASE)
_SOONEST = (
    (re.compile(r" (?:oftest|tiest|hyppigst)\b", re.IGNORECASE), "ofte"),
    (re.compile(r" hurtigst\b(?! mulig)", re.IGNORECASE), "hurtigt"),
)
"""Asked of municipalities that are named, it is answered by what each of them says of it."""
_KIND = re.compile(r"^(?:og )?(?:hvem|hvilken(?: af de\w*)? kommune|who|which municipality)\b")


class Contest(StrEnum):
    """What decides who comes first or last."""

    NUMBERS = "numbers"
    JUDGEMENT = "judgement"
    """Nothing that is counted: a plan does not say whose effort is the best."""


def contest(question: str, kind: AnswerKind, municipalities: int) -> Contest | None:
    """Say how a question that names so many municipalities is decided; None where it asks for no winner."""
    text = " ".join(question.lower().split())
    if municipalities > 1:
        if not _WHOSE.search(text):
            return None
        counted = _EXTREME.search(text) or _MORE.search(text)
        judged = _JUDGED.search(text) or _BETTER.search(text)
    else:
        which = kind is AnswerKind.WHICH_MUNICIPALITIES
        if municipalities or not (which or _WHO.search(text)):
            return None
        text = _OF_OTHERS.sub("", text) if which else text
        counted = _EXTREME.search(text)
        judged = _JUDGED.search(text)
    return Contest.NUMBERS if counted else Contest.JUDGEMENT if judged else None


def in_numbers(question: str) -> str:
    """Return a question for the largest municipality as one for how many live there."""
    text = " ".join(question.lower().split())
    asked = _SIZE.search(text)
    if asked is None or not _KIND.search(text):
        return question
    least = asked["size"].startswith(("mindst", "small"))
    who = re.sub(r"\b(?:er|is)$", "har", asked["who"])
    return f"{who} {'færrest' if least else 'flest'} indbyggere?"


def in_amounts(question: str) -> str:
    """Return a question for who does something soonest or most often as one for how soon or how often."""
    rest = _WHOEVER.sub("", question)
    if _ASKS_ELSE.search(rest):
        return question
    for cue, amount in _SOONEST:
        if cue.search(rest):
            return f"hvor {amount} {cue.sub('', rest, count=1)}"
    return question
