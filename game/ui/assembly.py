"""The layout of a meeting while its hands go up: the hall as a picture, the voters standing in it.

Each voter is a figure cut out, with the hand up or down. Why it is so stands on the page of cards
that follows, `game.ui.hall`: here one looks, there one reads.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import TYPE_CHECKING

from game.ui import wording
from game.ui.bar import set_bar
from game.ui.compositor import Compositor, Setting
from game.ui.geometry import Rect
from game.ui.look import Look
from game.ui.page import Art, Control, Figure, Item, Page, Shape

if TYPE_CHECKING:
    from game.ui.blocks import HandCard
    from game.ui.hall import Hall

FIGURE_SIZE = (560, 900)
"""The width and height of a figure: what these are to each other is kept."""

_ABREAST = 7
"""So many stand side by side at most, in a window twice as wide as high."""

_FARTHER = 0.84
"""How much smaller each row is than the one before it."""


def suits(hall: Hall, look: Look) -> bool:
    """True if every voter has a figure, and there is room to tell them apart."""
    wide = look.width >= look.height * 1.2 and look.height > 20 * look.leading("body")
    fits = len(hall.hands) <= 3 * _abreast(look)
    return look.pictures and wide and fits and all(hall.figures) and bool(hall.figures)


def lay_out(hall: Hall, comp: Compositor) -> Page:
    """The picture over the whole width, and under it who has just voted, and the count."""
    look = comp.look
    bar = set_bar(comp, hall.bar)
    panel, controls = _panel(hall, comp)
    top = bar.rect.y - panel.bottom - comp.px(14)
    art = Rect(0, 0, look.width, top - comp.px(12))
    figures = _figures(hall.figures, art, look)
    motion = _motion(hall, comp, art)
    newest = _newest(hall, comp, figures)
    items = [item._replace(rect=item.rect.moved(0, top)) for item in panel.items]
    moved = [c._replace(rect=c.rect.moved(0, top)) for c in controls]
    ordered = tuple(figures[n] for n in _depth_order(len(figures), look))
    return Page(
        (look.width, look.height),
        Art(art, False, True, hall.picture, hall.scenery, ordered),
        Rect(0, art.bottom, look.width, 0),
        0,
        (),
        (*motion, *newest, *items, *bar.items),
        (*moved, *bar.controls),
        source=hall,
    )


def _motion(hall: Hall, comp: Compositor, art: Rect) -> tuple[Item, ...]:
    """What is voted on, on a tag in the upper left corner."""
    margin, pad = comp.px(22), comp.px(12)
    room = Rect(margin + pad, margin + comp.px(7), round(art.w * 0.62), 0)
    lines = comp.lines("tag", hall.motion, room, ink="cut", even=True)
    wide = max(item.rect.w for item in lines.items) + 2 * pad
    rect = Rect(margin, margin, wide, lines.bottom + comp.px(7) - margin)
    return (Shape(rect, "tag", seed=wide), *lines.items)


def _panel(hall: Hall, comp: Compositor) -> tuple[Setting, list[Control]]:
    """At the left who voted last and why; at the right the count, and what can be done.

    From the height 0. The room is that of the longest reason: nothing moves when hands go up.
    """
    look = comp.look
    margin, gap = comp.px(38), comp.px(30)
    width = look.width - 2 * margin
    right = min(round(width * 0.4), comp.measure("strong", 30) + comp.px(70))
    left = Rect(margin, 0, min(width - right - gap, comp.measure("small", 75)), 0)
    said = [_why(card, comp, left) for card in hall.hands]
    shown = sum(card.shown for card in hall.hands)
    items: list[Item] = [*(said[shown - 1].items if shown else ())]
    controls: list[Control] = []
    x = margin + width - right
    count = comp.lines("name", hall.tally.upper(), Rect(x, 0, right, 0), said=hall.tally)
    most = comp.lines("name", hall.outcome.upper(), Rect(x, 0, right, 0))
    items.extend(count.items)
    y = most.bottom
    for offer in hall.offers:
        ballot, control = comp.ballot(offer, x, y + comp.px(8), right)
        items.extend(ballot.items)
        controls.extend([control] if control else [])
        y = ballot.bottom
    return Setting(tuple(items), max(y, *(one.bottom for one in said))), controls


def _why(card: HandCard, comp: Compositor, at: Rect) -> Setting:
    """Somebody's name, hand and reason."""
    name = comp.lines("name", card.name.upper(), at, said=card.name)
    hand = wording.HAND[card.hand]
    across = at.x + comp.width("name", card.name.upper()) + comp.px(16)
    down = (comp.leading("name") - comp.leading("label")) // 2
    word = comp.lines("label", hand, Rect(across, at.y + down + comp.px(2), at.right - across, 0))
    reason = comp.lines("small", card.reason, at._replace(y=name.bottom))
    return Setting((*name.items, *word.items, *reason.items), reason.bottom)


def _newest(hall: Hall, comp: Compositor, figures: Sequence[Figure]) -> tuple[Item, ...]:
    """The name of whoever voted last, on a tag before them."""
    shown = sum(card.shown for card in hall.hands)
    if not shown:
        return ()
    card, figure = hall.hands[shown - 1], figures[shown - 1].rect
    pad, edge = comp.px(12), comp.px(8)
    wide = comp.width("tag", card.name) + 2 * pad
    left = min(max(edge, figure.x + (figure.w - wide) // 2), comp.look.width - wide - edge)
    y = figure.y + round(figure.h * 0.8)
    # The name is said once, where the reason stands.
    lines = comp.lines(
        "tag", card.name, Rect(left + pad, y + comp.px(6), wide, 0), ink="cut", said=""
    )
    rect = Rect(left, y, wide, lines.bottom + comp.px(6) - y)
    return (Shape(rect, "tag", seed=shown), *lines.items)


# -- where everybody stands


def _abreast(look: Look) -> int:
    return max(2, round(_ABREAST * look.width / look.height / 2))


def _rows(number: int, look: Look) -> int:
    return math.ceil(number / _abreast(look))


def _depth_order(number: int, look: Look) -> list[int]:
    """Whom to draw first: the farthest, and in a row those in whose way nobody stands."""
    rows = _rows(number, look)
    return sorted(range(number), key=lambda n: (-(n % rows), abs(2 * (n // rows) - number / rows)))


def _figures(files: Sequence[str | None], art: Rect, look: Look) -> list[Figure]:
    """A place for each: in rows, one behind another, so that hands go up all over the hall."""
    rows = _rows(len(files), look)
    figures = []
    for number, file in enumerate(files):
        row, column = number % rows, number // rows
        abreast = math.ceil((len(files) - row) / rows)
        size = _FARTHER**row
        high = round(art.h * 0.82 * size)
        wide = round(high * FIGURE_SIZE[0] / FIGURE_SIZE[1])
        share = (column + 0.5) / abreast
        # Each row narrower than the one before it, so that those behind stand in the gaps.
        x = round(art.w * (0.5 + (share - 0.5) * (0.96 - 0.14 * row))) - wide // 2
        bottom = art.bottom - round(art.h * 0.13 * row)
        figures.append(Figure(Rect(x, bottom - high, wide, high), file or ""))
    return figures
