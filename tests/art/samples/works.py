"""A picture that uses every kind of cut, and a figure with a clear ground."""

from __future__ import annotations

import numpy as np
from PIL import Image

from build.art.block import Block
from build.art.lettering import font
from build.art.people.person import Person
from build.art.people.placing import place
from build.art.scenery import boards, bricks, cobbles, escarpment, rain, rope, sag, smoke, stack
from build.art.tone import round_about
from build.art.work import Work


def street() -> Block:
    """Scenery, tone, lettering and two people, one of them far off."""
    block = Block(480, 270, "coast61", ss=1, seed=3, ground="gold")
    block.rays(block.box(0, 0, 480, 120), 240, 110, "paper", n=40)
    escarpment(block, 0, 480, 110, 90, 150)
    smoke(block, 380, 40, -120, -30, 5, 8, 22, "sand", lite="paper")
    stack(block, 380, 140, 44, 18)
    bricks(block, [(0, 60), (110, 80), (110, 190), (0, 210)], "brown", lite="red", bh=9, bw=20)
    cobbles(block, [(0, 190), (480, 160), (480, 270), (0, 270)], (240, 120), lite="teal", hi="sand")
    boards(block, [(300, 200), (480, 190), (480, 270), (280, 270)], vp=(240, 120))
    wall = block.box(120, 90, 200, 170)
    block.engrave(wall, "key", 0.5, angle=20, curve=round_about(160, 130))
    block.halftone(wall, "red", 0.8)
    block.chatter(block.where(wall, ["gold"]), "key", 20, 60)
    block.text("ONE OUT", 60, 140, 24, font("anton-400-normal.ttf"), "paper", angle=8, fit=90)
    for x, scale, age in ((330, 9, 30), (250, 5, 50)):
        person = Person(male=1, age=age, seed=age)
        place(block, person, x, 130, scale, yaw=15, halo=("paper", 1))
    rope(block, sag(0, 200, 480, 180, 24), 6)
    rain(block, block.box(0, 0, 480, 270), "paper", n=60)
    return block


def figure() -> Image.Image:
    """A figure on nothing, as a portrait is."""
    block = Block(120, 120, "lancs62", ss=2, seed=5)
    place(block, Person(male=0, age=40, seed=8, hair="set", top_ink=("rust", "rust")), 60, 50, 22)
    return block.pull(alpha=np.asarray(block.a > 0))


WORKS = (
    Work("street", "made/street.webp", street),
    Work("figure", "made/figure.webp", figure, "portrait", "lancs62"),
)
