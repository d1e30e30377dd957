"""The page of a sample PDF: its frames, its running header and footer, and where footnotes stand."""

# mypy: disable-error-code="import-untyped"

from __future__ import annotations

from dataclasses import dataclass

from reportlab.lib.colors import HexColor
from reportlab.lib.pagesizes import A4, landscape
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import BaseDocTemplate, Flowable, Frame, PageTemplate, Paragraph, Table, TableStyle
from reportlab.platypus.tableofcontents import TableOfContents

from corpus.sample.look import Look
from corpus.sample.manifest import MARK, SamplePlan

_MARGIN = 62
_GUTTER = 22


class NoteMark(Flowable):  # type: ignore[misc]  # reportlab has no types
    """Takes no room; tells the page that holds it to print a footnote at its foot."""

    def __init__(self, number: str, text: str) -> None:
        super().__init__()
        self.width = self.height = 0
        self.note = f"<super>{number}</super> {text}"

    def draw(self) -> None:
        """Leave the note with the page."""
        self.canv.notes = [*getattr(self.canv, "notes", []), self.note]


@dataclass(frozen=True, slots=True)
class _Running:
    plan: SamplePlan
    look: Look

    def header(self, canvas: Canvas, document: BaseDocTemplate) -> None:
        width, height = document.pagesize
        canvas.notes = []
        canvas.setFont(self.look.body, 8)
        canvas.setFillColor(HexColor(self.plan.colour))
        canvas.drawString(_MARGIN, height - 34, f"{self.plan.municipality} Kommune")
        canvas.drawRightString(width - _MARGIN, height - 34, self.plan.title)
        canvas.line(_MARGIN, height - 40, width - _MARGIN, height - 40)

    def footer(self, canvas: Canvas, document: BaseDocTemplate) -> None:
        width, _ = document.pagesize
        self._notes(canvas, width)
        canvas.setFont(self.look.body, 8)
        canvas.setFillColor(HexColor("#555555"))
        canvas.drawString(_MARGIN, 28, MARK)
        canvas.drawRightString(width - _MARGIN, 28, f"Side {document.page}")

    def _notes(self, canvas: Canvas, width: float) -> None:
        notes = [Paragraph(note, self.look.style("note")) for note in canvas.notes]
        heights = [note.wrap(width - 2 * _MARGIN, 200)[1] for note in notes]
        top = 46 + sum(heights)
        if notes:
            canvas.line(_MARGIN, top + 4, _MARGIN + 120, top + 4)
        for note, height in zip(notes, heights, strict=True):
            top -= height
            note.drawOn(canvas, _MARGIN, top)

    def cover(self, canvas: Canvas, document: BaseDocTemplate) -> None:
        width, height = document.pagesize
        canvas.setFillColor(HexColor(self.plan.colour))
        canvas.rect(0, height * 0.56, width, height * 0.44, stroke=0, fill=1)


class Sheet(BaseDocTemplate):  # type: ignore[misc]
    """The document: a front page, pages of one column and of two, landscape where the look is of slides."""

    def __init__(self, file: object, plan: SamplePlan, look: Look) -> None:
        size = landscape(A4) if plan.look == "slides" else A4
        super().__init__(
            file,
            pagesize=size,
            title=plan.full_title,
            author=f"{plan.municipality} Kommune ({MARK.lower()})",
            subject=MARK,
            keywords=MARK,
            creator="corpus.sample.build",
            pageCompression=0,
            invariant=1,
        )
        running = _Running(plan, look)
        self.addPageTemplates([_cover(size, running), _one(size, running), _two(size, running)])

    def afterFlowable(self, flowable: Flowable) -> None:  # noqa: N802  # reportlab's name
        """Enter a heading into the table of contents."""
        level = getattr(flowable, "contents_level", None)
        if level is not None:
            self.notify("TOCEntry", (level, flowable.getPlainText().replace("\xad", ""), self.page))


class Contents(TableOfContents):  # type: ignore[misc]
    """A table of contents whose lines read title, dots, page; reportlab's own draws the dots first."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.look = look

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        """Lay out the entries of the last pass."""
        entries = self._lastEntries or [(0, "-", 0, None)]
        rows = [[self._line(level, text, page, width - 20)] for level, text, page, _ in entries]
        self._table = Table(rows, [width], style=TableStyle([("PADDING", (0, 0), (-1, -1), 1)]))
        self.width, self.height = self._table.wrapOn(self.canv, width, height)
        return self.width, self.height

    def _line(self, level: int, text: str, page: int, width: float) -> Paragraph:
        style = self.look.style(f"contents{level + 1}")
        used = stringWidth(f"{text}  {page}", style.fontName, style.fontSize) + style.leftIndent
        dots = "." * int((width - used) / stringWidth(".", style.fontName, style.fontSize))
        return Paragraph(f"{text} {dots} {page}", style)


def _cover(size: tuple[float, float], running: _Running) -> PageTemplate:
    frame = Frame(_MARGIN, 60, size[0] - 2 * _MARGIN, size[1] - 130)
    return PageTemplate("cover", [frame], onPage=running.cover)


def _one(size: tuple[float, float], running: _Running) -> PageTemplate:
    frame = Frame(_MARGIN - 6, 88, size[0] - 2 * _MARGIN + 12, size[1] - 140)
    return PageTemplate("one", [frame], onPage=running.header, onPageEnd=running.footer)


def _two(size: tuple[float, float], running: _Running) -> PageTemplate:
    width = (size[0] - 2 * _MARGIN + 12 - _GUTTER) / 2
    frames = [Frame(_MARGIN - 6 + at * (width + _GUTTER), 88, width, size[1] - 140) for at in (0, 1)]
    return PageTemplate("two", frames, onPage=running.header, onPageEnd=running.footer)
