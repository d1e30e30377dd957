"""A process that uses a store beside others: ``python worker.py STORE``, a command and an answer a line.

Its encoder counts words into a fixed number of places, so that a passage is near what shares its words.
"""

import json
import os
import signal
import sys
import zlib
from collections.abc import Sequence
from pathlib import Path

import numpy as np

from ingest.danish.stems import stem
from ingest.errors import PlansvarError
from ingest.identity import Overrides
from ingest.importing import add_files
from ingest.library import Library
from ingest.maintenance import health, rebuild
from ingest.vectors import VectorIndex, Vectors


class Words:
    def __init__(self, dimension: int = 1499) -> None:
        # With a prime number of places no two of the test words share one.
        self.dimension = dimension
        self.fingerprint = f"words-{dimension}"

    def encode_passages(self, texts: Sequence[str]) -> Vectors:
        counts = np.full((len(texts), self.dimension), 1e-3, dtype=np.float32)
        for row, text in enumerate(texts):
            for word in text.lower().split():
                counts[row, zlib.crc32(word.strip(".,").encode()) % self.dimension] += 1
        return (counts / np.linalg.norm(counts, axis=1, keepdims=True)).astype(np.float32)

    def encode_question(self, text: str) -> Vectors:
        return self.encode_passages([text])[0]


def numbered(first: int, count: int) -> tuple[list[str], Vectors]:
    keys = [str(number) for number in range(first, first + count)]
    rows = [np.random.default_rng(number).normal(size=32) for number in range(first, first + count)]
    return keys, np.array(rows, dtype=np.float32)


def found(index: VectorIndex, first: int, count: int, step: int) -> int:
    """Count the numbers whose own vector finds them."""
    tried = range(first, first + count, step)
    return sum(index.nearest(numbered(number, 1)[1][0], 1)[0][0] == str(number) for number in tried)


def answer(library: Library, index: VectorIndex, command: str, given: list[str]) -> object:
    match command:
        case "add":
            done = add_files(library, [Path(name) for name in given], Overrides())
            return {
                "done": [o.addition.change for o in done.outcomes if o.addition],
                "errors": [o.error.code for o in done.failed if o.error],
                "unreached": len(done.unreached),
            }
        case "remove":
            return library.remove(given[0]).source
        case "rebuild":
            return rebuild(library)
        case "plans":
            return sorted(card.source for card in library.current())
        case "nearest":
            best = library.nearest(library.encoder.encode_question(given[0]), 1)
            return library.plan(best[0][0][0]).document.source
        case "matching":
            plans = [card.id for card in library.current()]
            best = library.catalogue.matching([stem(given[0])], plans, 1)
            return library.plan(best[0][0]).document.source if best else None
        case "health":
            return [finding.code for finding in health(library)]
        case "put":
            index.add(*numbered(int(given[0]), int(given[1])))
            return "put"
        case "found":
            return found(index, *(int(number) for number in given))
        case "die_after":
            die_after(library, int(given[0]))
            return "ready"
    raise ValueError(command)


def die_after(library: Library, writes: int) -> None:
    """Kill this process as soon as the vectors of so many plans are written, before the catalogue is."""
    write = library.index.add
    left = [writes]

    def dying(keys: Sequence[str], vectors: Vectors) -> None:
        write(keys, vectors)
        left[0] -= 1
        if left[0] == 0:
            os.kill(os.getpid(), signal.SIGKILL)

    library.index.add = dying  # type: ignore[method-assign]


def main() -> None:
    folder = Path(sys.argv[1])
    dimension = int(sys.argv[2]) if len(sys.argv) > 2 else 1499
    library = Library(folder, lambda: Words(dimension))
    index = VectorIndex(folder / "numbers", lambda: "first")
    print(json.dumps("open"), flush=True)
    for line in sys.stdin:
        command, *given = json.loads(line)
        try:
            said = answer(library, index, command, given)
        except PlansvarError as error:
            said = {"error": error.code}
        print(json.dumps(said), flush=True)


if __name__ == "__main__":
    main()
