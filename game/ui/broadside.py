"""The layout of nearly every screen: a column of text, a print, and ballots.

In a wide window the text stands left, the print bleeds off the top right corner and the ballots
stand under it, so that text and choices are seen together. Where that would squeeze either, the
print is a strip at the top and the ballots follow the text in one column that scrolls.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from game.ui.bar import Bar, set_bar
from game.ui.blocks import BarEntry, Block, Box, Offer, Para
from game.ui.compositor import Compositor, Setting
from game.ui.geometry import Rect
from game.ui.page import Art, Control, Figure, Item, Page, Shape
from game.ui.scrolling import fit, more_items, seams

MOST, LEAST = 66, 46
"""The measure of the text column in characters."""

_CLOSENESS = ((12, 11), (6, 11), (5, 6), (3, 2))
"""How far apart ballots are, and how roomy: a long list stands closer, so that it stands whole."""

_CLOSER = 1.5
"""Set closer, no part of a column is less than two thirds as high: a longer one need not try."""


PORTRAIT = (880, 960)
"""The width and height of a portrait: what these are to each other is kept."""


class Broadside(NamedTuple):
    """What stands on the sheet. `tag` names place and time; `notice` is said before all else."""

    blocks: tuple[Block, ...]
    offers: tuple[Offer, ...]
    bar: tuple[BarEntry, ...]
    tag: str = ""
    picture: str | None = None
    scenery: str = ""
    notice: str = ""
    tailpiece: bool = False
    """Close a short text with an ornament, as printers do."""
    alt: str = ""
    """The picture in words, for whoever hears the screen."""
    portrait: str | None = None
    """The file that shows who speaks."""


def lay_out(sheet: Broadside, comp: Compositor) -> Page:
    """The sheet on a page of the window's size."""
    return _laid_out(sheet, comp)._replace(source=sheet)


def _laid_out(sheet: Broadside, comp: Compositor) -> Page:
    bar = set_bar(comp, sheet.bar)
    look, lines = comp.look, bar.rect.y / comp.leading("body")
    if look.width > look.height and (page := _side_by_side(sheet, comp, bar)) is not None:
        return page
    if lines <= 18 or not look.pictures:
        return _stacked(sheet, comp, bar, 0)
    # The strip takes what the text leaves, and a fair share of the window if that is more.
    least = round(look.height * (0.24 if lines > 21 else 0.15))
    page = _stacked(sheet, comp, bar, least)
    spare = page.viewport.h - page.content
    if spare <= 0:
        return page
    return _stacked(sheet, comp, bar, min(least + spare, round(look.height * 0.55)))


def _blocks(sheet: Broadside) -> tuple[Block, ...]:
    if not sheet.notice:
        return sheet.blocks
    return (Box((Para(sheet.notice, "small"),)), *sheet.blocks)


def ballots(
    comp: Compositor,
    offers: Sequence[Offer],
    x: int,
    y: int,
    width: int,
    gap: int = 12,
    pad: int = 11,
) -> tuple[Setting, list[Control]]:
    """Offers as ballots, one under another, `gap` apart and with `pad` round their words."""
    items: list[Item] = []
    controls = []
    for place, offer in enumerate(offers):
        y += comp.px(gap) if place else 0
        ballot, control = comp.ballot(offer, x, y, width, pad)
        items.extend(ballot.items)
        if control is not None:
            controls.append(control)
        y = ballot.bottom
    return Setting(tuple(items), y), controls


def _tag(sheet: Broadside, comp: Compositor, art: Rect) -> tuple[Item, ...]:
    """Place and time on the print, or nothing where it would cover the print."""
    margin, pad = comp.px(18), comp.px(12)
    if not sheet.tag or art.h <= 0:
        return ()
    x, y = art.x + margin, art.y + margin
    words = Rect(x + pad, y + comp.px(7), art.w - 2 * margin - 2 * pad, 0)
    lines = comp.lines("tag", sheet.tag, words, ink="cut", even=True)
    wide = max(item.rect.w for item in lines.items) + 2 * pad
    rect = Rect(x, y, wide, lines.bottom + comp.px(7) - y)
    if rect.bottom + margin > art.bottom or rect.h > art.h * 0.7:
        return ()
    return (Shape(rect, "tag", seed=wide), *lines.items)


def _portrait(
    sheet: Broadside, comp: Compositor, art: Rect, tag: tuple[Item, ...]
) -> tuple[Figure, ...]:
    """Who speaks, before the print and a little out of it; nobody where they would be too small.

    Under the tag on a print beside the text, beside it on a strip.
    """
    if sheet.portrait is None:
        return ()
    beside = art.x > 0
    head = max((item.rect.bottom for item in tag), default=art.y)
    room = art.bottom - head - comp.px(8) if beside else art.h - comp.px(8)
    high = min(room, round(art.h * (0.74 if beside else 0.96)), comp.px(340))
    high = min(high, round(art.w * 0.58 * PORTRAIT[1] / PORTRAIT[0]))
    wide = round(high * PORTRAIT[0] / PORTRAIT[1])
    if high < comp.px(130):
        return ()
    x = art.x - comp.px(20) if beside else art.right - comp.px(26) - wide
    return (Figure(Rect(x, art.bottom - high, wide, high), sheet.portrait),)


def _with_tailpiece(comp: Compositor, column: Setting, area: Rect) -> Setting:
    """The column and its ornament, if a good part of the area is left."""
    high = comp.px(30)
    y = column.bottom + comp.leading("body")
    if area.bottom - y < area.h * 0.3:
        return column
    wide = round(area.w * 0.62)
    ornament = Shape(Rect(area.x + (area.w - wide) // 2, y, wide, high), "tailpiece", seed=7)
    return column._replace(items=(*column.items, ornament), bottom=y + high)


def _side_by_side(sheet: Broadside, comp: Compositor, bar: Bar) -> Page | None:
    look = comp.look
    margin, gutter = comp.px(38), comp.px(36)
    measure = min(comp.measure("body", MOST), round(look.width * 0.58))
    if measure < comp.measure("body", LEAST):
        return None
    seam = margin + measure + gutter + comp.px(14)
    inset = comp.px(26)
    room = look.width - seam - 2 * inset
    frame = comp.leading("number") + comp.px(40)
    if room - frame < comp.measure("strong", 19):
        return None
    room = min(room, comp.measure("strong", 64) + frame)
    for gap, pad in _CLOSENESS:  # a long list stands closer, so that it stands whole
        set_ballots, controls = ballots(comp, sheet.offers, seam + inset, 0, room, gap, pad)
        under = set_ballots.bottom + comp.px(24) + comp.px(16)
        art_high = bar.rect.y - under
        if art_high >= comp.px(8):
            break
    else:
        return None
    top = comp.px(24)
    art: Art | None = None
    tag: tuple[Item, ...] = ()
    down = top
    if art_high >= look.height * 0.15 and look.pictures:
        # Less than that is no print but a stripe: then the ballots have the side to themselves.
        corner = Rect(seam, 0, look.width - seam, art_high)
        art = Art(corner, True, True, sheet.picture, sheet.scenery)
        tag = _tag(sheet, comp, corner)
        art = art._replace(figures=_portrait(sheet, comp, corner, tag))
        down = art_high + comp.px(24)
    blocks = _blocks(sheet)
    if sheet.tag and not tag:
        blocks = (Para(sheet.tag, "label"), *blocks)
    area = Rect(margin, top, measure, bar.rect.y - top - comp.px(12))
    column = comp.column(blocks, area.x, area.y, measure)
    if area.h < column.bottom - area.y <= area.h * _CLOSER:
        # Better a page set a little closer than one whose last three lines are out of sight.
        close = comp.closer().column(blocks, area.x, area.y, measure)
        column = close if close.bottom <= area.bottom else column
    if sheet.tailpiece:
        column = _with_tailpiece(comp, column, area)
    seen = fit(comp, area, column.bottom - area.y, area.right + comp.px(10))
    beside = [item._replace(rect=item.rect.moved(0, down)) for item in set_ballots.items]
    more = more_items(comp, seen.more) if seen.more else ()
    return Page(
        (look.width, look.height),
        art,
        seen.viewport,
        column.bottom - area.y,
        column.items,
        (*beside, *tag, *more, *bar.items),
        (
            *[c._replace(rect=c.rect.moved(0, down)) for c in controls],
            *column.controls,
            *bar.controls,
        ),
        seen.track,
        seen.more,
        seams(column.items),
    )


def _stacked(sheet: Broadside, comp: Compositor, bar: Bar, high: int) -> Page:
    """One column under a strip of print `high` pixels high, or none."""
    look = comp.look
    margin, gutter = comp.px(30), comp.px(26)
    art = (
        Art(Rect(0, 0, look.width, high), False, True, sheet.picture, sheet.scenery)
        if high
        else None
    )
    tag = _tag(sheet, comp, art.rect) if art else ()
    if art is not None:
        art = art._replace(figures=_portrait(sheet, comp, art.rect, tag))
    blocks = _blocks(sheet)
    if sheet.tag and not tag:
        blocks = (Para(sheet.tag, "label"), *blocks)
    measure = min(comp.measure("body", MOST), look.width - 2 * margin - gutter)
    x = max(margin, (look.width - measure) // 2)
    top = high + comp.px(26 if high else 14)
    area = Rect(x, top, measure, bar.rect.y - top - comp.px(8))
    column = comp.column(blocks, area.x, area.y, measure)
    after = column.bottom + (comp.px(24) if blocks else 0)
    below, controls = ballots(comp, sheet.offers, area.x, after, measure)
    flow = (*column.items, *below.items)
    content = (below.bottom if sheet.offers else column.bottom) - area.y
    seen = fit(comp, area, content, area.right + comp.px(10))
    more = more_items(comp, seen.more) if seen.more else ()
    return Page(
        (look.width, look.height),
        art,
        seen.viewport,
        content,
        flow,
        (*tag, *more, *bar.items),
        (*[c._replace(flows=True) for c in controls], *column.controls, *bar.controls),
        seen.track,
        seen.more,
        seams(flow),
    )
