"""Sound files: reading them, and writing Ogg Vorbis whose bytes are the same each time."""

from __future__ import annotations

import struct
import zlib
from pathlib import Path

import numpy as np
import soundfile

from build.audio.signals import RATE, Samples

_BLOCK = 4096
"""Frames written at once; libsndfile fails on whole minutes."""


def read(path: Path) -> Samples:
    """A file's frames, in as many columns as it has channels."""
    sound, rate = soundfile.read(path, always_2d=True)
    if rate != RATE:
        raise ValueError(f"{path.name} has {rate} Hz")
    return np.asarray(sound, dtype=np.float64)


def write_ogg(path: Path, sound: Samples, quality: float) -> None:
    """Write a sound as Ogg Vorbis at a quality from 0 to 1.

    It is rounded to 16 bits before, lest the last bit of one processor's sines make another file
    than another's; and the stream's number, which libsndfile draws by lot, is made from the sound.
    """
    whole = np.clip(np.round(sound * 32767), -32768, 32767).astype(np.int16)
    channels = whole.shape[1]
    with soundfile.SoundFile(
        path, "w", RATE, channels, "VORBIS", None, "OGG", compression_level=1 - quality
    ) as file:
        for start in range(0, len(whole), _BLOCK):
            file.write(whole[start : start + _BLOCK])
    path.write_bytes(renumbered(path.read_bytes(), zlib.crc32(whole.tobytes())))


def renumbered(ogg: bytes, serial: int) -> bytes:
    """An Ogg file with another stream number, and its pages' checksums renewed (RFC 3533, 6)."""
    done = bytearray()
    at = 0
    while at < len(ogg):
        segments = ogg[at + 26]
        lacing = ogg[at + 27 : at + 27 + segments]
        end = at + 27 + segments + sum(lacing)
        page = bytearray(ogg[at:end])
        struct.pack_into("<II", page, 14, serial, struct.unpack_from("<I", page, 18)[0])
        struct.pack_into("<I", page, 22, 0)
        struct.pack_into("<I", page, 22, _checksum(page))
        done += page
        at = end
    return bytes(done)


def _table() -> list[int]:
    table = []
    for byte in range(256):
        crc = byte << 24
        for _ in range(8):
            crc = (crc << 1) ^ (0x04C11DB7 if crc & 0x80000000 else 0)
        table.append(crc & 0xFFFFFFFF)
    return table


_TABLE = _table()


def _checksum(page: bytes | bytearray) -> int:
    """Ogg's checksum: the polynomial 04c11db7, not reflected, beginning with 0."""
    crc = 0
    for byte in page:
        crc = ((crc << 8) & 0xFFFFFFFF) ^ _TABLE[(crc >> 24) ^ byte]
    return crc
