"""The window. pygame is imported here (and for sound) and nowhere else.

`why_no_display` tells whether a window can be opened, `choose_story` shows the shelf, `play_window`
plays a story, `watch_window` one that is being written. The screens draw the `View` of `game.play`
and nothing else.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from game.ui.display import close_display, display_available, why_no_display

if TYPE_CHECKING:
    from game.play.playthrough import Playthrough
    from game.play.saves import Saves
    from game.story.model import Story
    from game.story.shelf import Shelved
    from game.ui.live import Live
    from game.ui.preferences import Preferences
    from game.ui.readers import Readers
    from game.ui.sitting import Sitting
    from game.ui.window import Window

SavesOf = Callable[["Story"], "Saves"]
"""Where a story's saves are."""

__all__ = ["choose_story", "display_available", "play_window", "watch_window", "why_no_display"]


class NoDisplay(Exception):
    """No window can be opened; the message says why."""


def play_window(  # noqa: PLR0913 - all but two by name
    story: Story,
    playthrough: Playthrough,
    autosave: Callable[[Playthrough], None],
    *,
    resumed: bool,
    folder: Path | None = None,
    notice: str = "",
    settings: Path | None = None,
    saves: SavesOf | None = None,
) -> int:
    """Play a story in a window until it is closed, and return the exit code.

    `autosave` is called after every choice; what it raises (`SaveError`, `OSError`) is told to the
    player and stops nothing. `resumed` says that the playthrough is one to go on with. `folder` is
    the story's own, for its pictures; `notice` is told on the title. `settings` is the file of the
    player's settings: where there is none yet, they are asked for first, and without the name of
    one they last as long as the window. With `saves` a player can save and load. Raises
    `NoDisplay`.
    """
    _open()
    from game.ui.preferences import Preferences
    from game.ui.sitting import Sitting

    sitting = Sitting(story, playthrough, autosave, notice)
    preferences = Preferences(settings)
    result = _play(sitting, folder, None, preferences, saves, resumed=resumed)
    return result if isinstance(result, int) else 0


def watch_window(
    live: Live,
    playthrough: Playthrough,
    autosave: Callable[[Playthrough], None],
    *,
    folder: Path,
    notice: str = "",
    settings: Path | None = None,
    saves: SavesOf | None = None,
) -> None:
    """Play a story that `live` brings into the window anew at every save, until it is closed.

    The playthrough's own story is the one that is played first. `settings` as for `play_window`,
    but an author who has never played is not asked for them. Raises `NoDisplay`.
    """
    _open()
    from game.ui.preferences import Preferences
    from game.ui.sitting import Sitting

    sitting = Sitting(playthrough.program.story, playthrough, autosave, notice)
    preferences = Preferences(settings)
    preferences.first_run = False
    _play(sitting, folder, live, preferences, saves, resumed=bool(playthrough.choices))


def _play(
    sitting: Sitting,
    folder: Path | None,
    live: Live | None,
    preferences: Preferences,
    saves: SavesOf | None,
    *,
    resumed: bool,
) -> object:
    """Show the title and whatever follows; what the window was left with."""
    from game.ui.pictures import Pictures

    pictures = Pictures(sitting.story, folder)
    if sitting.story.cover is not None:
        pictures.expect(sitting.story.cover)
    # While that is decoded.
    from game.ui import wording
    from game.ui.camera import give_saves
    from game.ui.screens.title import TitleScreen
    from game.ui.window import Window

    sitting.folder, sitting.refused = pictures.folder, pictures.refused
    title = wording.WINDOW_TITLE.format(story=sitting.story.title)
    camera = None if saves is None else give_saves(sitting, saves)
    try:
        first = TitleScreen(sitting, resumed=resumed)
        readers = _readers(pictures.describe)
        window = Window(first, pictures.get, title, preferences=preferences, readers=readers)
        window.camera, window.ahead.prepare = camera, pictures.prepare
        window.language = sitting.story.language
        window.opened = lambda: _tune_in(window, sitting, folder)
        if live is not None:
            live.attach(window, sitting, pictures)
        return window.run()
    finally:
        if camera is not None:
            camera.close()
        sitting.noting.close(sitting.playthrough)
        _close()


def choose_story(
    shelved: Sequence[Shelved],
    *,
    left_off: Callable[[Shelved], str | None] = lambda _: None,
    settings: Path | None = None,
) -> Path | None:
    """Show the shelf; the path of the story that was taken, or None if the window was closed.

    `left_off` tells what is known of the place to go on from in a story, None where it was not
    begun; `settings` as for `play_window`.
    The window stays open when a story was taken, for `play_window` to go on in. Raises `NoDisplay`.
    """
    _open()
    from game.ui import wording
    from game.ui.picture_files import PictureFiles, covered
    from game.ui.preferences import Preferences
    from game.ui.screens.shelf import ShelfScreen
    from game.ui.window import Window

    result = None
    try:
        first, preferences = ShelfScreen(shelved, left_off), Preferences(settings)
        posters = PictureFiles(covered)
        window = Window(
            first, posters.get, wording.GAME, preferences=preferences, readers=_readers()
        )
        window.opened = lambda: _tune_in(window, None, None)
        result = window.run()
    finally:
        if result is None:
            _close()
    return result if isinstance(result, Path) else None


def _tune_in(window: Window, sitting: Sitting | None, folder: Path | None) -> None:
    """Let the window be heard. Imported when it is seen: nobody waits for sound to read."""
    from game.ui.soundtrack import Soundtrack

    window.listen(Soundtrack(window.desk.preferences, sitting, folder))


def _readers(describe: Callable[[str], str] = lambda _: "") -> Callable[[], Readers]:
    """Makes what tells the screen readers, once there is time for it."""

    def make() -> Readers:
        from game.ui.readers import Readers

        return Readers(describe)

    return make


def _close() -> None:
    """Close the window, and let go of who listens to it."""
    from game.ui.readers import close
    from game.ui.soundtrack import fall_silent

    close()
    close_display()
    fall_silent()


def _open() -> None:
    why = why_no_display()
    if why is not None:
        raise NoDisplay(why)
