"""Playing a built program by its keyboard, and knowing from its save how far that has come."""

from __future__ import annotations

import contextlib
import random
import time
from functools import cache
from pathlib import Path

from game.check import cache as kept
from game.check.findings import Reached
from game.play import save_file
from game.play.acts import ended_act
from game.play.playthrough import Playthrough
from game.play.program import Program
from game.story.load import open_story
from tests.executables.bare import HOME, Bare
from tests.executables.screen import PATIENCE, Screen

STORIES = Path(__file__).parents[2] / "stories"

Choices = tuple[str, ...]

_PLAYS = 3000
"""Plays by chance, of which some come to the rarest ending of a story that ships."""


@cache
def endings(story: str) -> tuple[Choices, ...]:
    """A way to each ending of a shipped story that can be reached, by numbered choices alone.

    Which can be, the check has proved. Its own shortest ways also leave a screen unheard, which has
    no number; so the ways here are the shortest of many plays by chance.
    """
    opened = open_story(STORIES / story)
    reached = {
        one.branch.id.removesuffix("/ending")
        for one in kept.checked(opened).verdicts.values()
        if isinstance(one, Reached) and one.branch.kind == "ending"
    }
    program, chance = Program(opened), random.Random(1961)
    found: dict[str, Choices] = {}
    for _ in range(_PLAYS):
        there = Playthrough(program)
        while there.view.ending is None:
            options = there.view.numbered or there.view.options
            there.choose(chance.choice(options).id)
        name = there.view.ending.id
        if name not in found or len(there.choices) < len(found[name]):
            found[name] = there.choices
    assert set(found) == reached
    return tuple(found[name] for name in sorted(found))


class Player:
    """Somebody at the keyboard, who plays `story` on the bare system."""

    def __init__(self, screen: Screen, bare: Bare, story: str) -> None:
        self._screen, self._bare = screen, bare
        self._program = Program(open_story(STORIES / story))
        self._file = (
            bare.root / HOME[1:] / f".local/share/one-out-all-out/saves/{story}/autosave.json"
        )

    def begin(self) -> None:
        """Wait for the window, and press 1 until the story is there."""
        self._screen.window()
        seen = self._screen.changed("")
        # The settings of a first run, the title, the notes before the story; later the title alone.
        for _ in range(1 if self.saved() else 3):
            self._screen.press("1")
            seen = self._screen.changed(seen)

    def play(self, choices: Choices) -> None:
        """Take these choices, of which some may have been taken before."""
        done = len(self.saved())
        there = Playthrough(self._program)
        for number, choice in enumerate(choices):
            at = next((n for n, one in enumerate(there.view.numbered, 1) if one.id == choice), 1)
            before = there.view
            there.choose(choice)
            if number >= done:
                self._press_until_saved(str(at), choices[: number + 1])
                if ended_act(self._program.story, before, there.view) is not None:
                    self._screen.press("1")  # on from the place to stop

    def saved(self) -> Choices:
        """The choices that are saved, none before the first."""
        with contextlib.suppress(OSError, save_file.SaveError):
            return save_file.decode(self._file.read_bytes()).choices
        return ()

    def _press_until_saved(self, key: str, expected: Choices) -> None:
        """Press a key until a choice is saved: a vote takes it more than once, to see all hands."""
        until = time.monotonic() + PATIENCE
        while time.monotonic() < until:
            self._screen.press(key)
            again = time.monotonic() + 1.5
            while time.monotonic() < again:
                found = self.saved()
                if len(found) >= len(expected):
                    assert found == expected
                    return
                time.sleep(0.01)
        raise AssertionError(f"{key} does not take {expected[-1]}; taken so far: {self.saved()}")
