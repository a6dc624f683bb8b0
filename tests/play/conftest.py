"""A story to walk in, and its saves."""

from __future__ import annotations

from pathlib import Path

import pytest

from game.play.program import Program
from game.play.saves import Saves
from tests.play.treadmill import program_of


@pytest.fixture
def program(tmp_path: Path) -> Program:
    return program_of(tmp_path)


@pytest.fixture
def saves(tmp_path: Path, program: Program) -> Saves:
    return Saves(tmp_path / "saves", program.story)
