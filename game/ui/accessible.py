"""A page as a screen reader goes through it: every line of it, every control, in reading order.

First what stands on the print (where and when), then the column, then what stands beside or below
it, then the bar. What is drawn for the eye alone is left out: rules, ornaments, prints without a
picture of the story.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from game.speech.tree import COLUMN, ROOT, Node, Role, Tree
from game.ui import wording
from game.ui.gallery import REMOVE
from game.ui.geometry import Rect
from game.ui.page import Control, Item, Page, Shape, Words
from game.ui.scrolling import MORE, more_control

_HOLDERS = {"frame", "box", "locked", "bar"}
"""Shapes that hold what follows them, as far as it lies in them."""

_SIZES = {"bar:smaller", "bar:larger"}

_LEVELS = {"title": 1, "heading": 2, "name": 3}


class Reading(NamedTuple):
    """What of a page stays the same while one scrolls and moves the focus.

    `said` is all it says besides its controls, in order; `places` has the key of the node that has
    the focus when a control has it.
    """

    nodes: tuple[Node, ...]
    said: tuple[str, ...]
    places: dict[str, str]


class Paragraph(NamedTuple):
    """What its lines say together, and how the first of them is set."""

    text: str
    rect: Rect
    first: Words


class _Branch(NamedTuple):
    node: Node
    below: tuple[_Branch, ...] = ()


def read(page: Page, screen: int, title: str, *, picture: str = "") -> Reading:
    """The page, apart from focus and scroll.

    `screen` is a number that no other screen has had, `title` the window's, `picture` what the
    picture shows.
    """
    return _PageReader(page, screen).read(title, picture)


def tree(
    reading: Reading, page: Page, hot: str | None, scroll: int, news: Node | None = None
) -> Tree:
    """What there is to read now, with the control `hot` in focus, and `news` to be read out."""
    nodes = reading.nodes
    if page.more is not None and scroll >= page.depth:
        nodes = _without(nodes, reading.places[MORE])
    if news is not None:
        root = nodes[0]._replace(children=(*nodes[0].children, news.key))
        nodes = (root, *nodes[1:], news)
    return Tree(nodes, reading.places.get(hot or "", ROOT), scroll, page.depth)


def paragraphs(items: Iterable[Item]) -> Iterator[Paragraph]:
    """The words among the items, those of a paragraph together."""
    found: Paragraph | None = None
    for item in items:
        if not isinstance(item, Words):
            continue
        if item.said == "" and found is not None:
            found = found._replace(rect=_around((found.rect, item.rect)))
            continue
        if found is not None:
            yield found
        found = Paragraph(item.text if item.said is None else item.said, item.rect, item)
    if found is not None:
        yield found


def _around(rects: Iterable[Rect]) -> Rect:
    """The smallest rectangle that holds them all."""
    all_ = list(rects)
    x, y = min(r.x for r in all_), min(r.y for r in all_)
    return Rect(x, y, max(r.right for r in all_) - x, max(r.bottom for r in all_) - y)


def _sentence(text: str) -> str:
    return text if text[-1] in ".!?\u2026\u201d\u2019" else f"{text}."


def _without(nodes: Sequence[Node], key: str) -> tuple[Node, ...]:
    left = (node for node in nodes if node.key != key)
    return tuple(
        node._replace(children=tuple(child for child in node.children if child != key))
        if key in node.children
        else node
        for node in left
    )


def _flat(branch: _Branch) -> Iterator[Node]:
    yield branch.node._replace(children=tuple(below.node.key for below in branch.below))
    for below in branch.below:
        yield from _flat(below)


class _PageReader:
    """Reads one page. A text or control has the same key each time the same screen is read."""

    def __init__(self, page: Page, screen: int) -> None:
        self._page = page
        self._screen = screen
        self._keys: dict[tuple[str, str], int] = {}
        self._said: list[str] = []
        self._places: dict[str, str] = {}
        items = (*page.flow, *page.fixed)
        self._chosen = {i.control for i in items if isinstance(i, Shape) and i.kind == "cell_set"}
        self._texts: dict[str, list[Paragraph]] = {}
        for name, group in groupby(items, lambda item: item.control):
            if name is not None:
                self._texts.setdefault(name, []).extend(paragraphs(group))
        more = more_control(page)
        self._controls = {c.id: c for c in (*page.controls, *([more] if more else []))}

    def read(self, title: str, picture: str) -> Reading:
        """All of it."""
        page = self._page
        top: list[_Branch] = []
        if page.art is not None and picture:
            top.append(_Branch(self._node("image", picture, page.art.rect)))
        tags = [i for i in page.fixed if isinstance(i, Words) and i.style == "tag"]
        top += self._branches(tags, flows=False)
        column = self._branches(page.flow, flows=True)
        if column:
            top.append(_Branch(Node(COLUMN, "column", box=page.viewport), tuple(column)))
        top += self._branches([item for item in page.fixed if item not in tags], flows=False)
        root = Node(ROOT, "window", title, box=(0, 0, *page.size))
        nodes = tuple(_flat(_Branch(root, tuple(top))))
        return Reading(nodes, tuple(self._said), self._places)

    def _node(self, role: Role, name: str, rect: Rect, what: str = "") -> Node:
        """A new node, whose key is made from its role and `what` it is, or else its name."""
        kind = (role, what or name)
        number = self._keys[kind] = self._keys.get(kind, 0) + 1
        return Node(f"{self._screen}/{role}/{kind[1]}/{number}", role, name, box=rect)

    # -- what stands there

    def _branches(self, items: Sequence[Item], *, flows: bool) -> list[_Branch]:
        """Items one after another, each with what it holds."""
        found: list[_Branch] = []
        taken, place = False, 0
        while place < len(items):
            item, start = items[place], place
            place += 1
            if item.control is not None:
                found += self._control(item.control)
            elif isinstance(item, Words):
                while place < len(items) and _goes_on(items[place]):
                    place += 1
                found += self._text(items[start:place], taken=taken, flows=flows)
                taken = False
            elif isinstance(item, Shape) and item.kind in _HOLDERS:
                while place < len(items) and items[place].rect.within(item.rect):
                    place += 1
                found += self._held(item, items[start + 1 : place], flows=flows)
            elif isinstance(item, Shape) and item.kind == "arrow":
                taken = True
        return self._gathered(found, flows=flows)

    def _text(self, lines: Sequence[Item], *, taken: bool, flows: bool) -> Iterator[_Branch]:
        for text, rect, first in paragraphs(lines):
            if not text.strip():
                continue
            self._said.append(text)
            # A name in paper ink stands on a ribbon: that is who speaks, not a heading.
            level = 0 if first.ink == "cut" else _LEVELS.get(first.style, 0)
            node = self._node("heading" if level else "text", text, rect)
            also = wording.CHOSEN_READ if taken else ""
            yield _Branch(node._replace(description=also, level=level, flows=flows))

    def _held(self, holder: Shape, items: Sequence[Item], *, flows: bool) -> list[_Branch]:
        """What stands in a frame, on a locked ballot, or in the bar."""
        if holder.kind == "locked":
            return [self._locked(holder, items, flows=flows)]
        if any(isinstance(item, Shape) and item.kind.startswith("hand_") for item in items):
            said = " ".join(_sentence(p.text) for p in paragraphs(items) if p.text)
            self._said.append(said)
            node = self._node("item", said, holder.rect, next(paragraphs(items)).text)
            return [_Branch(node._replace(flows=flows))]
        below = self._branches(items, flows=flows)
        if holder.kind == "bar":
            return [_Branch(self._node("bar", wording.BAR_READ, holder.rect), tuple(below))]
        if len(below) < 2:
            return below
        node = self._node("group", "", holder.rect, below[0].node.key)
        return [_Branch(node._replace(flows=flows), tuple(below))]

    def _locked(self, holder: Shape, items: Sequence[Item], *, flows: bool) -> _Branch:
        """A choice that is shut, with the reason where there is one."""
        said = list(paragraphs(items))
        name = " ".join(p.text for p in said if p.first.style == "strong")
        # In words as well: AccessKit does not tell AT-SPI that a button is disabled.
        why = [wording.LOCKED_READ, *(p.text for p in said if p.first.style != "strong")]
        node = self._node("button", name, holder.rect)
        return _Branch(node._replace(description=" ".join(why), disabled=True, flows=flows))

    # -- what can be done

    def _control(self, name: str) -> Iterator[_Branch]:
        """A control, where its first item stands. The parts of a row are in it."""
        control = self._controls.get(name)
        if control is None or name in self._places or control.row:
            return
        parts = [c for c in self._page.controls if c.row == name]
        yield self._row(control, parts) if parts else self._button(control)

    def _button(self, control: Control) -> _Branch:
        texts = [p.text for p in self._texts.get(control.id, []) if p.first.style != "number"]
        name, shortcut = control.label, str(control.number or "")
        if control.id.startswith("bar:") and len(texts) > 1:
            name, shortcut = texts[0], texts[1]
            also = wording.SETTING["text"] if control.id in _SIZES else ""
        elif control.id.startswith(REMOVE):
            also = self._controls[control.id.removeprefix(REMOVE)].label
        elif control.id == MORE:
            also = ""
        else:
            also = " ".join(text for text in texts if text not in name)
        node = self._node("button", name, control.rect, control.id)
        node = node._replace(description=also, control=control.id, focusable=True)
        self._places[control.id] = node.key
        return _Branch(node._replace(shortcut=shortcut, flows=control.flows))

    def _row(self, control: Control, parts: Sequence[Control]) -> _Branch:
        """A setting. The focus is on the value it has, as in any group of radio buttons."""
        name = " ".join(p.text for p in self._texts[control.id])
        rect = _around((control.rect, *(part.rect for part in parts)))
        node = self._node("radio_group", name, rect, control.id)
        below = []
        for number, part in enumerate(parts, 1):
            radio = self._node("radio", part.label, part.rect, part.id)._replace(
                control=part.id,
                focusable=True,
                checked=part.id in self._chosen,
                place=(number, len(parts)),
                flows=part.flows,
            )
            self._places[part.id] = radio.key
            below.append(_Branch(radio))
        focus = next((b.node.key for b in below if b.node.checked), node.key)
        self._places[control.id] = focus
        node = node._replace(control=control.id, place=(0, len(parts)), flows=control.flows)
        return _Branch(node, tuple(below))

    # -- what belongs together

    def _gathered(self, found: Sequence[_Branch], *, flows: bool) -> list[_Branch]:
        """The same, choices that follow one another as one group, hands as a list."""
        gathered: list[_Branch] = []
        for kind, group in groupby(found, self._kind):
            branches = tuple(group)
            if kind == "choice":
                places = [b for b in branches if not b.node.control.startswith(REMOVE)]
                branches = tuple(
                    b._replace(node=b.node._replace(place=(places.index(b) + 1, len(places))))
                    if b in places
                    else b
                    for b in branches
                )
                group_ = self._group("group", wording.CHOICES_READ, branches, flows=flows)
                node = group_.node._replace(place=(0, len(places)))
                gathered.append(group_._replace(node=node))
            elif kind == "hand":
                gathered.append(self._group("list", wording.HANDS_READ, branches, flows=flows))
            else:
                gathered += branches
        return gathered

    def _group(
        self, role: Role, name: str, branches: tuple[_Branch, ...], *, flows: bool
    ) -> _Branch:
        rect = _around(Rect(*b.node.box) for b in branches if b.node.box is not None)
        return _Branch(self._node(role, name, rect)._replace(flows=flows), branches)

    def _kind(self, branch: _Branch) -> str:
        node = branch.node
        if node.role == "item":
            return "hand"
        if node.role != "button" or node.control == MORE:
            return ""
        control = self._controls.get(node.control)
        if control is None or control.main or control.id.startswith(REMOVE):
            return "choice"
        return ""


def _goes_on(item: Item) -> bool:
    return isinstance(item, Words) and item.control is None and item.said == ""
