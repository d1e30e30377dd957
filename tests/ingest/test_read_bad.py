# ruff: noqa: E501 - a table of cases reads best with one case a line
"""Bad input: each ugly file ends as a sentence with a remedy, none as a traceback."""

from __future__ import annotations

import io
import os
import zipfile
from pathlib import Path

import docx
import pytest
from pypdf import PdfReader, PdfWriter
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

from ingest.errors import UnreadableFileError
from ingest.reading.read import read
from ingest.reading.worker import Reader


def pdf(pages: int = 1, text: str = "Jobcenteret tilbyder alle ledige en samtale.") -> bytes:
    buffer = io.BytesIO()
    canvas = Canvas(buffer, A4)
    for _ in range(pages):
        if text:
            canvas.drawString(60, 700, text)
        else:
            canvas.rect(60, 500, 200, 100, fill=1)
        canvas.showPage()
    canvas.save()
    return buffer.getvalue()


def encrypted(user: str) -> bytes:
    writer = PdfWriter(PdfReader(io.BytesIO(pdf())))
    writer.encrypt(user, "ejer", algorithm="AES-256")
    buffer = io.BytesIO()
    writer.write(buffer)
    return buffer.getvalue()


def no_pages() -> bytes:
    buffer = io.BytesIO()
    PdfWriter().write(buffer)
    return buffer.getvalue()


def zipped(**entries: bytes) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in entries.items():
            archive.writestr(name.replace("__", "/").replace("_xml", ".xml"), data)
    return buffer.getvalue()


def flate_bomb() -> bytes:
    """One page whose content unpacks to more than pypdf allows."""
    import zlib

    stream = zlib.compress(b"0 0 m " * 20_000_000, 9)
    return (
        b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n"
        b"2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
        b"3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</ProcSet[/PDF]>>/Contents 4 0 R>>endobj\n"
        b"4 0 obj<</Filter/FlateDecode/Length "
        + str(len(stream)).encode()
        + b">>stream\n"
        + stream
        + b"\nendstream endobj\ntrailer<</Root 1 0 R>>\nstartxref\n0\n%%EOF"
    )


REFUSED = [
    ("tom.txt", b"", "empty_file"),
    ("blank.txt", b" \n\n \t", "empty_file"),
    ("tom.pdf", b"", "empty_file"),
    ("afkortet.pdf", pdf()[:250], "damaged_pdf"),
    ("laast.pdf", encrypted("hemmelig"), "encrypted_pdf"),
    ("scannet.pdf", pdf(text=""), "scanned_pdf"),
    ("sideloes.pdf", no_pages(), "no_pages"),
    ("bombe.pdf", flate_bomb(), "too_complex"),
    ("billede.pdf", b"\x89PNG\r\n\x1a\n" + bytes(200), "unsupported_format"),
    ("brev.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "unsupported_format"),
    ("brev.rtf", b"{\\rtf1 Til borgeren}", "unsupported_format"),
    ("ark.xlsx", zipped(xl__workbook_xml=b"<x/>"), "unsupported_format"),
    ("slides.pptx", zipped(ppt__presentation_xml=b"<x/>"), "unsupported_format"),
    ("brev.odt", zipped(mimetype=b"application/x", content_xml=b"<x/>"), "unsupported_format"),
    ("pakke.zip", zipped(fil=b"x"), "unsupported_format"),
    ("bombe.docx", zipped(word__document_xml=b"<w>" + b" " * 80_000_000), "archive_bomb"),
    ("afkortet.docx", zipped(word__document_xml=b"<w/>")[:40], "damaged_word"),
    ("uden-dele.docx", zipped(word__document_xml=b"<w/>"), "damaged_word"),
    ("maskinkode.txt", bytes(range(256)) * 40, "unknown_format"),
    ("maskinkode.pdf", bytes(range(1, 256)) * 40, "damaged_pdf"),
    ("kun-menu.html", b"<html><body><nav>Forside</nav></body></html>", "no_text"),
]


@pytest.mark.parametrize(("name", "data", "code"), REFUSED, ids=[name for name, _, _ in REFUSED])
def test_refused_with_reason_and_remedy(tmp_path: Path, name: str, data: bytes, code: str) -> None:
    file = tmp_path / name
    file.write_bytes(data)
    with pytest.raises(UnreadableFileError) as caught:
        read(file)
    assert caught.value.code == code
    for language in ("da", "en"):
        assert name in caught.value.describe(language)
        assert caught.value.remedy(language).endswith(".")


def test_missing_file_and_folder(tmp_path: Path) -> None:
    with pytest.raises(UnreadableFileError) as caught:
        read(tmp_path / "findes-ikke.pdf")
    assert caught.value.code == "missing_file"
    with pytest.raises(UnreadableFileError) as caught:
        read(tmp_path)
    assert caught.value.code == "not_a_file"


def test_no_permission(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "plan.txt"
    file.write_text("Alle ledige får en plan.")

    def refuse(_: Path) -> bytes:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "read_bytes", refuse)
    with pytest.raises(UnreadableFileError) as caught:
        read(file)
    assert caught.value.code == "no_permission"


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may read everything")
def test_no_permission_for_real(tmp_path: Path) -> None:
    file = tmp_path / "plan.txt"
    file.write_text("Alle ledige får en plan.")
    file.chmod(0)
    with pytest.raises(UnreadableFileError) as caught:
        read(file)
    assert caught.value.code == "no_permission"


def test_owner_password_alone_does_not_stop_reading(tmp_path: Path) -> None:
    file = tmp_path / "ejer.pdf"
    file.write_bytes(encrypted(""))
    assert "alle ledige" in read(file).text


def test_content_counts_and_not_the_ending(tmp_path: Path) -> None:
    file = tmp_path / "plan.txt"
    file.write_bytes(pdf())
    document = read(file)
    assert document.format == "pdf"
    assert [remark.key for remark in document.remarks] == ["reading.wrong_ending"]


def test_old_windows_text_is_read_and_remarked(tmp_path: Path) -> None:
    file = tmp_path / "plan.txt"
    file.write_bytes("Ældre borgere får hjælp på jobcenteret.".encode("cp1252"))
    document = read(file)
    assert document.text == "Ældre borgere får hjælp på jobcenteret."
    assert [remark.key for remark in document.remarks] == ["reading.decoded_as_cp1252"]


def test_a_page_without_text_is_named(tmp_path: Path) -> None:
    writer = PdfWriter(PdfReader(io.BytesIO(pdf())))
    writer.append(PdfReader(io.BytesIO(pdf(text=""))))
    file = tmp_path / "blandet.pdf"
    writer.write(file)
    document = read(file)
    assert [page.number for page in document.pages] == [1, 2]
    assert document.remarks[0].fields == (("pages", "2"),)


def test_too_many_pages_name_the_limit(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("ingest.reading.pdf.MOST_PAGES", 3)
    file = tmp_path / "lang.pdf"
    file.write_bytes(pdf(4))
    with pytest.raises(UnreadableFileError) as caught:
        read(file)
    assert (caught.value.code, caught.value.fields) == ("too_many_pages", {"pages": 4, "limit": 3})


def test_reading_apart_gives_the_same_document(tmp_path: Path) -> None:
    file = tmp_path / "plan med mellemrum æøå.pdf"
    file.write_bytes(pdf(2))
    with Reader() as reader:
        assert reader.read(file) == read(file)


def test_errors_cross_from_the_reading_process(tmp_path: Path) -> None:
    file = tmp_path / "laast.pdf"
    file.write_bytes(encrypted("hemmelig"))
    with Reader() as reader, pytest.raises(UnreadableFileError) as caught:
        reader.read(file)
    assert caught.value.code == "encrypted_pdf"


def test_a_reader_that_hangs_is_replaced(tmp_path: Path) -> None:
    good = tmp_path / "god.txt"
    good.write_text("Alle ledige får en plan.")
    fifo = tmp_path / "langsom.pdf"
    fifo.write_bytes(pdf(1500))
    with Reader(timeout_s=0.4) as reader:
        with pytest.raises(UnreadableFileError) as caught:
            reader.read(fifo)
        assert caught.value.code == "timeout"
    with Reader() as reader:
        assert reader.read(good).text == "Alle ledige får en plan."


def test_a_reader_that_dies_is_replaced(tmp_path: Path) -> None:
    good = tmp_path / "god.txt"
    good.write_text("Alle ledige får en plan.")
    with Reader() as reader:
        assert reader.read(good).blocks
        child = reader._child
        assert child is not None
        child.kill()
        child.wait()
        assert reader.read(good).blocks


def test_too_little_memory_is_a_finding(tmp_path: Path) -> None:
    file = tmp_path / "stor.docx"
    document = docx.Document()
    for _ in range(3000):
        document.add_paragraph("Jobcenteret tilbyder alle ledige en samtale. " * 20)
    document.save(str(file))
    with Reader(memory=1024**2) as reader, pytest.raises(UnreadableFileError) as caught:
        reader.read(file)
    assert caught.value.code in ("too_complex", "reader_died")
