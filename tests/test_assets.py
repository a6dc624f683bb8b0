"""Everything under assets/ is on the list of licences, and is the very file the list means."""

import hashlib
import re
from pathlib import Path

ASSETS = Path(__file__).resolve().parent.parent / "assets"
LIST = ASSETS / "LICENCES.md"


def listed() -> dict[str, str]:
    """The checksum that the list gives for each file."""
    row = re.compile(r"^\| `(?P<path>[^`]+)` \|.*\| `(?P<sha256>[0-9a-f]{64})` \|$", re.MULTILINE)
    rows = row.findall(LIST.read_text(encoding="utf-8"))
    paths = [path for path, _ in rows]
    assert len(set(paths)) == len(paths), "a file stands on the list twice"
    return dict(rows)


def shipped() -> dict[str, str]:
    """The checksum of each file there is."""
    return {
        path.relative_to(ASSETS).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(ASSETS.rglob("*"))
        if path.is_file() and path != LIST
    }


def test_every_asset_is_listed_with_its_checksum() -> None:
    assert listed() == shipped()


def test_every_font_has_its_licence_beside_it() -> None:
    fonts = sorted(ASSETS.glob("fonts/*.ttf"))
    assert fonts
    for font in fonts:
        family = re.sub(r"-\d+-\w+$", "", font.stem)
        licence = (ASSETS / "fonts" / f"{family}-OFL.txt").read_text(encoding="utf-8")
        assert "SIL OPEN FONT LICENSE Version 1.1" in licence
