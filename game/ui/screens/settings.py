"""The settings, and the one page of them that stands before everything else on the first run."""

from __future__ import annotations

from game.translation import language
from game.ui import wording, words_aloud, words_keys, words_sound
from game.ui.blocks import BarEntry, Block, Box, Cell, Heading, Offer, Para, Row, Title
from game.ui.compositor import Compositor
from game.ui.page import Page
from game.ui.panel import Panel, lay_out
from game.ui.preferences import Preferences
from game.ui.screen import Close, Open, Screen, Show, Stay, Turn, sheet_bar, size_bar
from game.ui.settings import CHOICES, GROUPS, Group, Name, Value, beside


class SettingsScreen(Screen):
    """Everything that can be set. A change holds at once, and is kept."""

    names: tuple[Name, ...] = tuple(name for names in GROUPS.values() for name in names)
    """What is set here, in this order."""
    sets = True
    grouped = True
    """True if the groups of `GROUPS` have headings."""

    def __init__(self, preferences: Preferences) -> None:
        self._preferences = preferences
        self.opens_on = self.names[0]

    def page(self, comp: Compositor) -> Page:
        """The screen laid out."""
        change = Cell("keys:", words_keys.KEYS_CHANGE, chosen=False)
        keys = Row("keys", words_keys.KEYS_TITLE, (change,))
        panel = self._panel()
        return lay_out(panel._replace(rows=(*panel.rows, keys), bar=_bar(sheet_bar())), comp)

    def _panel(self) -> Panel:
        blocks: list[Block] = [Title(wording.SETTINGS)]
        if self._preferences.problem:
            problem = wording.SETTING_NOT_KEPT.format(why=self._preferences.problem)
            blocks.append(Box((Para(problem, "small"),)))
        rows = self._rows() if self.grouped else [self._row(name) for name in self.names]
        sample: list[Block] = [Box((Para(wording.SAMPLE),))]
        if language() != "en":
            sample.append(Para(wording.STORIES_STAY, "small", "grey"))
        return Panel(tuple(blocks), tuple(rows), tuple(sample), (), (), "settings")

    def _rows(self) -> list[Row | Heading]:
        """The settings under their headings."""
        rows: list[Row | Heading] = []
        for group, names in GROUPS.items():
            rows.append(Heading(words_sound.GROUP[group], self._remark(group)))
            rows.extend(self._row(name) for name in names)
        return rows

    def _remark(self, group: Group) -> str:
        remark = self._preferences.remarks.get(group)
        return "" if remark is None else remark()

    def _row(self, name: Name) -> Row:
        now, words = self._preferences.now.value(name), wording.VALUE[name]
        cells = tuple(
            Cell(f"{name}:{value}", words[value], value == now) for value in CHOICES[name]
        )
        return Row(name, wording.SETTING[name], cells)

    def act(self, control: str) -> Turn:
        """Set the value of a cell; the name of a setting goes on to its next value."""
        name, _, wanted = control.partition(":")
        if name not in self.names:
            return self.command(name) if name == "keys" else super().act(control)
        if not wanted:
            return self._step(name, 1, around=True)
        return self._set(name, next(v for v in CHOICES[name] if str(v) == wanted))

    def slides(self, control: str | None) -> bool:
        """True on a setting, whose values lie side by side."""
        return control in self.names

    def sideways(self, control: str | None, step: int) -> Turn:
        """The next value to the left or right of the setting that has the focus."""
        if control not in self.names:
            return Stay()
        return self._step(control, step, around=False)

    def _step(self, name: Name, step: int, *, around: bool) -> Turn:
        now = self._preferences.now.value(name)
        return self._set(name, beside(name, now, step, around=around))

    def _set(self, name: Name, value: Value) -> Turn:
        self._preferences.change(self._preferences.now.having(name, value))
        return Show()

    def command(self, command: str) -> Turn:
        """The keys that opened it close it too."""
        if command == "keys":
            from game.ui.screens.remap import KeysScreen  # few ever come here

            return Open(KeysScreen(self._preferences))
        return Close() if command == "settings" else super().command(command)


def _bar(entries: tuple[BarEntry, ...]) -> tuple[BarEntry, ...]:
    """The bar of these screens: speech can be had here with one key, and settings are shown."""
    kept = (entry for entry in entries if entry.command != "settings")
    return (*kept, BarEntry("voice", words_aloud.SPEECH_BAR, words_aloud.SPEECH_KEY, 4))


class FirstRunScreen(SettingsScreen):
    """What to set before anything else is read. Whatever closes it takes it as it is."""

    names = ("language", "text", "contrast", "sound", "voice")
    grouped = False

    def __init__(self, preferences: Preferences) -> None:
        super().__init__(preferences)
        self.opens_on = "close"

    def page(self, comp: Compositor) -> Page:
        """The screen laid out."""
        bar = _bar(size_bar())
        about = comp.caps.fill(f"{wording.FIRST}\n{wording.FIRST_HOW}")
        blocks = (Title(wording.FIRST_TITLE), Para(about, "small"))
        offers = (Offer("close", wording.FIRST_DONE, 1),)
        return lay_out(self._panel()._replace(blocks=blocks, offers=offers, bar=bar), comp)

    def command(self, command: str) -> Turn:
        """Take it as it is."""
        if command not in ("close", "menu", "back"):
            return Stay()
        self._preferences.keep()
        return Close()
