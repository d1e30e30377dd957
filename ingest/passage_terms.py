"""The terms under which a passage is found by words."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from ingest.danish.analysis import analyse
from ingest.plan import Passage


@dataclass(frozen=True, slots=True)
class PassageTerms:
    """Counts of stems in the headings above a passage and in its text, and of compound parts in both."""

    heads: Counter[str]
    stems: Counter[str]
    parts: Counter[str]

    @classmethod
    def of(cls, passage: Passage) -> PassageTerms:
        """Analyse a passage."""
        heads, text = analyse("\n".join(passage.path)), analyse(passage.text)
        return cls(heads.stems, text.stems, text.parts + heads.parts)

    @classmethod
    def of_fields(cls, heads: str, stems: str, parts: str) -> PassageTerms:
        """Count the terms that ``fields`` wrote out."""
        return cls(Counter(heads.split()), Counter(stems.split()), Counter(parts.split()))

    def fields(self) -> tuple[str, str, str]:
        """Return the three fields as the lexical index holds them: every term as often as it stands there."""
        return _written(self.heads), _written(self.stems), _written(self.parts)


def _written(counts: Counter[str]) -> str:
    return " ".join(counts.elements())
