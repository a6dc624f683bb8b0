"""Exact search over sets: everything that can be reached, and the shortest ways to it.

`Levels` goes by levels: level d is what is first reached after d options, silent links being
followed within a level. So the first level in which a target shows is its distance, and going back
through the levels, one predecessor each, gives a play of that very length (`shortest`).

`fill` finds for each page every valuation that can be there. It begins by levels too. Where pages
come up again and again, level after level, it soon hands on whatever is new in any order, which
takes fewer and larger steps; it ends because there are finitely many valuations and each is handed
on once.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Hashable
from heapq import heappop, heappush
from typing import NamedTuple

from game.check.masks import Set
from game.check.pages import Link, Page, Pages

OFTEN = 6
"""How often pages come up, on average, before levels are given up for handing on at once."""


class TooLarge(Exception):
    """There are more pages, or longer sets, than the limit allows. The message says which."""


class Stopped(KeyboardInterrupt):
    """Somebody stopped the search. `levels` are those that were whole by then."""

    def __init__(self, levels: Levels) -> None:
        super().__init__()
        self.levels = levels


Look = Callable[[], None]
"""Called every now and then. Raises `TooLarge` to end a search."""


class Levels:
    """The levels found so far, from the start."""

    def __init__(self, pages: Pages, look: Look | None = None) -> None:
        page, first = pages.start()
        self.pages = pages
        self.look = look or _nothing
        self.levels: list[dict[Page, Set]] = []
        self.known: dict[Page, Set] = {page: first}
        self.front: dict[Page, Set] = {page: first}
        """What is new one option after the last level."""

    def another(self) -> dict[Page, Set]:
        """The next level, and then what is new after it in `front`."""
        level, front = _settled(self.pages, self.front, self.known)
        self.levels.append(level)
        self.front = _next_level(self.pages, front, self.known, self.look)
        # Once in the level and once in what is known.
        self.pages.bits += 2 * sum(those.bit_length() for those in level.values())
        return level


def _nothing() -> None:
    pass


def fill(
    pages: Pages, most: int, tick: Callable[[int], None] | None = None, mib: int | None = None
) -> Levels:
    """Find everything that can be reached: `reached` of every page.

    Raises `TooLarge` if that is more than `most` pages, or more than `mib` MiB of sets and masks,
    and `Stopped` where it is interrupted. Returns the levels that it began with, for `shortest`.
    """

    def look() -> None:
        if tick is not None:
            tick(pages.count)
        if pages.count > most:
            raise TooLarge(f"the story has more than {most:,} pages of states")
        if mib is not None and pages.bits > mib << 23:
            raise TooLarge(f"the states of the story take more than {mib:,} MiB")

    levels = Levels(pages, look)
    try:
        visits = 0
        while levels.front and visits <= OFTEN * max(pages.count, len(pages.found)):
            visits += len(levels.another())
        for page, those in levels.known.items():
            page.reached = those
        if levels.front:
            _hand_on(pages, levels.front, look)
    except KeyboardInterrupt:
        raise Stopped(levels) from None
    look()
    levels.look = _nothing
    return levels


def _hand_on(pages: Pages, front: dict[Page, Set], look: Look) -> None:
    """Hand on what is new in `front`, and whatever is new from that."""
    fresh = dict(front)
    todo = deque(front)
    rounds = 0
    while todo:
        page = todo.popleft()
        new = fresh.pop(page)
        for link in pages.links(page):
            out = link.image(new)
            if out:
                target = link.target
                out &= ~target.reached
                if out:
                    before = target.reached
                    target.reached = after = before | out
                    pages.bits += after.bit_length() - before.bit_length()
                    if target not in fresh:
                        todo.append(target)
                    fresh[target] = fresh.get(target, 0) | out
        rounds += 1
        if not rounds & 255:
            look()


Found = dict[Hashable, tuple[str, ...]]
"""Keys of targets, each with a shortest list of options that shows one."""


class Target(NamedTuple):
    """Something to find on a page: shown by these valuations, after `option` if there is one."""

    key: Hashable
    where: Set
    option: str | None


def shortest(
    levels: Levels,
    of: Callable[[Page], list[Target]],
    wanted: set[Hashable],
    tick: Callable[[int], None] | None = None,
    out: Found | None = None,
) -> Found:
    """For each key in `wanted`: a shortest list of options that shows a target of that key.

    `of` gives the targets of a page. Those wanted must be reachable. More levels are made if they
    are needed. They are put into `out`, which an interruption leaves with those found until then.
    """
    wanted, out = set(wanted), {} if out is None else out
    targets: dict[Page, list[Target]] = {}
    ways = _Ways(levels.levels)
    depth = 0
    while wanted and (depth < len(levels.levels) or levels.front):
        level = levels.levels[depth] if depth < len(levels.levels) else levels.another()
        for page, those in level.items():
            open_ = targets[page] if page in targets else of(page)
            # What is found is looked for no more: most pages soon have nothing left to show.
            targets[page] = open_ = [target for target in open_ if target.key in wanted]
            for target in open_:
                shown = those & target.where
                if shown and target.key in wanted:
                    wanted.discard(target.key)
                    out[target.key] = ways.along(depth, page, shown, target)
        depth += 1
        if tick is not None:
            tick(len(wanted))
    return out


def met(levels: Levels, of: Callable[[Page], list[Target]], out: Found) -> None:
    """The same of whatever shows in the levels made so far. A level that is whole is exact."""
    ways = _Ways(levels.levels)
    for depth, level in enumerate(levels.levels):
        for page, those in level.items():
            for target in of(page):
                shown = 0 if target.key in out else those & target.where
                if shown:
                    out[target.key] = ways.along(depth, page, shown, target)


def _next_level(
    pages: Pages, front: dict[Page, Set], known: dict[Page, Set], look: Look
) -> dict[Page, Set]:
    """What is new one option after `front`; `known` then holds it too."""
    after: dict[Page, Set] = {}
    for count, (page, those) in enumerate(front.items()):
        if not count & 255:
            look()
        for link in pages.links(page):
            new = link.image(those)
            if new:
                to = link.target
                new &= ~known.get(to, 0)
                if new:
                    after[to] = after.get(to, 0) | new
    for page, new in after.items():
        known[page] = known.get(page, 0) | new
    return after


def _settled(
    pages: Pages, front: dict[Page, Set], known: dict[Page, Set]
) -> tuple[dict[Page, Set], dict[Page, Set]]:
    """The level that begins with `front`: all of it, and the part where screens stop."""
    silent = [(page.order, page) for page in front if not pages.net.nodes[page.node].stops]
    if not silent:
        return front, front
    nodes = pages.net.nodes
    todo: list[tuple[tuple[int, int], Page]] = []
    for one in silent:
        heappush(todo, one)
    level = dict(front)
    fresh = dict(front)
    while todo:
        page = heappop(todo)[1]
        new = fresh.pop(page, 0)
        if not new:
            continue
        for link in pages.links(page):
            moved = link.image(new)
            to = link.target
            moved &= ~known.get(to, 0)
            if moved:
                known[to] = known.get(to, 0) | moved
                level[to] = level.get(to, 0) | moved
                if not nodes[to.node].stops:
                    fresh[to] = fresh.get(to, 0) | moved
                    heappush(todo, (to.order, to))
    return level, {page: those for page, those in level.items() if nodes[page.node].stops}


class _Ways:
    """Plays to single valuations, each remembered: most ways share their beginning."""

    def __init__(self, levels: list[dict[Page, Set]]) -> None:
        self.levels = levels
        self.known: dict[tuple[int, Page, int], tuple[str, ...]] = {}

    def along(self, level: int, page: Page, shown: Set, target: Target) -> tuple[str, ...]:
        """A play that shows `target`, by one of the valuations `shown` of `page`."""
        way = self.to(level, page, shown & -shown)
        return way if target.option is None else (*way, target.option)

    def to(self, level: int, page: Page, one: Set) -> tuple[str, ...]:
        """A play that comes to the valuation `one` of `page`, of as many options as the level."""
        trail: list[tuple[tuple[int, Page, int], str | None]] = []
        way: tuple[str, ...] | None = None
        while way is None:
            key = (level, page, one.bit_length())
            way = self.known.get(key)
            if way is not None:
                break
            link, before = self._back(level, page, one)
            if link is None:
                way = self.known[key] = ()
                break
            trail.append((key, link.edge.option))
            level -= link.edge.option is not None
            page, one = link.source, before
        for key, option in reversed(trail):
            if option is not None:
                way = (*way, option)
            self.known[key] = way
        return way

    def _back(self, level: int, page: Page, one: Set) -> tuple[Link | None, Set]:
        for link in page.into:
            before = level - (link.edge.option is not None)
            if before < 0:
                continue
            those = self.levels[before].get(link.source)
            if those:
                shown = link.preimage(one) & those
                if shown:
                    return link, shown & -shown
        assert level == 0, "every valuation of a level has a predecessor"
        return None, 0
