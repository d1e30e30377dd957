"""PDF: the only module that imports pypdf."""

from __future__ import annotations

import io
import logging
import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pypdf import PageObject, PdfReader
from pypdf.errors import DependencyError, LimitReachedError, PyPdfError
from pypdf.generic import DictionaryObject

# pypdf's visitor tells where text begins; only its font class knows how wide it is.
from pypdf.generic._font import Font

from ingest.errors import UnreadableFileError
from ingest.plan import Remark
from ingest.reading import columns
from ingest.reading.characters import clean
from ingest.reading.furniture import without_furniture
from ingest.reading.line import Sheet
from ingest.reading.segment import Baseline, Segment, baselines

_NO_TITLE = re.compile(
    r"^\W*(?:anonymous|untitled|unknown|slide 1|powerpoint.*)\W*$|\.(?:docx?|pptx?|indd|pdf)$", re.I
)
"""What programs write where nobody gave a title: their own words, or the file's name."""
MOST_PAGES = 6000
"""Pages; the longest municipal documents, budgets with annexes, are not known to pass 1,500."""
_DAMAGE = (
    PyPdfError,
    ValueError,
    TypeError,
    KeyError,
    IndexError,
    AttributeError,
    ArithmeticError,
    AssertionError,
    RecursionError,
)
"""What pypdf raises over a damaged file: its own errors, and those of a wrong kind of object."""

logging.getLogger("pypdf").setLevel(logging.CRITICAL)


@dataclass(frozen=True, slots=True)
class PdfText:
    """The pages of a PDF with their lines, its title, and what a person should know."""

    sheets: tuple[Sheet, ...]
    title: str
    remarks: tuple[Remark, ...] = ()


def read_pdf(path: Path, data: bytes) -> PdfText:
    """Return the lines of every page. Raises UnreadableFileError for what cannot be read."""
    reader = _opened(path, data)
    try:
        count = len(reader.pages)
    except _DAMAGE as error:
        raise UnreadableFileError(path, "damaged_pdf") from error
    if count == 0:
        raise UnreadableFileError(path, "no_pages")
    if count > MOST_PAGES:
        raise UnreadableFileError(path, "too_many_pages", pages=count, limit=MOST_PAGES)
    sheets, damaged = _sheets(path, reader, count)
    if len(damaged) == count:
        raise UnreadableFileError(path, "damaged_pdf")
    if not any(sheet.lines for sheet in sheets):
        raise UnreadableFileError(path, "scanned_pdf")
    return PdfText(tuple(sheets), _title(reader), _remarks(damaged))


def _opened(path: Path, data: bytes) -> PdfReader:
    try:
        reader = PdfReader(io.BytesIO(data), strict=False)
        if reader.is_encrypted and not reader.decrypt(""):
            raise UnreadableFileError(path, "encrypted_pdf")
    except (DependencyError, NotImplementedError) as error:
        raise UnreadableFileError(path, "encrypted_pdf") from error
    except _DAMAGE as error:
        raise UnreadableFileError(path, "damaged_pdf") from error
    return reader


def _sheets(path: Path, reader: PdfReader, count: int) -> tuple[list[Sheet], list[int]]:
    pages: list[tuple[float, list[Baseline]]] = []
    damaged: list[int] = []
    widths = _Widths()
    for number in range(1, count + 1):
        try:
            pages.append(_page(reader.pages[number - 1], widths))
        except LimitReachedError as error:
            raise UnreadableFileError(path, "too_complex") from error
        except _DAMAGE:
            damaged.append(number)
            pages.append((0.0, []))
    return _ordered(pages), damaged


def _page(page: PageObject, widths: _Widths) -> tuple[float, list[Baseline]]:
    """Return a page's height and its lines, from the top."""
    box = page.mediabox
    height = float(box.height) if page.rotation % 180 == 0 else float(box.width)
    fragments = _Fragments(page, widths)
    page.extract_text(visitor_text=fragments.add)
    return height, baselines(fragments.found)


def _ordered(pages: list[tuple[float, list[Baseline]]]) -> list[Sheet]:
    """Leave out running lines first: a header over two columns belongs to neither."""
    rough = [
        Sheet(number, tuple(columns.whole(row) for row in rows), height)
        for number, (height, rows) in enumerate(pages, 1)
    ]
    sheets: list[Sheet] = []
    for sheet, (_, rows) in zip(without_furniture(rough), pages, strict=True):
        heights = {line.y for line in sheet.lines}
        kept = [row for row in rows if row[0].y in heights]
        sheets.append(Sheet(sheet.number, tuple(columns.lines(kept)), sheet.height))
    return sheets


class _Fragments:
    """Collects what pypdf's visitor reports of one page."""

    def __init__(self, page: PageObject, widths: _Widths) -> None:
        self.found: list[Segment] = []
        self._widths = widths
        self._place = _placed(page)
        self._start: tuple[float, float] = (-1.0, -1.0)

    def add(
        self, text: str, cm: list[float], tm: list[float], font: DictionaryObject | None, size: float
    ) -> None:
        """Keep one piece of text with its place; the signature is pypdf's."""
        words = clean(text.replace("\n", " "))
        if not words.strip():
            return
        matrix = _times(tm, cm)
        scale = (matrix[2] ** 2 + matrix[3] ** 2) ** 0.5
        points = abs(size) * scale or 1.0
        x0, y = self._place(matrix[4], matrix[5])
        name, width = self._widths.of(font, words.rstrip())
        # A change of font within a line is reported at the place where the line began.
        if self.found and self._start == (round(x0, 1), round(y, 1)):
            x0 = self.found[-1].x1
        self._start = self._start if self.found and x0 == self.found[-1].x1 else (round(x0, 1), round(y, 1))
        x1 = x0 + width * abs(size) * (matrix[0] ** 2 + matrix[1] ** 2) ** 0.5
        self.found.append(Segment(words.rstrip("\n"), x0, x1, y, round(points, 1), _is_bold(name)))


class _Widths:
    """The widths of a document's letters, read once for each font."""

    def __init__(self) -> None:
        self._fonts: dict[int, tuple[Font, dict[str, str]]] = {}

    def of(self, font: DictionaryObject | None, text: str) -> tuple[str, float]:
        """Return the font's name, and how wide ``text`` is in it, in font sizes."""
        if font is None:
            return "", 0.5 * len(text)
        if id(font) not in self._fonts:
            known = Font.from_font_resource(font)
            self._fonts[id(font)] = (
                known,
                {str(value): str(key) for key, value in known.character_map.items()},
            )
        known, codes = self._fonts[id(font)]
        widths = known.character_widths
        default = widths.get("default", 500.0)
        total = sum(widths.get(codes.get(letter, letter), default) for letter in text)
        return known.name, float(total) / 1000


def _is_bold(name: str) -> bool:
    return any(word in name.lower() for word in ("bold", "black", "heavy", "semibold", "demi"))


def _times(one: list[float], two: list[float]) -> tuple[float, ...]:
    a, b, c, d, e, f = (float(value) for value in one)
    g, h, i, j, k, m = (float(value) for value in two)
    return a * g + b * i, a * h + b * j, c * g + d * i, c * h + d * j, e * g + f * i + k, e * h + f * j + m


def _placed(page: PageObject) -> Callable[[float, float], tuple[float, float]]:
    """Return how a place in the page's own space is seen: from the left, and from the top."""
    box = page.mediabox
    left, bottom, right, top = float(box.left), float(box.bottom), float(box.right), float(box.top)
    turned: dict[int, Callable[[float, float], tuple[float, float]]] = {
        0: lambda x, y: (x - left, top - y),
        90: lambda x, y: (y - bottom, x - left),
        180: lambda x, y: (right - x, y - bottom),
        270: lambda x, y: (top - y, right - x),
    }
    return turned[page.rotation % 360]


def _title(reader: PdfReader) -> str:
    try:
        title: Any = reader.metadata.title if reader.metadata else ""
    except _DAMAGE:
        return ""
    words = clean(title).strip() if isinstance(title, str) else ""
    return "" if _NO_TITLE.search(words) else words.removeprefix("Microsoft Word - ")


def _remarks(damaged: list[int]) -> tuple[Remark, ...]:
    pages = ", ".join(str(number) for number in damaged)
    return (Remark("reading.damaged_pages", (("pages", pages),)),) if damaged else ()
