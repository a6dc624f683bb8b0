"""What a cut does. Each imports what it needs itself, as a plain run has none of it."""

from __future__ import annotations

import pytest

pytestmark = pytest.mark.makers


def test_two_objects_are_not_engraved_alike() -> None:
    import numpy as np

    from build.art.block import Block
    from build.art.cutting import hand
    from build.art.tone import seed_of

    block = Block(400, 200, ss=1)
    for x in (0, 200):
        block.engrave(block.box(x, 0, x + 199, 199), "key", 0.5)
    left, right = block.a[:, :199] == 1, block.a[:, 200:399] == 1
    assert (left == right).mean() < 0.75
    # Not for where they lie, but for how they are cut; and neither is darker for it.
    seeds = [seed_of(block.box(x, 0, x + 199, 199), 1, 1, "key", 0, 9) for x in (0, 200)]
    one, other = (hand(np.random.default_rng(seed), 200) for seed in seeds)
    assert all(a != b for a, b in zip(one, other, strict=True))
    assert left.mean() == pytest.approx(right.mean(), abs=0.03)
    assert np.isclose(left.mean(), 0.5, atol=0.05)


def test_what_is_cut_before_does_not_change_an_object() -> None:
    from build.art.block import Block

    first, second = Block(300, 200, ss=1), Block(300, 200, ss=1)
    second.engrave(second.box(0, 0, 99, 199), "red", 0.2, angle=70)
    for block in (first, second):
        block.engrave(block.box(110, 0, 299, 199), "key", 0.5)
    assert (first.a[:, 110:] == second.a[:, 110:]).all()


def test_lines_that_must_not_vary_are_ruled_as_asked() -> None:
    from build.art.block import Block

    for pitch in (8, 10, 12):
        block = Block(300, 240, ss=1)
        block.engrave(block.box(0, 0, 299, 239), "key", 0.47, 0, pitch, wobble=0, jitter=0, vary=0)
        assert (block.a == block.a[:, :1]).all()
        assert (block.a[pitch:] == block.a[:-pitch]).all()


def test_a_large_object_is_not_cut_askew() -> None:
    import math

    import numpy as np

    from build.art.cutting import hand

    for extent in (40, 300, 1920):
        for seed in range(40):
            lean = hand(np.random.default_rng(seed), extent).lean
            assert abs(math.tan(math.radians(lean))) * extent / 2 <= 14.001
            assert abs(lean) <= 4


def test_a_patch_outside_the_block_takes_anything() -> None:
    from build.art.block import Block

    block = Block(100, 100, ss=1)
    away = block.box(200, 200, 300, 300)
    block.engrave(away, "key", 0.5)
    block.halftone(away, "key", 0.5)
    block.rays(away, 0, 0, "key")
    block.chatter(away, "key", 5, 0)
    block.poly([(0, 0), (9, 0), (9, 9)], "key", clip=away)
    block.poly([(200, 200), (290, 200), (290, 290)], "key", clip=block.box(0, 0, 50, 50))
    assert (block.a == 0).all()


def test_a_pale_form_in_full_light_keeps_its_shade() -> None:
    import numpy as np

    from build.art.relief import modelled

    bright = np.linspace(0.85, 1.0, 10_000, dtype=np.float32).reshape(100, 100)
    shaded = modelled(bright, bright > 0, half=0.8, shade=0.7)
    assert np.quantile(shaded, 0.3) < 0.81
    assert np.quantile(shaded, 0.08) < 0.71
    assert shaded.max() == bright.max()
    dark = bright - np.float32(0.5)
    assert (modelled(dark, dark > 0, half=0.8, shade=0.7) == dark).all()


@pytest.mark.parametrize("scale", [6, 9, 13, 20])
def test_small_figures_keep_eyes_and_mouths(scale: float) -> None:
    """Marks far thinner than a pixel stay on a face that is 14 pixels high, as on one of 46."""
    import numpy as np

    from build.art.carving import CLEAR, carve
    from build.art.relief import Surface

    ss, ix = 2, {"paper": 0, "key": 1, "sand": 2}
    size = int(3 * scale * ss)
    y, x = np.mgrid[0:size, 0:size] / (scale * ss) - 1.5
    face = np.hypot(x, y * 0.9) < 1.2
    normal = np.stack([x * 0.3, -y * 0.3, np.ones_like(x)], -1)
    seen = Surface(
        r=np.stack([x, -y, np.ones_like(x)], -1),
        n=normal / np.sqrt((normal**2).sum(-1, keepdims=True)),
        m=face.astype(np.int16),
        z=np.where(face, -(x**2 + y**2) * 0.1, -1e9),
        scale=scale * ss,
        V=np.eye(3),
    )

    between = 0.5 / (scale * ss)  # no pixel's middle lies on the mouth

    def over(g: Surface, _: object) -> list[tuple[str, object]]:
        a, b = np.abs(g.r[..., 0]), g.r[..., 1]
        return [
            ("key", np.hypot(a - 0.4, b - 0.3) < 0.06),
            ("key", (np.abs(b + 0.5 + between) < 0.016) & (a < 0.3)),
        ]

    skin = {"light": "paper", "mid": "paper", "lo": -1, "hi": -0.9, "over": over}
    cut = carve(seen, {1: skin}, ix, ss=ss, line=0)
    assert set(np.unique(cut)) <= {0, 1, CLEAR}
    black = cut == 1
    middle = size // 2
    mouth = black[int(1.8 * scale * ss) : int(2.2 * scale * ss), :]
    assert mouth.any(0).sum() >= 0.5 * scale * ss  # whole, from corner to corner
    for eye in (black[:middle, :middle], black[:middle, middle:]):
        assert eye.any()
