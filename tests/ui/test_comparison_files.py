"""A comparison taken away: each kind of file is opened again with its library, and its contents checked."""

import csv
from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree

import docx
import pytest
from docx.opc.constants import RELATIONSHIP_TYPE
from openpyxl import load_workbook

from assistant.answer import Citation
from assistant.cells import Cell, CellState, Comparison, Row
from assistant.comparison import finished
from ingest.goals.target import target
from ingest.plan import Identity, PlanCard
from ui.exports.comparison_files import WRITERS
from ui.exports.comparison_paper import UPRIGHT, WIDEST
from ui.exports.footnotes import MAIN

W = f"{{{MAIN}}}"
HOSTILE = ["=1+1 borgere", "+45 borgere", "-5 pct.", "@sum(A1)", "a <b> & c | *d* \x0b", "Ord " * 12_000]


def found(statement: str, name: str) -> Cell:
    card = PlanCard(
        "p", f"{name}.pdf", "pdf", Identity(name, 2024, 2025, "plan", "Plan 2024-2025"), 1, 1, 1, ""
    )
    proof = Citation(0, card, 7, "Vores mål", statement, 0, len(statement))
    return Cell(name, CellState.FOUND, statement, target(statement), proof)


def comparison(*statements: str, absent: int = 0, timeline: str | None = None) -> Comparison:
    cells = [found(statement, f"By {n}") for n, statement in enumerate(statements, start=1)]
    cells += [Cell(f"Tom {n}", CellState.NOT_FOUND) for n in range(absent)]
    cells.append(Cell("Fjernby", CellState.NOT_IN_COLLECTION))
    names = tuple(cell.municipality for cell in cells)
    rows = finished([Row("Antal: småjob", tuple(cells))], "da")
    return Comparison("småjob", None, names, rows, timeline)


SMALL = comparison("Mindst 9,5 pct. er i småjob i 2025.", "Højst 1.615 borgere er i småjob.", absent=1)


def written(tmp_path: Path, kind: str, value: Comparison = SMALL) -> Path:
    file = tmp_path / f"s.{kind}"
    WRITERS[kind](file, value, "da")
    return file


def test_excel_has_a_matrix_cells_and_sources(tmp_path: Path) -> None:
    book = load_workbook(written(tmp_path, "xlsx"))
    assert book.sheetnames == ["Sammenligning småjob", "Tal", "Kilder"]
    heads, first, *_ = book["Tal"].iter_rows(values_only=True)
    said = dict(zip(heads, first, strict=True))
    assert (said["Kommune"], said["Status"], said["Tal"]) == ("By 1", "Fundet", 9.5)
    assert (said["Enhed"], said["Retning"], said["Frist"]) == ("procent", "mindst", "2025")
    states = [row[2] for row in book["Tal"].iter_rows(values_only=True)]
    assert states == ["Status", "Fundet", "Fundet", "Ikke fundet i planen", "Planen er ikke i samlingen"]
    sources = list(book["Kilder"].iter_rows(values_only=True))
    assert [row[0] for row in sources] == ["Nr.", 1, 2]
    assert sources[2][1:7] == ("By 2", "2024-2025", "Plan 2024-2025", "By 2.pdf", 7, "Vores mål")
    assert sources[2][-1] == "Højst 1.615 borgere er i småjob."


def test_excel_links_cells_and_sources_both_ways(tmp_path: Path) -> None:
    book = load_workbook(written(tmp_path, "xlsx"))
    number = next(cell for cell in book["Tal"][3] if cell.hyperlink)
    assert number.hyperlink.location == "'Kilder'!A3"
    back = book["Kilder"]["A3"]
    assert (back.value, back.hyperlink.location) == (2, "'Tal'!A3")


def test_nothing_becomes_a_formula_in_a_spreadsheet(tmp_path: Path) -> None:
    value = comparison(*HOSTILE)
    book = load_workbook(written(tmp_path, "xlsx", value))
    cells = [
        cell for sheet in book for row in sheet.iter_rows() for cell in row if isinstance(cell.value, str)
    ]
    assert {cell.data_type for cell in cells} == {"s"}
    assert max(len(cell.value) for cell in cells) <= 32_767
    rows = list(
        csv.reader(written(tmp_path, "csv", value).read_text("utf-8-sig").splitlines(), delimiter=";")
    )
    assert not [
        cell for row in rows for cell in row if cell[:1] in ("=", "+", "-", "@") and not cell[1:].isdigit()
    ]
    assert rows[1][3] == "'=1+1 borgere"


def test_csv_opens_in_a_danish_excel(tmp_path: Path) -> None:
    data = written(tmp_path, "csv").read_bytes()
    assert data.startswith(b"\xef\xbb\xbf")
    heads, *rows = csv.reader(data.decode("utf-8-sig").splitlines(), delimiter=";")
    first = dict(zip(heads, rows[0], strict=True))
    assert (first["Tal"], first["Enhed"], first["Side"]) == ("9,5", "procent", "7")
    assert len(rows) == 4


def test_markdown_has_no_markup_of_the_plans_own(tmp_path: Path) -> None:
    text = written(tmp_path, "md", comparison(*HOSTILE[:5])).read_text(encoding="utf-8")
    table = [line for line in text.splitlines() if line.startswith("|")]
    assert len(table) == 3
    assert r"a \<b\> & c \| \*d\* [5]" in table[2]
    assert "[5] By 5, Plan 2024-2025, s. 7, Vores mål: “a" in text


def notes(file: Path) -> dict[str, str]:
    """Return the footnotes of a Word file by their ids."""
    part = docx.Document(str(file)).part.part_related_by(RELATIONSHIP_TYPE.FOOTNOTES)
    every = ElementTree.fromstring(part.blob).iter(f"{W}footnote")
    return {each.get(f"{W}id", ""): "".join(t.text or "" for t in each.iter(f"{W}t")) for each in every}


def test_word_has_a_table_with_real_footnotes(tmp_path: Path) -> None:
    file = written(tmp_path, "docx")
    paper = docx.Document(str(file))
    table = paper.tables[0]
    assert [cell.text for cell in table.rows[0].cells] == ["Det måles", "By 1", "By 2", "Tom 0", "Fjernby"]
    texts = [cell.text for cell in table.rows[1].cells]
    assert texts[3:] == ["Ikke fundet i planen", "Planen er ikke i samlingen"]
    assert notes(file)["2"] == (" By 2, Plan 2024-2025, s. 7, Vores mål: “Højst 1.615 borgere er i småjob.”")
    assert list(notes(file)) == ["-1", "0", "1", "2"]
    marks = [mark.get(f"{W}id") for mark in paper.element.iter(f"{W}footnoteReference")]
    assert marks == ["1", "2"]
    settings = [each.get(f"{W}id") for each in paper.settings.element.iter(f"{W}footnote")]
    assert settings == ["-1", "0"]
    assert "(Note 1 og 2.)" in "\n".join(paragraph.text for paragraph in paper.paragraphs)


def test_word_repeats_the_heading_of_its_table(tmp_path: Path) -> None:
    table = docx.Document(str(written(tmp_path, "docx"))).tables[0]
    assert table.rows[0]._tr.trPr is not None
    assert [child.tag for child in table.rows[0]._tr.trPr] == [f"{W}tblHeader"]


@pytest.mark.parametrize("columns", [1, UPRIGHT, UPRIGHT + 1, WIDEST, WIDEST + 1, 98])
def test_word_fits_the_page_however_many_columns(tmp_path: Path, columns: int) -> None:
    value = comparison(*["Flere er i job."] * (columns - 1))
    file = written(tmp_path, "docx", value)
    paper = docx.Document(str(file))
    page = paper.sections[0]
    assert (page.page_width > page.page_height) is (UPRIGHT < columns <= WIDEST)
    assert all(len(table.columns) <= WIDEST + 1 for table in paper.tables)
    proofs = [rel for rel in paper.part.rels.values() if rel.reltype == RELATIONSHIP_TYPE.FOOTNOTES]
    assert len(proofs) == (columns > 1)
    assert columns == 1 or len(notes(file)) == columns + 1
    text = "\n".join(paragraph.text for paragraph in paper.paragraphs)
    if columns > WIDEST:
        assert "Planen er ikke i samlingen: Fjernby." in text


def test_hostile_words_are_written_as_they_are(tmp_path: Path) -> None:
    file = written(tmp_path, "docx", comparison(*HOSTILE[:5]))
    assert docx.Document(str(file)).tables[0].rows[1].cells[5].text == "a <b> & c | *d*"
    assert "a <b> & c | *d*" in notes(file)["5"]


@pytest.mark.parametrize("kind", ["xlsx", "docx"])
@pytest.mark.parametrize("strange", ["\x00", "\x0b", "\ufffe", "\ud800"])
def test_what_a_file_cannot_hold_is_a_space_in_it(tmp_path: Path, kind: str, strange: str) -> None:
    words = f"a{strange}b"
    table = replace(comparison(words), theme=words)
    assert written(tmp_path, kind, table).stat().st_size


def test_a_timeline_is_named_as_one(tmp_path: Path) -> None:
    value = comparison("Flere er i job.", timeline="Eksempelby")
    assert (
        docx.Document(str(written(tmp_path, "docx", value))).paragraphs[0].text
        == "Eksempelby, år for år: småjob"
    )
    heads = next(load_workbook(written(tmp_path, "xlsx", value))["Tal"].iter_rows(values_only=True))
    assert heads[1] == "Planår"


def test_nothing_found_is_a_file_too(tmp_path: Path) -> None:
    value = comparison(absent=2)
    for kind in WRITERS:
        assert written(tmp_path, kind, value).stat().st_size > 100
