import csv
import io
import json
import tomllib
from dataclasses import replace
from html.parser import HTMLParser
from string import Formatter

import pytest

import corpus
from eval.compare import compare
from eval.gate import load_gate
from eval.metrics.catalogue import METRICS
from eval.report.data import to_csv, to_json
from eval.report.highlight import mark, mark_passage
from eval.report.html import to_html
from eval.report.markdown import to_markdown
from eval.report.report import make_report
from eval.report.terminal import to_text
from eval.run import evaluate

TEXTS = tomllib.loads((corpus.ROOT / "texts" / "eval.toml").read_text("utf-8"))
VOID = {"meta", "input", "br", "line", "circle"}


class Outline(HTMLParser):
    """Checks that every tag is closed, and collects ids and links."""

    def __init__(self):
        super().__init__()
        self.open, self.ids, self.links, self.scripts = [], [], [], 0

    def handle_starttag(self, tag, attrs):
        if tag not in VOID:
            self.open.append(tag)
        self.scripts += tag == "script"
        self.ids += [value for name, value in attrs if name == "id"]
        self.links += [value for name, value in attrs if name in ("href", "src", "action")]

    def handle_endtag(self, tag):
        if tag in VOID:
            return
        assert self.open.pop() == tag


def outline(page):
    parser = Outline()
    parser.feed(page)
    assert parser.open == []
    return parser


@pytest.fixture
def runs(set_path, shelf, always_first, collection):
    return evaluate(set_path, shelf, collection), evaluate(set_path, always_first, collection)


@pytest.fixture(params=["da", "en"])
def report(request, runs, tmp_path):
    gate = tmp_path / "gate.toml"
    gate.write_text(
        "[floors]\nright = 0.9\n[floors.kind.fact]\nright=0.1\n[ceilings]\nlength=10\n[margins]\nright=0.1"
    )
    return make_report(runs[1], compare(*runs), load_gate(gate), request.param)


def test_the_page_is_whole_and_reaches_for_nothing(report):
    page = to_html(report)
    parsed = outline(page)
    assert all(link.startswith("#") for link in parsed.links)
    assert {link[1:] for link in parsed.links} <= set(parsed.ids)
    assert len(parsed.ids) == len(set(parsed.ids))
    assert "http://" not in page
    assert "https://" not in page
    assert "url(" not in page
    assert "nan" not in page.replace("finansier", "")


def test_every_question_has_its_page_with_what_was_expected_found_and_answered(report):
    page = to_html(report)
    for row in report.run.rows:
        assert f'id="q-{row.case.id}"' in page
        assert row.case.question in page
    assert '<mark class="gold">har 63 medarbejdere</mark>' in page


def test_nothing_in_a_plan_a_question_or_an_error_becomes_markup(report):
    row = report.run.rows[0]
    evil = "<script>alert(1)</script>"
    case = replace(row.case, question=evil, note=evil, must_include=(evil,))
    hits = tuple(replace(hit, text=evil, section=evil, municipality=evil) for hit in row.retrieved)
    bad = replace(row, case=case, answer=evil, understood=evil, retrieved=hits, error=evil)
    page = to_html(replace(report, run=replace(report.run, rows=(bad,)), comparison=None))
    assert "<script>alert" not in page
    assert outline(page).scripts == 1
    assert "<script>" not in to_markdown(replace(report, run=replace(report.run, rows=(bad,))))


def test_every_form_tells_the_same_figures(report):
    told = json.loads(to_json(report))
    assert told["figures"]["right"]["value"] == 0
    assert told["figures"]["claims"]["value"] == 0
    assert told["figures"]["abstention_precision"]["value"] is None
    assert told["comparison"]["broke"] == ["t1", "t2", "t3", "t4", "t5", "t6"]
    assert told["gate"]["passed"] is False
    lines = list(csv.DictReader(io.StringIO(to_csv(report))))
    assert [line["id"] for line in lines] == ["t1", "t2", "t3", "t4", "t5", "t6"]
    assert {metric.name for metric in METRICS} <= set(lines[0])
    zero = "0,0 %" if report.language == "da" else "0.0 %"
    assert zero in to_markdown(report)
    assert zero in to_text(report)


def test_markdown_tables_have_the_same_number_of_cells_in_every_line(report):
    for block in to_markdown(report).split("\n\n"):
        if block.startswith("|"):
            widths = {line.replace("\\|", "").count("|") for line in block.splitlines()}
            assert len(widths) == 1


def test_a_spreadsheet_takes_no_answer_for_a_formula(report):
    row = replace(report.run.rows[0], answer="=HYPERLINK(1)")
    lines = to_csv(replace(report, run=replace(report.run, rows=(row,))))
    assert ",'=HYPERLINK(1)," in lines


@pytest.mark.parametrize(
    ("text", "expected", "cited"),
    [
        ("abcdef", [(1, 3)], [(2, 5)]),
        ("abcdef", [], []),
        ("abcdef", [(0, 6)], [(0, 6)]),
        ("abcdef", [(-2, 2)], [(4, 90)]),
        ("", [], []),
    ],
)
def test_the_pieces_of_a_marked_text_are_the_text(text, expected, cited):
    pieces = mark(text, expected, cited)
    assert "".join(piece.text for piece in pieces) == text
    marked = "".join(piece.text for piece in pieces if piece.expected)
    assert marked == "".join(text[max(0, start) : end] for start, end in expected)


def test_the_evidence_is_marked_in_the_passage_that_shows_it(runs):
    row = runs[0].rows[0]
    shown = [hit for hit in row.retrieved if hit.shows]
    assert [piece.text for piece in mark_passage(shown[0], row) if piece.expected] == ["har 63 medarbejdere"]
    assert all(piece.cited for piece in mark_passage(shown[0], row))
    assert not any(piece.expected for piece in mark_passage(row.retrieved[-1], row))


def test_each_text_stands_in_both_languages_with_the_same_fields():
    for name, both in TEXTS.items():
        assert set(both) == {"da", "en"}, name
        fields = [{field for _, field, _, _ in Formatter().parse(words) if field} for words in both.values()]
        assert fields[0] == fields[1], name
        assert all(words.strip() for words in both.values()), name


def test_each_metric_has_a_name_and_a_meaning():
    for metric in METRICS:
        for language in ("da", "en"):
            assert metric.title(language)
            assert metric.meaning(language).endswith(".")
