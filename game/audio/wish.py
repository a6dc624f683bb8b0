"""What is to be heard now, as one value."""

from __future__ import annotations

from typing import Literal, NamedTuple

from game.audio.cue import Cue, Kind, Levels

Track = Literal["music", "ambience"]
TRACKS: tuple[Track, ...] = ("music", "ambience")


class Wish(NamedTuple):
    """The cues of both tracks and all that says how loud they are.

    `on` is false where the player wants no sound at all, `present` while the window is left and is
    to be silent then, `ducked` while somebody speaks.
    """

    music: Cue | None = None
    ambience: Cue | None = None
    levels: Levels = Levels()
    on: bool = True
    present: bool = True
    ducked: bool = False

    def gain(self, kind: Kind) -> float:
        """The share of its amplitude that a sound of a kind has; 0 where none is to be heard."""
        return self.levels.gain(kind) if self.on and self.present else 0.0

    def target(self, track: Track) -> Cue | None:
        """What a track is to play; None where it would not be heard."""
        cue: Cue | None = getattr(self, track)
        return cue if self.gain(track) > 0 else None
