"""How long a sound file plays, read before anything decodes it.

A sound file may come from a stranger: a few kilobytes of Vorbis can hold hours of silence, which
would fill the memory once decoded. So its pages are counted first. Vorbis in Ogg and uncompressed
WAV are taken: both repeat without a gap.
"""

from __future__ import annotations

import struct
from pathlib import Path
from typing import BinaryIO, NamedTuple

from game.audio import words

LARGEST_FILE = 24 * 1024 * 1024
"""Bytes."""

_RATES = range(8000, 96001)
_CHANNELS = (1, 2)

_SHORT = 8
"""How many of the usual short blocks are as long as a long one. A file of nothing but short ones
seems so many times longer than it is; one that lies about its length can go no further."""


class SoundRefused(Exception):
    """A sound that is not played; the message says why."""


class _Stream(NamedTuple):
    """What is known of a file: `most` is what it can decode to, whatever it says of itself."""

    rate: int
    channels: int
    frames: int
    most: int


def seconds_of(path: Path, longest: float) -> float:
    """How long a file plays, in seconds.

    Raises `SoundRefused` if that is more than `longest`, if the file is of another kind or too
    large, or cannot be read.
    """
    try:
        if path.stat().st_size > LARGEST_FILE:
            raise SoundRefused(words.LARGE.format(size=LARGEST_FILE // 1024 // 1024))
        with path.open("rb") as file:
            stream = _read(file, path.stat().st_size)
    except OSError as why:
        raise SoundRefused(words.UNREAD.format(why=why.strerror)) from why
    except struct.error as why:
        raise SoundRefused(words.SHORT) from why
    if stream.rate not in _RATES or stream.channels not in _CHANNELS:
        raise SoundRefused(
            words.RATE.format(
                channels=stream.channels,
                rate=stream.rate,
                least=_RATES.start,
                most=_RATES.stop - 1,
            )
        )
    if stream.frames > longest * stream.rate or stream.most > _SHORT * longest * stream.rate:
        raise SoundRefused(words.LONG.format(seconds=f"{longest:.0f}"))
    if stream.frames <= 0:
        raise SoundRefused(words.EMPTY)
    return stream.frames / stream.rate


def _read(file: BinaryIO, size: int) -> _Stream:
    head = file.read(12)
    if head[:4] == b"OggS":
        file.seek(0)
        return _ogg(file)
    if head[:4] == b"RIFF" and head[8:12] == b"WAVE":
        return _wav(file, size)
    raise SoundRefused(words.KIND)


def _ogg(file: BinaryIO) -> _Stream:
    """The stream of an Ogg file (RFC 3533), whose first packet is a Vorbis I header (4.2.2)."""
    rate = channels = longest_block = packets = 0
    last = number = -1
    while len(page := file.read(27)) == 27:
        mark, _, flags, granule, serial, _, _, segments = struct.unpack("<4sBBqIIIB", page)
        if mark != b"OggS":
            raise SoundRefused(words.OGG)
        lacing = file.read(segments)
        body = sum(lacing)
        if flags & 2:  # a stream begins: only one may
            if number >= 0:
                raise SoundRefused(words.SEVERAL)
            number = serial
            rate, channels, longest_block = _vorbis(file.read(body))
        else:
            file.seek(body, 1)
        packets += sum(size < 255 for size in lacing)
        last = max(last, granule)
    return _Stream(rate, channels, last, packets * longest_block // 2)


def _vorbis(packet: bytes) -> tuple[int, int, int]:
    """Rate, channels, and the samples of a long block."""
    if packet[:7] != b"\x01vorbis":
        raise SoundRefused(words.NOT_VORBIS)
    channels, rate = struct.unpack("<BI", packet[11:16])
    (blocks,) = struct.unpack("<B", packet[28:29])
    return rate, channels, 1 << (blocks >> 4)


def _wav(file: BinaryIO, size: int) -> _Stream:
    """The stream of a WAV file: the chunks `fmt ` and `data` of its RIFF form."""
    rate = channels = wide = 0
    for _ in range(100):
        name, length = struct.unpack("<4sI", file.read(8))
        if name == b"fmt ":
            kind, channels, rate, _, wide, bits = struct.unpack("<HHIIHH", file.read(16))
            if kind not in (1, 3, 0xFFFE) or wide != channels * bits // 8 or not wide:
                raise SoundRefused(words.COMPRESSED)
            length -= 16
        elif name == b"data":
            if not wide:
                break
            there = size - file.tell()
            return _Stream(rate, channels, min(length, there) // wide, there // wide)
        file.seek(length + length % 2, 1)
    raise SoundRefused(words.WAV)
