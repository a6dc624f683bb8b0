"""Saves a picture of every screen.

python -m tests.ui.screenshots OUT [STORY] [WxH[@PERCENT] ...] [--language CODE]
"""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

os.environ.setdefault("SDL_VIDEODRIVER", "dummy")

import pygame

from game.play.view import Fault
from game.story.load import load_story
from game.ui.screen import Screen
from game.ui.screens.shelf import ShelfScreen
from game.ui.screens.trouble import TroubleScreen
from game.ui.settings import Settings
from game.ui.sitting import Sitting
from tests.ui.pilot import CAMERAS, STORY, Pilot, rope
from tests.ui.shelves import left_off, shelf_of

SIZES = ("1280x720", "1920x1080", "640x360", "1280x720@200", "1024x768", "3840x2160")


def screens(pilot: Pilot) -> Iterator[str]:
    """Goes through the screens of the tests' own story; yields the name of each when it shows."""
    yield "title"
    pilot.press("f10")
    yield "settings"
    pilot.press("escape")
    pilot.take(1)
    if pilot.showing == "ContentScreen":
        yield "content"
        pilot.take(1)
    yield "play_long"
    for key, name in (("b", "backlog_empty"), ("n", "notes"), ("k", "know"), ("p", "picture")):
        pilot.press(key)
        yield name
        pilot.press("escape")
    pilot.press("escape")
    yield "menu"
    yield from _about(pilot)
    pilot.click("restart")
    yield "sure"
    pilot.press("escape", "escape")
    pilot.take(4)
    yield "play_speaker_locked"
    pilot.take(2)
    pilot.take(2)
    yield "fault"
    pilot.press("escape")
    pilot.press("b")
    yield "backlog"
    pilot.press("escape")
    pilot.take(1)
    yield "play_short"
    pilot.take(2)
    yield "before_vote"
    pilot.take(1)
    yield "meeting_start"
    pilot.window.desk.tick()
    pilot.window.desk.tick()
    pilot.window.draw()
    yield "meeting_middle"
    pilot.press("return")
    yield "meeting_end"
    pilot.press("return")
    yield "ending"
    pilot.press("d")
    pilot.wait_for_turning_points()
    yield "look_back"
    pilot.press("3")
    yield "go_back"
    pilot.press("escape", "e")
    yield "kept"


def _about(pilot: Pilot) -> Iterator[str]:
    """What stands before the story and what it rests on, from the pause and back to it."""
    pilot.click("about")
    yield "about"
    pilot.press("c")
    yield "credits"
    pilot.press("end")
    yield "credits_end"
    pilot.press("escape", "escape")


def saves_screens(pilot: Pilot) -> Iterator[str]:
    """Goes through the saves of the tests' own story, which `pilot` keeps."""
    keeping = pilot.sitting.keeping
    assert keeping is not None
    pilot.press("1", "l")
    yield "nothing_to_load"
    pilot.press("escape", "4", "f5")
    yield "quick_saved"
    pilot.press("s")
    yield "save_first"
    for _ in range(2):
        pilot.press("return", "escape", "1", "s")
    pilot.press("1")
    yield "replace"
    pilot.press("escape", "4")
    for slot in (11, 12):
        keeping.save(slot)
    keeping.saves.path(12).write_bytes(b"{")
    pilot.press("escape", "s")
    yield "save"
    pilot.press("l")
    yield "load"
    pilot.press("end", "down")
    yield "load_end"
    pilot.press("home", "delete")
    yield "delete"
    pilot.press("2", "escape", "escape")
    yield "menu_with_saves"


def keys_screens(pilot: Pilot) -> Iterator[str]:
    """Goes through what keys and pads can be seen in."""
    pilot.press("f10", "end")
    pilot.click("keys")
    yield "keys"
    pilot.press("home")
    pilot.click("quick_save")
    yield "press"
    pilot.press("return")
    yield "press_refused"
    pilot.press("b")
    yield "swap"
    pilot.press("2", "end")
    yield "keys_changed"
    pilot.press("escape", "escape", "1", "1", "left")
    pilot.window.inputs.pads.make = "playstation"
    pilot.pad("down")
    yield "play_pad"
    pilot.pad("start")
    yield "menu_pad"


PLAYS: tuple[tuple[str, ...], ...] = (
    ("smoko/quirk", "asked/home"),
    ("smoko/cover", "asked/levy", "asked/pub", "pub/ask", "publican/on", "vote/carried"),
    ("smoko/ask_roy", "asked/pub", "pub/monday"),
)
"""Three plays of the tests' own story: two endings, and one that stands before a vote."""


def seen_screens(pilot: Pilot) -> Iterator[str]:
    """Goes through what shows what was seen of the tests' own story, which `pilot` has begun."""
    for play in PLAYS:
        pilot.sitting.restart()
        pilot.sitting.go_on(play)
    pilot.window.desk.refresh()
    pilot.press("o")
    yield "route_map"
    pilot.press("home")
    yield "route_map_top"
    pilot.press("end")
    yield "route_map_end"
    pilot.press("left", "return")
    yield "stop"
    pilot.press("escape")
    pilot.click("endings")
    yield "endings"
    pilot.press("return")
    yield "last_page"
    pilot.press("escape", "escape", "escape")
    pilot.sitting.restart()
    pilot.window.desk.refresh()
    pilot.press("t")
    yield "skip"
    pilot.press("escape", "a")
    yield "auto_forward"


def first_choices(pilot: Pilot) -> Iterator[str]:
    """Takes the first choice of any story until it ends."""
    yield "00_title"
    pilot.take(1)
    if pilot.showing == "ContentScreen":
        yield "00_content"
        pilot.take(1)
    for number in range(1, 60):
        yield f"{number:02}_{pilot.view.passage}"
        if pilot.view.meeting is not None:
            pilot.take(1)
            pilot.press("return")
            yield f"{number:02}_{pilot.view.passage}_hands"
            pilot.press("return")
        elif pilot.view.ending is not None or not pilot.view.numbered:
            break
        else:
            pilot.take(1)
            if pilot.showing == "IntervalScreen":
                yield f"{number:02}_interval"
                pilot.take(1)


def alone() -> Iterator[tuple[str, Callable[[Sitting], Screen]]]:
    """Screens that are shown by themselves: their names, and how they are made."""
    other = Fault(
        "stuck", "No choice of `step` can be taken here.", "scenes/2-pub.yaml:23:5", "wait: ..."
    )
    yield "shelf_one", lambda _: ShelfScreen(shelf_of(1), left_off)
    yield "shelf_two", lambda _: ShelfScreen(shelf_of(2), left_off)
    yield "shelf_nine", lambda _: ShelfScreen(shelf_of(9), left_off)
    yield "trouble", lambda sitting: TroubleScreen(sitting, other)


def every_screen(
    size: tuple[int, int], text: int, language: str = "en"
) -> Iterator[tuple[str, Pilot]]:
    """Every screen of the game in a window; a new one belongs in one of the lists above."""
    story = load_story(STORY)
    settings = Settings(text=text).having("language", language)
    pilot = Pilot(story, size=size, settings=settings)
    for name in screens(pilot):
        yield name, pilot
    with TemporaryDirectory() as folder:
        kept = Pilot(rope(), size=size, settings=settings, saves=Path(folder))
        for name in saves_screens(kept):
            yield f"saves_{name}", kept
        while CAMERAS:
            CAMERAS.pop().close()
    keys = Pilot(rope(), size=size, settings=settings)
    for name in keys_screens(keys):
        yield name, keys
    begun = Pilot(rope(), size=size, settings=settings)
    begun.press("1")
    for name in seen_screens(begun):
        yield f"seen_{name}", begun
    for name, make in alone():
        yield name, Pilot(story, size=size, settings=settings, screen=make(pilot.sitting))


def main(out: Path, story: Path, sizes: tuple[str, ...], language: str) -> None:
    """Every screen at every size."""
    for wanted in sizes:
        size, text = parsed(wanted)
        folder = out / wanted
        folder.mkdir(parents=True, exist_ok=True)
        if story == STORY:
            for name, pilot in every_screen(size, text, language):
                pygame.image.save(pilot.surface, folder / f"{name}.png")
        else:
            settings = Settings(text=text).having("language", language)
            pilot = Pilot(load_story(story), size=size, settings=settings, folder=story)
            for name in first_choices(pilot):
                until_decoded(pilot)
                pygame.image.save(pilot.surface, folder / f"{name}.png")


def until_decoded(pilot: Pilot) -> None:
    """Waits for the pictures that are drawn when they can be had."""
    deadline = time.monotonic() + 60
    while pilot.window.busy and time.monotonic() < deadline:
        time.sleep(0.01)
    pilot.settle()


def parsed(wanted: str) -> tuple[tuple[int, int], int]:
    """A window's size and the size of its text in percent, from `1280x720@200`."""
    size, _, percent = wanted.partition("@")
    wide, high = (int(side) for side in size.split("x"))
    return (wide, high), int(percent or 100)


if __name__ == "__main__":
    arguments, spoken = sys.argv[2:], "en"
    if "--language" in arguments:
        at = arguments.index("--language")
        spoken = arguments[at + 1]
        del arguments[at : at + 2]
    paths = [Path(word) for word in arguments if "x" not in word or Path(word).exists()]
    named = tuple(word for word in arguments if not Path(word).exists())
    main(Path(sys.argv[1]), paths[0] if paths else STORY, named or SIZES, spoken)
