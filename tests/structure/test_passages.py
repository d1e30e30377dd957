"""Passages: invariants over any sequence of blocks, and where a person would cut."""

from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

import corpus
from ingest.danish.sentences import sentences
from ingest.passages import LONGEST, SHORTEST, passages
from ingest.plan import Block, BlockKind, Document, Page, Passage
from ingest.reading.read import read
from ingest.sections import sections

PLANS = Path(__file__).parents[2].parent / "shared" / "plans"
FILES = [*sorted((corpus.ROOT / "sample" / "plans").iterdir()), *sorted(PLANS.glob("*"))]

Line = tuple[BlockKind, int, str]


def document(pages: list[list[Line]]) -> Document:
    text = ""
    blocks: list[Block] = []
    found: list[Page] = []
    for number, lines in enumerate(pages, 1):
        start = len(text)
        for kind, level, words in lines:
            blocks.append(Block(kind, len(text), len(text) + len(words), level))
            text += words + "\n"
        text = text[:-1] if lines else text
        found.append(Page(number, start, len(text)))
        text += "\f"
    return Document("plan.txt", "0" * 64, "txt", text[:-1], tuple(found), tuple(blocks))


def lines() -> st.SearchStrategy[Line]:
    words = st.lists(
        st.sampled_from(["jobcentret", "unge", "får en plan", "inden", "31. dec. 2024", "målet er"]),
        min_size=1,
    )
    sentence = words.map(lambda found: " ".join(found).capitalize())
    short = st.builds(lambda text, end: text[:80].strip() + end, sentence, st.sampled_from(["", ".", ":"]))
    long = st.lists(sentence, min_size=1, max_size=60).map(lambda found: ". ".join(found) + ".")
    endless = st.integers(1, 400).map(lambda count: "ord " * count + "slut")
    text = st.one_of(short, long, endless)
    return st.one_of(
        st.tuples(st.just(BlockKind.HEADING), st.integers(1, 4), short),
        st.tuples(
            st.sampled_from([BlockKind.PARAGRAPH, BlockKind.ITEM, BlockKind.ROW, BlockKind.NOTE]),
            st.just(0),
            text,
        ),
    )


def check(doc: Document, cut: tuple[Passage, ...]) -> None:
    """Hold everything that must be true of any document's passages."""
    for ordinal, passage in enumerate(cut):
        assert doc.text[passage.start : passage.end] == passage.text
        assert passage.text == passage.text.strip("\n\f ")
        assert passage.text
        assert passage.ordinal == ordinal
        assert passage.page == doc.page_at(passage.start)
        inside = [block for block in doc.blocks if passage.start < block.end and block.start < passage.end]
        assert not any(b.kind is BlockKind.HEADING and b.level <= 1 for b in inside[1:])
        if len(passage.text) > LONGEST:
            assert len(sentences(doc.text, passage.start, passage.end)) == 1
    for before, after in pairwise(cut):
        assert before.end <= after.start
        assert not doc.text[before.end : after.start].strip()
    held = "".join(passage.text for passage in cut)
    written = "".join(doc.text[block.start : block.end] for block in doc.blocks)
    assert "".join(held.split()) == "".join(written.split())


ENDLESS = (BlockKind.PARAGRAPH, 0, "ord " * 269 + "slut")
SHORT = (BlockKind.PARAGRAPH, 0, "Jobcentret følger alle unge tæt hele året")


@settings(max_examples=150, deadline=None)
@example([[(BlockKind.HEADING, 1, "Unge"), SHORT, ENDLESS, SHORT, SHORT, SHORT]])
@given(st.lists(st.lists(lines(), max_size=12), max_size=5))
def test_passages_of_any_blocks_are_slices_in_order_that_leave_nothing_out(pages: list[list[Line]]) -> None:
    doc = document(pages)
    check(doc, passages(doc, "plan"))


@settings(max_examples=100, deadline=None)
@given(st.lists(st.lists(lines(), max_size=12), max_size=5))
def test_sections_hold_every_block_once_and_carry_the_headings_above(pages: list[list[Line]]) -> None:
    doc = document(pages)
    found = sections(doc)
    for block in doc.blocks:
        holding = [section for section in found if section.start <= block.start < section.end]
        assert len(holding) == 1
        if block.kind is BlockKind.HEADING:
            assert holding[0].path[-1] == doc.text[block.start : block.end]
            assert holding[0].level == block.level


@pytest.mark.parametrize("file", FILES, ids=lambda path: path.name)
def test_passages_of_whole_plans_hold_the_same(file: Path) -> None:
    doc = read(file)
    cut = passages(doc, "plan")
    check(doc, cut)
    assert sum(len(passage.text) >= SHORTEST for passage in cut) > len(cut) / 2


def heading(words: str, level: int = 2) -> Line:
    return BlockKind.HEADING, level, words


def paragraph(length: int, end: str = ".") -> Line:
    return (
        BlockKind.PARAGRAPH,
        0,
        ("Planen siger noget om de ledige i byen. " * 40)[: length - 2].strip() + end,
    )


def item(number: int, length: int = 60) -> Line:
    return BlockKind.ITEM, 0, f"• Punkt {number} " + "ord " * (length // 4)


def row(number: int) -> Line:
    return BlockKind.ROW, 0, f"Ydelse {number}\t{number * 11}\t{number * 13} pct."


def cut_at(lines: list[Line]) -> list[list[str]]:
    """Return the lines of each passage."""
    doc = document([lines])
    return [passage.text.split("\n") for passage in passages(doc, "plan")]


def test_a_lead_in_stays_with_its_list_and_the_list_together() -> None:
    intro, lead = paragraph(900), paragraph(80, end=":")
    items = [item(number) for number in range(6)]
    first, second = cut_at([heading("Mål"), intro, lead, *items])
    assert first == ["Mål", intro[2].strip()]
    assert len(second) == 7


def test_a_table_stays_together_with_its_heading_where_it_fits() -> None:
    rows = [row(number) for number in range(10)]
    first, second = cut_at([heading("Forord"), paragraph(1000), heading("Tal", 3), *rows])
    assert first[0] == "Forord"
    assert second[0] == "Tal"
    assert len(second) == 11


def test_a_table_too_long_for_a_passage_is_cut_between_rows() -> None:
    rows = [row(number) for number in range(100)]
    found = cut_at([heading("Tal"), *rows])
    assert len(found) > 1
    assert all(line.startswith(("Tal", "Ydelse")) for lines in found for line in lines)
    assert found[0][:2] == ["Tal", rows[0][2].strip()]


def test_a_list_too_long_for_a_passage_is_cut_between_items_with_the_lead_in_on_the_first() -> None:
    found = cut_at([heading("Mål"), paragraph(60, end=":"), *(item(number, 300) for number in range(8))])
    assert found[0][0] == "Mål"
    assert found[0][2].startswith("• Punkt 0")
    assert all(line.startswith("• Punkt") for lines in found[1:] for line in lines)


def test_a_long_paragraph_is_cut_between_sentences() -> None:
    doc = document([[heading("Indledning"), paragraph(1500), paragraph(1300)]])
    for passage in passages(doc, "plan"):
        assert passage.text.startswith(("Indledning", "Planen siger"))
        assert len(passage.text) <= LONGEST


def test_small_sections_under_one_top_heading_share_a_passage_and_top_headings_do_not() -> None:
    small = [heading("A", 1), paragraph(80), heading("B"), paragraph(90), heading("C", 1), paragraph(100)]
    first, second = cut_at(small)
    assert [first[0], first[2], second[0]] == ["A", "B", "C"]


def test_a_document_without_blocks_has_no_passages() -> None:
    assert passages(document([[]]), "plan") == ()
