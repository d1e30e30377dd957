"""Which sentences are not understood without the one before, and which only look so."""

import pytest

from assistant.asked import AnswerKind
from assistant.leaning import leans, refers
from assistant.units import Unit
from ingest.danish.stems import stem
from ingest.plan import BlockKind

ABOVE = "En sygeplejerske holder fælles samtaler på biblioteket."


def unit(text: str, before: str = "", kind: BlockKind = BlockKind.PARAGRAPH) -> Unit:
    return Unit("p", 0, len(text), kind, text, (), before=before)


def leaning(text: str, kind: AnswerKind = AnswerKind.NUMBER, asked: tuple[str, ...] = ()) -> bool:
    return leans(unit(text, ABOVE), unit(ABOVE), kind, [stem(word) for word in asked])


@pytest.mark.parametrize(
    "text",
    [
        "Her sidder to jobkonsulenter.",
        "De får svar inden en uge.",
        "Det svarer til hver tiende.",
        "Den var 12 pct. i 2022.",
        "Denne tilgang bruges over for alle.",
        "Begge tilbydes om aftenen.",
        "Heraf er 40 under 30 år.",
        "Indtil da er ventetiden syv uger.",
        "På den baggrund mødes alle ansigt til ansigt.",
        "I den sammenhæng bruges småjob.",
        "Derfor skal planen skrives om.",
        "I 2022 havde 80 borgere en sådan plan.",
        "Der er derfor ikke tal for fleksjob.",
        "Holdet hedder Nattevagten.",
        "Samtalerne varer en time.",
        "Samtalerne kræver ingen henvisning.",
    ],
)
def test_what_points_back_leans_on_the_sentence_before(text: str) -> None:
    assert leaning(text)


@pytest.mark.parametrize(
    "text",
    [
        "De to jobbutikker har åbent om lørdagen.",
        "Det er vigtigt, at flere unge får en uddannelse.",
        "Det er en fælles opgave at få flere i job.",
        "Det forventes, at ledigheden falder.",
        "Den generelle udvikling på arbejdsmarkedet.",
        "Det sociale frikort er til udsatte borgere.",
        "Der er plads til 20 deltagere.",
        "Alle får derfor tilbud om dansk om aftenen.",
        "Sådan kommer vi derhen.",
        "Ledigheden er faldet til 3 pct.",
        "Byrådet har sat penge af.",
    ],
)
def test_what_stands_alone_is_told_alone(text: str) -> None:
    assert not leaning(text)


def test_a_reason_stands_before_its_therefore() -> None:
    text = "Byrådet har derfor hævet målet."
    assert leaning(text, AnswerKind.WHY)
    assert not leaning(text, AnswerKind.NUMBER)


@pytest.mark.parametrize("asked", [("samtaler",), ("sygesamtaler",)])
def test_what_the_question_names_needs_no_explaining(asked: tuple[str, ...]) -> None:
    assert not leaning("Samtalerne varer en time.", asked=asked)


def test_nothing_leans_on_another_section_or_another_kind_of_text() -> None:
    below, above = unit("Her sidder to konsulenter.", ""), unit(ABOVE)
    assert not leans(below, above, AnswerKind.OTHER, ())
    row = unit(ABOVE, kind=BlockKind.ROW)
    assert not leans(unit("Her sidder to konsulenter.", ABOVE), row, AnswerKind.OTHER, ())


@pytest.mark.parametrize(
    ("text", "goes_on"),
    [
        ("Den er åben hver dag.", True),
        ("Formålet er, at flere kommer i job.", True),
        ("Den generelle erhvervsudvikling.", False),
        ("Samarbejde med skolerne", False),
    ],
)
def test_what_goes_on_about_the_same(text: str, goes_on: bool) -> None:
    assert refers(text) is goes_on
