"""Pictures of a story, checked before they are decoded and loaded beside the drawing.

A picture file may come from a stranger: its size is read from its first bytes, and one that would
take too much memory is refused before anything decodes it.
"""

from __future__ import annotations

import contextlib
import struct
import threading
from collections.abc import Sequence
from pathlib import Path
from typing import BinaryIO

import pygame

from game.story.model import Story
from game.ui import wording
from game.ui.pictured import picture_file

LARGEST_FILE = 32 * 1024 * 1024
LARGEST_SIDE = 8192

_KEPT, _PIXELS = 5, 8_000_000
"""How many pictures are kept at most, and how large all of them are together (4 bytes a pixel)."""

UNNOTICED = 0.08
"""Seconds."""

Wish = tuple[str, int, int]
"""A picture's id, and the width and height it is to cover."""

_Stamp = tuple[Path | None, int, int]
"""A picture's file, when it was changed last, and its size in bytes."""

ARRIVED = pygame.event.custom_type()
"""The event posted when a picture is ready or refused that was not there in time to be drawn."""


class PictureRefused(Exception):
    """A picture that is not shown; the message says why."""


UNREADABLE = (PictureRefused, pygame.error, OSError, ValueError, MemoryError)
"""What decoding a picture may raise."""


def size_of(path: Path) -> tuple[int, int]:
    """The width and height of a PNG, JPEG, GIF or WebP file, read from its header alone.

    Raises `PictureRefused` if it is too large, of another kind, or cannot be read.
    """
    try:
        if path.stat().st_size > LARGEST_FILE:
            raise PictureRefused(wording.PICTURE_LARGE.format(size=LARGEST_FILE // 1024 // 1024))
        with path.open("rb") as file:
            size = _read_size(file)
    except OSError as why:
        raise PictureRefused(wording.PICTURE_UNREAD.format(why=why.strerror)) from why
    except struct.error as why:
        raise PictureRefused(wording.PICTURE_SHORT) from why
    if not all(0 < side <= LARGEST_SIDE for side in size):
        raise PictureRefused(
            wording.PICTURE_SIDES.format(width=size[0], height=size[1], limit=LARGEST_SIDE)
        )
    return size


def _read_size(file: BinaryIO) -> tuple[int, int]:
    head = file.read(32)
    if head[:8] == b"\x89PNG\r\n\x1a\n":
        width, height = struct.unpack(">II", head[16:24])
    elif head[:6] in (b"GIF87a", b"GIF89a"):
        width, height = struct.unpack("<HH", head[6:10])
    elif head[:4] == b"RIFF" and head[8:12] == b"WEBP":
        return _webp_size(head)
    elif head[:2] == b"\xff\xd8":
        return _jpeg_size(file)
    else:
        raise PictureRefused(wording.PICTURE_KIND)
    return int(width), int(height)


def _webp_size(head: bytes) -> tuple[int, int]:
    """Sizes as the WebP container specification lays them out (RFC 9649)."""
    kind = head[12:16]
    if kind == b"VP8X":
        return (
            int.from_bytes(head[24:27], "little") + 1,
            int.from_bytes(head[27:30], "little") + 1,
        )
    if kind == b"VP8L":
        (bits,) = struct.unpack("<I", head[21:25])
        return (bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1
    if kind == b"VP8 ":
        width, height = struct.unpack("<HH", head[26:30])
        return width & 0x3FFF, height & 0x3FFF
    raise PictureRefused(wording.PICTURE_WEBP)


def _jpeg_size(file: BinaryIO) -> tuple[int, int]:
    """The size in the first frame header, found by walking the segments (ITU-T T.81, B.2)."""
    file.seek(2)
    for _ in range(2000):
        marker = file.read(2)
        if len(marker) < 2 or marker[0] != 0xFF:
            break
        if marker[1] == 0xFF:  # a fill byte
            file.seek(-1, 1)
            continue
        (length,) = struct.unpack(">H", file.read(2))
        if 0xC0 <= marker[1] <= 0xCF and marker[1] not in (0xC4, 0xC8, 0xCC):
            height, width = struct.unpack(">xHH", file.read(5))
            return int(width), int(height)
        file.seek(length - 2, 1)
    raise PictureRefused(wording.PICTURE_JPEG)


def covering(picture: pygame.Surface, width: int, height: int, lift: float = 0.2) -> pygame.Surface:
    """The picture scaled to cover a size; what is cut off is taken more from below than above."""
    share = max(width / picture.get_width(), height / picture.get_height())
    # What is cut off is cut off first: the whole picture is never there twice.
    wide = min(picture.get_width(), max(1, round(width / share)))
    high = min(picture.get_height(), max(1, round(height / share)))
    left, top = (picture.get_width() - wide) // 2, round((picture.get_height() - high) * lift)
    part = picture.subsurface((left, top, wide, high))
    if part.get_bitsize() == 24:
        part = part.convert(32)  # which is scaled several times as fast
    return pygame.transform.smoothscale(part, (width, height))


class Pictures:
    """The pictures of one story, loaded by a thread while one is wanted.

    `folder` is the story's (or its file's); without one no picture is shown.
    """

    def __init__(self, story: Story, folder: Path | None) -> None:
        self._story = story
        self.folder = folder if folder is None or folder.is_dir() else folder.parent
        """The story's own; None where it has none."""
        self._news = threading.Condition()
        self._ready: dict[Wish, pygame.Surface] = {}
        """The one that was asked for last stands last."""
        self._made_from: dict[Wish, _Stamp] = {}
        self._wanted: Wish | None = None
        self._soon: list[Wish] = []
        self._loading: Wish | None = None
        self._asked: Wish | None = None
        """What was asked for last: somebody waits for the news of it."""
        self._watched = False
        """True while whoever asked waits here, and needs no event to know."""
        self._working = False
        self._expected: Path | None = None
        self._whole: tuple[_Stamp, pygame.Surface] | None = None
        """The picture that was expected, as large as its file has it, while it is of use."""
        self.refused: dict[str, str] = {}
        """Why pictures are not shown, by id."""

    def get(self, picture: str, width: int, height: int) -> pygame.Surface | None:
        """The picture covering a size, or None while it is loading or if there is none.

        A picture asked for the first time is waited for, but not longer than nobody notices;
        `ARRIVED` is posted when it can be had.
        """
        path = self._path(picture)
        if path is None:
            return None
        key = (picture, width, height)
        with self._news:
            if key in self._ready or picture in self.refused or key == self._asked:
                return self._taken(key)
            # Only the last wish counts: while a window is dragged larger, sizes come by the dozen.
            self._asked = key
            self._wanted = key if key != self._loading else None
            self._begin()
            self._watched = True
            self._news.wait_for(lambda: key in self._ready or picture in self.refused, UNNOTICED)
            self._watched = False
            return self._taken(key)

    def expect(self, picture: str) -> None:
        """Decode a picture that is shown first, before anybody can know in what size.

        It is kept whole until another picture is loaded: what comes next often shows it again, in
        another size.
        """
        with self._news:
            self._expected = self._path(picture)
            if self._expected is not None:
                self._begin()

    def prepare(self, wishes: Sequence[Wish]) -> None:
        """Load these while nothing else is wanted, and none that were to be prepared before."""
        with self._news:
            shown = next(reversed(self._ready), None)
            count, room = _KEPT, _PIXELS
            self._soon = []
            for wish in (*([shown] if shown else ()), *wishes):
                count, room = count - 1, room - wish[1] * wish[2]
                if count < 0 or room < 0:
                    break  # never one so many that what is on the screen would be given up
                if self._taken(wish) is None:
                    self._soon.append(wish)
            if self._soon:
                self._begin()

    def _taken(self, key: Wish) -> pygame.Surface | None:
        """A picture that is looked at is given up last."""
        surface = self._ready.pop(key, None)
        if surface is not None:
            self._ready[key] = surface
        return surface

    def _begin(self) -> None:
        if not self._working:
            self._working = True
            threading.Thread(target=self._work, daemon=True).start()

    def edit(self, story: Story) -> None:
        """The story was edited: show its pictures, and load again those whose files have changed.

        What was refused is tried again.
        """
        with self._news:
            self._story = story
            self.refused.clear()
            for key, stamp in list(self._made_from.items()):
                if stamp != _stamp(self._path(key[0])):
                    del self._made_from[key], self._ready[key]

    def describe(self, picture: str) -> str:
        """What a picture shows, in words; nothing if the story has none of that id."""
        declared = self._story.pictures.get(picture)
        return "" if declared is None else declared.description

    def _path(self, picture: str) -> Path | None:
        return picture_file(self._story, self.folder, picture)

    def _work(self) -> None:
        self._decode_expected()
        while (key := self._next()) is not None:
            path = self._path(key[0])
            stamp = _stamp(path)  # before it is read: a change while it is read is seen later
            surface, problem = (None, "") if path is None else load(path, key, self._kept(stamp))
            with self._news:
                if surface is not None:
                    self._keep(key, surface, stamp)
                elif path is not None:
                    self.refused[key[0]] = problem
                self._loading = None
                awaited = key == self._asked and not self._watched
                if key == self._asked:
                    self._asked = None
                self._news.notify_all()
            if awaited:
                with contextlib.suppress(pygame.error):  # the window may have been closed meanwhile
                    pygame.event.post(pygame.event.Event(ARRIVED))

    def _decode_expected(self) -> None:
        path, self._expected = self._expected, None
        if path is not None:
            stamp = _stamp(path)
            # Whoever asks for it in its size is told what is wrong with it.
            with contextlib.suppress(*UNREADABLE):
                self._whole = (stamp, decoded(path))

    def _kept(self, stamp: _Stamp) -> pygame.Surface | None:
        """The expected picture, if it is the one in that file as it is now."""
        if self._whole is not None and self._whole[0] != stamp:
            self._whole = None
        return None if self._whole is None else self._whole[1]

    def _next(self) -> Wish | None:
        """What to load now: what is waited for, or else what may be wanted soon."""
        with self._news:
            if self._wanted is not None:
                key, self._wanted = self._wanted, None
            else:
                self._soon = [k for k in self._soon if k not in self._ready]
                self._soon = [k for k in self._soon if k[0] not in self.refused]
                if not self._soon:
                    self._working = False
                    return None
                key = self._soon.pop(0)
            self._loading = key
            return key

    def _keep(self, key: Wish, surface: pygame.Surface, stamp: _Stamp) -> None:
        """Keep a picture, in the place of those that nobody has asked for the longest."""
        size = key[1] * key[2]
        while self._ready and (len(self._ready) >= _KEPT or self._pixels + size > _PIXELS):
            oldest = next(iter(self._ready))
            del self._ready[oldest], self._made_from[oldest]
        self._ready[key], self._made_from[key] = surface, stamp

    @property
    def _pixels(self) -> int:
        return sum(width * height for _, width, height in self._ready)


def _stamp(path: Path | None) -> _Stamp:
    """The file as it is now."""
    try:
        stat = None if path is None else path.stat()
    except OSError:
        stat = None
    return (path, -1, -1) if stat is None else (path, stat.st_mtime_ns, stat.st_size)


def decoded(path: Path) -> pygame.Surface:
    """The picture in a file that is neither too large nor of another kind.

    Raises one of `UNREADABLE`.
    """
    size_of(path)
    return pygame.image.load(path)


def load(
    path: Path, key: Wish, whole: pygame.Surface | None = None
) -> tuple[pygame.Surface | None, str]:
    """The picture at its size, or None with the reason. `whole`: all of it, if it is there."""
    try:
        return covering(decoded(path) if whole is None else whole, key[1], key[2]), ""
    except PictureRefused as why:
        return None, str(why)
    except UNREADABLE as why:
        return None, wording.PICTURE_UNDECODED.format(why=why)
