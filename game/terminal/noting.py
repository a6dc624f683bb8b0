"""Notes what a player of the terminal sees, for the route map and the endings of the window."""

from __future__ import annotations

from game.play.playthrough import Playthrough
from game.play.seen_file import SeenFile


class Noting:
    """Told of a play whenever it is saved: after a choice, and after going back."""

    def __init__(self, file: SeenFile, playthrough: Playthrough) -> None:
        self._file = file
        self._play = playthrough
        self._made = len(playthrough.choices)
        self._shown = playthrough.view
        file.note(playthrough)

    def note(self, playthrough: Playthrough) -> None:
        """The present screen of a play, and how one came to it."""
        made = len(playthrough.choices)
        if playthrough is not self._play:
            self._file.note(playthrough)
        elif made > self._made:
            self._file.note(playthrough, self._shown)
        self._play, self._made, self._shown = playthrough, made, playthrough.view
