"""A pad's sticks and triggers as buttons: pressed past a point, let go nearer to the middle.

What is held comes again after a while: moving and scrolling, nothing else. Nobody needs to hold
anything, as each press does the same.
"""

from __future__ import annotations

from collections.abc import Mapping

_IN, _OUT = 0.55, 0.4
"""How far of its way a stick is a press, and how far back it is none: a worn one does not flutter.
The dead zone is thus more than half of the way."""

_AXES: Mapping[str, tuple[str, str]] = {
    "left x": ("left", "right"),
    "left y": ("up", "down"),
    "right y": ("scroll up", "scroll down"),
    "left trigger": ("", "left trigger"),
    "right trigger": ("", "right trigger"),
}
"""What each axis presses on its way to -1 and to 1. Up is -1, as SDL has it."""

_FIRST = 0.45
"""Seconds that something is held until it comes again."""

_EACH: Mapping[str, float] = {
    **dict.fromkeys(("up", "down", "left", "right"), 0.16),
    **dict.fromkeys(("scroll up", "scroll down"), 0.09),
}
"""Seconds from then on. What is not named here does not come again."""


class Sticks:
    """What is pressed on one pad or more. Times are seconds of any one clock."""

    def __init__(self) -> None:
        self._places: dict[str, float] = {}
        self._pressed: dict[str, str] = {}
        self._held = ""
        self._next = 0.0

    def tilt(self, axis: str, place: float, now: float) -> str | None:
        """An axis stands at a place from -1 to 1; the button that this has pressed, if any."""
        ways = _AXES.get(axis)
        if ways is None:
            return None
        self._places[axis] = place
        was = self._pressed.get(axis, "")
        if was and place * (1 if was == ways[1] else -1) > _OUT:
            return None
        self._pressed.pop(axis, None)
        self.let_go(was)
        if abs(place) < _IN or self._leans_more(axis, place):
            return None
        button = ways[place > 0]
        if not button:
            return None
        self._pressed[axis] = button
        self.press(button, now)
        return button

    def _leans_more(self, axis: str, place: float) -> bool:
        """True if the same stick leans further the other way: then it is no press of this axis."""
        other = {"left x": "left y", "left y": "left x"}.get(axis)
        return other is not None and abs(self._places.get(other, 0.0)) > abs(place)

    def press(self, button: str, now: float) -> None:
        """A button went down."""
        if button in _EACH:
            self._held, self._next = button, now + _FIRST

    def let_go(self, button: str) -> None:
        """A button went up."""
        if button and button == self._held:
            self._held = ""

    def rest(self) -> None:
        """Nothing is held any more, such as when the window has lost the focus."""
        self._held = ""

    def due(self, now: float) -> float | None:
        """Seconds until what is held comes again; None if nothing does."""
        return max(0.0, self._next - now) if self._held else None

    def again(self, now: float) -> str | None:
        """What is held and has come again by now. Time that was missed is not made up for."""
        if not self._held or now < self._next:
            return None
        self._next = now + _EACH[self._held]
        return self._held
