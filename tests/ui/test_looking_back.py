"""Looking back on a play in the window, by real keys and a real mouse."""

from __future__ import annotations

import itertools
import time
from pathlib import Path

import pytest

from game import places
from game.check.foresee import foresee
from game.debrief import words
from game.debrief.kept import keep
from game.debrief.turning import turning
from game.play.playthrough import Playthrough
from game.play.program import Program
from game.story.load import load_story
from game.story.model import Story
from game.ui import wording
from game.ui.page import Words
from tests.debrief.gate import gate
from tests.ui.pilot import Pilot, rope
from tests.ui.test_layout import check

SHIPPED = Path(__file__).parents[2] / "stories" / "south-coast"
AT_HOME = ("smoko/burn", "gate/les", "gate/sleep")
BOOTS = ("smoko/quirk", "asked/home")
BAN = ("smoko/cover", "asked/pub", "pub/monday", "vote/carried")


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A player's folders, with nothing in them."""
    monkeypatch.setenv("ONE_OUT_HOME", str(tmp_path / "player"))
    return tmp_path / "player"


@pytest.fixture(scope="module")
def breakwater() -> Story:
    return load_story(SHIPPED)


def first_choices(story: Story) -> tuple[str, ...]:
    play = Playthrough(Program(story))
    while play.view.ending is None:
        play.choose(1)
    return play.choices


def ended(story: Story, choices: tuple[str, ...], **how: object) -> Pilot:
    """A window at the ending of a play."""
    pilot = Pilot(story, resumed=choices, folder=None, **how)  # type: ignore[arg-type]
    pilot.press("1")
    assert pilot.view.ending is not None
    return pilot


def text(pilot: Pilot) -> str:
    """The page's words as they run, without its line breaks."""
    return " ".join(pilot.words.split())


def pages(home: Path) -> list[Path]:
    return sorted((home / "pages").glob("*")) if (home / "pages").is_dir() else []


# -- what is there


def test_the_key_opens_and_closes_it_and_so_does_the_mouse() -> None:
    pilot = ended(rope(), BOOTS)
    for key in ("d", "escape", "left", "1"):
        pilot.press("d")
        assert pilot.showing == "LookBackScreen"
        pilot.press(key)
        assert pilot.showing == "PlayScreen"
    for way in ("look_back", "bar:look_back"):
        pilot.click(way)
        assert pilot.showing == "LookBackScreen"
        pilot.click("close")
        assert pilot.view.ending is not None


def test_before_an_ending_there_is_nothing_to_look_back_on() -> None:
    pilot = Pilot(rope(), resumed=BOOTS[:1])
    pilot.press("1", "d")
    assert pilot.showing == "PlayScreen"
    assert pilot.page.control("bar:look_back") is None


def test_all_that_the_story_has_stands_on_it() -> None:
    pilot = ended(rope(), BAN)
    pilot.press("d")
    pilot.wait_for_turning_points()
    shown = text(pilot)
    for said in (
        *("TWELVE KEGS", "The rope came down on the Thursday."),
        *("TURNING POINTS", "After 4 choices you came to “Twelve kegs”."),
        *("WHO STOOD WITH YOU", "unmoved at the start, listening at the end"),
        *("5 up, 2 down: carried.", "Hand up. He owes you a Saturday"),
        *("WHAT THE RECORD SAYS", "Documented", "Illawarra Mercury, 2 May 1961"),
        *("WHAT WAS TRUE ON YOUR WAY", "composites", "THE CASE AGAINST", "barmaid"),
        *("TO TALK ABOUT", "1. Who had to be asked", "WHO MADE THIS", "the tests of the window"),
    ):
        assert said in shown, said
    # The small story gives no choice a lens, and so nothing is said of how one did anything.
    for heading in words.DEEDS.values():
        assert heading.upper() not in shown


def test_the_shipped_storys_choices_stand_under_their_lenses(breakwater: Story) -> None:
    choices = first_choices(breakwater)
    pilot = ended(breakwater, choices)
    pilot.press("d")
    pilot.wait_for_turning_points()
    shown = text(pilot)
    past = pilot.sitting.playthrough.backlog()
    assert {one.chosen.lens for one in past} >= {"alone", "together"}
    heads = [shown.index(words.DEEDS[one].upper()) for one in ("alone", "together")]
    assert heads == sorted(heads)
    for one in past:
        if one.chosen.lens is not None:
            assert one.chosen.text in shown
    for entry in breakwater.debrief.record:
        assert " ".join(entry.text.split()) in shown
    fates = foresee(breakwater)
    for ending in turning(Program(breakwater), choices, fates).endings:
        if ending.lost is not None:
            written = breakwater.passages[ending.ending].ending
            assert written is not None
            assert f"“{ending.title}” went out of reach" in shown
            assert " ".join(written.debrief.split()) not in shown


@pytest.mark.parametrize("percent", [100, 200])
@pytest.mark.parametrize("size", [(640, 360), (1280, 720), (1920, 1080), (700, 1100)])
def test_it_stands_in_every_window(breakwater: Story, size: tuple[int, int], percent: int) -> None:
    pilot = ended(breakwater, first_choices(breakwater), size=size, text=percent)
    pilot.press("d")
    pilot.wait_for_turning_points()
    check(pilot.page, percent, f"look_back {size} {percent}%")
    assert pilot.page.depth > 0
    seen: set[Words] = set()
    for _ in range(400):
        page, scroll = pilot.page, pilot.window.desk.scroll
        for item in page.flow:
            moved = item.rect.moved(0, -scroll)
            if moved.y >= page.viewport.y - 2 and moved.bottom <= page.viewport.bottom + 2:
                seen |= {item} if isinstance(item, Words) else set()
        if scroll == page.depth:
            break
        pilot.press("return")  # Enter reads on
    assert {item for item in pilot.page.flow if isinstance(item, Words)} <= seen
    pilot.press("e")
    check(pilot.page, percent, f"kept {size} {percent}%")
    pilot.press("escape", "3")
    check(pilot.page, percent, f"go back {size} {percent}%")


# -- turning points


def test_what_is_kept_is_there_at_once(breakwater: Story, monkeypatch: pytest.MonkeyPatch) -> None:
    fates = foresee(breakwater)
    assert fates is not None
    keep(breakwater, fates, places.cache())
    pilot = ended(breakwater, first_choices(breakwater))
    monkeypatch.delattr("game.check.foresee.foresee")  # nothing is worked out again
    pilot.press("d")
    assert words.WORKING not in text(pilot)
    assert "went out of reach" in text(pilot)


def test_what_is_not_kept_is_worked_out_while_one_reads_and_fills_in(breakwater: Story) -> None:
    pilot = ended(breakwater, first_choices(breakwater))
    pilot.press("d")
    assert words.WORKING in text(pilot)
    assert "went out of reach" not in text(pilot)
    answered = [time.perf_counter()]
    while words.WORKING in pilot.words:
        pilot.press("tab")
        answered.append(time.perf_counter())
    # A key that had to wait for the work would take most of the time that the work does.
    slowest = max(after - before for before, after in itertools.pairwise(answered))
    assert slowest < (answered[-1] - answered[0]) / 3
    assert "went out of reach" in text(pilot)
    assert any(path.suffix == ".fates" for path in places.cache().iterdir())


def test_filling_in_moves_nothing_under_the_readers_eyes(breakwater: Story) -> None:
    for keys in (("end", "page up"), ("page down",), ()):
        for path in places.cache().glob("*.fates"):
            path.unlink()
        pilot = ended(breakwater, first_choices(breakwater))
        pilot.press("d")
        assert words.WORKING in text(pilot)
        pilot.press(*keys)
        before = first_line(pilot)
        pilot.wait_for_turning_points()
        assert first_line(pilot) == before


def first_line(pilot: Pilot) -> tuple[str, int]:
    """The first whole line in sight, and where it stands."""
    page, scroll = pilot.page, pilot.window.desk.scroll
    for item in page.flow:
        if isinstance(item, Words) and item.rect.y - scroll >= page.viewport.y:
            return item.text, item.rect.y - scroll
    raise AssertionError("nothing is in sight")


def test_a_story_with_too_many_states_says_so(tmp_path: Path) -> None:
    from tests.test_debrief_command import errands

    made = load_story(errands(tmp_path))
    pilot = ended(made, ("p0/on", "p1/on", "p2/on", "p3/on", "p4/on", "p5/on", "p6/no"))
    pilot.press("d")
    pilot.wait_for_turning_points()
    assert "This story has too many states" in text(pilot)


def test_a_window_closed_meanwhile_closes_at_once(breakwater: Story) -> None:
    pilot = ended(breakwater, first_choices(breakwater))
    pilot.press("d", "escape")
    pilot.click("quit")
    assert pilot.window.desk.done


# -- going back to one


@pytest.fixture
def at_gate(tmp_path: Path) -> Pilot:
    pilot = ended(gate(tmp_path / "gate"), ("smoko/burn", "gate/les", "gate/stand"))
    pilot.press("d")
    pilot.wait_for_turning_points()
    return pilot


def test_a_turning_point_takes_one_back_when_asked_twice(at_gate: Pilot) -> None:
    pilot = at_gate
    assert "Choice 1 of 3".upper() in text(pilot)
    pilot.press("3")
    assert pilot.showing == "GoBackScreen"
    for said in ("GO BACK TO THIS CHOICE?", "Burn it.", "before choice 1 of 3", "undone"):
        assert said in text(pilot)
    pilot.press("return")
    assert pilot.showing == "LookBackScreen"
    assert pilot.view.passage == "home"
    pilot.press("4", "2")
    assert pilot.showing == "PlayScreen"
    assert pilot.view.passage == "gate"
    assert pilot.sitting.playthrough.choices == ("smoko/burn", "gate/les")
    assert pilot.saved == [("smoko/burn", "gate/les")]
    # From there what went out of reach can be had.
    pilot.take(2)
    pilot.take(1)
    pilot.press("return", "return")
    assert pilot.view.ending is not None


def test_the_mouse_takes_one_back_too(at_gate: Pilot) -> None:
    at_gate.click("moment:0")
    at_gate.click("yes")
    assert at_gate.view.passage == "smoko"
    assert at_gate.sitting.playthrough.choices == ()


def test_tab_and_enter_take_one_back_too(at_gate: Pilot) -> None:
    for _ in range(20):
        if at_gate.hot == "moment:2":
            break
        at_gate.press("tab")
    at_gate.press("return", "down", "return")
    assert at_gate.sitting.playthrough.choices == ("smoko/burn", "gate/les")


def test_what_no_play_comes_to_is_not_named_to_a_player(at_gate: Pilot) -> None:
    assert "The moon" not in text(at_gate)


# -- keeping it


def test_the_page_is_kept_where_the_window_says(at_gate: Pilot, home: Path) -> None:
    at_gate.press("e")
    assert "THE PAGE IS KEPT" in text(at_gate)
    (path,) = pages(home)
    assert str(path).replace(" ", "") in text(at_gate).replace(" ", "")
    html = path.read_text("utf-8")
    assert "“Carried” went out of reach" in html
    assert "Keep the address." in html
    # Kept again it is the same page, and by the mouse too.
    at_gate.press("escape")
    at_gate.click("keep")
    assert pages(home) == [path]
    at_gate.click("close")
    assert at_gate.showing == "LookBackScreen"


def test_a_page_kept_too_soon_gets_its_turning_points(breakwater: Story, home: Path) -> None:
    pilot = ended(breakwater, first_choices(breakwater))
    pilot.press("d", "e")
    assert wording.KEPT_SOON in text(pilot)
    (path,) = pages(home)
    assert words.NOT_KEPT_YET in path.read_text("utf-8")
    pilot.press("escape")
    pilot.wait_for_turning_points()
    assert pages(home) == [path]
    assert "went out of reach" in path.read_text("utf-8")
    assert words.NOT_KEPT_YET not in path.read_text("utf-8")


def test_a_page_that_cannot_be_written_again_is_told_too(breakwater: Story, home: Path) -> None:
    pilot = ended(breakwater, first_choices(breakwater))
    pilot.press("d", "e", "escape")
    (path,) = pages(home)
    path.unlink()
    path.parent.rmdir()
    path.parent.write_bytes(b"")
    pilot.wait_for_turning_points()
    assert str(path.parent).replace(" ", "") in text(pilot).replace(" ", "")


def test_a_page_that_cannot_be_kept_is_told_and_stops_nothing(at_gate: Pilot, home: Path) -> None:
    home.mkdir(exist_ok=True)
    (home / "pages").write_bytes(b"")
    at_gate.press("e")
    assert "THE PAGE COULD NOT BE KEPT" in text(at_gate)
    assert str(home / "pages").replace(" ", "") in text(at_gate).replace(" ", "")
    at_gate.press("return")
    assert at_gate.showing == "LookBackScreen"
