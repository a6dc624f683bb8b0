"""Small stories: what every story must have, around the few lines that a test is about."""

from __future__ import annotations

from pathlib import Path

import pytest

from game.play.program import Program
from game.story.diagnostics import Diagnostic, StoryError
from game.story.load import load_story
from game.story.model import Story

HEAD = """\
format: 1
id: small
title: A small story
language: en-AU
year: 1938
place: Port Kembla
summary: A story for a test.
player: {name: Ilija, about: You load ships.}
reading_age: 12
minutes: 1
content_notes: {}
credits: [{role: Written by, who: The authors}]
start: smoko
"""

HOME = "  home:\n    ending: {title: Home, debrief: You walk home.}\n"
"""A passage that ends the story, for the end of `passages`."""

ONWARD = f"passages:\n  smoko: {{to: home}}\n{HOME}"
"""The passages of a story that is about something else."""


def write(folder: Path, body: str = ONWARD, head: str = HEAD, **scenes: str) -> Path:
    """A story's folder: its head with `body` below, and scenes by the names of their files."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "story.yaml").write_text(head + body, encoding="utf-8")
    for name, text in scenes.items():
        (folder / "scenes").mkdir(exist_ok=True)
        (folder / "scenes" / f"{name}.yaml").write_text(text, encoding="utf-8")
    return folder


def story(folder: Path, body: str = ONWARD, **scenes: str) -> Story:
    """The story with this `body`."""
    return load_story(write(folder, body, **scenes))


def program(folder: Path, body: str = ONWARD, **scenes: str) -> Program:
    """The story with this `body`, ready to play."""
    return Program(story(folder, body, **scenes))


def diagnostics(folder: Path, body: str, head: str = HEAD, **scenes: str) -> tuple[Diagnostic, ...]:
    """Everything that is wrong with the story."""
    with pytest.raises(StoryError) as error:
        load_story(write(folder, body, head, **scenes))
    return error.value.diagnostics


def codes(found: tuple[Diagnostic, ...]) -> list[str]:
    """The codes of diagnostics, in their order."""
    return [one.code for one in found]
