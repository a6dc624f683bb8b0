"""What tests of every room need."""

from __future__ import annotations

import os
import signal
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from game.translation import use
from tests.speech.dispatcher import PaperDispatcher

# The game's own plugin, which an installed copy brings along by itself.
pytest_plugins = ["game.check.pytest_plugin"]

# Nor does it depend on the language of whoever runs it.
os.environ.update(LC_ALL="C.UTF-8", LANGUAGE="")

# Nor on how it was started: a shell's `&` makes Ctrl+C mean nothing to all that a test starts.
if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
    signal.signal(signal.SIGINT, signal.default_int_handler)

# A plain run is the same every time, and no clock can fail it, however busy the machine is.
settings.register_profile(
    "plain", deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile("plain")


@pytest.fixture(autouse=True)
def _english() -> Iterator[None]:
    """A test that speaks another language leaves the next one English."""
    yield
    use("en")


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """An empty folder for everything that a run of the game keeps."""
    home = tmp_path / "home"
    home.mkdir()
    return home


@pytest.fixture
def service(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[PaperDispatcher]:
    """A speech service that writes down what it is told, and is the only one there."""
    dispatcher = PaperDispatcher(tmp_path)
    monkeypatch.setenv("SPEECHD_ADDRESS", f"unix_socket:{dispatcher.socket}")
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nowhere")  # nobody's Orca
    yield dispatcher
    dispatcher.stop()
