"""Which key does what: the value, and its file."""

import json
import random
from collections import Counter
from pathlib import Path

import pytest

from game.ui import words_keys
from game.ui.caps import Caps
from game.ui.keymap import (
    BUTTONS,
    COMMANDS,
    DEVICES,
    FIXED,
    NAMES,
    USUAL,
    Device,
    Keymap,
    allowed,
    mended,
)
from game.ui.keymap_file import read_keymap, write_keymap


@pytest.fixture
def path(home: Path) -> Path:
    return home / "keys.json"


def sound(keymap: Keymap) -> None:
    """No key does two things, none that is fixed does another, and A pad can always take."""
    for device in DEVICES:
        own = keymap.own(device)
        assert set(own) == set(NAMES)
        given = [name for name in own.values() if name]
        assert max(Counter(given).values(), default=1) == 1
        assert all(allowed(device, name) for name in given)
        for name, command in FIXED[device].items():
            assert keymap.command(device, name) == command
    assert keymap.pad["take"]


def test_the_usual_keymap_is_sound_and_every_command_with_a_letter_has_it() -> None:
    sound(USUAL)
    letters = {"v": "voice", "r": "repeat", "m": "mute", "t": "skip", "a": "auto", "o": "map"}
    assert {letter: USUAL.command("keys", letter) for letter in letters} == letters
    own = {command.key: command.name for command in COMMANDS if command.key}
    assert {key: USUAL.command("keys", key) for key in own} == own


def test_every_command_has_words_and_every_button_a_name() -> None:
    assert set(words_keys.COMMAND) == set(NAMES)
    assert len({command.name for command in COMMANDS}) == len(COMMANDS)
    for make in ("xbox", "playstation", "nintendo"):
        caps = Caps(USUAL, "pad", make)
        assert all(caps.name("pad", button) for button in BUTTONS)
    assert set(BUTTONS) == set(words_keys.BUTTON["xbox"])


def test_a_key_that_is_taken_changes_places() -> None:
    keymap = USUAL.having("keys", "notes", "b")
    assert (keymap.keys["notes"], keymap.keys["backlog"]) == ("b", "n")
    keymap = keymap.having("keys", "rollback", "b")
    assert (keymap.keys["rollback"], keymap.keys["notes"]) == ("b", "")
    sound(keymap)


@pytest.mark.parametrize(
    ("device", "command", "name"),
    [
        ("keys", "notes", "return"),
        ("keys", "notes", "1"),
        ("keys", "notes", ""),
        ("keys", "no such command", "z"),
        ("pad", "notes", "up"),
        ("pad", "notes", "start"),
        ("pad", "notes", "no such button"),
        ("pad", "home", "a"),  # nothing to give in exchange for the button that takes
    ],
)
def test_what_is_fixed_or_needed_or_unknown_cannot_be_given(
    device: Device, command: str, name: str
) -> None:
    with pytest.raises(ValueError, match=r"needs|cannot"):
        USUAL.having(device, command, name)


def test_any_number_of_changes_leaves_a_sound_keymap() -> None:
    dice = random.Random(5)
    keymap = USUAL
    keys = [*"abcdefghij", "f3", "page up", "space"]
    for _ in range(600):
        device = dice.choice(DEVICES)
        name = dice.choice(keys if device == "keys" else BUTTONS)
        command = dice.choice(NAMES)
        if allowed(device, name) and keymap.can_have(device, command, name):
            keymap = keymap.having(device, command, name)
            assert keymap.command(device, name) == command
    sound(keymap)
    assert keymap != USUAL


# -- the file


def test_what_was_written_is_read_and_only_what_is_not_usual_stands_there(path: Path) -> None:
    keymap = USUAL.having("keys", "notes", "b").having("pad", "take", "b")
    write_keymap(path, keymap)
    assert read_keymap(path) == keymap
    assert json.loads(path.read_text()) == {
        "keys_notes": "b",
        "keys_backlog": "n",
        "pad_take": "b",
        "pad_back": "a",
    }
    write_keymap(path, USUAL)
    assert json.loads(path.read_text()) == {}
    assert read_keymap(path) == USUAL


def test_no_file_means_the_usual_keys(path: Path) -> None:
    assert read_keymap(path) == USUAL
    assert not path.exists()


def test_what_a_newer_version_put_there_stays(path: Path) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text('{"keys_dance": "z", "pad_notes": "flux", "keys_notes": 7, "keys_know": "j"}')
    keymap = read_keymap(path)
    assert keymap == USUAL.having("keys", "know", "j")
    write_keymap(path, keymap.having("keys", "know", "u"))
    assert json.loads(path.read_text())["keys_dance"] == "z"


def test_a_file_cut_short_or_garbled_anywhere_gives_a_sound_keymap(path: Path) -> None:
    wanted = (
        USUAL.having("keys", "notes", "b").having("pad", "take", "y").having("pad", "know", "x")
    )
    write_keymap(path, wanted)
    content = path.read_bytes()
    dice = random.Random(2)
    for end in range(0, len(content), 3):
        path.write_bytes(content[:end])
        sound(read_keymap(path))
        garbled = bytearray(content)
        garbled[dice.randrange(len(content))] = dice.randrange(256)
        path.write_bytes(bytes(garbled))
        sound(read_keymap(path))


def test_a_damaged_file_is_kept_beside_the_new_one(path: Path) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text('{"keys_notes": "j", "keys_kno')
    keymap = read_keymap(path)
    assert keymap.keys["notes"] == "j"
    write_keymap(path, keymap)
    assert path.with_name("keys.damaged.json").read_text().endswith("kno")
    assert read_keymap(path) == keymap


@pytest.mark.parametrize(
    "given",
    [
        {"pad": {"take": ""}},
        {"pad": {"notes": "a"}},
        {"pad": {"notes": "a", "take": ""}},
        {"keys": dict.fromkeys(NAMES, "z"), "pad": dict.fromkeys(NAMES, "b")},
        {"keys": dict.fromkeys(NAMES, "")},
        {"keys": {"notes": "return", "know": "escape"}, "pad": {"notes": "start"}},
    ],
)
def test_nothing_that_a_file_says_locks_anybody_out(
    given: dict[Device, dict[str, str]],
) -> None:
    sound(mended(given))
