"""A story that goes round as long as somebody walks, for tests that save."""

from __future__ import annotations

from pathlib import Path

from game.play.playthrough import Playthrough
from game.play.program import Program
from game.play.saves import Saves
from game.story.load import load_story

STORY = """\
format: 1
id: treadmill
title: Treadmill
language: en
year: 1900
place: Leeds
summary: Round and round.
start: left
player: {name: Ann, about: You walk.}
reading_age: 8
minutes: 1
content_notes: {}
variables:
  steps: {type: number, from: 0, to: 100, start: 0, about: How far.}
passages:
  left:
    text: "The left foot, after {steps} steps."
    choices:
      on: {text: Step., to: right, effects: ["steps = up_to(100, steps + 1)"]}
      stop: {text: Stop., to: end}
  right:
    text: The right foot.
    choices:
      on: {text: Step., to: left, effects: ["steps = up_to(100, steps + 1)"]}
  end: {text: Enough., ending: {title: Stopped, debrief: You stopped.}}
credits: [{role: By, who: nobody}]
"""
STEPS = ("left/on", "right/on") * 5_000


def program_of(folder: Path, text: str = STORY) -> Program:
    path = folder / "treadmill.yaml"
    path.write_text(text, "utf-8")
    return Program(load_story(path))


def walked(program: Program, steps: int) -> Playthrough:
    playthrough, stopped = Playthrough.replay(program, STEPS[:steps])
    assert stopped is None
    return playthrough


def auto(saves: Saves, kind: str = "") -> Path:
    return saves.folder / f"autosave{kind}.json"
