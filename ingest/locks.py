"""Locks between processes. The only module that imports filelock."""

from __future__ import annotations

from pathlib import Path

from filelock import FileLock, Timeout


class ProcessLock:
    """Held by one process of this computer at a time; whoever made it may take it several times over."""

    def __init__(self, file: Path, seconds: float) -> None:
        self._lock = FileLock(file, timeout=seconds, thread_local=False)

    def acquire(self) -> bool:
        """Wait for the lock, at most the seconds given, and say whether it is ours. Raises OSError."""
        try:
            self._lock.acquire()
        except Timeout:
            return False
        return True

    def release(self) -> None:
        """Let others have it."""
        self._lock.release()
