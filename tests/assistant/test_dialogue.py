"""What a turn does: it asks, asks for more, corrects the turn before, or is only friendly."""

from __future__ import annotations

import pytest

from assistant.dialogue import Act, said


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("hej", Act.GREETING),
        ("Hejsa!", Act.GREETING),
        ("God morgen", Act.GREETING),
        ("godmorgen", Act.GREETING),
        ("tak", Act.THANKS),
        ("Mange tak for hjælpen", Act.THANKS),
        ("tusind tak, det var godt", Act.THANKS),
        ("ok super", Act.THANKS),
        ("thanks a lot", Act.THANKS),
        ("farvel", Act.THANKS),
        ("hjælp", Act.HELP),
        ("Hvad kan du?", Act.HELP),
        ("hvem er du", Act.HELP),
        ("uddyb", Act.MORE),
        ("Kan du uddybe det?", Act.MORE),
        ("fortæl mere", Act.MORE),
        ("flere?", Act.MORE),
        ("er der flere?", Act.MORE),
        ("er det alt?", Act.MORE),
        ("hvad ellers", Act.MORE),
        ("tell me more", Act.MORE),
        ("kan du sige det kortere?", Act.REWORD),
        ("Kan du forklare det med færre ord", Act.REWORD),
        ("med andre ord?", Act.REWORD),
        ("giv mig et resumé, tak", Act.REWORD),
        ("kan man ikke skrive det lidt enklere", Act.REWORD),
        ("can you make it shorter", Act.REWORD),
        ("er det kortere i Torup?", Act.ASK),
        ("hvor kort er ventetiden?", Act.ASK),
        ("færre?", Act.ASK),
        ("kan du forklare det", Act.ASK),
        ("Hvad er målet for fleksjob?", Act.ASK),
        ("hej, hvor mange er i fleksjob", Act.ASK),
        ("Goddag. Hvad gør I for unge?", Act.ASK),
        ("er der flere kvinder end mænd?", Act.ASK),
        ("er det alt for mange?", Act.ASK),
        ("hjælp til sygemeldte", Act.ASK),
        ("hvad kan du sige om unge", Act.ASK),
        ("mere om sommerjob", Act.ASK),
        ("", Act.NOTHING),
        ("???", Act.NOTHING),
        ("😀 👍", Act.NOTHING),
        ("2024?", Act.ASK),
        ("det", Act.ASK),
    ],
)
def test_a_turn_is_told_by_its_words(text: str, act: Act) -> None:
    assert said(text).act is act


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("nej jeg mente Torup", "Torup"),
        ("Nej, jeg mente i Klitmark", "i Klitmark"),
        ("jeg tænkte på fleksjob", "fleksjob"),
        ("ups, i 2023", "i 2023"),
        ("ikke Torup, men Lindevang", "Lindevang"),
        ("undskyld, det var Klitmark jeg mente", "det var Klitmark jeg mente"),
        ("I meant Torup", "Torup"),
    ],
)
def test_a_correction_is_read_without_what_only_corrects(text: str, meant: str) -> None:
    read = said(text)
    assert (read.text, read.corrects) == (meant, True)


@pytest.mark.parametrize("text", ["nejsager", "Hvor mange siger nej?", "ikke alle er i job, hvorfor?", "nej"])
def test_a_no_elsewhere_corrects_nothing(text: str) -> None:
    assert not said(text).corrects


@pytest.mark.parametrize("text", ["<b>Hvad er målet?</b>", "”Hvad er målet?”", "... hvad er målet"])
def test_signs_before_a_question_are_no_words_that_steer(text: str) -> None:
    assert said(text).text == text
