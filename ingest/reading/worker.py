"""Reading in a process of its own, so that a hostile or broken file cannot take this one down.

A subprocess and not a spawned multiprocessing worker: it is up in 0.16 s against 0.36 s, and does not import
the main module of whoever reads. Kept alive, it reads a small plan in 9 ms against 7 ms in this process.
"""

from __future__ import annotations

import contextlib
import os
import pickle
import struct
import subprocess
import sys
from pathlib import Path
from threading import Thread
from types import TracebackType
from typing import IO

from ingest.errors import UnreadableFileError
from ingest.plan import Document
from ingest.reading.refusal import Refusal

TIMEOUT = 240.0
"""Seconds that one file may take; 5,000 pages took 82 on a busy core."""
MEMORY = 2 * 1024**3
"""Bytes that the reading process may have."""
_ROOT = Path(__file__).parents[2]


class Reader:
    """A long-lived reading process: started with the first file, replaced when it dies or hangs."""

    def __init__(self, timeout_s: float = TIMEOUT, memory: int = MEMORY) -> None:
        self._timeout = timeout_s
        self._memory = memory
        self._child: subprocess.Popen[bytes] | None = None

    def __enter__(self) -> Reader:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def read(self, path: Path) -> Document:
        """Read one file. Raises UnreadableFileError, also for one that takes too long or kills the reader."""
        reply = self._reply(path)
        if isinstance(reply, Refusal):
            raise UnreadableFileError(path, reply.code, **dict(reply.fields))
        return reply

    def close(self) -> None:
        """End the process."""
        child, self._child = self._child, None
        if child is None:
            return
        child.kill()
        child.wait()
        for pipe in (child.stdin, child.stdout):
            if pipe:
                with contextlib.suppress(OSError):
                    pipe.close()

    def _reply(self, path: Path) -> Document | Refusal:
        if b"\n" in os.fsencode(path):
            return Refusal("bad_name")
        child = self._running()
        answers: list[Document | Refusal] = []
        listener = Thread(target=_exchange, args=(child, path, answers), daemon=True)
        listener.start()
        try:
            listener.join(self._timeout)
        except KeyboardInterrupt:
            self.close()
            raise
        if answers:
            return answers[0]
        late = listener.is_alive()
        self.close()
        listener.join()
        return Refusal("timeout", (("seconds", f"{self._timeout:g}"),)) if late else Refusal("reader_died")

    def _running(self) -> subprocess.Popen[bytes]:
        if self._child is None or self._child.poll() is not None:
            self.close()
            environment = {
                **os.environ,
                "PYTHONPATH": os.pathsep.join(filter(None, (str(_ROOT), os.environ.get("PYTHONPATH")))),
            }
            self._child = subprocess.Popen(
                [sys.executable, "-m", "ingest.reading.child", str(self._memory)],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                env=environment,
                # Ctrl-C is for the process that adds; it ends this one.
                start_new_session=True,
            )
        return self._child


def _exchange(child: subprocess.Popen[bytes], path: Path, answers: list[Document | Refusal]) -> None:
    if child.stdin is None or child.stdout is None:
        return
    # A child that dies closes its pipes: there is no answer then, and that is the finding.
    with contextlib.suppress(OSError, ValueError):
        child.stdin.write(os.fsencode(path.absolute()) + b"\n")
        child.stdin.flush()
        head = _exactly(child.stdout, 8)
        data = _exactly(child.stdout, struct.unpack(">Q", head)[0]) if head else b""
        if data:
            answers.append(pickle.loads(data))


def _exactly(pipe: IO[bytes], size: int) -> bytes:
    data = pipe.read(size)
    return data if len(data) == size else b""
