import unicodedata

import pytest

from eval.quotes import find, find_all, holds, squash

STANDS = [
    ("to arbejdsdage", "svar inden for to\n  arbejdsdage"),
    ("sygedagpengemodtagere", "sygedagpenge-\nmodtagere"),
    ("sygedagpengemodtagere", "sygedagpenge\u00admodtagere"),
    ("48-96 timer", "inden 48–96 timer"),
    ("”Fast Greb”", 'via "Fast Greb" i'),
    ("»Fast Greb«", "via ”Fast Greb” i"),
    (unicodedata.normalize("NFD", "på Åvig Å"), "vi bor på Åvig Å"),
    ("på Åvig Å", unicodedata.normalize("NFD", "vi bor på Åvig Å")),
    ("Mål 75 0,3 0,5", "Mål\t75\t0,3\t0,5"),
]
STANDS_NOT = [
    ("to arbejdsdage", "tre arbejdsdage"),
    ("mål", "mal"),
    ("", "en tekst"),
    (" -\n", "en - tekst"),
    ("Jobcenter", "jobcenter"),
]


@pytest.mark.parametrize(("quote", "text"), STANDS)
def test_layout_does_not_hide_a_quote(quote, text):
    assert holds(text, quote)


@pytest.mark.parametrize(("quote", "text"), STANDS_NOT)
def test_other_words_are_no_quote(quote, text):
    assert not holds(text, quote)


@pytest.mark.parametrize(("quote", "text"), STANDS)
def test_the_slice_that_is_found_is_the_quote(quote, text):
    start, end = find(quote, text)
    assert squash(text[start:end]) == squash(quote)


def test_every_place_is_found_once():
    assert list(find_all("en mål", "en mål, en-\nmål og enmål")) == [(0, 6), (8, 15), (19, 24)]
