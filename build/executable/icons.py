"""The program's icon for each system, from its pictures in assets: run with the game on the path.

    python icons.py TO

`TO` gets `icon.png` (256 pixels), `icon.ico` (Windows) and `icon.icns` (macOS).
"""

from __future__ import annotations

import struct
import sys
from pathlib import Path

from game.ui.assets import assets_folder

_ICO = (16, 24, 32, 48, 64, 128, 256)
_ICNS = {b"icp4": 16, b"icp5": 32, b"ic07": 128, b"ic08": 256, b"ic09": 512, b"ic10": 1024}
"""The types of Apple's icon container that hold PNG files, with their sides in pixels."""


def png(side: int) -> bytes:
    """The program's icon, square, as the PNG file that `build/art` made."""
    return (assets_folder() / "icons" / f"icon-{side}.png").read_bytes()


def ico(pictures: dict[int, bytes]) -> bytes:
    """A Windows icon of PNG files, which it may hold since Windows Vista."""
    head = struct.pack("<HHH", 0, 1, len(pictures))
    at = len(head) + 16 * len(pictures)
    entries, bodies = b"", b""
    for side, body in pictures.items():
        entries += struct.pack("<BBBBHHII", side % 256, side % 256, 0, 0, 1, 32, len(body), at)
        at += len(body)
        bodies += body
    return head + entries + bodies


def icns(pictures: dict[bytes, bytes]) -> bytes:
    """An icon of macOS of PNG files."""
    parts = b"".join(
        kind + struct.pack(">I", len(body) + 8) + body for kind, body in pictures.items()
    )
    return b"icns" + struct.pack(">I", len(parts) + 8) + parts


def make(to: Path) -> None:
    """Write the three files."""
    to.mkdir(parents=True, exist_ok=True)
    (to / "icon.png").write_bytes(png(256))
    (to / "icon.ico").write_bytes(ico({side: png(side) for side in _ICO}))
    (to / "icon.icns").write_bytes(icns({kind: png(side) for kind, side in _ICNS.items()}))


if __name__ == "__main__":
    make(Path(sys.argv[1]))
