"""The frame of a sheet that takes the whole window: its bar, its column, and what heads it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from game.ui.bar import Bar, set_bar
from game.ui.blocks import BarEntry, Block
from game.ui.compositor import Compositor, Setting
from game.ui.geometry import Rect


class Wide(NamedTuple):
    """`area` is the column that scrolls; `head` the blocks set at its top."""

    bar: Bar
    area: Rect
    head: Setting


def frame(
    comp: Compositor, entries: Sequence[BarEntry], blocks: Sequence[Block], characters: int
) -> Wide:
    """The frame of a sheet whose column is at most so many characters of small print wide."""
    look = comp.look
    bar = set_bar(comp, tuple(entries))
    margin, gutter, top = comp.px(38), comp.px(26), comp.px(18)
    width = min(look.width - 2 * margin - gutter, comp.measure("small", characters))
    area = Rect((look.width - width) // 2, top, width, bar.rect.y - top - comp.px(8))
    head = comp.column(tuple(blocks), area.x, top, min(width, comp.measure("body", 100)))
    return Wide(bar, area, head)
