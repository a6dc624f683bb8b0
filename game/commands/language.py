"""Speaking to a player, on the command line, in the language that they have set in the window.

What is said to authors, about stories, commands and files, stays English, and so does JSON.
"""

from __future__ import annotations

from game import places
from game.translation import use


def speak() -> None:
    """Speak the player's language from now on: the one that is set, or the system's."""
    from game.ui.settings_file import read_settings

    use(read_settings(places.settings()).language)
