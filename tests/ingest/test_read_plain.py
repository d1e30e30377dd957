# ruff: noqa: E501 - a table of cases reads best with one case a line
"""Plain text: pages, broken sentences, items, rows, headings; and what holds for every document."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ingest.plan import BlockKind, Document
from ingest.reading.read import read


def read_text(folder: Path, text: str) -> Document:
    file = folder / "plan.txt"
    file.write_text(text, encoding="utf-8", newline="")
    return read(file)


def blocks(document: Document) -> list[tuple[str, str]]:
    return [(block.kind.value, document.text[block.start : block.end]) for block in document.blocks]


def check(document: Document) -> None:
    at = 0
    for block in document.blocks:
        line = document.text[block.start : block.end]
        assert at <= block.start < block.end <= len(document.text)
        assert line == line.strip()
        assert "\n" not in line
        assert "\f" not in line
        if document.pages:
            page = document.pages[(document.page_at(block.start) or 0) - 1]
            assert page.start <= block.start
            assert block.end <= page.end
        if block.columns:
            assert len(block.columns) == len(line.split("\t"))
        at = block.end
    joined = "\f".join(document.text[page.start : page.end] for page in document.pages)
    assert not document.pages or joined == document.text
    levels = {block.level for block in document.blocks if block.kind is BlockKind.HEADING}
    assert not levels or min(levels) == 1


SENTENCE = [
    ("a broken word", "Vi hjælper sygedagpenge-\nmodtagere hurtigt tilbage.", "Vi hjælper sygedagpengemodtagere hurtigt tilbage."),
    ("a suspended hyphen", "Det gælder sundheds-,\nfritids- og kulturområdet i byen.", "Det gælder sundheds-, fritids- og kulturområdet i byen."),
    ("a suspended hyphen at the line's end", "Vi samler job- og kursus-\nog praktiktilbud ét sted.", "Vi samler job- og kursus- og praktiktilbud ét sted."),
    ("an abbreviation", "Borgere på A-\ndagpenge indkaldes først.", "Borgere på A-dagpenge indkaldes først."),
    ("capitals", "De går på FGU-\nskolen i to år nu.", "De går på FGU-skolen i to år nu."),
    ("known with its hyphen", "Her er en dansk-tysk aftale. Den dansk-\ntyske grænse er nær ved og dansk-tyske job.", "Her er en dansk-tysk aftale. Den dansk-tyske grænse er nær ved og dansk-tyske job."),
    ("a soft hyphen", "Vi støtter arbejds\u00ad\nmarkedet i byen.", "Vi støtter arbejdsmarkedet i byen."),
    ("blank lines inside", "Jobcenteret tilbyder en samtale om\n\nuddannelse til alle unge i\n\nkommunen.", "Jobcenteret tilbyder en samtale om uddannelse til alle unge i kommunen."),
    ("a date at the line's start", "Ordningen træder i kraft den\n1. januar 2031 i hele kommunen.", "Ordningen træder i kraft den 1. januar 2031 i hele kommunen."),
    ("a year alone", "Udgiften falder fra 2029 og\n2030.", "Udgiften falder fra 2029 og 2030."),
    ("ligatures and odd spaces", "Vi \ufb01nder en\u00a0god ﬂeksibel\u2009løsning.", "Vi finder en god fleksibel løsning."),
    ("a decomposed letter", "Vi go\u0308r det a\u030arligt.", "Vi gör det årligt."),
    ("a bracket", "Planen gælder for alle ledige\n(også unge) i kommunen.", "Planen gælder for alle ledige (også unge) i kommunen."),
]  # fmt: skip


@pytest.mark.parametrize(("text", "whole"), [row[1:] for row in SENTENCE], ids=[row[0] for row in SENTENCE])
def test_one_sentence_is_one_line(tmp_path: Path, text: str, whole: str) -> None:
    assert read_text(tmp_path, text).text == whole


def test_form_feeds_count_pages(tmp_path: Path) -> None:
    document = read_text(tmp_path, "Første side er her.\n\f\fTredje side er her.\f")
    assert [(page.number, document.text[page.start : page.end]) for page in document.pages] == [
        (1, "Første side er her."),
        (2, ""),
        (3, "Tredje side er her."),
    ]
    assert document.remarks[0].fields == (("pages", "2"),)


def test_headings_items_and_paragraphs(tmp_path: Path) -> None:
    document = read_text(
        tmp_path,
        "Kapitel 1: Ledige i arbejde\n\n"
        "Virksomheder\n"
        "Kommunens konsulenter besøger alle større virksomheder hvert år og aftaler\n"
        "praktikpladser med dem.\n\n"
        "Vi vil:\n"
        "• oprette ti nye pladser på de store\nvirksomheder i byen\n"
        "\uf0b7 holde fire jobmesser\n"
        "1. Vi evaluerer i foråret.\n"
        "2. Vi justerer om efteråret.\n",
    )
    assert blocks(document) == [
        ("heading", "Kapitel 1: Ledige i arbejde"),
        ("heading", "Virksomheder"),
        (
            "paragraph",
            "Kommunens konsulenter besøger alle større virksomheder hvert år og aftaler praktikpladser med dem.",
        ),
        ("paragraph", "Vi vil:"),
        ("item", "• oprette ti nye pladser på de store virksomheder i byen"),
        ("item", "• holde fire jobmesser"),
        ("item", "1. Vi evaluerer i foråret."),
        ("item", "2. Vi justerer om efteråret."),
    ]
    assert [block.level for block in document.blocks[:2]] == [1, 2]


TARGETS = [
    ("Resultatmål 1a: Mindst 60 pct. af de unge er i gang senest i 2031.", BlockKind.PARAGRAPH),
    ("Resultatmål 2: Flere unge i arbejde", BlockKind.HEADING),
]


@pytest.mark.parametrize(("line", "kind"), TARGETS)
def test_a_target_is_content_unless_it_is_a_title(tmp_path: Path, line: str, kind: BlockKind) -> None:
    follow = (
        "\n• Alle unge får en kontaktperson."
        if kind is BlockKind.HEADING
        else "\n\nDet kræver en stor indsats."
    )
    assert read_text(tmp_path, line + follow).blocks[0].kind is kind


def test_rows_of_figures_with_headings_in_pieces(tmp_path: Path) -> None:
    document = read_text(
        tmp_path,
        "Antal\npersoner\n\nAndel i\nbyen (pct.)\n\nAndel i\nlandet (pct.)\n\n"
        "Dagpenge 1.204 2,1 1,9\nFleksjob 310 0,6 0,7\nLedigheds-\nydelse mv.\n\n45 0,1 -0,2\n",
    )
    columns = ("", "Antal personer", "Andel i byen (pct.)", "Andel i landet (pct.)")
    rows = [(document.text[b.start : b.end], b.columns) for b in document.blocks if b.kind is BlockKind.ROW]
    assert rows[1:] == [
        ("Dagpenge\t1.204\t2,1\t1,9", columns),
        ("Fleksjob\t310\t0,6\t0,7", columns),
        ("Ledighedsydelse mv.\t45\t0,1\t-0,2", columns),
    ]


def test_running_lines_go_and_repeated_headings_stay(tmp_path: Path) -> None:
    pages = [
        f"Skovby Kommune · Plan 2031\n\n{title}\n\nVores mål\n\nVi vil gøre {title.lower()} bedre for alle i byen.\n\n{n}/4"
        for n, title in enumerate(["Skolen", "Havnen", "Torvet", "Skoven"], 1)
    ]
    document = read_text(tmp_path, "\f".join(pages))
    assert "Skovby" not in document.text
    assert "/4" not in document.text
    assert document.text.count("Vores mål") == 4
    assert [block.level for block in document.blocks if block.kind is BlockKind.HEADING] == [1, 2] * 4


def test_footnotes_and_sources_are_notes(tmp_path: Path) -> None:
    document = read_text(
        tmp_path,
        "Antallet af ledige faldt i hele landet i sidste kvartal.1\n\nKilde: Egne tal.\n\n"
        "1 Opgjort af jobcenteret\n2 Opgjort af ministeriet",
    )
    assert [block.kind.value for block in document.blocks] == ["paragraph", "note", "note", "note"]


def test_personal_numbers_never_reach_the_text(tmp_path: Path) -> None:
    document = read_text(tmp_path, "Borgeren 010190-1234 og borgeren 3112991234 skrev den 010190.")
    assert "1234" not in document.text
    assert "010190." in document.text
    assert document.remarks[-1].fields == (("count", "2"),)


ALPHABET = "aA. \n\n\f-•1(,:ø\u00ad\uf0b7\t§o "


@settings(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(ALPHABET, min_size=1, max_size=300).filter(lambda text: any(c.isalpha() for c in text)))
def test_any_text_keeps_the_order_of_blocks_and_pages(tmp_path: Path, text: str) -> None:
    check(read_text(tmp_path, text + " slut"))


WORDS = st.lists(
    st.sampled_from(
        [
            "jobcenteret",
            "tilbyder",
            "en",
            "samtale",
            "til",
            "alle",
            "ledige,",
            "og",
            "Vi",
            "følger",
            "op",
            "hvert",
            "år.",
            "Målet",
            "er",
            "klart",
        ]
    ),
    min_size=3,
    max_size=60,
)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(WORDS, st.integers(20, 80), st.booleans())
def test_no_word_is_lost_or_added(tmp_path: Path, words: list[str], width: int, spaced: bool) -> None:
    lines = [""]
    for word in words:
        if len(lines[-1]) + len(word) > width:
            lines.append("")
        lines[-1] = f"{lines[-1]} {word}".strip()
    document = read_text(tmp_path, ("\n\n" if spaced else "\n").join(lines))
    check(document)
    assert document.text.split() == words


def test_an_underline_makes_a_heading_and_labels_stand_alone(tmp_path: Path) -> None:
    file = tmp_path / "plan.txt"
    file.write_text(
        "2. VORES MÅL\n============\n\nMålene er vedtaget af byrådet og gælder hele året.\n\n"
        "Mål 1: Kortere ventetid\n   Måltal:      Højst 12 dage\n   Ansvarlig:   Borgerteamet\n\n"
        "Mål 2: Flere i gang\n   Måltal:      40 borgere\n   Ansvarlig:   Jobteamet\n",
        encoding="utf-8",
    )
    document = read(file)
    told = [(block.kind.value, document.text[block.start : block.end]) for block in document.blocks]
    assert told[0] == ("heading", "2. VORES MÅL")
    assert [text for kind, text in told if kind == "heading"][1:] == [
        "Mål 1: Kortere ventetid",
        "Mål 2: Flere i gang",
    ]
    assert ("paragraph", "Ansvarlig: Borgerteamet") in told
    assert "===" not in document.text


def test_columns_of_spaces_are_a_table(tmp_path: Path) -> None:
    file = tmp_path / "tal.txt"
    file.write_text(
        "Antal borgere:\n\nTilbud           Nordby   Hele landet\nVærksted         14       210\n"
        "Mentor           9        98\n\nTallene er fra foråret  og  gælder alle.\n",
        encoding="utf-8",
    )
    document = read(file)
    rows = [block for block in document.blocks if block.kind is BlockKind.ROW]
    assert [document.text[row.start : row.end] for row in rows][1:] == ["Værksted\t14\t210", "Mentor\t9\t98"]
    assert rows[1].columns == ("Tilbud", "Nordby", "Hele landet")
    assert document.blocks[-1].kind is BlockKind.PARAGRAPH
