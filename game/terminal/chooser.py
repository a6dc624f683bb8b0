"""Choosing a story in the terminal."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from game.story.shelf import Shelved
from game.terminal import words
from game.terminal.paper import Paper
from game.terminal.reader import Reader


def choose(stories: Sequence[Shelved], paper: Paper, reader: Reader) -> Path | None:
    """The story the player chooses, or None if they leave. Where there is only one, it is that."""
    playable = [story for story in stories if story.problem is None]
    for story in stories:
        if story.problem is not None:
            paper.say(words.CANNOT_PLAY.format(story=story.id, why=story.problem))
    if not playable:
        paper.say(words.NO_STORIES)
        return None
    if len(playable) == 1:
        return playable[0].path
    for number, story in enumerate(playable, start=1):
        paper.gap()
        head = words.STORY_HEAD.format(title=story.title, place=story.place, year=story.year)
        paper.say(head, first=f"{number:2}. ")
        paper.say(story.summary, first="    ")
    paper.gap()
    answers = {str(number): story.path for number, story in enumerate(playable, start=1)}
    answers |= {story.id: story.path for story in playable}
    while True:
        word = reader.ask(paper, words.CHOOSE.format(last=len(playable)))
        if word is None or word.lower() in ("q", "quit", "exit"):
            return None
        if word in answers:
            return answers[word]
        paper.say(words.TYPE_A_NUMBER.format(last=len(playable)))
