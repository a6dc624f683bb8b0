"""How people stand, sit and use their arms: bone -> direction of the world, or a turn.

Poses build on each other: fist(stand(), "R"), sit(fold_arms(stand())).  Angles are degrees.
"""

from __future__ import annotations

from build.art.people.body import Pose

Way = tuple[float, float, float]


def _side(side: str) -> int:
    """+1 for the person's left, -1 for the right."""
    return 1 if side == "L" else -1


def _arm(pose: Pose, side: str, upper: Way, fore: Way, wrist: Way, roll: float = 0) -> Pose:
    """Aim one arm; x counts outwards.  roll turns the palm (+ shows it to the front)."""
    k = _side(side)
    out = dict(pose)
    for bone, way, twist in (
        ("upperarm01", upper, 0.0),
        ("lowerarm01", fore, 0.0),
        ("lowerarm02", fore, roll * 0.5),
        ("wrist", wrist, roll * 0.5),
    ):
        out[f"{bone}.{side}"] = (k * way[0], way[1], way[2], -k * twist)
    return out


def stand(
    lean: float = 0,
    head: Way = (0, 0, 0),
    arms: float = 0.14,
    elbow: float = 0.16,
    fwd: float = 0.06,
    stance: float = 0.05,
    turn: float = 0,
) -> Pose:
    """Upright, arms hanging.  head = (nod, turn, tilt); the neck takes a part of each."""
    p: Pose = {
        "upperleg01.L": (stance, -1, 0.03),
        "upperleg01.R": (-stance, -1, 0.03),
        "lowerleg01.L": (stance * 0.5, -1, -0.06),
        "lowerleg01.R": (-stance * 0.5, -1, -0.06),
        "foot.L": (0.35, -0.45, 1),
        "foot.R": (-0.35, -0.45, 1),
    }
    for s in ("L", "R"):
        upper = (arms, -1, fwd * 0.3 - 0.05)
        fore = (arms * 0.6, -1, fwd + elbow)
        p = _arm(p, s, upper, fore, (0.02, -1, fwd + elbow * 0.8))
    p["neck02"] = ("rot", "y", head[1] * 0.3, "x", head[0] * 0.3, "z", head[2] * 0.3)
    p["head"] = ("rot", "y", head[1] * 0.7, "x", head[0] * 0.7, "z", head[2] * 0.7)
    if lean or turn:
        p["spine03"] = ("rot", "x", lean, "y", turn)
    return p


def fist(p: Pose, side: str = "R", high: float = 1.0, out: float = 0.35, fwd: float = 0.15) -> Pose:
    """An arm straight up, for a fist or a vote."""
    fore = (out * 0.12, 1.0, fwd * 0.8)
    q = _arm(p, side, (out, high, fwd), fore, (0.03, 1, fwd * 0.5))
    q["clavicle." + side] = (_side(side) * 0.9, 0.45, -0.2)
    return q


def raise_palm(p: Pose, side: str = "R", out: float = 0.55, fwd: float = 0.2) -> Pose:
    """A hand put up, palm to the front: with hands={"R": "vote"} it is a vote."""
    q = _arm(p, side, (out, 0.55, fwd), (0.02, 1, fwd), (-0.04, 1, fwd * 0.4), roll=65)
    q["clavicle." + side] = (_side(side) * 0.92, 0.35, -0.15)
    return q


def hold(
    p: Pose,
    side: str = "R",
    fore: Way = (0.2, -0.1, 1),
    upper: Way = (0.25, -1, 0.15),
    wrist: Way | None = None,
    roll: float = 0,
) -> Pose:
    """A fore-arm carried forward; x counts outwards on either side."""
    return _arm(p, side, upper, fore, wrist or fore, roll)


def point(p: Pose, side: str = "R", at: Way = (0.35, 0.05, 1)) -> Pose:
    """An arm stretched to point: with hands={"R": "point"}."""
    return _arm(p, side, (at[0], at[1] - 0.25, at[2]), at, at)


def rest(p: Pose, side: str = "R", fore: Way = (-0.35, -0.22, 1)) -> Pose:
    """A fore-arm laid on a table before the person, palm down: with hands={"R": "flat"}."""
    return _arm(p, side, (0.3, -1, 0.35), fore, (fore[0], -0.02, fore[2]), roll=-70)


def fold_arms(p: Pose) -> Pose:
    """Arms folded on the chest, the right over the left."""
    q = _arm(p, "L", (0.22, -1, 0.28), (-1, 0.1, 0.42), (-1, 0.16, 0.28), roll=0)
    return _arm(q, "R", (0.22, -1, 0.42), (-1, 0.22, 0.58), (-1, 0.18, 0.3), roll=0)


def hand_on_hip(p: Pose, side: str = "L") -> Pose:
    """A hand on its own hip, the elbow out: with hands={side: "hip"}."""
    return _arm(p, side, (0.72, -1, -0.28), (-0.62, -1, 0.42), (-0.75, -0.75, 0.15), roll=20)


def sit(p: Pose, knees: float = 0.28, feet: float = 0.3) -> Pose:
    """Seated: thighs forward."""
    q = dict(p)
    for s in ("L", "R"):
        k = _side(s)
        q["upperleg01." + s] = (k * knees, -0.12, 1)
        q["lowerleg01." + s] = (k * knees * 0.3, -1, 0.05 + feet * 0.2)
        q["foot." + s] = (k * 0.2, -0.25, 1)
    return q
