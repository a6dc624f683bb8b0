"""What the South Coast story promises of its cast, which no rule of the format can know."""

from __future__ import annotations

from pathlib import Path

import yaml

from game.story.load import load_story

FOLDER = Path(__file__).parents[2] / "stories" / "south-coast"
PEOPLE = yaml.safe_load((FOLDER / "people.yaml").read_text(encoding="utf-8"))["people"]
ABORIGINAL = {name for name, card in PEOPLE.items() if card["about"].startswith("Aboriginal")}


def test_at_least_half_of_the_cast_are_aboriginal() -> None:
    assert len(ABORIGINAL) * 2 >= len(PEOPLE)


def test_each_of_them_has_the_word_somewhere() -> None:
    """A face in a list is no part: everyone speaks first in a passage, or puts a hand up."""
    passages = load_story(FOLDER).passages.values()
    speak = {passage.speaker for passage in passages}
    vote = {v.person for p in passages if p.meeting is not None for v in p.meeting.voters}
    assert not ABORIGINAL - speak - vote
    assert len(ABORIGINAL & speak) * 2 >= len({name for name in speak if name in PEOPLE})
