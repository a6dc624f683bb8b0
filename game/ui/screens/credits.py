"""Credits and sources: who made a story and what it rests on, and what the game is made of.

Addresses of pages are words like others: the game opens no browser.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from game import __version__
from game.story.model import Note, Story
from game.ui import wording, words_about
from game.ui.assets import assets_folder
from game.ui.blocks import Block, Offer, Pair, Para, Rule, Title
from game.ui.broadside import Broadside, lay_out
from game.ui.compositor import Compositor
from game.ui.origins import LIBRARIES, Origin, origins
from game.ui.page import Page
from game.ui.screen import Close, Screen, Turn, sheet_bar

_EXCERPT = 7
"""Words of a note that tell which it is."""


class Cited(NamedTuple):
    """A source, once, and what cites it: notes in their order, and the record of the debrief."""

    text: str
    kind: str
    notes: tuple[Note, ...]
    record: bool


class CreditsScreen(Screen):
    """One page that scrolls: the story's part, if there is one, and the game's."""

    def __init__(self, story: Story | None = None) -> None:
        self._story = story
        self._origins: list[Origin] | None = None

    def page(self, comp: Compositor) -> Page:
        """The screen laid out."""
        blocks: list[Block] = [Title(words_about.CREDITS)]
        if self._story is not None:
            blocks += _of_story(self._story)
            blocks.append(Rule())
        blocks += self._of_game()
        offers = (Offer("close", wording.CLOSE_PLAIN, 1),)
        return lay_out(Broadside(tuple(blocks), offers, sheet_bar(), scenery="credits"), comp)

    def command(self, command: str) -> Turn:
        """The key that opened it closes it too."""
        return Close() if command == "credits" else super().command(command)

    def _of_game(self) -> Iterator[Block]:
        yield Title(wording.GAME, "name")
        yield Pair(words_about.PROGRAM, words_about.PROGRAM_LICENCE.format(version=__version__))
        yield Pair(words_about.STORIES_AND_ART, words_about.STORIES_LICENCE)
        if self._origins is None:
            self._origins = origins(assets_folder())
        kind = ""
        for one in self._origins:
            if one.kind != kind:
                kind = one.kind
                yield Title(words_about.ASSETS.get(kind, kind), "name")
            words = words_about.ORIGIN.format(licence=one.licence, origin=one.origin)
            yield Pair(one.whose, words)
        yield Title(words_about.LIBRARIES, "name")
        for name, licence in LIBRARIES.items():
            yield Pair(name, words_about.LIBRARY[name].format(licence=licence))


def _of_story(story: Story) -> Iterator[Block]:
    yield Title(story.title, "name")
    for credit in story.credits:
        yield Pair(credit.role, credit.who)
    found = sources_of(story)
    if not found:
        return
    yield from (
        Rule(),
        Title(words_about.SOURCES, "name"),
        Para(words_about.SOURCES_ABOUT, "small"),
    )
    for kind in dict.fromkeys(one.kind for one in found):
        yield Para(f"{kind[:1].upper()}{kind[1:]}", "label")
        for one in found:
            if one.kind == kind:
                yield Para(one.text, "small")
                yield Para(_cites(one), "small", "grey")


def sources_of(story: Story) -> list[Cited]:
    """Every source the notes and the record cite, once, in the order of first mention.

    Two entries with the same citation are one source.
    """
    notes: dict[str, list[Note]] = {}
    recorded: set[str] = set()
    order: dict[str, str] = {}
    for note in story.notes.values():
        for text in dict.fromkeys(_texts(story, note.sources, order)):
            notes.setdefault(text, []).append(note)
    for line in story.debrief.record:
        recorded.update(_texts(story, line.sources, order))
    return [
        Cited(text, kind, tuple(notes.get(text, ())), text in recorded)
        for text, kind in order.items()
    ]


def _texts(story: Story, ids: tuple[str, ...], order: dict[str, str]) -> list[str]:
    """The citations behind ids; each is put in the order with its kind."""
    known = [story.sources[one] for one in ids if one in story.sources]
    for source in known:
        order.setdefault(source.text, source.kind)
    return [source.text for source in known]


def _cites(one: Cited) -> str:
    said = [
        words_about.NOTE_CITES.format(
            words=_first_words(note.text), label=wording.LABEL[note.label]
        )
        for note in one.notes
    ]
    if one.record:
        said.append(words_about.RECORD_CITES)
    return words_about.CITED_IN.format(those=words_about.CITES_BETWEEN.join(said))


def _first_words(text: str) -> str:
    words = text.split()
    if len(words) <= _EXCERPT:
        return " ".join(words)
    return " ".join(words[:_EXCERPT]).rstrip(",;:.") + "\u2026"
