"""What a result depends on: whatever changes it changes the outline, and mere words do not."""

from __future__ import annotations

from pathlib import Path
from random import Random

import pytest

from game.check import cache
from game.check.check import check
from game.check.outline import moved, outline
from game.story.load import load_story
from game.story.model import Place
from tests.check.edits import reworded
from tests.check.grown import grown_story
from tests.check.troubled import story, troubled
from tests.corpus.made import made_story
from tests.story.test_generated import load


@pytest.mark.parametrize("seed", range(40))
@pytest.mark.parametrize("maker", ["made", "grown"])
def test_with_one_outline_the_same_is_found(seed: int, maker: str, tmp_path: Path) -> None:
    """One thing after another is changed, whatever it is: what is kept is what would be found."""
    before = load(made_story(seed).files if maker == "made" else grown_story(seed))
    chance, found_again = Random(f"words {seed}"), 0
    for n in range(12):
        folder = tmp_path / str(n)
        cache.keep(before, check(before, free_meetings=True), folder)
        after = reworded(before, chance)
        kept = cache.kept(after, free_meetings=True, folder=folder)
        if kept is not None:
            found_again += 1
            assert kept == check(after, free_meetings=True)
    assert found_again


def test_mending_a_sentence_leaves_the_result_and_moves_its_places(tmp_path: Path) -> None:
    before = story(tmp_path)
    found = check(before)
    cache.keep(before, found, tmp_path)
    path = troubled(tmp_path)
    text = path.read_text("utf-8").replace("summary:", "# a remark\nsummary:")
    path.write_text(text.replace("Push.", "Shove."), "utf-8")
    after = load_story(path)
    kept = cache.kept(after, free_meetings=False, folder=tmp_path)
    assert kept == check(after)
    assert kept is not None
    assert kept.stuck[0].place.line == found.stuck[0].place.line + 1


def test_a_condition_written_otherwise_is_another_outline(tmp_path: Path) -> None:
    before = story(tmp_path)
    path = troubled(tmp_path)
    text = path.read_text("utf-8")
    assert "if: told" in text
    path.write_text(text.replace("if: told", "if: not not told"), "utf-8")
    assert outline(load_story(path)).digest != outline(before).digest


def test_places_that_part_cannot_be_moved() -> None:
    one, two, three = Place("a.yaml", 1, 2), Place("a.yaml", 2, 2), Place("a.yaml", 3, 2)
    assert moved((one, one), (two, three)) is None
    place = moved((one, one), (two, two))
    assert place is not None
    assert place(one) == two
    assert place(Place("story.yaml", 1, 1)) == Place("story.yaml", 1, 1)
    with pytest.raises(KeyError):
        place(three)
