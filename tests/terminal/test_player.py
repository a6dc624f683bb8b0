"""Playing in the terminal: what is typed, what is read, what is kept."""

from __future__ import annotations

import errno
import io
import re
from collections.abc import Callable
from pathlib import Path

import pytest

from game.play.playthrough import Playthrough
from game.play.program import Program
from game.play.save_file import SaveError
from game.play.seen_file import SeenFile
from game.story.load import load_story
from game.story.new import TEMPLATE
from game.terminal.paper import Paper
from game.terminal.player import TerminalPlayer
from game.terminal.reader import Reader
from tests.command import one_out
from tests.corpus.written import write
from tests.play.speakers import TWO

STORY = """\
format: 1
id: shed
title: The Shed
language: en
year: 1911
place: Ballarat
summary: A shed, a rule and a till.
start: outside
player: {name: May, about: You sweep.}
reading_age: 8
minutes: 2
content_notes: {dust: There is dust.}
variables:
  coins: {type: number, from: 0, to: 2, start: 2, about: In your pocket.}
people:
  tom: {name: Tom Reilly, about: Has the key.}
pictures:
  door: {description: A plank door with a new lock.}
sounds:
  wind: {caption: Wind in loose iron., kind: ambience}
  lock: {caption: A lock turns., kind: effect}
credits: [{role: Written by, who: somebody}]
"""
OUTSIDE = """\
scene: front
title: At the door
place: Ballarat East
when: six in the morning
picture: door
ambience: wind
content_notes: {cold: It is cold.}
skip: {from: outside, to: later, why: You have stood here before.}
passages:
  outside:
    text: It is shut.
    choices:
      wait: {text: Wait for Tom., to: tom}
      pay: {text: Put a coin in the box., to: outside, effects: [coins += 1]}
      enter: {text: Go in., to: later, if: coins < 1, locked: It is locked.}
  tom:
    speaker: tom
    sound: lock
    text: |
      "You're early."

      "You're late."
    choices:
      on: {text: Go in with him., to: later}
"""
LATER = """\
scene: inside
title: Inside
passages:
  later:
    text: "You have {coins} coins."
    ending: {title: Inside, debrief: You got in.}
"""


@pytest.fixture
def shed(tmp_path: Path) -> Path:
    folder = tmp_path / "shed"
    (folder / "scenes").mkdir(parents=True)
    (folder / "story.yaml").write_text(STORY, "utf-8")
    (folder / "scenes" / "1.yaml").write_text(OUTSIDE, "utf-8")
    (folder / "scenes" / "2.yaml").write_text(LATER, "utf-8")
    return folder


Sitting = Callable[..., str]


def sitting(story: Path, typed: str, home: Path, *more: str) -> str:
    """What a player reads who types these lines and then has no more to say."""
    done = one_out("play", story, "--terminal", *more, home=home, typed=typed)
    assert done.returncode == 0
    assert done.stderr == ""
    return done.stdout


def folded(text: str) -> str:
    return " ".join(text.split())


# What is read


def test_each_speaker_is_named_before_their_own_words(tmp_path: Path, home: Path) -> None:
    read = folded(sitting(write(tmp_path / "small", TWO), "drive\n", home))
    assert "Vi: Mind the bend. And that one. Nell: You came. A trolley goes by." in read


def test_the_content_notes_come_before_the_first_scene(shed: Path, home: Path) -> None:
    read = sitting(shed, "", home)
    assert read.index("There is dust.") < read.index("It is cold.") < read.index("It is shut.")


def test_the_player_reads_who_they_are(shed: Path, home: Path) -> None:
    assert "You are May. You sweep." in sitting(shed, "", home)


def test_a_scene_begins_with_its_title_place_and_time(shed: Path, home: Path) -> None:
    assert "At the door. Ballarat East, six in the morning" in sitting(shed, "", home)


def test_a_scene_that_begins_in_the_middle_of_a_screen_has_its_title_there(home: Path) -> None:
    read = sitting(TEMPLATE, "look\ntell_dora\n", home)
    assert read.count("The yard. Behind the drying room") == 1
    assert read.index("one is hers.") < read.index("The yard. Behind the drying room")
    assert read.index("The yard. Behind the drying room") < read.index("Friday. Somebody")


def test_between_acts_is_a_place_to_stop(shed: Path, home: Path) -> None:
    acts = "acts:\n  one: {title: Cold, minutes: 1, stop: Is it late?}\n"
    acts += "  two: {title: Warm, minutes: 1, stop: That is all.}\n"
    (shed / "story.yaml").write_text(STORY + acts, "utf-8")
    for name, text, act in (("1", OUTSIDE, "one"), ("2", LATER, "two")):
        (shed / "scenes" / f"{name}.yaml").write_text(f"act: {act}\n{text}", "utf-8")
    read = sitting(shed, "wait\non\n", home)
    assert read.count("End of the act: Cold") == 1
    assert read.index("late.\u201d") < read.index("Is it late?") < read.index("You have 2")


def test_pictures_and_sounds_are_said_in_words_when_they_begin(shed: Path, home: Path) -> None:
    read = sitting(shed, "wait\n", home)
    assert read.count("[Picture: A plank door with a new lock.]") == 1
    assert read.count("[Ambience: Wind in loose iron.]") == 1
    assert read.count("[Effect: A lock turns.]") == 1


def test_a_speaker_is_named_and_each_line_of_print_stands_alone(shed: Path, home: Path) -> None:
    assert (
        "\nTom Reilly:\n\u201cYou\u2019re early.\u201d\n\n\u201cYou\u2019re late.\u201d\n"
        in sitting(shed, "wait\n", home)
    )


def test_choices_are_numbered_and_a_locked_one_says_why(shed: Path, home: Path) -> None:
    read = sitting(shed, "", home)
    assert " 1. Wait for Tom.\n 2. Put a coin in the box.\n" in read
    assert " -  Go in. [Not possible: It is locked.]" in read


def test_a_skip_is_offered_apart_from_the_numbers(shed: Path, home: Path) -> None:
    assert " s. Skip this: You have stood here before." in sitting(shed, "", home)


def test_in_a_meeting_each_hand_has_a_line_with_its_reason(home: Path) -> None:
    read = sitting(TEMPLATE, "look\ntell_dora\n", home)
    assert "The motion: That nobody signs the book" in read
    assert "To carry, it needs at least two thirds of those voting." in folded(read)
    hands = re.findall(r"(?m)^  \* (\w[\w ]*), (.*?)\. ", read)
    assert hands == [
        ("Annie Coker", "hand up"),
        ("Ivy", "does not vote"),
        ("Dora Pask", "hand up"),
        ("Mrs Pell", "hand down"),
        ("Winnie", "hand up"),
    ]


def test_enter_goes_on_from_a_counted_vote(home: Path) -> None:
    assert "The end: Two hours" in sitting(TEMPLATE, "look\ntell_dora\n\n", home)


def test_an_ending_has_its_debrief_and_the_record_one_key_away(home: Path) -> None:
    read = sitting(TEMPLATE, "look\ntell_dora\n1\nr\n", home)
    assert "Nobody paid for the sheet." in read
    assert "Documented. Taking money for spoiled work" in folded(read)
    assert "Source: Truck Act 1896" in read
    assert "A shilling in the hand is certain" in read


# What is typed


def test_b_goes_back_to_the_screen_before(shed: Path, home: Path) -> None:
    read = sitting(shed, "wait\nb\n", home)
    assert read.count("It is shut.") == 2


def test_b_on_the_first_screen_says_so(shed: Path, home: Path) -> None:
    assert "This is the first screen." in sitting(shed, "b\n", home)


def test_l_shows_everything_read_and_chosen(shed: Path, home: Path) -> None:
    backlog = sitting(shed, "wait\nl\n", home).split("(1) l", 1)[1]
    assert (
        "It is shut.\n\n> Wait for Tom.\n\nAt the door" in backlog or "> Wait for Tom." in backlog
    )


def test_n_shows_the_margin_notes_with_label_and_source(home: Path) -> None:
    read = sitting(TEMPLATE, "n\n", home)
    assert "Documented. Under an Act of 1896" in read
    assert "Source: Truck Act 1896 (59 & 60 Vict. c. 44), section 2." in read


def test_k_shows_what_the_character_knows(home: Path) -> None:
    assert "worn through to the iron." in folded(sitting(TEMPLATE, "look\nk\n", home))


def test_s_skips_where_it_is_offered(shed: Path, home: Path) -> None:
    assert "The end: Inside" in sitting(shed, "s\n", home)


def test_s_where_nothing_is_offered_says_so(shed: Path, home: Path) -> None:
    assert "`skip` is not offered here." in sitting(shed, "wait\ns\n", home)


def test_h_says_what_can_be_typed(shed: Path, home: Path) -> None:
    assert "q: quit. Every choice is saved when you make it." in sitting(shed, "h\n", home)


@pytest.mark.parametrize("word", ["9", "0", "-1", "dance", "é" * 400, "\x00", "3 "])
def test_a_word_that_means_nothing_says_what_would(shed: Path, home: Path, word: str) -> None:
    read = folded(sitting(shed, f"{word}\n", home))
    assert "1, outside/wait (Wait for Tom.)" in read
    assert "Type h for help." in read


def test_a_choice_that_breaks_the_storys_rules_changes_nothing(shed: Path, home: Path) -> None:
    read = folded(sitting(shed, "pay\n", home))
    assert "coins would be 3; it can be 0 to 2" in read
    assert "Your choices are kept." in read


def test_a_at_an_ending_begins_again(shed: Path, home: Path) -> None:
    assert sitting(shed, "s\na\n", home).count("It is shut.") == 2


# What is kept


@pytest.mark.parametrize("leave", ["", "q\n", "quit\n"])
def test_whoever_leaves_goes_on_where_they_left(shed: Path, home: Path, leave: str) -> None:
    assert "Saved." in sitting(shed, f"wait\n{leave}", home)
    again = sitting(shed, "", home)
    assert "The Shed, where you left it" in again
    assert "\u201cYou\u2019re early.\u201d" in again
    assert "It is shut." not in again


def test_new_begins_again(shed: Path, home: Path) -> None:
    sitting(shed, "wait\n", home)
    assert "It is shut." in sitting(shed, "", home, "--new")


def test_going_back_is_kept_too(shed: Path, home: Path) -> None:
    sitting(shed, "wait\nb\n", home)
    assert "It is shut." in sitting(shed, "", home)


def test_what_is_read_here_counts_as_seen_in_every_other_play(shed: Path, home: Path) -> None:
    sitting(shed, "wait\nb\n", home)
    seen = SeenFile(load_story(shed), home / "saves" / "shed").seen
    assert seen.ways == {"outside/wait": {"tom"}}
    assert seen.passages == {"outside", "tom"}


def test_a_damaged_save_is_told_and_play_goes_on(shed: Path, home: Path) -> None:
    sitting(shed, "wait\n", home)
    (home / "saves" / "shed" / "autosave.json").write_bytes(b"{")
    read = folded(sitting(shed, "", home))
    assert "autosave.json cannot be opened: it breaks off or has been overwritten." in read
    assert "It is shut." in read


def test_a_disk_that_cannot_save_is_told_once_and_play_goes_on(shed: Path) -> None:
    def full(_: Playthrough) -> None:
        raise SaveError(f"This could not be saved: {errno.ENOSPC}.")

    kept = io.StringIO()
    player = TerminalPlayer(
        Playthrough(Program(load_story(shed))),
        full,
        Paper(kept),
        Reader(io.StringIO("wait\nb\nwait\non\n")),
    )
    player.play(resumed=False)
    read = kept.getvalue()
    assert read.count("This could not be saved") == 1
    assert "The end: Inside" in read
    assert "Not everything could be saved" in read


def test_a_folder_that_cannot_be_made_stops_no_story(shed: Path, home: Path) -> None:
    (home / "saves").write_bytes(b"in the way")
    read = folded(sitting(shed, "wait\non\n", home))
    assert "This could not be saved" in read
    assert "The end: Inside" in read
