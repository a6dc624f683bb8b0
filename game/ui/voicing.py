"""Self-voicing: says what is new on the desk since the last look at it.

It looks once whenever the window has answered what happened, before it draws, and compares. So no
screen knows that it is heard, and whatever brings something new, it is said.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from typing import NamedTuple
from weakref import WeakKeyDictionary

from game.speech.backend import Backend, Lack, open_backend
from game.speech.voice import Voice
from game.ui import wording, words_aloud
from game.ui.desk import Desk
from game.ui.page import Page
from game.ui.reading import LASTING, Piece, name_of, of_foot, pieces, setting_said, with_keys
from game.ui.screen import Screen
from game.ui.scrolling import MORE
from game.ui.settings import CHOICES, Name, Settings

_LATEST = 700
"""Characters of the end of a long page that are said at first, where it opens at its end."""


class _Heard(NamedTuple):
    """A screen as it was last said."""

    leaf: object
    pieces: tuple[Piece, ...]


class _Seen(NamedTuple):
    """The desk as it was at the last look."""

    screen: Screen
    page: Page
    hot: str | None
    scroll: int
    settings: Settings
    resting: bool


class Voicing:
    """Says what a desk shows, in the language that `language` names then.

    `failed` is called, on another thread, if nothing can be said.
    """

    def __init__(
        self,
        desk: Desk,
        language: Callable[[], str],
        failed: Callable[[Lack], None],
        open_: Callable[[], Backend] | None = None,
    ) -> None:
        self._desk = desk
        self._language = language
        self._open = open_ or open_backend
        self._failed = failed
        self.voice = Voice(self._open, failed)
        self._on = False
        self._greeting = ""
        self._seen: _Seen | None = None
        self._heard: WeakKeyDictionary[Screen, _Heard] = WeakKeyDictionary()

    def switch(self, *, on: bool, greet: bool) -> None:
        """Speak from now on, or no more; with `greet` this itself is told."""
        if on == self._on:
            return
        self._on = on
        self._seen = None
        self._heard.clear()
        self._greeting = words_aloud.SPEECH_ON if on and greet else ""
        if on and self.voice.dead:  # something may have been started since
            self.voice = Voice(self._open, self._failed)
        elif not on:
            self.voice.say(words_aloud.SPEECH_OFF)

    def silence(self) -> None:
        """Be silent until there is something new."""
        self.voice.stop()

    def repeat(self) -> None:
        """Say the whole screen again, and where the focus is."""
        if not self._on:
            return
        page, hot = self._desk.page, self._desk.hot
        texts = _texts(self._pieces(page))
        self._say([*texts, *self._here(page, hot, texts)])

    def close(self) -> None:
        """Fall silent for good."""
        self.voice.close()

    def look(self, *, acted: bool) -> None:
        """Say what is new. `acted`: it is because the player has done something."""
        if not self._on or self._desk.done or self.voice.dead:
            return
        desk, seen = self._desk, self._seen
        page, hot = desk.page, desk.hot
        now = _Seen(
            desk.screen,
            page,
            hot,
            desk.scroll,
            desk.preferences.now,
            desk.screen.resting is not None,
        )
        if seen is not None and now.page is seen.page and now[2:5] == seen[2:5]:
            return
        self._seen = now
        self.voice.rate = now.settings.rate - 3
        before = self._heard.get(now.screen)
        said = self._pieces(page)
        self._heard[now.screen] = _Heard(now.screen.leaf, said)
        changed = () if seen is None else self._changed(seen.settings, now.settings)
        if seen is None or before is None or before.leaf != now.screen.leaf:
            self._arrive(now, said, before, changed)
        elif seen.screen is not now.screen:
            self._return(now, said, before, changed)
        else:
            self._go_on(seen, now, _new(before.pieces, said), changed, acted=acted)

    # -- what there is to say

    def _pieces(self, page: Page) -> tuple[Piece, ...]:
        said = pieces(with_keys(page, self._desk.caps).source, pictures=self._desk.look.pictures)
        return (*said, *of_foot(self._desk.foot()))

    def _name(self, page: Page, control: str) -> str:
        return name_of(with_keys(page, self._desk.caps), control)

    def _arrive(
        self,
        now: _Seen,
        said: tuple[Piece, ...],
        before: _Heard | None,
        changed: Sequence[str],
    ) -> None:
        """There is something new to read: all of it, but for a place that is still the same."""
        known = () if before is None else before.pieces
        told = [p for p in said if p.kind not in LASTING or p not in known]
        texts = _latest(told) if now.screen.at_end else _texts(told)
        greeting, self._greeting = self._greeting, ""
        self._say([greeting, *changed, *texts, *self._here(now.page, now.hot, texts)])

    def _return(
        self, now: _Seen, said: tuple[Piece, ...], before: _Heard, changed: Sequence[str]
    ) -> None:
        """A sheet was taken off: where one is again, and what is new there."""
        head = [p.text for p in said if p.kind in ("place", "text")][:1]
        new = [text for text in _new(before.pieces, said) if text not in (*head, *changed)]
        at = [] if now.hot is None else [self._name(now.page, now.hot)]
        self._say([*changed, *head, *new, *(text for text in at if text not in new)])

    def _go_on(
        self, seen: _Seen, now: _Seen, new: Sequence[str], changed: Sequence[str], *, acted: bool
    ) -> None:
        """The same screen: what stands there only now, and where the focus went."""
        new = [*changed, *(text for text in new if text not in changed)]
        if now.settings.rate != seen.settings.rate:
            new.append(wording.SAMPLE)
        at = []
        turned = now.hot == MORE and now.scroll != seen.scroll
        if now.hot is not None and (now.hot != seen.hot or turned):
            at = [text for text in (self._name(now.page, now.hot),) if text not in new]
        # Hands go up faster than they are told: each waits for the one before, as does what comes
        # by itself while one listens.
        interrupt = not seen.resting and (acted or not new)
        self._say([*new, *at], interrupt=interrupt)

    def _changed(self, before: Settings, now: Settings) -> list[str]:
        return [_setting(name, now) for name in CHOICES if before.value(name) != now.value(name)]

    def _here(self, page: Page, hot: str | None, told: Sequence[str]) -> list[str]:
        """The control that has the focus, unless it is the first, or was named last of all."""
        first = next((control.id for control in page.controls if control.main), None)
        if hot is None or hot in (MORE, first):
            return []
        name = self._name(page, hot)
        return [] if name in told[-1:] else [words_aloud.SPEECH_HERE.format(control=name)]

    def _say(self, texts: Sequence[str], *, interrupt: bool = True) -> None:
        text = "\n".join(filter(None, texts))
        self.voice.say(text, self._language(), interrupt=interrupt)


def _texts(said: Sequence[Piece]) -> list[str]:
    return [piece.text for piece in said]


def _latest(said: Sequence[Piece]) -> list[str]:
    """The title, the end of the text, and what can be done."""
    texts = [n for n, piece in enumerate(said) if piece.kind == "text"]
    room, first = _LATEST, len(said)
    for n in reversed(texts):
        room -= len(said[n].text)
        if room < 0 and first < len(said):
            break
        first = n
    left_out = set(texts[: texts.index(first)]) if first in texts else set()
    told = [piece.text for n, piece in enumerate(said) if n not in left_out]
    if left_out:
        place = sum(piece.kind == "place" for piece in said)
        told.insert(place, words_aloud.SPEECH_LATEST)
    return told


def _new(before: Sequence[Piece], now: Sequence[Piece]) -> list[str]:
    """What was not there before, in reading order."""
    left = Counter(before)
    new = []
    for piece in now:
        if left[piece]:
            left[piece] -= 1
        else:
            new.append(piece.text)
    return new


def _setting(name: Name, now: Settings) -> str:
    """A setting as it is now, in the words that its row has."""
    words, values = wording.VALUE[name], CHOICES[name]
    chosen = values.index(now.value(name))
    return setting_said(wording.SETTING[name], [words[value] for value in values], chosen)
