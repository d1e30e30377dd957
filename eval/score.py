"""The value of one metric for one row, with the reason for it."""

from __future__ import annotations

from dataclasses import dataclass

from ingest.plan import Remark
from ingest.texts import Language, text


@dataclass(frozen=True, slots=True)
class Score:
    """What a metric says of one row.

    ``value`` is None where the metric does not apply: that is "no data", never 0. ``weight`` counts the
    pieces that the value is a mean of, and depends on the case alone, so that two runs can be paired.
    """

    value: float | None
    why: tuple[Remark, ...] = ()
    weight: float = 1.0

    def explain(self, language: Language = "da") -> str:
        """Return the explanation as sentences."""
        return " ".join(text(remark.key, language, **dict(remark.fields)) for remark in self.why)


def because(name: str, **fields: object) -> Remark:
    """Return the explanation ``name`` of the evaluation's texts."""
    return Remark(f"eval.why_{name}", tuple((field, str(value)) for field, value in fields.items()))
