"""The figures of a map: boxes, badges and the legend, in the game's inks."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from xml.sax.saxutils import escape, quoteattr

from game.export.chart import Item, Shape
from game.export.lettering import broken, width
from game.export.marks import MEANING, Mark

KEY, PAPER, RED, GOLD, TEAL = "#1A1614", "#F3E7CE", "#C73E2A", "#E4A531", "#2B6B70"

DEFINITIONS = f"""\
<style>
text {{ font-family: "Atkinson Hyperlegible Next", "Atkinson Hyperlegible", system-ui, sans-serif;
  font-size: 11px; fill: {KEY}; }}
.title {{ font-size: 28px; font-weight: 700; }}
.scene {{ font-size: 15px; font-weight: 700; }}
.under {{ fill: #4C443C; }}
.head {{ font-size: 12px; font-weight: 700; }}
.note {{ font-size: 9.5px; fill: {TEAL}; }}
.link {{ fill: {TEAL}; text-decoration: underline; }}
.plate {{ fill: #FFFCF4; stroke: {KEY}; stroke-width: 1.3; }}
.meeting .plate {{ fill: #DDE9E4; stroke: {TEAL}; stroke-width: 1.6; }}
.ending .plate {{ fill: {GOLD}; stroke-width: 1.8; }}
.choice .plate {{ fill: {PAPER}; stroke-width: 1; }}
.result .plate {{ fill: #DDE9E4; stroke: {TEAL}; }}
.skip .plate {{ fill: {PAPER}; stroke-dasharray: 1.5 3; }}
.jump .plate {{ fill: none; stroke: none; }}
.unreachable > .plate, .undecided > .plate {{ fill: #F9E4DC; stroke: {RED}; stroke-width: 2;
  stroke-dasharray: 6 4; }}
.part > .plate {{ fill: #F9E4DC; stroke: {RED}; stroke-width: 2; }}
.declared > .plate {{ fill: #EDE6D6; stroke: #6B6257; stroke-dasharray: 2 4; }}
.trap > .plate {{ fill: url(#hatch); stroke: {RED}; stroke-width: 2.4; }}
.trap > text {{ paint-order: stroke; stroke: #FFFCF4; stroke-width: 3px; }}
.stuck > .plate, .fault > .plate, .reachable > .plate {{ stroke: {RED}; stroke-width: 2.4; }}
.jump.unreachable > .plate, .jump.undecided > .plate {{ stroke-width: 1.2; }}
.way {{ fill: none; stroke: {KEY}; stroke-width: 1.2; stroke-opacity: .72; }}
.back {{ stroke: {TEAL}; stroke-dasharray: 5 3; }}
.dead {{ stroke: {RED}; stroke-dasharray: 1.5 4; stroke-linecap: round; }}
.shut {{ stroke: #6B6257; stroke-dasharray: 1.5 4; stroke-linecap: round; }}
.way:hover {{ stroke: {RED}; stroke-width: 3; stroke-opacity: 1; }}
g:target > .plate {{ stroke-width: 4; }}
</style>
<defs>
<marker id="arrow" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="7" markerHeight="7"
  orient="auto" markerUnits="userSpaceOnUse"><path d="M0 .5L8 4L0 7.5z" fill="{KEY}"/></marker>
<pattern id="hatch" width="9" height="9" patternUnits="userSpaceOnUse"
  patternTransform="rotate(45)"><rect width="9" height="9" fill="#FFFCF4"/>
  <rect width="2.5" height="9" fill="#EBA99C"/></pattern>
</defs>"""

_WIDTHS: dict[Shape, float] = {
    "passage": 178, "meeting": 190, "ending": 190, "choice": 142, "result": 82, "skip": 142,
    "jump": 118,
}  # fmt: skip
_LINES: dict[Shape, int] = {
    "passage": 2, "meeting": 3, "ending": 2, "choice": 3, "result": 1, "skip": 1, "jump": 2,
}  # fmt: skip
_NAMES: dict[Shape, str] = {
    "passage": "passage", "meeting": "meeting", "ending": "ending", "choice": "choice",
    "result": "how the vote goes", "skip": "the scene can be left out", "jump": "goes on by itself",
}  # fmt: skip
_PADDING = 20.0


def size_of(item: Item) -> tuple[float, float]:
    """The width and height of an item's box."""
    lines = len(_body(item)) * 13.5 + (15 if item.head else 0) + (12 if item.note else 0)
    spare = {"choice": 9, "result": 9, "skip": 9, "jump": 3}.get(item.shape, 14)
    wide = _WIDTHS[item.shape]
    if item.shape == "jump":  # words alone: the lines must meet them
        wide = 8 + max(width(line, 11) for line in _body(item))
    return wide, lines + spare


def box(item: Item, x: float, top: float) -> Iterator[str]:
    """The drawing of an item whose centre is at `x`."""
    wide, tall = size_of(item)
    left = x - wide / 2
    classes = " ".join([item.shape, *item.look])
    tip = "\n".join([item.tip, *(one.words for one in item.marks)])
    yield f"<g id={quoteattr(item.branch)} class={quoteattr(classes)}>"
    yield f"<title>{escape(tip)}</title>"
    yield _plate(item.shape, left, top, wide, tall)
    y = top + (18 if item.head else 15 if item.shape != "jump" else 12)
    if item.head:
        head = broken(item.head, 12, wide - _PADDING, 1, bold=True)[0]
        yield _text("head", x, y, head)
        y += 15
    for line in _body(item):
        yield _text("", x, y, line)
        y += 13.5
    if item.note:
        note = broken(item.note, 9.5, wide - _PADDING, 1)[0]
        words = _text("link" if item.link else "note", x, y, note)
        yield f"<a href={quoteattr('#' + item.link)}>{words}</a>" if item.link else words
    for n, one in enumerate(item.marks):
        aside = 10 if item.shape == "jump" else -4
        yield badge(one.mark, left + wide + aside - 18 * n, top + 2)
    yield "</g>"


def _body(item: Item) -> list[str]:
    return broken(item.body, 11, _WIDTHS[item.shape] - _PADDING, _LINES[item.shape])


def _text(name: str, x: float, y: float, words: str) -> str:
    class_ = f' class="{name}"' if name else ""
    return f'<text{class_} x="{x:.1f}" y="{y:.1f}" text-anchor="middle">{escape(words)}</text>'


def _plate(shape: Shape, left: float, top: float, wide: float, tall: float) -> str:
    if shape == "ending":  # an octagon
        cut, right, bottom = min(12.0, tall * 0.3), left + wide, top + tall
        points = [
            (left + cut, top), (right - cut, top), (right, top + cut), (right, bottom - cut),
            (right - cut, bottom), (left + cut, bottom), (left, bottom - cut), (left, top + cut),
        ]  # fmt: skip
        said = " ".join(f"{x:.1f},{y:.1f}" for x, y in points)
        return f'<polygon class="plate" points="{said}"/>'
    round_ = {"passage": 3.0, "meeting": 3.0, "jump": 3.0}.get(shape, min(tall / 2, 14.0))
    plate = (
        f'<rect class="plate" x="{left:.1f}" y="{top:.1f}" width="{wide:.1f}" '
        f'height="{tall:.1f}" rx="{round_:.1f}"/>'
    )
    if shape == "meeting":  # a second line inside: a table with people round it
        plate += (
            f'<rect x="{left + 4:.1f}" y="{top + 4:.1f}" width="{wide - 8:.1f}" '
            f'height="{tall - 8:.1f}" fill="none" stroke="{TEAL}" stroke-width=".8"/>'
        )
    return plate


def badge(mark: Mark, x: float, y: float) -> str:
    """A mark's sign: each has a shape of its own, so that colour is not needed to tell them."""
    ring = f'<circle r="8.5" fill="{RED}" stroke="#FFFCF4" stroke-width="1.5"/>'
    line = 'stroke="#FFFCF4" stroke-width="2.2" stroke-linecap="round" fill="none"'
    drawn = {
        "unreachable": f'{ring}<path d="M-3.4-3.4L3.4 3.4M3.4-3.4L-3.4 3.4" {line}/>',
        "reachable": f'<path d="M-9 0L-4.5-8.5H4.5L9 0L4.5 8.5H-4.5z" fill="{RED}" '
        f'stroke="#FFFCF4" stroke-width="1.5"/><path d="M-4 0H4M1-3L4 0L1 3" {line}/>',
        "declared": '<rect x="-10" y="-6.5" width="20" height="13" rx="6.5" fill="#6B6257" '
        f'stroke="#FFFCF4" stroke-width="1.5"/><path d="M-4 0H4" {line}/>',
        "undecided": f'<circle r="8.5" fill="#FFFCF4" stroke="{RED}" stroke-width="2"/>'
        f'<path d="M-2.6-2.6Q-2-5 .4-5Q3-5 3-2.6Q3-.8 .2 .6V2M.2 4.9V5" stroke="{RED}" '
        'stroke-width="2" stroke-linecap="round" fill="none"/>',
        "class": f'<rect x="-8" y="-8" width="16" height="16" rx="3" fill="{TEAL}" '
        f'stroke="#FFFCF4" stroke-width="1.5"/><path d="M-4 4V-1M0 4V-4M4 4V-2" {line}/>',
        "trap": f'<path d="M0-10.5L10.5 0L0 10.5L-10.5 0z" fill="{RED}" stroke="#FFFCF4" '
        f'stroke-width="1.5"/><path d="M-3.5-1.5L0 3L3.5-1.5" {line}/>',
        "stuck": f'<rect x="-8.5" y="-8.5" width="17" height="17" fill="{RED}" stroke="#FFFCF4" '
        f'stroke-width="1.5"/><path d="M-4 0H4" {line}/>',
        "fault": f'<path d="M0-10L10 7.5H-10z" fill="{RED}" stroke="#FFFCF4" '
        f'stroke-width="1.5"/><path d="M0-3.5V1.5M0 4.6V4.7" {line}/>',
    }[mark]
    return f'<g class="badge" transform="translate({x:.1f} {y:.1f})">{drawn}</g>'


def legend(used: Sequence[str], left: float, top: float, right: float) -> tuple[list[str], float]:
    """The legend of the shapes and marks used, and its height; marks go no further than `right`."""
    out: list[str] = []
    x = left
    for shape, name in _NAMES.items():
        if shape in used and shape != "jump":
            plate = _plate(shape, x, top, 30, 20)
            out.append(f'<g class="{shape}">{plate}</g>')
            out.append(f'<text x="{x + 37:.1f}" y="{top + 14:.1f}">{escape(name)}</text>')
            x += 37 + width(name, 11) + 22
    for kind, name in (("on", "leads on"), ("back", "leads back up")):
        out.append(f'<path class="way {kind}" d="M{x:.1f} {top + 10:.1f}h30"/>')
        out.append(f'<text x="{x + 37:.1f}" y="{top + 14:.1f}">{name}</text>')
        x += 37 + width(name, 11) + 22
    marks = [mark for mark in MEANING if mark in used]
    x, y = left, top + 42
    for mark in marks:
        wide = 26 + width(MEANING[mark], 11)
        if left < x and right < x + wide:
            x, y = left, y + 24
        out.append(badge(mark, x + 10, y))
        out.append(f'<text x="{x + 26:.1f}" y="{y + 4:.1f}">{escape(MEANING[mark])}</text>')
        x += wide + 22
    return out, y + 14 - top if marks else 22.0
