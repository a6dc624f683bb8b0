"""Files that are written whole or not at all.

A crash, a kill or a full disk at any moment leaves the old file or the new one, never a part of
one and never neither. Processes that write the same file at once take turns without a lock: each
writes a file of its own and the system swaps it in. `alone` is for those that first read what they
then write.
"""

from __future__ import annotations

import contextlib
import errno
import os
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path

_WAITS = (0.01, 0.02, 0.05, 0.1, 0.2, 0.4) if os.name == "nt" else ()
"""Seconds between tries. On Windows a file that a virus scanner or another player of the same
story holds open for a moment cannot be replaced; elsewhere a refusal is final."""

_TURN = 0.02
"""Seconds between two tries to get a lock."""

_HELD = (errno.EACCES, errno.EAGAIN, errno.EDEADLK, errno.EWOULDBLOCK)
"""What the systems say of a lock that others hold. Anything else will not change by waiting."""

_FORGOTTEN = 600.0
"""Seconds after which a temporary file belongs to nobody: writing one takes milliseconds."""


def write_whole(
    path: Path, content: bytes, *, keep: Path | None = None, named_later: bool = False
) -> None:
    """Put `content` at `path`, in a folder made if need be.

    `keep` is where the file that `path` named until now can be found afterwards, in the same
    folder. Raises OSError and leaves everything as it was.

    The content is on the disk when this returns, and a process that is killed then loses nothing.
    With `named_later` a thread asks the disk to remember its name, which takes as long again: if
    the power fails in those milliseconds, the old file may be found under it.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    fresh = _name_beside(path)
    try:
        _write(fresh, content)
        if keep is not None:
            _keep(path, keep)
        replace(fresh, path)
    except BaseException:  # Ctrl-C too leaves nothing half-written
        _remove(fresh)
        raise
    if named_later:
        _LATER.settle(path.parent)
    else:
        _settle(path.parent)


def replace(source: Path, target: Path) -> None:
    """`os.replace`, patient where the system is Windows."""
    for wait in _WAITS:
        try:
            os.replace(source, target)
            return
        except PermissionError:
            time.sleep(wait)
    os.replace(source, target)


@contextlib.contextmanager
def alone(path: Path, patience: float) -> Iterator[bool]:
    """Hold the lock at `path`, a file made for it, that one process (or thread) holds at a time.

    Gives False if others held it for `patience` seconds, or where there are no locks, as on some
    network drives. The system lets go of it when a process dies. Raises OSError if the file cannot
    be made.
    """
    handle = os.open(path, os.O_RDWR | os.O_CREAT, 0o666)
    try:
        yield _lock(handle, time.monotonic() + patience)
    finally:
        os.close(handle)  # and with it the lock


if sys.platform == "win32":
    import msvcrt

    def _try_lock(handle: int) -> None:
        msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)

else:
    import fcntl

    def _try_lock(handle: int) -> None:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)


def _lock(handle: int, end: float) -> bool:
    """Get the lock before `end`, by the monotonic clock. False if others held it that long."""
    while True:
        try:
            _try_lock(handle)
        except OSError as why:
            if why.errno not in _HELD or time.monotonic() >= end:
                return False
        else:
            return True
        time.sleep(_TURN)


def sweep(folder: Path) -> None:
    """Remove what killed writers left in `folder`. Says nothing if it cannot."""
    with contextlib.suppress(OSError):
        old = time.time() - _FORGOTTEN
        for left in folder.glob(".*.tmp"):
            if left.stat().st_mtime < old:
                _remove(left)


def forget_oldest(folder: Path, those: str, most: int) -> None:
    """Remove all but the `most` newest files named like `those` (a glob) in a cache's `folder`.

    And what killed writers left there. Says nothing if it cannot.
    """
    sweep(folder)
    aged: list[tuple[int, Path]] = []
    for path in folder.glob(those):
        with contextlib.suppress(OSError):
            aged.append((path.stat().st_mtime_ns, path))
    for _, path in sorted(aged)[:-most]:
        with contextlib.suppress(OSError):
            path.unlink()


def _name_beside(path: Path) -> Path:
    return path.with_name(f".{path.name}.{os.getpid()}-{os.urandom(4).hex()}.tmp")


def _write(path: Path, content: bytes) -> None:
    with path.open("xb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())


def _keep(path: Path, keep: Path) -> None:
    """Make `keep` a second name of the file at `path`, which never stops having its first."""
    spare = _name_beside(keep)
    try:
        with contextlib.suppress(FileNotFoundError):  # nothing to keep yet
            try:
                os.link(path, spare)
            except OSError:  # no hard links here: FAT, some network drives
                _write(spare, path.read_bytes())
            replace(spare, keep)
    finally:
        # Also after a success: replacing one name of a file by another of the same file is
        # allowed to do nothing and leave both (POSIX `rename`).
        _remove(spare)


def _remove(path: Path) -> None:
    with contextlib.suppress(OSError):
        path.unlink(missing_ok=True)


def _settle(folder: Path) -> None:
    """Ask the disk to remember the folder's names too, where the system lets us (not Windows)."""
    try:
        handle = os.open(folder, os.O_RDONLY)
    except OSError:
        return
    try:
        with contextlib.suppress(OSError):
            os.fsync(handle)
    finally:
        os.close(handle)


class _Later:
    """Settles folders in a thread, which the end of the program waits for."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._folders: set[Path] = set()
        self._working = False

    def settle(self, folder: Path) -> None:
        """Do it soon: once for all that was written there until then."""
        with self._lock:
            self._folders.add(folder)
            if self._working:
                return
            self._working = True
        try:
            threading.Thread(target=self._work).start()
        except RuntimeError:  # no thread can be begun any more: the program ends
            self._work()

    def _work(self) -> None:
        while True:
            with self._lock:
                if not self._folders:
                    self._working = False
                    return
                folder = self._folders.pop()
            _settle(folder)


_LATER = _Later()
