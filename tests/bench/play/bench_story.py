"""One story in two languages, for comparing engines: 12 scenes, 40 choices, 60 lines, 6 numbers.

Procedural and fixed by a seed: two runs write the same files. The story has no end, so that an
engine can be kept choosing.
"""

from __future__ import annotations

import random
from typing import NamedTuple

SCENES = (
    "harbour market archive palace bridge workshop chapel fields prison senate road gate".split()
)
WORDS = (
    "the envoy waits while rain falls on old stones and every clerk in the city writes another "
    "version of the same day one letter is missing the seal is broken nobody at court will say who "
    "carried it across the river bread costs twice what it did in spring and the guards have not "
    "been paid"
).split()
NUMBERS = "trust coin evidence rumour courage time_left".split()
OPTIONS = (4, 4, 4, 4, 4, 4, 4, 4, 2, 2, 2, 2)


class BenchChoice(NamedTuple):
    """A choice: what it says, which number it changes by how much, where it leads, who may."""

    text: str
    number: str
    by: int
    to: str
    needs: str | None
    """A number that must be at least -50, or None."""


class BenchScene(NamedTuple):
    """Five lines of text and the choices under them."""

    name: str
    lines: tuple[str, ...]
    choices: tuple[BenchChoice, ...]


def scenes() -> list[BenchScene]:
    """The story as data."""
    rng = random.Random(1815)

    def sentence(length: int) -> str:
        first = rng.randrange(len(WORDS))
        words = [WORDS[(first + k * 3) % len(WORDS)] for k in range(length)]
        return " ".join(words).capitalize() + "."

    out = []
    for i, name in enumerate(SCENES):
        lines = tuple(sentence(rng.randrange(18, 34)) for _ in range(5))
        choices = tuple(
            BenchChoice(
                sentence(rng.randrange(5, 10))[:-1],
                NUMBERS[(i + c) % 6],
                rng.choice([1, 2, -1]),
                SCENES[(i + 1 + c * 2) % len(SCENES)],
                NUMBERS[i % 6] if c == 3 else None,
            )
            for c in range(OPTIONS[i])
        )
        out.append(BenchScene(name, lines, choices))
    return out


def as_yaml() -> str:
    """The story in the format of this project."""
    out = [
        "format: 1",
        "id: bench-story",
        "title: Bench story",
        "language: en",
        "year: 1815",
        "place: A city",
        "summary: For measuring.",
        "start: harbour",
        "player: {name: The envoy, about: Waits.}",
        "reading_age: 12",
        "minutes: 5",
        "content_notes: {}",
        "credits: [{role: Words, who: A random generator.}]",
        "variables:",
    ]
    out += [
        f"  {n}: {{type: number, from: -100, to: 100, start: 0, about: Counted.}}" for n in NUMBERS
    ]
    # An ending nobody is led to, because a story must have one.
    out += ["passages:", "  end: {ending: {title: The end, debrief: It ends.}}"]
    for scene in scenes():
        out += [f"  {scene.name}:", "    text:"]
        out += [f"      line_{n}: {line}" for n, line in enumerate(scene.lines)]
        out += ["    choices:"]
        for n, choice in enumerate(scene.choices):
            limit = f"up_to(100, {choice.number} + {choice.by})"
            if choice.by < 0:
                limit = f"down_to(-100, {choice.number} - {-choice.by})"
            out += [
                f"      choice_{n}:",
                f"        text: {choice.text}",
                f'        effects: ["{choice.number} = {limit}"]',
                f"        to: {choice.to}",
            ]
            if choice.needs:
                out += [f"        if: {choice.needs} >= -50"]
    return "\n".join(out) + "\n"


def as_ink() -> str:
    """The same story for the Ink runtimes."""
    out = [f"VAR {name} = 0" for name in NUMBERS] + ["-> harbour"]
    for scene in scenes():
        out += [f"=== {scene.name} ===", *scene.lines]
        for choice in scene.choices:
            needs = f"{{ {choice.needs} >= -50 }} " if choice.needs else ""
            sign, size = ("-", -choice.by) if choice.by < 0 else ("+", choice.by)
            out += [
                f"+ {needs}{choice.text}",
                f"  ~ {choice.number} = {choice.number} {sign} {size}",
                f"  -> {choice.to}",
            ]
    return "\n".join(out) + "\n"
