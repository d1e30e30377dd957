from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from openpyxl import Workbook, load_workbook

from eval.excel import MOST_BYTES, export
from eval.mistakes import load, read
from eval.questions import Case, Claim, Gold, QuestionSet
from ingest.errors import QuestionError

RICH = Case(
    id="r1",
    kind="compare",
    question='=Hvem siger "ja"?',
    answerable=True,
    history=("Hvad med Åvig?", "Og Skovby?"),
    evidence=(Gold("aavig-2024", "havnen", ("praktik til unge",)), Gold("skovby-2023", "to arbejdsdage")),
    must_include=("to |2", "havnen"),
    claims=(Claim("1.615", "timer", 2024), Claim("9,9")),
    not_municipalities=("Birkelund",),
    cluster="havne",
    slice="held-out",
    drafted=True,
    note="1.\nat tjekke",
)


@pytest.mark.parametrize("language", ["da", "en"])
def test_a_set_comes_back_from_excel_as_it_was(set_path, collection, tmp_path, language):
    questions = QuestionSet("x", (*load(set_path, collection).cases, RICH))
    export(questions, tmp_path / "x.xlsx", language)
    assert load(tmp_path / "x.xlsx", collection).cases == questions.cases


def test_a_question_is_never_a_formula(tmp_path):
    export(QuestionSet("x", (RICH,)), tmp_path / "x.xlsx")
    cell = load_workbook(tmp_path / "x.xlsx").worksheets[0]["C2"]
    assert (cell.value, cell.data_type) == (RICH.question, "s")


def test_cells_that_a_colleague_types(tmp_path):
    book = Workbook()
    book.active.append(
        ["id", "Slags", "Spørgsmål", "Kan besvares", "plan (filnavn)", "Citat", "Skal stå i svaret"]
    )
    book.active.append([1, "fact", " Hvor mange? ", True, "a", "9,9", 9.9])
    book.active.append([None, None, None, None, "b", "75 %", None])
    book.active.append([2, "none", "Hvem?", "nej"])
    book.active["G2"].number_format = "0.0"
    book.save(tmp_path / "x.xlsx")
    one, other = read(tmp_path / "x.xlsx").questions.cases
    assert (one.id, one.question, one.answerable, one.must_include) == ("1", "Hvor mange?", True, ("9,9",))
    assert one.documents == ("a", "b")
    assert not other.answerable


def test_a_mistake_names_the_row_of_the_sheet(tmp_path, collection):
    book = Workbook()
    book.active.append(["id", "kind", "question", "answerable", "Farve"])
    book.active.append(["a", "fact", "Hvem?", "måske", "rød"])
    book.active.append([])
    book.active.append(["b", "none", "", "nej"])
    book.save(tmp_path / "x.xlsx")
    found = {(mistake.line, mistake.code) for mistake in read(tmp_path / "x.xlsx").mistakes}
    assert found == {(2, "wrong_type"), (2, "unknown_field"), (4, "missing_field")}


def test_percent_cells_read_as_they_look(tmp_path):
    book = Workbook()
    book.active.append(["id", "kind", "question", "answerable", "document", "quote", "must_include"])
    book.active.append(["a", "fact", "Hvor mange?", "ja", "a", "q", 0.75])
    book.active["G2"].number_format = "0%"
    book.save(tmp_path / "x.xlsx")
    assert read(tmp_path / "x.xlsx").questions.cases[0].must_include == ("75 %",)


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04 half a zip", "id;spørgsmål".encode()])
def test_what_is_no_sheet_is_said_to_be_none(tmp_path, content):
    (tmp_path / "x.xlsx").write_bytes(content)
    with pytest.raises(QuestionError, match="cannot be read as an Excel sheet"):
        read(tmp_path / "x.xlsx")


def _with_part(folder, name, content):
    """Return a workbook one part of which is replaced."""
    Workbook().save(folder / "whole.xlsx")
    with ZipFile(folder / "whole.xlsx") as whole, ZipFile(folder / "x.xlsx", "w", ZIP_DEFLATED) as made:
        for each in whole.namelist():
            made.writestr(each, content if each == name else whole.read(each))
    return folder / "x.xlsx"


@pytest.mark.parametrize("part", ["[Content_Types].xml", "xl/workbook.xml", "xl/worksheets/sheet1.xml"])
def test_a_sheet_whose_xml_is_cut_off_is_said_to_be_none(tmp_path, part):
    with pytest.raises(QuestionError, match="cannot be read as an Excel sheet"):
        read(_with_part(tmp_path, part, '<?xml version="1.0"?><a'))


def test_a_sheet_with_one_far_cell_is_too_large(tmp_path):
    book = Workbook()
    book.active["XFD1048576"] = "x"
    book.save(tmp_path / "x.xlsx")
    with pytest.raises(QuestionError) as caught:
        read(tmp_path / "x.xlsx")
    assert caught.value.code == "sheet_too_large"


def test_a_sheet_that_unpacks_to_too_much_is_not_opened(tmp_path):
    with pytest.raises(QuestionError) as caught:
        read(_with_part(tmp_path, "xl/worksheets/sheet1.xml", "x" * (MOST_BYTES + 1)))
    assert caught.value.code == "sheet_too_large"


def test_an_empty_sheet_is_an_empty_set(tmp_path):
    Workbook().save(tmp_path / "x.xlsx")
    assert [mistake.code for mistake in read(tmp_path / "x.xlsx").mistakes] == ["empty_set"]


def test_a_file_that_is_not_there_is_an_error(tmp_path):
    with pytest.raises(QuestionError):
        read(tmp_path / "x.jsonl")
