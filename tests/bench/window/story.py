"""The story that is measured: scenes with pictures of a full screen, which no story ships yet."""

from __future__ import annotations

import random
from pathlib import Path

import pygame

SCENES = (
    *("harbour", "market", "archive", "palace", "bridge", "workshop"),
    *("chapel", "fields", "prison", "senate", "road", "gate"),
)
_WORDS = (
    "the envoy waits while rain falls on old stones and every clerk in the city writes another "
    "version of the same day one letter is missing the seal is broken nobody at court will say "
    "who carried it across the river bread costs twice what it did in spring"
).split()

PICTURE = (1920, 1080)

_HEAD = """\
format: 1
id: bench
title: The Bench
language: en-AU
year: 1961
place: Nowhere
summary: A story to be measured.
start: harbour
player: {name: Nobody, about: A clerk.}
reading_age: 14
minutes: 6
content_notes: {}
scale: [against, unmoved, listening, with_us]
debrief:
  record:
    made: {label: invented, text: All of it is invented., sources: []}
  against: It is a bench.
  questions: ["What does it cost?"]
credits:
  - {role: Written by, who: a program}
pictures:
"""

_HOME = """\
scene: home
title: Home
passages:
  home:
    text: Home.
    ending: {title: Home, debrief: It was measured.}
"""


def _sentence(dice: random.Random, length: int) -> str:
    start = dice.randrange(len(_WORDS))
    words = [_WORDS[(start + n * 3) % len(_WORDS)] for n in range(length)]
    return " ".join(words).capitalize() + "."


def write(folder: Path, pictures: Path | None = None) -> Path:
    """Write the story into `folder`, a folder a story. The same every time.

    Every scene has a picture, 110 words and two to four choices, each of which leads to another
    scene. `pictures` is a folder of JPEG files to use, `bg_SCENE.jpg`; without it they are made.
    """
    dice = random.Random(1815)
    (folder / "scenes").mkdir(parents=True, exist_ok=True)
    for number, scene in enumerate(SCENES):
        choices = [
            f"      way{way}: {{text: {_sentence(dice, 8)[:-1]}, to: {target}}}"
            for way, target in enumerate(_beside(number))
        ]
        page = (
            *(f"scene: at_{scene}", f"title: {scene.title()}", f"picture: {scene}", "passages:"),
            *(f"  {scene}:", "    text: |"),
            *(f"      {_sentence(dice, 28)}\n" for _ in range(4)),
            "    choices:",
            *choices,
        )
        place = folder / "scenes" / f"{number + 10}-{scene}.yaml"
        place.write_text("\n".join(page) + "\n", encoding="utf-8")
        _picture(folder / f"bg_{scene}.jpg", dice, pictures)
    declared = [f"  {s}: {{description: A print., file: bg_{s}.jpg}}" for s in SCENES]
    head = _HEAD + "\n".join(declared) + "\n"
    (folder / "story.yaml").write_text(head, encoding="utf-8")
    (folder / "scenes" / "99-home.yaml").write_text(_HOME, encoding="utf-8")
    return folder


def _beside(number: int) -> list[str]:
    """Where the scene's choices lead: the last of the fourth scene's ends the story."""
    there = [SCENES[(number + 1 + way * 2) % len(SCENES)] for way in range(2 + number % 3)]
    return [*there[:-1], "home"] if number == 3 else there


def _picture(path: Path, dice: random.Random, pictures: Path | None) -> None:
    """A picture of soft shapes with grain, as large on disk as a print of the same size."""
    if pictures is not None:
        path.write_bytes((pictures / path.name).read_bytes())
        return
    small = pygame.image.frombytes(dice.randbytes(32 * 18 * 3), (32, 18), "RGB")
    large = pygame.transform.smoothscale(small, PICTURE)
    grain = pygame.image.frombytes(dice.randbytes(480 * 270 * 3), (480, 270), "RGB")
    grain = pygame.transform.scale(grain, PICTURE)
    grain.set_alpha(28)
    large.blit(grain, (0, 0))
    pygame.image.save(large, path)
