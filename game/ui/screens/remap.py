"""Keys and buttons of one's own: the list of commands, and the sheet that waits for a press."""

from __future__ import annotations

from game.ui import words_keys
from game.ui.blocks import Block, Box, Cell, Offer, Para, Row, Title
from game.ui.broadside import Broadside
from game.ui.broadside import lay_out as lay_out_sheet
from game.ui.caps import Caps
from game.ui.compositor import Compositor
from game.ui.keymap import DEVICES, FIXED, NAMES, USUAL, Device, allowed
from game.ui.page import Page
from game.ui.panel import Panel, lay_out
from game.ui.preferences import Preferences
from game.ui.screen import Close, Open, Screen, Show, Turn, sheet_bar


class KeysScreen(Screen):
    """Every command with its key and its button. Choose one, then press another."""

    opens_on = NAMES[0]

    def __init__(self, preferences: Preferences) -> None:
        self._preferences = preferences

    def page(self, comp: Compositor) -> Page:
        """The screen laid out."""
        bar = tuple(entry for entry in sheet_bar() if entry.command != "settings")
        about = comp.caps.fill(words_keys.KEYS_HOW)
        blocks: list[Block] = [Title(words_keys.KEYS_TITLE), Para(about, "small")]
        if self._preferences.problem:
            problem = words_keys.KEYS_NOT_KEPT.format(why=self._preferences.problem)
            blocks.append(Box((Para(problem, "small"),)))
        rows = tuple(_row(name, comp.caps) for name in NAMES)
        offers = [Offer("close", words_keys.KEYS_DONE, 1)]
        if self._preferences.keymap != USUAL:
            offers.append(Offer("reset", words_keys.KEYS_RESET, 2))
        return lay_out(Panel(tuple(blocks), rows, (), tuple(offers), bar, "settings"), comp)

    def act(self, control: str) -> Turn:
        """Wait for the key of a command; or everything as usual again."""
        if control == "reset":
            self._preferences.give_keys(USUAL)
            return Show()
        name = control.partition(":")[0]
        if name not in NAMES:
            return super().act(control)
        return Open(PressScreen(self._preferences, name))


def _row(name: str, caps: Caps) -> Row:
    cells = []
    for device in DEVICES:
        words = words_keys.KEYS_ON_KEYBOARD if device == "keys" else words_keys.KEYS_ON_PAD
        if said := caps.every(device, name):
            cells.append(Cell(f"{name}:{device}", words.format(name=said), chosen=False))
    if not cells:
        cells.append(Cell(f"{name}:keys", words_keys.NO_KEY, chosen=False))
    return Row(name, words_keys.COMMAND[name], tuple(cells))


class PressScreen(Screen):
    """Waits for the key or the button that a command is to have, as long as it takes.

    Where another command has it, it asks.
    """

    def __init__(self, preferences: Preferences, command: str) -> None:
        self._preferences = preferences
        self._command = command
        self._pressed: tuple[Device, str] | None = None
        """What was pressed, and could not simply be given; its name is "" if it has none."""
        self._asking = False

    @property
    def captures(self) -> bool:
        """Until there is something to answer."""
        return not self._asking

    @property
    def leaf(self) -> object:
        """Changes with the question."""
        return self._asking

    # -- what it shows

    def page(self, comp: Compositor) -> Page:
        """The screen laid out."""
        blocks = self._question(comp.caps) if self._asking else self._request(comp.caps)
        offers = [Offer("close", words_keys.PRESS_LEAVE)]
        if self._asking:
            left = self._left()
            offers = [
                Offer("close", words_keys.PRESS_LEAVE, 1),
                Offer("yes", words_keys.SWAP_YES if left else words_keys.SWAP_TAKE, 2),
            ]
        bar = sheet_bar() if self._asking else ()
        sheet = Broadside(blocks, tuple(offers), bar, scenery="settings")
        return lay_out_sheet(sheet, comp)

    def _request(self, caps: Caps) -> tuple[Block, ...]:
        now = words_keys.PRESS_NOW.format(
            keys=caps.every("keys", self._command) or words_keys.NO_KEY,
            buttons=caps.every("pad", self._command) or words_keys.NO_KEY,
        )
        refused = self._refused(caps)
        return (
            Title(words_keys.PRESS_TITLE),
            Para(words_keys.PRESS.format(command=words_keys.COMMAND[self._command]), "strong"),
            Para(now),
            *((Box((Para(refused),)),) if refused else ()),
            Para(caps.fill(words_keys.PRESS_HOW), "small"),
        )

    def _refused(self, caps: Caps) -> str:
        """Why what was pressed cannot be had; nothing if nothing was."""
        if self._pressed is None:
            return ""
        device, name = self._pressed
        said = caps.name(device, name)
        if name in FIXED[device]:
            return words_keys.PRESS_FIXED.format(name=said)
        owner = self._preferences.keymap.owner(device, name)
        if owner is not None:
            return words_keys.PRESS_NEEDED.format(name=said, owner=words_keys.COMMAND[owner])
        return words_keys.PRESS_STRANGE

    def _question(self, caps: Caps) -> tuple[Block, ...]:
        assert self._pressed is not None, "asked about what was pressed"
        device, name = self._pressed
        owner = self._preferences.keymap.owner(device, name) or ""
        left = self._left()
        then = words_keys.SWAP_GETS if left else words_keys.SWAP_LOSES
        words = {"owner": words_keys.COMMAND[owner], "other": caps.name(device, left)}
        return (
            Title(words_keys.SWAP_TITLE.format(name=caps.name(device, name))),
            Para(words_keys.PRESS.format(command=words_keys.COMMAND[self._command]), "strong"),
            Para(words_keys.SWAP.format(**words)),
            Para(then.format(**words)),
        )

    def _left(self) -> str:
        """What the other command would get in exchange."""
        device = self._pressed[0] if self._pressed else "keys"
        return self._preferences.keymap.own(device)[self._command]

    # -- what is done

    def captured(self, device: Device, name: str | None) -> Turn:
        """Give it to the command, ask where it is taken, or say why it cannot be had."""
        keymap, command = self._preferences.keymap, self._command
        own = keymap.own(device)[command]
        if name is not None and (FIXED[device].get(name) == "menu" or name == own):
            return Close()
        self._pressed = (device, name or "")
        if name is None or not allowed(device, name):
            return Show()
        if not keymap.can_have(device, command, name):
            return Show()
        if keymap.owner(device, name) is not None:
            self._asking = True
            return Show()
        return self._give()

    def _give(self) -> Turn:
        assert self._pressed is not None, "there is something to give"
        device, name = self._pressed
        preferences = self._preferences
        preferences.give_keys(preferences.keymap.having(device, self._command, name))
        return Close()

    def command(self, command: str) -> Turn:
        """Take it all the same, or leave it as it is."""
        return self._give() if command == "yes" else super().command(command)
