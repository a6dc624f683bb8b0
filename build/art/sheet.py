"""The contact sheet: everything that is made, small, with its name, on one sheet of paper."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby
from pathlib import Path
from typing import NamedTuple

from PIL import Image, ImageDraw, ImageFont

from build.art import palette
from build.art.lettering import font
from build.art.work import Form, Work

WIDTH = 1800
_MARGIN, _GAP, _NAME = 36, 14, 30
_COLUMNS: dict[Form, int] = {
    "picture": 4,
    "poster": 6,
    "portrait": 12,
    "ornament": 10,
    "icon": 14,
}
_HEADINGS: dict[Form, str] = {
    "picture": "Pictures",
    "poster": "Posters",
    "portrait": "Portraits",
    "ornament": "Ornaments",
    "icon": "Icons",
}


class _Placed(NamedTuple):
    image: Image.Image
    name: str
    x: int
    y: int


def contact_sheet(works: Iterable[Work], folder: Path) -> Image.Image:
    """The sheet of these works, from their files in this folder."""
    inks = palette.load("coast61").inks
    order = list(_COLUMNS)
    placed: list[_Placed] = []
    headings: list[tuple[str, int]] = []
    y = _MARGIN
    for form, group in groupby(sorted(works, key=lambda w: order.index(w.form)), lambda w: w.form):
        headings.append((_HEADINGS[form], y))
        y += 64
        for row in _rows(group, folder, _COLUMNS[form]):
            placed += [one._replace(y=y) for one in row]
            y += max(one.image.height for one in row) + _NAME + _GAP
        y += _GAP
    sheet = Image.new("RGB", (WIDTH, y + _MARGIN - _GAP), inks["paper"])
    draw = ImageDraw.Draw(sheet)
    large, small = _face(50), _face(23)
    for words, top in headings:
        draw.text((_MARGIN, top), words.upper(), fill=inks["red"], font=large)
    for one in placed:
        shown = one.image.convert("RGBA")
        sheet.paste(shown, (one.x, one.y), shown)
        draw.text((one.x, one.y + one.image.height + 3), one.name, fill=inks["key"], font=small)
    return sheet


def _rows(works: Iterable[Work], folder: Path, columns: int) -> Iterator[list[_Placed]]:
    """Works side by side, each in a column's width."""
    wide = (WIDTH - 2 * _MARGIN - (columns - 1) * _GAP) // columns
    row: list[_Placed] = []
    for work in works:
        with Image.open(folder / work.file) as opened:
            image = opened.convert("RGBA")
        high = max(1, round(image.height * wide / image.width))
        small = image.resize((wide, high), Image.Resampling.LANCZOS)
        row.append(_Placed(small, _short(work.name, wide), _MARGIN + len(row) * (wide + _GAP), 0))
        if len(row) == columns:
            yield row
            row = []
    if row:
        yield row


def _short(name: str, wide: int) -> str:
    """As much of a name as goes beneath its picture."""
    face = _face(23)
    while face.getlength(name) > wide:
        name = name[:-2].rstrip("-_ …") + "…"
    return name


def _face(size: int) -> ImageFont.FreeTypeFont:
    basic = ImageFont.Layout.BASIC
    return ImageFont.truetype(font("league-gothic-400-normal.ttf"), size, layout_engine=basic)


def write_sheet(sheet: Image.Image, path: Path) -> None:
    """Write it small enough to look at: a WebP, or a PNG of 128 colours."""
    path.parent.mkdir(parents=True, exist_ok=True)
    if path.suffix == ".png":
        sheet.quantize(128, dither=Image.Dither.NONE).save(path, "PNG", optimize=True)
    else:
        sheet.save(path, "WEBP", quality=34, method=6, use_sharp_yuv=True)
