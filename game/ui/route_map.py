"""The layout of the route map: scenes one under another, their stops on rails, ways beside them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from game.ui import words_seen
from game.ui.bar import Bar
from game.ui.blocks import BarEntry, Block, Offer
from game.ui.compositor import Compositor, Setting
from game.ui.geometry import Rect
from game.ui.inks import Ink
from game.ui.lanes import Plan, Rails, drawn, rails
from game.ui.page import Control, Item, Page, Shape, ShapeKind, Words
from game.ui.route import Route, Stop, Stretch, Way
from game.ui.scrolling import fit, more_items, seams
from game.ui.stop_words import label as label_of
from game.ui.stop_words import name as name_of
from game.ui.wide import frame

STOP = "stop:"
"""What the id of a stop's control begins with; its passage follows."""

_MOST_LANES = 6
_STOPS: dict[str, ShapeKind] = {"choice": "stop", "meeting": "stop_vote", "ending": "stop_end"}


class RouteMap(NamedTuple):
    """What stands on the sheet: blocks, the route, and an offer below it."""

    blocks: tuple[Block, ...]
    route: Route
    offers: tuple[Offer, ...]
    bar: tuple[BarEntry, ...]


class _Row(NamedTuple):
    """A stop as set."""

    disc: Rect
    items: tuple[Item, ...]
    control: Control
    seams: tuple[int, ...]


def lay_out(sheet: RouteMap, comp: Compositor) -> Page:
    """The map on a page of the window's size."""
    bar, area, head = frame(comp, sheet.bar, sheet.blocks, 140)
    width = area.w
    key = _legend(comp, sheet.route, Rect(area.x, head.bottom + comp.px(12), width, 0))
    stops = sheet.route.stops
    found = rails(stops, min(_MOST_LANES, max(1, width // comp.px(150))))
    plan = _plan(comp, stops, found, area)
    y = key.bottom + comp.px(22)
    items: list[Item] = [*head.items, *key.items]
    rows: list[_Row] = []
    turns = [area.y]
    for stretch in sheet.route.stretches:
        heading = _heading(comp, stretch, plan, y)
        turns.append(y)
        items.extend(heading.items)
        y = heading.bottom + comp.px(12)
        for stop in stretch.stops:
            row = _row(comp, stop, stops, plan, y, stretch.title)
            rows.append(row)
            turns.extend(row.seams)
            y = row.control.rect.bottom + comp.px(14)
        y += comp.px(12)
    lines = drawn(comp, found, [row.disc for row in rows], plan)
    items = [*items, *lines, *(item for row in rows for item in row.items)]
    foot = _foot(comp, sheet, plan, y)
    turns.extend(seams(foot.items))
    controls = (*(row.control for row in rows), *foot.controls)
    flow = (*items, *foot.items)
    return _page(comp, bar, area, Setting(flow, foot.bottom, controls), turns)


def _page(comp: Compositor, bar: Bar, area: Rect, column: Setting, turns: Sequence[int]) -> Page:
    seen = fit(comp, area, column.bottom - area.y, area.right + comp.px(10))
    more = more_items(comp, seen.more) if seen.more else ()
    return Page(
        (comp.look.width, comp.look.height),
        None,
        seen.viewport,
        column.bottom - area.y,
        column.items,
        (*more, *bar.items),
        (*column.controls, *bar.controls),
        seen.track,
        seen.more,
        tuple(sorted(set(turns))),
    )


def _plan(comp: Compositor, stops: Sequence[Stop], found: Rails, area: Rect) -> Plan:
    widest = comp.width("number", str(max(1, len(stops))))
    side = max(comp.leading("number") + comp.px(10), widest + comp.px(22))
    gap = comp.px(15)
    spine = area.x + found.width * gap + (comp.px(8) if found.width else 0) + side // 2
    words = spine + side // 2 + comp.px(8)
    room = area.right - words
    wide = min(comp.measure("strong", 36), round(room * 0.42))
    beside = wide >= comp.measure("strong", 22) and room - wide >= comp.measure("small", 40)
    ways = words + (wide + comp.px(26) if beside else comp.px(14))
    return Plan(area.x, area.right, gap, spine, side, words, wide if beside else room, ways, beside)


# -- what stands at the top and at the end


def _legend(comp: Compositor, route: Route, at: Rect) -> Setting:
    """What the marks mean, as far as they stand on the map."""
    side, high = comp.leading("label"), comp.leading("label")
    long, thick = comp.px(34), comp.px(5)
    marks: list[tuple[ShapeKind, int, int, str]] = [
        ("stop_here", side, side, words_seen.MAP_HERE),
        ("rail_now", long, comp.px(9), words_seen.MAP_NOW),
        ("rail", long, thick, words_seen.MAP_BEFORE),
        ("stub", long, comp.px(10), words_seen.MAP_UNTRIED),
    ]
    if any(stop.kind == "meeting" for stop in route.stops):
        marks.append(("stop_vote", side, side, words_seen.MAP_VOTE))
    if route.endings:
        marks.append(("stop_end", side, side, words_seen.MAP_ENDING))
    items: list[Item] = []
    x, y, gap = at.x, at.y, comp.px(8)
    for kind, wide, tall, said in marks:
        needs = wide + gap + comp.width("label", said)
        if x > at.x and x + needs > at.right:
            x, y = at.x, y + high + comp.px(6)
        items.append(Shape(Rect(x, y + (high - tall) // 2, wide, tall), kind, seed=wide))
        words = comp.lines("label", said, Rect(x + wide + gap, y, at.right - x - wide - gap, 0))
        items.extend(words.items)
        y = words.bottom - high
        x += needs + comp.px(30)
    return Setting(tuple(items), y + high)


def _heading(comp: Compositor, stretch: Stretch, plan: Plan, y: int) -> Setting:
    """The title of a scene, cut out of a block; where and when it is beside it or below."""
    block = _block(comp, stretch.title, plan, y)
    gap = comp.px(14)
    wide = max(item.rect.right for item in block.items) - plan.words
    beside = plan.words + wide + gap
    if comp.width("label", stretch.under) <= plan.right - beside:
        high = comp.leading("label")
        at = Rect(beside, y + (block.bottom - y - high) // 2, plan.right - beside, 0)
        under = comp.lines("label", stretch.under, at)
        return Setting((*block.items, *under.items), block.bottom)
    at = Rect(plan.words, block.bottom + comp.px(4), plan.right - plan.words, 0)
    under = comp.lines("label", stretch.under, at)
    return Setting((*block.items, *under.items), under.bottom)


def _block(comp: Compositor, title: str, plan: Plan, y: int) -> Setting:
    pad = comp.px(12)
    room = plan.right - plan.words - 2 * pad
    words = comp.lines(
        "name", title.upper(), Rect(plan.words + pad, y + comp.px(3), room, 0), ink="cut", even=True
    )
    wide = max(item.rect.w for item in words.items) + 2 * pad
    block = Rect(plan.words, y, wide, words.bottom + comp.px(3) - y)
    return Setting((Shape(block, "chip", seed=wide), *words.items), block.bottom)


def _foot(comp: Compositor, sheet: RouteMap, plan: Plan, y: int) -> Setting:
    """How much is left, the endings as frames, and the offers."""
    route = sheet.route
    items: list[Item] = []
    if route.scenes_left:
        mark = Rect(plan.words, y + (comp.leading("small") - comp.px(10)) // 2, comp.px(34), 0)
        items.append(Shape(mark._replace(h=comp.px(10)), "stub", seed=5))
        left = mark.right + comp.px(10)
        said = words_seen.SCENES_LEFT.of(route.scenes_left)
        words = comp.lines("small", said, Rect(left, y, plan.right - left, 0), ink="grey")
        items.extend(words.items)
        y = words.bottom + comp.px(22)
    title = _block(comp, words_seen.ENDINGS_TITLE, plan, y)
    frames = _frames(comp, route, plan, title.bottom + comp.px(12))
    items.extend((*title.items, *frames.items))
    at = Rect(plan.words, frames.bottom + comp.px(10), plan.right - plan.words, 0)
    count = words_seen.endings_count(len(route.endings), route.endings_left)
    words = comp.lines("small", count, at)
    items.extend(words.items)
    y = words.bottom
    controls: list[Control] = []
    for offer in sheet.offers:
        wide = min(plan.right - plan.words, comp.measure("strong", 44))
        ballot, control = comp.ballot(offer, plan.words, y + comp.px(14), wide)
        items.extend(ballot.items)
        controls.extend([] if control is None else [control._replace(flows=True)])
        y = ballot.bottom
    return Setting(tuple(items), y, tuple(controls))


def _frames(comp: Compositor, route: Route, plan: Plan, y: int) -> Setting:
    """A frame for each ending, those that were not reached blank."""
    pad, gap = comp.px(10), comp.px(12)
    room = plan.right - plan.words
    titles = [*route.endings, *([""] * route.endings_left)]
    least = min(room, comp.measure("label", 17) + 2 * pad)
    most = max(1, (room + gap) // (least + gap))
    lines = max(1, -(-len(titles) // most))  # as few as there can be, and all about as long
    columns = max(1, -(-len(titles) // lines))
    wide = (room - gap * (max(columns, min(most, 4)) - 1)) // max(columns, min(most, 4))
    inside = [
        comp.lines("label", title, Rect(pad, 0, wide - 2 * pad, 0), even=True, centred=True)
        for title in titles
    ]
    high = max((words.bottom for words in inside), default=0) + 2 * pad
    high = max(high, 2 * comp.leading("label"))
    items: list[Item] = []
    for n, (title, words) in enumerate(zip(titles, inside, strict=True)):
        x = plan.words + n % columns * (wide + gap)
        top = y + n // columns * (high + gap)
        items.append(Shape(Rect(x, top, wide, high), "frame" if title else "locked", seed=n))
        down = top + (high - words.bottom) // 2
        items.extend(item._replace(rect=item.rect.moved(x, down)) for item in words.items)
    return Setting(tuple(items), y + lines * (high + gap) - gap)


# -- a stop


def _row(
    comp: Compositor, stop: Stop, stops: Sequence[Stop], plan: Plan, y: int, scene: str
) -> _Row:
    name = f"{STOP}{stop.id}"
    pad = comp.px(7)
    first = comp.leading("strong") + 2 * pad
    tall = max(plan.side, first)
    disc = Rect(plan.spine - plan.side // 2, y + (tall - plan.side) // 2, plan.side, plan.side)
    at = Rect(plan.words + comp.px(10), 0, plan.wide - comp.px(20), 0)
    said = _words(comp, stop, at, name)
    if said.bottom + 2 * pad <= tall:
        down = y + (tall - said.bottom) // 2
        plate = Rect(plan.words, y, plan.wide, tall)
    else:
        down = y + pad
        plate = Rect(plan.words, y, plan.wide, said.bottom + 2 * pad)
    words = tuple(item._replace(rect=item.rect.moved(0, down)) for item in said.items)
    ways = _ways(comp, stop, stops, plan, plate, disc)
    bottom = max(plate.bottom, disc.bottom, ways.bottom)
    row = Rect(disc.x, y, plan.right - disc.x, bottom - y)
    items = (
        Shape(plate, "plate", name, seed=stop.number),
        *_disc(comp, stop, disc, name),
        *words,
        *ways.items,
    )
    control = Control(name, row, name_of(stop, stops, scene), flows=True)
    turns = [y]
    if not plan.beside:
        turns.extend(item.rect.y for item in ways.items if isinstance(item, Words))
    return _Row(disc, items, control, tuple(turns))


def _words(comp: Compositor, stop: Stop, at: Rect, name: str) -> Setting:
    """What a stop is called, from height 0."""
    label = label_of(stop)
    above = Setting((), 0)
    if label:
        above = comp.lines("label", label, at, control=name)
    words = comp.lines("strong", stop.words, at._replace(y=above.bottom), control=name)
    return Setting((*above.items, *words.items), words.bottom)


def _disc(comp: Compositor, stop: Stop, at: Rect, name: str) -> tuple[Item, ...]:
    """The mark of a stop and its number in it."""
    kind: ShapeKind = "stop_here" if stop.here else _STOPS[stop.kind]
    number = str(stop.number)
    wide, high = comp.width("number", number), min(at.h, comp.leading("number"))
    words = Rect(at.x + (at.w - wide) // 2, at.y + (at.h - high) // 2 + comp.px(1), wide, high)
    if words.bottom > at.bottom:
        words = words._replace(y=at.bottom - high)
    ink: Ink = "black" if stop.here else "key"
    return Shape(at, kind, name, stop.number), Words(words, number, "number", ink, name)


def _ways(
    comp: Compositor, stop: Stop, stops: Sequence[Stop], plan: Plan, plate: Rect, disc: Rect
) -> Setting:
    """The ways that were taken, each with the numbers of where it led, and how many were not."""
    if not stop.ways and not stop.untried:
        return Setting((), plate.y)
    thick, tick = comp.px(4), comp.px(20)
    high = comp.leading("small")
    y = plate.y + max(0, (disc.h - high) // 2) if plan.beside else plate.bottom + comp.px(2)
    left = plan.ways + tick
    block = max(high, comp.width("label", str(len(stops))) + comp.px(12))
    middles: list[int] = []
    items: list[Item] = []
    for way in stop.ways:
        middles.append(y + high // 2)
        items.append(_tick(comp, way, plan.ways, middles[-1], tick))
        ends = _ends(comp, way, stops, Rect(left, y, block, high))
        items.extend(ends.items)
        x = max((item.rect.right for item in ends.items), default=left) + comp.px(9)
        words = comp.lines("small", way.text, Rect(x, y, plan.right - x, 0))
        items.extend(words.items)
        y = words.bottom + comp.px(4)
    if stop.untried:
        middles.append(y + high // 2)
        mark = Rect(plan.ways, middles[-1] - comp.px(5), tick + block, comp.px(10))
        items.append(Shape(mark, "stub", seed=stop.number))
        x = mark.right + comp.px(9)
        words = comp.lines(
            "small", words_seen.UNTRIED.of(stop.untried), Rect(x, y, plan.right - x, 0), ink="grey"
        )
        items.extend(words.items)
        y = words.bottom + comp.px(4)
    top = middles[0] if plan.beside else plate.bottom
    branch = Rect(plan.ways, top - thick // 2, thick, middles[-1] - top + thick)
    feed = Rect(plate.right, top - thick // 2, plan.ways - plate.right + thick, thick)
    rail = [Shape(branch, "rail", seed=stop.number)] if branch.h > thick else []
    if plan.beside:
        rail.append(Shape(feed, "rail", seed=stop.number + 1))
    return Setting((*rail, *items), y - comp.px(4))


def _tick(comp: Compositor, way: Way, x: int, middle: int, wide: int) -> Shape:
    thick = comp.px(9 if way.now else 4)
    kind: ShapeKind = "rail_now" if way.now else "rail"
    return Shape(Rect(x, middle - thick // 2, wide, thick), kind, seed=middle)


def _ends(comp: Compositor, way: Way, stops: Sequence[Stop], at: Rect) -> Setting:
    """The numbers of the stops a way led to, each on a block; an arrow where none is left."""
    numbers = [str(stop.number) for stop in stops if stop.id in way.to]
    if not numbers:
        return Setting((Shape(at._replace(w=at.h), "arrow", seed=at.x),), at.bottom)
    items: list[Item] = []
    leading = min(at.h, comp.leading("label"))
    for number in numbers:
        wide = comp.width("label", number)
        words = Rect(at.x + (at.w - wide) // 2, at.y + (at.h - leading) // 2, wide, leading)
        items.extend((Shape(at, "digit", seed=at.x + at.y), Words(words, number, "label", "cut")))
        at = at.moved(at.w + comp.px(4), 0)
    return Setting(tuple(items), at.bottom)
