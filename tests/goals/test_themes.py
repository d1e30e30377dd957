"""Themes come from files that a planner can read."""

import pytest

from ingest.goals.themes import STRONG, taxonomies, theme_names, themes_of

NAMES = {
    "unge", "sygedagpenge", "flygtninge og integration", "virksomheder og arbejdskraft",
    "handicap og fleksjob",
    "småjob", "værdig sagsbehandling", "ledige i job", "opkvalificering", "langtidsledige",
}  # fmt: skip
CASES = [
    ("Antallet af fuldtidspersoner på sygedagpenge skal ned.", "sygedagpenge"),
    ("Mindst 20 fleksjobberettigede er i job.", "handicap og fleksjob"),
    ("30 borgere på kontanthjælp har lønnede timer.", "småjob"),
    ("Antallet af langtidsledige skal nedbringes.", "langtidsledige"),
    ("Flere dagpengemodtagere skal i beskæftigelse.", "ledige i job"),
]


def test_the_employment_themes_are_there() -> None:
    assert set(theme_names()) >= NAMES


@pytest.mark.parametrize(("text", "theme"), CASES)
def test_words_tell_the_theme(text: str, theme: str) -> None:
    assert themes_of([(1, text)], "beskæftigelsesplan")[0] == theme


def test_the_heading_tells_it_where_the_statement_does_not() -> None:
    parts = [(6, "Mindst 75 pct. er med."), (3, "Flygtninge og familiesammenførte")]
    assert themes_of(parts, "beskæftigelsesplan") == ("flygtninge og integration",)


def test_a_goal_of_two_themes_has_both() -> None:
    assert set(themes_of([(1, "Unge sygemeldte skal i gang.")], "beskæftigelsesplan")) == {
        "unge",
        "sygedagpenge",
    }


def test_a_plan_of_a_kind_with_one_theme_has_that() -> None:
    assert themes_of([(1, "Busserne er stille.")], "klimaplan") == ("klima",)
    assert themes_of([(1, "Busserne er stille.")], "lokalplan") == ()


def test_no_word_stands_in_two_themes_of_a_file() -> None:
    for taxonomy in taxonomies():
        words = [word for word, _, weight in taxonomy.words() if weight == STRONG]
        assert len(words) == len(set(words))
