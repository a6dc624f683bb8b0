"""The layout of saves and endings: a card each, with its picture, in columns if there is room."""

from __future__ import annotations

from typing import NamedTuple

from game.ui.bar import Bar
from game.ui.blocks import BarEntry, Block
from game.ui.compositor import Compositor, Setting
from game.ui.geometry import Rect
from game.ui.inks import Ink
from game.ui.lino import seed_of
from game.ui.page import Control, Item, Page, Print, Shape, Words
from game.ui.scrolling import fit, more_items, seams
from game.ui.wide import frame

REMOVE = "remove:"
"""What the id of the control begins with that removes a card; that of the card follows."""


class Card(NamedTuple):
    """A save or an ending. `mark` is the number printed on it, `number` its digit key (0 for none).

    `picture` is the name its picture is asked for with; None leaves the place of one empty.
    """

    id: str
    mark: str
    number: int
    label: str
    title: str
    lines: tuple[str, ...]
    picture: str | None
    removal: str = ""
    """What its own small control does, in words; empty for a card without one."""
    damaged: bool = False
    blank: bool = False
    """A frame for what is not there yet: nothing can be done with it."""
    scenery: str = ""
    """Seeds the print that stands there if the picture has no file."""


class Gallery(NamedTuple):
    """What stands on the sheet: a few blocks, then the cards."""

    blocks: tuple[Block, ...]
    cards: tuple[Card, ...]
    bar: tuple[BarEntry, ...]


def lay_out(gallery: Gallery, comp: Compositor) -> Page:
    """The sheet on a page of the window's size."""
    bar, area, head = frame(comp, gallery.bar, gallery.blocks, 190)
    below = Rect(area.x, head.bottom + comp.px(14), area.w, 0)
    cards, controls = _cards(gallery.cards, comp, below)
    column = Setting((*head.items, *cards.items), cards.bottom)
    return page_of(comp, bar, area, column, controls)._replace(source=gallery)


def page_of(
    comp: Compositor, bar: Bar, area: Rect, column: Setting, controls: tuple[Control, ...]
) -> Page:
    """A page with a column of cards, which scrolls in `area` where it is longer."""
    seen = fit(comp, area, column.bottom - area.y, area.right + comp.px(10))
    more = more_items(comp, seen.more) if seen.more else ()
    return Page(
        (comp.look.width, comp.look.height),
        None,
        seen.viewport,
        column.bottom - area.y,
        column.items,
        (*more, *bar.items),
        (*controls, *bar.controls),
        seen.track,
        seen.more,
        seams(column.items),
    )


_Cards = tuple[Setting, tuple[Control, ...]]


def _cards(cards: tuple[Card, ...], comp: Compositor, at: Rect) -> _Cards:
    """The cards in as many columns as take the least height; fewer where that is the same."""
    gap = comp.px(14)
    least = _picture_width(comp) + comp.measure("small", 17) + comp.px(60)
    most = max(1, min(4, (at.w + gap) // (least + gap), len(cards)))
    tries = [_cards_in(columns, cards, comp, at) for columns in range(1, most + 1)]
    return min(tries, key=lambda one: one[0].bottom)


def _cards_in(columns: int, cards: tuple[Card, ...], comp: Compositor, at: Rect) -> _Cards:
    gap = comp.px(14)
    wide = (at.w - gap * (columns - 1)) // columns
    items: list[Item] = []
    controls: list[Control] = []
    y = at.y
    for first in range(0, len(cards), columns):
        row = cards[first : first + columns]
        places = [Rect(at.x + n * (wide + gap), y, wide, 0) for n in range(len(row))]
        insides = [_inside(card, comp, place) for card, place in zip(row, places, strict=True)]
        high = max(inside.bottom for inside in insides) - y
        for card, place, inside in zip(row, places, insides, strict=True):
            around, found = _around(card, comp, place._replace(h=high))
            items.extend((around[0], *inside.items, *around[1:]))
            controls.extend(found)
        y += high + gap
    return Setting(tuple(items), max(at.y, y - gap)), tuple(controls)


def _picture_width(comp: Compositor) -> int:
    return comp.px(150) + (comp.leading("small") - comp.px(25)) * 2


def _side(comp: Compositor) -> int:
    """The side of the small square control in a card's corner."""
    return comp.leading("bar") + comp.px(10)


def _around(card: Card, comp: Compositor, at: Rect) -> tuple[list[Item], list[Control]]:
    """A card's frame and what can be done to it; what removes it stands beside the frame."""
    side = _side(comp)
    frame = at._replace(w=at.w - side - comp.px(4))
    if card.blank:
        return [Shape(frame, "locked", seed=at.x)], []
    items: list[Item] = [Shape(frame, "ballot", card.id, seed_of(card.id) % 997)]
    words = ". ".join(filter(None, (card.mark, card.label, card.title, *card.lines)))
    controls = [Control(card.id, frame, words, card.number, flows=True)]
    if card.removal:
        button = Rect(at.right - side, at.y, side, side)
        removal = REMOVE + card.id
        items.append(Shape(button, "ballot", removal, seed=3))
        items.append(Shape(button.inset(comp.px(5)), "cross", removal, seed=4))
        controls.append(Control(removal, button, card.removal, flows=True, main=False))
    return items, controls


def _inside(card: Card, comp: Compositor, at: Rect) -> Setting:
    """What stands in a card's frame, from its top; `bottom` is where the frame may end."""
    pad = comp.px(11)
    wide = _picture_width(comp)
    box = Rect(at.x + pad, at.y + pad, wide, round(wide * 9 / 16))
    items = _picture(card, box, comp)
    left = box.right + comp.px(12)
    room = at.right - _side(comp) - comp.px(4) - pad - left
    y = at.y + pad - comp.px(2)
    if card.label:
        label = comp.lines("label", card.label, Rect(left, y, room, 0), control=card.id)
        items.extend(label.items)
        y = label.bottom
    if card.title:
        words = Rect(left, y, room, 0)
        title = comp.lines("strong", card.title, words, even=True, control=card.id)
        items.extend(title.items)
        y = title.bottom
    for line in card.lines:
        ink: Ink = "grey" if card.blank else "key"
        name = None if card.blank else card.id
        small = comp.lines("small", line, Rect(left, y, room, 0), ink=ink, control=name)
        items.extend(small.items)
        y = small.bottom
    return Setting(tuple(items), max(box.bottom, y) + pad)


def _picture(card: Card, box: Rect, comp: Compositor) -> list[Item]:
    """The picture in its frame, and the number in its corner."""
    items: list[Item] = [Shape(box, "box", None if card.blank else card.id, seed=box.w)]
    if card.damaged:
        side = min(box.w, box.h) // 2
        at = Rect(box.x + (box.w - side) // 2, box.y + (box.h - side) // 2, side, side)
        items.append(Shape(at, "cross", card.id, seed=9))
    elif card.picture is not None:
        wide, high = round(box.w * 0.6), max(1, box.h // 4)
        at = Rect(box.x + (box.w - wide) // 2, box.y + (box.h - high) // 2, wide, high)
        items.append(Shape(at, "tailpiece", card.id, seed=7))
        items.append(Print(box.inset(comp.px(2)), card.picture, card.id, card.scenery))
    if card.mark:
        wide = comp.width("number", card.mark)
        high = comp.leading("number")
        corner = Rect(box.x, box.y, max(high, wide + comp.px(14)), high + comp.px(2))
        words = Rect(corner.x + (corner.w - wide) // 2, corner.y + comp.px(2), wide, high)
        if words.bottom > corner.bottom:
            words = words._replace(y=corner.y, h=min(high, corner.h))
        items.append(Shape(corner, "digit", card.id, seed=box.h))
        items.append(Words(words, card.mark, "number", "cut", card.id))
    return items
