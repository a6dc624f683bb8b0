"""What can be seen of a column that is longer than its place, and how far a key moves it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from game.ui import wording
from game.ui.compositor import Compositor
from game.ui.geometry import Rect
from game.ui.page import Control, Item, Page, Shape, Words

MORE = "scroll:more"
"""The id of the control that turns the page down. It is there while there is more to read."""

_NEAR = 6
"""Lines above the top one that may stand for it."""


class Fit(NamedTuple):
    """The part of `area` the column is seen through, and where scroll bar and "more" stand."""

    viewport: Rect
    track: Rect | None
    more: Rect | None


def fit(comp: Compositor, area: Rect, content: int, track_x: int) -> Fit:
    """The column of `content` pixels in `area`; the scroll bar at `track_x` if it needs one."""
    if content <= area.h:
        return Fit(area, None, None)
    high = comp.leading("label") + comp.px(12)
    viewport = Rect(area.x, area.y, area.w, max(1, area.h - high - comp.px(6)))
    wide = comp.width("label", wording.MORE) + high + comp.px(30)
    more = Rect(area.x + max(0, (area.w - wide) // 2), area.bottom - high, min(wide, area.w), high)
    track = Rect(track_x, area.y, max(8, comp.px(12)), viewport.h)
    return Fit(viewport, track, more)


def seams(flow: Iterable[Item]) -> tuple[int, ...]:
    """The tops of its lines and ballots, in order. What stands on a ballot is no seam."""
    whole = (i for i in flow if i.control is None or (isinstance(i, Shape) and i.kind == "ballot"))
    return tuple(sorted({item.rect.y for item in whole}))


def more_items(comp: Compositor, more: Rect) -> tuple[Item, ...]:
    """The "more below" that stands under a column that goes on."""
    wide = comp.width("label", wording.MORE)
    side = more.h - comp.px(8)
    x = more.x + max(0, more.w - wide - side - comp.px(6)) // 2
    line = Rect(x, more.y + (more.h - comp.leading("label")) // 2, wide, comp.leading("label"))
    arrow = Rect(line.right + comp.px(6), more.y + comp.px(4), side, side)
    return (
        Shape(more, "ballot", MORE, seed=11),
        Words(line, wording.MORE, "label", "key", MORE),
        Shape(arrow, "arrow_down", MORE, seed=12),
    )


def more_control(page: Page) -> Control | None:
    """The control of "more below", on a page that scrolls."""
    return None if page.more is None else Control(MORE, page.more, wording.MORE)


def clamp(page: Page, scroll: int) -> int:
    """The nearest scroll the page has."""
    return max(0, min(page.depth, scroll))


def turned(page: Page, scroll: int, direction: int) -> int:
    """One page on (1) or back (-1), so that no line is cut at the top of the new page."""
    top, high = page.viewport.y, page.viewport.h
    if direction > 0:
        # The first line that does not stand whole on this page opens the next.
        whole = [y for y in page.seams if scroll < y - top <= scroll + high * 0.92]
        goal = whole[-1] - top if whole else scroll + high
        return clamp(page, goal)
    goal = scroll - round(high * 0.92)
    above = [y for y in page.seams if goal <= y - top < scroll]
    return clamp(page, above[0] - top if above and goal > 0 else goal)


def same_place(before: Page, after: Page, scroll: int) -> int:
    """The scroll at which the line that stood at the top stands there again, laid out anew.

    Where it is not one of the page's lines any more, as after a change of size, it is about the
    same share of the page.
    """
    if not before.depth:
        return 0
    lines = [item for item in before.flow if isinstance(item, Words)]
    there = [item for item in after.flow if isinstance(item, Words)]
    goal = scroll + before.viewport.y
    top = next((n for n, line in enumerate(lines) if line.rect.y >= goal), len(lines) - 1)
    # What is new came after it, or before it, or in its place: then the line above it stays.
    pairs = [(top, top), (top, top - len(lines) + len(there))]
    pairs += [(n, n) for n in range(top - 1, max(-1, top - _NEAR), -1)]
    for was, now in pairs:
        if 0 <= now < len(there) and _same(lines[was], there[now]):
            return clamp(after, scroll + there[now].rect.y - lines[was].rect.y)
    return clamp(after, round(scroll * after.depth / before.depth))


def _same(one: Words, other: Words) -> bool:
    return one.text == other.text and one.rect.h == other.rect.h


def revealing(page: Page, scroll: int, control: Control) -> int:
    """The least scrolling that brings a control into view."""
    if page.visible(control, scroll):
        return scroll
    rect, view = control.rect, page.viewport
    if rect.y - scroll < view.y or rect.h >= view.h:
        return clamp(page, rect.y - view.y)
    return clamp(page, rect.bottom - view.bottom)


def thumb(page: Page, scroll: int) -> Rect | None:
    """The part of the scroll bar that shows where one is."""
    track = page.track
    if track is None or not page.depth:
        return None
    high = max(min(track.h, 24), round(track.h * page.viewport.h / page.content))
    return Rect(track.x, track.y + round((track.h - high) * scroll / page.depth), track.w, high)


def scroll_at(page: Page, y: int) -> int:
    """The scroll for which the middle of the thumb stands at height `y`."""
    bar = thumb(page, 0)
    if bar is None or page.track is None or page.track.h <= bar.h:
        return 0
    return clamp(page, round((y - page.track.y - bar.h / 2) / (page.track.h - bar.h) * page.depth))
