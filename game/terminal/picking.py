"""Which option somebody means by a word: its number, its id, or the end of its id."""

from __future__ import annotations

from game.play.view import Option, View
from game.terminal import words


class NotOfferedError(Exception):
    """The word is none of this screen's options that can be taken. The message says which are."""


def pick(view: View, word: str) -> Option:
    """The option of this screen that `word` means. Raises NotOfferedError.

    `2` is the second of the options that can be taken, `smoko/ask_roy` an id, `ask_roy` its end.
    """
    if word.isdecimal() and len(word) < 4:
        number = int(word)
        if 1 <= number <= len(view.numbered):
            return view.numbered[number - 1]
        raise NotOfferedError(words.NO_NUMBER.format(number=number, offered=_offered(view)))
    for option in view.options:
        if word in (option.id, option.id.rpartition("/")[2]):
            if option.locked is not None:
                why = words.IS_LOCKED.format(word=word, why=option.locked, offered=_offered(view))
                raise NotOfferedError(why)
            return option
    raise NotOfferedError(words.NOT_OFFERED.format(word=word, offered=_offered(view)))


def _offered(view: View) -> str:
    if view.ending is not None:
        return words.HAS_ENDED
    numbers = {option.id: f"{n}, " for n, option in enumerate(view.numbered, start=1)}
    offered = "; ".join(
        f"{numbers.get(option.id, '')}{option.id} ({option.text})"
        for option in view.options
        if option.available
    )
    return words.OFFERED.format(options=offered) if offered else words.NOTHING_OFFERED
