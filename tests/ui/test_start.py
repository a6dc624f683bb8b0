"""What stands between a launch and the first scene, and what waits until it is there."""

import gc
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pygame
import pytest

from game.story.new import TEMPLATE
from game.ui.pictures import ARRIVED, Pictures
from tests.command import environment
from tests.ui.pilot import Pilot, rope

_FIRST_PICTURE = """
import gc, os, sys, pygame, game.cli
def flip():
    print(gc.isenabled(), *(name for name in sys.modules if name.startswith("game.")))
    sys.stdout.flush()
    os._exit(0)
pygame.display.flip = flip
game.cli.main(sys.argv[1:])
"""

LATER = {
    *("game.ui.readers", "game.ui.soundtrack", "game.ui.gallery", "game.ui.hall"),
    *(f"game.ui.screens.{name}" for name in ("settings", "menu", "saves", "meeting", "backlog")),
}
"""What is loaded when it is needed."""


def test_the_first_picture_waits_for_nothing_that_it_does_not_show(tmp_path: Path) -> None:
    (tmp_path / "home").mkdir()
    (tmp_path / "home" / "settings.json").write_text("{}")  # not its first run
    done = subprocess.run(
        [sys.executable, "-c", _FIRST_PICTURE, "play", str(TEMPLATE)],
        capture_output=True,
        env=environment(tmp_path / "home", SDL_VIDEODRIVER="dummy"),
        text=True,
        timeout=60,
        check=False,
    )
    collecting, *loaded = done.stdout.splitlines()[-1].split()
    assert collecting == "False"
    assert "game.ui.screens.title" in loaded
    assert not LATER & set(loaded)


def in_order(pilot: Pilot, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What a window that runs does, as it does it: its pictures, and what comes after the first."""
    order: list[str] = []
    window, flip = pilot.window, pygame.display.flip

    def drawn() -> None:
        order.append(pilot.showing)
        flip()

    def opened() -> None:
        order.append("opened")
        pilot.post(pygame.QUIT)

    monkeypatch.setattr(pygame.display, "flip", drawn)
    window.opened = opened
    return order


def test_whoever_takes_the_title_at_once_waits_for_nothing_else(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    pilot = Pilot(rope())
    order = in_order(pilot, monkeypatch)
    pilot.window.desk.dirty = True
    pilot.post_key("1")
    pilot.window.run()
    assert order[:3] == ["TitleScreen", "PlayScreen", "opened"]


def test_what_waits_for_the_first_picture_comes_by_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    pilot = Pilot(rope())
    order = in_order(pilot, monkeypatch)
    pilot.window.desk.dirty = True
    gc.disable()
    try:
        pilot.window.run()
        assert gc.isenabled()
    finally:
        gc.enable()
        gc.unfreeze()
    assert order[:2] == ["TitleScreen", "opened"]


def pictures(folder: Path) -> Pictures:
    """Two declared pictures with their files. There is a display."""
    assert Pilot(rope()).showing
    for name in ("one", "two"):
        pygame.image.save(pygame.Surface((320, 180)), folder / f"{name}.png")
    one = rope().pictures["pub"]
    those = {n: one._replace(id=n, file=f"{n}.png") for n in ("one", "two")}
    return Pictures(rope()._replace(pictures=those), folder)


def test_a_picture_that_is_expected_is_decoded_once_for_both_its_sizes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown, decoded = pictures(tmp_path), []
    load: Callable[[Path], pygame.Surface] = pygame.image.load

    def loading(path: Path) -> pygame.Surface:
        decoded.append(path.name)
        return load(path)

    monkeypatch.setattr(pygame.image, "load", loading)
    shown.expect("one")
    for size in ((40, 30), (80, 45)):
        found = shown.get("one", *size)
        assert found is not None
        assert found.get_size() == size
    assert decoded == ["one.png"]
    assert shown.get("two", 40, 30) is not None
    assert shown._whole is None, "it is kept no longer than it is of use"


def test_an_expected_picture_that_has_changed_meanwhile_is_decoded_again(tmp_path: Path) -> None:
    shown = pictures(tmp_path)
    shown.expect("one")
    deadline = time.monotonic() + 60
    while shown._whole is None:
        assert time.monotonic() < deadline
        time.sleep(0.005)
    red = pygame.Surface((400, 300))
    red.fill("red")
    pygame.image.save(red, tmp_path / "one.png")
    found = shown.get("one", 40, 30)
    assert found is not None
    assert found.get_at((20, 15)).r > 240  # scaling rounds a little


def test_a_picture_that_comes_in_time_is_not_drawn_a_second_time(tmp_path: Path) -> None:
    shown = pictures(tmp_path)
    pygame.event.clear()
    assert shown.get("one", 40, 30) is not None
    assert not pygame.event.get(ARRIVED)
