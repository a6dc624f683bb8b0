"""Bodies, hands and faces. Each imports what it needs itself, as a plain run has none of it."""

from __future__ import annotations

from itertools import combinations
from pathlib import Path

import pytest
import yaml

pytestmark = pytest.mark.makers

STORY = Path(__file__).resolve().parents[2] / "stories" / "south-coast"


def test_everybody_the_story_names_has_four_portraits() -> None:
    from build.art.catalogue import catalogue

    people = yaml.safe_load((STORY / "people.yaml").read_text(encoding="utf-8"))["people"]
    wanted = {
        f"south-coast/{p}-{m}" for p in people for m in ("neutral", "warm", "hard", "worried")
    }
    assert wanted <= set(catalogue())


def test_no_two_heads_of_the_cast_are_alike() -> None:
    import numpy as np

    from build.art.cast import CAST
    from build.art.people.body import Body
    from build.art.people.faces import features
    from build.art.people.mesh import data

    base = data()["verts"][:13380]
    head = (base[:, 1] > 6.15) & (base[:, 2] > 0.4) & (np.abs(base[:, 0]) < 0.8)
    shapes = {}
    for name, member in CAST.items():
        own = {k: member.person[k] for k in ("male", "age", "seed", "jitter", "weight", "race")}
        body = Body(**own, face=features(member.person["face"]))
        face = body.v[:13380][head]
        shapes[name] = face - face.mean(0)
    apart = {
        (a, b): float(np.sqrt(((shapes[a] - shapes[b]) ** 2).sum(1).mean()))
        for a, b in combinations(shapes, 2)
    }
    alike = {pair: round(d, 3) for pair, d in apart.items() if d < 0.03}
    # In decimetres, over the whole face: half of all pairs are more than 0.08 apart.
    assert not alike
    looks = [str(member.person["look"]) for member in CAST.values()]
    assert len(set(looks)) == len(looks)


def test_nobody_is_graded_by_shares_or_by_inks() -> None:
    """All Aboriginal people have the one mixture and the one set of inks, and no maker another."""
    from build.art.people.shared import SHARED
    from build.art.portraits.standing import EVERYBODY

    people = [m.person for m in EVERYBODY.values() if "african" in m.person["race"]]
    assert len(people) > 10
    assert all({k: person[k] for k in SHARED} == SHARED for person in people)
    assert not any("tone" in person.get("look", {}) for person in people)
    makers = STORY.parents[1] / "build" / "art"
    assert [p.name for p in makers.rglob("*.py") if '"african": 0' in p.read_text("utf-8")] == [
        "shared.py"
    ]


def test_every_hand_has_five_fingers_that_stay_apart() -> None:
    import numpy as np

    from build.art.people.body import Body
    from build.art.people.hands import SHAPES, fingers
    from build.art.people.poses import stand

    for name in SHAPES:
        body = Body()
        body.pose(fingers(body, {"L": name, "R": name}, stand()))
        for side in ("L", "R"):
            tips = [body.joint(f"finger{k}-3.{side}", tail=True) for k in range(1, 6)]
            gaps = [float(np.linalg.norm(a - b)) for a, b in combinations(tips, 2)]
            assert min(gaps) > 0.07, (name, side)


@pytest.mark.parametrize("name", ["open", "vote", "flat", "relaxed", "hip"])
def test_fingers_lie_in_their_order(name: str) -> None:
    import numpy as np

    from build.art.people.body import Body
    from build.art.people.hands import fingers

    body = Body()
    body.pose(fingers(body, {"L": name, "R": name}, {}))
    for side in ("L", "R"):
        across = body.joint(f"finger5-1.{side}") - body.joint(f"finger2-1.{side}")
        tips = [body.joint(f"finger{k}-3.{side}", tail=True) @ across for k in (2, 3, 4, 5)]
        assert (np.diff(tips) > 0.01).all()


def test_a_fist_closes_and_an_open_hand_does_not() -> None:
    import numpy as np

    from build.art.people.body import Body
    from build.art.people.hands import fingers

    reach = {}
    for name in ("fist", "relaxed", "open"):
        body = Body()
        body.pose(fingers(body, {"R": name}, {}))
        tip, wrist = body.joint("finger3-3.R", tail=True), body.joint("wrist.R")
        reach[name] = float(np.linalg.norm(tip - wrist))
    assert reach["fist"] < 0.65 * reach["open"]
    assert reach["fist"] < reach["relaxed"] < reach["open"]


def test_the_two_hands_mirror_each_other() -> None:
    import numpy as np

    from build.art.people.body import Body
    from build.art.people.hands import SHAPES, fingers
    from build.art.people.poses import raise_palm, stand

    for name in SHAPES:
        body = Body(jitter=0)
        pose = raise_palm(raise_palm(stand(), "L"), "R")
        body.pose(fingers(body, {"L": name, "R": name}, pose))
        for k in range(1, 6):
            left = body.joint(f"finger{k}-3.L", tail=True)
            right = body.joint(f"finger{k}-3.R", tail=True)
            assert np.allclose(left * [-1, 1, 1], right, atol=0.03), (name, k)


def test_marks_on_a_face_are_masks_and_lie_on_the_face() -> None:
    from build.art.block import Block
    from build.art.cast import CAST
    from build.art.portraits import figure

    block = Block(8, 8, "coast61", 1)
    for name in CAST:
        person = figure(name, "worried")
        art, _, _ = person.cut(block.ix, 40, ss=1, window=(-70, -80, 70, 70), big=True)
        drawn = art != 255
        assert (drawn == (person.g.m > 0)).all(), name


def test_moods_change_the_face_and_leave_the_clothes() -> None:
    import numpy as np

    from build.art.portraits import portrait

    calm, hard = (np.asarray(portrait("dulcie", m, ss=1)).astype(int) for m in ("neutral", "hard"))
    moved = np.abs(calm - hard).max(2) > 40
    assert moved[150:540, 250:640].mean() > 0.15
    assert moved[700:].mean() < 0.08


def test_a_portrait_is_the_same_every_time() -> None:
    from build.art.portraits import portrait

    assert portrait("norm", "warm", ss=1).tobytes() == portrait("norm", "warm", ss=1).tobytes()
