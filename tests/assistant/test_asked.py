"""What kind of answer a question asks for, by the words that it asks with."""

import pytest

from assistant.asked import Aim, AnswerKind, aim, answer_kind

CASES = {
    AnswerKind.NUMBER: [
        "Hvor mange borgere er i fleksjob?",
        "hvor stor en andel skal i job",
        "Hvor høj er ledigheden i Torup?",
        "Hvor lang tid må et sygeforløb vare?",
        "Hvor tit holdes der samtaler?",
        "Hvor ofte mødes udvalget?",
        "Hvilken andel af de ledige er under 30?",
        "Hvad koster kurset?",
        "How many people are in flex jobs?",
    ],
    AnswerKind.DATE: [
        "Hvornår holdes åbent hus?",
        "Hvilket år udløber aftalen?",
        "hvilken dato er fristen",
        "When does the course begin?",
    ],
    AnswerKind.NAME: ["Hvem betaler?", "Hvad hedder projektet?", "Who leads the job centre?"],
    AnswerKind.DEFINITION: [
        "Hvad er Kajen?",
        "Hvad betyder VIB?",
        "Hvad står VIB for?",
        "Hvad vil delvis raskmelding sige?",
        "What is a flex job?",
        "Hvordan defineres en langtidsledig?",
    ],
    AnswerKind.LIST: [
        "Hvilke principper følger ungeteamet?",
        "Nævn de tre spor",
        "Hvad er de vigtigste mål?",
        "Hvad er ministerens fire mål?",
        "hvad er målene for unge",
        "Which goals are there?",
    ],
    AnswerKind.YES_NO: [
        "Er der et værested for unge?",
        "Kan man få mentor?",
        "Skal unge have en kontaktperson?",
        "Og har Torup også en messe?",
        "Does Torup have a fair?",
    ],
    AnswerKind.HOW: ["Hvordan hjælper I sygemeldte?", "På hvilken måde bliver unge inddraget?"],
    AnswerKind.WHY: ["Hvorfor skal antallet ned?", "Hvad er årsagen til faldet?", "Why was it closed?"],
    AnswerKind.COMPARISON: [
        "Sammenlign Torup og Klitmark",
        "Hvad er forskellen på de to planer?",
        "Compare the goals for young people",
    ],
    AnswerKind.WHICH_MUNICIPALITIES: [
        "Hvilke kommuner har et mål for småjob?",
        "hvilken kommune holder messe",
        "Hvilke planer skriver om demens?",
        "Hvilke af kommunerne har en klimaplan?",
        "Which municipalities mention mentors?",
        "hvem nævner demens i deres plan",
    ],
    AnswerKind.OTHER: ["Fleksjob", "Fortæl om sommerjob", ""],
}


@pytest.mark.parametrize(("question", "kind"), [(q, kind) for kind, qs in CASES.items() for q in qs])
def test_the_words_that_ask_tell_the_kind(question: str, kind: AnswerKind) -> None:
    assert answer_kind(question) is kind


def test_capitals_and_spaces_make_no_difference() -> None:
    assert answer_kind("  HVOR   MANGE er i fleksjob?") is AnswerKind.NUMBER


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("Hvor mange skal være i fleksjob?", Aim.GOAL),
        ("hvor mange vil I ned på", Aim.GOAL),
        ("Hvad er målet for fleksjob?", Aim.GOAL),
        ("Hvor mange er i fleksjob?", Aim.STATE),
        ("hvor mange unge fik et sommerjob", Aim.STATE),
        ("Antal i fleksjob", Aim.UNSAID),
    ],
)
def test_what_shall_be_is_told_from_what_is(question: str, expected: Aim) -> None:
    assert aim(question) is expected
