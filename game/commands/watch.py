"""`one-out watch`: a story checked and shown again at every save of a file."""

from __future__ import annotations

import contextlib
import signal
import sys
import threading
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from types import FrameType
from typing import NoReturn, Protocol

from game import places
from game.check.authors import AuthorsFiles
from game.check.report import Page
from game.commands import reports
from game.commands.check import print_page
from game.commands.recheck import Recheck
from game.commands.stamps import Stamps, stamps
from game.play.playthrough import Playthrough
from game.play.program import Program
from game.play.saves import Loaded, Saves
from game.story.diagnostics import Diagnostic, StoryError
from game.story.files import story_folder
from game.story.load import open_story
from game.story.model import Story
from game.story.shelf import find
from game.terminal.paper import Paper

_EVERY = 0.3
"""Seconds between looks at the files."""

_ALONE = "Watching in the terminal alone: {why}."
_WAITING = "Waiting for the next save. Ctrl-C ends this."


class Listener(Protocol):
    """Whoever is told what became of a save besides the terminal: `game.ui.live.Live`."""

    def edited(self, story: Story) -> None:
        """The files are good: this is the story now."""
        ...

    def broken(self, diagnostics: Sequence[Diagnostic]) -> None:
        """This is wrong with the files."""
        ...

    def checked(self, problems: int | None) -> None:
        """The check has found so many problems, or None: it came to nothing."""
        ...

    def close(self) -> None:
        """Nobody watches the files any more."""
        ...


def run(out: Paper, name: str, *, window: bool) -> NoReturn:
    """Check the story now, and again at every save, until Ctrl-C."""
    try:
        path = find(name)
    except StoryError as why:
        raise reports.not_found(why) from None
    _end_in_order()
    watcher = Watcher(out, path)
    if not window:
        watcher.say(_ALONE.format(why="no window was wanted"))
    with watching(watcher):
        if window:
            show(watcher, path)
        while not watcher.over.wait(1):
            pass
    raise AssertionError("only Ctrl-C or a fault ends this")


def _end_in_order() -> None:
    """Have whoever ends this process, or closes its terminal, end the check and the window too.

    Without a handler of ours SDL would take it for the window being closed, and the terminal would
    go on watching.
    """

    def end(number: int, _frame: FrameType | None) -> NoReturn:
        sys.exit(128 + number)  # as shells count it

    for name in ("SIGTERM", "SIGHUP"):
        number = getattr(signal, name, None)
        if number is not None and signal.getsignal(number) is signal.SIG_DFL:
            signal.signal(number, end)


@contextlib.contextmanager
def watching(watcher: Watcher) -> Iterator[None]:
    """Watch meanwhile. Raises what went wrong beside, if something did.

    In a thread: the window needs the main one. Signals come to the main one too, and so none can
    fall between the start of a check and the moment from which it can be ended.
    """
    thread = threading.Thread(target=watcher.watch)
    try:
        thread.start()
        yield
    finally:
        watcher.over.set()
        try:
            if thread.ident is not None:
                thread.join()
        finally:
            watcher.close()
    if watcher.fault is not None:
        raise watcher.fault


def show(watcher: Watcher, path: Path) -> None:
    """Show the watched story in its window until that is closed; or say that there is no display.

    The window opens once the files make a story.
    """
    while watcher.story is None:
        if watcher.over.wait(_EVERY):
            return
    from game.ui import watch_window, why_no_display

    why = why_no_display()
    if why is not None:
        watcher.say(_ALONE.format(why=why))
        return
    from game.ui.live import Live

    live, loaded = Live(path), _resumed(watcher.story)
    watcher.tell(live)
    watch_window(
        live,
        loaded.playthrough,
        _keep,
        folder=story_folder(path),
        notice="\n".join(loaded.notices),
        settings=places.settings(),
        saves=_saves,
    )
    watcher.tell(None)
    if watcher.fault is None:
        watcher.say("The window is closed. The terminal goes on watching; Ctrl-C ends it.")


def _resumed(story: Story) -> Loaded:
    """Where the author stood. A player's saves are neither read nor written."""
    program = Program(story)
    loaded = _saves(story).load_auto(program)
    return loaded or Loaded(Playthrough(program), ())


def _keep(playthrough: Playthrough) -> None:
    """Keep where the author stands. Even the story's id may have been edited since the start."""
    _saves(playthrough.program.story).autosave(playthrough)


def _saves(story: Story) -> Saves:
    return Saves(places.trials(), story)


class Watcher:
    """Looks at a story's files, says what became of them, and has the story checked."""

    def __init__(self, out: Paper, path: Path) -> None:
        self.story: Story | None = None
        """The story as it last could be read."""
        self.over = threading.Event()
        """Set to end `watch`; it does so itself when it has met a fault."""
        self.fault: Exception | None = None
        self._out = out
        self._path = path
        self._lock = threading.RLock()
        self._listener: Listener | None = None
        self._news: list[Callable[[Listener], None]] = []
        self._seen: Stamps | None = None
        self._settled = False
        self._check = Recheck()

    def watch(self) -> None:
        """Look again and again until it is over."""
        try:
            while not self.over.is_set():
                self.look()
                self.over.wait(_EVERY)
        except Exception as why:  # noqa: BLE001 - raised by `watching`, where somebody hears it
            with self._lock:
                self.fault = why
                self.over.set()
                if self._listener is not None:
                    self._listener.close()

    def look(self) -> None:
        """Look at the files once, and do what follows from it.

        Files that have changed are read at the next look, if they have stayed the same until then:
        an editor may write a file in several steps, or several files at once. That is one save.
        """
        with self._lock:
            before, now = self._seen, stamps(self._path)
            self._seen = now
            if before is None:
                self._read()
            elif now != before:
                self._check.cancel()
                self._settled = False
            elif now and not self._settled:
                self._read()
            elif (result := self._check.poll()) is not None:
                self._report(*result)

    def tell(self, listener: Listener | None) -> None:
        """Tell `listener` what has become of the last save, and from now on of every other."""
        with self._lock:
            self._listener = listener
            if listener is not None:
                for news in self._news:
                    news(listener)
                if self.over.is_set():
                    listener.close()

    def say(self, words: str) -> None:
        """Print something between two reports."""
        with self._lock:
            self._out.say(words)
            self._out.gap()
            self._out.flush()

    def close(self) -> None:
        """End the process of the checks."""
        with self._lock:
            self._check.close()

    def _read(self) -> None:
        """Read the files. What is wrong with them is said, never raised."""
        self._settled = True
        self._news.clear()
        try:
            story = open_story(self._path)
        except StoryError as why:
            diagnostics = why.diagnostics
            for line in str(why).split("\n"):
                self._out.line(line)
            self._out.heading(reports.counted(diagnostics))
            self._hear(lambda listener: listener.broken(diagnostics))
            self.say(_WAITING)
        else:
            self.story = story
            self._check.start(self._path)
            self._hear(lambda listener: listener.edited(story))

    def _report(self, page: Page | None) -> None:
        """Say what the check has found."""
        if page is None:
            self._out.say("The check came to nothing. Save again to have another.")
        else:
            print_page(self._out, page, AuthorsFiles(self._path), short=True)
        problems = None if page is None else len(page.problems)
        self._hear(lambda listener: listener.checked(problems))
        self.say(_WAITING)

    def _hear(self, news: Callable[[Listener], None]) -> None:
        """Keep the news for a listener to come, and tell the one that is there."""
        self._news.append(news)
        if self._listener is not None:
            news(self._listener)
