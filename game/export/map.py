"""The map of a story: one SVG that any browser opens, with its text as text.

Scenes are bands from top to bottom. In them stand passages, under each the choices it offers, and
lines lead on. Marks from the check differ in shape and line as well as in colour, and the legend
says what each means. The same story and findings give the same bytes.
"""

from __future__ import annotations

from collections.abc import Iterator
from xml.sax.saxutils import escape, quoteattr

from game.check.findings import Checked
from game.export import layout
from game.export.chart import Band, Chart, Item, Way, chart
from game.export.figures import DEFINITIONS, box, legend, size_of
from game.export.lettering import broken
from game.export.marks import Marks
from game.story.branches import declared_unreachable
from game.story.model import Story

_MARGIN = 24.0
_TITLES = 168.0
"""The width of the column that scenes are named in."""


def draw(story: Story, played: Checked | None = None, free: Checked | None = None) -> str:
    """The map of `story` as SVG, with what the check found marked, if it is given."""
    all_ = chart(story, Marks(played, free, declared_unreachable(story)))
    items = {item.branch: item for item in all_.items}
    boxes = [layout.Box(item.branch, item.band, *size_of(item)) for item in all_.items]
    lines = [layout.Line(way.tail, way.head) for way in all_.ways]
    placed = layout.place(boxes, lines, [band.id for band in all_.bands])
    right = _MARGIN + _TITLES
    width = right + placed.width + 2 * _MARGIN
    key, key_height = legend(_marks_used(all_), _MARGIN, 92.0, width - _MARGIN)
    down = 92.0 + key_height + 18.0
    height = down + placed.height + _MARGIN
    out = [
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width:.0f}" height="{height:.0f}" '
        f'viewBox="0 0 {width:.0f} {height:.0f}" lang={quoteattr(story.language)}>',
        f"<title>{escape(story.title)}: the map</title>",
        f"<desc>{escape(_summary(all_))}</desc>",
        DEFINITIONS,
        f'<rect width="{width:.0f}" height="{height:.0f}" fill="#F3E7CE"/>',
        *_heading(story, all_, checked=played is not None),
        *key,
    ]
    for n, band in enumerate(all_.bands):
        top, bottom = placed.bands[band.id]
        out += _band(band, n, width, down + top, down + bottom)
    for way in all_.ways:
        route = placed.routes.get(layout.Line(way.tail, way.head))
        if route is not None:
            out.append(_line(way, route, items, right, down))
    for item in all_.items:
        spot = placed.spots[item.branch]
        out += box(item, spot.x + right, spot.top + down)
    return "\n".join([*out, "</svg>", ""])


def _summary(all_: Chart) -> str:
    shapes = [item.shape for item in all_.items]
    passages = len(shapes) - sum(s in ("choice", "result", "skip", "jump") for s in shapes)
    counts = (
        (passages, "passage"),
        (shapes.count("choice"), "choice"),
        (shapes.count("meeting"), "meeting"),
        (shapes.count("ending"), "ending"),
    )
    said = [f"{n} {word}{'' if n == 1 else 's'}" for n, word in counts if n]
    return ", ".join(said) + "."


def _heading(story: Story, all_: Chart, *, checked: bool) -> Iterator[str]:
    yield f'<text class="title" x="{_MARGIN}" y="50">{escape(story.title)}</text>'
    problems = sum(bool(item.marks) for item in all_.items)
    words = _summary(all_)
    if checked and problems:
        words += f" {problems} {'box is' if problems == 1 else 'boxes are'} marked."
    elif checked:
        words += " Every branch can be reached."
    words += " Point at anything to read more."
    yield f'<text class="under" x="{_MARGIN}" y="72">{escape(words)}</text>'


def _marks_used(all_: Chart) -> list[str]:
    used = {one.mark for item in all_.items for one in item.marks}
    shapes = {item.shape for item in all_.items}
    return sorted(used) + sorted(shapes)


def _band(band: Band, n: int, width: float, top: float, bottom: float) -> Iterator[str]:
    fill = ("#F8F0DF", "#EFE1C2")[n % 2]
    yield (
        f'<rect x="8" y="{top:.1f}" width="{width - 16:.0f}" height="{bottom - top:.1f}" '
        f'fill="{fill}"/>'
    )
    y = top + 30
    for line in broken(band.title, 15, _TITLES - 20, 3, bold=True):
        yield f'<text class="scene" x="{_MARGIN}" y="{y:.1f}">{escape(line)}</text>'
        y += 18
    room = max(1, int((bottom - y) // 14))
    for line in broken(band.under, 11, _TITLES - 20, min(5, room)):
        yield f'<text class="under" x="{_MARGIN}" y="{y:.1f}">{escape(line)}</text>'
        y += 14
    for link in band.links[: max(0, int((bottom - y) // 14))]:
        yield (
            f'<a href={quoteattr(f"#{link}")}><text class="link" x="{_MARGIN}" y="{y:.1f}">'
            f"{escape(link)}</text></a>"
        )
        y += 14


def _line(way: Way, route: layout.Route, items: dict[str, Item], right: float, down: float) -> str:
    points = [(x + right, y + down) for x, y in route.points]
    (x, y), *others = points
    d = [f"M{x:.1f} {y:.1f}"]
    for n, (nx, ny) in enumerate(others):
        if n % 2 == 0:  # from one layer to the next: bend
            half = (y + ny) / 2
            d.append(f"C{x:.1f} {half:.1f} {nx:.1f} {half:.1f} {nx:.1f} {ny:.1f}")
        else:  # through a layer: straight
            d.append(f"V{ny:.1f}")
        x, y = nx, ny
    marked = {mark for end in (way.tail, way.head) for mark in items[end].look}
    kind = "back" if route.back else "on"
    if marked & {"unreachable", "undecided"}:
        kind += " dead"
    elif "declared" in marked:
        kind += " shut"
    passage = items[way.head].shape in ("passage", "meeting", "ending")
    arrow = ' marker-end="url(#arrow)"' if passage else ""
    return (
        f'<path class="way {kind}" d="{"".join(d)}"{arrow}><title>{escape(way.tip)}</title></path>'
    )
