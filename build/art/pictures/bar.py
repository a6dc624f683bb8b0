"""The front bar of the Breakwater: full at half past five, and empty in the morning."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np

from build.art.block import Block
from build.art.lettering import font
from build.art.people.person import APRON, Person, hold, stand
from build.art.pictures import pub_things as things
from build.art.pictures.bar_morning import bar_morning
from build.art.pictures.pub_people import GRIP, drink, put, who
from build.art.work import pictures_of

_LAMP = (930.0, 96.0)
_FAR, _NEAR = 694.0, 816.0


def bar(ss: int = 2) -> Block:
    """Half past five, seen from the publican's side: one lamp, a counter, the whole gang."""
    block = Block(1920, 1080, "coast61", ss, seed=530, ground="key")
    _wall(block)
    _on_the_wall(block)
    _crowd(block)
    _smoke(block)
    _shade(block)
    _front_row(block)
    _counter(block)
    _on_the_counter(block)
    _jean(block)
    _quirk(block)
    return block


def _wall(block: Block) -> None:
    """Tiles to the ceiling, seen only where the lamp's cone falls."""
    x, y = _LAMP
    cone = [(x - 96, y), (x + 96, y), (1960, 760), (170, 760)]
    lit = block.mask(cone)
    block.put(lit, np.ones_like(lit[2]), "gold")
    block.rays(
        lit,
        x,
        y - 60,
        "paper",
        n=64,
        tone=lambda a, b: np.clip(np.hypot(a - x, b - y) / 400, 0.12, 1.1),
    )
    for k in range(40):
        tx = 20 + 48 * k
        block.stroke([(tx, 118), (tx, 640)], 2.2, "brown", wob=0.5, clip=lit)
    for k in range(10):
        block.stroke([(0, 166 + 48 * k), (1920, 166 + 48 * k)], 2.2, "brown", wob=0.5, clip=lit)
    block.rect(0, 262, 1920, 302, "teal", 0.8, clip=lit)
    for k in range(40):
        tx = 20 + 48 * k
        block.poly(
            [(tx, 282), (tx + 24, 266), (tx + 48, 282), (tx + 24, 298)], "paper", 0.6, clip=lit
        )
        block.stroke([(tx, 262), (tx, 302)], 2.6, "key", wob=0.4, clip=lit)
    for edge in (262, 302):
        block.stroke([(0, edge), (1920, edge)], 5, "key", wob=0.6, clip=lit)
    block.engrave(
        lit,
        "key",
        lambda a, b: np.clip(1.9 - 1.5 * np.abs(a - x) / (90 + (b - y) * 1.42), 0.0, 1.2),
        64,
        10,
        2.2,
    )
    things.lamp(block, x, y, 1.1)


def _on_the_wall(block: Block) -> None:
    """The clock, the notice of the meal hour, the board of Saturday swaps."""
    things.clock(block, 752, 206, 52, 5, 30)
    # From 1955 to 1963 bars in New South Wales shut for the meal hour (the dossier, S35).
    things.notice(
        block, 1404, 108, 150, (("BAR SHUT", 34, "red"), ("6.30 TO 7.30", 26, "key")), 1.5
    )
    rows = (("OFF", "ON"), ("KEANE", "DOYLE"), ("SLADE", "PIRIE"), ("HANSEN", "-"))
    things.board(block, 1066, 66, 1296, 254, "SATURDAY SWAPS", rows)


def _light(x: float) -> tuple[float, float, float]:
    """Where the lamp stands, for somebody at x."""
    return max(-0.7, min(0.7, (_LAMP[0] - x) / 620)), 0.66, 0.66


_INKS = (("key", "key"), ("brown", "brown"), ("teal", "teal"))


def _crowd(block: Block) -> None:
    """The far mass of hats, row behind row to the tiles."""
    hats = ("flatcap", "trilby", None, "akubra", None, "flatcap", "trilby")
    turns = (30, -35, 12, -20, 48)
    for rank, (y, scale, gap, start) in enumerate(((304, 18, 66, 300), (322, 25, 92, 330))):
        for k in range(int(1150 / gap)):
            x = start + gap * k + 17 * (k % 3)
            man: Any = Person(
                male=1,
                age=28 + (k * 11 + 5 * rank) % 34,
                seed=300 + k + 40 * rank,
                hat=hats[(k + 3 * rank) % 7],
                hat_ink=_INKS[k % 3],
                hair=("short", "quiff", "receding")[k % 3],
                top=("jacket", "shirt", "donkey")[k % 3],
                top_ink=_INKS[(k + 1) % 3],
                shirt_ink=("paper", "sand"),
                pose=stand(),
            )
            put(
                block,
                man,
                x,
                y - (k * 7) % 13,
                scale,
                yaw=turns[(k + rank) % 5],
                halo=("key", 2),
                light=_light(x),
                big=True,
            )
    _middle(block)


def _middle(block: Block) -> None:
    """Those next to be served, talking across one another."""
    middle = (
        (372, 40, 44, "flatcap", "jacket", "short"),
        (556, 43, -44, None, "shirt", "receding"),
        (752, 42, 50, "trilby", "jacket", "short"),
        (968, 44, -48, None, "donkey", "wavy"),
        (1168, 42, 38, "flatcap", "jacket", "short"),
        (1420, 40, -36, "akubra", "donkey", "short"),
        (1560, 36, 30, None, "jacket", "receding"),
    )
    for k, (x, scale, yaw, hat, top, hair) in enumerate(middle):
        talks = k in (1, 3, 4)
        man: Any = Person(
            male=1,
            age=38 + 7 * (k % 4),
            seed=340 + k,
            hat=hat,
            hat_ink=_INKS[(k + 1) % 3],
            hair=hair,
            beard="moustache" if k in (1, 4) else None,
            top=top,
            top_ink=_INKS[(k + 2) % 3],
            shirt_ink=("paper", "sand"),
            sleeves="rolled" if top == "shirt" else None,
            tie="red" if k == 2 else None,
            hands=GRIP,
            expr={"mouthSmile": 0.45, "jawOpen": 0.2} if talks else {"mouthSmile": 0.1},
            pose=drink("R" if yaw > 0 else "L", 0.9, (0, yaw * 0.3, 0)),
        )
        put(block, man, x, 338 + (k * 5) % 12, scale, yaw=yaw, halo=("key", 2.5), light=_light(x))
        hx, hy = man.px("finger3-1.R" if yaw > 0 else "finger3-1.L")
        things.middy(block, hx, hy + 30, 0.95)


def _front_row(block: Block) -> None:
    """Len at the wall with his paper, Les with his pencil, Ilija, and Norm with a lemonade."""
    row: tuple[tuple[str, float, float, float, dict[str, Any]], ...] = (
        (
            "ilija",
            872,
            392,
            -16,
            {
                "top": "jumper",
                "top_ink": ("red", "red"),
                "shirt_ink": ("paper", "sand"),
                "pose": drink("L", 0.5, (0, 12, 0)),
                "expr": {"mouthSmile": 0.45},
            },
        ),
        (
            "norm",
            1072,
            376,
            -30,
            {
                "top": "jacket",
                "top_ink": ("brown", "brown"),
                "tie": "teal",
                "shirt_ink": ("paper", "sand"),
                "pose": drink("R", -0.1, (0, -8, 0)),
            },
        ),
        (
            "len",
            436,
            380,
            30,
            {
                "hat": "akubra",
                "hat_ink": ("sand", "brown"),
                "top": "jacket",
                "top_ink": ("key", "key"),
                "tie": "red",
                "shirt_ink": ("paper", "sand"),
                "edge": "sand",
                "pose": drink("R", -0.28, (0, 4, 0)),
            },
        ),
        (
            "les",
            652,
            396,
            22,
            {
                "hat": "flatcap",
                "hat_ink": ("gold", "brown"),
                "top": "waistcoat",
                "top_ink": ("teal", "teal"),
                "shirt_ink": ("paper", "sand"),
                "sleeves": "rolled",
                "pose": drink("R", 0.35, (2, -4, 0)),
                "expr": {"mouthSmile": 0.5, "jawOpen": 0.16},
            },
        ),
    )
    for name, x, y, yaw, how in row:
        man = who(name, hands=GRIP, **how)
        light = (0.5, 0.34, 0.8) if name == "len" else _light(x)
        put(block, man, x, y, 56, yaw=yaw, halo=("key", 3), light=light, cast=0.06, ao=0.7)
        if name == "ilija":
            hx, hy = man.px("finger3-1.L")
            things.middy(block, hx, hy + 40, 1.3)
        if name == "les":
            hx, hy = man.px("finger2-2.R")
            block.stroke([(hx - 36, hy + 30), (hx + 30, hy - 42)], 10, "key")
            block.stroke([(hx - 34, hy + 28), (hx + 28, hy - 40)], 6, "gold")


def _smoke(block: Block) -> None:
    """Cigarette smoke going up through the light."""
    for k, (x, y) in enumerate(((552, 420), (876, 300), (1010, 286), (1236, 400))):
        pts = [(x + 9 * np.sin(u * 1.1 + k) * (0.4 + 0.25 * u), y - 26 * u) for u in range(7)]
        block.stroke(pts, 9, "paper", (0, 0), 0.3, curve=True)


def _shade(block: Block) -> None:
    """A drinker at the edge of the lamp's reach, nearly black, who closes the row."""
    man: Any = Person(
        male=1,
        age=50,
        seed=371,
        weight=0.7,
        hat="trilby",
        hat_ink=("key", "key"),
        band_ink="brown",
        top="jacket",
        top_ink=("key", "key"),
        edge="gold",
        shirt_ink=("sand", "brown"),
        hands=GRIP,
        pose=drink("L", 0.3, (0, 10, 0)),
    )
    put(block, man, 216, 384, 57, yaw=58, halo=("gold", 2.5), light=(0.8, 0.5, 0.1))
    hx, hy = man.px("finger3-1.L")
    things.middy(block, hx, hy + 40, 1.3)


def _counter(block: Block) -> None:
    """The counter's top, bright beneath the lamp, and its dark inside with the clean glasses."""
    top = [(-20, _FAR), (1940, _FAR - 18), (1940, _NEAR - 6), (-20, _NEAR + 12)]
    block.poly(top, "sand", 1)
    face = block.mask(top)
    block.engrave(
        face, "paper", lambda a, _b: np.clip(0.25 + np.abs(a - 900) / 620, 0.2, 1), 0.4, 9, 2
    )
    block.engrave(
        face, "brown", lambda a, _b: np.clip(1.5 - np.abs(a - 900) / 640, 0.4, 1.2), -0.6, 13, 2
    )
    block.engrave(
        face, "key", lambda a, _b: np.clip(1.7 - np.abs(a - 900) / 560, 0.1, 1.2), -1, 11, 2
    )
    block.stroke([(-20, _FAR), (1940, _FAR - 18)], 7, "key")
    inside = [(-20, _NEAR + 12), (1940, _NEAR - 6), (1940, 1100), (-20, 1100)]
    block.poly(inside, "key", 0.5)
    block.stroke([(-20, _NEAR + 16), (1940, _NEAR - 1)], 8, "gold", wob=0.8)
    block.stroke([(-20, _NEAR + 38), (1940, _NEAR + 20)], 5, "brown", wob=0.8)
    _shelves(block)


def _shelves(block: Block) -> None:
    """Under the counter: clean glasses upside down, and a pile of towels, hardly lit."""
    block.rect(-20, 1000, 1940, 1013, "brown", 1)
    block.engrave(block.box(0, 1000, 1920, 1013), "key", 0.5, 0, 6)
    for k, x in enumerate(range(372, 1120, 58)):
        lit = "sand" if 4 < k < 10 else ("teal" if k % 5 else "brown")
        tall = 84
        block.poly(
            [(x - 22, 998), (x - 16, 998 - tall), (x + 16, 998 - tall), (x + 22, 998)], lit, 0.5
        )
        block.poly(
            [(x - 17, 994), (x - 11, 1005 - tall), (x + 13, 1005 - tall), (x + 19, 994)], "key", 0.5
        )
        block.gouge(x - 10, 1010 - tall, 96, 54, 4.5, lit)
    for k in range(5):
        y = 994 - k * 22
        block.rect(116, y - 18, 316 - (k % 2) * 9, y, "brown", 1.6)
        block.engrave(block.box(116, y - 18, 316, y), "key", 0.5, 2, 6)
        block.rect(262, y - 18, 272, y, "red", 0.6)


def _on_the_counter(block: Block) -> None:
    """Beer, lemonade, the folded certificate, coins, the taps and the till."""
    paper = [(352, 748), (462, 730), (500, 766), (384, 786)]
    block.poly([(a, b + 4) for a, b in paper], "key", 2)
    block.poly(paper, "paper", 0.8)
    for k in range(4):
        block.stroke([(384 + 7 * k, 751 + 7 * k), (458 + 8 * k, 740 + 7 * k)], 2.4, "key", wob=0.5)
    block.stroke([(408, 740), (444, 776)], 2, "sand")
    things.middy(block, 556, 772, 1.3, 0.7)
    for x, y, s in ((680, 750, 1.15), (756, 792, 1.4), (836, 752, 1.15), (928, 786, 1.35)):
        things.middy(block, x, y, s)
    things.lemonade(block, 1016, 772, 0.95)
    block.poly([(806, 790), (872, 784), (884, 808), (800, 814)], "key", 1)
    block.poly([(808, 791), (870, 786), (881, 806), (803, 812)], "red", 1)
    for k in range(3):
        block.stroke([(816 + 22 * k, 791 - k), (820 + 22 * k, 810 - k)], 5, "paper", wob=0.6)
    for x, y in ((610, 800), (628, 806), (644, 796), (588, 790)):
        block.ellipse(x, y, 10, 5, "key", 0.3)
        block.ellipse(x, y - 1.5, 8, 3.5, "paper", 0.3)
    for k, x in enumerate((1084, 1140)):
        things.tap(block, x, 776 + 6 * k, 1.35, (1054, 588) if k else None)
    things.till(block, 1536, 764, 1.06)
    _act(block, 1536, 522)


def _act(block: Block, x: float, y: float) -> None:
    """The frame on the till: section nine, which made it an offence to supply."""
    block.rect(x - 62, y - 74, x + 62, y + 4, "key", 0.8)
    block.rect(x - 56, y - 68, x + 56, y - 2, "brown", 0.8)
    block.rect(x - 48, y - 60, x + 48, y - 9, "paper", 0.6)
    block.text("SECTION 9", x, y - 45, 24, font(things.GOTHIC), "key", fit=84)
    for k in range(3):
        block.stroke(
            [(x - 38, y - 31 + 7 * k), (x + 36 - 9 * (k == 2), y - 31 + 7 * k)], 2, "key", wob=0.4
        )


def _jean(block: Block) -> None:
    """Jean, near and large on our side of the counter, pulling a beer."""
    pose = hold(stand(head=(4, 14, 0)), "R", fore=(0.05, 0.22, 1), upper=(0.25, -1, 0.3))
    pose = hold(pose, "L", fore=(-0.3, -0.1, 1), upper=(0.22, -1, 0.2))
    woman = who(
        "jean",
        top="blouse",
        shirt_ink=("teal", "teal"),
        legs="skirt",
        legs_ink=("key", "key"),
        apron=True,
        pose=pose,
        hands=GRIP,
        sleeves="short",
        expr={"mouthSmile": 0.3},
    )
    put(
        block,
        woman,
        1312,
        392,
        67,
        yaw=-58,
        halo=("key", 3),
        light=(-0.66, 0.55, 0.5),
        over={APRON: {"light": "paper", "mid": "sand", "lo": 0.3, "hi": 0.62, "split": (0.5, 0.9)}},
    )
    hx, hy = woman.px("finger3-1.L")
    things.middy(block, hx - 6, hy + 42, 1.45, 0.6)


def _quirk(block: Block) -> None:
    """The publican beyond the till, arms folded."""
    upper = (0.3, -1, 0.2)
    pose = hold(stand(head=(2, 10, 0)), "L", fore=(-0.8, 0.05, 0.7), upper=upper)
    man = who(
        "quirk",
        top="waistcoat",
        top_ink=("key", "key"),
        shirt_ink=("paper", "sand"),
        sleeves="rolled",
        tie="red",
        legs_ink=("key", "key"),
        pose=hold(pose, "R", fore=(-0.8, 0.1, 0.8), upper=upper),
        hands={"L": (70, 80, 50), "R": (70, 80, 50)},
    )
    put(block, man, 1760, 386, 62, yaw=-48, halo=("key", 3), light=(-0.8, 0.4, 0.35))


PICTURES: dict[str, Callable[[], Block]] = {
    "bar": bar,
    "bar_morning": bar_morning,
}

WORKS = pictures_of("south-coast", PICTURES)
