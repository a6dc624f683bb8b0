"""The file of the settings: written whole, and read as far as it can be."""

import json
import random
import sys
from pathlib import Path

import pytest

from game.ui.settings import CHOICES, Settings
from game.ui.settings_file import read_settings, write_settings

EVERYTHING = Settings(175, "lexend", 140, "high", "dark", "reduced", "hidden", "on", 5, "full")


@pytest.fixture
def path(home: Path) -> Path:
    return home / "settings.json"


def test_what_was_written_is_read(path: Path) -> None:
    for name, values in CHOICES.items():
        for value in values:
            write_settings(path, Settings().having(name, value))
            assert read_settings(path) == Settings().having(name, value)
    assert [entry.name for entry in path.parent.iterdir()] == ["settings.json"]


def test_no_file_means_the_usual_settings(path: Path) -> None:
    assert read_settings(path) == Settings()
    assert not path.exists()


def test_a_file_cut_short_anywhere_gives_what_stands_in_it_whole(path: Path) -> None:
    write_settings(path, EVERYTHING)
    content = path.read_bytes()
    for end in range(len(content)):
        path.write_bytes(content[:end])
        found = read_settings(path)
        for name in CHOICES:
            stood = f'"{name}": {json.dumps(EVERYTHING.value(name))},'.encode() in content[:end]
            wanted = (EVERYTHING if stood else Settings()).value(name)
            assert found.value(name) in (wanted, EVERYTHING.value(name))


def test_random_damage_is_survived_and_the_next_change_makes_the_file_whole(path: Path) -> None:
    dice = random.Random(5)
    write_settings(path, EVERYTHING)
    whole = path.read_bytes()
    for _ in range(400):
        content = bytearray(whole)
        for _ in range(dice.randint(1, 12)):
            content[dice.randrange(len(content))] = dice.randrange(256)
        path.write_bytes(bytes(content))
        found = read_settings(path)
        for name in CHOICES:
            assert found.value(name) in CHOICES[name]
        write_settings(path, found._replace(text=125))
        assert read_settings(path) == found._replace(text=125)
        assert isinstance(json.loads(path.read_bytes()), dict)


def test_a_damaged_file_is_kept_beside_the_new_one(path: Path) -> None:
    path.write_text('{"paper": "dark", "text": 15')
    assert read_settings(path) == Settings(paper="dark", text=100)
    write_settings(path, Settings(paper="dark", contrast="high"))
    assert read_settings(path) == Settings(paper="dark", contrast="high")
    assert (path.parent / "settings.damaged.json").read_text() == '{"paper": "dark", "text": 15'


@pytest.mark.parametrize(
    "content",
    [b"", b"[]", b"null", b"\xff\xfe\x00", b"[" * 60_000, b'{"text": ' + b"9" * 5000, b" " * 10**6],
    ids=["empty", "list", "null", "bytes", "deep", "huge number", "blank megabyte"],
)
def test_what_is_no_file_of_settings_is_as_good_as_none(path: Path, content: bytes) -> None:
    path.write_bytes(content)
    assert read_settings(path) == Settings()
    write_settings(path, Settings(paper="dark"))
    assert read_settings(path) == Settings(paper="dark")


@pytest.mark.parametrize("value", ["true", "null", '"100"', "1.5", "[100]", '{"size": 100}'])
def test_a_value_of_another_kind_is_left_at_its_default(path: Path, value: str) -> None:
    path.write_text(f'{{"text": {value}, "paper": "dark", "pictures": {value}}}')
    assert read_settings(path) == Settings(paper="dark")


def test_a_newer_file_keeps_what_this_version_cannot_read(path: Path) -> None:
    newer = {"face": "garamond", "text": 130, "speech": {"rate": 3}, "paper": "dark"}
    path.write_text(json.dumps(newer))
    found = read_settings(path)
    assert found == Settings(text=125, paper="dark")
    write_settings(path, found._replace(contrast="high"))
    kept = json.loads(path.read_text())
    assert {name: kept[name] for name in newer} == newer
    assert kept["contrast"] == "high"
    write_settings(path, found._replace(face="lexend", text=200))
    kept = json.loads(path.read_text())
    assert (kept["face"], kept["text"], kept["speech"]) == ("lexend", 200, {"rate": 3})


@pytest.mark.skipif(sys.platform == "win32", reason="symbolic links need a right there")
def test_a_file_that_may_not_be_opened_is_not_written_over(path: Path) -> None:
    path.symlink_to(path)  # opening it fails, replacing it would not
    assert read_settings(path) == Settings()
    with pytest.raises(OSError, match="symbolic"):
        write_settings(path, Settings(paper="dark"))
    assert path.is_symlink()


def test_a_folder_in_the_place_of_the_file_is_left_alone(path: Path) -> None:
    path.mkdir()
    assert read_settings(path) == Settings()
    with pytest.raises(OSError, match=r"."):
        write_settings(path, Settings(paper="dark"))
    assert path.is_dir()
