"""Saving and loading in the window: real keys, a real mouse, real files."""

import errno
import json
import os
import threading
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pygame
import pytest

from game.play.playthrough import Playthrough
from game.play.program import Program
from game.play.saves import SLOTS, Saves
from game.ui import play_window, wording
from game.ui.page import Print, Shape
from game.ui.screens.saves import SavesScreen
from tests.ui.pilot import Pilot, rope
from tests.ui.watched import AT_THE_PUB, Open


def open_(saves: Path, **more: object) -> Pilot:
    """A window on the tests' story, at its first screen, with its saves in a folder."""
    pilot = Pilot(rope(), saves=saves, **more)  # type: ignore[arg-type]
    if pilot.showing == "TitleScreen":
        pilot.click("continue" if pilot.page.control("continue") else "begin")
    return pilot


def kept(folder: Path) -> Saves:
    return Saves(folder, rope())


def choices(folder: Path, slot: int | str) -> int:
    """How many choices a slot's file holds."""
    found = kept(folder).path(slot)  # type: ignore[arg-type]
    return len(json.loads(found.read_text("utf-8"))["choices"])


def card(pilot: Pilot, slot: int | str) -> str:
    """The words of a card, which are also those of its control."""
    control = pilot.page.control(f"slot:{slot}")
    assert control is not None, [c.id for c in pilot.page.controls]
    return control.label


# Saving


def test_the_menu_saves_to_an_empty_slot_at_once(tmp_path: Path) -> None:
    pilot = open_(tmp_path)
    pilot.press("4", "escape")
    pilot.click("save")
    assert pilot.showing == "SavesScreen"
    assert pilot.hot == "slot:1"
    pilot.press("return")
    assert choices(tmp_path, 1) == 1
    assert "Saved in 1" in pilot.words
    assert "Number three hatch. Friday smoko, May 1961. Today at" in card(pilot, 1)
    assert wording.choices(1) in card(pilot, 1)
    pilot.press("escape", "escape")
    assert pilot.showing == "PlayScreen"


def test_a_full_slot_is_replaced_only_after_a_choice(tmp_path: Path) -> None:
    pilot = open_(tmp_path)
    pilot.press("4", "s", "return", "return")
    assert pilot.showing == "AskScreen"
    assert "Number three hatch" in pilot.words
    pilot.press("escape", "escape", "1", "s", "1")
    for key in ("return", "1", "escape"):
        assert pilot.showing == "AskScreen"
        pilot.press(key)
        assert pilot.showing == "SavesScreen"
        assert choices(tmp_path, 1) == 1
        pilot.press("1")
    pilot.press("2")
    assert pilot.showing == "SavesScreen"
    assert choices(tmp_path, 1) == 2
    assert "The Breakwater" in card(pilot, 1)


def test_digits_name_the_slots_and_all_twelve_can_be_reached_by_arrows(tmp_path: Path) -> None:
    pilot = open_(tmp_path, size=(640, 360))
    pilot.press("4", "s", "7")
    assert choices(tmp_path, 7) == 1
    seen = set()
    pilot.press(*["up"] * SLOTS, *["left"] * SLOTS)
    for _ in range(SLOTS):
        hot = pilot.page.control(pilot.hot or "")
        assert hot is not None
        assert pilot.page.visible(hot, pilot.window.desk.scroll)
        seen.add(pilot.hot)
        pilot.press("right")
    assert seen == {f"slot:{n}" for n in range(1, SLOTS + 1)}
    pilot.press("return")
    assert choices(tmp_path, 12) == 1


def test_the_first_empty_slot_and_the_newest_save_are_brought_into_view(tmp_path: Path) -> None:
    pilot = open_(tmp_path, size=(640, 360), text=200)
    pilot.click("option:smoko/cover")
    for slot in range(1, SLOTS):
        kept(tmp_path).save(slot, pilot.sitting.playthrough)
    newest = kept(tmp_path).path(11)
    pilot.press("s")
    assert pilot.hot == "slot:12"
    assert pilot.window.desk.scroll > 0
    for slot in range(1, SLOTS - 1):
        kept(tmp_path).path(slot).write_bytes(b"{")
    assert newest.exists()
    pilot.press("l")
    assert pilot.hot == "slot:11"


def test_up_and_down_keep_to_the_column(tmp_path: Path) -> None:
    pilot = open_(tmp_path)
    pilot.press("s", "right")
    here = pilot.page.control(pilot.hot or "")
    pilot.press("down")
    below = pilot.page.control(pilot.hot or "")
    assert here is not None
    assert below is not None
    assert below.rect.x == here.rect.x
    assert below.rect.y > here.rect.y
    pilot.press("up", "up")
    assert pilot.hot == here.id


def test_the_mouse_alone_saves_replaces_loads_and_deletes(tmp_path: Path) -> None:
    pilot = open_(tmp_path, size=(640, 360), text=200)
    for control in ("option:smoko/cover", "bar:menu", "save", "slot:10", "bar:close", "close"):
        pilot.click(control)
    for control in ("option:asked/pub", "bar:menu", "save", "slot:10", "yes", "bar:load"):
        pilot.click(control)
    assert choices(tmp_path, 10) == 2
    pilot.click("bar:close")
    for control in ("close", "bar:back", "bar:menu", "load", "slot:10"):
        pilot.click(control)
    assert pilot.showing == "PlayScreen"
    assert pilot.view.passage == "pub"
    for control in ("bar:menu", "load", "remove:slot:10", "yes"):
        pilot.click(control)
    assert not kept(tmp_path).path(10).exists()


# Loading


def test_loading_goes_on_from_there_and_keeps_the_place_that_was_left(tmp_path: Path) -> None:
    pilot = open_(tmp_path)
    pilot.press("4", "s", "return", "escape", "left", "3", "l", "1")
    assert pilot.showing == "PlayScreen"
    assert pilot.sitting.playthrough.choices == ("smoko/cover",)
    assert choices(tmp_path, "autosave") == 1
    pilot.press("l")
    assert "Nothing is lost by loading" in pilot.words
    assert card(pilot, "autosave").startswith("Where you are now. ")
    assert card(pilot, "left").startswith("The place you left. ")
    pilot.click("slot:left")
    assert pilot.sitting.playthrough.choices == ("smoko/quirk",)
    pilot.press("l")
    pilot.click("slot:left")
    assert pilot.sitting.playthrough.choices == ("smoko/cover",)


def test_a_place_one_can_go_back_to_from_the_loaded_one_is_not_kept_again(tmp_path: Path) -> None:
    pilot = open_(tmp_path)
    pilot.press("4", "1", "s", "return", "escape", "left", "l", "1")
    assert pilot.view.passage == "pub"
    assert not kept(tmp_path).path("left").exists()


def test_after_starting_again_the_place_reached_before_is_kept_too(tmp_path: Path) -> None:
    pilot = open_(tmp_path)
    pilot.press("4", "s", "1", "escape", "1", "escape")
    pilot.click("restart")
    pilot.press("2", "l", "1")
    assert pilot.sitting.playthrough.choices == ("smoko/cover",)
    assert choices(tmp_path, "left") == 2


def test_the_title_loads_where_something_is_saved(tmp_path: Path) -> None:
    assert Pilot(rope(), saves=tmp_path).page.control("load") is None
    pilot = open_(tmp_path)
    pilot.press("4", "s", "3", "escape", "1")
    title = Pilot(rope(), saves=tmp_path, resumed=pilot.sitting.playthrough.choices)
    title.click("load")
    assert card(title, "autosave").startswith("Where you stopped. ")
    assert title.page.control("bar:save") is None
    title.press("s")
    assert "LOAD" in title.words
    title.press("3")
    assert title.showing == "PlayScreen"
    assert title.view.passage == "asked"
    assert choices(tmp_path, "left") == 2


def test_an_ending_and_its_title_stand_on_the_card(tmp_path: Path) -> None:
    pilot = open_(tmp_path, resumed=("smoko/quirk", "asked/home"))
    assert pilot.view.ending is not None
    pilot.press("s", "1")
    assert f"Ending: {pilot.view.ending.title}" in card(pilot, 1)


def test_nothing_to_load_says_so(tmp_path: Path) -> None:
    pilot = open_(tmp_path)
    pilot.press("l")
    assert wording.NOTHING_SAVED in pilot.words
    pilot.press("return")
    assert pilot.showing == "PlayScreen"


# Quick save and load


def test_f5_and_f9_save_and_load_with_a_word_in_the_bar(tmp_path: Path) -> None:
    pilot = open_(tmp_path)
    pilot.press("f9")
    assert "There is no quick save yet." in pilot.words
    pilot.press("4", "f5")
    assert wording.QUICK_SAVED in pilot.words
    assert choices(tmp_path, "quicksave") == 1
    pilot.press("1")
    assert wording.QUICK_SAVED not in pilot.words
    pilot.press("left", "left", "3", "f9")
    assert wording.QUICK_LOADED in pilot.words
    assert pilot.sitting.playthrough.choices == ("smoko/cover",)
    pilot.press("f9")
    assert choices(tmp_path, "left") == 1
    assert json.loads(kept(tmp_path).path("left").read_text("utf-8"))["choices"] == ["smoko/quirk"]


def test_f5_and_f9_work_in_a_meeting_and_on_the_title(tmp_path: Path) -> None:
    pilot = open_(tmp_path, resumed=("smoko/cover", "asked/pub", "pub/monday"))
    pilot.press("1", "return")
    assert pilot.showing == "MeetingScreen"
    pilot.press("f5")
    assert wording.QUICK_SAVED in pilot.words
    assert choices(tmp_path, "quicksave") == 3
    pilot.press("return", "left", "1", "return", "f9")
    assert pilot.showing == "PlayScreen"
    assert len(pilot.sitting.playthrough.choices) == 3
    title = Pilot(rope(), saves=tmp_path)
    title.press("f9")
    assert title.showing == "PlayScreen"
    assert len(title.sitting.playthrough.choices) == 3


# Deleting and damage


def test_deleting_asks_and_touches_nothing_else(tmp_path: Path) -> None:
    pilot = open_(tmp_path)
    pilot.press("4", "s", "1", "2", "l")
    assert pilot.hot in ("slot:1", "slot:2")
    pilot.click("remove:slot:1")
    pilot.press("return")
    assert kept(tmp_path).path(1).exists()
    pilot.press("delete", "2")
    assert not kept(tmp_path).path(1).exists()
    assert kept(tmp_path).path(2).exists()
    assert kept(tmp_path).path("autosave").exists()
    assert pilot.hot == "slot:2"


def test_the_autosave_and_empty_slots_cannot_be_deleted(tmp_path: Path) -> None:
    pilot = open_(tmp_path)
    pilot.press("4", "s", "delete")
    assert pilot.showing == "SavesScreen"
    pilot.press("l", "delete")
    assert pilot.hot == "slot:autosave"
    assert pilot.showing == "SavesScreen"
    assert pilot.page.control("remove:slot:autosave") is None


def test_a_damaged_save_shows_as_such_and_its_forerunner_takes_its_place(tmp_path: Path) -> None:
    pilot = open_(tmp_path)
    pilot.press("4", "s", "1", "2", "escape", "1", "s", "2", "2", "escape")
    for slot in (1, 2):
        kept(tmp_path).path(slot).write_bytes(b"{")
    pilot.press("l")
    assert "Damaged" in card(pilot, 1)
    assert "It can be deleted" in card(pilot, 1)
    assert "The save before it opens" in card(pilot, 2)
    assert any(isinstance(i, Shape) and i.kind == "cross" for i in pilot.page.flow)
    pilot.press("1", "2")
    assert not kept(tmp_path).path(1).exists()
    pilot.press("2", "2")
    assert choices(tmp_path, 2) == 1
    assert "Number three hatch" in card(pilot, 2)
    pilot.press("2")
    assert pilot.view.passage == "asked"


def test_a_stranger_can_write_anything_and_the_screen_still_stands(tmp_path: Path) -> None:
    from game.play.save_file import Save, encode

    pilot = open_(tmp_path)
    pilot.press("4")
    long = "long " * 600
    state = {"passage": "nowhere", "values": {}, "stack": []}
    for slot, save in enumerate(
        (
            Save("rope", "x", "y", ("a/b",), None, "not a time", long),
            Save("rope", "x", "y", ("a/b",), state, "9999-12-31T23:59:59-23:00", "\n\t"),
            Save("other", "x", "y", (), [1], "", ""),
        ),
        1,
    ):
        kept(tmp_path).path(slot).write_bytes(encode(save))
    pilot.press("l")
    assert long.strip() in card(pilot, 1)
    assert "another story" in card(pilot, 3)
    pilot.press("2")
    assert pilot.showing == "PlayScreen"
    assert "could be made again" in pilot.words


def test_a_save_of_an_edited_story_says_where_it_stopped(tmp_path: Path) -> None:
    pilot = open_(tmp_path)
    pilot.press("4", "1", "s", "1")
    story = rope()
    asked = story.passages["asked"]
    left = tuple(choice for choice in asked.choices if choice.id != "asked/pub")
    edited = story._replace(
        fingerprint="edited",
        passages={**story.passages, "asked": asked._replace(choices=left)},
    )
    after = Pilot(edited, saves=tmp_path)
    after.click("load")
    after.press("1")
    assert after.view.passage == "asked"
    assert "Of 2 choices, 1 could be made again; `asked/pub`" in after.words
    assert choices(tmp_path, 1) == 2


# Disks


@pytest.fixture
def full(monkeypatch: pytest.MonkeyPatch) -> None:
    """A disk on which nothing more can be written."""

    def refuse(*_: object) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(os, "fsync", refuse)


def test_a_full_disk_is_told_and_the_play_goes_on(
    tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    pilot = open_(tmp_path)
    pilot.press("4", "s", "1", "escape")
    before = kept(tmp_path).path(1).read_bytes()
    request.getfixturevalue("full")
    pilot.press("s", "2")
    assert pilot.showing == "TellScreen"
    assert "no space left" in pilot.words
    pilot.press("return")
    assert card(pilot, 2) == f"2. {wording.EMPTY}"
    pilot.press("1", "2")
    assert pilot.showing == "TellScreen"
    assert kept(tmp_path).path(1).read_bytes() == before
    pilot.press("escape", "escape", "escape", "f5")
    assert pilot.showing == "PlayScreen"
    assert wording.NOT_QUICK_SAVED in pilot.words
    assert "no space left" in pilot.words
    pilot.press("1")
    assert pilot.view.passage == "pub"


def test_where_the_present_place_cannot_be_kept_loading_asks(
    tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    pilot = open_(tmp_path)
    pilot.press("4", "s", "1", "escape", "f5", "left", "3")
    request.getfixturevalue("full")
    pilot.press("f9")
    assert "the quick save was not loaded" in pilot.words
    assert pilot.sitting.playthrough.choices == ("smoko/quirk",)
    pilot.press("l", "1")
    assert pilot.showing == "AskScreen"
    assert "no space left" in pilot.words
    pilot.press("return")
    assert pilot.showing == "SavesScreen"
    pilot.press("1", "2")
    assert pilot.showing == "PlayScreen"
    assert pilot.sitting.playthrough.choices == ("smoko/cover",)


def test_a_file_where_the_folder_should_be_stops_nothing(tmp_path: Path) -> None:
    (tmp_path / "rope").write_bytes(b"")
    pilot = open_(tmp_path)
    pilot.press("4", "f5")
    assert wording.NOT_QUICK_SAVED in pilot.words
    pilot.press("s", "1")
    assert pilot.showing == "TellScreen"
    pilot.press("escape", "l", "escape", "1")
    assert pilot.view.passage == "pub"


# Pictures


def prints(pilot: Pilot) -> list[Print]:
    return [item for item in pilot.page.flow if isinstance(item, Print)]


def drawn(pilot: Pilot, slot: int | str) -> bool:
    """Whether a card shows a picture: its corners are then no longer empty paper."""
    wanted = kept_name(pilot, slot)
    item = next(i for i in prints(pilot) if i.picture.endswith(wanted))
    assert pilot.window.camera is not None
    return pilot.window.camera.get(item.picture, item.rect.w, item.rect.h) is not None


def kept_name(pilot: Pilot, slot: int | str) -> str:
    keeping = pilot.sitting.keeping
    assert keeping is not None
    return str(keeping.saves.picture(slot))  # type: ignore[arg-type]


def pixels(picture: pygame.Surface) -> bytes:
    return pygame.image.tobytes(picture, "RGB")


def test_a_save_shows_the_screen_it_was_made_on(tmp_path: Path) -> None:
    pilot = open_(tmp_path)
    pilot.press("4")
    screen = pilot.surface.copy()
    pilot.press("s", "1")
    camera, item = pilot.window.camera, prints(pilot)[0]
    assert camera is not None
    picture = camera.get(item.picture, item.rect.w, item.rect.h)
    assert picture is not None
    # Where neither the number nor the frame lies over it.
    part = pygame.Rect(item.rect.w // 3, 10, item.rect.w // 2, item.rect.h - 20)
    shown = pilot.surface.subsurface(part.move(item.rect.x, item.rect.y))
    assert pixels(shown) == pixels(picture.subsurface(part))
    camera.close()
    kept_file = pygame.image.load(kept(tmp_path).picture(1))
    assert pixels(kept_file) == pixels(pygame.transform.smoothscale(screen, (384, 216)))


def test_pictures_are_there_in_the_next_window_and_only_their_own(tmp_path: Path) -> None:
    pilot = open_(tmp_path)
    pilot.press("4", "s", "1", "2", "escape", "f5", "1")
    assert pilot.window.camera is not None
    pilot.window.camera.close()
    saves = kept(tmp_path)
    saves.picture(2).write_bytes(saves.picture("autosave").read_bytes())
    again = Pilot(rope(), saves=tmp_path, resumed=pilot.sitting.playthrough.choices)
    again.click("load")
    assert drawn(again, "autosave")
    assert drawn(again, "quicksave")
    assert drawn(again, 1)
    assert not drawn(again, 2)


DAMAGE: dict[str, Callable[[bytes], bytes]] = {
    "emptied": lambda png: png[:0],
    "cut": lambda png: png[:100],
    "zeroed": lambda png: png[:-400] + bytes(400),
    "another kind": lambda png: b"GIF89a" + png,
    "huge sides": lambda png: png[:16] + b"\0\0\xff\xff\0\0\xff\xff" + png[24:],
    "huge file": lambda png: png + bytes(3_000_000),
}


@pytest.mark.parametrize("damage", DAMAGE.values(), ids=DAMAGE.keys())
def test_a_damaged_picture_is_no_error(tmp_path: Path, damage: Callable[[bytes], bytes]) -> None:
    pilot = open_(tmp_path)
    pilot.press("4", "s", "1")
    assert pilot.window.camera is not None
    pilot.window.camera.close()
    path = kept(tmp_path).picture(1)
    path.write_bytes(damage(path.read_bytes()))
    again = Pilot(rope(), saves=tmp_path)
    again.click("load")
    assert "Number three hatch" in card(again, 1)
    again.press("1")
    assert again.view.passage == "asked"


def test_keys_faster_than_the_screen_give_no_wrong_picture(tmp_path: Path) -> None:
    pilot = open_(tmp_path)
    for name in ("4", "f5", "s"):
        code = pygame.key.key_code(name)
        pilot.post(pygame.KEYDOWN, key=code, mod=0, unicode="", scancode=0)
    pilot.settle()
    assert pilot.showing == "SavesScreen"
    assert choices(tmp_path, "quicksave") == 1
    pilot.press("l")
    assert not drawn(pilot, "quicksave")


def test_a_choice_takes_no_picture(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from game.ui import camera

    taken: list[pygame.Surface] = []
    real = camera._small

    def counted(screen: pygame.Surface) -> pygame.Surface:
        taken.append(real(screen))
        return taken[-1]

    monkeypatch.setattr(camera, "_small", counted)
    pilot = open_(tmp_path)
    pilot.press("4", "1", "left", "left")
    assert not taken
    pilot.press("escape")
    assert len(taken) == 1


def test_closing_the_window_leaves_a_picture_of_where_one_stopped(tmp_path: Path) -> None:
    story = rope()
    Pilot(story)  # opens the display, so that the events below are not lost
    for key in (pygame.K_1, pygame.K_4):
        values = {"key": key, "mod": 0, "unicode": "", "scancode": 0}
        pygame.event.post(pygame.event.Event(pygame.KEYDOWN, values))
    saves = kept(tmp_path)

    def autosave(playthrough: Playthrough) -> None:
        saves.autosave(playthrough)
        # Once the new screen has been drawn.
        threading.Timer(0.5, pygame.event.post, [pygame.event.Event(pygame.QUIT)]).start()

    code = play_window(
        story,
        Playthrough(Program(story)),
        autosave,
        resumed=False,
        saves=lambda of: Saves(tmp_path, of),
    )
    assert code == 0
    assert saves.picture("autosave").exists()
    again = Pilot(story, saves=tmp_path)
    again.click("load")
    assert drawn(again, "autosave")


# The author's window


def test_the_authors_window_saves_among_the_trials(watched: Open) -> None:
    from game import places
    from game.commands import watch
    from game.ui.camera import give_saves

    one = watched(AT_THE_PUB)
    camera = give_saves(one.pilot.sitting, watch._saves)
    one.pilot.window.camera = camera
    one.pilot.press("s", "1")
    found = Saves(places.trials(), one.pilot.sitting.story)
    assert [s.slot for s in found.slots()] == [1]
    assert not places.saves().exists()
    one.pilot.press("escape", "left", "left")
    one.save("scenes/1-wharf.yaml", "      pub:", "      bar:")
    one.pilot.press("l", "1")
    assert one.pilot.view.passage == "asked"
    cut = one.pilot.sitting.cut_short
    assert cut is not None
    assert cut.option == "asked/pub"
    one.save("scenes/1-wharf.yaml", "      bar:", "      pub:")
    assert one.pilot.view.passage == "pub"
    camera.close()


def test_loading_where_an_edit_cut_the_play_short_keeps_all_of_it(watched: Open) -> None:
    from game.commands import watch
    from game.ui.camera import give_saves

    one = watched(AT_THE_PUB)
    pilot = one.pilot
    give_saves(pilot.sitting, watch._saves)
    pilot.sitting._autosave = watch._keep
    pilot.press("left", "s", "1", "escape", "1")
    one.save("scenes/1-wharf.yaml", "      pub:", "      bar:")
    assert pilot.view.passage == "asked"
    pilot.press("l", "1")
    assert pilot.sitting.cut_short is None
    one.save("scenes/1-wharf.yaml", "      bar:", "      pub:")
    pilot.press("l")
    pilot.click("slot:left")
    assert pilot.view.passage == "pub"


# Words


def test_the_time_of_a_save_is_told_in_plain_words() -> None:
    now = datetime(2026, 3, 1, 0, 30, tzinfo=UTC)

    def said(**before: float) -> str:
        return wording.day_and_time((now - timedelta(**before)).isoformat(), now)

    assert said(minutes=10) == "Today at 00:20"
    assert said(minutes=40) == "Yesterday at 23:50"
    assert said(days=1, minutes=40) == "Friday 27 February 2026 at 23:50"
    for nonsense in ("", "yesterday", "0001-01-01T00:00:00+14:00", "2026-13-01"):
        assert wording.day_and_time(nonsense, now) == ""


def test_the_screen_is_for_whoever_has_saves_only() -> None:
    pilot = Pilot(rope())
    pilot.press("1", "s", "l", "f5", "f9")
    assert pilot.showing == "PlayScreen"
    pilot.press("escape")
    assert pilot.page.control("save") is None
    assert not isinstance(pilot.window.desk.screen, SavesScreen)
