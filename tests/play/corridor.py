"""A story with screens that have only one way on, for tests of what goes on over them."""

from __future__ import annotations

from pathlib import Path

from game.story.load import load_story
from game.story.model import Story

_LONG = " ".join(["The corridor goes on between two rows of doors, and nobody has oiled them."] * 9)

STORY = f"""\
format: 1
id: corridor
title: Corridor
language: en
year: 1900
place: Leeds
summary: A mill, after hours.
start: gate
player: {{name: Ann, about: You walk.}}
reading_age: 8
minutes: 1
content_notes: {{}}
scale: [against, with_us]
people:
  joe: {{name: Joe, about: Sweeps., stance: with_us}}
  kit: {{name: Kit, about: Counts., stance: against}}
variables:
  lamp: {{type: flag, start: false, about: You took the lamp.}}
passages:
  gate:
    text: The gate stands open.
    choices:
      dark: {{text: Go in as you are., to: first}}
      lamp: {{text: Take the lamp and go in., to: first, effects: ["lamp = true"]}}
      home: {{text: Go home., to: home}}
  first:
    text: "One door, and it is yours."
    choices: {{on: {{text: Go on., to: second}}}}
  second:
    text:
      all: "{_LONG}"
      lit: {{if: lamp, text: The lamp shows a chalk mark.}}
    choices: {{on: {{text: Go on., to: third}}}}
  third:
    text: The corridor ends.
    choices: {{on: {{text: Go on., to: fork}}}}
  fork:
    text: Left or right.
    choices:
      left: {{text: Left., to: hall}}
      right: {{text: Right., to: gate}}
  hall:
    text: They are all there.
    meeting:
      motion: That the doors be oiled.
      voters: [joe, kit]
      needs: at least 1/2
      hands:
        joe: {{always: up, text: He has the oil. He has had it since Whitsun.}}
        kit: {{always: down, text: Oil is money.}}
      carried: oiled
      lost: home
  oiled: {{text: They turn., ending: {{title: Oil, debrief: The doors were oiled.}}}}
  home: {{text: Home., ending: {{title: Home, debrief: You went home.}}}}
credits: [{{role: By, who: nobody}}]
"""

FIRST_ROUND = ("gate/dark", "first/on", "second/on", "third/on", "fork/right")
"""Once through it and back to the gate."""


def corridor(folder: Path) -> Story:
    """The story, read from a file in `folder`."""
    path = folder / "corridor.yaml"
    path.write_text(STORY, "utf-8")
    return load_story(path)
