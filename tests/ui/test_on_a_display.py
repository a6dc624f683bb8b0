"""The window on a real display: Xvfb's, where there is no other."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

pytestmark = pytest.mark.display

STILL = """
import time
import pygame
from tests.ui.pilot import Pilot, rope
pilot = Pilot(rope())
pilot.press("1")
for _ in range(30):
    pilot.window.step(0.02)
drawn, end = pilot.window.redraws, time.perf_counter() + 2
while (left := end - time.perf_counter()) > 0:
    pilot.window.step(left)
print(pygame.display.get_driver(), pilot.window.redraws - drawn)
"""

PAD_AT_REST = """
import resource
import time
from tests.ui.pilot import Pilot, rope
from tests.ui.virtual_pad import VirtualPad
pilot = Pilot(rope())
pilot.press("1")
pilot.window.open_pads()
VirtualPad()
for _ in range(30):
    pilot.window.step(0.02)
assert len(pilot.window.inputs.pads) == 1
drawn, end = pilot.window.redraws, time.perf_counter() + 3
woken = resource.getrusage(resource.RUSAGE_SELF).ru_nvcsw
while (left := end - time.perf_counter()) > 0:
    pilot.window.step(left)
print(pilot.window.redraws - drawn, resource.getrusage(resource.RUSAGE_SELF).ru_nvcsw - woken)
"""


def run(script: str, display: str) -> str:
    """The last line that a script prints on the display."""
    kept = {k: v for k, v in os.environ.items() if not k.startswith("SDL_")}
    result = subprocess.run(
        [sys.executable, "-c", script],
        env={**kept, "DISPLAY": display, "PYTHONPATH": os.pathsep.join(sys.path)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert result.returncode == 0, result.stderr
    return result.stdout.splitlines()[-1]


def test_a_still_screen_on_a_real_display_is_not_drawn_again(display: str) -> None:
    assert run(STILL, display) == "x11 0"


def test_a_pad_that_lies_there_wakes_nothing_but_a_look_at_it_now_and_then(display: str) -> None:
    drawn, woken = map(int, run(PAD_AT_REST, display).split())
    assert drawn == 0
    # Sixteen a second are looks. SDL's own looking would be some three thousand.
    assert woken < 150
