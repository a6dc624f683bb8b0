"""The saves: keep the present place in a slot, go on from another, delete what is not wanted."""

from __future__ import annotations

from datetime import datetime
from functools import partial

from game.play.save_file import SaveError
from game.play.saves import SLOTS, SavedSlot, Slot
from game.ui import wording
from game.ui.blocks import BarEntry, Offer, Para, Title
from game.ui.broadside import Broadside
from game.ui.broadside import lay_out as lay_out_sheet
from game.ui.compositor import Compositor
from game.ui.gallery import REMOVE, Card, Gallery, lay_out
from game.ui.keeping import Keeping, NotKeptError
from game.ui.page import Control, Page
from game.ui.screen import Become, Open, Screen, Show, Stay, Turn, sheet_bar
from game.ui.screens.asking import AskScreen, Question, TellScreen
from game.ui.sitting import Sitting
from game.ui.walking import ARROWS, beside

_CARD = "slot:"


class SavesScreen(Screen):
    """A card for each save. `saving` offers every numbered slot to save in, else to load from."""

    def __init__(self, sitting: Sitting, keeping: Keeping, *, saving: bool, playing: bool) -> None:
        self._sitting = sitting
        self._keeping = keeping
        self._saving = saving
        self._playing = playing
        self._said = ""
        self._deletions = 0
        self._saved: dict[Slot, SavedSlot] = {}
        self._look_again()

    def _look_again(self) -> None:
        self._saved = {saved.slot: saved for saved in self._keeping.saves.slots()}

    @property
    def leaf(self) -> object:
        """Changes when it turns from saving to loading, and when a card is gone."""
        return self._saving, self._deletions

    @property
    def _slots(self) -> tuple[Slot, ...]:
        if not self._saving:
            return tuple(self._saved)
        more = [slot for slot in self._saved if isinstance(slot, int) and slot > SLOTS]
        return (*range(1, SLOTS + 1), *more)

    # -- what it shows

    def page(self, comp: Compositor) -> Page:
        """The screen laid out."""
        title = wording.SAVE_TITLE if self._saving else wording.LOAD_TITLE
        words = wording.SAVE_WORDS if self._saving else wording.LOAD_WORDS
        cards = tuple(_marked(self._card(slot), comp) for slot in self._slots)
        if not cards:
            blocks = (Title(title), Para(wording.NOTHING_SAVED))
            offers = (Offer("close", wording.CLOSE_PLAIN, 1),)
            return lay_out_sheet(Broadside(blocks, offers, self._bar(), scenery="saves"), comp)
        return lay_out(Gallery((Title(title), Para(words, "small")), cards, self._bar()), comp)

    def _bar(self) -> tuple[BarEntry, ...]:
        bar: tuple[BarEntry, ...] = sheet_bar()
        if self._playing and self._saving:
            bar = (bar[0], BarEntry("load", wording.LOAD_BAR, wording.LOAD_KEY, 8), *bar[1:])
        elif self._playing:
            bar = (bar[0], BarEntry("save", wording.SAVE_BAR, wording.SAVE_KEY, 8), *bar[1:])
        return (BarEntry("", self._said, "", 9), *bar) if self._said else bar

    def _card(self, slot: Slot) -> Card:
        saved, number = self._saved.get(slot), slot if isinstance(slot, int) else 0
        mark, digit = str(number or ""), number if number <= 9 else 0
        card = Card(f"{_CARD}{slot}", mark, digit, "", wording.EMPTY, (), None)
        if saved is None:
            return card
        here = slot == "autosave" and self._playing and self._keeping.is_here(saved)
        label = wording.HERE if here else wording.KEPT_AS.get(str(slot), "")
        removal = "" if slot == "autosave" else wording.DELETE_ONE
        card = card._replace(label=label, removal=removal)
        if saved.problem is not None:
            return card._replace(title=wording.DAMAGED, lines=(_problem(saved),), damaged=True)
        scene = self._keeping.scene_of(saved)
        when = wording.day_and_time(saved.when, datetime.now().astimezone())
        amount = wording.choices(len(saved.choices))
        last = wording.SAVED_AT.format(when=when, choices=amount) if when else amount
        return card._replace(
            title=scene.title,
            lines=tuple(filter(None, (scene.moment, last))),
            picture=self._keeping.picture_of(saved),
        )

    # -- where the focus is

    def start(self, page: Page) -> Control | None:
        """The first empty slot to save in; the newest save to load."""
        slots = self._slots
        if not slots:
            return None
        if self._saving:
            first = next((slot for slot in slots if slot not in self._saved), slots[0])
        else:
            numbered = [slot for slot in slots if slot != "autosave"] if self._playing else []
            first = max(numbered or slots, key=lambda slot: self._saved[slot].when)
        return page.control(f"{_CARD}{first}")

    def on(self, command: str, page: Page, hot: str | None) -> Control | Turn | None:
        """The arrow keys go from card to card, Delete asks about the one that has the focus."""
        card = page.control((hot or "").removeprefix(REMOVE))
        cards = [c for c in page.controls if c.id.startswith(_CARD)]
        if command == "delete":
            slot = self._slot_of(card.id) if card is not None else None
            return Stay() if slot is None else self._ask_to_delete(slot)
        if command in ("west", "east"):
            # On a pad, which has no Delete, left and right go over the crosses too.
            stops = [c for c in page.controls if c.id.startswith((_CARD, REMOVE))]
            stops += [c for c in page.controls if c not in stops]
            place = next((n for n, c in enumerate(stops) if c.id == hot), -1)
            return stops[(place + (1 if command == "east" else -1)) % len(stops)]
        if command not in ARROWS or not cards:
            return None
        return beside(command, card, cards) if card in cards else self.start(page)

    # -- what can be done

    def act(self, control: str) -> Turn:
        """Save, load or delete."""
        slot = self._slot_of(control.removeprefix(REMOVE))
        if slot is None:
            return super().act(control)
        if control.startswith(REMOVE):
            return self._ask_to_delete(slot)
        if not self._saving:
            return self._load(slot)
        if slot in self._saved:
            return Open(AskScreen(_replacing, lambda: self._save(slot), self._card(slot)))
        return self._save(slot)

    def _slot_of(self, control: str) -> Slot | None:
        return next((slot for slot in self._slots if control == f"{_CARD}{slot}"), None)

    def command(self, command: str) -> Turn:
        """Turn from saving to loading and back, or close."""
        if command in ("save", "load") and self._playing:
            self._saving, self._said = command == "save", ""
            self._look_again()
            return Show()
        return super().command(command)

    def _save(self, slot: Slot) -> Turn:
        try:
            self._keeping.save(slot)
        except SaveError as why:
            return Open(TellScreen(wording.NOT_SAVED_TITLE, str(why)))
        self._said = wording.SAVED_IN.format(slot=slot)
        self._look_again()
        return Show()

    def _load(self, slot: Slot, *, anyway: bool = False) -> Turn:
        from game.ui.screens.play import PlayScreen  # which opens this screen

        saved = self._saved.get(slot)
        if saved is not None and saved.problem is not None and slot != "autosave":
            return self._ask_to_delete(slot)
        try:
            self._keeping.load(slot, anyway=anyway)
        except NotKeptError as why:
            question = partial(_losing, why)
            anyway_ = partial(self._load, slot, anyway=True)
            return Open(AskScreen(question, anyway_, self._card(slot)))
        except SaveError as why:
            self._look_again()
            return Open(TellScreen(wording.NOT_LOADED_TITLE, str(why)))
        return Become(PlayScreen(self._sitting))

    def _ask_to_delete(self, slot: Slot) -> Turn:
        saved = self._saved.get(slot)
        if saved is None or slot == "autosave":
            return Stay()
        question = partial(_deleting, saved)
        return Open(AskScreen(question, lambda: self._delete(slot), self._card(slot)))

    def _delete(self, slot: Slot) -> Turn:
        try:
            self._keeping.delete(slot)
        except SaveError as why:
            return Open(TellScreen(wording.NOT_DELETED_TITLE, str(why)))
        self._said = wording.DELETED
        self._deletions += 1
        self._look_again()
        return Show()


def _replacing() -> Question:
    words, yes, no = wording.REPLACE, wording.REPLACE_YES, wording.REPLACE_NO
    return Question(wording.REPLACE_TITLE, words, yes, no)


def _losing(why: NotKeptError) -> Question:
    words = wording.PLACE_NOT_KEPT.format(why=why)
    yes, no = wording.PLACE_NOT_KEPT_YES, wording.PLACE_NOT_KEPT_NO
    return Question(wording.PLACE_NOT_KEPT_TITLE, words, yes, no)


def _deleting(saved: SavedSlot) -> Question:
    words = wording.DELETE_SAVE if saved.problem is None else _problem(saved)
    return Question(wording.DELETE_TITLE, words, wording.DELETE_YES, wording.DELETE_NO)


def _marked(card: Card, comp: Compositor) -> Card:
    """The card with its key on it: that of the quick save, if it is short enough."""
    cap = comp.caps.of("quick_load")
    return card._replace(mark=cap) if card.id == f"{_CARD}quicksave" and len(cap) <= 3 else card


def _problem(saved: SavedSlot) -> str:
    template = wording.DAMAGED_WHY if saved.before is None else wording.DAMAGED_BEFORE
    return template.format(problem=saved.problem)
