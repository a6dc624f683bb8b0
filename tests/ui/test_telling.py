"""The text of a screen that several passages make, in the window and in its backlog."""

from __future__ import annotations

from pathlib import Path

from game.story.load import load_story
from game.ui.page import Shape, Words
from tests.corpus.written import write
from tests.play.speakers import TWO
from tests.ui.pilot import Pilot

READ = ("VI", "Mind the bend.", "And that one.", "NELL", "You came.", "A trolley goes by.")


def pilot(tmp_path: Path) -> Pilot:
    folder = write(tmp_path / "small", TWO)
    made = Pilot(load_story(folder), folder=folder, resumed=("smoko/drive",))
    made.take(1)
    return made


def printed(made: Pilot) -> list[str]:
    return [item.text for item in made.page.flow if isinstance(item, Words)]


def rules(made: Pilot) -> list[Shape]:
    return [i for i in made.page.flow if isinstance(i, Shape) and i.kind == "rule"]


def test_each_speaker_is_named_above_their_own_words(tmp_path: Path) -> None:
    assert printed(pilot(tmp_path))[: len(READ)] == list(READ)


def test_a_line_is_cut_where_the_place_is_another_and_where_a_speaker_ends(tmp_path: Path) -> None:
    made = pilot(tmp_path)
    place, end = rules(made)
    words = [item for item in made.page.flow if isinstance(item, Words)]
    assert words[2].rect.bottom <= place.rect.y < words[3].rect.y
    assert words[4].rect.bottom <= end.rect.y < words[5].rect.y


def test_the_backlog_says_it_in_the_same_order(tmp_path: Path) -> None:
    made = pilot(tmp_path)
    made.press("return")
    made.press("b")
    read = printed(made)
    begins = read.index("VI")
    assert read[begins : begins + len(READ)] == list(READ)
