"""What a face says: bold moods that read across a room, made of facial action units."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from build.art.people.body import Body

# The bare mesh scowls: everybody begins from this.
_REST = {"mouthSmile": 0.16, "browInnerUp": 0.2, "browOuterUp": 0.12, "eyeWide": 0.12}


@dataclass(frozen=True)
class Mood:
    """Action units, how the head goes with them (nod, turn, tilt), and where the eyes look."""

    units: Mapping[str, float]
    head: tuple[float, float, float] = (0, 0, 0)
    gaze: tuple[float, float] = (0, 0)
    brow: float = 0.0  # how far the inner ends of the drawn brows rise, decimetres
    corner: float = 0.0  # whether the corners of the mouth are cut upwards or downwards
    furrow: float = 0.0  # carved lines between the brows
    creases: float = 0.0  # carved lines of the forehead
    cheeks: float = 0.0  # carved lines from nose to mouth, and the crow's feet


MOODS: dict[str, Mood] = {
    "neutral": Mood({"mouthPress": 0.15}),
    "warm": Mood(
        {
            "mouthSmile": 0.85, "cheekSquint": 0.7, "eyeSquint": 0.25, "browInnerUp": 0.5,
            "browOuterUp": 0.55, "mouthUpperUp": 0.15, "mouthDimple": 0.3,
        },
        head=(-2, 0, 5), corner=1.0, cheeks=0.8,
    ),
    "hard": Mood(
        {
            "browDown": 1.25, "eyeSquint": 0.4, "mouthPress": 0.75, "mouthFrown": 0.4,
            "jawForward": 0.45, "noseSneer": 0.3, "browOuterUp": 0.25,
        },
        head=(5, 0, -2), brow=-0.045, corner=-0.6, furrow=1.0, cheeks=0.3,
    ),
    "worried": Mood(
        {
            "browInnerUp": 1.8, "browOuterUp": -0.45, "mouthFrown": 0.75, "eyeWide": 0.45,
            "mouthStretch": 0.25, "mouthShrugLower": 0.35,
        },
        head=(2, 0, 4), brow=0.06, corner=-1.0, furrow=0.35, creases=1.0,
    ),
}  # fmt: skip


def express(body: Body, expr: str | Mapping[str, float] | None) -> Mood:
    """Set a body's face to a mood by its name, or by action units; tells which mood it was."""
    mood = MOODS[expr] if isinstance(expr, str) else Mood(dict(expr or {}))
    units = mood.units
    face = dict(_REST)
    if units.get("browDown") or units.get("mouthFrown"):
        face.update(browInnerUp=0, mouthSmile=0)
    for name, x in units.items():
        face[name] = face.get(name, 0) * (name == "mouthSmile") + x
    body.expression(**face)
    return mood
