"""What is heard of the real window: what stands there, in reading order, once."""

import re
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest

from game.story.load import load_story
from game.ui import wording, words_aloud
from game.ui.page import Words
from game.ui.scrolling import MORE
from game.ui.settings import Settings
from tests.speech.recording import Recording
from tests.ui.pilot import STORY, Pilot, rope
from tests.ui.screenshots import first_choices, saves_screens, screens
from tests.ui.test_layout import check

CLONE = Path(__file__).resolve().parents[2]
SPEAKING = Settings(voice="on")
MEETING = ("smoko/cover", "asked/pub", "pub/monday")
_ORDER = {"tag": 0, "bar": 2}
_PRINTED = {"ESCAPE": "ESC", "CONTROL": "CTRL", "MISTER": "MR"}
"""What stands on paper for words that are said in full."""


def speaking(**wanted: object) -> Pilot:
    """A pilot whose window speaks; what its first screen says is heard already."""
    pilot = Pilot(rope(), settings=SPEAKING, **wanted)  # type: ignore[arg-type]
    pilot.heard()
    return pilot


def tokens(text: str) -> list[str]:
    """Words without their signs and sizes of letters, keys by what is printed on them."""
    plain = re.sub("[\u2019']", "", text).replace("\u2011", "-").upper()
    return [_PRINTED.get(word, word) for word in re.findall(r"\w+", plain)]


def printed(pilot: Pilot) -> list[str]:
    """What stands on the page in reading order, without the bar's commands and the digits."""
    bar = {control.id for control in pilot.page.controls if not control.main}
    words = [
        item
        for item in (*pilot.page.flow, *pilot.page.fixed)
        if isinstance(item, Words) and item.style != "number" and item.control != MORE
        if not (item.style == "bar" and item.control in bar)
    ]
    # Place and time stand above, a count stands beside what can be done, a word in the bar below.
    words.sort(key=lambda item: _ORDER.get(item.style, 1))
    fixed = [item for item in words if item in pilot.page.fixed and item.style == "heading"]
    rest = [item for item in words if item not in fixed]
    first = next((n for n, item in enumerate(rest) if item in pilot.page.fixed), len(rest))
    return tokens(" ".join(item.text for item in (*rest[:first], *fixed, *rest[first:])))


def assert_heard_is_printed(pilot: Pilot, name: str) -> None:
    """All that is printed is heard in its order; the rest only says what paper shows otherwise."""
    pilot.heard()
    pilot.press("r")
    (heard,) = pilot.heard()
    wanted, said = printed(pilot), tokens(heard)
    left = iter(said)
    missed = [word for word in wanted if word not in left]
    assert not missed, (name, missed, heard)
    more = " ".join(
        re.findall(
            r"(?m)^(?:Picture: .*|\d+ choices?\.|\d+: |Locked: |Then: |You are at .*)", heard
        )
    )
    keys = "plus minus" if name == "menu" else ""
    assert Counter(said) - Counter(wanted) - Counter(tokens(f"{more} {keys}")) == Counter(), name


def test_what_is_heard_of_every_screen_is_what_stands_there() -> None:
    pilot = Pilot(load_story(STORY), settings=SPEAKING)
    seen = []
    for name in screens(pilot):
        if name not in ("settings", "meeting_start", "meeting_middle", "backlog_empty"):
            assert_heard_is_printed(pilot, name)
            seen.append(name)
    assert len(seen) > 15


def test_and_of_a_shipped_story() -> None:
    folder = CLONE / "stories" / "south-coast"
    pilot = Pilot(load_story(folder), settings=SPEAKING, folder=folder)
    seen = []
    for name in first_choices(pilot):
        assert_heard_is_printed(pilot, name)
        seen.append(name)
    assert len(seen) > 10
    assert pilot.view.ending is not None


def test_and_of_the_saves(tmp_path: Path) -> None:
    pilot = Pilot(rope(), settings=SPEAKING, saves=tmp_path)
    for name in saves_screens(pilot):
        if not name.startswith("delete"):
            pilot.press("r")
            said = tokens(pilot.heard()[-1])
            wanted = [w for w in printed(pilot) if w not in tokens(wording.DELETE_ONE)]
            left = iter(said)
            assert [word for word in wanted if word not in left] == [], (name, said)


def test_it_does_not_depend_on_how_the_page_is_laid_out() -> None:
    heard = []
    for size, text in (((1280, 720), 100), ((640, 360), 200), ((700, 1100), 150)):
        settings = SPEAKING._replace(text=text)
        pilot = Pilot(load_story(STORY), size=size, settings=settings)
        pilot.heard()
        pilot.press("1")
        pilot.press("1", "4", "1")
        heard.append(pilot.heard())
    assert heard[0] == heard[1] == heard[2]


def test_without_it_the_window_loads_nothing_of_it() -> None:
    shown = (
        "from game.ui.display import why_no_display\n"
        "assert why_no_display() is None\n"
        "import sys\n"
        "from game.ui.screens.shelf import ShelfScreen\n"
        "from game.ui.window import Window\n"
        "Window(ShelfScreen((), bool), lambda *_: None, '').draw()\n"
        "print(*sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", shown], capture_output=True, text=True, check=True)
    loaded = done.stdout.split()
    assert "game.ui.window" in loaded
    spoken = [name for name in loaded if "speech" in name or "voic" in name or "prism" in name]
    assert spoken == []
    assert "game.ui.reading" not in loaded


def test_nothing_is_opened_and_nothing_said_while_speech_is_off() -> None:
    pilot = Pilot(rope())
    pilot.press("1", "down", "4", "f10", "escape", "left", "r")
    assert pilot.window.voicing is None
    assert (pilot.speech.opened, pilot.heard()) == (0, [])


def test_the_first_run_is_read_as_soon_as_v_is_pressed(home: Path) -> None:
    pilot = Pilot(rope(), settings=home / "settings.json")
    assert pilot.heard() == []
    pilot.press("v")
    (heard,) = pilot.heard()
    lines = heard.split("\n")
    assert lines[0] == words_aloud.SPEECH_ON
    assert lines[1] == f"{wording.FIRST_TITLE}."
    assert [line for line in lines[2:] if re.search(r", \d of \d\.$", line)] == [
        "Language: As the system, 1 of 4.",
        "Text size: 100%, 1 of 6.",
        "Contrast: Usual, 1 of 2.",
        "Sound: On, 1 of 2.",
        "Speech: On, 2 of 2.",
    ]
    assert lines[-2:] == ["1 choice.", f"1: {wording.FIRST_DONE}."]
    pilot.press("return")
    assert pilot.heard()[0].startswith("The Rope.")
    again = Pilot(rope(), settings=home / "settings.json")
    assert again.heard()[0].startswith("The Rope.")


def test_a_click_on_the_bar_of_the_first_run_turns_speech_on_too(home: Path) -> None:
    pilot = Pilot(rope(), settings=home / "settings.json")
    pilot.click("bar:voice")
    assert pilot.heard()[0].startswith("Speech is on.")
    pilot.press("v")
    assert pilot.heard() == ["Speech is off."]
    pilot.press("escape")
    assert pilot.heard() == []


def test_a_screen_of_the_story_is_place_picture_speaker_text_and_choices() -> None:
    pilot = speaking()
    pilot.press("1")
    lines = pilot.heard()[0].split("\n")
    assert lines[0] == "Number three jetty, Friday smoko, May 1961."
    assert lines[1].startswith("Picture: Four men on upturned drums")
    assert lines[2].startswith("Smoko, number three hatch.")
    assert lines[-5:-1] == [
        "4 choices.",
        "1: Ask Roy, in front of everyone, where he'd sooner drink.",
        "2: Offer to fetch bottles so the whole gang drinks here.",
        "3: Catch Clarrie about Quirk before he pins up the roster.",
    ]
    pilot.press("4")
    assert pilot.heard() == [
        "Roy.\n"
        "The Steelworks Hotel, Roy says. They have a dartboard and they let me throw at it. "
        "It's two buses.\n"
        "Les looks at you over the roster. He has a Saturday he did not have before, and he is "
        "working out what he owes.\n"
        "3 choices.\n"
        "1: Walk with them to the Breakwater at five.\n"
        "2: Put two shillings in the tin for the laundress.\n"
        "3: Go home to your father.\n"
        "Locked: Take both buses with Roy.\n"
        "You would need your Saturday back."
    ]


def test_place_and_picture_are_told_when_they_are_others_and_all_of_it_by_r() -> None:
    pilot = speaking()
    pilot.press("1", "4", "1", "1")
    told = [re.findall(r"(?m)^(?:Picture|Number three jetty|Front bar)", h) for h in pilot.heard()]
    assert told == [["Number three jetty", "Picture"], [], ["Front bar", "Picture"], []]
    pilot.press("r")
    assert re.findall(r"(?m)^(?:Picture|Front bar)", pilot.heard()[0]) == ["Front bar", "Picture"]


def test_a_picture_that_the_player_leaves_out_is_not_told() -> None:
    pilot = Pilot(rope(), settings=SPEAKING._replace(pictures="hidden"))
    pilot.press("1")
    assert "Picture:" not in pilot.heard()[-1]
    pilot.press("p")
    assert "Four men on upturned drums" in pilot.heard()[-1]


def test_the_focus_is_told_as_it_moves_and_takes_the_place_of_what_was_said() -> None:
    pilot = speaking()
    pilot.press("1", "4")
    pilot.heard()
    pilot.press("down", "up")
    assert pilot.heard() == [
        "2: Put two shillings in the tin for the laundress.",
        "1: Walk with them to the Breakwater at five.",
    ]
    pilot.press("tab", "tab", "tab")
    assert pilot.heard() == [
        "2: Put two shillings in the tin for the laundress.",
        "3: Go home to your father.",
        "Back: Left.",
    ]
    assert all(one.interrupt for one in pilot.speech.spoken)
    assert {one.language for one in pilot.speech.spoken} == {"en-AU"}


def test_a_focus_that_is_not_on_the_first_is_told_with_the_screen(tmp_path: Path) -> None:
    pilot = Pilot(rope(), settings=SPEAKING, saves=tmp_path)
    pilot.press("1", "s", "return", "escape", "s")
    assert pilot.heard()[-1].split("\n")[-1] == "You are at 2: Empty."


def test_a_sheet_that_is_closed_leaves_one_where_one_was() -> None:
    pilot = speaking()
    pilot.press("1", "down")
    pilot.heard()
    pilot.press("n")
    assert pilot.heard()[0].split("\n") == [
        "What's true here.",
        "Invented.",
        "Les, Roy, Ilija and the others are composites. Nobody of these names worked this hatch.",
        "1 choice.",
        "1: Go back.",
    ]
    pilot.press("escape")
    assert pilot.heard() == [
        "Number three jetty, Friday smoko, May 1961.\n"
        "2: Offer to fetch bottles so the whole gang drinks here."
    ]


@pytest.fixture
def hall() -> Pilot:
    pilot = Pilot(rope(), settings=SPEAKING, resumed=MEETING)
    pilot.press("1", "1")
    pilot.heard()
    return pilot


def test_each_hand_is_told_as_it_goes_up_and_none_cuts_another_off(hall: Pilot) -> None:
    for wanted in (
        "Les: Hand up. He owes you a Saturday and says so.",
        "Roy: Hand up. He was going to move it himself, if anybody had asked him before they "
        "asked the room.",
    ):
        hall.window.desk.tick()
        hall.window.draw()
        assert hall.heard() == [wanted]
        assert not hall.speech.spoken[-1].interrupt
    hall.press("return")
    lines = hall.heard()[0].split("\n")
    assert [line.partition(":")[0] for line in lines] == [
        *("Ilija", "Clarrie", "Dot Tranter", "Young Kev", "Harold Pike-Worthington"),
        *("5 up, 2 down", "1"),
    ]
    assert lines[-2:] == ["5 up, 2 down: Carried.", "1: Go on."]
    assert not hall.speech.spoken[-1].interrupt


def test_all_hands_at_once_are_one_text() -> None:
    settings = SPEAKING._replace(motion="reduced")
    pilot = Pilot(rope(), settings=settings, resumed=MEETING)
    pilot.press("1", "1")
    lines = pilot.heard()[-1].split("\n")
    assert lines[0].startswith("That nobody on this wharf")
    assert len([line for line in lines if ": Hand " in line]) == 7
    assert lines[-3:] == ["5 up, 2 down: Carried.", "1 choice.", "1: Go on."]


def test_the_end_of_the_backlog_is_told_first_and_all_of_it_by_r() -> None:
    pilot = Pilot(rope(), settings=SPEAKING, resumed=MEETING)
    pilot.press("1", "b")
    lines = pilot.heard()[-1].split("\n")
    assert lines[:2] == ["What has happened.", words_aloud.SPEECH_LATEST]
    assert "You stop where the rope starts. It is new rope." in lines
    assert lines[-3:] == [
        "Then: Say nothing, and raise it on Monday.",
        "1 choice.",
        "1: Back to the story.",
    ]
    assert not any(line.startswith("Smoko") for line in lines)
    pilot.press("r")
    assert "Smoko, number three hatch." in pilot.heard()[0]


def test_a_setting_is_told_wherever_it_is_changed() -> None:
    pilot = speaking()
    pilot.press("1", "4")
    pilot.heard()
    pilot.press("+")
    assert pilot.heard() == ["Text size: 110%, 2 of 6."]
    pilot.press("f10")
    (heard,) = pilot.heard()
    assert heard.startswith("Settings.\nText.\nLanguage: As the system, 1 of 4.\n")
    assert "\nText size: 110%, 2 of 6.\nTypeface: Atkinson Hyperlegible, 1 of 3.\n" in heard
    pilot.go_to_row("text")
    pilot.heard()
    pilot.press("right", "down")
    assert pilot.heard() == ["Text size: 125%, 3 of 6.", "Typeface: Atkinson Hyperlegible, 1 of 3."]


def test_a_pace_is_previewed_in_itself_and_remembered(home: Path) -> None:
    path = home / "settings.json"
    pilot = Pilot(rope(), settings=path)
    pilot.press("return", "v", "f10")
    pilot.go_to_row("rate")
    pilot.heard()
    pilot.press("right", "right", "right", "left")
    paces = [(one.text, one.at) for one in pilot.speech.spoken[-3:]]
    pilot.heard()
    assert [(one.text, one.at) for one in pilot.speech.spoken[-3:]] == [
        (f"Pace of speech: {word}, {place} of 5.\n{wording.SAMPLE}", place - 3)
        for word, place in (("Faster", 4), ("Fastest", 5), ("Faster", 4))
    ], paces
    again = Pilot(rope(), settings=path)
    again.heard()
    assert again.speech.spoken[-1].at == 1


def test_control_is_for_silence_and_does_nothing_else() -> None:
    pilot = Pilot(rope(), settings=SPEAKING, resumed=MEETING)
    pilot.press("1", "1")
    pilot.heard()
    for key in ("left ctrl", "right ctrl"):
        pilot.press(key, mod=64)
        assert pilot.heard() == []
        assert pilot.speech.calls[-1] == "stop"
    assert "Not yet" in pilot.words


def test_a_quick_save_is_told(tmp_path: Path) -> None:
    pilot = Pilot(rope(), settings=SPEAKING, saves=tmp_path)
    pilot.press("1", "f5")
    assert pilot.heard()[-1] == "Quick save made."


def test_a_save_that_fails_is_told_before_the_text() -> None:
    def full(_: object) -> None:
        raise OSError(28, "No space left")

    pilot = Pilot(rope(), settings=SPEAKING, autosave=full)
    pilot.press("1", "4")
    assert pilot.heard()[-1].startswith("Your place could not be saved: No space left.")


def test_more_below_is_told_each_time_the_page_is_turned() -> None:
    pilot = Pilot(rope(), size=(640, 360), settings=SPEAKING._replace(text=200))
    pilot.press("1")
    assert pilot.hot == MORE
    pilot.heard()
    pilot.press("return", "return")
    assert pilot.heard() == ["More below.", "More below."]


def test_closing_the_window_ends_what_is_being_said() -> None:
    pilot = speaking()
    pilot.press("1", "escape")
    pilot.heard()
    pilot.press("q")
    pilot.click("quit")
    assert pilot.window.run() == 0
    assert pilot.speech.calls[-2:] == ["stop", "close"]


# -- where nothing speaks


@pytest.mark.parametrize(
    ("speech", "why"),
    [
        (Recording("package"), words_aloud.NO_SPEECH["package"]),
        (Recording("service"), words_aloud.NO_SPEECH["service"]),
        (Recording(dies_after=1), words_aloud.NO_SPEECH["lost"]),
    ],
    ids=["no package", "no service", "service ends"],
)
def test_that_nothing_speaks_is_said_once_below_the_screen(speech: Recording, why: str) -> None:
    pilot = Pilot(rope(), speech=speech)
    pilot.press("v", "down")
    pilot.heard()
    pilot.settle()
    assert why in pilot.words
    assert pilot.hot == "settings"
    pilot.press("up", "1")
    assert pilot.showing == "PlayScreen"
    assert why not in pilot.words
    pilot.press("4", "v", "v", "1")
    pilot.heard()
    pilot.settle()
    assert why not in pilot.words
    assert Pilot(rope(), speech=speech, settings=SPEAKING).words.count(why) == 0


@pytest.mark.parametrize("size", [(640, 360), (1280, 720), (700, 1100)])
@pytest.mark.parametrize("text", [100, 200])
def test_it_takes_its_room_from_the_screen_at_any_size(
    size: tuple[int, int], text: int, home: Path
) -> None:
    settings = home / "settings.json"
    speech = Recording("package")
    pilot = Pilot(rope(), size=size, settings=settings, speech=speech)
    pilot.preferences.change(pilot.preferences.now._replace(text=text))
    pilot.press("v")
    pilot.settle()
    assert words_aloud.NO_SPEECH["package"] in pilot.words
    check(pilot.page, text, "first run, mute")


def test_what_is_said_below_the_screen_can_be_hidden() -> None:
    pilot = Pilot(rope(), speech=Recording("service"))
    pilot.press("v")
    pilot.heard()
    pilot.settle()
    assert words_aloud.NO_SPEECH["service"] in pilot.words
    pilot.press("h")
    assert words_aloud.NO_SPEECH["service"] not in pilot.words
    assert pilot.showing == "TitleScreen"


def test_speech_that_comes_back_is_heard_when_it_is_turned_on_again() -> None:
    speech = Recording("service")
    pilot = Pilot(rope(), speech=speech)
    pilot.press("v")
    pilot.heard()
    pilot.settle()
    speech.lack = None
    pilot.press("v", "v")
    assert pilot.heard()[-1].startswith(words_aloud.SPEECH_ON)
