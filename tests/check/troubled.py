"""A small story with one of each kind of trouble, for what shows them."""

from __future__ import annotations

from pathlib import Path

from game.story.load import load_story
from game.story.model import Story

TROUBLED = """\
format: 1
id: troubled
title: Trouble at the mangle
language: en-GB
year: 1934
place: Leeds
summary: Everything that can be wrong is.
start: yard
player: {name: Nell, about: You fold sheets.}
reading_age: 11
minutes: 2
content_notes: {}
credits: [{role: Words, who: Nobody}]
scale: [against, unmoved, with_us]
variables:
  trust: {type: number, from: 0, to: 3, start: 0, about: How far Dora trusts you.}
  told: {type: flag, start: false, about: You have told her.}
people:
  dora: {name: Dora, stance: with_us, groups: [laundry], about: On the mangle.}
groups: {laundry: Those who work here.}
passages:
  yard:
    text: The yard, seven in the morning.
    choices:
      help:
        text: Help Dora.
        effects: [trust += 2]
        to: yard
      tell:
        text: Tell her everything.
        if: trust >= 3 and told
        to: told_her
      meet:
        text: Call the meeting.
        to: vote
      wait:
        text: Wait by the wall.
        to: wall
      door:
        text: Try the door.
        to: door
  told_her:
    effects: [told = true]
    text:
      said: She listens.
      after: {if: told, text: You have said it., else: You have not.}
    to: vote
  wall:
    text: The wall is warm.
    choices:
      stay: {text: Stay., to: wall}
  door:
    text: It is locked.
    choices:
      push: {text: Push., if: told, to: home, locked: It does not give.}
  vote:
    text: Hands.
    meeting:
      motion: That the mangle has a guard.
      voters: laundry
      needs: more than 1/2
      hands:
        dora:
          moved: {if: dora == with_us, hand: up, text: She needs both hands.}
          else: {hand: down, text: She looks away.}
      carried: home
      lost: beaten
  home:
    text: You walk home.
    ending: {title: A guard, debrief: It was fitted in May.}
  beaten:
    text: Nobody speaks.
    ending: {title: No guard, debrief: The mangle had its way.}
"""


def troubled(folder: Path) -> Path:
    """The story's file, written to `folder`."""
    path = folder / "troubled.yaml"
    path.write_text(TROUBLED, "utf-8")
    return path


def declared(folder: Path, *lines: str) -> Path:
    """The story's file, with these lines under `unreachable`; the first is line 22."""
    path = troubled(folder)
    head = "unreachable:\n" + "".join(f"  {line}\n" for line in lines)
    path.write_text(TROUBLED.replace("passages:\n", f"{head}passages:\n"), "utf-8")
    return path


def story(folder: Path) -> Story:
    """The story, loaded."""
    return load_story(troubled(folder))
