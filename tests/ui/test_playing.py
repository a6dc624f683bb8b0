"""The window played as people play it."""

import time
from pathlib import Path

import pygame
import pytest

from game.play.playthrough import Playthrough
from game.play.program import Program
from game.play.save_file import SaveError
from game.story.shelf import Shelved
from game.ui import choose_story, play_window
from game.ui.screens.shelf import ShelfScreen
from tests.ui.pilot import STORY, Pilot, rope


def test_the_title_says_what_the_story_is_and_carries_the_name_warning() -> None:
    pilot = Pilot(rope(notes=True))
    for words in ("THE ROPE", "1961", "South Coast", "MICK HANLON", "Strait Islander"):
        assert words in pilot.words
    assert "Smoko" not in pilot.words


def test_all_content_notes_are_shown_before_the_first_scene() -> None:
    pilot = Pilot(rope(notes=True))
    pilot.press("return")
    for words in ("BEFORE YOU BEGIN", "Strait Islander", "No slur"):
        assert words in pilot.words
    assert "Smoko" not in pilot.words
    pilot.press("escape")
    assert "THE ROPE" in pilot.words
    pilot.press("return", "return")
    assert "Smoko" in pilot.words


def test_the_keyboard_alone_plays_from_start_to_an_ending() -> None:
    pilot = Pilot(rope())
    pilot.press("return")
    pilot.press("down", "down", "down", "return")
    assert pilot.view.passage == "asked"
    pilot.press("return")
    pilot.press("down", "return")
    assert pilot.view.meeting is not None
    pilot.press("return")
    assert pilot.showing == "MeetingScreen"
    pilot.press("space")
    assert "CARRIED" in pilot.words
    pilot.press("return")
    assert pilot.view.ending is not None
    assert "TWELVE KEGS" in pilot.words
    assert "Take Les\u2019s Saturday" in pilot.words
    pilot.press("up", "return")
    assert pilot.window.desk.done
    assert pilot.window.desk.result == 0


def test_the_mouse_alone_plays_from_start_to_an_ending_and_quits() -> None:
    pilot = Pilot(rope())
    for control in (
        *("begin", "option:smoko/ask_roy", "bar:back", "option:smoko/quirk", "option:asked/pub"),
        *("bar:notes", "close", "bar:backlog", "bar:close", "bar:picture", "close"),
        *("bar:larger", "bar:larger", "bar:smaller", "bar:smaller", "bar:menu", "know", "close"),
        *("close", "option:pub/ask", "option:publican/on", "hall", "all", "option:vote/lost"),
    ):
        pilot.click(control)
    assert pilot.view.ending is not None
    assert "OTHER BUSINESS" in pilot.words
    pilot.click("quit")
    assert pilot.window.desk.done


def test_the_mouse_alone_plays_in_a_small_window_with_large_text() -> None:
    pilot = Pilot(rope(), size=(640, 360), text=200)
    for control in ("begin", "option:smoko/cover", "option:asked/pub", "option:pub/monday"):
        pilot.click(control)
    pilot.click("hall")
    pilot.click("all")
    pilot.click("option:vote/carried")
    assert pilot.view.ending is not None


def test_digits_take_the_choice_with_that_number() -> None:
    pilot = Pilot(rope())
    pilot.press("1")
    pilot.press("[4]")
    assert pilot.sitting.playthrough.choices == ("smoko/cover",)
    pilot.press("9")
    assert pilot.view.passage == "asked"


@pytest.mark.parametrize("key", ["left", "backspace"])
def test_left_and_backspace_go_back_one_choice(key: str) -> None:
    pilot = Pilot(rope())
    pilot.press("1", "4", "1")
    pilot.press(key)
    assert pilot.view.passage == "asked"
    pilot.press(key)
    assert pilot.view.passage == "smoko"
    pilot.press(key)
    assert pilot.view.passage == "smoko"


def test_every_choice_is_saved_and_so_is_going_back() -> None:
    pilot = Pilot(rope())
    pilot.press("1", "4", "1", "left")
    assert pilot.saved == [
        ("smoko/cover",),
        ("smoko/cover", "asked/pub"),
        ("smoko/cover",),
    ]


@pytest.mark.parametrize("why", [SaveError("The disk is full."), OSError(28, "No space left")])
def test_a_save_that_fails_is_told_and_stops_nothing(why: Exception) -> None:
    def full(_: Playthrough) -> None:
        raise why

    pilot = Pilot(rope(), autosave=full)
    pilot.press("1", "4")
    assert "disk is full" in pilot.words or "No space left" in pilot.words
    assert pilot.view.passage == "asked"


def test_a_locked_choice_is_read_and_never_taken() -> None:
    pilot = Pilot(rope())
    pilot.press("1", "1")
    assert "Take both buses" in pilot.words
    assert "You would need your Saturday back." in pilot.words
    assert "option:asked/dartboard" not in [control.id for control in pilot.page.controls]
    for _ in range(20):
        pilot.press("down")
        assert pilot.hot != "option:asked/dartboard"
    pilot.press("4")
    assert pilot.view.passage == "asked"


def test_hands_go_up_one_at_a_time_by_themselves() -> None:
    pilot = Pilot(rope(), resumed=("smoko/cover", "asked/pub", "pub/monday"))
    pilot.press("1", "1")
    assert pilot.words.count("Not yet") == 7
    assert "He owes you" not in pilot.words
    deadline = time.monotonic() + 5
    while pilot.words.count("Not yet") == 7:
        assert time.monotonic() < deadline
        pilot.window.step(2)
    assert pilot.words.count("Not yet") == 6
    assert "He owes you" in pilot.words
    assert "CARRIED" not in pilot.words


def test_any_key_shows_all_hands_at_once_and_does_nothing_else() -> None:
    for key in ("return", "escape", "b", "left", "1"):
        pilot = Pilot(rope(), resumed=("smoko/cover", "asked/pub", "pub/monday"))
        pilot.press("1", "1")
        pilot.press(key)
        assert pilot.showing == "MeetingScreen"
        assert "Not yet" not in pilot.words
        assert "5 UP, 2 DOWN: CARRIED" in pilot.words
        assert pilot.view.passage == "vote"


def test_a_meeting_names_every_hand_and_its_reason_in_words() -> None:
    pilot = Pilot(rope(), resumed=("smoko/ask_roy", "asked/pub", "pub/monday"))
    pilot.press("1", "1", "return")
    assert pilot.view.meeting is not None
    words = pilot.words.replace(" ", "")
    for hand in pilot.view.meeting.hands:
        assert hand.name.upper().replace(" ", "") in words
        assert hand.reason.replace(" ", "") in words
    for word in ("Hand up", "Hand down", "Does not vote", "1 NOT VOTING"):
        assert word in pilot.words


def test_a_range_fault_says_where_and_goes_back() -> None:
    pilot = Pilot(rope())
    pilot.press("1", "4", "2", "2")
    assert pilot.showing == "TroubleScreen"
    assert "scenes/1-wharf.yaml:" in pilot.words
    assert "fund += 2" in pilot.words
    assert "Your place is saved" in pilot.words
    pilot.press("return")
    assert pilot.showing == "PlayScreen"
    assert pilot.sitting.playthrough.choices == ("smoko/cover", "asked/levy")


def test_a_stuck_screen_says_where_and_goes_back() -> None:
    pilot = Pilot(rope())
    pilot.press("1", "4", "1", "3")
    assert pilot.view.fault is not None
    assert "scenes/2-pub.yaml:" in pilot.words
    pilot.press("1")
    assert pilot.view.passage == "pub"


def test_the_backlog_holds_everything_read_and_chosen() -> None:
    pilot = Pilot(rope(), resumed=("smoko/cover", "asked/pub", "pub/monday", "vote/carried"))
    pilot.press("1", "b")
    for words in ("curried egg", "Take Les\u2019s Saturday", "It is new rope", "5 up, 2 down"):
        assert words in pilot.words
    assert pilot.window.desk.scroll == pilot.page.depth > 0
    pilot.press("home")
    assert pilot.window.desk.scroll == 0
    pilot.press("b")
    assert pilot.showing == "PlayScreen"


def test_notes_show_label_text_and_sources_of_the_present_screen() -> None:
    pilot = Pilot(rope(), resumed=("smoko/cover", "asked/pub"))
    pilot.press("1", "n")
    for words in ("Documented", "Disputed", "shut at six", "Illawarra Mercury"):
        assert words in pilot.words
    assert "composites" not in pilot.words


def test_what_you_know_and_the_picture_in_words_are_a_key_away() -> None:
    pilot = Pilot(rope())
    pilot.press("1", "k")
    assert "licence says" in pilot.words
    pilot.press("escape", "p")
    assert "upturned drums" in pilot.words


def test_the_menu_starts_again_only_when_asked_twice() -> None:
    pilot = Pilot(rope(), resumed=("smoko/cover",))
    pilot.press("1", "escape")
    pilot.click("restart")
    assert pilot.showing == "SureScreen"
    pilot.press("return")
    assert pilot.view.passage == "asked"
    pilot.click("restart")
    pilot.press("2")
    assert pilot.showing == "PlayScreen"
    assert pilot.view.passage == "smoko"
    assert pilot.saved == []


def test_a_resumed_play_goes_on_where_it_was() -> None:
    pilot = Pilot(rope(), resumed=("smoko/cover", "asked/pub"))
    assert "Go on where you stopped" in pilot.words
    pilot.press("return")
    assert pilot.view.passage == "pub"


def test_a_resumed_play_can_begin_again() -> None:
    pilot = Pilot(rope(), resumed=("smoko/cover", "asked/pub"))
    pilot.press("2")
    assert pilot.view.passage == "smoko"


def test_after_an_ending_one_plays_again_or_reads_the_record() -> None:
    pilot = Pilot(rope(), resumed=("smoko/quirk", "asked/home"))
    pilot.press("1")
    pilot.press("1")
    assert "barmaid" in pilot.words
    pilot.press("escape", "2")
    assert pilot.view.passage == "smoko"


def test_the_focus_is_always_on_something_that_can_be_seen() -> None:
    pilot = Pilot(rope(), size=(640, 360), text=200)
    pilot.press("1")
    assert pilot.hot == "scroll:more"
    for _ in range(40):
        pilot.press("down")
        hot = pilot.page.control(pilot.hot or "")
        assert pilot.hot == "scroll:more" or (
            hot is not None and pilot.page.visible(hot, pilot.window.desk.scroll)
        )
    assert pilot.hot == "option:smoko/cover"
    pilot.press("return")
    assert pilot.view.passage == "asked"


def test_enter_turns_the_page_while_there_is_more_to_read() -> None:
    pilot = Pilot(rope(), size=(640, 360))
    pilot.press("1")
    assert pilot.page.depth > 0
    for _ in range(20):
        if pilot.hot != "scroll:more":
            break
        pilot.press("return")
    assert pilot.window.desk.scroll == pilot.page.depth
    assert pilot.view.passage == "smoko"
    pilot.press("down", "return")
    assert pilot.sitting.playthrough.choices == ("smoko/fetch",)


def test_tab_reaches_everything_and_comes_round() -> None:
    pilot = Pilot(rope(), size=(640, 360))
    pilot.press("1")
    reached = []
    for _ in range(40):
        pilot.press("tab")
        reached.append(pilot.hot)
    assert {control.id for control in pilot.page.controls} | {"scroll:more"} == set(reached)
    pilot.press("tab", mod=pygame.KMOD_LSHIFT)
    assert pilot.hot == reached[-2]


def test_a_finger_drags_the_text_and_takes_nothing_by_it() -> None:
    pilot = Pilot(rope(), size=(640, 360), text=200)
    pilot.press("1", "end")
    end = pilot.window.desk.scroll
    target = pilot.page.control("option:smoko/cover")
    assert target is not None
    rect = pilot.place(target)
    pilot.down(rect.x + 20, rect.y + 10)
    pilot.move(rect.x + 20, rect.y + 70, held=True)
    pilot.up(rect.x + 20, rect.y + 70)
    assert pilot.window.desk.scroll == end - 60
    assert pilot.view.passage == "smoko"


def test_the_scroll_bar_can_be_pulled() -> None:
    pilot = Pilot(rope(), size=(640, 360), text=200)
    pilot.press("1")
    track = pilot.page.track
    assert track is not None
    pilot.down(track.x + 2, track.y + 4)
    pilot.move(track.x + 2, track.bottom, held=True)
    pilot.up(track.x + 2, track.bottom)
    assert pilot.window.desk.scroll == pilot.page.depth


def test_letting_go_elsewhere_takes_nothing() -> None:
    pilot = Pilot(rope())
    pilot.press("1")
    target = pilot.page.control("option:smoko/cover")
    assert target is not None
    pilot.down(target.rect.x + 20, target.rect.y + 20)
    pilot.up(100, 600)
    assert pilot.view.passage == "smoko"


def test_closing_the_window_at_any_moment_ends_the_loop() -> None:
    story = rope()
    Pilot(story)  # opens the display, so that the events below are not lost
    saved: list[tuple[str, ...]] = []
    for key in (pygame.K_1, pygame.K_4, pygame.K_1):
        values = {"key": key, "mod": 0, "unicode": "", "scancode": 0}
        pygame.event.post(pygame.event.Event(pygame.KEYDOWN, values))
    pygame.event.post(pygame.event.Event(pygame.QUIT))
    playthrough = Playthrough(Program(story))
    code = play_window(story, playthrough, lambda p: saved.append(p.choices), resumed=False)
    assert code == 0
    assert saved[-1] == ("smoko/cover", "asked/pub")
    assert not pygame.display.get_init()


SHELF = [
    Shelved("rope", "The Rope", "A rope across a bar.", 1961, "South Coast", 35, STORY),
    Shelved("sheets", "sheets", "", 0, "", 0, Path("sheets"), "story.yaml:3: `title` is missing"),
]


def test_the_shelf_offers_stories_and_says_which_are_begun_or_broken() -> None:
    pilot = Pilot(
        rope(), screen=ShelfScreen(SHELF, lambda story: "The pub" if story.id == "rope" else None)
    )
    assert "Go on: The pub" in pilot.words
    assert "`title` is missing" in pilot.words
    assert [c.id for c in pilot.page.controls if c.main] == ["story:0", "story:1"]
    pilot.press("return")
    assert pilot.window.desk.result == STORY


def test_choose_story_gives_the_path_and_none_when_closed() -> None:
    for event, expected in (
        (pygame.event.Event(pygame.KEYDOWN, key=pygame.K_1, mod=0, unicode="1", scancode=0), STORY),
        (pygame.event.Event(pygame.QUIT), None),
    ):
        Pilot(rope())
        pygame.event.post(event)
        assert choose_story(SHELF) == expected
