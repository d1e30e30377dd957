# ruff: noqa: E501 - a table of cases reads best with one case a line
"""PDF, Word, HTML and Markdown: reading order, tables, lists and headings."""

from __future__ import annotations

import io
from pathlib import Path

import docx
import pytest
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Paragraph, SimpleDocTemplate, Spacer, Table

from ingest.plan import BlockKind, Document
from ingest.reading.read import read

BODY = ParagraphStyle("body", fontName="Helvetica", fontSize=10, leading=13, spaceAfter=8)
HEAD = ParagraphStyle("head", fontName="Helvetica-Bold", fontSize=16, leading=20, spaceAfter=6)
SUB = ParagraphStyle("sub", fontName="Helvetica-Bold", fontSize=12, leading=15, spaceAfter=4)
LEFT = "Havnen skal være et sted for alle. Derfor flytter værkstederne ind i de gamle pakhuse, og byen får en ny kaj."
RIGHT = "Skoven vokser med hundrede hektar. Ledige er med til at plante den, og skolerne passer hver sit stykke af den."


def parts(document: Document, kind: BlockKind) -> list[str]:
    return [document.text[b.start : b.end] for b in document.blocks if b.kind is kind]


def wrapped(canvas: Canvas, text: str, x: float, top: float, letters: int = 34) -> None:
    lines = [""]
    for word in text.split():
        if len(lines[-1]) + len(word) > letters:
            lines.append("")
        lines[-1] = f"{lines[-1]} {word}".strip()
    for number, line in enumerate(lines):
        canvas.drawString(x, top - 13 * number, line)


def test_columns_are_read_one_after_the_other(tmp_path: Path) -> None:
    file = tmp_path / "spalter.pdf"
    canvas = Canvas(str(file), A4)
    canvas.setFont("Helvetica", 10)
    wrapped(canvas, LEFT, 60, 700)
    wrapped(canvas, RIGHT, 320, 700)
    canvas.save()
    assert parts(read(file), BlockKind.PARAGRAPH) == [LEFT, RIGHT]


def test_boxes_keep_their_titles(tmp_path: Path) -> None:
    file = tmp_path / "kasser.pdf"
    canvas = Canvas(str(file), A4)
    for title, text, x in (("Havnen", LEFT, 60), ("Skoven", RIGHT, 320)):
        canvas.setFont("Helvetica-Bold", 14)
        canvas.drawString(x, 730, title)
        canvas.setFont("Helvetica", 10)
        wrapped(canvas, text, x, 705)
    canvas.save()
    assert read(file).text.split("\n") == ["Havnen", LEFT, "Skoven", RIGHT]


@pytest.fixture
def plan(tmp_path: Path) -> Document:
    def frame(canvas: Canvas, template: SimpleDocTemplate) -> None:
        canvas.setFont("Helvetica", 8)
        canvas.drawString(60, 815, "Skovby Kommune")
        canvas.drawRightString(535, 815, "Plan 2031")
        canvas.drawCentredString(300, 30, f"Side {template.page} af 3")

    rows = [
        ["Ydelse", "Antal\npersoner", "Andel af\nbefolkningen"],
        ["Dagpenge", "1.204", "2,1"],
        ["Fleksjob og\nledighedsydelse", "310", "0,6"],
        ["I alt", "1.514", "2,7"],
    ]
    story: list[object] = []
    for number in range(1, 4):
        story += [
            Paragraph(f"{number}. Kapitlet om emne {number}", HEAD),
            Paragraph("Sådan gør vi", SUB),
            Paragraph(LEFT, BODY),
            Table(rows, colWidths=[180, 80, 100]),
            Spacer(1, 10),
            Paragraph("Vi arbejder med tre ting:", BODY),
            *(
                Paragraph(text, BODY, bulletText="\u2022")
                for text in ("job til flere unge i hele byen", "kurser om aftenen", "samtaler i øjenhøjde")
            ),
            Spacer(1, 400),
        ]
    file = tmp_path / "plan.pdf"
    SimpleDocTemplate(str(file), pagesize=A4, title="Plan 2031").build(
        story, onFirstPage=frame, onLaterPages=frame
    )
    return read(file)


def test_headings_by_size(plan: Document) -> None:
    heads = [(plan.text[b.start : b.end], b.level) for b in plan.blocks if b.kind is BlockKind.HEADING]
    assert heads[:4] == [
        ("1. Kapitlet om emne 1", 1),
        ("Sådan gør vi", 2),
        ("2. Kapitlet om emne 2", 1),
        ("Sådan gør vi", 2),
    ]
    assert plan.title == "Plan 2031"


def test_tables_are_rows_under_their_headings(plan: Document) -> None:
    rows = [(plan.text[b.start : b.end], b.columns) for b in plan.blocks if b.kind is BlockKind.ROW][:4]
    columns = ("Ydelse", "Antal personer", "Andel af befolkningen")
    assert rows == [
        ("\t".join(columns), ()),
        ("Dagpenge\t1.204\t2,1", columns),
        ("Fleksjob og ledighedsydelse\t310\t0,6", columns),
        ("I alt\t1.514\t2,7", columns),
    ]


def test_running_lines_are_gone_and_items_are_items(plan: Document) -> None:
    assert "Skovby" not in plan.text
    assert "Side" not in plan.text
    assert parts(plan, BlockKind.ITEM)[0] == "• job til flere unge i hele byen"
    assert len(plan.pages) == 3


def test_word(tmp_path: Path) -> None:
    word = docx.Document()
    word.core_properties.title = "Plan 2031"
    word.add_heading("Unge", 1)
    word.add_paragraph("Alle unge får en kontaktperson.")
    word.add_paragraph("en samtale om ugen", style="List Bullet")
    word.add_paragraph("et fritidsjob", style="List Bullet 2")
    table = word.add_table(2, 2)
    for cell, text in zip(
        [*table.rows[0].cells, *table.rows[1].cells], ["Mål", "Tal", "Job", "40"], strict=True
    ):
        cell.text = text
    word.add_paragraph().add_run("Sådan følger vi op").bold = True
    word.add_paragraph("Hvert kvartal.")
    buffer = io.BytesIO()
    word.save(buffer)
    file = tmp_path / "plan.docx"
    file.write_bytes(buffer.getvalue())
    document = read(file)
    assert document.pages == ()
    assert document.title == "Plan 2031"
    assert [(b.kind.value, b.level, document.text[b.start : b.end]) for b in document.blocks] == [
        ("heading", 1, "Unge"),
        ("paragraph", 0, "Alle unge får en kontaktperson."),
        ("item", 0, "en samtale om ugen"),
        ("item", 1, "et fritidsjob"),
        ("row", 0, "Mål\tTal"),
        ("row", 0, "Job\t40"),
        ("heading", 5, "Sådan følger vi op"),
        ("paragraph", 0, "Hvert kvartal."),
    ]
    assert document.blocks[5].columns == ("Mål", "Tal")


HTML = """<!doctype html><html><head><title>Plan 2031</title><script>var a = "hemmelig";</script></head><body>
<nav><ul><li>Forside</li></ul></nav><div class="cookie-banner">Vi bruger cookies</div>
<div><h1>Unge</h1><p>Alle unge får en <b>kontakt</b>person.</p><ul><li>en samtale<ul><li>om ugen</li></ul></li></ul>
<table><tr><th>Mål</th><th>Tal</th></tr><tr><td>Job</td><td>40</td></tr></table>&lt;i&gt;løst&lt;/i&gt;</div>
<footer>Kontakt os</footer></body></html>"""


def test_html_is_its_content_only(tmp_path: Path) -> None:
    file = tmp_path / "plan.html"
    file.write_text(HTML, encoding="utf-8")
    document = read(file)
    assert document.text.split("\n") == [
        "Unge",
        "Alle unge får en kontaktperson.",
        "en samtale",
        "om ugen",
        "Mål\tTal",
        "Job\t40",
        "<i>løst</i>",
    ]
    assert document.title == "Plan 2031"


def test_markdown(tmp_path: Path) -> None:
    file = tmp_path / "plan.md"
    file.write_text(
        "---\ntitle: Plan 2031\n---\n# Unge\n\nAlle unge får en\n**kontaktperson**.\n\n- en samtale\n  - om ugen\n\n"
        "| Mål | Tal |\n|---|---|\n| Job | 40 |\n\n1. først\n2. så\n",
        encoding="utf-8",
    )
    document = read(file)
    assert [(b.kind.value, b.level, document.text[b.start : b.end]) for b in document.blocks] == [
        ("heading", 1, "Unge"),
        ("paragraph", 0, "Alle unge får en kontaktperson."),
        ("item", 0, "en samtale"),
        ("item", 1, "om ugen"),
        ("row", 0, "Mål\tTal"),
        ("row", 0, "Job\t40"),
        ("item", 0, "1. først"),
        ("item", 0, "2. så"),
    ]
    assert document.title == "Plan 2031"
