import pytest

from ingest.danish.sentences import sentences

CASES = [
    ["Målet er nået.", "Vi fortsætter."],
    ["Det gælder jf. lovens § 3 stk. 2 også for unge.", "Det er nyt."],
    ["Vi tilbyder bl.a. mentor, kurser m.v. til alle.", "Tilbuddet er frit."],
    ["Der ydes ca. 300 kr. pr. dag i tilskud.", "Beløbet reguleres."],
    ["Andelen er 75 pct.", "Den skal stige."],
    ["Andelen er 75 pct. af de ledige."],
    ["Det sker i 2030.", "Derefter ses der på det igen."],
    ["Senest 31. dec. 2026 og fra 1. januar 2027 gælder planen.", "Byrådet følger op."],
    ["Efter 4. uge holdes en samtale.", "I 9. klasse også."],
    ["I 2. kvartal 2023 steg tallet."],
    ["Udgiften er 2 mio. kr. inkl. moms.", "Det er dyrt."],
    ["Se f.eks. kap. 3, nr. 4 (s. 12).", "Læs mere der."],
    ["Hvad gør vi?", "Vi spørger!", "Og lytter …"],
    ["Han sagde: »Det går godt.«", "Hun var enig."],
    ["Vores mål: flere i job", "– mindst 40 virksomheder"],
    ["Firmaet A.B. Hansen deltog ikke."],
]


@pytest.mark.parametrize("expected", CASES)
def test_sentences_end_where_a_reader_stops(expected: list[str]) -> None:
    between = "\n" if expected[-1].startswith("–") else " "
    text = between.join(expected)
    assert [text[start:end] for start, end in sentences(text)] == expected


def test_a_line_end_ends_a_sentence() -> None:
    text = "Vi vil\n\nhjælpe flere\f i job."
    assert [text[a:b] for a, b in sentences(text)] == ["Vi vil", "hjælpe flere", "i job."]


def test_only_the_asked_stretch_is_read() -> None:
    text = "Første. Anden. Tredje."
    assert [text[a:b] for a, b in sentences(text, 8, 14)] == ["Anden."]


@pytest.mark.parametrize("text", ["", " \n ", "...", "1.", "pct."])
def test_odd_texts_slice_in_order(text: str) -> None:
    spans = sentences(text)
    assert all(0 <= start < end <= len(text) for start, end in spans)
    assert spans == sorted(spans)
