"""Plays a story in the terminal, asking for every choice."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from game.play.acts import ended_act
from game.play.playthrough import Playthrough
from game.play.save_file import SaveError
from game.play.screen import RangeFault
from game.play.view import View
from game.terminal import pages, words
from game.terminal.paper import Paper
from game.terminal.picking import NotOfferedError, pick
from game.terminal.reader import Reader

Autosave = Callable[[Playthrough], None]
"""Keeps a playthrough; raises SaveError if it cannot."""


class TerminalPlayer:
    """One sitting at the terminal."""

    def __init__(
        self, playthrough: Playthrough, autosave: Autosave, paper: Paper, reader: Reader
    ) -> None:
        self._playthrough = playthrough
        self._autosave = autosave
        self._paper = paper
        self._reader = reader
        self._shown: View | None = None
        self._trouble = ""

    def play(self, *, resumed: bool, notices: Sequence[str] = ()) -> None:
        """Play until the player leaves: by `q`, Ctrl-C, or because input or output has ended.

        `notices` are said first. `resumed` leaves the opening out.
        """
        try:
            self._begin(notices, resumed=resumed)
            while self._turn():
                pass
        except KeyboardInterrupt:
            self._paper.line()
            self._farewell()
        self._paper.flush()

    def _begin(self, notices: Sequence[str], *, resumed: bool) -> None:
        story = self._playthrough.program.story
        for notice in notices:
            self._paper.say(notice)
        if resumed:
            self._paper.heading(words.RESUMED.format(story=story.title))
        else:
            pages.opening(self._paper, story)
        self._paper.gap()
        self._paper.say(words.HOW)
        self._show()

    def _turn(self) -> bool:
        """Ask once and do it. False if the player leaves."""
        word = self._reader.ask(self._paper, self._prompt())
        if word is None or word.lower() in ("q", "quit", "exit"):
            self._farewell()
            return False
        self._do(word)
        return not self._paper.closed

    def _do(self, word: str) -> None:
        action = self._keys().get(word.lower())
        if action is not None:
            action()
        else:
            self._choose(word)

    def _keys(self) -> dict[str, Callable[[], None]]:
        """What the letters do on the present screen."""
        paper, view = self._paper, self._playthrough.view
        story = self._playthrough.program.story
        keys: dict[str, Callable[[], None]] = {
            "": self._enter,
            "h": self._help,
            "help": self._help,
            "?": self._help,
            "b": self._back,
            "l": self._backlog,
            "n": lambda: pages.margin_notes(paper, story, view),
            "k": lambda: pages.known(paper, view),
            "s": lambda: self._choose("skip"),
            "c": lambda: pages.credits_page(paper, story),
        }
        if view.ending is not None:
            keys["r"] = lambda: pages.record(paper, story)
            keys["a"] = self._again
        return keys

    def _enter(self) -> None:
        view = self._playthrough.view
        if _counted(view):
            self._choose("1")
        else:
            self._show(again=True)

    def _help(self) -> None:
        self._paper.gap()
        self._paper.say(words.HELP)
        self._paper.gap()

    def _backlog(self) -> None:
        pages.backlog(self._paper, self._playthrough.program.story, self._playthrough.backlog())
        self._shown = None
        self._show()

    def _choose(self, word: str) -> None:
        before = self._playthrough.view
        try:
            self._playthrough.choose(pick(before, word).id)
        except NotOfferedError as why:
            self._paper.say(f"{str(why)[0].upper()}{str(why)[1:]} {words.FOR_HELP}")
        except RangeFault as why:
            pages.fault(self._paper, why.fault)
        else:
            self._keep()
            ended = ended_act(self._playthrough.program.story, before, self._playthrough.view)
            if ended is not None:
                pages.act_ends(self._paper, ended)
            self._show()

    def _back(self) -> None:
        try:
            self._playthrough.rollback()
        except ValueError:
            self._paper.say(words.FIRST_SCREEN)
        else:
            self._keep()
            self._shown = None
            self._show()

    def _again(self) -> None:
        self._playthrough = Playthrough(self._playthrough.program)
        self._keep()
        self._shown = None
        self._show()

    def _keep(self) -> None:
        """Save. Trouble is told once, not at every choice, and never stops the play."""
        try:
            self._autosave(self._playthrough)
            self._trouble = ""
        except SaveError as why:
            if str(why) != self._trouble:
                self._trouble = str(why)
                self._paper.gap()
                self._paper.say(self._trouble)

    def _show(self, *, again: bool = False) -> None:
        view = self._playthrough.view
        pages.screen(
            self._paper, self._playthrough.program.story, view, view if again else self._shown
        )
        pages.options(self._paper, view)
        self._shown = view

    def _prompt(self) -> str:
        """The keys that do something here, the unusual ones only."""
        view = self._playthrough.view
        numbers = len(view.numbered)
        keys = ["1" if numbers == 1 else f"1-{numbers}"] if numbers else []
        keys += [words.ENTER] if _counted(view) else []
        if view.ending is not None:
            keys += [words.RECORD_KEY, words.AGAIN_KEY, words.QUIT_KEY]
        if view.fault is not None:
            keys += [words.BACK_KEY, words.QUIT_KEY]
        keys += [words.NOTES_KEY] if view.notes else []
        keys += [words.KNOW_KEY] if view.know else []
        return f"({', '.join(keys)}) "

    def _farewell(self) -> None:
        if self._trouble:
            self._paper.say(words.NOT_ALL_SAVED)
        elif self._playthrough.choices:
            self._paper.say(words.SAVED)
        else:
            self._paper.say(words.NOTHING_TO_SAVE)


def _counted(view: View) -> bool:
    """Whether a vote has been counted, which leaves nothing to decide."""
    return [option.kind for option in view.numbered] == ["result"]
