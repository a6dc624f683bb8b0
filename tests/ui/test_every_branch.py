"""Every branch of every story that ships, taken in the real window by keyboard and by mouse.

The few playthroughs that together take every branch (`game.check.cover`) are played by key presses,
and again by clicks alone, as they come from SDL. At each screen the window's own view is held
against the engine's, its words are looked for on the page that is drawn, and what it shows is
noted. Together that must be all that the check says can be reached.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import Literal, NamedTuple

import pytest

from game.check import cache as kept
from game.check.cover import Cover, Playthrough
from game.check.findings import Checked, Reached
from game.check.witness import on_screen, walk
from game.play.program import Program
from game.play.view import View
from game.story.load import open_story
from game.story.model import Story
from tests.ui.pilot import Pilot

STORIES = Path(__file__).parents[2] / "stories"
SHIPPED = sorted(path.parent.name for path in STORIES.glob("*/story.yaml"))

Hand = Literal["keys", "mouse"]
"""What the playthroughs are played with."""

HANDS: tuple[Hand, ...] = ("keys", "mouse")

PATIENCE = 100
"""Keys pressed at most to get to something on a page."""


class Known(NamedTuple):
    """A story, what the check says of it as played, and the playthroughs that take it all."""

    story: Story
    checked: Checked
    cover: Cover

    def playthrough(self, name: str) -> Playthrough:
        return next(one for one in self.cover.playthroughs if one.name == name)


@cache
def known(name: str) -> Known:
    """Everything known of a story: kept from earlier runs, or some seconds' work."""
    story = open_story(STORIES / name)
    played = kept.checked(story)
    meets = any(passage.meeting is not None for passage in story.passages.values())
    free = kept.checked(story, free_meetings=True) if meets else None
    return Known(story, played, kept.covered(story, played, free))


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """An item for each playthrough that can be played by one person."""
    if "playthrough" in metafunc.fixturenames:
        those = [
            pytest.param(name, one.name, hand, id=f"{name}-{one.name}-{hand}")
            for name in SHIPPED
            for one in known(name).cover.playthroughs
            if not one.free
            for hand in HANDS
        ]
        metafunc.parametrize(("name", "playthrough", "hand"), those)


# -- playing


@cache
def seen_in_the_window(name: str, playthrough: str, hand: Hand) -> frozenset[str]:
    """Play a playthrough in the window; the branches it showed. Fails where it goes astray."""
    story = known(name).story
    one = known(name).playthrough(playthrough)
    walked = walk(Program(story), one.options)
    assert walked.refused is None
    # The smallest window: here most pages must be turned, and drawing takes the least time.
    pilot = Pilot(story, folder=STORIES / name, size=(640, 360))
    begin(pilot, hand)
    seen: set[str] = set()
    calls: list[str] = []
    for number, past in enumerate(walked.steps):
        read(pilot, past.view, hand)
        seen |= on_screen(story, pilot.view, calls)
        if past.chosen.kind == "result":
            hold_the_vote(pilot, past.view, hand)
        take(pilot, past.chosen.id, hand, by_digit=number % 2 == 0)
        seen.add(pilot.sitting.playthrough.choices[-1])
        assert pilot.saved[-1] == one.options[: number + 1]
    read(pilot, walked.last, hand)
    seen |= on_screen(story, pilot.view, calls)
    ended(pilot, one)
    return frozenset(seen)


def begin(pilot: Pilot, hand: Hand) -> None:
    """From the title past the content notes to the first screen, by Enter or clicks alone."""
    assert pilot.showing == "TitleScreen"
    for _ in range(PATIENCE):
        if pilot.showing == "PlayScreen":
            return
        if hand == "mouse":
            pilot.click("begin")
        else:
            pilot.press("return")
    raise AssertionError(f"this does not begin the story: {pilot.showing}")


def read(pilot: Pilot, expected: View, hand: Hand) -> None:
    """Hold what the window shows against the engine's screen."""
    assert pilot.showing == "PlayScreen"
    assert pilot.view == expected
    options = [option for option in expected.options if option.kind != "result"]
    drawn(pilot, (line.text for line in expected.lines))
    drawn(pilot, (option.text for option in options))
    offered = {control.id for control in pilot.page.controls}
    for option in options:
        assert (f"option:{option.id}" in offered) == option.available
    buttons = {node.name: node for node in pilot.tree.nodes if node.role == "button"}
    assert [buttons[option.text].disabled for option in options] == [
        not option.available for option in options
    ]
    if expected.know:
        look_up_what_is_known(pilot, expected, hand)


def look_up_what_is_known(pilot: Pilot, expected: View, hand: Hand) -> None:
    """Open what the player's character knows, and close it again."""
    if hand == "keys":
        pilot.press("k")
    else:
        # The narrow bar of so small a window has no room for it; the pause has.
        pilot.click("bar:menu")
        pilot.click("know")
    assert pilot.showing == "KnowScreen"
    drawn(pilot, (card.text for card in expected.know))
    if hand == "keys":
        pilot.press("k")
    else:
        pilot.click("close")
        pilot.click("close")
    assert pilot.showing == "PlayScreen"


def drawn(pilot: Pilot, texts: Iterable[str]) -> None:
    """These texts are on the page, the page is on the screen as it is, and a reader has them."""
    assert not pilot.window.desk.dirty
    page = squeezed(pilot.words)
    told = squeezed(" ".join(f"{node.name} {node.description}" for node in pilot.tree.nodes))
    for text in texts:
        assert squeezed(text) in page, f"{text!r} is not in {pilot.words!r}"
        assert squeezed(text) in told, f"{text!r} is not told to a screen reader"


def squeezed(text: str) -> str:
    """A text without what setting it in lines and capitals changes."""
    return "".join(text.split()).upper()


def hold_the_vote(pilot: Pilot, expected: View, hand: Hand) -> None:
    """Go to the meeting and see all hands. The first key shows those that are not up yet."""
    assert expected.meeting is not None
    if hand == "mouse":
        pilot.click("hall")
        assert pilot.showing == "MeetingScreen"
        pilot.click("all")
    else:
        press_until(pilot, "hall")
        assert pilot.showing == "MeetingScreen"
        pilot.press("space")
    for raised in expected.meeting.hands:
        drawn(pilot, (raised.name, raised.reason))


def take(pilot: Pilot, option: str, hand: Hand, *, by_digit: bool) -> None:
    """Take an option by its number, by going to it and pressing Enter, or by a click."""
    before = len(pilot.sitting.playthrough.choices)
    redraws = pilot.window.redraws
    control = pilot.page.control(f"option:{option}")
    assert control is not None
    if hand == "mouse":
        pilot.click(control.id)
    elif by_digit and control.number:
        pilot.press(str(control.number))
    else:
        press_until(pilot, control.id)
    assert pilot.sitting.playthrough.choices[before:] == (option,)
    assert pilot.window.redraws > redraws
    if pilot.showing == "IntervalScreen":
        if hand == "mouse":
            pilot.click("close")
        else:
            press_until(pilot, "close")


def press_until(pilot: Pilot, control: str) -> None:
    """Go to a control by Tab and take it by Enter."""
    for _ in range(PATIENCE):
        if pilot.hot == control:
            pilot.press("return")
            return
        pilot.press("tab")
    raise AssertionError(f"Tab does not come to {control}")


def ended(pilot: Pilot, one: Playthrough) -> None:
    """The window stands at the playthrough's ending and shows it."""
    ending = pilot.view.ending
    assert (ending and ending.id) == one.ending
    assert pilot.sitting.playthrough.choices == one.options
    if ending is not None:
        drawn(pilot, (ending.title, ending.debrief))
        assert pilot.page.control("again") is not None


# -- what must hold


def test_a_playthrough_shows_in_the_window_what_it_shows_in_the_engine(
    name: str, playthrough: str, hand: Hand
) -> None:
    covers = known(name).playthrough(playthrough).covers
    assert seen_in_the_window(name, playthrough, hand) == set(covers)


@pytest.mark.parametrize("story", SHIPPED)
@pytest.mark.parametrize("by", HANDS)
def test_the_playthroughs_show_every_branch_in_the_window(story: str, by: Hand) -> None:
    _, checked, cover = known(story)
    reached = {id_ for id_, one in checked.verdicts.items() if isinstance(one, Reached)}
    seen = {
        one.name: seen_in_the_window(story, one.name, by)
        for one in cover.playthroughs
        if not one.free
    }
    assert set().union(*seen.values()) == reached
    # And each branch in the very playthrough that its test names.
    assert [b for b in reached if b not in seen[cover.where[b]]] == []
