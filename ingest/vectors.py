"""The dense index: one Chroma collection of passage vectors. The only module that imports chromadb.

Chroma keeps stale views when two processes share a folder, and then loses vectors without a word. So every
use of the folder, reading too, happens inside one lock between processes, and a counter beside the folder
goes up before each write: a client that has not seen the count is closed and opened again before it is used.
The lock is held for milliseconds at a time.
"""

from __future__ import annotations

import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from filelock import FileLock, Timeout
from numpy.typing import NDArray

from ingest.errors import StoreError

if TYPE_CHECKING:
    from chromadb.api import ClientAPI
    from chromadb.api.models.Collection import Collection

Vectors = NDArray[np.float32]

COLLECTION = "passages"
LOCK_SECONDS = 120.0
BATCH = 5_000
"""Chroma takes at most 5,461 rows at a time."""


class VectorIndex:
    """Vectors by passage key, in a folder that several processes may use at once."""

    def __init__(self, folder: Path) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        self._folder = folder
        self._thread = threading.RLock()
        self._counter = folder.with_suffix(".epoch")
        self._process = FileLock(folder.with_suffix(".lock"), timeout=LOCK_SECONDS, thread_local=False)
        self._client: ClientAPI | None = None
        self._epoch = -1

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

    def get(self, keys: Sequence[str]) -> tuple[list[str], Vectors]:
        """Return the keys found and their vectors (n, dimension), in Chroma's order."""
        with self._open() as collection:
            found = collection.get(ids=list(keys), include=["embeddings"])
        return found["ids"], np.asarray(found["embeddings"], dtype=np.float32)

    def nearest(self, vector: Vectors, k: int) -> list[tuple[str, float]]:
        """Return the ``k`` keys nearest to ``vector`` (dimension,), with their cosine, best first."""
        with self._open() as collection:
            found = collection.query(query_embeddings=[vector], n_results=k, include=["distances"])
        distances = found["distances"] or [[]]
        return [(key, 1.0 - float(d)) for key, d in zip(found["ids"][0], distances[0], strict=True)]

    def keys(self) -> set[str]:
        """Return every key in the index."""
        with self._open() as collection:
            return set(collection.get(include=[])["ids"])

    def clear(self) -> None:
        """Drop every vector: the index is about to be filled again."""
        with self._open(writing=True):
            self._connected().delete_collection(COLLECTION)

    def close(self) -> None:
        """Let go of the folder."""
        with self._thread:
            if self._client is not None:
                self._client.close()
                self._client = None

    @contextmanager
    def _open(self, writing: bool = False) -> Iterator[Collection]:
        with self._locked():
            epoch = self._read_epoch()
            if epoch != self._epoch:
                self.close()
            self._epoch = epoch + writing
            if writing:
                self._counter.write_text(str(self._epoch), encoding="ascii")
            yield self._collection()

    @contextmanager
    def _locked(self) -> Iterator[None]:
        with self._thread:
            try:
                self._process.acquire()
            except Timeout as error:
                raise StoreError(self._folder, "store_busy", seconds=int(LOCK_SECONDS)) from error
            try:
                yield
            finally:
                self._process.release()

    def _read_epoch(self) -> int:
        return int(self._counter.read_text(encoding="ascii")) if self._counter.exists() else 0

    def _connected(self) -> ClientAPI:
        if self._client is None:
            # Half a second of import that only a search with vectors needs.
            import chromadb

            settings = chromadb.Settings(anonymized_telemetry=False)
            self._client = chromadb.PersistentClient(str(self._folder), settings)
        return self._client

    def _collection(self) -> Collection:
        return self._connected().get_or_create_collection(
            COLLECTION,
            embedding_function=None,
            configuration={"hnsw": {"space": "cosine", "ef_search": 400}},
        )
