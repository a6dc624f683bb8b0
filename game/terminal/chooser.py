"""Choosing a story in the terminal."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from game.story.shelf import Shelved
from game.terminal.paper import Paper
from game.terminal.reader import Reader


def choose(stories: Sequence[Shelved], paper: Paper, reader: Reader) -> Path | None:
    """The story the player chooses, or None if they leave. Where there is only one, it is that."""
    playable = [story for story in stories if story.problem is None]
    for story in stories:
        if story.problem is not None:
            paper.say(f"{story.id} cannot be played: {story.problem}")
    if not playable:
        paper.say("There are no stories to play. Make one: one-out new my-story")
        return None
    if len(playable) == 1:
        return playable[0].path
    for number, story in enumerate(playable, start=1):
        paper.gap()
        paper.say(f"{story.title}. {story.place}, {story.year}", first=f"{number:2}. ")
        paper.say(story.summary, first="    ")
    paper.gap()
    answers = {str(number): story.path for number, story in enumerate(playable, start=1)}
    answers |= {story.id: story.path for story in playable}
    while True:
        word = reader.ask(paper, f"(1-{len(playable)}, q quit) ")
        if word is None or word.lower() in ("q", "quit", "exit"):
            return None
        if word in answers:
            return answers[word]
        paper.say(f"Type a number from 1 to {len(playable)}, or q to leave.")
