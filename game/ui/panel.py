"""The layout of settings: rows to set, and a sample that shows at once what they do.

In a wide window the sample stands beside the rows, under a print; elsewhere above them. Either way
it stays where it is while the rows scroll. So does what closes the panel.
"""

from __future__ import annotations

from typing import NamedTuple

from game.ui.bar import Bar, set_bar
from game.ui.blocks import BarEntry, Block, Heading, Offer, Row
from game.ui.broadside import LEAST, MOST, ballots
from game.ui.compositor import Compositor, Setting
from game.ui.geometry import Rect
from game.ui.page import Art, Control, Item, Page
from game.ui.rows import SetRows, set_rows
from game.ui.scrolling import fit, more_items, seams


class Panel(NamedTuple):
    """What stands on it: `blocks` above the rows, `sample` apart from them.

    Among the rows there may be headings.
    """

    blocks: tuple[Block, ...]
    rows: tuple[Row | Heading, ...]
    sample: tuple[Block, ...]
    offers: tuple[Offer, ...]
    bar: tuple[BarEntry, ...]
    scenery: str


class _Apart(NamedTuple):
    """What does not scroll: a print, and the sample and offers."""

    art: Art | None
    items: tuple[Item, ...]
    controls: tuple[Control, ...]
    offers: bool = True
    """False where the offers have no room here: then they stand below the rows."""


def lay_out(panel: Panel, comp: Compositor) -> Page:
    """The panel on a page of the window's size."""
    return _laid_out(panel, comp)._replace(source=panel)


def _laid_out(panel: Panel, comp: Compositor) -> Page:
    bar = set_bar(comp, panel.bar)
    look = comp.look
    if look.width > look.height and (page := _side_by_side(panel, comp, bar)) is not None:
        return page
    page = _stacked(panel, comp, bar, 0)
    spare = page.viewport.h - page.content - comp.px(14)
    if not look.pictures or spare < look.height * 0.15:
        return page
    return _stacked(panel, comp, bar, min(spare, round(look.height * 0.45)))


def _side_by_side(panel: Panel, comp: Compositor, bar: Bar) -> Page | None:
    look = comp.look
    margin, inset, top = comp.px(38), comp.px(26), comp.px(24)
    measure = min(comp.measure("body", 80), round(look.width * 0.61))
    seam = margin + measure + comp.px(50)
    room = look.width - seam - 2 * inset
    if measure < comp.measure("body", LEAST) or room < comp.measure("body", 22):
        return None
    room = min(room, comp.measure("body", MOST))
    below = _sample_and_offers(panel, comp, seam + inset, room)
    high = bar.rect.y - below.bottom - comp.px(40)
    if high < 0:
        return None
    art = None
    down = top
    if look.pictures and high >= look.height * 0.15:
        art = Art(Rect(seam, 0, look.width - seam, high), True, True, None, panel.scenery)
        down = high + comp.px(24)
    apart = _Apart(art, *_moved(below, down))
    area = Rect(margin, top, measure, bar.rect.y - top - comp.px(12))
    return _page(panel, comp, bar, area, apart)


def _stacked(panel: Panel, comp: Compositor, bar: Bar, high: int) -> Page:
    """The sample above the rows and the offers below them, the sample among them for want of room.

    All of it stands under a strip of print `high` pixels high, or none.
    """
    look = comp.look
    margin, gutter = comp.px(30), comp.px(26)
    width = min(comp.measure("body", MOST), look.width - 2 * margin - gutter)
    x = max(margin, (look.width - width) // 2)
    art = Art(Rect(0, 0, look.width, high), False, True, None, panel.scenery) if high else None
    top, floor = high + comp.px(26 if high else 12), bar.rect.y - comp.px(8)
    items: tuple[Item, ...] = ()
    controls: tuple[Control, ...] = ()
    foot, taken = ballots(comp, panel.offers, x, 0, width)
    pinned = 0 < foot.bottom < bar.rect.y * 0.4
    if pinned:
        floor -= foot.bottom
        items = tuple(item._replace(rect=item.rect.moved(0, floor)) for item in foot.items)
        controls = tuple(c._replace(rect=c.rect.moved(0, floor)) for c in taken)
        floor -= comp.px(10)
    sample = comp.column(panel.sample, x, top, width)
    if sample.bottom - high < floor * 0.45:
        items = (*items, *sample.items)
        top = sample.bottom + comp.px(12)
    else:
        panel = panel._replace(blocks=(*panel.blocks, *panel.sample))
    area = Rect(x, top, width, max(1, floor - top))
    return _page(panel, comp, bar, area, _Apart(art, items, controls, pinned))


def _sample_and_offers(panel: Panel, comp: Compositor, x: int, width: int) -> SetRows:
    sample = comp.column(panel.sample, x, 0, width)
    under = sample.bottom + (comp.px(20) if panel.offers else 0)
    offers, controls = ballots(comp, panel.offers, x, under, width)
    items = (*sample.items, *offers.items)
    return SetRows(items, tuple(controls), max(sample.bottom, offers.bottom))


def _moved(below: SetRows, down: int) -> tuple[tuple[Item, ...], tuple[Control, ...]]:
    items = tuple(item._replace(rect=item.rect.moved(0, down)) for item in below.items)
    return items, tuple(c._replace(rect=c.rect.moved(0, down)) for c in below.controls)


def _page(panel: Panel, comp: Compositor, bar: Bar, area: Rect, apart: _Apart) -> Page:
    look = comp.look
    head: Setting = comp.column(panel.blocks, area.x, area.y, area.w)
    rows = set_rows(comp, panel.rows, area.x, head.bottom + comp.px(18), area.w)
    below, controls = Setting((), rows.bottom), rows.controls
    if panel.offers and not apart.offers:
        down = rows.bottom + comp.px(18)
        below, taken = ballots(comp, panel.offers, area.x, down, area.w)
        controls = (*controls, *(c._replace(flows=True) for c in taken))
    flow = (*head.items, *rows.items, *below.items)
    content = max(rows.bottom, below.bottom) - area.y
    seen = fit(comp, area, content, area.right + comp.px(10))
    more = more_items(comp, seen.more) if seen.more else ()
    return Page(
        (look.width, look.height),
        apart.art,
        seen.viewport,
        content,
        flow,
        (*apart.items, *more, *bar.items),
        (*controls, *apart.controls, *bar.controls),
        seen.track,
        seen.more,
        seams(flow),
    )
