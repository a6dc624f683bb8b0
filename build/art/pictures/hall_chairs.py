"""What stands about in the hall: a trestle of pamphlets, stacked chairs, a broom."""

from __future__ import annotations

from build.art.block import Block
from build.art.pictures.wharf_things import quad

Point = tuple[float, float]


def trestle(block: Block) -> None:
    """A trestle table along the left wall, pamphlets and a collection tin on it."""
    top = [(300, 596), (640, 566), (690, 596), (330, 640)]
    quad(block, top, "sand", 5)
    block.engrave(block.mask(top), "brown", lambda x, _y: 0.2 + (x - 300) / 460, -5, 8)
    block.poly([(330, 640), (690, 596), (690, 618), (330, 664)], "key", 0.8)
    block.stroke([(332, 643), (690, 600)], 5, "paper", (0.4, 1), 0.5)
    for x, y in ((404, 606), (470, 600), (536, 594)):
        leaf = [(x - 26, y - 2), (x + 14, y - 7), (x + 26, y + 9), (x - 16, y + 14)]
        quad(block, leaf, "paper", 3)
        block.stroke([(x - 12, y + 2), (x + 10, y - 1)], 4, "red", wob=0.3)
    quad(block, [(594, 548), (626, 546), (624, 588), (596, 590)], "red", 4)
    block.ellipse(610, 547, 18, 6, "key", 0.3)
    for x, y in ((352, 660), (654, 622)):
        for way in (-1, 1):
            block.stroke([(x, y), (x + way * 36, y + 210)], 18, "key")
            block.stroke([(x - 2, y), (x + way * 36 - 2, y + 210)], 7, "brown")


def left_behind(block: Block) -> None:
    """After the meeting: chairs up, the broom against the platform, a hat on the last chair."""
    trestle(block)
    stacks = [(1716, 700, 1.0, 4, -1), (1850, 760, 1.25, 5, -1), (590, 748, 0.9, 4, 1),
              (214, 820, 1.3, 5, 1), (60, 900, 1.6, 4, 1)]  # fmt: skip
    for x, y, s, n, lit in stacks:
        stack_of_chairs(block, (x, y), s, n, lit)
    _broom(block)
    stack_of_chairs(block, (1300, 930), 1.5, 1, -1)
    _hat(block, 1296, 768)


def stack_of_chairs(block: Block, foot: Point, s: float, count: int, lit: int) -> None:
    """Bentwood-and-ply chairs stacked one in another; `lit` is the side the lamp is on."""
    x, y = foot
    shade = [(x - 70 * s, y + 4), (x + 70 * s, y + 4), (x + (70 - lit * 190) * s, y + 130 * s),
             (x - (70 + lit * 190) * s, y + 130 * s)]  # fmt: skip
    block.poly(shade, "key", 1.2)
    for i in range(count):
        _chair(block, (x + lit * i * 3 * s, y - i * 44 * s), s, lit, legs=i == 0)


def _chair(block: Block, foot: Point, s: float, lit: int, *, legs: bool) -> None:
    """One chair, seen a little from above."""
    x, y = foot

    def at(dx: float, dy: float) -> Point:
        return x + dx * s * -lit, y + dy * s

    seat = [at(-66, -112), at(34, -128), at(66, -96), at(-40, -78)]
    long = 0 if legs else -62
    for top, low in ((seat[3], at(-46, long)), (seat[2], at(74, -16 + long)),
                     (seat[0], at(-74, -32 + long))):  # fmt: skip
        block.stroke([top, low], 17 * s, "key", (1, 0.8), 0.5)
        block.stroke([(top[0] + lit * 2 * s, top[1]), (low[0] + lit * 2 * s, low[1])], 7 * s,
                     "brown", (1, 0.7), 0.5)  # fmt: skip
    for dx in (-64, 34):
        post = [at(dx, -116), at(dx - 14, -246)]
        block.stroke(post, 16 * s, "key", wob=0.5)
        block.stroke([(px + lit * 2 * s, py) for px, py in post], 7 * s, "gold", wob=0.5)
    back = [at(-80, -250), at(24, -264), at(27, -214), at(-76, -200)]
    quad(block, back, "brown", 4 * s)
    block.engrave(block.mask(back), "key", 0.62, 4, 8 * s)
    block.stroke([back[0], back[1]], 6 * s, "paper", (0.3, 1), 0.4)
    quad(block, seat, "sand", 5 * s)
    block.engrave(block.mask(seat), "brown", 0.55, -8, 8 * s)
    block.stroke([seat[3], seat[2]], 6 * s, "paper", (0.4, 1), 0.4)


def _broom(block: Block) -> None:
    """One broom, leaned on the platform's edge, in the middle of the light."""
    block.poly([(960, 1010), (1046, 1002), (930, 1076), (820, 1084)], "key", 1)
    head, tip = (1010, 986), (924, 566)
    block.stroke([head, tip], 20, "key", wob=0.5)
    block.stroke([(head[0] + 2, head[1]), (tip[0] + 2, tip[1])], 10, "sand", wob=0.5)
    block.stroke([(head[0] + 5, head[1]), (tip[0] + 5, tip[1])], 3.4, "paper", wob=0.4)
    quad(block, [(962, 972), (1052, 954), (1060, 982), (968, 1002)], "red", 5)
    for i in range(16):
        u = i / 15
        x, y = 968 + 92 * u, 1000 - 20 * u
        block.gouge(x, y, 96 - 20 * u, 64, 11, "key")
        block.gouge(x, y, 96 - 20 * u, 58, 6, "gold" if i % 3 else "paper")


def _hat(block: Block, x: float, y: float) -> None:
    """Somebody's hat, left on a chair."""
    block.ellipse(x, y, 76, 24, "key", 0.5)
    block.ellipse(x + 2, y - 3, 66, 17, "brown", 0.5)
    crown = [(x - 40, y - 4), (x - 36, y - 54), (x - 10, y - 66), (x, y - 56), (x + 18, y - 66),
             (x + 38, y - 50), (x + 42, y - 4)]  # fmt: skip
    quad(block, crown, "brown", 4)
    block.engrave(block.mask(crown), "key", lambda px, _y: 1.1 - (px - x + 44) / 110, 80, 7)
    block.poly([(x - 41, y - 22), (x + 42, y - 22), (x + 43, y - 4), (x - 42, y - 4)], "key", 0.5)
    block.stroke([(x - 38, y - 52), (x - 42, y - 6)], 4, "paper", (0.4, 1), 0.4)
