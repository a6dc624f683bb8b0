"""What sound costs: processor, memory, and time to the first picture.

    xvfb-run -a python -m tests.bench.audio

Without a device SDL's dummy driver takes what is mixed at the pace of a real one (it says so).
Figures are of this machine at this moment: compare them with others of the same run.
"""

from __future__ import annotations

import os
import resource
import statistics
import subprocess
import sys
import time
from pathlib import Path
from tempfile import TemporaryDirectory

import pygame

from game.audio.cue import Cue
from game.audio.player import Player
from game.ui.soundtrack import Soundtrack
from tests.audio.tape import tone, until
from tests.ui.pilot import Pilot, rope

IDLE_SECONDS = 6.0
MUSIC, AMBIENCE = 50, 30
"""Seconds, as the pieces made for the game play."""

_START = """
import sys, time
from pathlib import Path
import pygame
from game.play.playthrough import Playthrough
from game.play.program import Program
from game.story.load import load_story
from game.ui import play_window
from game.ui.window import Window
story = load_story(Path(sys.argv[1]))
run = Window.run
def once(window):
    window.draw()
    print(time.perf_counter() - begun)
    if sys.argv[2] == "heard":
        window.opened()
    print(time.perf_counter() - begun)
    pygame.event.post(pygame.event.Event(pygame.QUIT))
    return window.step(0)
Window.run = once
begun = time.perf_counter()
play_window(story, Playthrough(Program(story)), lambda _: None, resumed=False)
"""


def main() -> None:
    """Measure and print."""
    pilot = Pilot(rope())
    print(f"video driver {pygame.display.get_driver()}")
    pilot.press("1")
    for _ in range(30):
        pilot.window.step(0.02)
    print(f"idle, without sound: {idle(pilot):.3f} % of a core")
    with TemporaryDirectory() as folder:
        cues = [
            tone(Path(folder) / f"{name}.wav", hertz, seconds)
            for name, hertz, seconds in (
                ("hymn", 440, MUSIC),
                ("song", 330, MUSIC),
                ("wharf", 220, AMBIENCE),
            )
        ]
        heard(pilot, cues)
    start()


def heard(pilot: Pilot, cues: list[Cue]) -> None:
    """The window with music, while one piece goes over into the other, and with the sound off."""
    player, before = Player(), memory()
    pilot.window.soundtrack = Soundtrack(pilot.preferences, pilot.sitting, player=player)
    deck = player._playing._decks["music"]
    player.play(cues[0], cues[2])
    until(lambda: deck.playing)
    print(f"audio driver {os.environ.get('SDL_AUDIODRIVER', 'of the system')}")
    pilot.window.step(2.2)
    print(f"idle, with music and ambience: {idle(pilot):.3f} % of a core")
    print(f"memory for both: {memory() - before:.1f} MB")
    player.play(cues[1], cues[2])
    cpu, begun = time.process_time(), time.perf_counter()
    until(lambda: deck.cue == cues[1] and len(deck._voices) == 1)
    spent, took = time.process_time() - cpu, time.perf_counter() - begun
    print(f"decoding another and fading over: {spent * 1000:.0f} ms of a core in {took:.1f} s")
    pilot.press("m")
    until(lambda: not player._playing._open, 15)
    print(f"idle, with the sound turned off: {idle(pilot):.3f} % of a core")
    player.close()


def idle(pilot: Pilot) -> float:
    """The share of a core while nothing happens, in percent; the whole program's."""
    cpu, end = time.process_time(), time.perf_counter() + IDLE_SECONDS
    while (left := end - time.perf_counter()) > 0:
        pilot.window.step(left)
    return (time.process_time() - cpu) / IDLE_SECONDS * 100


def memory() -> float:
    """What the program holds in memory now, in MB; elsewhere than on Linux the most it ever did."""
    try:
        pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    except OSError:
        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return pages * resource.getpagesize() / 1024 / 1024


def start() -> None:
    """From opening the window to its first picture, and on to where sound is taken up."""
    story = str(Path(__file__).resolve().parents[2] / "ui" / "story")
    for how in ("silent", "heard"):
        runs = []
        for _ in range(9):
            command = [sys.executable, "-c", _START, story, how]
            done = subprocess.run(command, capture_output=True, text=True, check=True)
            runs.append([float(line) * 1000 for line in done.stdout.split()[-2:]])
        first, after = (statistics.median(run[n] for run in runs) for n in (0, 1))
        print(f"{how}: first picture after {first:.0f} ms, {after - first:.1f} ms more for sound")


if __name__ == "__main__":
    if not os.environ.get("DISPLAY"):
        os.environ.setdefault("SDL_VIDEODRIVER", "dummy")
    os.environ.setdefault("SDL_AUDIODRIVER", "dummy")
    print(f"pygame {pygame.version.ver}")
    main()
