"""`one-out play`, and `one-out` alone: in a window, in the terminal, or from a list of choices."""

from __future__ import annotations

import gc
import sys
from pathlib import Path

from game import places
from game.commands import OK, PROBLEM, USAGE, RefusedError, reports
from game.commands.language import speak
from game.play.playthrough import Playthrough
from game.play.program import Program
from game.play.saves import Loaded, Saves, left_off
from game.story.diagnostics import StoryError
from game.story.load import open_story
from game.story.model import Story
from game.story.shelf import find, shelf
from game.terminal import words
from game.terminal.paper import Paper


def run(
    out: Paper, *, story: str | None, choices: str | None, in_terminal: bool, anew: bool
) -> int:
    """Play `story`, or one that the player chooses."""
    speak()
    if choices is not None:
        gc.enable()
        if story is None:
            raise RefusedError("`--choices` needs a story: one-out play STORY --choices 1,2", USAGE)
        return _transcript(out, _open(_found(story)), choices)
    path = None if story is None else _found(story)
    if not in_terminal and _display(out):
        return _in_window(path, anew=anew)
    gc.enable()
    return _in_terminal(out, path, anew=anew)


def _found(name: str) -> Path:
    try:
        return find(name)
    except StoryError as why:
        raise reports.not_found(why) from None


def _open(path: Path) -> Story:
    try:
        return open_story(path)
    except StoryError as why:
        raise reports.not_playable(why) from None


def _transcript(out: Paper, story: Story, choices: str) -> int:
    from game.terminal.transcript import transcript

    picks = [word for word in map(str.strip, choices.split(",")) if word]
    stopped = transcript(Playthrough(Program(story)), picks, out)
    if stopped is not None:
        raise RefusedError(stopped, PROBLEM)
    return OK


def _in_terminal(out: Paper, path: Path | None, *, anew: bool) -> int:
    from game.play.seen_file import SeenFile
    from game.terminal.chooser import choose
    from game.terminal.noting import Noting
    from game.terminal.player import TerminalPlayer
    from game.terminal.reader import Reader

    reader = Reader(sys.stdin)
    if path is None:
        path = choose(shelf(), out, reader)
        if path is None:
            return OK
    saves, loaded = _resumed(_open(path), anew=anew)
    seen = SeenFile(saves.story, saves.folder)
    noting = Noting(seen, loaded.playthrough)

    def autosave(playthrough: Playthrough) -> None:
        noting.note(playthrough)
        saves.autosave(playthrough)

    TerminalPlayer(loaded.playthrough, autosave, out, reader).play(
        resumed=bool(loaded.playthrough.choices), notices=loaded.notices
    )
    seen.write()
    return OK


def _resumed(story: Story, *, anew: bool, named_later: bool = False) -> tuple[Saves, Loaded]:
    program = Program(story)
    saves = Saves(places.saves(), story, named_later=named_later)
    loaded = None if anew else saves.load_auto(program)
    return saves, loaded or Loaded(Playthrough(program), ())


def _display(out: Paper) -> bool:
    """Whether a window can be opened. Says so if not."""
    from game.ui import why_no_display

    why = why_no_display()
    if why is not None:
        out.say(words.IN_TERMINAL.format(why=why))
    return why is None


def _in_window(path: Path | None, *, anew: bool) -> int:
    from game.ui import choose_story, play_window

    if path is None:
        path = choose_story(
            shelf(),
            left_off=lambda story: left_off(places.saves(), story.id),
            settings=places.settings(),
        )
        if path is None:
            return OK
    story = _open(path)
    saves, loaded = _resumed(story, anew=anew, named_later=True)
    return play_window(
        story,
        loaded.playthrough,
        saves.autosave,
        resumed=bool(loaded.playthrough.choices),
        folder=path if path.is_dir() else path.parent,
        notice="\n".join(loaded.notices),
        settings=places.settings(),
        saves=lambda of: Saves(places.saves(), of, named_later=True),
    )
