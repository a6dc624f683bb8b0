"""What stands for a story on the shelf: the picture it names, and what is said of it."""

from pathlib import Path

import pytest

from game.play.playthrough import Playthrough
from game.play.program import Program
from game.play.saves import Saves, left_off
from game.story import compiled
from game.story.load import load_story, open_story
from game.story.shelf import shelf
from tests.corpus.written import HEAD, ONWARD, codes, diagnostics, story, write

PICTURES = "pictures:\n  sea: {description: The sea., file: sea.png}\n  sky: {description: Sky.}\n"


def test_a_story_names_its_poster_and_keeps_it_in_its_compiled_form(tmp_path: Path) -> None:
    made = story(tmp_path, f"poster: sea\n{PICTURES}{ONWARD}")
    assert made.poster == "sea"
    again = compiled.decode(compiled.encode(made, []))
    assert again.poster == "sea"
    path, cache = write(tmp_path / "second", f"poster: sea\n{PICTURES}{ONWARD}"), tmp_path / "c"
    assert [open_story(path, cache).poster for _ in range(2)] == ["sea", "sea"]


def test_a_poster_must_be_one_of_the_pictures(tmp_path: Path) -> None:
    found = diagnostics(tmp_path, f"poster: see\n{PICTURES}{ONWARD}")
    assert codes(found) == ["N04"]
    assert found[0].place.line == HEAD.count("\n") + 1
    assert "sea" in found[0].mend
    assert codes(diagnostics(tmp_path / "b", f"poster: [sea]\n{PICTURES}{ONWARD}")) == ["F03"]


def test_without_one_the_picture_it_opens_with_stands_for_it(tmp_path: Path) -> None:
    assert story(tmp_path / "a").cover is None
    passage = f"{PICTURES}passages:\n  smoko: {{picture: sky, to: home}}\n"
    home = "  home:\n    ending: {title: Home, debrief: You walk home.}\n"
    assert story(tmp_path / "b", passage + home).cover == "sky"
    scene = f"scene: wharf\ntitle: The wharf\npicture: sea\n{ONWARD}"
    assert story(tmp_path / "c", PICTURES, one=scene).cover == "sea"


@pytest.fixture
def stories(home: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("ONE_OUT_HOME", str(home))
    from game import places

    return places.stories()


def test_the_shelf_knows_posters_ages_and_content_notes(stories: Path) -> None:
    head = HEAD.replace("content_notes: {}", "content_notes: {names: Somebody has died.}")
    write(stories / "with", f"poster: sea\n{PICTURES}{ONWARD}", head)
    write(stories / "without", f"poster: sky\n{PICTURES}{ONWARD}", head.replace("small", "other"))
    found = {one.id: one for one in shelf()}
    assert found["small"].poster == (stories / "with" / "sea.png").resolve()
    assert found["other"].poster is None
    assert found["small"].reading_age == 12
    assert found["small"].content_notes == ("Somebody has died.",)


def test_a_poster_never_lies_outside_its_storys_folder(stories: Path, tmp_path: Path) -> None:
    (tmp_path / "secret.png").write_bytes(b"")
    folder = write(stories / "one", f"poster: sea\n{PICTURES}{ONWARD}")
    (folder / "sea.png").symlink_to(tmp_path / "secret.png")
    found = next(one for one in shelf() if one.path == folder)
    assert found.poster is None


def test_the_shelf_says_what_is_wrong_with_a_story_and_its_mend(stories: Path) -> None:
    write(stories / "broken", ONWARD, HEAD.replace("start: smoko", "start: smokko"))
    found = next(one for one in shelf() if one.id == "broken")
    assert found.problem is not None
    assert "story.yaml:" in found.problem
    assert "smoko" in found.mend


def test_where_a_player_left_off_is_told_without_the_story(tmp_path: Path) -> None:
    made = load_story(write(tmp_path / "story"))
    saves = tmp_path / "saves"
    assert left_off(saves, "small") is None
    kept = Saves(saves, made)
    kept.autosave(Playthrough(Program(made)))
    assert left_off(saves, "small") == "Ending: Home"
    kept.path("autosave").write_bytes(b"{")
    assert left_off(saves, "small") == ""
