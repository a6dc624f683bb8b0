"""A screen reader's side of AT-SPI: a bus of its own, and what a reader sees and hears on it.

The specification is the XML of at-spi2-core; roles and states are numbered there.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, NamedTuple, Self

from jeepney import (  # type: ignore[import-untyped]
    DBusAddress,
    HeaderFields,
    MatchRule,
    MessageType,
    Properties,
    message_bus,
    new_method_call,
)
from jeepney.io.blocking import (  # type: ignore[import-untyped]
    DBusConnection,
    open_dbus_connection,
)

_ROOT = "/org/a11y/atspi/accessible/root"
_REGISTRY = "org.a11y.atspi.Registry"
_PART = "org.a11y.atspi."

ROLES = {
    7: "check box",
    23: "frame",
    27: "image",
    29: "label",
    31: "list",
    32: "list item",
    39: "panel",
    43: "push button",
    44: "radio button",
    63: "tool bar",
    83: "heading",
}
"""`AtspiRole`, those that are used here."""

STATES = {
    1: "active",
    4: "checked",
    8: "enabled",
    11: "focusable",
    12: "focused",
    24: "sensitive",
    25: "showing",
    30: "visible",
    41: "checkable",
}
"""`AtspiStateType`, those that are used here."""

Address = tuple[str, str]
"""The bus name of an application and the path of one of its objects."""


class Seen(NamedTuple):
    """An object as a reader sees it. `box` is in pixels of the window."""

    at: Address
    role: str
    name: str
    description: str
    states: frozenset[str]
    box: tuple[int, int, int, int] | None
    actions: tuple[str, ...]
    attributes: dict[str, str]


class Heard(NamedTuple):
    """An event: its kind, the path of its object, its detail and what it carries."""

    kind: str
    path: str
    detail: str
    first: int
    carried: object


class Bus:
    """A session bus that nobody else is on, with AT-SPI on it."""

    def __init__(self, folder: Path, display: str) -> None:
        kept = {k: v for k, v in os.environ.items() if not k.startswith(("SDL_", "DBUS_", "XDG_"))}
        self.environment = {
            **kept,
            "DISPLAY": display,
            "HOME": str(folder),
            "XDG_RUNTIME_DIR": str(folder),
            "ONE_OUT_HOME": str(folder / "home"),
            "SDL_AUDIODRIVER": "dummy",  # without a loudspeaker the window says so
        }
        daemon = shutil.which("dbus-daemon")
        assert daemon is not None, "the package dbus is not installed"
        self._daemon = subprocess.Popen(
            [daemon, "--session", "--nofork", "--nopidfile", "--print-address"],
            env=self.environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
        )
        assert self._daemon.stdout is not None
        self.address = self._daemon.stdout.readline().strip()
        self.environment["DBUS_SESSION_BUS_ADDRESS"] = self.address
        self._session = open_dbus_connection(bus=self.address)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._session.close()
        self._daemon.terminate()
        self._daemon.wait(10)
        assert self._daemon.stdout is not None
        self._daemon.stdout.close()

    def enable(self, *, on: bool = True) -> None:
        """Say that a screen reader runs, as the desktop does."""
        status = DBusAddress("/org/a11y/bus", "org.a11y.Bus", "org.a11y.Status")
        for name in ("IsEnabled", "ScreenReaderEnabled"):
            _answer(self._session, Properties(status).set(name, "b", on))

    def reader(self) -> Reader:
        """A reader on the bus of AT-SPI."""
        address = DBusAddress("/org/a11y/bus", "org.a11y.Bus", "org.a11y.Bus")
        (where,) = _answer(self._session, new_method_call(address, "GetAddress"))
        return Reader(where)


class Reader:
    """Looks at what applications show, does what can be done there, and hears of what happens."""

    def __init__(self, address: str) -> None:
        self._bus = open_dbus_connection(bus=address)
        for kind in ("Object", "Window"):
            rule = MatchRule(type="signal", interface=f"{_PART}Event.{kind}")
            _answer(self._bus, message_bus.AddMatch(rule))
        self._events: list[Heard] = []

    def close(self) -> None:
        """Leave the bus."""
        self._bus.close()

    # -- what there is

    def applications(self) -> list[Address]:
        """The applications that can be read."""
        return self._children((_REGISTRY, _ROOT))

    def walk(self, at: Address) -> Iterator[Seen]:
        """An object and all below it, in reading order."""
        yield self.look(at)
        for child in self._children(at):
            yield from self.walk(child)

    def look(self, at: Address) -> Seen:
        """One object."""
        parts = {name.removeprefix(_PART) for name in self._ask(at, "Accessible", "GetInterfaces")}
        low, high = self._ask(at, "Accessible", "GetState")
        bits = low | high << 32
        role = self._ask(at, "Accessible", "GetRole")
        box = self._ask(at, "Component", "GetExtents", "u", 1) if "Component" in parts else None
        actions = self._ask(at, "Action", "GetActions") if "Action" in parts else []
        return Seen(
            at,
            ROLES.get(role, str(role)),
            self._get(at, "Accessible", "Name"),
            self._get(at, "Accessible", "Description"),
            frozenset(name for bit, name in STATES.items() if bits >> bit & 1),
            box,
            tuple(name for name, _, _ in actions),
            self._ask(at, "Accessible", "GetAttributes") if at[1] != _ROOT else {},
        )

    def name(self, at: Address) -> str:
        """What an object is called."""
        name: str = self._get(at, "Accessible", "Name")
        return name

    # -- what can be done

    def act(self, at: Address) -> bool:
        """Do the first action of an object."""
        done: bool = self._ask(at, "Action", "DoAction", "i", 0)
        return done

    def grab_focus(self, at: Address) -> bool:
        """Give an object the focus."""
        done: bool = self._ask(at, "Component", "GrabFocus")
        return done

    def scroll_to(self, at: Address) -> bool:
        """Bring an object into view, wherever that is easiest (`ATSPI_SCROLL_ANYWHERE`)."""
        done: bool = self._ask(at, "Component", "ScrollTo", "u", 6)
        return done

    # -- what is heard

    def hear(self, wanted: Callable[[Heard], bool], seconds: float = 60) -> list[Heard]:
        """Everything that is heard up to the first event that is wanted."""
        deadline = time.monotonic() + seconds
        heard: list[Heard] = []
        while not heard or not wanted(heard[-1]):
            left = deadline - time.monotonic()
            assert left > 0, f"not heard; instead: {heard}"
            if not self._events:
                try:
                    self._note(self._bus.receive(timeout=left))
                except TimeoutError:
                    continue
            heard += self._events[:1]
            del self._events[:1]
        return heard

    def silence(self, seconds: float) -> list[Heard]:
        """Everything that is heard in a time."""
        deadline = time.monotonic() + seconds
        while (left := deadline - time.monotonic()) > 0:
            try:
                self._note(self._bus.receive(timeout=left))
            except TimeoutError:
                break
        heard, self._events = self._events, []
        return heard

    def _note(self, message: Any) -> None:
        if message.header.message_type != MessageType.signal:
            return
        fields, body = message.header.fields, message.body
        if not fields[HeaderFields.interface].startswith(f"{_PART}Event."):
            return
        kind = fields[HeaderFields.member]
        carried = body[3][1] if isinstance(body[3], tuple) else body[3]
        self._events.append(Heard(kind, fields[HeaderFields.path], body[0], body[1], carried))

    # -- how

    def _children(self, at: Address) -> list[Address]:
        return [tuple(child) for child in self._ask(at, "Accessible", "GetChildren")]

    def _ask(self, at: Address, part: str, what: str, kind: str | None = None, *given: Any) -> Any:
        address = DBusAddress(at[1], at[0], _PART + part)
        (answer,) = self._reply(new_method_call(address, what, kind, given))
        return answer

    def _get(self, at: Address, part: str, what: str) -> Any:
        ((_, value),) = self._reply(Properties(DBusAddress(at[1], at[0], _PART + part)).get(what))
        return value

    def _reply(self, message: Any) -> tuple[Any, ...]:
        serial = next(self._bus.outgoing_serial)
        self._bus.send_message(message, serial=serial)
        deadline = time.monotonic() + 60
        while True:
            received = self._bus.receive(timeout=max(0.0, deadline - time.monotonic()))
            if received.header.fields.get(HeaderFields.reply_serial) == serial:
                return _body(received)
            self._note(received)  # what happens meanwhile is not to be missed


class Gone(LookupError):
    """An object was asked for that has gone from the screen meanwhile."""


_UNKNOWN = "org.freedesktop.DBus.Error.UnknownObject"


def _answer(connection: DBusConnection, message: Any) -> tuple[Any, ...]:
    return _body(connection.send_and_get_reply(message, timeout=20))


def _body(message: Any) -> tuple[Any, ...]:
    if message.header.message_type == MessageType.error:
        kind = message.header.fields[HeaderFields.error_name]
        raise (Gone if kind == _UNKNOWN else LookupError)(kind, *message.body)
    body: tuple[Any, ...] = message.body
    return body
