"""Setting blocks in a column: from what is said to where every line stands."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import NamedTuple

from game.ui.blocks import Block, Box, Chip, Name, Offer, Pair, Para, Rule, Taken, Title
from game.ui.caps import Caps
from game.ui.geometry import Rect
from game.ui.inks import Ink
from game.ui.look import Face, Look, Style
from game.ui.page import Control, Item, Shape, Words
from game.ui.typeset import break_lines

WidthOf = Callable[[Face, int, str], int]
"""The width in pixels of a text in a face at a size."""

_SAMPLE = "the yard is quiet and nobody has said a word about the roster since seven"

_KEPT = 3000
"""Paragraphs whose lines are remembered: some scenes, or one long backlog."""


class Setting(NamedTuple):
    """Set type: items, the first row below them, and what can be done among them."""

    items: tuple[Item, ...]
    bottom: int
    controls: tuple[Control, ...] = ()


class Compositor:
    """Sets type for one look with one family of faces.

    A `close` one takes some space from between lines and paragraphs, for a column that is a few
    lines too long for its page. `caps` are the names of keys and buttons.
    """

    def __init__(
        self, look: Look, width_of: WidthOf, *, close: bool = False, caps: Caps | None = None
    ) -> None:
        self.look = look
        self.caps = caps or Caps()
        self._width_of = width_of
        self._close = close
        self._broken: dict[tuple[Style, str, int, bool], tuple[str, ...]] = {}

    def closer(self) -> Compositor:
        """The same, setting more closely."""
        other = Compositor(self.look, self._width_of, close=True, caps=self.caps)
        other._broken = self._broken
        return other

    def px(self, at_720: float) -> int:
        """A length given for a 720-line window."""
        return self.look.px(at_720)

    def leading(self, style: Style) -> int:
        """The distance of lines."""
        return round(self.look.leading(style) * (0.95 if self._close else 1))

    def width(self, style: Style, text: str) -> int:
        """The width of a text on one line."""
        return self._width_of(self.look.face(style), self.look.size(style), text)

    def measure(self, style: Style, characters: int) -> int:
        """The width of that many characters of running text."""
        return round(self.width(style, _SAMPLE) / len(_SAMPLE) * characters)

    def break_lines(
        self, style: Style, text: str, width: int, *, even: bool = False
    ) -> tuple[str, ...]:
        """The lines of a paragraph, broken once for as long as the look stays the same."""
        key = (style, text, width, even)
        lines = self._broken.get(key)
        if lines is None:
            face, size, width_of = self.look.face(style), self.look.size(style), self._width_of
            lines = break_lines(text, width, lambda word: width_of(face, size, word), even=even)
            if len(self._broken) >= _KEPT:
                self._broken.clear()
            self._broken[key] = lines
        return lines

    def lines(  # noqa: PLR0913 - all but three by name
        self,
        style: Style,
        text: str,
        at: Rect,
        *,
        ink: Ink = "key",
        even: bool = False,
        centred: bool = False,
        control: str | None = None,
        said: str | None = None,
    ) -> Setting:
        """A paragraph set at the top of `at`, in its width.

        `said` is how it is spoken, where the text is not: capitals may be spelled out.
        """
        items: list[Item] = []
        y, leading = at.y, self.leading(style)
        whole = text if said is None else said
        for line in self.break_lines(style, text, at.w, even=even):
            wide = min(at.w, self.width(style, line))
            x = at.x + (at.w - wide) // 2 if centred else at.x
            items.append(Words(Rect(x, y, wide, leading), line, style, ink, control, whole))
            y, whole = y + leading, ""
        return Setting(tuple(items), y)

    def column(self, blocks: Iterable[Block], x: int, y: int, width: int) -> Setting:
        """Blocks one under another, with the space each wants before it (the first wants none)."""
        items: list[Item] = []
        controls: list[Control] = []
        before: Block | None = None
        for block in blocks:
            if before is not None:
                y += self._space(before, block)
            set_block = self._block(block, x, y, width)
            items.extend(set_block.items)
            controls.extend(set_block.controls)
            y = set_block.bottom
            before = block
        return Setting(tuple(items), y, tuple(controls))

    def _space(self, before: Block, block: Block) -> int:
        """The space between two blocks; what stands close belongs together."""
        pairs = isinstance(before, Pair) and isinstance(block, Pair)
        if pairs or isinstance(before, Name | Chip):
            share = 0.28
        elif isinstance(before, Title):
            share = 0.35
        elif isinstance(block, Title | Rule) or isinstance(before, Rule | Box | Offer):
            share = 0.75
        elif isinstance(block, Taken) and not block.framed:
            share = 0.25
        elif isinstance(block, Box | Taken | Chip | Offer) or isinstance(before, Taken):
            share = 0.55
        else:
            share = 0.38
        return round(self.leading("body") * share * (0.66 if self._close else 1))

    def _block(self, block: Block, x: int, y: int, width: int) -> Setting:  # noqa: PLR0911 - a table
        match block:
            case Para(text, style, ink):
                return self._paragraphs(text, style, ink, x, y, width)
            case Title(text, style):
                at = Rect(x, y, width, 0)
                return self.lines(style, text.upper(), at, even=True, said=text)
            case Name(text):
                return self._ribbon(text, x, y, width)
            case Chip(text):
                return self._chip(text, x, y, width)
            case Taken(text, framed):
                return self._taken(text, x, y, width, framed=framed)
            case Pair(term, meaning):
                return self._pair(term, meaning, x, y, width)
            case Rule():
                high = self.px(6)
                return Setting((Shape(Rect(x, y, width, high), "rule", seed=y),), y + high)
            case Box(blocks):
                pad = self.px(16)
                inner = self.column(blocks, x + pad, y + pad, width - 2 * pad)
                rect = Rect(x, y, width, inner.bottom + pad - y)
                items = (Shape(rect, "frame", seed=y), *inner.items)
                return Setting(items, rect.bottom, inner.controls)
            case Offer():
                ballot, control = self.ballot(block, x, y, width)
                flowing = () if control is None else (control._replace(flows=True, main=False),)
                return ballot._replace(controls=flowing)

    def _paragraphs(self, text: str, style: Style, ink: Ink, x: int, y: int, width: int) -> Setting:
        items: list[Item] = []
        gap = round(self.leading(style) * 0.38 * (0.66 if self._close else 1))
        for number, line in enumerate(text.split("\n")):
            y += gap if number else 0
            set_line = self.lines(style, line, Rect(x, y, width, 0), ink=ink)
            items.extend(set_line.items)
            y = set_line.bottom
        return Setting(tuple(items), y)

    def _ribbon(self, text: str, x: int, y: int, width: int) -> Setting:
        tail, pad = round(self.leading("name") * 0.63), self.px(3)
        at = Rect(x + tail, y + pad, width - 2 * tail, 0)
        inner = self.lines("name", text.upper(), at, ink="cut", said=text)
        wide = max(item.rect.w for item in inner.items) if inner.items else 0
        # A short name stands in the middle of a ribbon that is still a ribbon.
        spare = max(0, min(self.px(64), width - 2 * tail) - wide)
        rect = Rect(x, y, wide + spare + 2 * tail, inner.bottom + pad - y)
        words = [item._replace(rect=item.rect.moved(spare // 2, 0)) for item in inner.items]
        return Setting((Shape(rect, "ribbon", seed=wide), *words), rect.bottom)

    def _chip(self, text: str, x: int, y: int, width: int) -> Setting:
        pad = self.px(10)
        inner = self.lines(
            "label", text, Rect(x + pad, y + pad // 2, width - 2 * pad, 0), ink="cut"
        )
        wide = max(item.rect.w for item in inner.items) if inner.items else 0
        rect = Rect(x, y, wide + 2 * pad, inner.bottom + pad // 2 - y)
        return Setting((Shape(rect, "chip", seed=wide), *inner.items), rect.bottom)

    def _taken(self, text: str, x: int, y: int, width: int, *, framed: bool) -> Setting:
        pad, mark = self.px(10 if framed else 2), self.leading("strong")
        at = Rect(x + mark + 2 * pad, y + pad, width - mark - 3 * pad, 0)
        inner = self.lines("strong", text, at, even=True)
        rect = Rect(x, y, width, inner.bottom + pad - y)
        arrow = Shape(Rect(x + pad, y + pad, mark, mark), "arrow", seed=y)
        frame = (Shape(rect, "box", seed=y),) if framed else ()
        return Setting((*frame, arrow, *inner.items), rect.bottom)

    def _pair(self, term: str, meaning: str, x: int, y: int, width: int) -> Setting:
        left = round(width * 0.36)
        name = self.lines("label", term, Rect(x, y, left - self.px(16), 0))
        words = self.lines("small", meaning, Rect(x + left, y, width - left, 0))
        return Setting((*name.items, *words.items), max(name.bottom, words.bottom))

    def ballot(
        self, offer: Offer, x: int, y: int, width: int, pad: int = 11
    ) -> tuple[Setting, Control | None]:
        """An option as a ballot: number, text, and a control, unless it is locked.

        `pad` is the room above and below inside its edge, in pixels of a 720-line window.
        """
        edge, pad = self.px(11), self.px(pad)
        side = self.leading("number") + self.px(4)
        left = x + 2 * edge + side
        name = None if offer.locked is not None else offer.id
        ink: Ink = "grey" if name is None else "key"
        words = Rect(left, y + pad, x + width - edge - left, 0)
        text = self.lines("strong", offer.text, words, ink=ink, even=True, control=name)
        items, bottom = list(text.items), text.bottom
        under = (f"{offer.locked}" if offer.locked else "") or offer.also
        if under:
            small = self.lines(
                "small", under, Rect(left, bottom, words.w, 0), ink=ink, even=True, control=name
            )
            items.extend(small.items)
            bottom = small.bottom
        high = max(bottom - y + pad, side + 2 * pad)
        # One or two lines beside a taller number stand in the middle of the ballot.
        down = (high - (bottom - y + pad)) // 2
        items = [item._replace(rect=item.rect.moved(0, down)) for item in items]
        rect = Rect(x, y, width, high)
        seed = sum(map(ord, offer.id))
        box = Rect(x + edge, y + (high - side) // 2, side, side)
        paper = Shape(rect, "locked" if name is None else "ballot", name, seed)
        if name is None:
            mark: tuple[Item, ...] = (Shape(box, "padlock"),)
        elif offer.number:
            digit = str(offer.number)
            wide = self.width("number", digit)
            at = Rect(box.x + (side - wide) // 2, box.y + self.px(2), wide, self.leading("number"))
            mark = (Shape(box, "digit", name, seed + 1), Words(at, digit, "number", "cut", name))
        else:
            mark = (Shape(box, "arrow", name, seed + 1),)
        control = None if name is None else Control(name, rect, offer.text, offer.number)
        return Setting((paper, *mark, *items), y + high), control
