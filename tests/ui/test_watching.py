"""A story that is edited while it is played: real files, the real watcher, the real window."""

from __future__ import annotations

import subprocess
import threading
import time
from collections.abc import Sequence
from pathlib import Path

import pygame
import pytest

from game.story.diagnostics import Diagnostic
from game.story.model import Story
from tests.test_check_command import large
from tests.ui.pilot import Pilot, rope
from tests.ui.test_contrast import measured, visible_words
from tests.ui.test_layout import check as check_layout
from tests.ui.test_pictures import drawn
from tests.ui.watched import AT_THE_PUB, Open, Watched

WHARF, PUB = "scenes/1-wharf.yaml", "scenes/2-pub.yaml"
AT_THE_VOTE = (*AT_THE_PUB, "pub/monday")

# The new text at the old place


def test_the_new_words_show_at_the_place_one_has_played_to(watched: Open) -> None:
    at = watched()
    at.pilot.press("down")
    focus = at.pilot.hot
    at.save(PUB, "It is new rope.", "It is old rope, and tarred.")
    assert "It is old rope, and tarred." in at.pilot.words
    assert at.pilot.sitting.playthrough.choices == AT_THE_PUB
    assert at.pilot.hot == focus == "option:pub/monday"
    assert at.live.foot().notice is None


def test_one_reads_on_where_one_was(watched: Open) -> None:
    at = watched((), size=(640, 360), text=200)
    at.pilot.press("page down")
    scroll = at.pilot.window.desk.scroll
    assert scroll > 0
    at.save(WHARF, "Smoko, number three hatch. Les", "Smoko, number four hatch. Les")
    assert "number four hatch." in at.pilot.words
    assert at.pilot.window.desk.scroll == scroll


def test_beginning_again_still_opens_at_the_top(watched: Open) -> None:
    at = watched((), size=(640, 360), text=200)
    at.save("story.yaml", "start: smoko", "start: home")
    assert at.pilot.view.ending is not None
    at.pilot.press("page down")
    assert at.pilot.window.desk.scroll > 0
    at.pilot.click("again")
    assert at.pilot.window.desk.scroll == 0


def test_what_was_renamed_is_renamed_in_the_title_of_the_window(watched: Open) -> None:
    at = watched()
    at.save("story.yaml", "title: The Rope", "title: The Tarred Rope")
    assert pygame.display.get_caption()[0].startswith("The Tarred Rope")


@pytest.mark.parametrize(
    ("key", "file", "old", "new"),
    [
        ("b", WHARF, "I've licked it now.", "I have bitten it now."),
        ("n", "story.yaml", "some a painted line", "some a chalk line"),
        ("k", WHARF, "need not say why", "never says why"),
        ("p", "story.yaml", "upturned drums", "upturned crates"),
    ],
)
def test_an_open_sheet_has_the_new_words_too(
    watched: Open, key: str, file: str, old: str, new: str
) -> None:
    at = watched(AT_THE_PUB if key in "bn" else ())
    at.pilot.press(key)
    at.save(file, old, new)
    assert at.pilot.showing != "PlayScreen"
    assert new in at.pilot.words


def test_hands_go_on_going_up_in_the_edited_meeting(watched: Open) -> None:
    at = watched(AT_THE_VOTE)
    at.pilot.press("1")
    at.pilot.window.desk.tick()
    at.save(PUB, "He owes you a Saturday and says so.", "He owes you one.")
    assert at.pilot.showing == "MeetingScreen"
    assert "He owes you one." in at.pilot.words
    assert at.pilot.words.count("Not yet") == 6


def test_a_meeting_that_is_no_more_is_left(watched: Open) -> None:
    at = watched(AT_THE_VOTE)
    at.pilot.press("1")
    text = (at.path / PUB).read_text("utf-8")
    meeting = text[text.index("    meeting:\n") : text.index("  ban:\n")]
    at.save(PUB, meeting, "    choices:\n      on: {text: Go on., to: ban}\n")
    # `no_ban` is led to by nothing now, which only the check minds.
    assert at.pilot.showing == "PlayScreen"
    assert "Go on." in at.pilot.words


def test_a_choice_that_could_not_be_carried_out_is_tried_afresh(watched: Open) -> None:
    at = watched(("smoko/cover", "asked/levy"))
    at.pilot.press("2")
    assert at.pilot.showing == "TroubleScreen"
    at.save("story.yaml", "from: 0, to: 3", "from: 0, to: 9")
    assert at.pilot.showing == "PlayScreen"
    at.pilot.press("2")
    assert at.pilot.sitting.playthrough.choices[-2:] == ("asked/levy", "asked/levy")


def test_a_picture_that_is_painted_over_is_shown_anew(watched: Open) -> None:
    at = watched()
    for colour in ((1, 2, 3), (200, 10, 250)):  # neither is an ink
        surface = pygame.Surface((64, 48))
        surface.fill(colour)
        pygame.image.save(surface, at.path / "pub.png")
        art = at.pilot.page.art
        assert art is not None
        middle = (art.rect.x + art.rect.w // 2, art.rect.y + art.rect.h // 2)
        at.until(lambda: at.pilot.surface.get_at(middle)[:3] == colour)  # noqa: B023


def test_a_picture_is_not_read_again_when_a_text_is_saved(watched: Open) -> None:
    at = watched()
    drawn(at.path, "pub.png")
    at.seen()
    art = at.pilot.page.art
    assert art is not None
    size = (art.rect.w, art.rect.h)
    at.until(lambda: at.pilot.pictures.get("pub", *size) is not None)
    before = at.pilot.pictures.get("pub", *size)
    at.save(PUB, "It is new rope.", "It is old rope.")
    assert at.pilot.pictures.get("pub", *size) is before


# A play that is cut short


def test_a_play_whose_choice_was_removed_stops_there_and_says_why(watched: Open) -> None:
    at = watched()
    at.save(WHARF, "      pub: {text: Walk", "      hotel: {text: Walk")
    assert at.pilot.view.passage == "asked"
    for words in (
        "The edit cuts this play short",
        f"{WHARF}:37:3: 1 of 2 choices could be made again. Then asked/pub could not: "
        "asked has no choice pub now.",
        "37 | asked:",
    ):
        assert words in at.pilot.words
    at.pilot.press("1")
    assert at.pilot.sitting.playthrough.choices == ("smoko/cover", "asked/hotel")
    assert "cuts this play short" not in at.pilot.words


def test_mending_it_leads_back_to_where_one_was(watched: Open) -> None:
    at = watched()
    at.save(WHARF, "      pub: {text: Walk", "      pub: {if: fund >= 2, text: Walk")
    assert at.pilot.view.passage == "asked"
    assert "its condition does not hold there now" in at.pilot.words
    at.save(WHARF, "if: fund >= 2, text: Walk", "if: fund >= 3, text: Walk")
    assert at.pilot.view.passage == "asked"
    at.save(WHARF, "if: fund >= 3, text: Walk", "text: Walk")
    assert at.pilot.sitting.playthrough.choices == AT_THE_PUB
    assert at.live.foot().notice is None


def test_whoever_goes_another_way_is_not_led_back(watched: Open) -> None:
    at = watched()
    at.save(WHARF, "      pub: {text: Walk", "      hotel: {text: Walk")
    at.pilot.press("left")
    at.save(WHARF, "      hotel: {text: Walk", "      pub: {text: Walk")
    assert at.pilot.sitting.playthrough.choices == ()


# Files that cannot be read


def test_a_fault_in_the_files_is_shown_and_the_old_story_played_on(watched: Open) -> None:
    at = watched()
    at.save(PUB, "    speaker: you\n", "    speeker: you\n")
    for words in (
        "The saved files have a fault",
        f"{PUB}:9:5: F02 `speeker` cannot stand in `passages / pub`",
        "9 | speeker: you",
        "Did you mean `speaker`?",
        "Not read: 1 problem. See the terminal.",
    ):
        assert words in at.pilot.words
    assert "It is new rope." in at.pilot.words
    at.pilot.press("1", "1")
    assert at.pilot.view.passage == "vote"
    assert "The saved files have a fault" in at.pilot.words
    at.save(PUB, "    speeker: you\n", "    speaker: you\n")
    assert "The saved files have a fault" not in at.pilot.words
    assert at.pilot.view.passage == "vote"


def test_what_is_no_yaml_is_such_a_fault(watched: Open) -> None:
    at = watched()
    at.save(PUB, "  publican:\n    text: '", "  publican:\n    text: ")
    assert f"{PUB}:17:" in at.pilot.words
    assert "Y03 this is not YAML" in at.pilot.words


@pytest.mark.parametrize("way", ["key", "mouse"])
def test_the_notice_can_be_hidden_until_there_is_another(watched: Open, way: str) -> None:
    at = watched()
    at.save(PUB, "    speaker: you\n", "    speeker: you\n")
    if way == "key":
        at.pilot.press("h")
    else:
        at.pilot.click("bar:hide")
    assert "speeker" not in at.pilot.words
    assert "Not read: 1 problem." in at.pilot.words
    assert at.pilot.page.control("bar:hide") is None
    at.save(PUB, "    speeker: you\n", "    speeker: roy\n")
    assert "speeker" in at.pilot.words


# The check


def test_the_check_is_told_in_one_line(watched: Open) -> None:
    at = watched()
    assert "The check is running." in at.pilot.words
    at.checked()
    assert "Checked: 4 problems. See the terminal." in at.pilot.words
    assert "The Rope: 4 problems." in at.printed.getvalue()


def test_a_story_without_problems_is_said_to_have_none(watched: Open) -> None:
    at = watched()
    at.save("story.yaml", "from: 0, to: 3", "from: 0, to: 9")
    at.save(WHARF, 'effects: ["fund += 2"]', 'effects: ["fund = up_to(9, fund + 2)"]')
    at.save(PUB, "      wait: {", "      stay: {text: Stay., to: vote}\n      wait: {")
    at.checked()
    assert "Checked: no problems." in at.pilot.words


def test_the_line_is_there_only_where_a_story_is_watched() -> None:
    pilot = Pilot(rope())
    pilot.press("1", "h")
    assert "check" not in pilot.words.lower()
    assert pilot.window.errand is None


def checking(at: Watched) -> subprocess.Popen[bytes] | None:
    """The process in which the check runs."""
    return at.watcher._check._process


def test_the_window_answers_while_the_check_runs_and_a_save_starts_it_anew(
    tmp_path: Path, watched: Open
) -> None:
    at = watched()
    at.checked()
    for path in at.path.rglob("*.yaml"):
        path.unlink()
    (at.path / "story.yaml").write_bytes(large(tmp_path).read_bytes())
    at.until(lambda: at.pilot.sitting.story.id == "large")
    first = checking(at)
    assert first is not None
    assert at.pilot.view.passage == "p0"
    at.pilot.press("2")
    assert at.pilot.view.passage == "p1"
    assert first.poll() is None
    at.edit("story.yaml", "title: Large", "title: Larger")
    at.watcher.look()
    assert first.poll() is not None
    assert checking(at) is None
    at.watcher.look()
    at.pilot.settle()
    second = checking(at)
    assert second is not None
    assert second is not first
    assert second.poll() is None
    assert "The check is running." in at.pilot.words


def test_one_process_checks_save_after_save_and_another_does_where_it_has_ended(
    watched: Open,
) -> None:
    at = watched()
    at.checked()
    first = checking(at)
    assert first is not None
    at.save("story.yaml", "from: 0, to: 3", "from: 0, to: 9")
    at.checked()
    assert checking(at) is first
    first.kill()
    first.wait()
    at.save("story.yaml", "from: 0, to: 9", "from: 0, to: 8")
    at.checked()
    assert checking(at) is not first
    assert "problem" in at.pilot.words


class Heard:
    """Counts what became of saves."""

    def __init__(self) -> None:
        self.good = self.bad = 0

    def edited(self, _story: Story) -> None:
        self.good += 1

    def broken(self, _diagnostics: Sequence[Diagnostic]) -> None:
        self.bad += 1

    def checked(self, _problems: int | None) -> None:
        pass

    def close(self) -> None:
        pass


def test_a_save_in_several_steps_is_read_once(watched: Open) -> None:
    at = watched()
    heard = Heard()
    at.watcher.tell(heard)
    assert (heard.good, heard.bad) == (1, 0)
    whole = (at.path / PUB).read_text("utf-8")
    for part in ("format", whole[:200], whole.replace("new rope", "old rope")):
        (at.path / PUB).write_text(part, "utf-8")
        at.watcher.look()
    assert (heard.good, heard.bad) == (1, 0)
    at.watcher.look()
    at.watcher.look()
    assert (heard.good, heard.bad) == (2, 0)


# The room it takes


@pytest.mark.parametrize("size", [(640, 360), (1024, 768), (1280, 720), (700, 1100)])
@pytest.mark.parametrize("text", [100, 200])
def test_the_foot_fits_below_every_screen(watched: Open, size: tuple[int, int], text: int) -> None:
    at = watched(AT_THE_VOTE[:2], size=size, text=text)
    edits = [("It is new rope.", "It is old rope."), ("    speaker: you\n", "    speeker: you\n")]
    for old, new in edits:
        at.save(PUB, old, new)
        for key in ("b", "n", "escape"):
            at.pilot.press(key)
            check_layout(at.pilot.page, text, f"{at.pilot.showing} {size} {text} {new}")
            for item, rect in visible_words(at.pilot):
                assert measured(at.pilot.surface, rect) >= 7, item
            at.pilot.press("escape")


def test_a_storm_of_sizes_leaves_the_foot_whole(watched: Open) -> None:
    at = watched()
    at.save(PUB, "    speaker: you\n", "    speeker: you\n")
    for wide, high in ((1, 1), (320, 240), (400, 900), (1700, 240), (1280, 720)):
        at.pilot.resize(wide, high)
        assert at.pilot.hot is not None
        foot = at.pilot.page.size[1] - at.pilot.page.viewport.bottom
        assert foot < at.pilot.page.size[1]


# The time it takes


def test_nothing_is_drawn_and_hardly_anything_done_while_nothing_is_saved(watched: Open) -> None:
    at = watched()
    at.checked()
    at.pilot.settle()
    at.until(lambda: at.pilot.window.ahead.due is None)  # what may be seen next is made ready
    drawn_before, woken = at.pilot.window.redraws, 0
    end = time.monotonic() + 2.2
    while time.monotonic() < end:
        at.pilot.window.step(None)
        woken += 1
    assert at.pilot.window.redraws == drawn_before
    assert woken <= 5
    used = time.thread_time()
    for _ in range(20):
        at.watcher.look()
    # Twenty looks are six seconds of watching.
    assert time.thread_time() - used < 0.12


def test_news_wake_the_window_at_once(watched: Open) -> None:
    at = watched()
    at.checked()
    at.pilot.settle()
    waited = []
    for count in range(7, 15):
        threading.Timer(0.05, at.live.checked, [count]).start()
        start = time.monotonic()
        while f"{count} problems" not in at.pilot.words:
            at.pilot.window.step(None)
        waited.append(time.monotonic() - start)
    # It would wake by itself after half a second.
    assert min(waited) < 0.3
