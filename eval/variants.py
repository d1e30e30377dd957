"""The assistant with some settings changed: sizes and models on a copy of the collection."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import ExitStack, closing, contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from tempfile import TemporaryDirectory

from assistant.assistant import Assistant
from assistant.weights import DEFAULT, Weights
from eval.grid import MODEL, SIZE, WEIGHT
from eval.stamp import Setting
from eval.sweep import Variant
from ingest.library import Library
from ingest.maintenance import copied, rebuild
from ingest.passages import SIZES, Sizes
from ingest.settings import Settings
from ingest.texts import Language


@dataclass(frozen=True, slots=True)
class Tried:
    """The settings of one combination, each as what it sets."""

    model: tuple[tuple[str, str], ...]
    sizes: Sizes
    weights: Weights


def _tried(settings: Sequence[Setting]) -> Tried:
    sizes = {each.name: int(each.value) for each in settings if each.name in SIZE}
    weights = {each.name: float(each.value) for each in settings if each.name in WEIGHT}
    model = tuple((each.name, each.value) for each in settings if each.name in MODEL)
    return Tried(model, replace(SIZES, **sizes), replace(DEFAULT, **weights))


class Variants:
    """Makes assistants with other settings. A copy of the collection serves all weights tried on it."""

    def __init__(self, library: Library, settings: Settings, language: Language, folder: Path) -> None:
        self._settings = settings
        self._language = language
        self._folder = folder
        self._copies: dict[tuple[object, Sizes], Library] = {((), SIZES): library}
        self._library = library
        self._opened = ExitStack()

    def make(self, settings: Sequence[Setting]) -> Variant:
        """Return the assistant with these settings, and the fingerprint of its model."""
        tried = _tried(settings)
        library = self._copy(tried)
        return Variant(Assistant(library, self._language, tried.weights), library.encoder.fingerprint)

    def close(self) -> None:
        """Let go of the copies."""
        self._opened.close()

    def _copy(self, tried: Tried) -> Library:
        key = tried.model, tried.sizes
        if key not in self._copies:
            folder = self._folder / str(len(self._copies))
            copied(self._library, folder)
            settings = self._settings.model_copy(update={**dict(tried.model), "store": folder})
            library = self._opened.enter_context(closing(Library.open(settings)))
            rebuild(library, sizes=tried.sizes)
            self._copies[key] = library
        return self._copies[key]


@contextmanager
def variants(library: Library, settings: Settings, language: Language = "da") -> Iterator[Variants]:
    """Make variants of a library in a folder that is gone afterwards; the library itself stays as it is."""
    with (
        TemporaryDirectory(prefix="plansvar-", ignore_cleanup_errors=True) as folder,
        closing(Variants(library, settings, language, Path(folder))) as made,
    ):
        yield made
