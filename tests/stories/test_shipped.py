"""What holds for the texts of every story that ships.

That each of its branches can be reached is a test of its own, which the game's plugin for pytest
makes of it: see `one_out_stories` in pyproject.toml.
"""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

import pytest

from game.story.load import load_story
from game.story.model import Story, Text

STORIES = Path(__file__).parents[2] / "stories"
SHIPPED = sorted(path.parent.name for path in STORIES.glob("*/story.yaml"))


@cache
def story(name: str) -> Story:
    return load_story(STORIES / name)


def words(text: Text) -> int:
    return sum(len(piece.split()) for piece in text if isinstance(piece, str))


def test_there_is_a_story() -> None:
    assert "south-coast" in SHIPPED


def test_the_branches_of_every_story_are_tests(pytestconfig: pytest.Config) -> None:
    named = pytestconfig.getini("one_out_stories")
    found = {path.parent.name for name in named for path in STORIES.parent.glob(name)}
    assert found == set(SHIPPED)


@pytest.mark.parametrize("name", SHIPPED)
def test_no_option_has_more_than_fourteen_words(name: str) -> None:
    for passage in story(name).passages.values():
        for choice in passage.choices:
            assert words(choice.text) <= 14, choice.id


@pytest.mark.parametrize("name", SHIPPED)
def test_every_margin_note_has_25_to_60_words(name: str) -> None:
    for note in story(name).notes.values():
        assert 25 <= len(note.text.split()) <= 60, note.id


# What no narrator and no character says here: see the handbook, "How it reads".
BANNED = re.compile(
    r"something (shifts|changes|loosens)|the air (is )?thick|hangs? in the air|out a breath"
    r"|for the first time in|a testament to|(reach|reaches) (his|her|their) eyes|a beat\b|somehow"
    r"|the weight of|you (realise|realize) that|unspoken|solidarity|allyship|privilege|oppress"
    r"|community|journey",
    re.IGNORECASE,
)


@pytest.mark.parametrize("name", SHIPPED)
def test_nobody_says_what_nobody_says(name: str) -> None:
    for passage in story(name).passages.values():
        texts = [p.text for p in passage.paragraphs] + [c.text for c in passage.choices]
        texts += [p.otherwise for p in passage.paragraphs if p.otherwise]
        if passage.meeting:
            texts += [line.text for v in passage.meeting.voters for line in v.lines]
        for text in texts:
            said = "".join(piece for piece in text if isinstance(piece, str))
            assert not BANNED.search(said), f"{passage.id}: {said}"


@pytest.mark.parametrize("name", SHIPPED)
def test_a_story_about_aboriginal_people_warns_before_the_names_of_the_dead(name: str) -> None:
    notes = dict(story(name).content_notes)
    told = " ".join([*notes.values(), *(n.text for n in story(name).notes.values())])
    if "Aboriginal" in told:
        assert story(name).content_notes[0][1].startswith("Aboriginal and Torres Strait Islander")
