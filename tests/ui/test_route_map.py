"""The route map and the endings in the real window: what was seen, and nothing else."""

from __future__ import annotations

import re
import time
from pathlib import Path

import pytest

from game.play.saves import Saves
from game.play.seen_file import SeenFile
from game.ui import noting
from game.ui.lanes import rails
from game.ui.page import Shape
from game.ui.route import Route, Stop, Way, route
from game.ui.settings import Settings
from tests.ui.pilot import Pilot, rope
from tests.ui.screenshots import PLAYS
from tests.ui.watched import Open

BOOTS, KEGS, VOTE = PLAYS
UNSEEN = ("Other business", "The meeting went on", "Pull the rope down", "Sit down on the step")


def open_(*plays: tuple[str, ...], size: tuple[int, int] = (1280, 720), text: int = 100) -> Pilot:
    """A window on a story that was played so before; the last play goes on."""
    pilot = Pilot(rope(), size=size, text=text)
    pilot.press("1")
    for play in plays:
        pilot.sitting.restart()
        pilot.sitting.go_on(play)
        assert pilot.sitting.playthrough.choices == play
    pilot.window.desk.refresh()
    pilot.settle()
    return pilot


def made(pilot: Pilot) -> Route:
    return route(pilot.sitting.playthrough, pilot.sitting.seen)


def labels(pilot: Pilot) -> str:
    """What a screen reader is given."""
    return "\n".join(c.label for c in pilot.page.controls)


# What is on it


def test_the_first_screen_alone_is_one_stop_with_its_ways_untried() -> None:
    pilot = open_()
    (stop,) = made(pilot).stops
    assert (stop.id, stop.number, stop.here, stop.ways, stop.untried) == ("smoko", 1, True, (), 4)
    assert made(pilot).scenes_left == 1
    assert (made(pilot).endings, made(pilot).endings_left) == ((), 3)


def test_ways_lead_to_the_numbers_of_stops() -> None:
    found = made(open_(*PLAYS))
    numbers = {stop.id: stop.number for stop in found.stops}
    assert list(numbers) == ["smoko", "asked", "home", "pub", "publican", "vote", "ban"]
    asked = found.stop("asked")
    assert asked is not None
    ways = {way.text: [numbers[to] for to in way.to] for way in asked.ways}
    assert ways == {
        "Walk with them to the Breakwater at five.": [4],
        "Put two shillings in the tin for the laundress.": [2],
        "Go home to your father.": [3],
    }
    assert asked.untried == 1
    assert found.endings == ("Boots", "Twelve kegs")
    assert (found.endings_left, found.scenes_left) == (1, 0)


def test_the_present_way_is_told_from_those_before() -> None:
    found = made(open_(*PLAYS))
    now = [stop.id for stop in found.stops if stop.step is not None]
    assert now == ["smoko", "asked", "pub", "vote"]
    assert [stop.step for stop in found.stops] == [0, 1, None, 2, None, 3, None]
    assert [stop.id for stop in found.stops if stop.passed] == ["smoko", "asked", "pub"]
    led = [(way.text, way.now) for stop in found.stops for way in stop.ways if way.now]
    assert [to for _, to in led] == ["asked", "pub", "vote"]


def test_nothing_that_was_not_seen_is_named_or_told_to_a_screen_reader() -> None:
    pilot = open_(*PLAYS)
    pilot.press("o")
    for said in (pilot.words, labels(pilot)):
        assert not any(word in said for word in UNSEEN)
    assert "1 way not tried yet" in pilot.words
    assert "2 of 3 endings reached. One more." in pilot.words
    first = open_()
    first.press("o")
    assert "Breakwater" not in labels(first)
    assert "1 scene not seen yet" in first.words


def test_every_stop_has_a_full_name() -> None:
    pilot = open_(*PLAYS)
    pilot.press("o")
    names = {c.id: c.label for c in pilot.page.controls if c.id.startswith("stop:")}
    assert len(names) == 7
    assert names["stop:vote"] == (
        "Stop 6. The Breakwater. You are here. A vote. That nobody on this wharf handles beer for "
        "the Breakwater\u2026 You chose: Carried To 7. 1 way not tried yet."
    )
    assert "On your way this time" in names["stop:asked"]
    assert "Go home to your father. To 3." in names["stop:asked"]


def test_options_with_the_same_words_are_one_way(tmp_path: Path) -> None:
    from tests.play.corridor import FIRST_ROUND, corridor

    story = corridor(tmp_path)
    gate = story.passages["gate"]
    dark, lamp, home = gate.choices
    twins = gate._replace(choices=(dark, lamp._replace(text=dark.text), home))
    story = story._replace(passages={**story.passages, "gate": twins})
    pilot = Pilot(story, resumed=FIRST_ROUND[:1], folder=None)
    stop = made(pilot).stop("gate")
    assert stop is not None
    assert len(stop.ways) == 1
    assert stop.untried == 1


# How it is used


def test_a_key_opens_it_where_one_is_and_closes_it() -> None:
    pilot = open_(*PLAYS)
    pilot.press("o")
    assert (pilot.showing, pilot.hot) == ("RouteMapScreen", "stop:vote")
    here = pilot.page.control("stop:vote")
    assert here is not None
    assert pilot.page.visible(here, pilot.window.desk.scroll)
    pilot.press("o")
    assert pilot.showing == "PlayScreen"
    pilot.click("bar:map")
    pilot.click("bar:close")
    pilot.press("escape")
    pilot.click("map")
    assert pilot.showing == "RouteMapScreen"


def test_the_arrows_go_from_stop_to_stop_and_from_scene_to_scene() -> None:
    pilot = open_(*PLAYS)
    pilot.press("o", "up")
    assert pilot.hot == "stop:publican"
    pilot.press("down", "down")
    assert pilot.hot == "stop:ban"
    pilot.press("left")
    assert pilot.hot == "stop:smoko"
    pilot.press("right")
    assert pilot.hot == "stop:pub"
    pilot.press("right")
    assert pilot.hot == "stop:pub"
    pilot.press(*["down"] * 4)
    assert pilot.hot == "endings"
    pilot.press("left")
    assert pilot.hot == "stop:pub"


def test_a_stop_of_this_play_takes_one_back_when_asked_twice() -> None:
    pilot = open_(*PLAYS)
    pilot.press("o", "left", "return")
    assert pilot.showing == "StopScreen"
    assert "sultanas" in pilot.words
    assert "Ask Roy, in front of everyone, where he\u2019d sooner drink." in pilot.words
    pilot.press("2")
    assert pilot.showing == "GoBackScreen"
    pilot.press("return")
    assert pilot.sitting.playthrough.choices == VOTE
    pilot.press("2", "2")
    assert (pilot.showing, pilot.view.passage) == ("PlayScreen", "smoko")
    assert pilot.saved[-1] == ()
    pilot.press("o")
    assert pilot.words.count("not tried yet") >= 1, "what was seen is still seen"
    assert pilot.page.control("stop:ban") is not None


def test_a_stop_of_another_play_only_tells_what_is_known() -> None:
    pilot = open_(*PLAYS)
    pilot.press("o")
    pilot.click("stop:publican")
    assert pilot.showing == "StopScreen"
    assert "Raise it on Monday. To 6." in pilot.words
    assert "Pull the rope" not in pilot.words
    assert pilot.page.control("go_back") is None
    pilot.press("escape")
    pilot.click("stop:home")
    assert pilot.showing == "LastPageScreen"


def test_the_map_of_a_play_that_is_another_one_now_is_stale() -> None:
    pilot = open_(*PLAYS)
    pilot.press("o")
    pilot.sitting.rollback()
    pilot.window.desk.refresh()
    assert pilot.showing == "PlayScreen"


# The rails


def stops(*leads: tuple[int, ...], now: tuple[int, int] = (-1, -1)) -> list[Stop]:
    """Stops in a row; each leads to those rows."""
    return [
        Stop(
            str(row),
            row + 1,
            "scene",
            "choice",
            "",
            tuple(Way("", (str(to),), str(to) if (row, to) == now else "") for to in to_rows),
            0,
            here=False,
            step=None,
        )
        for row, to_rows in enumerate(leads)
    ]


def test_neighbours_are_joined_and_the_rest_goes_round() -> None:
    found = rails(stops((1, 3), (2,), (3,), (0,)), 6)
    assert found.down == {0: False, 1: False, 2: False}
    assert {(lane.tails, lane.head) for lane in found.lanes} == {((0,), 3), ((3,), 0)}
    assert len({lane.place for lane in found.lanes}) == 2


def test_what_leads_to_the_same_stop_shares_a_lane() -> None:
    (lane,) = rails(stops((3,), (3,), (), ()), 6).lanes
    assert (lane.tails, lane.head) == ((0, 1), 3)


def test_the_way_that_is_gone_now_keeps_its_lane_when_there_are_too_many() -> None:
    row = stops((2, 3, 4, 5), (), (), (), (), (), now=(0, 5))
    found = rails(row, 2)
    assert [lane.head for lane in found.lanes if lane.now] == [5]
    assert len(found.lanes) == 2
    assert found.width == 2


def test_no_two_rails_lie_on_each_other() -> None:
    found = rails(stops((3, 5), (4,), (0, 5), (1,), (6,), (2,), ()), 9)
    for lane in found.lanes:
        for other in found.lanes:
            if other is not lane and other.place == lane.place:
                assert other.last < lane.first or lane.last < other.first


def test_the_present_way_is_drawn_broader_and_in_red() -> None:
    pilot = open_(*PLAYS)
    pilot.press("o")
    kinds = {item.kind: item.rect for item in pilot.page.flow if isinstance(item, Shape)}
    assert {"rail", "rail_now", "stub", "stop", "stop_here", "stop_end"} <= kinds.keys()
    legend = [item for item in pilot.page.flow if isinstance(item, Shape) and item.rect.w == 34]
    now, before = (next(i.rect.h for i in legend if i.kind == k) for k in ("rail_now", "rail"))
    assert now > before


# The endings


def test_the_endings_that_were_reached_can_be_read_again_and_the_others_are_blank() -> None:
    pilot = open_(BOOTS, KEGS)
    pilot.click("endings")
    assert pilot.showing == "EndingsScreen"
    cards = [c.label for c in pilot.page.controls if c.id.startswith("ending:")]
    assert [re.sub(r" at \d\d:\d\d", "", card) for card in cards] == [
        "Number three hatch. Boots. First reached: Today",
        "The Breakwater. Twelve kegs. First reached: Today",
    ]
    assert "2 of 3 endings reached. One more." in pilot.words
    assert pilot.words.count("Not reached yet") == 1
    assert [c.id for c in pilot.page.controls if c.main] == ["ending:home", "ending:ban"]
    assert not any(word in pilot.words for word in UNSEEN)
    pilot.press("right", "return")
    assert pilot.showing == "LastPageScreen"
    assert "Twelve kegs stand on the jetty" in pilot.words
    assert "Roy still takes two buses" in pilot.words
    pilot.press("escape")
    assert pilot.showing == "EndingsScreen"
    assert pilot.sitting.playthrough.choices == KEGS


def test_where_no_ending_was_reached_it_says_so() -> None:
    pilot = open_()
    pilot.press("o")
    pilot.click("endings")
    assert "no ending of this story yet" in pilot.words
    pilot.press("return")
    assert pilot.showing == "RouteMapScreen"


def test_the_title_offers_the_endings_once_there_is_one(tmp_path: Path) -> None:
    first = Pilot(rope(), saves=tmp_path)
    assert first.page.control("endings") is None
    first.press("1")
    first.sitting.go_on(BOOTS)
    first.sitting.noting.close(first.sitting.playthrough)
    again = Pilot(rope(), saves=tmp_path)
    again.click("endings")
    assert "Boots" in again.words
    again.press("return", "escape", "escape")
    assert again.showing == "TitleScreen"


def test_an_ending_that_an_edit_put_out_of_reach_is_read_as_far_as_it_is_known() -> None:
    pilot = open_(BOOTS)
    story = pilot.sitting.story
    asked = story.passages["asked"]
    fewer = asked._replace(choices=tuple(c for c in asked.choices if c.id != "asked/home"))
    pilot.sitting.edit(story._replace(passages={**story.passages, "asked": fewer}))
    pilot.window.desk.refresh()
    pilot.press("o")
    pilot.click("endings")
    pilot.press("return")
    assert "changed since" in pilot.words
    assert "boots on" in pilot.words


def test_an_ending_that_is_no_more_is_not_shown() -> None:
    pilot = open_(BOOTS)
    story = pilot.sitting.story
    home = story.passages["home"]
    renamed = {id_: one for id_, one in story.passages.items() if id_ != "home"}
    moved = {**renamed, "house": home._replace(id="house")}
    asked = moved["asked"]
    choices = tuple(c._replace(to="house") if c.to == "home" else c for c in asked.choices)
    pilot.sitting.edit(story._replace(passages={**moved, "asked": asked._replace(choices=choices)}))
    pilot.window.desk.refresh()
    pilot.press("o")
    assert pilot.page.control("stop:home") is None
    assert pilot.page.control("stop:house") is not None, "the play stands there, by its new name"
    assert made(pilot).endings == ("Boots",)


# The record


def record(folder: Path) -> SeenFile:
    story = rope()
    return SeenFile(story, Saves(folder, story).folder)


@pytest.fixture
def at_the_end(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing is written before the window closes."""
    monkeypatch.setattr(noting, "_REST", 600)


@pytest.mark.usefixtures("at_the_end")
def test_a_choice_writes_no_record_and_closing_does(tmp_path: Path) -> None:
    pilot = Pilot(rope(), saves=tmp_path)
    pilot.press("1", "4", "1")
    path = record(tmp_path).path
    assert path is not None
    assert not path.exists()
    pilot.sitting.noting.close(pilot.sitting.playthrough)
    assert record(tmp_path).seen.passages == {"smoko", "asked", "pub"}


def test_what_is_new_is_written_a_little_later_by_itself(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(noting, "_REST", 0.05)
    pilot = Pilot(rope(), saves=tmp_path)
    for key, passage in (("4", "asked"), ("1", "pub")):
        pilot.press(*(["1"] if key == "4" else []), key)
        end = time.monotonic() + 60
        while passage not in record(tmp_path).seen.passages:
            assert time.monotonic() < end
            time.sleep(0.02)


@pytest.mark.usefixtures("at_the_end")
def test_after_a_crash_the_play_itself_is_noted_from_its_save(tmp_path: Path) -> None:
    pilot = Pilot(rope(), saves=tmp_path)
    pilot.press("1", "4", "1", "1")
    saved = pilot.sitting.playthrough.choices
    assert not (record(tmp_path).seen)
    closed = Pilot(rope(), saves=tmp_path / "other", resumed=saved)
    closed.sitting.noting.close(closed.sitting.playthrough)
    assert "publican" in record(tmp_path / "other").seen.passages, "though nothing was pressed"
    again = Pilot(rope(), saves=tmp_path, resumed=saved)
    again.press("1", "o")
    assert again.page.control("stop:publican") is not None
    again.sitting.noting.close(again.sitting.playthrough)
    assert "publican" in record(tmp_path).seen.passages


def test_what_was_rolled_back_stays_seen() -> None:
    pilot = Pilot(rope())
    pilot.press("1", "4", "1", "left", "left", "o")
    assert [stop.id for stop in made(pilot).stops] == ["smoko", "asked", "pub"]
    assert pilot.hot == "stop:smoko"


def test_a_record_that_cannot_be_kept_stops_nothing(tmp_path: Path) -> None:
    story = rope()
    folder = Saves(tmp_path, story).folder
    folder.mkdir(parents=True)
    (folder / "seen.json").mkdir()
    pilot = Pilot(story, saves=tmp_path)
    pilot.press("1", "4", "o")
    assert pilot.page.control("stop:asked") is not None
    pilot.press("escape", "1")
    pilot.sitting.noting.close(pilot.sitting.playthrough)
    assert pilot.sitting.notice == ""
    assert Saves(tmp_path, story).slots()[0].choices == ("smoko/cover", "asked/pub")


def test_the_authors_window_keeps_its_record_among_the_trials(watched: Open) -> None:
    from game import places
    from game.commands import watch
    from game.ui.camera import give_saves

    one = watched(("smoko/cover",))
    give_saves(one.pilot.sitting, watch._saves)
    one.pilot.press("1", "o")
    assert one.pilot.showing == "RouteMapScreen"
    one.save("scenes/1-wharf.yaml", "Smoko, number three hatch.", "Smoko at number nine.")
    assert one.pilot.showing == "RouteMapScreen"
    assert "Smoko at number nine" in one.pilot.words
    one.pilot.sitting.noting.close(one.pilot.sitting.playthrough)
    story = one.pilot.sitting.story
    assert SeenFile(story, Saves(places.trials(), story).folder).seen.passages
    assert not places.saves().exists()


def test_the_largest_text_and_the_smallest_window_lose_no_stop() -> None:
    for size, text in (((320, 240), 200), ((3840, 2160), 100)):
        pilot = open_(*PLAYS, size=size, text=text)
        pilot.press("o")
        ids = [c.id for c in pilot.page.controls if c.id.startswith("stop:")]
        assert len(ids) == 7
        pilot.press("left")
        for _ in ids:
            hot = pilot.page.control(pilot.hot or "")
            assert hot is not None
            assert pilot.page.visible(hot, pilot.window.desk.scroll)
            pilot.press("down")
        assert pilot.hot == "endings"


def test_settings_are_read_live_by_the_map() -> None:
    pilot = Pilot(rope(), settings=Settings(paper="dark", contrast="high"))
    pilot.press("1", "o", "+")
    assert (pilot.showing, pilot.hot) == ("RouteMapScreen", "stop:smoko")
