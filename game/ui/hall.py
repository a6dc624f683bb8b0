"""The layout of a meeting: the motion, a card for each voter, the count."""

from __future__ import annotations

from typing import NamedTuple

from game.ui import wording
from game.ui.bar import Bar, set_bar
from game.ui.blocks import BarEntry, Block, HandCard, Offer
from game.ui.compositor import Compositor, Setting
from game.ui.geometry import Rect
from game.ui.page import Art, Control, Item, Page, Shape, ShapeKind
from game.ui.scrolling import fit, more_items, seams


class Hall(NamedTuple):
    """What a meeting shows. `tally` is the count so far in words, `outcome` the count at the end.

    The room for the count is taken from `outcome`, so that nothing moves when hands go up.
    """

    blocks: tuple[Block, ...]
    hands: tuple[HandCard, ...]
    tally: str
    outcome: str
    offers: tuple[Offer, ...]
    bar: tuple[BarEntry, ...]
    scenery: str = ""
    picture: str | None = None
    motion: str = ""
    figures: tuple[str | None, ...] = ()
    """The file that shows each voter as their hand is now."""


def lay_out(hall: Hall, comp: Compositor) -> Page:
    """The meeting on a page of the window's size, seen whole where that can be done.

    A strip of print stands above it where there is room for one.
    """
    return _laid_out(hall, comp)._replace(source=hall)


def _laid_out(hall: Hall, comp: Compositor) -> Page:
    bar = set_bar(comp, hall.bar)
    if bar.rect.y / comp.leading("body") > 18 and comp.look.pictures:
        page = _with_strip(hall, comp, bar, round(comp.look.height * 0.11))
        if not page.depth:
            return page
    bare = _with_strip(hall, comp, bar, 0)
    close = _with_strip(hall, comp.closer(), bar, 0) if bare.depth else bare
    return bare if close.depth else close


def _with_strip(hall: Hall, comp: Compositor, bar: Bar, high: int) -> Page:
    look = comp.look
    margin, gutter = comp.px(38), comp.px(26)
    art = Art(Rect(0, 0, look.width, high), False, True, None, hall.scenery) if high else None
    top = high + comp.px(26 if high else 16)
    # Cards need not fill a very wide window: a line of print stays a line one can follow.
    width = min(look.width - 2 * margin - gutter, comp.measure("small", 170))
    x = (look.width - width) // 2
    foot, controls = _foot(hall, comp, x, width)
    pinned = foot.bottom < (bar.rect.y - top) * 0.34
    floor = bar.rect.y - (foot.bottom + comp.px(14) if pinned else comp.px(8))
    area = Rect(x, top, width, floor - top - (comp.px(10) if pinned else 0))
    head = comp.column(hall.blocks, x, top, width)
    cards = _cards(hall, comp, x, head.bottom + comp.px(18), width)
    flow, bottom = (*head.items, *cards.items), cards.bottom
    down = floor if pinned else bottom + comp.px(16)
    foot_items = tuple(item._replace(rect=item.rect.moved(0, down)) for item in foot.items)
    moved = tuple(c._replace(rect=c.rect.moved(0, down), flows=not pinned) for c in controls)
    if not pinned:
        flow, bottom = (*flow, *foot_items), foot.bottom + down
    seen = fit(comp, area, bottom - top, area.right + comp.px(10))
    more = more_items(comp, seen.more) if seen.more else ()
    return Page(
        (look.width, look.height),
        art,
        seen.viewport,
        bottom - top,
        flow,
        (*(foot_items if pinned else ()), *more, *bar.items),
        (*moved, *bar.controls),
        seen.track,
        seen.more,
        seams(flow),
    )


def _foot(hall: Hall, comp: Compositor, x: int, width: int) -> tuple[Setting, list[Control]]:
    """The count, and beside it what can be done; under it where there is no room beside it."""
    gap = comp.px(24)
    frame = comp.leading("number") + comp.px(40)
    across = comp.width("heading", hall.outcome.upper())
    beside = width - across - gap >= comp.measure("strong", 24) + frame
    right = width - across - gap if beside else width
    right = min(right, comp.measure("strong", 44) + frame)
    items: list[Item] = []
    controls: list[Control] = []
    room = Rect(x, 0, width - right - gap if beside else width, 0)
    words = comp.lines("heading", hall.tally.upper(), room, said=hall.tally)
    y = 0 if beside else words.bottom + comp.px(8)
    for place, offer in enumerate(hall.offers):
        y += comp.px(10) if place else 0
        ballot, control = comp.ballot(offer, x + width - right, y, right)
        items.extend(ballot.items)
        controls.extend([control] if control else [])
        y = ballot.bottom
    down = max(0, (y - words.bottom) // 2) if beside else 0
    count = [item._replace(rect=item.rect.moved(0, down)) for item in words.items]
    return Setting((*count, *items), max(y, words.bottom)), controls


def _cards(hall: Hall, comp: Compositor, x: int, y: int, width: int) -> Setting:
    """The voters, in as many columns as take the least height.

    A reason has room for at least thirty characters in a line.
    """
    least = comp.measure("small", 30) + comp.leading("name") + comp.px(54)
    most = max(1, min(3, (width + comp.px(14)) // (least + comp.px(14)), len(hall.hands)))
    settings = [_cards_in(columns, hall, comp, x, y, width) for columns in range(1, most + 1)]
    return min(settings, key=lambda setting: setting.bottom)


def _cards_in(columns: int, hall: Hall, comp: Compositor, x: int, y: int, width: int) -> Setting:
    gap = comp.px(14)
    mark = comp.leading("name") + comp.px(18)
    wide = (width - gap * (columns - 1)) // columns
    items: list[Item] = []
    for row in range(0, len(hall.hands), columns):
        cards = [
            _card(card, comp, Rect(x + place * (wide + gap), y, wide, 0), mark, row + place)
            for place, card in enumerate(hall.hands[row : row + columns])
        ]
        bottom = max(card.bottom for card in cards)
        for place, card in enumerate(cards):
            frame = Rect(x + place * (wide + gap), y, wide, bottom - y)
            shown = hall.hands[row + place].shown
            items.append(Shape(frame, "frame" if shown else "box", seed=row + place))
            items.extend(card.items)
        y = bottom + gap
    return Setting(tuple(items), y - gap if hall.hands else y)


_MARKS: dict[str, ShapeKind] = {"up": "hand_up", "down": "hand_down", "abstain": "hand_abstain"}


def _card(card: HandCard, comp: Compositor, at: Rect, mark: int, seed: int) -> Setting:
    """One voter. A hand not yet shown keeps the room its reason will take, so nothing moves."""
    pad = comp.px(12)
    said = wording.HAND[card.hand] if card.shown else wording.WAITING
    left = at.x + pad + mark + comp.px(12)
    room = at.right - comp.px(16) - left
    label = max(comp.width("label", word) for word in (*wording.HAND.values(), wording.WAITING))
    same_line = comp.width("name", card.name.upper()) + comp.px(16) + label <= room
    top = Rect(left, at.y + comp.px(7), room, 0)
    name = comp.lines("name", card.name.upper(), top, said=card.name)
    if same_line:
        across = left + comp.width("name", card.name.upper()) + comp.px(16)
        down = (comp.leading("name") - comp.leading("label")) // 2
        word = comp.lines(
            "label", said, Rect(across, at.y + comp.px(9) + down, at.right - pad - across, 0)
        )
        y = name.bottom
    else:
        word = comp.lines("label", said, Rect(left, name.bottom, room, 0))
        y = word.bottom
    reason = comp.lines("small", card.reason, Rect(left, y, room, 0))
    kind: ShapeKind = _MARKS[card.hand] if card.shown else "hand_waiting"
    hand = Shape(Rect(at.x + pad, at.y + pad, mark, mark), kind, seed=seed)
    shown = reason.items if card.shown else ()
    bottom = max(reason.bottom, at.y + pad + mark) + pad
    return Setting((hand, *name.items, *word.items, *shown), bottom)
