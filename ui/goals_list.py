"""Goals as the rows of a table that folds into cards where the screen is narrow. Pure."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.figures import figure
from assistant.registered import Disagreement, Registered, Stray
from ingest.goals.goal import Goal
from ingest.texts import Language, text
from ui import render
from ui.goal_words import changes, differences, direction_name, disagreement
from ui.markup import Html, element, join
from ui.pieces import badge
from ui.plan_list import day
from ui.sources import Place

COLUMNS = ("statement", "value", "direction", "deadline", "theme", "title")


def heads(language: Language) -> Html:
    """Return the headings of the columns; each cell of a narrow row says its own."""
    names = [element("span", text(f"goals.{name}", language)) for name in COLUMNS]
    return element("div", *names, class_="pv-goal pv-goal-heads", aria_hidden="true")


def row(each: Registered, invented: bool, language: Language) -> Html:
    """Return a goal as a row."""
    goal = each.goal
    marks = [mark(each, language)] if each.corrections else []
    where = ", ".join([each.plan.identity.title, *_page(goal.page, language)])
    cells = (
        (element("span", " ".join(goal.statement.split()), lang="da"), *marks),
        _amount(goal, language),
        (direction_name(goal.target.direction, language),),
        (goal.target.deadline or "",),
        (", ".join(goal.themes),),
        (element("strong", each.owner), " ", where, *(badge(language) if invented else ())),
    )
    shown = [_cell(name, cell, language) for name, cell in zip(COLUMNS, cells, strict=True)]
    return element("div", *shown, class_="pv-goal")


def contradiction(each: Disagreement, places: Sequence[Place], language: Language) -> Html:
    """Return what does not agree in a plan, with its places to be opened."""
    mark = element("span", text("goals_page.contradiction", language), class_="pv-badge")
    words = element("span", mark, " ", disagreement(each, language))
    count = text("goals_page.its_places", language, count=len(places))
    label = element("summary", words, " ", element("span", count, class_="pv-more-places"))
    return element(
        "details", label, *(render.further(p, language) for p in places), class_="pv-contradiction"
    )


def count(found: Sequence[Registered], first: int, shown: int, language: Language) -> Html:
    """Return how many goals there are, in how many plans, and which of them are shown."""
    plans = render.plan_count(len({each.plan.id for each in found}), language)
    key = "goals_page.count_one" if len(found) == 1 else "goals_page.count"
    words = text(key, language, count=len(found), plans=plans)
    if shown < len(found):
        words = f"{words} {text('goals_page.shown', language, first=first + 1, last=first + shown)}"
    return element("p", words, class_="pv-notice", role="status")


def mark(each: Registered, language: Language) -> Html:
    """Return the mark of a corrected goal, with what was changed for whoever points at it."""
    words = text("goals_page.only_rejected" if each.rejected else "goals.corrected", language)
    badge_ = element("span", words, class_="pv-badge pv-corrected", title="; ".join(changes(each, language)))
    return join([" ", badge_])


def corrected(each: Registered, language: Language) -> Html:
    """Return what a person has said of a goal, before and after."""
    lines = changes(each, language)
    if each.rejected:
        lines = (text("goals_page.rejected", language), *lines)
    when = day(each.corrections[-1].made_at, language)
    label = element("strong", text("goals_page.corrected_on", language, day=when))
    return element("div", label, element("ul", *(element("li", line) for line in lines)), class_="pv-changes")


def stray(each: Stray, language: Language) -> Html:
    """Return a correction whose goal is not found any more."""
    said = each.correction
    lines = differences(said.before, said.after, language)
    if said.rejected:
        lines = (text("goals_page.rejected", language), *lines)
    where = ", ".join([each.plan.location, *_page(said.place.page, language)])
    return element(
        "div",
        element("p", element("q", " ".join(said.statement.split()))),
        element("p", where, class_="pv-file"),
        element("ul", *(element("li", line) for line in lines)),
        class_="pv-changes",
    )


def _amount(goal: Goal, language: Language) -> tuple[str, ...]:
    """Return a number that stands out before its unit; a unit without a number says nothing."""
    if goal.target.value is None:
        return ()
    number = element("strong", figure(goal.target.value, language))
    return (number, " ", element("span", goal.target.unit or "", lang="da"))


def _page(page: int | None, language: Language) -> list[str]:
    """Return "s. 5" that no line breaks, where there are pages."""
    return [] if page is None else [text("chat.page_short", language, page=page).replace(" ", "\u00a0")]


def _cell(name: str, parts: Sequence[str], language: Language) -> Html:
    empty = "" if any(parts) else " pv-empty"
    label = element("span", f"{text(f'goals.{name}', language)}: ", class_="pv-cell-name")
    return element("span", label, *parts, class_=f"pv-goal-{name}{empty}")
