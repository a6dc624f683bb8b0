"""Values that change over a time, and the curve of a fade."""

from __future__ import annotations

import math
from typing import NamedTuple


class Ramp(NamedTuple):
    """A value on its way: `start` at the time `begun`, `end` so many `seconds` later."""

    start: float
    end: float
    begun: float = 0.0
    seconds: float = 0.0

    def at(self, now: float) -> float:
        """The value at a time.

        >>> Ramp(0, 1, 10, 2).at(11), Ramp(0, 1, 10, 2).at(13), Ramp(0, 1).at(5)
        (0.5, 1, 1)
        """
        if self.over(now):
            return self.end
        return self.start + (self.end - self.start) * (now - self.begun) / self.seconds

    def over(self, now: float) -> bool:
        """True when it has arrived."""
        return now - self.begun >= self.seconds

    def towards(self, end: float, now: float, seconds: float) -> Ramp:
        """From where it is now to another end; `seconds` is the time for all the way of 1."""
        here = self.at(now)
        return Ramp(here, end, now, seconds * min(1.0, abs(end - here)))


def equal_power(share: float) -> float:
    """The amplitude of a sound that is faded in by a share, from 0 to 1.

    Of two sounds that are faded over into each other, one by `share` and the other by `1 - share`,
    the power together is always the same: sin^2 + cos^2 = 1. Straight lines would lose half of it
    in the middle.

    >>> round(equal_power(0.25) ** 2 + equal_power(0.75) ** 2, 9)
    1.0
    """
    return math.sin(math.pi / 2 * share)
