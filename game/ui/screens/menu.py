"""The pause: what can be done besides playing, and the keys."""

from __future__ import annotations

from collections.abc import Callable

from game.ui import wording, words_about, words_keys, words_seen, words_sound
from game.ui.blocks import BarEntry, Block, Offer, Pair, Para, Title
from game.ui.broadside import Broadside, lay_out
from game.ui.compositor import Compositor
from game.ui.page import Control, Page
from game.ui.screen import Become, Close, Leave, Open, Screen, Turn, sheet_bar
from game.ui.screens import later
from game.ui.screens.saving import saves_offers, saves_turn
from game.ui.sitting import Sitting

_DIGITS = 9


class MenuScreen(Screen):
    """Laid over the story by Esc."""

    def __init__(self, sitting: Sitting) -> None:
        self._sitting = sitting

    def page(self, comp: Compositor) -> Page:
        """The screen laid out."""
        blocks = _help(comp)
        offers = (
            Offer("close", wording.RESUME),
            *saves_offers(self._sitting),
            Offer("backlog", wording.BACKLOG_TITLE),
            Offer("notes", wording.NOTES_TITLE),
            Offer("know", wording.KNOW_TITLE),
            Offer("map", words_seen.MAP),
            Offer("skip", words_seen.SKIP),
            Offer("restart", wording.RESTART),
            Offer("settings", wording.SETTINGS),
            # In the bar it is the first to go where there is no room.
            *((Offer("picture", wording.PICTURE_TITLE),) if self._sitting.view.picture else ()),
            Offer("about", words_about.ABOUT_STORY),
            Offer("quit", wording.QUIT_SAVED),
        )
        numbered = tuple(
            offer._replace(number=n if n <= _DIGITS else 0) for n, offer in enumerate(offers, 1)
        )
        bar = (*sheet_bar(), BarEntry("mute", words_sound.MUTE, words_sound.MUTE_KEY, 2))
        sheet = Broadside(tuple(blocks), numbered, bar, wording.MENU_TITLE, scenery="pause")
        return lay_out(sheet, comp)

    def start(self, page: Page) -> Control | None:
        """What the pause is for, wherever it stands: the keys can be read after that."""
        return page.control("close")

    def command(self, command: str) -> Turn:
        """One of the offers."""
        match command:
            case _ if command in _OPENS and (command != "picture" or self._sitting.view.picture):
                return Open(_OPENS[command](self._sitting))
            case "skip":
                return self._skip()
            case "quit":
                return Leave(0)
            case _:
                return saves_turn(self._sitting, command, super().command(command))

    def _skip(self) -> Turn:
        """Take up the play where it is, and skip there; what has to be asked is asked here."""
        from game.ui.screens.play import PlayScreen  # which opens this screen

        play = PlayScreen(self._sitting)
        play.preferences = self.preferences
        turn = play.skip()
        return turn if isinstance(turn, Open) else Become(play)


def _help(comp: Compositor) -> tuple[Block, ...]:
    """What the keys do, or the buttons of the pad that is in use."""
    pad = comp.caps.device == "pad"
    blocks: list[Block] = [Title(words_keys.PAD_HELP_TITLE if pad else wording.HELP_TITLE)]
    for keys, meaning in words_keys.PAD_HELP_LINES if pad else wording.HELP_LINES:
        if comp.caps.reaches(keys):
            blocks.append(Pair(comp.caps.fill(keys), meaning))
    return tuple(blocks)


class SureScreen(Screen):
    """Asks before a playthrough is left."""

    def __init__(self, sitting: Sitting) -> None:
        self._sitting = sitting

    def page(self, comp: Compositor) -> Page:
        """The screen laid out."""
        offers = (Offer("no", wording.SURE_NO, 1), Offer("yes", wording.SURE_YES, 2))
        blocks = (Title(wording.SURE_TITLE), Para(wording.SURE))
        return lay_out(Broadside(blocks, offers, sheet_bar(), scenery="pause"), comp)

    def command(self, command: str) -> Turn:
        """Yes or no."""
        if command == "yes":
            from game.ui.screens.play import PlayScreen  # which opens this screen

            self._sitting.restart()
            return Become(PlayScreen(self._sitting))
        return Close() if command == "no" else super().command(command)


_OPENS: dict[str, Callable[[Sitting], Screen]] = {
    "backlog": later.backlog,
    "notes": later.notes,
    "know": later.know,
    "picture": later.picture,
    "about": later.about,
    "credits": later.credits_of,
    "map": later.route_map,
    "endings": later.endings,
    "restart": SureScreen,
}
"""What the pause lays over itself."""
