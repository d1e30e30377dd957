"""The process that reads files for another: ``python -m ingest.reading.child``, one path a line."""

from __future__ import annotations

import os
import pickle
import struct
import sys
from pathlib import Path
from typing import BinaryIO

from ingest.errors import UnreadableFileError
from ingest.plan import Document
from ingest.reading.read import read
from ingest.reading.refusal import Refusal

if sys.platform != "win32":
    import resource


def main() -> None:
    """Read each path that comes on stdin, and answer with a pickled Document or Refusal."""
    limit_memory(int(sys.argv[1]))
    # A library that prints must not write into the answer.
    with os.fdopen(os.dup(1), "wb") as out:
        os.dup2(2, 1)
        for line in sys.stdin.buffer:
            send(out, answer(Path(os.fsdecode(line.rstrip(b"\n")))))


def answer(path: Path) -> Document | Refusal:
    """Read ``path``; what it cannot be read for is an answer too."""
    try:
        return read(path)
    except UnreadableFileError as error:
        return Refusal(error.code, tuple((name, str(value)) for name, value in error.fields.items()))
    except (MemoryError, RecursionError):
        return Refusal("too_complex")


def send(out: BinaryIO, value: Document | Refusal) -> None:
    """Write ``value`` with its length before it."""
    data = pickle.dumps(value, protocol=pickle.HIGHEST_PROTOCOL)
    out.write(struct.pack(">Q", len(data)) + data)
    out.flush()


def limit_memory(size: int) -> None:
    """Let this process have no more than ``size`` bytes; Windows knows no such limit."""
    if sys.platform != "win32":
        resource.setrlimit(resource.RLIMIT_AS, (size, size))


if __name__ == "__main__":
    main()
