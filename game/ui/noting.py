"""What the player of a sitting has seen: noted at every choice, written beside the window.

A choice waits for no file: a thread writes what is new a few seconds later, and the rest when the
window closes. A crash in between loses little, for the choices of the play itself are saved, and
all that lies on its way is noted again from them.
"""

from __future__ import annotations

import queue
import threading
from collections.abc import Callable

from game.play.playthrough import Playthrough
from game.play.seen import Seen
from game.play.seen_file import SeenFile
from game.play.view import View
from game.story.model import Story

_REST = 4.0
"""Seconds from the first thing that is new until it is written."""


class Noting:
    """Notes for one sitting.

    `file_of` gives the file of a story: one that is watched may get another id while it is played.
    """

    def __init__(self, file_of: Callable[[Story], SeenFile] = SeenFile) -> None:
        self._file_of = file_of
        self._file: SeenFile | None = None
        self._whole: Playthrough | None = None
        """The play that was noted from its beginning."""
        self._to_write: queue.SimpleQueue[SeenFile | None] = queue.SimpleQueue()
        self._writer: threading.Thread | None = None
        self._hurry = threading.Event()
        self._waiting = False

    def before(self, story: Story) -> Seen:
        """What was seen of a story until now, but for what only its saves know."""
        return self._of(story).seen

    def seen(self, playthrough: Playthrough) -> Seen:
        """What was seen of a story, all that lies on the way of this play as well."""
        self._catch_up(playthrough)
        return self._of(playthrough.program.story).seen

    def note(self, playthrough: Playthrough, before: View) -> None:
        """A choice was made on the screen `before`."""
        self._of(playthrough.program.story).note(playthrough, before)
        self._write_soon()

    def close(self, playthrough: Playthrough | None = None) -> None:
        """The window closes on this play: have everything written."""
        if playthrough is not None and playthrough.choices:
            self._catch_up(playthrough)
        if self._writer is not None:
            self._hurry.set()
            self._to_write.put(None)
            self._writer.join()
            self._writer = None
            self._hurry.clear()
        if self._file is not None:
            self._file.write()

    def _catch_up(self, playthrough: Playthrough) -> None:
        if self._whole is not playthrough:
            self._whole = playthrough
            self._of(playthrough.program.story).note(playthrough)
            self._write_soon()

    def _of(self, story: Story) -> SeenFile:
        if self._file is None or self._file.story.id != story.id:
            if self._file is not None:
                self._to_write.put(self._file)
            self._file = self._file_of(story)
        return self._file

    def _write_soon(self) -> None:
        if self._waiting or self._file is None or self._file.path is None:
            return
        self._waiting = True
        self._to_write.put(self._file)
        if self._writer is None:
            self._writer = threading.Thread(target=self._work, daemon=True)
            self._writer.start()

    def _work(self) -> None:
        while (file := self._to_write.get()) is not None:
            self._hurry.wait(_REST)
            self._waiting = False  # what is noted from here on may come too late for this time
            file.write()
