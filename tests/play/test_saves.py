"""Saves: kept whatever happens to the program, the disk or the story."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from game.play.program import Program
from game.play.save_file import DamagedSaveError, NewerSaveError, SaveError, decode
from game.play.saves import Saves
from tests.play.treadmill import STORY, auto, program_of, walked

# What is kept


def test_without_a_save_there_is_nothing_to_go_on_with(saves: Saves, program: Program) -> None:
    assert saves.load_auto(program) is None
    assert not saves.folder.exists()


def test_a_playthrough_comes_back_as_it_was_saved(saves: Saves, program: Program) -> None:
    playthrough = walked(program, 7)
    saves.autosave(playthrough)
    loaded = saves.load_auto(program)
    assert loaded is not None
    assert loaded.notices == ()
    assert loaded.playthrough.choices == playthrough.choices
    assert loaded.playthrough.state == playthrough.state
    assert loaded.playthrough.backlog() == playthrough.backlog()


def test_an_autosave_keeps_the_one_before_it(saves: Saves, program: Program) -> None:
    for steps in (1, 2, 3):
        saves.autosave(walked(program, steps))
    assert len(decode(auto(saves).read_bytes()).choices) == 3
    assert len(decode(auto(saves, ".previous").read_bytes()).choices) == 2


def test_a_slot_keeps_its_playthrough_while_the_autosave_goes_on(
    saves: Saves, program: Program
) -> None:
    saves.save(1, walked(program, 2))
    saves.autosave(walked(program, 5))
    assert len(saves.load(1, program).playthrough.choices) == 2


def test_the_slots_are_listed_with_words_to_know_them_by(saves: Saves, program: Program) -> None:
    saves.save(11, walked(program, 2))
    saves.save(2, walked(program, 3))
    second, eleventh = saves.slots()
    assert (second.slot, len(second.choices), second.label) == (2, 3, "Treadmill: The right foot.")
    assert (eleventh.slot, eleventh.problem) == (11, None)


def test_an_empty_slot_says_that_it_is_empty(saves: Saves, program: Program) -> None:
    with pytest.raises(SaveError, match="Nothing is saved in slot 3"):
        saves.load(3, program)


def test_a_save_holds_nothing_but_what_the_specification_lists(
    saves: Saves, program: Program
) -> None:
    saves.autosave(walked(program, 1))
    assert list(json.loads(auto(saves).read_bytes())) == [
        "one_out_save",
        "story",
        "title",
        "fingerprint",
        "choices",
        "state",
        "when",
        "label",
        "checksum",
    ]


def test_a_story_named_like_a_windows_device_has_a_folder_all_the_same(tmp_path: Path) -> None:
    program = program_of(tmp_path, STORY.replace("id: treadmill", "id: con"))
    assert Saves(tmp_path, program.story).folder.name == "con_"


# Damage

DAMAGE: dict[str, Callable[[bytes], bytes]] = {
    "cut": lambda content: content[: len(content) // 2],
    "emptied": lambda _: b"",
    "zeroed": lambda content: bytes(len(content)),
    "a letter changed": lambda content: content.replace(b"left/on", b"lefu/on", 1),
    "not text": lambda content: b"\xff" + content,
    "other JSON": lambda _: b"[1, 2]",
    "nested without end": lambda _: b"[" * 200_000,
    "too large": lambda content: content + b" " * 9_000_000,
    "not a number": lambda content: content.replace(b'"choices": [', b'"choices": [NaN, ', 1),
    "a surrogate": lambda content: content.replace(b"left/on", b"\\ud800", 1),
    "wrong types, right checksum": lambda content: _sealed(content, choices="left/on"),
    "a number for a choice": lambda content: _sealed(content, choices=[1]),
    "no title": lambda content: _sealed(content, title=None),
    "a flag for the version": lambda content: _sealed(content, one_out_save=True),
}


def _sealed(content: bytes, **changes: object) -> bytes:
    from game.play.save_file import _checksum

    found = {**json.loads(content), **changes}
    found.pop("checksum")
    return json.dumps({**found, "checksum": _checksum(found)}).encode()


@pytest.mark.parametrize("damage", DAMAGE.values(), ids=DAMAGE.keys())
def test_a_damaged_save_is_set_aside_and_the_one_before_it_opened(
    saves: Saves, program: Program, damage: Callable[[bytes], bytes]
) -> None:
    saves.autosave(walked(program, 4))
    saves.autosave(walked(program, 5))
    damaged = damage(auto(saves).read_bytes())
    auto(saves).write_bytes(damaged)
    loaded = saves.load_auto(program)
    assert loaded is not None
    assert len(loaded.playthrough.choices) == 4
    assert "autosave.json cannot be opened" in loaded.notices[0]
    assert "The save before it opened: 4 choices." in loaded.notices[1]
    assert auto(saves, ".damaged-1").read_bytes() == damaged


def test_the_next_autosave_after_damage_leaves_what_was_set_aside(
    saves: Saves, program: Program
) -> None:
    for damaged in (b"one", b"two"):
        saves.autosave(walked(program, 1))
        auto(saves).write_bytes(damaged)
        saves.load_auto(program)
    assert auto(saves, ".damaged-1").read_bytes() == b"one"
    assert auto(saves, ".damaged-2").read_bytes() == b"two"


def test_where_both_are_damaged_the_player_hears_it_and_begins_again(
    saves: Saves, program: Program
) -> None:
    saves.autosave(walked(program, 1))
    saves.autosave(walked(program, 2))
    auto(saves).write_bytes(b"")
    auto(saves, ".previous").write_bytes(b"")
    loaded = saves.load_auto(program)
    assert loaded is not None
    assert loaded.playthrough.choices == ()
    assert len(loaded.notices) == 2


def test_a_damaged_slot_opens_the_one_before_it(saves: Saves, program: Program) -> None:
    saves.save(1, walked(program, 1))
    saves.save(1, walked(program, 2))
    saves.path(1).write_bytes(b"{")
    assert saves.slots()[0].problem is not None
    loaded = saves.load(1, program)
    assert len(loaded.playthrough.choices) == 1
    assert len(loaded.notices) == 2


@given(at=st.floats(0, 1, exclude_max=True), bit=st.integers(0, 7))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=300)
def test_no_flipped_bit_opens_as_another_playthrough(
    saves: Saves, program: Program, at: float, bit: int
) -> None:
    saves.autosave(walked(program, 3))
    content = bytearray(auto(saves).read_bytes())
    whole = decode(bytes(content))
    content[int(at * len(content))] ^= 1 << bit
    try:
        assert decode(bytes(content)) == whole  # only blanks between the words were hit
    except DamagedSaveError:
        pass
    except NewerSaveError:
        assert json.loads(content)["one_out_save"] > 1


@given(st.binary(max_size=300))
def test_no_bytes_at_all_raise_anything_but_a_save_error(content: bytes) -> None:
    with pytest.raises(SaveError):
        decode(content)


@given(
    st.recursive(
        st.none() | st.booleans() | st.integers() | st.text(),
        lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
        max_leaves=8,
    )
)
def test_no_json_at_all_raises_anything_but_a_save_error(found: Any) -> None:
    for content in (found, {"one_out_save": 1, "checksum": found, "choices": found}):
        with pytest.raises(SaveError):
            decode(json.dumps(content).encode())


# Other stories, other versions


def test_a_save_of_an_edited_story_plays_as_far_as_it_holds(
    tmp_path: Path, saves: Saves, program: Program
) -> None:
    saves.autosave(walked(program, 6))
    edited = program_of(
        tmp_path,
        STORY.replace("      on: {text: Step., to: left,", "      back: {text: Step., to: left,"),
    )
    loaded = Saves(tmp_path / "saves", edited.story).load_auto(edited)
    assert loaded is not None
    assert loaded.playthrough.choices == ("left/on",)
    assert loaded.notices == (
        "The story has changed since this was saved. Of 6 choices, 1 could be made again; "
        "`right/on` no longer can be.",
    )


def test_an_edit_that_changes_no_choice_made_is_not_mentioned(
    tmp_path: Path, saves: Saves, program: Program
) -> None:
    saves.autosave(walked(program, 6))
    edited = program_of(tmp_path, STORY.replace("The right foot.", "The other foot."))
    loaded = Saves(tmp_path / "saves", edited.story).load_auto(edited)
    assert loaded is not None
    assert (len(loaded.playthrough.choices), loaded.notices) == (6, ())


def test_an_edit_that_counts_otherwise_is_played_by_its_new_rules(
    tmp_path: Path, saves: Saves, program: Program
) -> None:
    saves.autosave(walked(program, 6))
    edited = program_of(tmp_path, STORY.replace("steps + 1", "steps + 2"))
    loaded = Saves(tmp_path / "saves", edited.story).load_auto(edited)
    assert loaded is not None
    assert loaded.notices == ()
    assert loaded.playthrough.view.lines[0].text == "The left foot, after 12 steps."


def test_a_save_that_led_somewhere_else_in_the_same_story_says_so(
    saves: Saves, program: Program
) -> None:
    saves.autosave(walked(program, 2))
    content = auto(saves).read_bytes()
    auto(saves).write_bytes(_sealed(content, state={"passage": "end", "values": {}, "stack": []}))
    loaded = saves.load_auto(program)
    assert loaded is not None
    assert "may have led somewhere else" in loaded.notices[0]


def test_a_save_of_another_story_is_named_and_kept(
    tmp_path: Path, saves: Saves, program: Program
) -> None:
    saves.autosave(walked(program, 2))
    other = program_of(tmp_path, STORY.replace("id: treadmill", "id: stairs"))
    others = Saves(tmp_path / "saves", other.story)
    others.folder.mkdir()
    shutil.copy(auto(saves), auto(others))
    loaded = others.load_auto(other)
    assert loaded is not None
    assert loaded.playthrough.choices == ()
    assert "it belongs to another story, Treadmill (treadmill)" in loaded.notices[0]
    assert auto(others, ".kept-1").read_bytes() == auto(saves).read_bytes()


def test_a_save_of_a_newer_version_is_named_and_kept(saves: Saves, program: Program) -> None:
    saves.autosave(walked(program, 2))
    newer = json.dumps({"one_out_save": 2, "whatever": "it holds"}).encode()
    auto(saves).write_bytes(newer)
    loaded = saves.load_auto(program)
    assert loaded is not None
    assert "made by a newer version of this game" in loaded.notices[0]
    saves.autosave(walked(program, 1))
    assert auto(saves, ".kept-1").read_bytes() == newer


# Slots without a number, and deleting


def test_named_slots_are_listed_before_the_numbered_ones(saves: Saves, program: Program) -> None:
    saves.save(3, walked(program, 2))
    saves.save("left", walked(program, 2))
    saves.save("quicksave", walked(program, 2))
    saves.autosave(walked(program, 3))
    assert [s.slot for s in saves.slots()] == ["autosave", "quicksave", "left", 3]
    assert len(saves.load("quicksave", program).playthrough.choices) == 2


def test_files_that_only_look_like_slots_are_none(saves: Saves, program: Program) -> None:
    saves.save(1, walked(program, 1))
    for name in ("slot-0", "slot-01", "slot-\u0663", "slot-x", "slot-1.previous", "slot--1"):
        shutil.copy(saves.path(1), saves.folder / f"{name}.json")
    assert [s.slot for s in saves.slots()] == [1]
    with pytest.raises(SaveError, match="numbered from 1"):
        saves.path(0)


def test_a_deleted_slot_is_gone_with_its_picture_and_what_was_before_it(
    saves: Saves, program: Program
) -> None:
    saves.autosave(walked(program, 5))
    for slot in (1, 2):
        saves.save(slot, walked(program, 1))
        saves.save(slot, walked(program, 2))
        saves.picture(slot).write_bytes(b"a picture")
    saves.delete(1)
    assert [s.slot for s in saves.slots()] == ["autosave", 2]
    assert not list(saves.folder.glob("slot-1*"))
    assert saves.picture(2).exists()
    assert len(saves.load(2, program).playthrough.choices) == 2


def test_deleting_a_damaged_slot_brings_back_the_one_before_it(
    saves: Saves, program: Program
) -> None:
    saves.save(1, walked(program, 1))
    saves.save(1, walked(program, 2))
    saves.path(1).write_bytes(b"{")
    assert saves.slots()[0].before == 1
    saves.delete(1)
    assert saves.slots()[0].problem is None
    assert len(saves.load(1, program).playthrough.choices) == 1
    saves.path(1).write_bytes(b"{")
    assert saves.slots()[0].before is None
    saves.delete(1)
    assert saves.slots() == ()
    assert saves.empty


def test_the_place_that_is_left_is_the_playthrough_or_else_the_autosave(
    saves: Saves, program: Program
) -> None:
    saves.leave(walked(program, 0))
    assert saves.empty
    saves.autosave(walked(program, 4))
    saves.leave(walked(program, 0))
    assert len(saves.load("left", program).playthrough.choices) == 4
    saves.leave(walked(program, 2))
    assert len(saves.load("left", program).playthrough.choices) == 2


def test_an_edited_story_leaves_over_what_it_does_not_let_be_made_again(
    tmp_path: Path, saves: Saves, program: Program
) -> None:
    saves.save(1, walked(program, 6))
    edited = program_of(
        tmp_path,
        STORY.replace("      on: {text: Step., to: left,", "      back: {text: Step., to: left,"),
    )
    loaded = Saves(tmp_path / "saves", edited.story).load(1, edited)
    assert loaded.beyond == ("right/on", "left/on", "right/on", "left/on", "right/on")
    assert saves.load(1, program).beyond == ()
