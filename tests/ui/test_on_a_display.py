"""The window on a real display: Xvfb's, where there is no other."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator

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


@pytest.fixture(scope="module")
def display() -> Iterator[str]:
    if sys.platform != "linux":
        pytest.skip("X11")
    if os.environ.get("DISPLAY"):
        yield os.environ["DISPLAY"]
        return
    server = shutil.which("Xvfb")
    if server is None:
        pytest.skip("no display and no Xvfb")
    read, write = os.pipe()
    command = [server, "-displayfd", str(write), "-screen", "0", "1280x800x24", "-nolisten", "tcp"]
    with subprocess.Popen(command, pass_fds=[write], stderr=subprocess.DEVNULL) as process:
        os.close(write)
        number = os.read(read, 16).decode().strip()
        os.close(read)
        yield f":{number}"
        process.terminate()


def test_a_still_screen_on_a_real_display_is_not_drawn_again(display: str) -> None:
    kept = {k: v for k, v in os.environ.items() if not k.startswith("SDL_")}
    result = subprocess.run(
        [sys.executable, "-c", STILL],
        env={**kept, "DISPLAY": display, "PYTHONPATH": os.pathsep.join(sys.path)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert result.returncode == 0, result.stderr
    assert result.stdout.splitlines()[-1] == "x11 0"
