"""Loading: which files, in which order, and when the compiled form is good enough."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import textwrap
import zlib
from pathlib import Path

import pytest

from game.story import compiled
from game.story.diagnostics import StoryError
from game.story.load import load_story, open_story
from game.story.model import Story
from tests.corpus.written import HEAD, HOME, ONWARD, diagnostics, write

CLONE = Path(__file__).resolve().parent.parent.parent


def scene(name: str, passage: str) -> str:
    return f"scene: {name}\ntitle: {name}\npassages:\n  {passage}\n"


@pytest.fixture
def cache(tmp_path: Path) -> Path:
    return tmp_path / "cache"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return write(tmp_path / "story")


def kept(cache: Path) -> list[Path]:
    return sorted(cache.iterdir()) if cache.is_dir() else []


def same(one: Story, other: Story) -> bool:
    return one._replace(passages=dict(one.passages)) == other._replace(
        passages=dict(other.passages)
    )


def test_a_story_is_read_from_its_folder_or_its_head_or_its_only_file(tmp_path: Path) -> None:
    folder = write(tmp_path / "story")
    alone = tmp_path / "alone.yaml"
    alone.write_bytes((folder / "story.yaml").read_bytes())
    assert same(load_story(folder), load_story(folder / "story.yaml"))
    assert load_story(alone).title == load_story(folder).title


def test_files_are_read_in_the_order_of_the_specification(tmp_path: Path) -> None:
    folder = write(
        tmp_path / "story",
        f"include: [parts/last.yaml]\npassages:\n  smoko: {{to: b}}\n{HOME}",
        b=scene("bar", "b: {to: home}"),
        a=scene("wharf", "a: {to: home}"),
    )
    (folder / "people.yaml").write_text("passages:\n  people: {to: home}\n")
    (folder / "parts").mkdir()
    (folder / "parts" / "last.yaml").write_text("passages:\n  last: {to: home}\n")
    assert list(load_story(folder).passages) == ["smoko", "home", "people", "a", "b", "last"]


def test_other_files_in_the_folder_are_not_read(tmp_path: Path) -> None:
    folder = write(tmp_path / "story")
    (folder / "draft.yaml").write_text("not: a part")
    (folder / "scenes").mkdir()
    (folder / "scenes" / "notes.txt").write_text("no scene")
    (folder / "scenes" / ".hidden.yaml").write_text("no: scene")
    assert list(load_story(folder).passages) == ["smoko", "home"]


@pytest.mark.parametrize("ends", ["\r\n", "\n"])
@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
def test_line_ends_and_byte_order_marks_make_no_difference(
    tmp_path: Path, ends: str, mark: bytes
) -> None:
    folder = write(
        tmp_path / "story",
        f"passages:\n  smoko:\n    text: |\n      A\n\n      B\n    to: home\n{HOME}",
    )
    file = folder / "story.yaml"
    file.write_bytes(mark + file.read_text(encoding="utf-8").replace("\n", ends).encode())
    smoko = load_story(folder).passages["smoko"]
    assert smoko.paragraphs[0].text == ("A\nB",)
    assert smoko.place == ("story.yaml", 15, 3)


def test_the_fingerprint_changes_with_any_byte_of_any_file(tmp_path: Path) -> None:
    first = load_story(write(tmp_path / "a", "", one=scene("a", "smoko: {to: home}") + HOME))
    again = load_story(write(tmp_path / "b", "", one=scene("a", "smoko: {to: home}") + HOME))
    other = load_story(write(tmp_path / "c", "", one=scene("a", "smoko: {to: home}") + HOME + "\n"))
    named = load_story(write(tmp_path / "d", "", two=scene("a", "smoko: {to: home}") + HOME))
    assert first.fingerprint == again.fingerprint
    assert len({first.fingerprint, other.fingerprint, named.fingerprint}) == 3


def test_a_file_that_cannot_be_read_does_not_hide_what_is_wrong_in_another(tmp_path: Path) -> None:
    found = diagnostics(
        tmp_path,
        ONWARD,
        one="scene: a\ntitle: [\n",
        two="scene: b\ntitel: B\npassages:\n  third: {to: home}\n",
    )
    assert {(d.code, d.place.file) for d in found} >= {
        ("Y03", "scenes/one.yaml"),
        ("F02", "scenes/two.yaml"),
    }


def test_what_could_stand_in_an_unreadable_file_is_not_called_missing(tmp_path: Path) -> None:
    found = diagnostics(
        tmp_path, f"passages:\n  smoko: {{to: other}}\n{HOME}", one="scene: a\ntitle: [\n"
    )
    assert {d.code for d in found} == {"Y03"}


# --- by way of the compiled form -----------------------------------------------------------------


def test_an_opened_story_is_the_loaded_one(folder: Path, cache: Path) -> None:
    assert same(open_story(folder, cache), load_story(folder))
    assert len(kept(cache)) == 1
    assert same(open_story(folder, cache), load_story(folder))


def test_opening_again_writes_nothing(folder: Path, cache: Path) -> None:
    open_story(folder, cache)
    (file,) = kept(cache)
    os.utime(file, (1, 1))
    open_story(folder, cache)
    assert file.stat().st_mtime == 1


def test_opening_again_needs_neither_yaml_nor_pydantic(folder: Path, cache: Path) -> None:
    open_story(folder, cache)
    code = f"""
        import sys
        from pathlib import Path
        from game.play.playthrough import Playthrough
        from game.play.program import Program
        from game.story.load import open_story
        story = open_story(Path({str(folder)!r}), Path({str(cache)!r}))
        assert Playthrough(Program(story)).view.ending is not None
        print(*sorted({{"yaml", "pydantic", "hypothesis"}} & set(sys.modules)), "played")
    """
    done = subprocess.run(
        [sys.executable, "-c", textwrap.dedent(code)],
        cwd=CLONE,
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.split() == ["played"]


def test_a_changed_story_is_compiled_anew(folder: Path, cache: Path) -> None:
    open_story(folder, cache)
    write(folder, ONWARD, HEAD.replace("A small story", "A changed story"))
    assert open_story(folder, cache).title == "A changed story"
    assert len(kept(cache)) == 1


def test_a_new_scene_is_compiled_in(folder: Path, cache: Path) -> None:
    open_story(folder, cache)
    write(folder, ONWARD, new=scene("new", "new: {to: home}"))
    assert "new" in open_story(folder, cache).passages


def test_a_scene_that_is_gone_is_compiled_out(folder: Path, cache: Path) -> None:
    write(folder, ONWARD, new=scene("new", "new: {to: home}"))
    open_story(folder, cache)
    (folder / "scenes" / "new.yaml").unlink()
    assert "new" not in open_story(folder, cache).passages


def test_a_changed_include_is_compiled_anew(folder: Path, cache: Path) -> None:
    write(folder, f"include: [more.yaml]\n{ONWARD}")
    (folder / "more.yaml").write_text("passages:\n  more: {text: One., to: home}\n")
    open_story(folder, cache)
    (folder / "more.yaml").write_text("passages:\n  more: {text: Two., to: home}\n")
    assert open_story(folder, cache).passages["more"].paragraphs[0].text == ("Two.",)
    (folder / "more.yaml").unlink()
    with pytest.raises(StoryError, match=r"more\.yaml"):
        open_story(folder, cache)


def test_a_story_that_is_wrong_now_is_refused_whatever_was_compiled(
    folder: Path, cache: Path
) -> None:
    open_story(folder, cache)
    write(folder, "passages: {}\n")
    with pytest.raises(StoryError):
        open_story(folder, cache)


def test_a_story_that_is_gone_is_refused_whatever_was_compiled(folder: Path, cache: Path) -> None:
    open_story(folder, cache)
    (folder / "story.yaml").unlink()
    with pytest.raises(StoryError):
        open_story(folder, cache)


@pytest.mark.parametrize(
    "damage",
    [
        lambda _: b"",
        lambda data: data[: len(data) // 2],
        lambda data: data.replace(b"home", b"hoam"),
        lambda data: b"\0" * len(data),
        lambda data: data.replace(b'"one_out_story":', b'"one_out_story":9'),
    ],
    ids=["empty", "broken off", "changed", "zeros", "another version"],
)
def test_a_damaged_compiled_form_is_made_anew(folder: Path, cache: Path, damage: object) -> None:
    assert callable(damage)
    open_story(folder, cache)
    (file,) = kept(cache)
    whole = file.read_bytes()
    file.write_bytes(damage(whole))
    assert same(open_story(folder, cache), load_story(folder))
    assert file.read_bytes() == whole


def test_a_compiled_form_that_only_looks_whole_is_made_anew(folder: Path, cache: Path) -> None:
    open_story(folder, cache)
    (file,) = kept(cache)
    story = load_story(folder)
    # Right version, sources and checksum, and no story: as a careless program may have written it.
    body = b"[1,2]\n"
    first = {
        "one_out_story": compiled.VERSION,
        "fingerprint": story.fingerprint,
        "files": ["story.yaml"],
        "crc": zlib.crc32(body),
    }
    file.write_bytes(json.dumps(first).encode() + b"\n" + body)
    assert compiled.meta(file.read_bytes()).fingerprint == story.fingerprint
    assert same(open_story(folder, cache), story)


def test_a_cache_that_cannot_be_written_is_no_obstacle(folder: Path, tmp_path: Path) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("a file where the folder should be")
    assert same(open_story(folder, blocked), load_story(folder))
    assert blocked.read_text() == "a file where the folder should be"


def test_nothing_half_written_is_left_in_the_cache(folder: Path, cache: Path) -> None:
    open_story(folder, cache)
    assert [file.suffix for file in kept(cache)] == [".story"]


def test_two_stories_do_not_share_a_compiled_form(tmp_path: Path, cache: Path) -> None:
    one = write(tmp_path / "one")
    two = write(tmp_path / "two", ONWARD, HEAD.replace("A small story", "The other"))
    assert open_story(one, cache).title == "A small story"
    assert open_story(two, cache).title == "The other"
    assert open_story(one, cache).title == "A small story"
    assert len(kept(cache)) == 2
