"""The layout of the shelf: a poster for each story, side by side where there is room.

A poster is a print with the title on a banner, and under it what the story is. A story that is
alone has its poster large, and the words beside it.
"""

from __future__ import annotations

import math
from typing import NamedTuple

from game.ui.banners import CORDS, EDGE, FRINGE, POLE
from game.ui.blocks import BarEntry, Block, Para
from game.ui.compositor import Compositor, Setting
from game.ui.gallery import page_of
from game.ui.geometry import Rect
from game.ui.lino import seed_of
from game.ui.look import Style
from game.ui.page import Control, Item, Page, Poster, Shape, Words
from game.ui.wide import frame

_LETTERINGS: tuple[Style, ...] = ("title", "heading", "name")


class PosterCard(NamedTuple):
    """A story on the wall. `number` is its digit key, 0 for none; `torn` one that cannot be played.

    `name` and `year` are what its print is cut from where there is no `picture`. Under it stand
    `label`, `begun` (where the player is in it), `summary`, `lines` and `warning`.
    """

    id: str
    number: int
    title: str
    name: str
    year: int
    picture: str | None
    label: str
    summary: str
    lines: tuple[str, ...]
    begun: str = ""
    warning: str = ""
    torn: bool = False


class Wall(NamedTuple):
    """What stands on the sheet: a few blocks, then the posters."""

    blocks: tuple[Block, ...]
    cards: tuple[PosterCard, ...]
    bar: tuple[BarEntry, ...]


def lay_out(wall: Wall, comp: Compositor) -> Page:
    """The sheet on a page of the window's size."""
    look = comp.look
    bar, area, head = frame(comp, wall.bar, wall.blocks, 200)
    width = area.w
    at = Rect(area.x, head.bottom + comp.px(14), width, 0)
    room = area.bottom - at.y
    alone = len(wall.cards) == 1 and look.pictures and width > look.height * 1.1
    items = list(head.items)
    controls: list[Control] = []
    y = at.y
    if alone and width * 0.5 > comp.measure("body", 26):
        done, control = _large(wall.cards[0], comp, at, room)
        items.extend(done.items)
        controls.append(control)
        y = done.bottom
    else:
        for row in _rows(wall.cards, comp, at, room):
            items.extend(row.items)
            controls.extend(row.controls)
            y = row.bottom
    column = Setting(tuple(items), y)
    return page_of(comp, bar, area, column, tuple(controls))._replace(source=wall)


def _rows(cards: tuple[PosterCard, ...], comp: Compositor, at: Rect, room: int) -> list[Setting]:
    """The posters in rows of as many as there is room for, all about as full."""
    gap = comp.px(16)
    least = comp.measure("small", 29) + 2 * _pad(comp)
    most = max(1, min(4, (at.w + gap) // (least + gap)))
    rows = math.ceil(len(cards) / most)
    columns = math.ceil(len(cards) / rows)
    # One that stands alone in a narrow window need not fill a wide one.
    wide = min((at.w - gap * (columns - 1)) // columns, comp.measure("small", 66))
    left = at.x + (at.w - wide * columns - gap * (columns - 1)) // 2
    style = _lettering(cards, comp, _cloth(comp, wide - 2 * _pad(comp)))
    y, done = at.y, []
    for first in range(0, len(cards), columns):
        row = cards[first : first + columns]
        places = [Rect(left + n * (wide + gap), y, wide, 0) for n in range(len(row))]
        set_row = _row(row, comp, places, room, style, alone=rows == 1)
        done.append(set_row)
        y = set_row.bottom + gap
    return done


def _row(
    row: tuple[PosterCard, ...],
    comp: Compositor,
    places: list[Rect],
    room: int,
    style: Style,
    *,
    alone: bool,
) -> Setting:
    """Posters of one height. A row that is alone and can stand in `room` fills it."""
    pad = _pad(comp)
    inner = places[0].w - 2 * pad
    words = [_words(card, comp, Rect(0, 0, inner - comp.px(5), 0), large=False) for card in row]
    under = max(one.bottom for one in words)
    banners = [_banner_high(card, comp, inner, style) for card in row]
    art = 0
    if comp.look.pictures:
        spare = room - under - 2 * pad - comp.px(10)
        usual = round(min(inner * 0.7, comp.look.height * 0.42))
        fills = alone and spare >= inner * 0.4
        art = max(max(banners) + comp.px(60), min(spare, inner) if fills else usual)
    high = art + under + 2 * pad + (comp.px(10) if art else 0)
    items: list[Item] = []
    controls: list[Control] = []
    for card, place, text in zip(row, places, words, strict=True):
        frame = place._replace(h=high)
        box = Rect(frame.x + pad, frame.y + pad, inner, art)
        down = box.bottom + comp.px(10) if art else frame.y + pad
        items.append(Shape(frame, "ballot", card.id, seed_of(card.id) % 997))
        items.extend(_print(card, comp, box, style) if art else ())
        items.extend(item._replace(rect=item.rect.moved(box.x, down)) for item in text.items)
        controls.append(_control(card, frame, pad + art))
    return Setting(tuple(items), places[0].y + high, tuple(controls))


def _large(card: PosterCard, comp: Compositor, at: Rect, room: int) -> tuple[Setting, Control]:
    """The poster of a story that is alone: print at the left, words at the right."""
    pad = _pad(comp)
    art_wide = round((at.w - 3 * pad) * 0.5)
    left = at.x + pad + art_wide + comp.px(26)
    text = _words(card, comp, Rect(left, 0, at.right - pad - comp.px(14) - left, 0), large=True)
    style = _lettering((card,), comp, _cloth(comp, art_wide))
    least = _banner_high(card, comp, art_wide, style) + comp.px(60) + 2 * pad
    high = max(room, least, text.bottom + 2 * pad + comp.px(12))
    frame = at._replace(h=high)
    # Words longer than the window scroll beside a print that can be seen whole.
    most = high if high == room else max(least, round(comp.look.height * 0.6))
    box = Rect(frame.x + pad, frame.y + pad, art_wide, min(high, most) - 2 * pad)
    down = frame.y + max(pad, (high - text.bottom) // 2)
    words = [item._replace(rect=item.rect.moved(0, down)) for item in text.items]
    paper = Shape(frame, "ballot", card.id, seed_of(card.id) % 997)
    setting = Setting((paper, *_print(card, comp, box, style), *words), frame.bottom)
    return setting, _control(card, frame, min(least, high // 2))


def _pad(comp: Compositor) -> int:
    return comp.px(12)


def _control(card: PosterCard, frame: Rect, peek: int) -> Control:
    """The poster as a control. To see its print is enough to take it."""
    said = (card.title, card.label, card.begun, card.summary, *card.lines, card.warning)
    words = ". ".join(filter(None, said))
    return Control(card.id, frame, words, card.number, flows=True, peek=peek)


def _words(card: PosterCard, comp: Compositor, at: Rect, *, large: bool) -> Setting:
    """What is said of a story, from the height of `at`."""
    blocks: list[Block] = []
    if not comp.look.pictures:
        number = f"{card.number}. " if card.number else ""
        blocks.append(Para(f"{number}{card.title}", "heading"))
    if card.label:
        blocks.append(Para(card.label, "label"))
    if card.begun:
        blocks.append(Para(card.begun, "label"))
    if card.summary:
        blocks.append(Para(card.summary, "body" if large else "small"))
    blocks += [Para(line, "small") for line in card.lines]
    if card.warning:
        blocks.append(Para(card.warning, "small", "grey"))
    done = comp.column(blocks, at.x, at.y, at.w)
    # They are on the card: its ink is theirs when it has the focus.
    owned = [i._replace(control=card.id) if isinstance(i, Words) else i for i in done.items]
    return Setting(tuple(owned), done.bottom)


def _print(card: PosterCard, comp: Compositor, box: Rect, style: Style) -> list[Item]:
    """The print, the banner with the title on it, and the number in its corner."""
    items: list[Item] = []
    if card.torn:
        items.append(Shape(box, "torn", card.id, seed_of(card.name) % 997))
    else:
        items.append(Poster(box, card.name, card.year, card.picture, card.id))
    wide, high = round(box.w * 0.88), _banner_high(card, comp, box.w, style)
    hung = Rect(box.x + (box.w - wide) // 2, box.y, wide, high)
    items.append(Shape(hung, "banner", card.id, seed_of(card.name) % 911))
    y = hung.y + comp.px(CORDS + POLE + EDGE)
    inside = Rect(hung.x + (wide - _cloth(comp, box.w)) // 2, y, _cloth(comp, box.w), 0)
    title = card.title.upper()
    lines = comp.lines(style, title, inside, ink="cut", even=True, centred=True, control=card.id)
    items.extend(lines.items)
    if card.number:
        items.extend(_number(card, comp, box))
    return items


def _number(card: PosterCard, comp: Compositor, box: Rect) -> list[Item]:
    """The digit that takes it, in the lower left corner of the print."""
    digit = str(card.number)
    side = comp.leading("number") + comp.px(4)
    rim = comp.px(4)
    corner = Rect(box.x + rim, box.bottom - side - rim, side, side)
    wide = comp.width("number", digit)
    at = Rect(corner.x + (side - wide) // 2, corner.y + comp.px(2), wide, comp.leading("number"))
    return [
        Shape(corner.inset(-rim), "chip_rim", card.id, seed=side),
        Shape(corner, "digit", card.id, seed=side),
        Words(at, digit, "number", "cut", card.id),
    ]


def _cloth(comp: Compositor, wide: int) -> int:
    """The room for lettering on the banner of a print that is `wide` pixels wide."""
    return round(wide * 0.88) - 2 * comp.px(EDGE + 12)


def _banner_high(card: PosterCard, comp: Compositor, wide: int, style: Style) -> int:
    lines = comp.break_lines(style, card.title.upper(), _cloth(comp, wide), even=True)
    return len(lines) * comp.leading(style) + comp.px(CORDS + POLE + 2 * EDGE + FRINGE)


def _lettering(cards: tuple[PosterCard, ...], comp: Compositor, room: int) -> Style:
    """The largest lettering that breaks no word of the titles and leaves room for the prints."""
    for style in _LETTERINGS:
        if all(_suits(style, card.title.upper(), comp, room) for card in cards):
            return style
    return _LETTERINGS[-1]


def _suits(style: Style, title: str, comp: Compositor, room: int) -> bool:
    lines = comp.break_lines(style, title, room, even=True)
    return len(lines) * comp.leading(style) <= room * 0.34 and " ".join(lines) == title
