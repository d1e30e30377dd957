"""What kind of answer a question asks for, by the words that it asks with."""

import pytest

from assistant.asked import Aim, Amount, AnswerKind, aim, amount, answer_kind

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
        "hvad tid lukker biblioteket",
        "Hvilken dag mødes koret?",
        "inden hvornår skal man søge",
        "When does the course begin?",
    ],
    AnswerKind.PLACE: [
        "Hvor ligger værestedet?",
        "hvor holdes messen henne",
        "Hvor kan man få hjælp til ansøgninger?",
        "På hvilken adresse bor ungeteamet?",
        "Hvilket sted mødes gruppen?",
        "Where is the open house?",
    ],
    AnswerKind.NAME: [
        "Hvem betaler?",
        "Hvad hedder projektet?",
        "Who leads the job centre?",
        "hvilken afdeling tager sig af klager",
        "Hvilket udvalg følger planen?",
    ],
    AnswerKind.DEFINITION: [
        "Hvornår regnes man for langtidsledig?",
        "hvornår er man aktivitetsparat",
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
    AnswerKind.WHY: [
        "Hvad var grunden til at kurset lukkede?",
        "hvad skyldes stigningen",
        "Hvorfor skal antallet ned?",
        "Hvad er årsagen til faldet?",
        "Why was it closed?",
    ],
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


AMOUNTS = {
    Amount.FREQUENCY: [
        "Hvor tit mødes koret?",
        "hvor oftte er der åbent",
        "Hvor mange gange om året holdes der messe?",
        "How often does the committee meet?",
    ],
    Amount.DURATION: [
        "Hvor lang tid varer kurset?",
        "hvor læng gælder aftalen",
        "Hvor hurtigt får man svar?",
        "Hvor mange uger er forløbet på?",
        "Hvad er den gennemsnitlige ventetiden?",
        "How long does it take?",
    ],
    Amount.MONEY: [
        "Hvad koster en billet?",
        "hvor mange penge er der til kurser",
        "Hvor dyrt er det at være med?",
        "Hvad er budgettet til veje?",
        "Hvor stort et tilskud får foreningen?",
        "Hvor meget er der afsat til mentorer?",
        "How much does the course cost?",
    ],
    Amount.SHARE: [
        "Hvor stor en andel er i job?",
        "hvor mange procent ryger",
        "Hvor stor en del af eleverne cykler?",
        "Hvilken procentdel af de ledige er unge?",
        "What share of the young smoke?",
    ],
    Amount.AGE: ["Hvor gammel skal man være?", "How old must you be?"],
    None: ["Hvor mange borgere er i fleksjob?", "Hvor mange kurser er der?", "Hvor stor er skoven?", ""],
}


@pytest.mark.parametrize(("question", "expected"), [(q, kind) for kind, qs in AMOUNTS.items() for q in qs])
def test_the_words_that_ask_tell_of_what_there_is_an_amount(question: str, expected: Amount | None) -> None:
    assert amount(question) is expected
    if expected:
        assert answer_kind(question) is AnswerKind.NUMBER


def test_where_something_is_most_is_no_place() -> None:
    assert answer_kind("Hvor er ventetiden lavest?") is not AnswerKind.PLACE
