"""Which plans are searched, and in which groups, before anything is ranked."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from assistant.answer import Reason
from assistant.collection import Collection
from assistant.scope import Scope, scope
from assistant.understanding import Understanding

Read = Callable[..., Understanding]


@pytest.fixture
def look(understood: Read, collection: Collection) -> Callable[..., Scope]:
    return lambda question, *history, year=None: scope(understood(question, *history), collection.cards, year)


def named(found: Scope) -> list[set[str]]:
    return [{f"{c.identity.municipality} {c.identity.years}" for c in group} for group in found.groups]


LINDEVANG = {"Lindevang 2023", "Lindevang 2025"}


@pytest.mark.parametrize(
    ("question", "groups"),
    [
        ("Hvad er målet i Torup?", [{"Torup 2024"}]),
        ("Hvad er Lindevangs mål for fleksjob?", [LINDEVANG]),
        ("Hvad siger Lindevangs plan for 2023?", [{"Lindevang 2023"}]),
        ("Hvad er Lindevangs mål for fleksjob i 2023 og 2025?", [{"Lindevang 2023"}, {"Lindevang 2025"}]),
        ("Hvad er Torups og Klitmarks mål?", [{"Torup 2024"}, {"Klitmark 2024"}]),
        (
            "Hvad er kommunernes mål?",
            [{"Havnsø 2024"}, {"Klitmark 2024"}, LINDEVANG, {"Torup 2024"}],
        ),
        (
            "Hvor mange pladser er der?",
            [{"Havnsø 2024", "Klitmark 2024", "Torup 2024", *LINDEVANG}],
        ),
    ],
)
def test_plans_are_grouped_by_what_the_question_names(
    look: Callable[..., Scope], question: str, groups: list[set[str]]
) -> None:
    found = named(look(question))
    assert sorted(found, key=sorted) == sorted(groups, key=sorted)


@pytest.mark.parametrize(
    ("question", "second"),
    [
        ("Hvad er Lindevangs mål for fleksjob?", "2023"),
        ("Hvad var Lindevangs mål for fleksjob i 2023?", "2025"),
    ],
)
def test_the_other_edition_comes_second(
    look: Callable[..., Scope], collection: Collection, question: str, second: str
) -> None:
    behind = look(question).second
    assert [card.identity.years for card in collection.cards if card.id in behind] == [second]


@pytest.mark.parametrize(
    ("question", "year", "reason"),
    [
        ("Hvad er målet i Odense?", None, Reason.NO_SUCH_MUNICIPALITY),
        ("Hvad er målet i Torup?", 2019, Reason.NO_SUCH_YEAR),
        ("Hvad er målet?", 2019, Reason.NO_SUCH_YEAR),
        ("Hvad er målet i Torup?", 2024, None),
    ],
)
def test_nothing_to_search_has_its_reason(
    look: Callable[..., Scope], question: str, year: int | None, reason: Reason | None
) -> None:
    found = look(question, year=year)
    assert found.reason is reason
    assert bool(found.plans) == (reason is None)


def test_the_users_year_leaves_other_editions_out(look: Callable[..., Scope]) -> None:
    assert named(look("Hvad er Lindevangs mål?", year=2023)) == [{"Lindevang 2023"}]


def test_no_plans_at_all(understood: Read) -> None:
    assert scope(understood("Hvad er målet?"), (), None).reason is Reason.EMPTY_COLLECTION


def test_years_make_no_groups_across_municipalities(look: Callable[..., Scope]) -> None:
    """ "Vinteren 2024/2025" is one time, and "Beskæftigelsesplan 2024" would not say whose."""
    assert len(look("Hvor mange pladser er der vinteren 2024/2025?").groups) == 1
