"""What is heard, in words, for those who do not hear it."""

from __future__ import annotations

from collections.abc import Callable

from game.play.view import View
from game.ui import words_sound
from game.ui.sitting import Sitting
from game.ui.sounds import THEME


class Captions:
    """The captions of the present screen of a sitting.

    Only what has a file is heard: `audible` tells that of a sound's id. Whether the player has
    turned it off makes no difference: then the words are all there is.
    """

    def __init__(self, sitting: Sitting, audible: Callable[[str], bool]) -> None:
        self._sitting = sitting
        self._audible = audible
        self._begun: tuple[int, int] | None = None

    def present(self) -> tuple[str, ...]:
        """A line for each sound that begins with the screen: music, ambience, the single sound.

        On the first screen after a pause, what goes on from the one before begins too.
        """
        view, before = self._sitting.view, self._before()
        began = [
            view.music if before is None or before.music != view.music else None,
            view.ambience if before is None or before.ambience != view.ambience else None,
            view.sound,
        ]
        sounds = self._sitting.story.sounds
        heard = [sounds[n] for n in began if n is not None and n in sounds and self._audible(n)]
        return tuple(words_sound.CAPTION.format(caption=sound.caption) for sound in heard)

    def theme(self) -> tuple[str, ...]:
        """A line for the music of the title, where the story has its own."""
        sound = self._sitting.story.sounds.get(THEME.music or "")
        if sound is None or sound.kind != "music" or not self._audible(sound.id):
            return ()
        return (words_sound.CAPTION.format(caption=sound.caption),)

    def _before(self) -> View | None:
        play = self._sitting.playthrough
        beginnings, here = self._sitting.beginnings, len(play.choices)
        if self._begun is None or self._begun[0] != beginnings:
            self._begun = (beginnings, here)
        return None if self._begun == (beginnings, here) else play.before
