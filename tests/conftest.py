"""What tests of every room need."""

from __future__ import annotations

from pathlib import Path

import pytest

# The game's own plugin, which an installed copy brings along by itself.
pytest_plugins = ["game.check.pytest_plugin"]


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """An empty folder for everything that a run of the game keeps."""
    home = tmp_path / "home"
    home.mkdir()
    return home
