"""What the window costs: processor while nothing happens, and time from a key to the drawn screen.

    xvfb-run -a python -m tests.bench.window

Draws on the display there is, else on SDL's dummy driver (which it says). Figures are of this
machine at this moment: compare them with others of the same run.
"""

from __future__ import annotations

import statistics
import time

import pygame

from tests.ui.pilot import Pilot, rope

IDLE_SECONDS = 6.0


def main() -> None:
    """Measure and print."""
    pilot = Pilot(rope())
    pilot.press("1")
    for _ in range(30):
        pilot.window.step(0.02)
    drawn, cpu, end = pilot.window.redraws, time.process_time(), time.perf_counter() + IDLE_SECONDS
    while (left := end - time.perf_counter()) > 0:
        pilot.window.step(left)
    share = (time.process_time() - cpu) / IDLE_SECONDS * 100
    print(f"driver {pygame.display.get_driver()}")
    print(f"idle: {share:.3f} % of a core, {pilot.window.redraws - drawn} redraws")
    keys = []
    for _ in range(200):
        start = time.perf_counter()
        pilot.press("down")
        keys.append((time.perf_counter() - start) * 1000)
    middle, worst = statistics.median(keys), statistics.quantiles(keys, n=20)[-1]
    print(f"arrow key to drawn screen: median {middle:.2f} ms, 95th percentile {worst:.2f} ms")


if __name__ == "__main__":
    main()
