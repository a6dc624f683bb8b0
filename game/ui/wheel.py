"""When the wheel goes past the end of a page: one screen back at its top, one forward at its end.

One turn of the wheel is all that comes without a pause. It goes past an end only if the page rested
there before it, so a flick that runs to the top stops there, and only by one screen.
"""

from __future__ import annotations

from typing import Literal

_PAUSE = 0.35
"""Seconds without a movement of the wheel that part two turns. A touchpad's run-out has none."""


class Wheel:
    """The turn that is being made. Times are seconds of any one clock."""

    def __init__(self) -> None:
        self._last = float("-inf")
        self._sum = 0.0
        self._from_top = self._from_end = False

    def turn(
        self, notches: float, now: float, *, top: bool, end: bool
    ) -> Literal["rollback", "forward"] | None:
        """The wheel moved, up (positive) or down, on a page that stands at its top, or its end.

        Says what that does besides scrolling. A page that does not scroll stands at both.
        """
        if now - self._last > _PAUSE:
            self._sum, self._from_top, self._from_end = 0.0, top, end
        self._last = now
        self._sum += notches
        # Once it has left the end it was at, it does not come back to it in the same turn.
        self._from_top, self._from_end = self._from_top and top, self._from_end and end
        if (self._from_top and self._sum >= 1) or (self._from_end and self._sum <= -1):
            self._from_top = self._from_end = False
            return "rollback" if self._sum > 0 else "forward"
        return None
