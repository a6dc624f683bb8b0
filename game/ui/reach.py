"""Which control is under a pointer, or near enough for a finger."""

from __future__ import annotations

from collections.abc import Iterator

from game.ui.geometry import Rect
from game.ui.page import Control, Page
from game.ui.scrolling import more_control

FINGER = 44
"""Pixels at 720 lines, and in any smaller window, across which a finger finds a control (Web
Content Accessibility Guidelines 2.2, success criterion 2.5.5)."""


def control_at(page: Page, scroll: int, x: int, y: int) -> Control | None:
    """The control that can be seen at a point of a page that is scrolled so far."""
    return next((c for c, rect in _seen(page, scroll) if rect.holds(x, y)), None)


def control_near(page: Page, scroll: int, x: int, y: int, reach: int) -> Control | None:
    """The control that a finger means at a point: the one there, or the nearest in reach.

    Each can be touched across at least `reach` pixels, where no other is nearer.
    """
    there = control_at(page, scroll, x, y)
    if there is not None:
        return there
    near = [
        (_distance(rect, x, y), place, control)
        for place, (control, rect) in enumerate(_seen(page, scroll))
        if _grown(rect, reach).holds(x, y)
    ]
    return min(near, default=(0.0, 0, None))[2]


def _seen(page: Page, scroll: int) -> Iterator[tuple[Control, Rect]]:
    """Every control, with the part of it that can be seen."""
    more = more_control(page)
    if more and scroll < page.depth:
        yield more, more.rect
    view = page.viewport
    for control in page.controls:
        if not control.flows:
            yield control, control.rect
            continue
        rect = control.rect.moved(0, -scroll)
        top, bottom = max(rect.y, view.y), min(rect.bottom, view.bottom)
        if top < bottom:
            yield control, rect._replace(y=top, h=bottom - top)


def _grown(rect: Rect, reach: int) -> Rect:
    wide, high = max(0, reach - rect.w), max(0, reach - rect.h)
    return Rect(rect.x - wide // 2, rect.y - high // 2, rect.w + wide, rect.h + high)


def _distance(rect: Rect, x: int, y: int) -> float:
    """From a point to the nearest of a rectangle, in pixels."""
    across = max(rect.x - x, 0, x - (rect.right - 1))
    down = max(rect.y - y, 0, y - (rect.bottom - 1))
    return float((across**2 + down**2) ** 0.5)
