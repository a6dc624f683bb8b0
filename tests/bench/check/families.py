"""Families of stories to measure the check on: from one number each, always the same story.

`dense` is a graph that is linked again and again, with flags, counters and choices that go only
once; `flags` a hub with independent errands; `hub` a hub with excursions that need each other;
`acts` chapters whose flags matter only near them; `meetings` is the shape of a real story: twelve
people who are talked to and then vote, twice. The first four draw the same random numbers as the
generator that other model checkers were measured on, so figures can be compared.
"""

from __future__ import annotations

import random
from collections.abc import Callable
from typing import Any, NamedTuple

from game.story.model import (
    Choice,
    Condition,
    Debrief,
    Effect,
    Ending,
    Jump,
    Paragraph,
    Passage,
    Place,
    Row,
    Scene,
    Slot,
    Story,
)

Test = tuple[int, str, int]
"""A slot, a comparison, a constant."""
Change = tuple[int, str, int]
"""A slot, `set` or `add`, a constant; adding stops at the ends of the range."""

HERE = Place("story.yaml", 1, 1)


class Way(NamedTuple):
    """A choice: its id, what it needs, what it changes, the passage it leads to (by number)."""

    id: str
    tests: list[Test]
    changes: list[Change]
    to: int


class Sketch:
    """A story as slots and passages with ways; a passage without ways is an ending."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.slots: list[Slot] = []
        self.passages: list[list[Way]] = []
        self.jumps: dict[int, list[tuple[int, Row | None]]] = {}
        self.paragraphs: dict[int, list[Row]] = {}

    def slot(self, name: str, high: int, *, stance: int | None = None) -> int:
        """A new slot from 0 to `high`; a stance that starts at `stance`, if given."""
        kind: Any = "stance" if stance is not None else "number" if high > 1 else "flag"
        self.slots.append(Slot(name, kind, 0, high, stance or 0))
        return len(self.slots) - 1

    def passage(self) -> list[Way]:
        """A new passage, to put ways into."""
        self.passages.append([])
        return self.passages[-1]

    def story(self) -> Story:
        """The story of this sketch."""
        passages = {f"p{n}": self._passage(n, ways) for n, ways in enumerate(self.passages)}
        return Story(
            id=self.name, title=self.name, fingerprint=self.name, language="en", year=1938,
            place="", summary="", start="p0", player=("You", ""), portraits={},
            reading_age=12, minutes=1,
            content_notes=(), scale=("against", "unmoved", "listening", "with_us"), acts=(),
            cut=None, debrief=Debrief((), "", ()), credits=(), slots=tuple(self.slots), people={},
            poster=None,
            groups={}, notes={}, sources={}, pictures={}, sounds={}, unreachable=(),
            passages=passages,
            scenes={"main": Scene("main", "", None, None, None, None, None, None, (), (), ())},
        )  # fmt: skip

    def _passage(self, n: int, ways: list[Way]) -> Passage:
        jumps = tuple(
            Jump(f"p{to}", None if row is None else Condition(row, "", HERE))
            for to, row in self.jumps.get(n, [])
        )
        return Passage(
            id=f"p{n}", scene="main", flow=None, place=HERE, speaker=None, mood=None, picture=None,
            music=None, ambience=None, sound=None, notes=(), effects=(), seen=-1, visits=-1,
            call=None, meeting=None, returns=False, skip=None, jumps=jumps,
            paragraphs=tuple(
                Paragraph(f"p{n}/text/{k}", Condition(row, "", HERE), ("yes",), ("no",))
                for k, row in enumerate(self.paragraphs.get(n, []))
            ),
            choices=tuple(self._choice(n, way) for way in ways),
            ending=None if ways or jumps else Ending("", ""),
        )  # fmt: skip

    def _choice(self, n: int, way: Way) -> Choice:
        rows: list[Row] = [(sign, ("v", slot), ("k", k)) for slot, sign, k in way.tests]
        row: Row | None = None if not rows else rows[0] if len(rows) == 1 else ("and", *rows)
        return Choice(
            id=f"p{n}/{way.id}", text=(), to=f"p{way.to}", locked=None, once=-1, lens=None,
            condition=None if row is None else Condition(row, "", HERE), place=HERE,
            effects=tuple(
                Effect(slot, self._row(slot, how, k), "", HERE) for slot, how, k in way.changes
            ),
        )  # fmt: skip

    def _row(self, slot: int, how: str, k: int) -> Row:
        if how == "set":
            return ("k", k)
        moved: Row = ("+", ("v", slot), ("k", k))
        return ("max", ("k", 0), ("min", ("k", self.slots[slot].high), moved))


def dense(  # noqa: C901, PLR0912 - the draws in the generator's own order
    name: str, *, passages: int, flags: int, counters: int, top: int, once: int, seed: int = 1
) -> Story:
    """A graph of `passages` (the last three end) with three choices each, much of it going back."""
    draw = random.Random(seed)
    out = Sketch(name)
    for n in range(flags):
        out.slot(f"b{n}", 1)
    for n in range(counters):
        out.slot(f"n{n}", top)
    asked = len(out.slots)
    body = passages - 3
    for p in range(passages):
        ways = out.passage()
        for c in range(3 if p < body else 0):
            if c == 0:
                to = p + 1
            elif draw.random() < 0.35:
                to = draw.randrange(body)
            else:
                to = min(passages - 1, p + draw.randint(1, 6))
            if p < 3 * body // 4 and to >= body:
                to = draw.randrange(body)
            way = Way(f"c{c}", [], [], to)
            if c > 0 and draw.random() < 0.45:
                for slot in draw.sample(range(asked), draw.choice([1, 1, 2])):
                    high = out.slots[slot].high
                    if high == 1:
                        way.tests.append((slot, "==", draw.randint(0, 1)))
                    elif draw.random() < 0.7:
                        way.tests.append((slot, ">=", draw.randint(1, high)))
                    else:
                        way.tests.append((slot, "<=", draw.randint(0, high - 1)))
            if draw.random() < 0.6:
                for slot in draw.sample(range(asked), draw.choice([1, 1, 2])):
                    if out.slots[slot].high == 1:
                        way.changes.append((slot, "set", int(draw.random() < 0.7)))
                    else:
                        way.changes.append((slot, "add", draw.choice([1, 1, 1, 2, -1])))
            ways.append(way)
    candidates = [(p, c) for p in range(body) for c in (1, 2)]
    for p, c in sorted(draw.sample(candidates, min(once, len(candidates)))):
        slot = out.slot(f"once_p{p}c{c}", 1)
        out.passages[p][c].tests.append((slot, "==", 0))
        out.passages[p][c].changes.append((slot, "set", 1))
    # One choice that no play can take: it needs 4 of what only ever becomes 2.
    trust = out.slot("trust", 5)
    out.passages[0][0].changes.append((trust, "set", 2))
    out.passages[body - 1].append(Way("dead", [(trust, ">=", 4)], [], passages - 1))
    return out.story()


def flags(name: str, *, count: int, need: int = 5, seed: int = 1) -> Story:
    """A hub, errands that each set a flag, and a finale that asks some of them."""
    draw = random.Random(seed)
    out = Sketch(name)
    for n in range(count):
        out.slot(f"f{n}", 1)
    hub, finale = out.passage(), out.passage()
    hub += [Way(f"q{n}", [(n, "==", 0)], [(n, "set", 1)], 0) for n in range(count)]
    hub.append(Way("finale", [], [], 1))
    want = draw.sample(range(count), need)
    finale.append(Way("good", [(n, "==", 1) for n in want], [], 2))
    finale.append(Way("bad", [(want[0], "==", 0)], [], 3))
    finale.append(Way("meh", [], [], 4))
    for _ in range(3):
        out.passage()
    return out.story()


def acts(name: str, *, chapters: int, seed: int = 1) -> Story:
    """Chapters of eight passages with five flags of their own, and two counters through all."""
    long, local, through, top, carry = 8, 5, 2, 5, 2
    draw = random.Random(seed)
    out = Sketch(name)
    own = [[out.slot(f"a{a}f{n}", 1) for n in range(local)] for a in range(chapters)]
    trust = [out.slot(f"trust{n}", top) for n in range(through)]
    for a in range(chapters):
        base = a * long
        for k in range(long):
            ways, after = out.passage(), base + k + 1
            ways.append(Way("on", [], [], after))
            changes: list[Change] = [(own[a][k % local], "set", 1)]
            if draw.random() < 0.5:
                changes.append((draw.choice(trust), "add", 1))
            back = draw.random() < 0.25
            ways.append(Way("do", [], changes, base + draw.randint(0, k) if back else after))
            tests: list[Test] = [(draw.choice(own[a]), "==", 1)]
            if a and draw.random() < 0.6:
                tests.append((own[a - 1][draw.randrange(carry)], "==", draw.randint(0, 1)))
            if draw.random() < 0.4:
                tests.append((draw.choice(trust), draw.choice([">=", "<="]), draw.randint(1, 4)))
            changes = [(draw.choice(trust), "add", draw.choice([1, -1]))]
            ways.append(Way("gate", tests, changes, after))
    finale, end = out.passage(), chapters * long + 1
    good: list[Test] = [(trust[0], ">=", top), *((t, ">=", top - 1) for t in trust[1:])]
    finale.append(Way("good", good, [], end))
    finale.append(Way("bad", [(trust[0], "<=", 1)], [], end + 1))
    finale.append(Way("meh", [], [], end + 2))
    for _ in range(3):
        out.passage()
    return out.story()


def hub(name: str, *, count: int, need: int = 6, seed: int = 1) -> Story:
    """A hub and excursions of two passages, some of which need an earlier one; two counters."""
    top = 5
    draw = random.Random(seed)
    out = Sketch(name)
    for n in range(count):
        out.slot(f"done{n}", 1)
    trust = [out.slot(f"trust{n}", top) for n in range(2)]
    middle, finale = out.passage(), 1 + 2 * count
    for n in range(count):
        tests: list[Test] = [(n, "==", 0)]
        if n and draw.random() < 0.4:
            tests.append((draw.randrange(n), "==", 1))
        middle.append(Way(f"go{n}", tests, [], 1 + 2 * n))
    for n in range(count):
        who = trust[draw.randrange(2)]
        out.passage().extend(
            [
                Way("kind", [], [(who, "add", 1)], 2 + 2 * n),
                Way("harsh", [], [(who, "add", -1)], 2 + 2 * n),
            ]
        )
        out.passage().append(Way("back", [], [(n, "set", 1)], 0))
    middle.append(Way("finale", [], [], finale))
    want = draw.sample(range(count), need)
    good: list[Test] = [*((n, "==", 1) for n in want), (trust[0], ">=", top)]
    out.passage().extend(
        [
            Way("good", good, [], finale + 1),
            Way("kind", [(t, ">=", top) for t in trust], [], finale + 1),
            Way("meh", [], [], finale + 2),
        ]
    )
    for _ in range(2):
        out.passage()
    return out.story()


def meetings(name: str, *, people: int = 12, talks: tuple[int, int] = (4, 3)) -> Story:
    """Twelve people, each where they stand; some evenings to talk, a vote; again; then each alone.

    Whom one talks to is free, and how often; each talk is a passage with three ways to put it, the
    best of which not everybody hears. A vote is carried if enough are with us.
    """
    out = Sketch(name)
    stance = [out.slot(f"person{n}", 3, stance=(0, 1, 1, 2)[n % 4]) for n in range(people)]
    evenings = out.slot("evenings", max(talks))
    won = out.slot("won", 1)
    count: Row = ("count", tuple(stance), 0b1000)
    out.passage().append(Way("begin", [], [(evenings, "set", talks[0])], 1))
    for half in range(2):
        at = len(out.passages)
        middle = out.passage()
        vote = at + people + 1
        for n in range(people):
            middle.append(
                Way(f"talk{n}", [(evenings, ">=", 1)], [(evenings, "add", -1)], at + 1 + n)
            )
        middle.append(Way("vote", [], [], vote))
        for n in range(people):
            out.passage().extend(
                [
                    Way("listen", [], [(stance[n], "add", 1)], at),
                    Way("press", [(stance[n], ">=", 2)], [(stance[n], "add", 2)], at),
                    Way("quarrel", [], [(stance[n], "add", -1)], at),
                ]
            )
        out.passage()
        carried, lost = vote + 1, vote + 2
        out.jumps[vote] = [(carried, (">=", count, ("k", 2 + half))), (lost, None)]
        again: list[Change] = [(evenings, "set", talks[1])]
        after = vote + 3
        out.passage().append(Way("on", [], [*again, (won, "set", 1 - half)], after))
        out.passage().append(Way("on", [], again, after))
    out.passages.append([])
    last = len(out.passages) - 1
    out.paragraphs[last] = [
        *((">=", ("v", slot), ("k", 3)) for slot in stance),
        *(("and", ("v", won), ("==", ("v", slot), ("k", 0))) for slot in stance),
    ]
    return out.story()


FAMILIES: dict[str, Callable[[], Story]] = {
    "s3": lambda: dense("s3", passages=20, flags=4, counters=1, top=3, once=0),
    "s5": lambda: dense("s5", passages=40, flags=8, counters=1, top=5, once=2),
    "s6": lambda: dense("s6", passages=50, flags=9, counters=2, top=5, once=2),
    "s8": lambda: dense("s8", passages=60, flags=12, counters=2, top=5, once=3),
    "f200": lambda: flags("f200", count=200),
    "h40": lambda: hub("h40", count=40),
    "a100": lambda: acts("a100", chapters=100),
    "m12": lambda: meetings("m12"),
}
