"""The lines of a file: from a number of characters to a place, and from a place to the words."""

from __future__ import annotations

from array import array
from bisect import bisect_right

from game.story.model import Place


class Lines:
    r"""The lines of one file, found as far as somebody asks, each ended by a line feed alone.

    >>> lines = Lines("story.yaml", "format: 1\nid: smoko\n")
    >>> lines.place(14)
    Place(file='story.yaml', line=2, column=5)
    >>> lines.line(2)
    'id: smoko'
    """

    __slots__ = ("_starts", "_whole", "file", "text")

    def __init__(self, file: str, text: str) -> None:
        self.file = file
        self.text = text
        self._starts = array("I", (0,))
        self._whole = False

    def place(self, at: int) -> Place:
        """The place of the character `at`, which counts from 0."""
        starts = self._starts
        while not self._whole and starts[-1] <= at:
            self._next()
        line = bisect_right(starts, at)
        return Place(self.file, line, at - starts[line - 1] + 1)

    def line(self, number: int) -> str:
        """What stands on a line, without its end; nothing where there is no such line."""
        starts = self._starts
        while not self._whole and len(starts) <= number:
            self._next()
        if not 0 < number <= len(starts):
            return ""
        end = starts[number] - 1 if number < len(starts) else len(self.text)
        return self.text[starts[number - 1] : end].rstrip("\r")

    def _next(self) -> None:
        """Find where one more line begins."""
        feed = self.text.find("\n", self._starts[-1])
        if feed < 0:
            self._whole = True
        else:
            self._starts.append(feed + 1)
