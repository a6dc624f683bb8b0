"""The screens that lie on each other, and what a key, a click or a turn of the wheel does to them.

Knows nothing of pygame: `game.ui.window` tells it what happened and draws what it shows.
"""

from __future__ import annotations

from game.ui.focus import stops
from game.ui.foot import HIDE
from game.ui.geometry import Rect
from game.ui.keymap import Device
from game.ui.layer import Layer
from game.ui.look import next_size
from game.ui.pacing import waiting
from game.ui.page import Control
from game.ui.reach import FINGER, control_at, control_near
from game.ui.screen import Become, Close, Leave, Open, Screen, Show, Stay, Turn
from game.ui.screens import later
from game.ui.scrolling import (
    MORE,
    clamp,
    more_control,
    revealing,
    scroll_at,
    turned,
)
from game.ui.sheets import Sheets

_MOVES = ("up", "down", "next", "previous", "page_up", "page_down", "home", "end")

_DESKS = (
    *("bar:larger", "bar:smaller", "bar:settings", "settings"),
    *("bar:voice", "bar:auto", "bar:mute", HIDE),
)
"""Controls that are no screen's own."""

_ACROSS = {"west": -1, "east": 1}

_BY_KEY = 3
"""Lines of text that the arrow keys and one notch of the wheel move."""


class Desk(Sheets):
    """What is shown, and what the player does with it."""

    def remark(self, words: str) -> None:
        """Say something below the screen, until there is another one to read."""
        self._remark, self._remarked = words, self._reading
        self._turn(Show())

    def reset(self) -> None:
        """The player has set something. What had the focus in view keeps it, and stays in view."""
        focus = self._layers[-1].focus
        control = self.page.control(focus) if focus else None
        seen = control is not None and self.page.visible(control, self.scroll)
        self._page = None
        self._set_look(self._look_of(self.look.width, self.look.height))
        control = self.page.control(focus) if focus else None
        if seen and control is not None:
            self._reveal(control)

    def lay(self, screen: Screen) -> None:
        """Lay a screen over what is there."""
        self._turn(Open(screen))

    def refresh(self) -> None:
        """What is shown may have changed: take off what is stale, and lay out the rest again."""
        first, *others = self._layers
        self._layers = [first, *(layer for layer in others if not layer.screen.stale)]
        self._turn(Show())

    # -- what the player does

    def command(self, command: str) -> None:
        """A key's command: a name, or the digit of a choice."""
        self._look_first()
        if self.halt():
            return
        if self._set(command):
            return
        if command == "settings" and not self.screen.sets:
            self.lay(later.settings(self.preferences))
        elif command == "hide" and self.foot() is not None:
            self._hide()
        elif self._hurried():
            return
        elif (turn := self.screen.on(command, self.page, self.hot)) is not None:
            if isinstance(turn, Control):
                self._focus(turn)
            else:
                self._turn(turn)
        else:
            self._usual(command)

    def _set(self, command: str) -> bool:
        """Set what has a key of its own. False if the command is another."""
        if command in ("larger", "smaller"):
            size = next_size(self.look.text, 1 if command == "larger" else -1)
            self.preferences.change(self.preferences.now._replace(text=size))
        elif command == "mute":
            self.preferences.turn("sound")
            self._turn(Show())
        elif command == "voice":
            self.preferences.turn("voice")
        elif command == "auto" and self.screen.paced:
            self.preferences.turn("auto")
        else:
            return False
        return True

    def _hide(self) -> None:
        self._remark = ""
        if self.footer is not None:
            self.footer.hide()
        self._turn(Show())

    def _usual(self, command: str) -> None:
        """What a key does on most screens."""
        if command in _MOVES:
            self._move(command)
        elif command == "take":
            self._take(self.hot)
        elif command in ("left", "right"):
            self._turn(self.screen.sideways(self.hot, 1 if command == "right" else -1))
        elif command in _ACROSS:
            # A pad has no Tab: where sideways means nothing, its left and right go on.
            step = _ACROSS[command]
            if self.screen.slides(self.hot):
                self._turn(self.screen.sideways(self.hot, step))
            else:
                self._tab(step)
        elif command in ("scroll_up", "scroll_down"):
            self.wheel(1 if command == "scroll_up" else -1)
        elif command.isdigit():
            number = int(command)
            self._take(next((c.id for c in self.page.controls if c.number == number), None))
        else:
            self._turn(self.screen.command(command))

    def _move(self, command: str) -> None:
        match command:
            case "up" | "down":
                self._arrow(1 if command == "down" else -1)
            case "next" | "previous":
                self._tab(1 if command == "next" else -1)
            case "page_up" | "page_down":
                self._page_on(1 if command == "page_down" else -1)
            case _:
                self._scroll_to(0 if command == "home" else self.page.depth)

    def _page_on(self, step: int) -> None:
        """A page on or back; where there is no more of it, a screen."""
        goal = turned(self.page, self.scroll, step)
        if goal == self.scroll:
            self._turn(self.screen.command("forward" if step > 0 else "rollback"))
        else:
            self._scroll_to(goal)
            self.noise("page")

    def _look_first(self) -> None:
        """Lay out what is there: a key is meant for the screen that was seen with it."""
        _ = self.page

    @property
    def resting(self) -> float | None:
        """Seconds after which `tick` is to be called; None: never."""
        screen, now = self.screen, self.preferences.now
        if now.auto == "off" or not screen.paced or screen.running:
            return screen.resting
        if not self.attended:
            return None
        return waiting(screen, self.page, self.scroll, self._layers[-1].read, now.pace)

    @property
    def moment(self) -> object:
        """Changes when a wait that has begun is to begin again."""
        if self.preferences.now.auto == "off":
            return None
        return self.screen, self.screen.leaf, self.scroll, self.attended, self.preferences.now

    def tick(self) -> None:
        """The screen has rested."""
        if self.screen.resting is None:
            if self.resting is not None:
                self._go_on()
            return
        self.screen.tick()
        self.noise(self.screen.noise)
        self._turn(Show())
        self._follow()

    def _go_on(self) -> None:
        """Show what goes on below, or take the only way on."""
        page, layer = self.page, self._layers[-1]
        layer.read = self.scroll + page.viewport.bottom
        if self.scroll < page.depth:
            self._scroll_to(turned(page, self.scroll, 1))
        elif self.screen.onward is not None:
            self._take(self.screen.onward)

    def halt(self) -> bool:
        """Stop what any key stops, whatever else it does. True if there was something to stop."""
        return self.screen.running and self._hurried()

    def _hurried(self) -> bool:
        if self.screen.resting is None or not self.screen.hurry():
            return False
        self.noise(self.screen.noise)
        self._turn(Show())
        self._follow()
        return True

    def _follow(self) -> None:
        """Keep in view what the screen has just shown, where it says what that is."""
        rect = self.screen.newest(self.page)
        if rect is not None:
            self.show(rect)

    def point(self, x: int, y: int, *, finger: bool = False) -> None:
        """The pointer is here."""
        control = self.under(x, y, finger=finger)
        name = None if control is None else control.row or control.id
        if name is not None and name != self.hot:
            self._layers[-1].focus = name
            self.dirty = True

    def click(self, control: str | None) -> None:
        """A control was clicked or touched; None: something that is none."""
        self._look_first()
        if not self._hurried() and control is not None:
            self._take(control)

    def captured(self, device: Device, name: str | None) -> None:
        """A key or button was pressed on a screen that `captures` them. None: one of no name."""
        self._look_first()
        self._turn(self.screen.captured(device, name))

    def go_to(self, control: str) -> None:
        """Give a control of the page the focus, and bring it into view."""
        found = more_control(self.page) if control == MORE else self.page.control(control)
        if found is not None:
            self._focus(self.page.control(found.row) or found)

    def show(self, rect: Rect) -> None:
        """Bring a part of the column into view; `rect` is where it is while nothing is scrolled."""
        self._scroll_to(revealing(self.page, self.scroll, Control("", rect, "", flows=True)))

    def at(self, x: int, y: int) -> Control | None:
        """The control that can be seen at a point."""
        return control_at(self.page, self.scroll, x, y)

    def under(self, x: int, y: int, *, finger: bool = False) -> Control | None:
        """The control at a point; the nearest in reach where it is a finger that points."""
        if not finger:
            return self.at(x, y)
        return control_near(self.page, self.scroll, x, y, max(FINGER, self.look.px(FINGER)))

    @property
    def ends(self) -> tuple[bool, bool]:
        """Whether the page stands at its top, and at its end."""
        return self.scroll <= 0, self.scroll >= self.page.depth

    def wheel(self, notches: float) -> None:
        """The wheel was turned, up (positive) or down."""
        self._scroll_to(self.scroll - round(notches * self._by_key))

    def drag_to(self, scroll: int) -> None:
        """The column is pulled with a finger or the mouse."""
        self._scroll_to(scroll)

    def on_track(self, x: int, y: int) -> bool:
        """True if the point lies on the scroll bar, or near enough for a finger."""
        track = self.page.track
        return track is not None and track.inset(-track.w // 2, 0).holds(x, y)

    def thumb_to(self, y: int) -> None:
        """The scroll bar's thumb is pulled to a height."""
        self._scroll_to(scroll_at(self.page, y))

    # -- how

    @property
    def _by_key(self) -> int:
        """Some lines, but never past what has not been seen."""
        return min(_BY_KEY * self.look.leading("body"), max(1, self.page.viewport.h // 2))

    def _scroll_to(self, scroll: int) -> None:
        scroll = clamp(self.page, scroll)
        if scroll != self.scroll:
            self._layers[-1].scroll = scroll
            self.dirty = True

    def _turn_page(self, step: int) -> None:
        before = self.scroll
        self._scroll_to(turned(self.page, before, step))
        self.noise("page" if self.scroll != before else None)

    def _take(self, control: str | None) -> None:
        if control == MORE:
            self._turn_page(1)
        elif control in _DESKS:
            self.command(control.removeprefix("bar:"))
        elif control is not None:
            self.noise("choose")
            self._turn(self.screen.act(control))

    def _arrow(self, step: int) -> None:
        main = [c for c in self.page.controls if c.main]
        by = step * self._by_key
        hot = self.hot
        names = [c.id for c in main]
        if hot not in names or len(main) < 2:
            if self.page.depth:
                self._scroll_to(self.scroll + by)
            elif main:
                self._focus(main[0 if step > 0 else -1])
            return
        place = names.index(hot) + step
        if 0 <= place < len(main):
            self._focus(main[place])
        elif main[0].flows:
            self._scroll_to(self.scroll + by)
        else:
            self._focus(main[place % len(main)])

    def _tab(self, step: int) -> None:
        controls = stops(self.page, self.scroll)
        names = [c.id for c in controls]
        if not controls:
            return
        hot = self.hot
        place = names.index(hot) + step if hot in names else 0
        self._focus(controls[place % len(controls)])

    def _focus(self, control: Control) -> None:
        self.noise("focus" if control.id != self.hot else None)
        self._reveal(control)
        self._layers[-1].focus = control.id
        self.dirty = True

    def _reveal(self, control: Control) -> None:
        self._scroll_to(revealing(self.page, self.scroll, self.page.whole(control)))

    def _turn(self, turn: Turn) -> None:
        match turn:
            case Show():
                pass
            case Open(screen):
                self._layers.append(Layer(screen))
            case Close():
                if len(self._layers) > 1:
                    self._layers.pop()
            case Become(screen):
                self._layers = [Layer(screen)]
            case Leave(result):
                self.done, self.result = True, result
            case Stay():
                return
        if self.preferences.now.motion == "reduced" and self.screen.resting is not None:
            self.noise(self.screen.noise if self.screen.hurry() else None)
        if self._remark and self._remarked != self._reading:
            self._remark = ""
        self._page = None
        self.dirty = True
