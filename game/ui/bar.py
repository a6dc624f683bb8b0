"""The bar at the bottom: what else can be done, each with its key, for the mouse and for Tab."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from game.ui.blocks import BarEntry
from game.ui.compositor import Compositor
from game.ui.geometry import Rect
from game.ui.page import Control, Item, Shape, Words


class Bar(NamedTuple):
    """The bar as set."""

    rect: Rect
    items: tuple[Item, ...]
    controls: tuple[Control, ...]


def bar_height(comp: Compositor) -> int:
    """The height of the bar in pixels."""
    return comp.leading("bar") + comp.px(20)


def set_bar(comp: Compositor, entries: Sequence[BarEntry]) -> Bar:
    """The entries that fit, in their order, at the foot of the window."""
    look = comp.look
    high = bar_height(comp)
    rect = Rect(0, look.height - high, look.width, high)
    gap, pad = comp.px(6), comp.px(9)
    room = look.width - 2 * comp.px(14)
    shown = [entry._replace(key=comp.caps.of(entry.command, entry.key)) for entry in entries]
    if comp.caps.said:
        shown.insert(0, BarEntry("", comp.caps.said, "", 10))
    while len(shown) > 1 and _width(comp, shown, pad, gap) > room:
        shown.remove(min(shown, key=lambda entry: entry.rank))
    # Spread over the width, but not so far apart that a label loses its neighbours.
    spare = room - _width(comp, shown, pad, gap)
    apart = min(comp.px(22), spare // max(1, len(shown) - 1))
    items: list[Item] = [Shape(rect, "bar", seed=5)]
    controls: list[Control] = []
    x = comp.px(14)
    for entry in shown:
        name = "bar:" + entry.command
        label, key = comp.width("bar", entry.label), comp.width("bar", entry.key)
        between = _between(comp, entry)
        wide = label + key + between + 2 * pad
        box = Rect(x, rect.y + comp.px(6), wide, high - comp.px(10))
        line = Rect(x + pad, box.y + (box.h - comp.leading("bar")) // 2, label, comp.leading("bar"))
        if not entry.command:
            items.append(Words(line, entry.label, "bar", "gold"))
            x += wide + gap + apart
            continue
        items.append(Shape(box, "button", name, seed=x))
        items.append(Words(line, entry.label, "bar", "cut", name))
        caption = Rect(line.right + between, line.y, key, line.h)
        if entry.key:
            items.append(Words(caption, entry.key, "bar", "gold", name))
        said = f"{entry.label} ({entry.key})" if entry.key else entry.label
        controls.append(Control(name, box, said, main=False))
        x += wide + gap + apart
    return Bar(rect, tuple(items), tuple(controls))


def _between(comp: Compositor, entry: BarEntry) -> int:
    """The space between a label and its key."""
    return comp.px(7) if entry.key else 0


def _width(comp: Compositor, entries: Sequence[BarEntry], pad: int, gap: int) -> int:
    words = sum(
        comp.width("bar", e.label) + comp.width("bar", e.key) + _between(comp, e) for e in entries
    )
    return words + 2 * pad * len(entries) + gap * (len(entries) - 1)
