"""Placing people on a block."""

from __future__ import annotations

from typing import Any

from build.art.block import Block
from build.art.people.person import Person


def place(
    block: Block,
    p: Person,
    x: float,
    y: float,
    scale: float,
    yaw: float = 0,
    at: str = "head",
    *,
    flip: bool = False,
    **how: Any,
) -> Person:
    """Cut a person and lay it on the block with joint `at` at (x, y).

    `scale` is in pixels a decimetre: a standing adult is about 17.5 of them. Afterwards
    `p.px(bone)` tells where a joint came out. `how` goes to `Person.cut`.
    """
    how.setdefault("hatch_pitch", max(3.2, min(9, scale * 0.115)))
    how.setdefault("line", max(1.1, min(2.6, scale * 0.038)))
    how.setdefault("big", scale > 40)
    window = (-x - 20, -y - 20, block.w - x + 20, block.h - y + 20)
    if flip:
        window = (-(block.w - x) - 20, window[1], x + 20, window[3])
    art, dx, dy = p.cut(block.ix, scale, at, yaw, ss=block.ss, window=window, **how)
    wide = art.shape[1] / block.ss
    left = x - dx - wide if flip else x + dx
    block.stamp(art, left, y + dy, flip=flip)

    def px(bone: str, tail: bool = False) -> tuple[float, float]:  # noqa: FBT001, FBT002
        seen = p.g.proj(p.b.joint(bone, tail))[0] / block.ss
        across = left + (wide - seen[0] if flip else seen[0])
        return float(across), float(y + dy + seen[1])

    p.px = px
    return p
