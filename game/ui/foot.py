"""What stands below a screen at times: a line, and a notice; always while a story is watched.

It takes its room from the screen above it, so that nothing lies over the story.
"""

from __future__ import annotations

from typing import NamedTuple, Protocol

from game.ui import wording
from game.ui.compositor import Compositor, Setting
from game.ui.geometry import Rect
from game.ui.page import Control, Item, Page, Shape, Words

HIDE = "bar:hide"
"""The id of the control that takes the notice away."""

_MOST = 0.4
"""The share of the window that it may take; what does not fit is in the terminal."""


class Notice(NamedTuple):
    """Something about the author's files. `place` is `file:line:column`, `source` that line.

    `column`, from 1, and `length` say which of its characters are meant.
    """

    title: str
    words: str
    place: str
    source: str
    column: int
    length: int
    mend: str


class Foot(NamedTuple):
    """What it says now."""

    status: str
    notice: Notice | None = None


def with_remark(foot: Foot | None, words: str) -> Foot:
    """The foot with a few words more, or with those alone."""
    return Foot(words) if foot is None else foot._replace(status=f"{foot.status} {words}")


class Footer(Protocol):
    """Whoever knows what stands there."""

    def foot(self) -> Foot:
        """What stands there now."""
        ...

    def hide(self) -> None:
        """Take away the notice that stands there."""
        ...


class SetFoot(NamedTuple):
    """The foot as set, from the top of the window: `height` pixels, to be moved down."""

    height: int
    items: tuple[Item, ...]
    control: Control | None


def set_foot(foot: Foot, comp: Compositor) -> SetFoot:
    """The foot in the width of the window."""
    margin = comp.px(23)
    at = Rect(margin, comp.px(6), comp.look.width - 2 * margin, 0)
    room = round(comp.look.height * _MOST) - comp.leading("bar") - comp.px(18)
    notice, control = Setting((), at.y), None
    if foot.notice is not None:
        head, hide = _head(foot.notice, comp, at)
        if head.bottom <= room:
            notice, control = _below(head, foot.notice, comp, at, room), hide
    status = comp.lines("bar", foot.status, at._replace(y=notice.bottom), ink="grey")
    return SetFoot(status.bottom + comp.px(6), (*notice.items, *status.items), control)


def _below(head: Setting, notice: Notice, comp: Compositor, at: Rect, room: int) -> Setting:
    """The head, and as many parts of the notice below it as end above `room`."""
    items, y = list(head.items), head.bottom
    wide = min(at.w, comp.measure("small", 120))
    for part in _parts(notice, comp, Rect(at.x, 0, wide, 0)):
        if y + part.bottom > room:
            break
        items.extend(item._replace(rect=item.rect.moved(0, y)) for item in part.items)
        y += part.bottom
    return Setting(tuple(items), y + comp.px(9))


def with_foot(page: Page, foot: SetFoot, comp: Compositor) -> Page:
    """The page, laid out in the height that the foot leaves, with the foot below it."""
    look = comp.look
    down = look.height - foot.height
    items = tuple(item._replace(rect=item.rect.moved(0, down)) for item in foot.items)
    controls = page.controls
    if foot.control is not None:
        rect = foot.control.rect.moved(0, down)
        controls = (*controls, foot.control._replace(rect=rect))
    size = (look.width, look.height)
    return page._replace(size=size, fixed=(*page.fixed, *items), controls=controls)


def _head(notice: Notice, comp: Compositor, at: Rect) -> tuple[Setting, Control]:
    """The title on a tag, and what takes the notice away at the right."""
    pad, high = comp.px(9), comp.leading("bar") + comp.px(10)
    cap = comp.caps.of("hide")
    label, key = comp.width("bar", wording.HIDE), comp.width("bar", cap)
    wide = label + comp.px(7) + key + 2 * pad
    button = Rect(at.right - wide, at.y, wide, high)
    line = Rect(button.x + pad, at.y + comp.px(5), label, comp.leading("bar"))
    caption = Rect(line.right + comp.px(7), line.y, key, line.h)
    words = Rect(at.x + pad, at.y + comp.px(5), button.x - at.x - 3 * pad, 0)
    title = comp.lines("bar", notice.title, words, ink="cut", even=True)
    across = max(item.rect.w for item in title.items) + 2 * pad
    tag = Rect(at.x, at.y, across, title.bottom + comp.px(5) - at.y)
    items: tuple[Item, ...] = (
        Shape(tag, "tag", seed=across),
        *title.items,
        Shape(button, "button", HIDE, seed=wide),
        Words(line, wording.HIDE, "bar", "key", HIDE),
        *((Words(caption, cap, "bar", "grey", HIDE),) if cap else ()),
    )
    said = f"{wording.HIDE} ({cap})" if cap else wording.HIDE
    control = Control(HIDE, button, said, main=False)
    return Setting(items, tag.bottom + comp.px(4)), control


def _parts(notice: Notice, comp: Compositor, at: Rect) -> list[Setting]:
    """What is wrong, the author's line, the mend: each from height 0, the first the dearest."""
    parts = [comp.lines("small", f"{notice.place}: {notice.words}", at)]
    if notice.source.strip():
        parts.append(_excerpt(notice, comp, at))
    if notice.mend:
        parts.append(comp.lines("small", notice.mend, at, ink="grey"))
    return parts


def _excerpt(notice: Notice, comp: Compositor, at: Rect) -> Setting:
    """The author's line, with what is meant underlined in it."""
    number = f"{notice.place.rsplit(':', 2)[-2]} |"
    lead = comp.width("small", f"{number} ")
    line, start, length = _window(notice, comp, at.w - lead)
    high, thick = comp.leading("small"), comp.px(3)
    x = at.x + lead
    left = x + comp.width("small", line[:start])
    wide = max(comp.px(6), comp.width("small", line[start : start + length]))
    items = (
        Words(Rect(at.x, 0, lead, high), number, "small", "grey"),
        Words(Rect(x, 0, comp.width("small", line), high), line, "small"),
        Shape(Rect(left, high - comp.px(2), wide, thick), "underline", seed=left),
    )
    return Setting(items, high + thick + comp.px(2))


def _window(notice: Notice, comp: Compositor, room: int) -> tuple[str, int, int]:
    """As much of the author's line as there is room for: the text, and what is meant in it."""
    source = notice.source.replace("\t", " ").rstrip()
    start = min(notice.column - 1, len(source))
    first = min(len(source) - len(source.lstrip()), start)
    line, lead = source[first:], ""
    while comp.width("small", f"{lead}{line}") > room and first < start - 12:
        first += max(1, (start - first) // 4)
        line, lead = source[first:], "\u2026 "
    while lead and first < start and line.startswith(" "):
        first, line = first + 1, line[1:]
    tail = ""
    while len(line) > 1 and comp.width("small", f"{lead}{line}{tail}") > room:
        line, tail = line[: -max(1, len(line) // 16)].rstrip(), " \u2026"
    at = start - first + len(lead)
    return f"{lead}{line}{tail}", at, max(1, min(notice.length, len(lead) + len(line) - at))
