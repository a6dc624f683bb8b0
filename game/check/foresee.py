"""Works out, for every state reached, how far each ending still is (`game.check.fates`).

Everything that can be reached is found over sets of states, as in the check (`search.fill`). Then,
for each ending, backwards from it in levels along the same links: level d is what is first met
after d options, silent links being followed back within a level. Each valuation added has a real
way to the ending of that length; one that had a shorter way would have been met before; and what
is never met has none. So the levels are the least distances, exactly, and the valuations left over
are those from which the ending is out of reach.

Only guards, and effects that may leave their range, are read here: texts, cards and hands lead
nowhere. So goals are left out of the net, which makes fewer slots live and fewer states. It keeps
what matters: a slot that is not live cannot tell two states apart by what they can come to, nor
by how soon (`game.check.live`).
"""

from __future__ import annotations

import gc
from collections import deque
from collections.abc import Callable

from game.check import search
from game.check.diagrams import Diagrams, Parts
from game.check.fates import NEVER, Fates, leaf
from game.check.layout import plan
from game.check.live import Liveness
from game.check.masks import Set
from game.check.net import Net, net
from game.check.pages import Page, Pages
from game.check.values import Arriving
from game.story.model import Story

Progress = Callable[[float, str], None]

MOST_PAGES = 100_000
"""Pages of states beyond which this is given up."""

MOST_WORK = 2 * 10**11
"""Bits moved, roughly, beyond which this is given up: a minute or two."""


def foresee(
    story: Story,
    *,
    free_meetings: bool = False,
    progress: Progress | None = None,
    most: int = MOST_PAGES,
) -> Fates | None:
    """How far each ending is from every state; with `free_meetings`, as a class can play it.

    None where the story has too many states to go through them all.
    """
    # As in the check: looking for circles among so many objects takes time and finds none.
    collecting = gc.isenabled()
    gc.disable()
    try:
        return _foresee(story, progress or _unseen, most, free=free_meetings)
    except (search.TooLarge, RecursionError):
        return None
    finally:
        if collecting:
            gc.enable()


def _unseen(_part: float, _words: str) -> None:
    pass


def _foresee(story: Story, progress: Progress, most: int, *, free: bool) -> Fates | None:
    whole = net(story, free_meetings=free)
    bare = whole._replace(nodes=tuple(node._replace(goals=()) for node in whole.nodes))
    arriving = Arriving(bare)
    live = Liveness(arriving)
    planned = plan(arriving, live)
    if not planned.hopeful:
        return None
    pages = Pages(arriving, live, planned.layout)
    search.fill(pages, most, _tick(pages, progress))
    diagrams = Diagrams(pages)
    endings = tuple(one.id for one in story.passages.values() if one.ending is not None)
    places = _places(bare)
    roots: dict[int, list[int]] = {n: [] for n in places if _reached(pages, n)}
    for done, ending in enumerate(endings):
        progress(0.7 + 0.3 * done / len(endings), "looking at what leads to each ending")
        met = _levels(pages, ending)
        for n, those in roots.items():
            parts = [(page.key, _parts(page, met.get(page, {}))) for page in _reached(pages, n)]
            those.append(diagrams.root(n, parts))
    return Fates(
        story.fingerprint,
        free,
        endings,
        tuple(diagrams.nodes),
        {(bare.nodes[n].passage, bare.nodes[n].calls): tuple(those) for n, those in roots.items()},
    )


def _tick(pages: Pages, progress: Progress) -> Callable[[int], None]:
    """Tells how far the search is, which calls it every 256 pages; gives up on too much work."""
    edges = pages.live.edges
    one = 256 * pages.layout.longest * sum(map(len, edges)) // len(edges)
    work = 0

    def tick(count: int) -> None:
        nonlocal work
        work += one
        if work > MOST_WORK:
            raise search.TooLarge
        # How much there is to find is not known before it is found.
        progress(0.7 * count / (count + 10_000), "looking everywhere")

    return tick


def _places(bare: Net) -> list[int]:
    """The nodes at which the state of a play can stand: the start, and where options lead."""
    led_to = {edge.target for node in bare.nodes for edge in node.edges if edge.option is not None}
    return sorted({0} | led_to)


def _reached(pages: Pages, node: int) -> list[Page]:
    return [page for page in pages.found[node].values() if page.reached]


def _parts(page: Page, levels: dict[int, Set]) -> Parts:
    parts = {leaf(away): those for away, those in levels.items()}
    rest = page.reached
    for those in levels.values():
        rest &= ~those
    if rest:
        parts[NEVER] = rest
    return parts


def _levels(pages: Pages, ending: str) -> dict[Page, dict[int, Set]]:
    """For each page the valuations that are 0, 1, 2, ... options away from `ending`."""
    nodes = pages.net.nodes
    front = {
        page: page.reached
        for n, node in enumerate(nodes)
        if node.ending and node.passage == ending
        for page in _reached(pages, n)
    }
    met = dict(front)
    out: dict[Page, dict[int, Set]] = {}
    away = 0
    while front:
        level = _silently_back(front, met)
        for page, those in level.items():
            out.setdefault(page, {})[away] = those
        front = {}
        for page, those in level.items():
            _back(page, those, met, front, silent=False)
        away += 1
    return out


def _silently_back(front: dict[Page, Set], met: dict[Page, Set]) -> dict[Page, Set]:
    """`front` with all that leads to it without a choice, and was not met before."""
    level = dict(front)
    fresh = dict(front)
    todo = deque(front)
    while todo:
        page = todo.popleft()
        more: dict[Page, Set] = {}
        _back(page, fresh.pop(page), met, more, silent=True)
        for source, those in more.items():
            level[source] = level.get(source, 0) | those
            if source not in fresh:
                todo.append(source)
            fresh[source] = fresh.get(source, 0) | those
    return level


def _back(
    page: Page, those: Set, met: dict[Page, Set], out: dict[Page, Set], *, silent: bool
) -> None:
    """Add to `out`, and to `met`, what comes to `those` by one link and was not met before."""
    for link in page.into:
        if (link.edge.option is None) != silent:
            continue
        source = link.source
        rest = source.reached & ~met.get(source, 0)
        new = link.preimage(those) & rest if rest else 0
        if new:
            met[source] = met.get(source, 0) | new
            out[source] = out.get(source, 0) | new
