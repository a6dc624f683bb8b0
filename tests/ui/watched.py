"""A story on disk, the window on it, and the watcher between them, as `one-out watch` has them."""

from __future__ import annotations

import io
import shutil
import time
from collections.abc import Callable
from pathlib import Path
from typing import Protocol, Self

from game.commands.watch import Watcher
from game.terminal.paper import Paper
from game.ui.live import Live
from tests.ui.pilot import STORY, Pilot

AT_THE_PUB = ("smoko/cover", "asked/pub")


class Open(Protocol):
    """The fixture `watched`."""

    def __call__(
        self, resumed: tuple[str, ...] = ..., *, size: tuple[int, int] = ..., text: int = ...
    ) -> Watched:
        """Open a watched story, played to `resumed`."""
        ...


class Watched:
    """The tests' story, copied to `folder` to be edited, and played to `resumed` in a window.

    `look` is called by hand, so that a test decides when the watcher looks at the files.
    """

    def __init__(
        self,
        folder: Path,
        resumed: tuple[str, ...] = (),
        *,
        size: tuple[int, int] = (1280, 720),
        text: int = 100,
    ) -> None:
        self.path = folder / "rope"
        shutil.copytree(STORY, self.path)
        self.printed = io.StringIO()
        self.watcher = Watcher(Paper(self.printed), self.path)
        self.watcher.look()
        story = self.watcher.story
        assert story is not None
        self.live = Live(self.path)
        self.pilot = Pilot(story, size=size, text=text, resumed=resumed, folder=self.path)
        self.live.attach(self.pilot.window, self.pilot.sitting, self.pilot.pictures)
        self.watcher.tell(self.live)
        self.pilot.press("1")

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.watcher.close()

    def edit(self, file: str, old: str, new: str) -> None:
        """Save a file of the story with other words in it."""
        path = self.path / file
        text = path.read_text("utf-8")
        assert old in text
        path.write_text(text.replace(old, new, 1), "utf-8")

    def save(self, file: str, old: str, new: str) -> None:
        """The same, and let the watcher see it and the window show it."""
        self.edit(file, old, new)
        self.seen()

    def seen(self) -> None:
        """The watcher looks until it has read the files, and the window answers."""
        self.watcher.look()
        self.watcher.look()
        self.pilot.settle()

    def until(self, true: Callable[[], bool], seconds: float = 60) -> None:
        """Look, and let the window live, until something is true."""
        end = time.monotonic() + seconds
        while not true():
            assert time.monotonic() < end, (self.pilot.words, self.printed.getvalue())
            self.watcher.look()
            self.pilot.window.step(0.05)

    def checked(self) -> None:
        """Wait until the check has said what it found."""
        self.until(lambda: "Checked" in self.pilot.words)
