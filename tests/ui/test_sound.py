"""What is heard in the real window, screen by screen."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Protocol

import pygame
import pytest

from game.audio.cue import Cue
from game.audio.player import Player
from game.story.load import load_story
from game.ui import play_window, words_sound
from game.ui.settings import Settings
from game.ui.soundtrack import Soundtrack
from tests.audio.tape import QUICK, tone, until
from tests.ui.pilot import STORY, Pilot
from tests.ui.test_layout import check
from tests.ui.test_settings import MEETING, WINDOWS

SOUNDS = """
sounds:
  theme: {kind: music, caption: A hymn for brass., file: sounds/theme.wav}
  winch: {kind: ambience, caption: "A winch, gulls.", file: sounds/winch.wav}
  bar: {kind: ambience, caption: Men talking in a tiled room., file: sounds/bar.wav}
  whistle: {kind: effect, caption: A whistle., file: sounds/whistle.wav}
  song: {kind: music, caption: A song., file: sounds/song.wav}
  gulls: {kind: ambience, caption: Gulls.}
"""
"""Of these, the song has no file where it says, and the gulls are none of the shipped sounds."""


class Heard(Protocol):
    """The fixture `heard`."""

    def __call__(
        self, *, settings: Settings | None = ..., resumed: tuple[str, ...] | None = ...
    ) -> Pilot:
        """Open a window on the story that has sounds."""
        ...


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The tests' story, with sounds."""
    path = tmp_path / "rope"
    shutil.copytree(STORY, path)
    (path / "sounds").mkdir()
    for number, name in enumerate(("theme", "winch", "bar", "whistle")):
        tone(path / "sounds" / f"{name}.wav", 300 + 100 * number, seconds=0.1)
    head, wharf, pub = path / "story.yaml", *sorted((path / "scenes").iterdir())
    head.write_text(head.read_text("utf-8") + SOUNDS, "utf-8")
    text = wharf.read_text("utf-8").replace("picture: hatch", "picture: hatch\nambience: winch")
    wharf.write_text(text.replace("  asked:\n", "  asked:\n    sound: whistle\n"), "utf-8")
    text = pub.read_text("utf-8").replace(
        "picture: pub", "picture: pub\nambience: bar\nmusic: song", 1
    )
    pub.write_text(text, "utf-8")
    return path


@pytest.fixture
def shipped(tmp_path: Path) -> Path:
    """A folder of shipped sounds, empty but for the hand's."""
    hands = tmp_path / "audio" / "interface"
    hands.mkdir(parents=True)
    # What is in a file counts, not what it is called.
    tone(hands / "hand.ogg", 900, seconds=0.05)
    return tmp_path / "audio"


@pytest.fixture
def heard(folder: Path, shipped: Path) -> Iterator[Heard]:
    """Opens windows on the story that are heard, and closes what plays them."""
    players: list[Player] = []

    def open_(*, settings: Settings | None = None, resumed: tuple[str, ...] | None = None) -> Pilot:
        for player in players:
            player.close()
        pilot = Pilot(load_story(folder), folder=folder, settings=settings, resumed=resumed)
        players.append(Player(QUICK))
        now = Soundtrack(pilot.preferences, pilot.sitting, folder, shipped, players[-1])
        pilot.window.listen(now)
        return pilot

    yield open_
    for player in players:
        player.close()


def player_of(pilot: Pilot) -> Player:
    assert pilot.window.soundtrack is not None
    return pilot.window.soundtrack.player


def settled(pilot: Pilot) -> Pilot:
    """The pilot, once its window has answered what has happened."""
    pilot.settle()
    return pilot


def cues(pilot: Pilot) -> tuple[str | None, str | None]:
    """The ids of the music and the ambience that are wanted."""
    wish = player_of(pilot).wish
    return wish.music and wish.music.id, wish.ambience and wish.ambience.id


def struck(pilot: Pilot, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The effects that are played from now on."""
    effects: list[str] = []
    player = player_of(pilot)
    real = player.effect

    def effect(cue: Cue) -> None:
        effects.append(cue.id)
        real(cue)

    monkeypatch.setattr(player, "effect", effect)
    return effects


def test_each_screen_is_heard_with_what_its_story_names(heard: Heard) -> None:
    pilot = heard()
    assert cues(pilot) == ("theme", None)
    pilot.take(1)
    assert pilot.showing == "ContentScreen"
    assert cues(pilot) == ("theme", None), "the sheet over the title"
    pilot.take(1)
    assert cues(pilot) == (None, "winch")
    wish = player_of(pilot).wish
    for keys in (("b",), ("escape", "n"), ("escape", "escape"), ("f10",), ("escape", "escape")):
        pilot.press(*keys)
        assert player_of(pilot).wish is wish, f"{pilot.showing} changes nothing"
    pilot.take(4)
    assert cues(pilot) == (None, "winch")
    pilot.take(1)
    assert cues(pilot) == (None, "bar"), "the song has no file"
    pilot.press("left", "left")
    assert cues(pilot) == (None, "winch")
    until(lambda: player_of(pilot)._playing._decks["ambience"].cue == wish.ambience)


def test_a_sound_is_heard_once_where_one_comes_to_it(
    heard: Heard, monkeypatch: pytest.MonkeyPatch
) -> None:
    pilot = heard()
    effects = struck(pilot, monkeypatch)
    pilot.press("1", "1", "4")
    assert effects == ["whistle"]
    pilot.press("b", "escape", "+", "-", "f10", "escape")
    pilot.resize(1024, 768)
    assert effects == ["whistle"], "the same screen"
    pilot.press("1")
    pilot.press("left")
    assert effects == ["whistle"], "one went back to it"
    pilot.take(2)
    assert effects == ["whistle", "whistle"], "one came to it again"


def test_each_hand_that_goes_up_is_heard_once(
    heard: Heard, monkeypatch: pytest.MonkeyPatch
) -> None:
    pilot = heard(resumed=MEETING)
    pilot.press("1")
    pilot.press("1")
    effects = struck(pilot, monkeypatch)
    meeting = pilot.view.meeting
    assert meeting is not None
    for number, hand in enumerate(meeting.hands, 1):
        pilot.window.desk.tick()
        pilot.settle()
        pilot.window.desk.refresh()  # as when a story is edited: nothing was done
        assert len(effects) == sum(one.hand == "up" for one in meeting.hands[:number]), hand
    assert set(effects) == {"hand"}
    pilot.press("left", "1")
    effects.clear()
    pilot.press("return")
    assert effects == ["hand"], "all at once is one sound"
    reduced = heard(resumed=MEETING, settings=Settings(motion="reduced"))
    effects = struck(reduced, monkeypatch)
    reduced.press("1", "1")
    assert effects == ["hand"]


def test_the_interface_has_its_sounds_where_they_are_shipped(
    heard: Heard, shipped: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("focus", "choose", "page"):
        tone(shipped / "interface" / f"{name}.ogg", 800, seconds=0.05)
    pilot = heard()
    effects = struck(pilot, monkeypatch)

    def after(*keys: str) -> list[str]:
        effects.clear()
        pilot.press(*keys)
        return list(effects)

    assert after("down") == ["focus"]
    assert after("home") == []
    assert after("1", "1") == ["choose", "choose"]
    pilot.resize(640, 360)
    assert after("pagedown") == ["page"]
    assert after("end", "pagedown") == [], "there is nothing below"


def test_what_is_set_is_heard(heard: Heard, monkeypatch: pytest.MonkeyPatch) -> None:
    pilot = heard(settings=Settings(sound="off"))
    pilot.press("1", "1")
    assert player_of(pilot)._thread is None, "nothing to hear, so nothing is opened"
    pilot.press("m")
    deck = player_of(pilot)._playing._decks["ambience"]
    until(lambda: deck.playing)
    assert words_sound.SOUND_ON in pilot.words
    pilot.press("f10")
    pilot.click("ambience:0")
    until(lambda: not deck.playing)
    pilot.click("ambience:80")
    until(lambda: deck.playing)
    assert player_of(pilot).wish.levels.ambience == 80
    effects = struck(pilot, monkeypatch)
    pilot.press("escape", "m", "4")
    assert effects == ["whistle"], "asked for"
    assert words_sound.SOUND_OFF not in pilot.words, "said until the next choice"
    until(lambda: not deck.playing)


@pytest.mark.parametrize("gone", [pygame.WINDOWFOCUSLOST, pygame.WINDOWMINIMIZED])
def test_a_window_that_is_left_falls_silent_only_if_that_is_set(heard: Heard, gone: int) -> None:
    back = {pygame.WINDOWFOCUSLOST: pygame.WINDOWFOCUSGAINED}.get(gone, pygame.WINDOWRESTORED)
    pilot = heard()
    pilot.post(gone)
    pilot.settle()
    assert player_of(pilot).wish.gain("music") > 0
    pilot.press("f10")
    pilot.click("apart:off")
    pilot.post(gone)
    pilot.settle()
    assert player_of(pilot).wish.gain("music") == 0
    pilot.post(back)
    pilot.settle()
    assert player_of(pilot).wish.gain("music") > 0


def test_captions_say_what_begins_to_be_heard(heard: Heard) -> None:
    pilot = heard(settings=Settings(captions="shown", sound="off"))
    assert "(A hymn for brass.)" in pilot.words
    pilot.press("1", "1")
    assert "A hymn" not in pilot.words
    assert "(A winch, gulls.)" in pilot.words
    pilot.press("+", "b", "escape")
    assert "(A winch, gulls.)" in pilot.words, "as long as the screen is shown"
    pilot.take(4)
    assert "A winch" not in pilot.words, "it goes on"
    assert "(A whistle.)" in pilot.words
    pilot.take(1)
    assert "(Men talking in a tiled room.)" in pilot.words
    assert "A song" not in pilot.words, "it has no file, so nobody hears it"
    again = heard(settings=Settings(captions="shown"), resumed=("smoko/cover",))
    again.press("1")
    assert "(A winch, gulls.)" in again.words, "where one goes on, all of it begins"
    plain = heard()
    plain.press("1", "1")
    assert "A winch" not in plain.words


@pytest.mark.parametrize("size", WINDOWS, ids=lambda size: f"{size[0]}x{size[1]}")
def test_captions_have_room(heard: Heard, size: tuple[int, int]) -> None:
    for text in (100, 200):
        pilot = heard(settings=Settings(text=text, captions="shown"))
        pilot.resize(*size)
        pilot.press("1", "1")
        check(pilot.page, text, f"{size} {text}%")
        pilot.take(4)
        check(pilot.page, text, f"{size} {text}%")


def test_a_file_that_is_refused_is_named_in_the_settings_and_nowhere_else(
    heard: Heard, folder: Path
) -> None:
    (folder / "sounds" / "winch.wav").write_bytes(b"RIFF\0\0\0\0WAVEno")
    pilot = heard()
    pilot.press("1", "1")
    until(lambda: player_of(pilot).refused)
    pilot.settle()
    assert "winch.wav" not in pilot.words
    pilot.press("f10")
    assert "winch.wav is not played: it is cut short." in pilot.words
    pilot.press("escape", "4", "1", "f10")
    assert "sounds/song.wav is not played: it is not there." in pilot.words
    pilot.press("escape", "left", "left", "f10")
    tone(folder / "sounds" / "winch.wav", 300)
    assert pilot.window.soundtrack is not None
    pilot.window.soundtrack.edit(pilot.sitting.story)
    until(lambda: player_of(pilot)._playing._decks["ambience"].playing)
    until(lambda: "winch.wav" not in settled(pilot).words)


def test_without_a_device_the_settings_say_so_quietly(
    heard: Heard, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("SDL_AUDIODRIVER", "none of them")
    pilot = heard()
    until(lambda: player_of(pilot).problem)
    pilot.press("1", "1", "4", "m", "m")
    assert words_sound.NO_DEVICE not in pilot.words
    pilot.press("f10")
    until(lambda: words_sound.NO_DEVICE in settled(pilot).words)  # it is tried again at each "m"
    monkeypatch.setenv("SDL_AUDIODRIVER", "dummy")
    pilot.post(pygame.WINDOWFOCUSGAINED)  # somebody has plugged one in, and comes back
    pilot.settle()
    until(lambda: player_of(pilot)._playing._open)
    until(lambda: words_sound.NO_DEVICE not in settled(pilot).words)
    assert capfd.readouterr().err == ""


def test_the_device_opens_after_the_first_picture_and_closes_with_the_window(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from game.play.playthrough import Playthrough
    from game.play.program import Program
    from game.ui.window import Window

    Pilot(load_story(folder))  # opens the display, so that the event below is not lost
    seen: list[tuple[int, bool]] = []
    real = Window.step

    def step(window: Window, seconds: float | None) -> None:
        seen.append((window.redraws, pygame.mixer.get_init() is not None))
        if len(seen) == 1:
            until(pygame.mixer.get_init)
            pygame.event.post(pygame.event.Event(pygame.QUIT))
        real(window, seconds)

    drawn: list[bool] = []
    flip = pygame.display.flip

    def draw() -> None:
        drawn.append(pygame.mixer.get_init() is None)
        flip()

    monkeypatch.setattr(pygame.display, "flip", draw)
    monkeypatch.setattr(Window, "step", step)
    story = load_story(folder)
    play_window(story, Playthrough(Program(story)), lambda _: None, resumed=False, folder=folder)
    assert drawn[0], "the picture came first"
    assert seen[0][0] == 1
    assert pygame.mixer.get_init() is None


def test_music_is_softer_while_the_game_speaks(heard: Heard) -> None:
    pilot = heard()
    assert not player_of(pilot).wish.ducked
    pilot.press("v")
    assert player_of(pilot).wish.ducked
    pilot.press("left ctrl")  # silence
    assert not player_of(pilot).wish.ducked
