"""What tests of every room need."""

from __future__ import annotations

from pathlib import Path

import pytest


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """An empty folder for everything that a run of the game keeps."""
    home = tmp_path / "home"
    home.mkdir()
    return home
