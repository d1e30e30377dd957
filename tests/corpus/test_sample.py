"""The sample plans: built as committed, marked as invented, their questions answerable from their words."""

from __future__ import annotations

import html
import json
import re
from functools import cache
from pathlib import Path
from typing import Any

import docx
import pypdf
import pytest

from corpus.sample.manifest import MARK, ROOT, SamplePlan, read_manifest
from corpus.sample.source import Kind, read_source

PLANS = read_manifest()
SETS = ("questions", "validation", "heldout")
KINDS = {"fact", "list", "table", "lay", "followup", "compare", "none"}
THEMES = {
    "unge",
    "sygedagpenge",
    "flygtninge og integration",
    "virksomheder og arbejdskraft",
    "handicap og fleksjob",
    "småjob",
    "værdig sagsbehandling",
    "ledige i job",
    "opkvalificering",
    "langtidsledige",
    "sundhed",
    "klima",
    "ældre",
}
SHARED = Path(__file__).parents[2].parent / "shared" / "plans"
NEAR = 300


def rows(name: str) -> list[dict[str, Any]]:
    lines = (ROOT / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()
    return [json.loads(line) for line in lines]


def squeezed(text: str) -> str:
    """Drop what differs between a quote and a page: spaces, line ends, hyphens, table and emphasis marks."""
    return re.sub(r"[\s|*-]", "", text).lower()


@cache
def pages(document: str) -> tuple[str, ...]:
    plan = next(plan for plan in PLANS if plan.document == document)
    match plan.path.suffix:
        case ".pdf":
            return tuple(page.extract_text() for page in pypdf.PdfReader(plan.path).pages)
        case ".docx":
            return (word_text(plan.path),)
        case ".html":
            return (html.unescape(re.sub(r"<[^>]+>", " ", plan.path.read_text(encoding="utf-8"))),)
        case _:
            return tuple(plan.path.read_text(encoding="utf-8").split("\f"))


def word_text(path: Path) -> str:
    document = docx.Document(str(path))
    cells = (" ".join(cell.text for cell in row.cells) for table in document.tables for row in table.rows)
    return "\n".join([*(paragraph.text for paragraph in document.paragraphs), *cells])


@cache
def squeezed_pages(document: str) -> tuple[str, ...]:
    return tuple(squeezed(page) for page in pages(document))


def surroundings(evidence: dict[str, str]) -> list[str]:
    quote = squeezed(evidence["quote"])
    found = [(page, page.find(quote)) for page in squeezed_pages(evidence["document"])]
    return [page[max(0, at - NEAR) : at + len(quote) + NEAR] for page, at in found if at >= 0]


def test_there_are_plans_municipalities_and_questions_enough() -> None:
    assert len(PLANS) >= 8
    assert len({plan.municipality for plan in PLANS}) >= 6
    assert len(rows("questions")) >= 60
    assert len(rows("heldout")) >= 150


def test_the_manifest_names_exactly_the_files_there_are() -> None:
    assert {plan.file for plan in PLANS} == {path.name for path in (ROOT / "plans").iterdir()}


@pytest.mark.parametrize("plan", PLANS, ids=lambda plan: plan.document)
def test_a_rebuild_gives_the_committed_bytes(plan: SamplePlan) -> None:
    pytest.importorskip("reportlab", reason="only building the sample plans needs reportlab")
    from corpus.sample.build import build

    assert build(plan) == plan.path.read_bytes()


@pytest.mark.parametrize("plan", PLANS, ids=lambda plan: plan.document)
def test_a_plan_says_what_it_is_and_that_it_is_invented(plan: SamplePlan) -> None:
    first = " ".join(pages(plan.document)[0].split())
    assert f"{MARK}: kommunen, tallene og personerne findes ikke" in first
    assert f"{plan.municipality} Kommune" in first
    assert plan.title in first
    assert plan.file.startswith("eksempel-")


@pytest.mark.parametrize(
    "plan", [plan for plan in PLANS if plan.file.endswith(".pdf")], ids=lambda plan: plan.document
)
def test_a_pdf_says_so_in_its_properties_and_its_letters_can_be_read(plan: SamplePlan) -> None:
    properties = pypdf.PdfReader(plan.path).metadata
    assert properties is not None
    assert properties.subject == MARK
    assert properties.title == plan.full_title
    text = "".join(pages(plan.document))
    assert set("æøå") <= set(text)
    assert not set("\x7f\x95\xad�") & set(text)


def test_a_word_file_says_so_in_its_properties_and_has_real_headings() -> None:
    plan = next(plan for plan in PLANS if plan.file.endswith(".docx"))
    document = docx.Document(str(plan.path))
    assert document.core_properties.subject == MARK
    styles = {paragraph.style.name for paragraph in document.paragraphs if paragraph.style}
    assert {"Heading 1", "Heading 2", "List Bullet", "List Number"} <= styles
    assert document.tables


@pytest.mark.parametrize("plan", PLANS, ids=lambda plan: plan.document)
def test_a_plan_has_a_real_length(plan: SamplePlan) -> None:
    assert 6_000 <= len("".join(pages(plan.document))) <= 30_000


def test_words_are_broken_at_line_ends_somewhere() -> None:
    broken = [re.findall(r"[a-zæøå]-\n[a-zæøå]", page) for plan in PLANS for page in pages(plan.document)]
    assert sum(map(len, broken)) >= 10


@pytest.mark.parametrize(
    "plan", [plan for plan in PLANS if plan.file.endswith(".pdf")], ids=lambda plan: plan.document
)
def test_a_change_of_font_keeps_the_space_before_it(plan: SamplePlan) -> None:
    text = " ".join(" ".join(pages(plan.document)).split())
    source = (ROOT / "sources" / plan.source).read_text(encoding="utf-8")
    emphasised = [f"{word} {name}" for word, name in re.findall(r"([a-zæøå]+) \*\*([^* ]+)", source)]
    assert [words for words in emphasised if words not in text] == []


def test_boilerplate_is_shared_word_for_word_between_municipalities() -> None:
    shared = (ROOT / "sources" / "shared" / "aks.md").read_text(encoding="utf-8")
    owners = {
        plan.municipality for plan in PLANS if squeezed(shared) in squeezed("".join(pages(plan.document)))
    }
    assert len(owners) >= 3


def test_one_plan_announces_seven_goals_and_lists_eight() -> None:
    text = " ".join(" ".join(pages("eksempel-ledinge-2024-2025")).split())
    assert "Planen har syv lokale mål" in text
    table = [piece for piece in read_source("ledinge-2024.md").pieces if piece.kind is Kind.TABLE][-1]
    assert [row[0] for row in table.rows[1:]] == list("12345678")


@pytest.mark.parametrize("name", SETS)
def test_question_ids_are_unique_and_kinds_known(name: str) -> None:
    questions = rows(name)
    assert len({row["id"] for row in questions}) == len(questions)
    assert {row["kind"] for row in questions} == KINDS


def test_no_question_stands_in_both_sets() -> None:
    asked = [{(*row["history"], row["question"].lower()) for row in rows(name)} for name in SETS]
    assert not asked[0] & asked[1]


@pytest.mark.parametrize("name", SETS)
def test_only_questions_of_kind_none_have_no_answer(name: str) -> None:
    for row in rows(name):
        answerable = row["kind"] != "none"
        assert row["answerable"] is answerable, row["id"]
        assert bool(row["evidence"]) is answerable, row["id"]
        assert bool(row["must_include"]) is answerable, row["id"]
        assert bool(row["history"]) is (row["kind"] == "followup"), row["id"]


def test_every_conversation_is_one_and_is_answered_or_says_why_not() -> None:
    conversations = rows("conversations")
    assert len({row["id"] for row in conversations}) == len(conversations) >= 40
    for row in conversations:
        assert row["history"] or row.get("reason") == "no_question", row["id"]
        assert bool(row["evidence"]) is bool(row["must_include"]) is row["answerable"], row["id"]
        assert bool(row.get("reason")) is not row["answerable"], row["id"]


@pytest.mark.parametrize("name", [*SETS, "conversations", "english", "goals"])
def test_every_quote_stands_on_one_page_of_its_plan(name: str) -> None:
    quotes = [evidence for row in rows(name) for evidence in row.get("evidence", [row])]
    assert [evidence for evidence in quotes if not surroundings(evidence)] == []


@pytest.mark.parametrize("name", [*SETS, "conversations", "english"])
def test_what_an_answer_must_include_stands_near_a_quote(name: str) -> None:
    missing = []
    for row in rows(name):
        near = [text for evidence in row["evidence"] for text in surroundings(evidence)]
        for wanted in row["must_include"]:
            if not any(squeezed(word) in text for word in wanted.split("|") for text in near):
                missing.append((row["id"], wanted))
    assert missing == []


def test_goals_have_known_themes_and_directions() -> None:
    goals = rows("goals")
    assert {goal["theme"] for goal in goals} == THEMES
    assert {goal["direction"] for goal in goals} == {"mindst", "højst", "op", "ned", None}
    assert {goal["document"] for goal in goals} == {plan.document for plan in PLANS}


@pytest.mark.skipif(not SHARED.exists(), reason="the real plans to compare with are not beside the checkout")
def test_no_run_of_ten_words_is_taken_from_a_real_plan() -> None:
    real = {run for path in SHARED.glob("*.txt") for run in runs(path.read_text(encoding="utf-8"))}
    ours = {run for plan in PLANS for run in runs(" ".join(pages(plan.document)))}
    assert not real & ours


def runs(text: str) -> set[tuple[str, ...]]:
    words = re.findall(r"\w+", text.lower())
    return {tuple(words[at : at + 10]) for at in range(len(words) - 9)}
