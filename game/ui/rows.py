"""Setting the rows of a panel: the name of each setting, and its values as cells beside it.

A row is one control. The focus is on its name, and Left and Right change its value; its cells are
for the pointer. Rows that belong together stand under a small heading.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from game.ui import wording
from game.ui.blocks import Cell, Heading, Row
from game.ui.compositor import Compositor, Setting
from game.ui.geometry import Rect
from game.ui.inks import Ink
from game.ui.page import Control, Item, Shape


class SetRows(NamedTuple):
    """Rows as set, and the first row of pixels below them."""

    items: tuple[Item, ...]
    controls: tuple[Control, ...]
    bottom: int


def set_rows(
    comp: Compositor, parts: Sequence[Row | Heading], x: int, y: int, width: int
) -> SetRows:
    """The rows one under another, all their names beside their values or all above them."""
    rows = [part for part in parts if isinstance(part, Row)]
    names = max((comp.width("strong", row.label) for row in rows), default=0)
    beside = names + _pad(comp) + _tip(comp)
    cells = [_width(comp, cell) for row in rows for cell in row.cells]
    room = width - beside - comp.px(10)
    if room < max(max(cells, default=0), width * 0.5):
        beside = 0
    items: list[Item] = []
    controls: list[Control] = []
    for number, part in enumerate(parts):
        y += _space(comp, part, beside) if number else 0
        at = Rect(x, y, width, 0)
        done = _row(comp, part, at, beside) if isinstance(part, Row) else _heading(comp, part, at)
        items.extend(done.items)
        controls.extend(done.controls)
        y = done.bottom
    return SetRows(tuple(items), tuple(controls), y)


def _space(comp: Compositor, part: Row | Heading, beside: int) -> int:
    """The space before a row, or the larger one before a heading."""
    return comp.px((10 if beside else 16) + (8 if isinstance(part, Heading) else 0))


def _heading(comp: Compositor, heading: Heading, at: Rect) -> SetRows:
    """The heading in capitals over a cut line, and below it what is to be said."""
    pad = comp.px(10)
    words = comp.lines("label", heading.text.upper(), at._replace(x=at.x + pad, w=at.w - 2 * pad))
    line = Rect(at.x, words.bottom, at.w, comp.px(3))
    items: list[Item] = [*words.items, Shape(line, "rule", seed=at.y)]
    bottom = line.bottom
    if heading.remark:
        under = Rect(at.x + pad, bottom + comp.px(8), at.w - 2 * pad, 0)
        said = comp.lines("small", heading.remark, under, ink="grey")
        items.extend(said.items)
        bottom = said.bottom
    return SetRows(tuple(items), (), bottom)


def _pad(comp: Compositor) -> int:
    return comp.px(10)


def _tip(comp: Compositor) -> int:
    """The room that the point of the pointer takes."""
    return round(_high(comp) * 0.42) + comp.px(6)


def _high(comp: Compositor) -> int:
    return max(comp.leading("label"), comp.leading("strong")) + comp.px(7)


def _tick(comp: Compositor) -> int:
    return round(comp.look.size("label") * 0.72)


def _width(comp: Compositor, cell: Cell) -> int:
    """The width of a cell on one line: as much chosen as not, so that nothing moves."""
    return comp.width("label", cell.text) + _tick(comp) + comp.px(5) + 2 * comp.px(8)


def _row(comp: Compositor, row: Row, at: Rect, beside: int) -> SetRows:
    """One row: its name in `beside` pixels, or on a line of its own where that is 0."""
    high, pad = _high(comp), _pad(comp)
    room = (beside or at.w) - pad - _tip(comp)
    name = comp.lines("strong", row.label, Rect(at.x + pad, 0, room, 0), control=row.id)
    tall = max(high, name.bottom + comp.px(7))
    wide = beside or max(item.rect.w for item in name.items) + pad + _tip(comp)
    box = Rect(at.x, at.y, wide, tall)
    down = at.y + (tall - name.bottom) // 2
    every = ", ".join(cell.text for cell in row.cells)
    chosen = next((cell.text for cell in row.cells if cell.chosen), every)
    said = wording.SETTING_NOW.format(setting=row.label, value=chosen)
    items: list[Item] = [Shape(box, "pointer", row.id, seed=at.y)]
    items.extend(_standing(name, down, box))
    controls = [Control(row.id, box, said, flows=True)]
    gap = comp.px(6)
    left = at.x + beside + (comp.px(10) if beside else 0)
    y = at.y if beside else box.bottom + comp.px(4)
    for line in _lines(comp, row.cells, at.right - left, gap):
        x, bottom = left, y
        for cell in line:
            wide = min(_width(comp, cell), at.right - left)
            rect, drawn = _cell(comp, cell, Rect(x, y, wide, 0))
            items.extend(drawn)
            controls.append(Control(cell.id, rect, cell.text, flows=True, main=False, row=row.id))
            x, bottom = rect.right + gap, max(bottom, rect.bottom)
        y = bottom + gap
    return SetRows(tuple(items), tuple(controls), max(box.bottom, y - gap))


def _lines(
    comp: Compositor, cells: Sequence[Cell], room: int, gap: int
) -> Iterator[Sequence[Cell]]:
    """The cells in as few lines as they need, with as many in each."""
    for count in range(1, len(cells) + 1):
        each = math.ceil(len(cells) / count)
        lines = [cells[first : first + each] for first in range(0, len(cells), each)]
        wide = max(sum(_width(comp, cell) + gap for cell in line) - gap for line in lines)
        if wide <= room or each == 1:
            yield from lines
            return


def _cell(comp: Compositor, cell: Cell, at: Rect) -> tuple[Rect, list[Item]]:
    """A value in the width of `at`, or as high as it must be there.

    The one that is set is cut out of a block and ticked.
    """
    side, gap, pad = _tick(comp), comp.px(5), comp.px(8)
    # Words set one by one can be a little wider than the line they make.
    room = at.w - side - gap - 2 * pad + pad // 2
    left = at.x + pad + (side + gap if cell.chosen else (side + gap) // 2)
    ink: Ink = "paper" if cell.chosen else "key"
    words = comp.lines("label", cell.text, Rect(left, 0, room, 0), ink=ink, control=cell.id)
    rect = Rect(at.x, at.y, at.w, max(_high(comp), words.bottom + comp.px(7)))
    down = rect.y + (rect.h - words.bottom) // 2
    items: list[Item] = [Shape(rect, "cell_set" if cell.chosen else "cell", cell.id, rect.x)]
    if cell.chosen:
        items.append(Shape(Rect(rect.x + pad, rect.y, side, rect.h), "tick", cell.id, rect.x))
    items.extend(_standing(words, down, rect))
    return rect, items


def _standing(words: Setting, down: int, box: Rect) -> list[Item]:
    """The words, moved down. A single line is as high as its box: they come into view as one."""
    if len(words.items) == 1:
        (line,) = words.items
        return [line._replace(rect=line.rect._replace(y=box.y, h=box.h))]
    return [line._replace(rect=line.rect.moved(0, down)) for line in words.items]
