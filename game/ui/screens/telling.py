"""The text of a screen as blocks, for the screen itself, an ending, and the backlog."""

from __future__ import annotations

from game.play.spoken import stretches
from game.play.view import View
from game.ui import wording
from game.ui.blocks import Block, Name, Para, Rule
from game.ui.sitting import Sitting


def told(sitting: Sitting, view: View) -> list[Block]:
    """Its paragraphs: a name where somebody begins to speak, a line where they end."""
    blocks: list[Block] = []
    for stretch in stretches(sitting.story, view):
        if stretch.apart:
            blocks.append(Rule())
        if stretch.speaker is not None:
            blocks.append(Name(_name(sitting, stretch.speaker)))
        blocks += [Para(line.text) for line in stretch.lines]
    return blocks


def _name(sitting: Sitting, speaker: str) -> str:
    return wording.YOU if speaker == "you" else sitting.playthrough.program.name_of(speaker)
