"""How a sample PDF looks: three families of paragraph styles over the standard PDF fonts."""

# mypy: disable-error-code="import-untyped"

from __future__ import annotations

from dataclasses import dataclass

from reportlab.lib.colors import HexColor, white
from reportlab.lib.enums import TA_CENTER, TA_JUSTIFY, TA_LEFT
from reportlab.lib.styles import ParagraphStyle

_SIZES: dict[str, dict[str, float]] = {
    "report": {"body": 10, "h1": 19, "h2": 13, "h3": 10.5},
    "paper": {"body": 10.5, "h1": 17, "h2": 12, "h3": 10.5},
    "slides": {"body": 15, "h1": 32, "h2": 18, "h3": 15},
}


@dataclass(frozen=True, slots=True)
class Look:
    """A family of styles: "report", "paper" or "slides", in one colour."""

    name: str
    colour: str

    @property
    def body(self) -> str:
        """Return the font of running text."""
        return "Times-Roman" if self.name == "paper" else "Helvetica"

    @property
    def bold(self) -> str:
        """Return the font of headings."""
        return "Times-Bold" if self.name == "paper" else "Helvetica-Bold"

    def style(self, name: str) -> ParagraphStyle:
        """Return the paragraph style ``name``."""
        found: ParagraphStyle = getattr(self, f"_{name}")()
        return found

    def _base(self, size: float, **changes: object) -> ParagraphStyle:
        settings = {"fontName": self.body, "fontSize": size, "leading": size * 1.38, "spaceAfter": size * 0.6}
        return ParagraphStyle("plain", **(settings | {"embeddedHyphenation": 1} | changes))

    def _heading(self, name: str, before: float) -> ParagraphStyle:
        size = _SIZES[self.name][name]
        colour = HexColor(self.colour)
        return self._base(
            size, fontName=self.bold, textColor=colour, spaceBefore=before, keepWithNext=1, leading=size * 1.2
        )

    def _h1(self) -> ParagraphStyle:
        return self._heading("h1", 12)

    def _h2(self) -> ParagraphStyle:
        return self._heading("h2", 9)

    def _h3(self) -> ParagraphStyle:
        return self._heading("h3", 5)

    def _paragraph(self) -> ParagraphStyle:
        justified = TA_JUSTIFY if self.name == "paper" else TA_LEFT
        return self._base(_SIZES[self.name]["body"], alignment=justified)

    def _lead(self) -> ParagraphStyle:
        return self._base(_SIZES[self.name]["body"], keepWithNext=1)

    def _item(self) -> ParagraphStyle:
        return self._base(
            _SIZES[self.name]["body"],
            leftIndent=21,
            bulletIndent=3,
            bulletFontName=self.body,
            bulletFontSize=_SIZES[self.name]["body"],
            spaceAfter=3.5,
        )

    def _subitem(self) -> ParagraphStyle:
        return self._base(_SIZES[self.name]["body"], leftIndent=34, bulletIndent=22, spaceAfter=3)

    def _box(self) -> ParagraphStyle:
        size = _SIZES[self.name]["body"]
        return self._base(size, alignment=TA_CENTER if self.name == "slides" else TA_LEFT, spaceAfter=4)

    def _boxhead(self) -> ParagraphStyle:
        centred = TA_CENTER if self.name == "slides" else TA_LEFT
        return self._base(
            _SIZES[self.name]["h2"], fontName=self.bold, textColor=HexColor(self.colour), alignment=centred
        )

    def _cell(self) -> ParagraphStyle:
        size = _SIZES[self.name]["body"] * 0.85
        return self._base(size, leading=size * 1.24, spaceAfter=0)

    def _head(self) -> ParagraphStyle:
        size = _SIZES[self.name]["body"] * 0.85
        return self._base(size, leading=size * 1.24, spaceAfter=0, fontName=self.bold, textColor=white)

    def _note(self) -> ParagraphStyle:
        return self._base(7.5, leading=9.5, spaceAfter=0)

    def _source(self) -> ParagraphStyle:
        return self._base(8, spaceBefore=3, spaceAfter=9, textColor=HexColor("#444444"))

    def _contents1(self) -> ParagraphStyle:
        return self._base(10.5, spaceAfter=2, spaceBefore=5)

    def _contents2(self) -> ParagraphStyle:
        return self._base(9.5, leftIndent=14, spaceAfter=0)

    def _title(self) -> ParagraphStyle:
        return self._base(34, fontName=self.bold, leading=40, textColor=white)

    def _subtitle(self) -> ParagraphStyle:
        return self._base(17, textColor=white)

    def _front(self) -> ParagraphStyle:
        return self._base(11)
