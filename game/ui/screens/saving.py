"""What the title, the story and the pause do with its saves, where there are any."""

from __future__ import annotations

from game.ui import wording
from game.ui.blocks import Offer
from game.ui.screen import Become, Open, Show, Turn
from game.ui.sitting import Sitting


def saves_offers(sitting: Sitting) -> tuple[Offer, ...]:
    """To save and to load, where there are saves to do it with."""
    if sitting.keeping is None:
        return ()
    return Offer("save", wording.SAVE_TITLE), Offer("load", wording.LOAD_TITLE)


def saves_turn(sitting: Sitting, command: str, usual: Turn, *, playing: bool = True) -> Turn:
    """Lay the saves over the story or its title, if that is the command and there are any."""
    if sitting.keeping is None or command not in ("save", "load"):
        return usual
    from game.ui.screens.saves import SavesScreen  # which no first picture needs

    saving = command == "save"
    return Open(SavesScreen(sitting, sitting.keeping, saving=saving, playing=playing))


def quick_turn(sitting: Sitting, command: str, usual: Turn) -> Turn:
    """Save or load quickly, if that is the command and there are saves to do it with."""
    from game.ui.screens.play import PlayScreen  # which does this

    if sitting.keeping is None or command not in ("quick_save", "quick_load"):
        return usual
    if command == "quick_save":
        sitting.keeping.quick_save()
        return Show()
    return Become(PlayScreen(sitting)) if sitting.keeping.quick_load() else Show()
