"""The paragraphs of an answer: what each share has to tell, and whose it is."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from assistant.answer import Reason
from assistant.asked import AnswerKind
from assistant.choosing import Share
from assistant.citing import Writer, together
from assistant.collection import Collection
from assistant.denied import asks_who_does_not, refuses
from assistant.extremes import comparable, ranked
from assistant.figures import listed
from assistant.judging import Verdict
from assistant.largest import remark
from assistant.regions import asks_elsewhere
from assistant.the_one import asks_for_one, lesser
from assistant.understanding import Understanding
from assistant.units import Unit
from ingest.texts import Language, text


@dataclass(frozen=True, slots=True)
class Label:
    """What a paragraph is told under though the question said it: the ``owner``, or the plan's edition."""

    owner: str = ""
    edition: bool = False


def paragraphs(
    understood: Understanding,
    shares: Sequence[Share],
    writer: Writer,
    collection: Collection,
    language: Language,
    label: Label = Label(),
) -> list[str]:
    """Return the lines that tell what the shares have chosen; none where they chose nothing."""
    telling = [s for s in shares if s.chosen]
    if not telling:
        return []
    if len(shares) == 1:
        return _one(telling[0], understood, writer, language, label)
    return _several(understood, shares, writer, language, _stated(shares, collection))


def settled(understood: Understanding, shares: Sequence[Share], collection: Collection) -> Sequence[Share]:
    """Keep what can settle who comes first, where that is asked."""
    if understood.judges or (understood.ranks and len(shares) > 1):
        return _decisive(shares, understood, collection)
    return shares


def _one(
    only: Share, understood: Understanding, writer: Writer, language: Language, label: Label
) -> list[str]:
    """Tell one answer; where the question did not say whose plan, the answer does."""
    lines = _lines(only, only.chosen, writer, language)
    cited = writer.cited[0].plan.identity if writer.cited else None
    unsaid = not understood.municipalities and len({c.identity.municipality for c in only.plans}) > 1
    owner = label.owner or (cited.municipality if unsaid and cited else None)
    edition = cited.title if label.edition and cited else _outdated(only, understood, writer)
    names = [name for name in (owner, edition) if name]
    if names and lines:
        whose = names[0] if len(names) == 1 else f"{names[0]} ({names[1]})"
        # What a plan tells of the whole country is no number of the municipality's.
        key = "answers.by_plan" if owner and asks_elsewhere(understood.text) else "answers.group"
        lines[0] = text(key, language, municipality=whose, told=lines[0])
    return [*lines, remark(only.extreme, language)] if only.extreme else lines


def _lines(one: Share, chosen: Sequence[Verdict], writer: Writer, language: Language) -> list[str]:
    """Tell each unit on a line; neighbours together, and where one is only said again, its mark."""
    lines: list[str] = []
    # What is counted stands one by one.
    groups = [[verdict] for verdict in chosen] if one.counted else together(chosen)
    for told in filter(None, (writer.told(*group) for group in groups)):
        if told.startswith("[") and lines:
            lines[-1] += f" {told}"
        else:
            lines.append(told)
    counted = [text("answers.goals_counted", language, count=len(lines))] if one.counted else []
    return [*counted, *lines]


def _outdated(only: Share, understood: Understanding, writer: Writer) -> str:
    """Return the title of the plan that the answer rests on, where that may surprise."""
    cited = writer.cited[0].plan.identity if writer.cited else None
    if cited is None:
        return ""
    if understood.other_years:
        return cited.title
    rivals = [
        c.identity
        for c in only.plans
        if (c.identity.municipality, c.identity.kind) == (cited.municipality, cited.kind)
    ]
    return cited.title if any((r.first_year or 0) > (cited.first_year or 0) for r in rivals) else ""


def _several(
    understood: Understanding,
    shares: Sequence[Share],
    writer: Writer,
    language: Language,
    stated: frozenset[Unit],
) -> list[str]:
    """Give each municipality its own paragraph."""
    telling = [s for s in shares if s.chosen]
    names = {id(s): _called(s, shares) for s in shares}
    silent = [names[id(s)] for s in shares if not s.chosen]
    if understood.kind is AnswerKind.WHICH_MUNICIPALITIES:
        return _which(understood, telling, names, silent, writer, language)
    lines = _groups(telling, names, understood, writer, language)
    if understood.ranks:
        units = [(names[id(s)], _compared(s, understood, stated)) for s in telling]
        said = ranked([(name, unit) for name, unit in units if unit], understood, language, stated)
        lines = [*filter(None, (said,)), *lines]
        if silent:
            lines.append(text("answers.which_not", language, municipalities=listed(silent, language)))
    else:
        lines += [text("answers.nothing_here", language, municipality=name) for name in silent]
    return lines


def _which(
    understood: Understanding,
    telling: Sequence[Share],
    names: Mapping[int, str],
    silent: Sequence[str],
    writer: Writer,
    language: Language,
) -> list[str]:
    """Say which do and which do not, each with its proof, and of whom nothing was found."""
    no = [s for s in telling if refuses(s.chosen[0].unit.text, s.name)]
    if asks_who_does_not(understood.text):
        return _which_not(understood, no, [s for s in telling if s not in no], names, writer, language)
    less = lesser([s for s in telling if s not in no], understood) if asks_for_one(understood) else []
    yes = [s for s in telling if s not in (*no, *less)]
    lines: list[str] = []
    for key, those in (("which", yes), ("which_refuse", no)):
        if those:
            called = listed([names[id(s)] for s in those], language)
            lines.append(text(f"answers.{key}", language, municipalities=called))
            lines += _groups(those, names, understood, writer, language)
    if less:
        alike = listed([names[id(s)] for s in less], language)
        lines.append(text("answers.which_alike", language, municipalities=alike))
    if silent:
        lines.append(text("answers.which_not", language, municipalities=listed(silent, language)))
    return lines


def _which_not(
    understood: Understanding,
    no: Sequence[Share],
    yes: Sequence[Share],
    names: Mapping[int, str],
    writer: Writer,
    language: Language,
) -> list[str]:
    """Say whose plan says that it does not, and whose that it does; silence is no proof of either."""
    lines: list[str] = []
    for key, those in (("which", no), ("which_opposite", yes)):
        if those:
            called = listed([names[id(s)] for s in those], language)
            lines.append(text(f"answers.{key}", language, municipalities=called))
            lines += _groups(those, names, understood, writer, language)
    return [*lines, text("answers.which_silent", language)]


def _groups(
    shares: Sequence[Share],
    names: Mapping[int, str],
    understood: Understanding,
    writer: Writer,
    language: Language,
) -> list[str]:
    """Return a paragraph for each share that has something to tell that was not told before."""
    tellings = [
        (names[id(s)], " ".join(_lines(s, _told_of_several(s, understood), writer, language))) for s in shares
    ]
    return [text("answers.group", language, municipality=name, told=told) for name, told in tellings if told]


def _decisive(
    shares: Sequence[Share], understood: Understanding, collection: Collection
) -> tuple[Share, ...]:
    """Keep what can settle who comes first: the shares that give a number; none where no number tells."""
    stated = _stated(shares, collection)
    return tuple(
        s if _compared(s, understood, stated) else replace(s, chosen=(), reason=_unsettled(s, understood))
        for s in shares
    )


def _unsettled(one: Share, understood: Understanding) -> Reason | None:
    judged = understood.judges and one.reason is Reason.NOT_IN_PLANS
    return Reason.NOT_MEASURED if one.chosen or judged else one.reason


def _compared(one: Share, understood: Understanding, stated: frozenset[Unit]) -> Unit | None:
    told = () if understood.judges else _told_of_several(one, understood)
    return comparable([verdict.unit for verdict in told], understood, stated)


def _stated(shares: Sequence[Share], collection: Collection) -> frozenset[Unit]:
    return frozenset(v.unit for s in shares for v in s.chosen if collection.pledged(v.unit))


def _called(one: Share, shares: Sequence[Share]) -> str:
    """Return what tells one share from the others: its municipality, its plan's title, or both."""
    names = [share.name for share in shares]
    if names.count(one.name) == 1 or not one.name:
        return one.name or one.edition
    return one.edition if len(set(names)) == 1 else f"{one.name} ({one.edition})"


def _told_of_several(one: Share, understood: Understanding) -> tuple[Verdict, ...]:
    """A comparison and a question for goals hear several things of each; other questions one."""
    several = understood.kind is AnswerKind.COMPARISON or understood.asks_for_every_goal or one.counted
    return one.chosen if several else one.chosen[:1]
