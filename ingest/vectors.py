"""The dense index: Chroma, for the nearest of many. The only module that imports chromadb.

Chroma keeps stale views when two processes share a folder, and then loses vectors without a word. So every
use of the folder, reading too, happens inside one lock between processes, and a counter beside the folder
goes up before each write: a client that has not seen the count is closed and opened again before it is used.
The lock is held for milliseconds at a time. An index that is made anew gets a new folder; which one counts
stands in the catalogue, so that the others can go on asking until the new one is whole.
"""

from __future__ import annotations

import shutil
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, cast

import numpy as np

from ingest.errors import StoreError
from ingest.locks import ProcessLock
from ingest.passage_index import Vectors

if TYPE_CHECKING:
    from chromadb.api.client import Client
    from chromadb.api.models.Collection import Collection

COLLECTION = "passages"
LOCK_SECONDS = 120.0
BATCH = 5_000
"""Chroma takes at most 5,461 rows at a time."""
ROOM = 1_000_000
"""Bytes that a disk has left when it is not full."""


class VectorIndex:
    """Vectors by passage key, in ``folder``/``name()``, which several processes may use at once."""

    def __init__(self, folder: Path, name: Callable[[], str]) -> None:
        self._folder = folder
        self._name = name
        self._thread = threading.RLock()
        self._counter = folder / "epoch"
        self._process = ProcessLock(folder / "lock", LOCK_SECONDS)
        self._client: Client | None = None
        self._seen = ("", -1)

    def add(self, keys: Sequence[str], vectors: Vectors) -> None:
        """Write ``vectors`` (n, dimension) under ``keys``; what stood there is replaced."""
        with self._open(writing=True) as collection:
            for first in range(0, len(keys), BATCH):
                rows = slice(first, first + BATCH)
                collection.upsert(ids=list(keys[rows]), embeddings=vectors[rows])

    def remove(self, keys: Sequence[str]) -> None:
        """Forget the vectors under ``keys``; unknown keys are no error."""
        with self._open(writing=True) as collection:
            for first in range(0, len(keys), BATCH):
                collection.delete(ids=list(keys[first : first + BATCH]))

    def nearest(self, vector: Vectors, k: int) -> list[tuple[str, float]]:
        """Return the ``k`` keys nearest to ``vector`` (dimension,), with their cosine, best first."""
        with self._open() as collection:
            found = collection.query(query_embeddings=vector[np.newaxis], n_results=k, include=["distances"])
        distances = found["distances"] or [[]]
        return [(key, 1.0 - float(d)) for key, d in zip(found["ids"][0], distances[0], strict=True)]

    def keys(self) -> set[str]:
        """Return every key in the index."""
        with self._open() as collection:
            return set(collection.get(include=[])["ids"])

    def forget_others(self) -> None:
        """Delete the indexes that the one of today's name has replaced."""
        with self._locked():
            for folder in self._folder.iterdir():
                if folder.is_dir() and folder.name != self._name():
                    shutil.rmtree(folder, ignore_errors=True)

    def others(self) -> int:
        """Return how many indexes lie here beside the one that counts."""
        with self._locked():
            return sum(folder.is_dir() and folder.name != self._name() for folder in self._folder.iterdir())

    def close(self) -> None:
        """Let go of the folder."""
        with self._thread:
            if self._client is not None:
                self._client.close()
                self._client = None

    @contextmanager
    def _open(self, writing: bool = False) -> Iterator[Collection]:
        with self._locked(), self._told():
            name, epoch = self._name(), self._read_epoch()
            if self._seen != (name, epoch):
                self.close()
            self._seen = name, epoch + writing
            if writing:
                self._counter.write_text(str(epoch + 1), encoding="ascii")
            yield self._collection(self._folder / name)

    @contextmanager
    def _locked(self) -> Iterator[None]:
        with self._thread:
            try:
                self._folder.mkdir(exist_ok=True)
                ours = self._process.acquire()
            except OSError as error:
                raise StoreError(self._folder, "store_unwritable", detail=error.strerror) from error
            if not ours:
                raise StoreError(self._folder, "store_busy", seconds=int(LOCK_SECONDS))
            try:
                yield
            finally:
                self._process.release()

    @contextmanager
    def _told(self) -> Iterator[None]:
        # Half a second of import that only a large collection needs.
        from chromadb.errors import ChromaError

        try:
            yield
        except OSError as error:
            raise StoreError(self._folder, "disk_full", detail=error) from error
        except ChromaError as error:
            code = "disk_full" if self._full(error) else "index_unusable"
            raise StoreError(self._folder, code, detail=error) from error

    def _full(self, error: Exception) -> bool:
        """Say whether the disk is to blame, which Chroma does not always tell."""
        return "disk I/O error" in str(error) or shutil.disk_usage(self._folder).free < ROOM

    def _read_epoch(self) -> int:
        written = self._counter.read_text("ascii", "replace") if self._counter.exists() else ""
        return int(written) if written.isdecimal() else 0

    def _collection(self, folder: Path) -> Collection:
        if self._client is None:
            import chromadb

            settings = chromadb.config.Settings(anonymized_telemetry=False)
            try:
                self._client = cast("Client", chromadb.PersistentClient(str(folder), settings))
            except (AttributeError, ValueError) as error:
                # What Chroma raises when an earlier client of a damaged folder failed half-way.
                raise StoreError(folder, "index_unusable", detail=error) from error
        return self._client.get_or_create_collection(
            COLLECTION,
            embedding_function=None,
            configuration={"hnsw": {"space": "cosine", "ef_search": 400}},
        )
