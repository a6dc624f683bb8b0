"""A story that is edited while it is played: brings the news of its files into the window.

Whoever watches the files does so in a thread of its own, and calls `edited`, `broken`, `checking`,
`checked` and `close`. The rest belongs to the window, which does everything in its own thread.
"""

from __future__ import annotations

import contextlib
import queue
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

import pygame

from game.check.authors import AuthorsFiles
from game.play.cut_short import CutShort
from game.story.diagnostics import Diagnostic
from game.story.model import Place, Story
from game.ui import wording
from game.ui.foot import Foot, Notice
from game.ui.pictures import Pictures
from game.ui.sitting import Sitting
from game.ui.window import Window

NEWS = pygame.event.custom_type()
"""The event that wakes the window when there is something new."""


class Live:
    """The story at `path`, a folder or a file, on its way from an editor into a window."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._news: queue.SimpleQueue[Callable[[], None]] = queue.SimpleQueue()
        self._window: Window | None = None
        self._sitting: Sitting | None = None
        self._pictures: Pictures | None = None
        self._status: Callable[[], str] = lambda: wording.CHECKING
        self._broken: Notice | None = None
        self._hidden: Notice | None = None

    # -- for the thread that watches the files

    def edited(self, story: Story) -> None:
        """The files were saved, and are good: this is the story now."""
        self._tell(lambda: self._edit(story))

    def broken(self, diagnostics: Sequence[Diagnostic]) -> None:
        """The files were saved, and this is wrong with them."""
        self._tell(lambda: self._break(diagnostics))

    def checked(self, problems: int | None) -> None:
        """The story was checked: so many problems, or None where the check came to nothing."""
        self._tell(lambda: self._say(partial(_result, problems)))

    def close(self) -> None:
        """Nobody watches the files any more: close the window."""
        self._tell(self._close)

    def _tell(self, news: Callable[[], None]) -> None:
        self._news.put(news)
        with contextlib.suppress(pygame.error):  # no window yet, or none any more
            pygame.event.post(pygame.event.Event(NEWS))

    # -- in the window's thread

    def attach(self, window: Window, sitting: Sitting, pictures: Pictures) -> None:
        """Bring the news into this window from now on."""
        self._window, self._sitting, self._pictures = window, sitting, pictures
        window.desk.footer = self
        window.errand = self.deliver

    def deliver(self) -> None:
        """Do all that was told since the last time."""
        while True:
            try:
                news = self._news.get_nowait()
            except queue.Empty:
                return
            news()
            if self._window is not None:
                self._window.desk.refresh()

    def foot(self) -> Foot:
        """What stands below the screen now."""
        notice = self._notice()
        return Foot(self._status(), None if notice == self._hidden else notice)

    def hide(self) -> None:
        """Take away the notice that stands there, until there is another one."""
        self._hidden = self._notice()

    def _notice(self) -> Notice | None:
        if self._broken is not None:
            return self._broken
        cut = None if self._sitting is None else self._sitting.cut_short
        return None if cut is None else _cut_notice(cut, AuthorsFiles(self._path))

    def _edit(self, story: Story) -> None:
        self._status, self._broken = lambda: wording.CHECKING, None
        if self._sitting is not None and self._pictures is not None:
            self._sitting.edit(story)
            self._pictures.edit(story)
            if self._window is not None and self._window.soundtrack is not None:
                self._window.soundtrack.edit(story)
        pygame.display.set_caption(wording.WINDOW_TITLE.format(story=story.title))
        if self._notice() is None:
            self._hidden = None

    def _break(self, diagnostics: Sequence[Diagnostic]) -> None:
        first = diagnostics[0]
        self._status = partial(wording.NOT_READ.of, len(diagnostics))
        self._broken = Notice(
            wording.BROKEN_TITLE,
            f"{first.code} {first.wrong}",
            _at(first.place),
            first.source,
            first.place.column,
            first.length,
            first.mend,
        )

    def _say(self, words: Callable[[], str]) -> None:
        self._status = words

    def _close(self) -> None:
        if self._window is not None:
            self._window.desk.done = True


def _result(problems: int | None) -> str:
    """What a check came to: so many problems, or None where it came to nothing."""
    if problems is None:
        return wording.UNCHECKED
    return wording.UNSOUND.of(problems) if problems else wording.SOUND


def _cut_notice(cut: CutShort, files: AuthorsFiles) -> Notice:
    """Where and why a play was cut short, with the author's line."""
    line = files.line(cut.place)
    found = line.find(cut.source, cut.place.column - 1)
    column, length = (found + 1, len(cut.source)) if found >= 0 else (cut.place.column, 1)
    words = wording.CUT.format(made=cut.made, choices=cut.choices, option=cut.option, why=cut.why)
    at = _at(cut.place)
    return Notice(wording.CUT_TITLE, words, at, line, column, length, wording.CUT_MEND)


def _at(place: Place) -> str:
    return f"{place.file}:{place.line}:{place.column}"
