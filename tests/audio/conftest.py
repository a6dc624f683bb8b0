"""The audio's tests hear what is mixed: SDL writes it to a file in place of a device."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.audio.tape import Tape

os.environ["SDL_VIDEODRIVER"] = "dummy"
os.environ["SDL_AUDIODRIVER"] = "dummy"


@pytest.fixture
def tape(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Tape]:
    """What is heard from now on, as fast as it would be."""
    recorded = Tape(tmp_path / "tape.raw", monkeypatch)
    yield recorded
    recorded.close()
