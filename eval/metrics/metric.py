"""What a metric is."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from eval.row import Row
from eval.score import Score
from ingest.texts import Language, text


@dataclass(frozen=True, slots=True)
class Metric:
    """A figure with a name ("recall_5"), the function that scores one row, and how rows become one figure."""

    name: str
    of: Callable[[Row], Score]
    higher_is_better: bool = True
    pooled: Literal["mean", "median"] = "mean"
    share: bool = True
    """The value is a share of 1 and is shown in per cent."""

    def title(self, language: Language = "da") -> str:
        """Return what it is called in a table."""
        return text(f"eval.metric_{self.name}", language)

    def meaning(self, language: Language = "da") -> str:
        """Return what it says, in a sentence for someone who has never seen it."""
        return text(f"eval.metric_{self.name}_meaning", language)
