"""The language that the game itself speaks: its catalogues, and the words of the moment.

What players read stands in the modules named in `MODULES`, in English, as upper-case constants:
texts, and tuples and mappings of them. A change of language puts the translated texts in their
places, so that `wording.X` costs what any name costs and needs no mark. Hence nobody keeps a copy:
a text is looked up when a page is built. Catalogues are those of GNU gettext; `docs/translating.md`
says how they are made. Texts run from left to right: nothing here turns a line round.
"""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Iterable, Mapping
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Literal, NamedTuple

if TYPE_CHECKING:
    from gettext import NullTranslations

Language = Literal["en", "de", "fr"]
LANGUAGES: Mapping[Language, str] = {"en": "English", "de": "Deutsch", "fr": "Français"}
"""What there are catalogues for, by their codes in ISO 639, each with its own name for itself."""

MODULES = (
    "game.audio.words",
    "game.play.words",
    "game.debrief.words",
    "game.terminal.words",
    "game.ui.wording",
    "game.ui.words_about",
    "game.ui.words_aloud",
    "game.ui.words_keys",
    "game.ui.words_seen",
    "game.ui.words_sound",
)
"""Where the words stand. They are loaded, all of them, when a language other than English is."""

_FOLDER = Path(__file__).parent / "locale"
_PERCENT = re.compile(r"\d+%")
_VARIABLES = ("LC_ALL", "LC_MESSAGES", "LANG")

_catalogue: NullTranslations | None = None
_language = "en"
_english: dict[str, dict[str, object]] = {}
"""The English constants of each module, from the first time they were replaced."""


class Plural(NamedTuple):
    """A text that goes with a number, called `count` in it, in the plural forms of English.

    >>> Plural("1 choice", "{count} choices").of(3)
    '3 choices'
    """

    one: str
    many: str

    def of(self, count: int, **others: object) -> str:
        """The text in the form for `count`, whatever `others` it names filled in."""
        if _catalogue is None:
            text = self.one if count == 1 else self.many
        else:
            text = _catalogue.ngettext(self.one, self.many, count)
        return text.format(count=count, **others)


def language() -> str:
    """The code of the language that is spoken now."""
    return _language


def use(wanted: str) -> None:
    """Speak one of `LANGUAGES` from now on, or for "system" the one the system is set to.

    Anything else, and a catalogue that cannot be read, is English.
    """
    code = system_language() if wanted == "system" else wanted
    if code == _language:
        return
    if code == "en" or code not in LANGUAGES:
        use_catalogue("en", None)
        return
    from gettext import GNUTranslations  # which nobody needs for English
    from struct import error as cut_short

    try:
        with (_FOLDER / f"{code}.mo").open("rb") as file:
            catalogue = GNUTranslations(file)
    except (OSError, ValueError, LookupError, cut_short):
        use_catalogue("en", None)
    else:
        use_catalogue(code, catalogue)


def use_catalogue(code: str, catalogue: NullTranslations | None) -> None:
    """Speak the language with that code out of a catalogue; without one, English as written."""
    global _catalogue, _language
    if catalogue is not None and not _english:
        modules = [import_module(name) for name in MODULES]
        _english.update({module.__name__: constants(vars(module)) for module in modules})
    _catalogue, _language = catalogue, code
    for name, texts in _english.items():
        vars(sys.modules[name]).update({key: _said(key, text) for key, text in texts.items()})


def constants(names: Mapping[str, object]) -> dict[str, object]:
    """Those of a module's names that are constants with words: texts, or tuples and mappings."""
    found = (name for name, value in names.items() if isinstance(value, (str, tuple, Mapping)))
    return {name: names[name] for name in found if name.isupper() and not name.startswith("_")}


def _said(name: str, value: object) -> object:
    """What a constant holds in the present language."""
    if isinstance(value, str):
        return _text(name, value)
    if isinstance(value, Mapping):
        return {key: _said(name, text) for key, text in value.items()}
    if type(value) is tuple:  # a Plural is asked when its number is known
        return tuple(_said(name, text) for text in value)
    return value


def _text(name: str, text: str) -> str:
    if _catalogue is None or not text:
        return text
    if _PERCENT.fullmatch(text):
        return _catalogue.gettext("{number}%").format(number=text[:-1])
    own = _catalogue.pgettext(name, text)
    return own if own != text else _catalogue.gettext(text)


def system_language() -> Language:
    """The first of the system's languages that there is a catalogue for, else English.

    The environment's variables are read as GNU gettext reads them (its manual, section 2.3), the
    settings of Windows and macOS where there are none.
    """
    named = next((value for name in _VARIABLES if (value := os.environ.get(name))), "")
    if named.partition(".")[0] in ("C", "POSIX"):
        return "en"
    several = [*os.environ.get("LANGUAGE", "").split(":"), named]
    wanted = list(filter(None, several)) or _platform_languages()
    codes = (re.split(r"[_.@-]", name, maxsplit=1)[0].lower() for name in wanted)
    return next((code for wanted in codes for code in LANGUAGES if code == wanted), "en")


def _platform_languages() -> Iterable[str]:
    """The languages in the order that the user of this system likes them, as far as it tells."""
    if sys.platform == "win32":
        import ctypes
        import locale

        number = ctypes.windll.kernel32.GetUserDefaultUILanguage()
        return [locale.windows_locale.get(number, "")]
    if sys.platform == "darwin":
        import plistlib

        settings = Path.home() / "Library/Preferences/.GlobalPreferences.plist"
        try:
            with settings.open("rb") as file:
                found = plistlib.load(file).get("AppleLanguages", [])
        except (OSError, ValueError):
            return []
        return [name for name in found if isinstance(name, str)]
    return []
