"""Small pictures of the story's screens, kept beside its saves.

A picture is taken from the window's own pixels when another screen is about to cover the story, and
written by a thread, so that no choice ever waits for one. Each carries a stamp of the choices that
led to it: one that belongs to another save, is damaged or missing is not shown, and that is all.
"""

from __future__ import annotations

import contextlib
import io
import queue
import struct
import threading
import zlib
from collections.abc import Callable, Sequence
from pathlib import Path

import pygame

from game.play.saves import Saves
from game.play.seen_file import SeenFile
from game.story.model import Story
from game.ui.keeping import PICTURE, Keeping, stamp
from game.ui.kept import Kept
from game.ui.noting import Noting
from game.ui.pictures import PictureRefused, covering, size_of
from game.ui.sitting import Sitting
from game.whole import write_whole

_WIDE, _HIGH = 384, 512
"""The width of a picture in pixels, and its greatest height."""

_LARGEST_FILE = 2 * 1024 * 1024
_LARGEST_SIDE = 1024
_KEPT = 2_000_000
_PATIENCE = 0.15
"""Seconds that the thread waits before it writes: the next screen is laid out and drawn first."""

_HEADER = 33
"""Bytes of a PNG file before its second chunk: the signature and IHDR (PNG 3rd edition, 5.2)."""

_Choices = tuple[str, ...]


def _stamped(png: bytes, word: str) -> bytes:
    """The PNG with a text chunk after its header (PNG 3rd edition, 11.3.3.2)."""
    chunk = b"tEXtComment\0" + word.encode("ascii")
    length, check = struct.pack(">I", len(chunk) - 4), struct.pack(">I", zlib.crc32(chunk))
    return png[:_HEADER] + length + chunk + check + png[_HEADER:]


class Camera:
    """Takes, writes and shows the pictures. `auto` names the file of the autosave's."""

    def __init__(self, auto: Callable[[], Path]) -> None:
        self._auto = auto
        self._seen: _Choices | None = None
        self._film: tuple[_Choices, pygame.Surface] | None = None
        self._shown = Kept(_KEPT)
        self._fresh: dict[Path, tuple[str, pygame.Surface]] = {}
        self._to_write: queue.SimpleQueue[tuple[Path, str, pygame.Surface] | None] = (
            queue.SimpleQueue()
        )
        self._writer: threading.Thread | None = None
        self._hurry = threading.Event()

    # -- for the window

    def cover(self, screen: pygame.Surface, pictured: _Choices | None) -> None:
        """The screen is about to be drawn anew; `pictured` are the choices that led to what comes.

        None stands for a screen that is no part of the story, such as the pause.
        """
        if pictured is None and self._seen is not None:
            self._take(screen, self._seen)
        self._seen = pictured

    def lose(self) -> None:
        """What the window showed is gone: its size has changed."""
        self._seen = None

    def close(self) -> None:
        """The window closes: take a last picture, and have everything written."""
        screen = pygame.display.get_surface() if pygame.display.get_init() else None
        if screen is not None and self._seen is not None:
            self._take(screen, self._seen)
        if self._writer is not None:
            self._hurry.set()
            self._to_write.put(None)
            self._writer.join()
            self._writer = None
            self._hurry.clear()

    def get(self, name: str, width: int, height: int) -> pygame.Surface | None:
        """The picture called `name` (`Keeping.picture_of`) covering a size, or None."""
        word, _, file = name.removeprefix(PICTURE).partition(":")
        key, path = (name, width, height), Path(file)
        fresh = self._fresh.get(path)
        whole = fresh[1] if fresh is not None and fresh[0] == word else None
        if whole is None and key not in self._shown:
            whole = _read(path, word)
            if whole is None:
                return None
        return self._shown.get(key, lambda: _fitted(whole, width, height))

    # -- for whoever keeps saves

    def keep(self, path: Path, choices: Sequence[str]) -> None:
        """Write the picture of where `choices` led, if that is on the screen or was before."""
        choices = tuple(choices)
        screen = pygame.display.get_surface()
        if self._seen == choices and screen is not None:
            self._film = (choices, _small(screen))
        if self._film is not None and self._film[0] == choices:
            self._write(path, stamp(choices), self._film[1])

    def _take(self, screen: pygame.Surface, choices: _Choices) -> None:
        self._film = (choices, _small(screen))
        path = self._auto()
        if choices and self._fresh.get(path, ("",))[0] != stamp(choices):
            self._write(path, stamp(choices), self._film[1])

    def _write(self, path: Path, word: str, picture: pygame.Surface) -> None:
        self._fresh[path] = (word, picture)
        self._to_write.put((path, word, picture))
        if self._writer is None:
            self._writer = threading.Thread(target=self._work, daemon=True)
            self._writer.start()

    def _work(self) -> None:
        while (job := self._to_write.get()) is not None:
            self._hurry.wait(_PATIENCE)
            path, word, picture = job
            # A picture that cannot be written is missing, and that is no error.
            with contextlib.suppress(OSError, pygame.error, MemoryError):
                content = io.BytesIO()
                pygame.image.save(picture, content, "save.png")
                write_whole(path, _stamped(content.getvalue(), word))


def give_saves(sitting: Sitting, saves: Callable[[Story], Saves]) -> Camera:
    """Let the player of a sitting save and load, and note beside the saves what is seen.

    The camera is the window's.
    """
    camera = Camera(lambda: saves(sitting.story).picture("autosave"))
    sitting.keeping = Keeping(sitting, saves, camera.keep)
    sitting.noting = Noting(lambda story: SeenFile(story, saves(story).folder))
    return camera


def _small(screen: pygame.Surface) -> pygame.Surface:
    wide, high = screen.get_size()
    share = min(1.0, _WIDE / wide)
    size = (max(1, round(wide * share)), max(1, min(_HIGH, round(high * share))))
    return pygame.transform.smoothscale(screen, size)


def _fitted(picture: pygame.Surface | None, width: int, height: int) -> pygame.Surface:
    assert picture is not None, "asked for only where there is one"
    return covering(picture, width, height, lift=0)


def _read(path: Path, word: str) -> pygame.Surface | None:
    """The picture in a file, if it is a small PNG with that stamp."""
    try:
        if max(size_of(path)) > _LARGEST_SIDE or path.stat().st_size > _LARGEST_FILE:
            return None
        content = path.read_bytes()
        if not content.startswith(_stamped(content[:_HEADER], word)):
            return None
        return pygame.image.load(io.BytesIO(content), "save.png")
    except (OSError, PictureRefused, pygame.error, ValueError, MemoryError):
        return None
