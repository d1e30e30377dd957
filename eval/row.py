"""One question of a run: what was expected, found, answered and cited. Metrics read nothing else."""

from __future__ import annotations

from dataclasses import dataclass

from assistant.answer import Reason
from assistant.timing import Lap
from eval.plans import document_name
from eval.questions import Case, Gold
from eval.score import Score


@dataclass(frozen=True, slots=True)
class Place:
    """A stretch of a plan's text: character offsets, and the page it begins on."""

    plan: str
    start: int
    end: int
    page: int | None = None

    def overlaps(self, other: Place) -> bool:
        """Say whether both have a character of the same plan in common."""
        return self.plan == other.plan and max(self.start, other.start) < min(self.end, other.end)


@dataclass(frozen=True, slots=True)
class Expected:
    """A piece of evidence and every place where it stands in the collection."""

    gold: Gold
    municipality: str | None
    places: tuple[Place, ...]

    @property
    def pages(self) -> tuple[int, ...]:
        """Return the pages on which it stands, each once."""
        return tuple(dict.fromkeys(place.page for place in self.places if place.page is not None))


@dataclass(frozen=True, slots=True)
class Retrieved:
    """A passage that the assistant looked at."""

    place: Place
    source: str
    municipality: str | None
    section: str = ""
    text: str = ""
    score: float = 0.0
    shows: tuple[int, ...] = ()
    """Which pieces of evidence it holds, in whole: indices into ``Case.evidence``."""

    @property
    def document(self) -> str:
        """Return the plan's name as question sets write it."""
        return document_name(self.source)


@dataclass(frozen=True, slots=True)
class Cited:
    """A citation, and ``pages``: those of its plan on which its quote really stands."""

    n: int
    place: Place
    source: str
    municipality: str | None
    years: str
    section: str
    quote: str
    pages: tuple[int | None, ...]
    columns: tuple[str, ...] = ()
    """The headings above the cells of the table rows that it quotes."""

    @property
    def document(self) -> str:
        """Return the plan's name as question sets write it."""
        return document_name(self.source)

    @property
    def stands(self) -> bool:
        """Say whether the quote stands on the page that the citation names."""
        return self.place.page in self.pages


@dataclass(frozen=True, slots=True)
class NamedScore:
    """The score that the metric ``name`` gave."""

    name: str
    score: Score


@dataclass(frozen=True, slots=True)
class Row:
    """The outcome of one case. ``error`` is empty unless asking failed; then nothing is scored."""

    case: Case
    expected: tuple[Expected, ...] = ()
    answer: str = ""
    abstained: bool = False
    reason: Reason | None = None
    understood: str = ""
    searched: tuple[str, ...] = ()
    """The plans that the question was put to, each as "Herlev, Beskæftigelsesplan 2024"."""
    retrieved: tuple[Retrieved, ...] = ()
    """Best first."""
    cited: tuple[Cited, ...] = ()
    dropped: int = 0
    seconds: float = 0.0
    steps: tuple[Lap, ...] = ()
    """How long each step took, where the answerer tells."""
    error: str = ""
    scores: tuple[NamedScore, ...] = ()

    def score(self, name: str) -> Score:
        """Return what the metric ``name`` gave, or "not scored"."""
        return next((each.score for each in self.scores if each.name == name), Score(None))

    @property
    def ranks(self) -> tuple[int | None, ...]:
        """Return for each piece of evidence the 1-based rank of the first passage that shows it."""
        return tuple(self._rank(piece) for piece in range(len(self.case.evidence)))

    @property
    def municipalities(self) -> tuple[str, ...]:
        """Return whose plans hold the evidence."""
        return tuple(dict.fromkeys(each.municipality for each in self.expected if each.municipality))

    def _rank(self, piece: int) -> int | None:
        return next((n for n, hit in enumerate(self.retrieved, start=1) if piece in hit.shows), None)
