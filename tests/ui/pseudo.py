"""A language that nobody speaks: each text 40% longer, in accented letters, between brackets.

What is English on a screen in this language was never translated, and what does not stand in it
will not stand in some other language either. The story is put into letters of its own as well, so
that its words are told apart from the game's.
"""

from __future__ import annotations

import io
import math
import re
from collections.abc import Mapping
from functools import cache
from gettext import GNUTranslations
from typing import Any

from game.story.model import Source, Story
from tests.catalogues import catalogues
from tests.ui.pilot import rope

LONGER = 1.4
CODE = "xx"

_OURS = str.maketrans("aeiouyAEIOUY", "àéîõüÿÂÈÍÖÛÝ")
_STORYS = str.maketrans("aeiouyAEIOUY", "0123450123450"[:12])
_PARTS = re.compile(r"(\{[^}]*\}|\s+)")
ENGLISH = re.compile(r"[aeiouyAEIOUY]")
"""A letter that neither the game nor its story has in this language."""

_TEXTS = {
    *("text", "otherwise", "locked", "motion", "title", "debrief", "why", "place", "when", "name"),
    *("about", "description", "caption", "words", "player", "summary", "content_notes", "against"),
    *("questions", "role", "who", "stop"),
}
"""The fields of a story that are read. A `place` in its files is no text."""


def pseudo(text: str) -> str:
    """The text in this language. What stands in braces stays.

    >>> pseudo("Saved in {slot}")
    '[Sàvédsàvé îõîõ {slot}]'
    """
    parts = _PARTS.split(text)
    if not any(_is_word(part) for part in parts):
        return f"[{text}]"
    least = math.ceil(len(text) * LONGER)
    share = 0.0
    longer = ""
    while len(longer) < least:
        share += 0.1
        longer = "[" + "".join(_longer(part, share) for part in parts) + "]"
    return longer


def _is_word(part: str) -> bool:
    return bool(part) and not part.startswith("{") and not part.isspace()


def _longer(part: str, share: float) -> str:
    if not _is_word(part):
        return part
    more = math.ceil(len(part) * share)
    tail = (part.lower() * (more // len(part) + 1))[:more]
    return (part + tail).translate(_OURS)


@cache
def catalogue() -> GNUTranslations:
    """The catalogue of this language, made of every text there is, as a real one is made."""
    made = catalogues.template()
    made.locale, made.fuzzy = "en", False
    for message in made:
        if message.id:
            forms = message.id
            message.string = (
                pseudo(forms) if isinstance(forms, str) else tuple(pseudo(form) for form in forms)
            )
    return GNUTranslations(io.BytesIO(catalogues.as_mo(made)))


@cache
def marked_story() -> Story:
    """The story of the window's tests with digits for its vowels."""
    story: Story = _marked(rope(notes=True), "")
    return story


def _marked(value: Any, field: str) -> Any:
    if isinstance(value, str):
        return value.translate(_STORYS) if field in _TEXTS else value
    if isinstance(value, Mapping):
        return {key: _marked(part, field) for key, part in value.items()}
    if isinstance(value, tuple) and hasattr(value, "_fields"):
        parts = zip(value._fields, value, strict=True)
        # The kind of a source is any word an author likes; other kinds are the program's.
        free = {"kind": "text"} if isinstance(value, Source) else {}
        return type(value)(*(_marked(part, free.get(name, name)) for name, part in parts))
    if isinstance(value, tuple):
        return tuple(_marked(part, field) for part in value)
    return value


def english(text: str, *allowed: str) -> list[str]:
    """The words in it that are neither the game's nor the story's, nor in what is `allowed`."""
    around = "[](),.:"
    fine = {word.strip(around) for words in allowed for word in words.split()}
    words = [word.strip(around) for word in text.split()]
    return [word for word in words if len(word) > 1 and ENGLISH.search(word) and word not in fine]
