"""What is heard, sample by sample."""

from __future__ import annotations

import array
import math
import shutil
import threading
from pathlib import Path

import pygame
import pytest

from game.audio.cue import Levels
from game.audio.deck import Deck
from game.audio.device import RATE, close_device, open_device
from game.audio.player import Player
from game.audio.playing import DUCKED
from tests.audio.tape import FULL, QUICK, Tape, cue, loudness, steepest, tone, until

TONE = Path(__file__).parent / "tone.ogg"
"""Half a second of 440 Hz: 220 whole periods."""

LOUD = Levels(100, 100, 100)


def loud(player: Player) -> Player:
    player.set(LOUD, on=True)
    return player


def bend(hertz: int, amplitude: float = FULL) -> float:
    """What `steepest` finds in a pure tone."""
    return float(amplitude * (2 * math.pi * hertz / RATE) ** 2)


def decoded(path: Path) -> array.array[int]:
    """The left channel of a file, as SDL decodes it."""
    open_device()
    left = array.array("h", pygame.mixer.Sound(path).get_raw())[::2]
    close_device()
    return left


@pytest.mark.parametrize("kind", ["wav", "ogg"])
@pytest.mark.parametrize("track", ["music", "ambience"])
def test_a_loop_has_no_gap_and_no_click(track: str, kind: str, tape: Tape, tmp_path: Path) -> None:
    sound = tmp_path / f"loop.{kind}"
    if kind == "wav":
        tone(sound, 440)
    else:
        shutil.copy(TONE, sound)
    once = decoded(sound)
    assert len(once) == RATE // 2
    tape.hurry()
    player = loud(tape.player(QUICK._replace(over=0.01)))
    player.play(*((cue(sound), None) if track == "music" else (None, cue(sound))))
    voices = player._playing._decks["music" if track == "music" else "ambience"]._voices
    until(lambda: voices and voices[0].sound.get_volume() == 1)
    begin = tape.wait(0.2)
    end = tape.wait(3)
    # From where it has come in to where the device was still open: sample for sample the file.
    heard = tape.samples()[begin:end]
    phase = next(n for n in range(len(once)) if (once * 2)[n : n + 500] == heard[:500])
    rounds = once * (len(heard) // len(once) + 2)
    assert heard == rounds[phase : phase + len(heard)]
    if kind == "wav":
        assert steepest(heard) < bend(440) + 4, "no more than what rounding adds"


def test_a_cue_fades_over_into_the_next_with_the_same_power_all_the_while(
    tape: Tape, tmp_path: Path
) -> None:
    low, high = tone(tmp_path / "low.wav", 300), tone(tmp_path / "high.wav", 700)
    player = loud(tape.player(QUICK._replace(over=0.5)))
    player.play(low, None)
    begin = tape.calm(player)
    player.play(high, None)
    end = tape.calm(player)
    heard = tape.samples()[begin:end]
    powers = loudness(heard)
    assert all(0.92 * FULL < power < 1.08 * FULL for power in powers), powers
    assert steepest(heard[-RATE // 10 :]) == pytest.approx(bend(700), rel=0.05)
    assert steepest(heard) < bend(700) + FULL * 0.2, "a step of the fade, and not a click"


def test_the_same_cue_goes_on_without_a_break(tape: Tape, tmp_path: Path) -> None:
    wharf, hymn = tone(tmp_path / "wharf.wav", 300), tone(tmp_path / "hymn.wav", 700)
    player = loud(tape.player())
    player.play(None, wharf)
    begin = tape.calm(player)
    player.play(None, cue(wharf.path))  # the next scene, which names it too
    end = tape.wait(0.1)
    player.play(hymn, wharf)
    last = tape.calm(player)
    heard = tape.samples()
    assert steepest(heard[begin:end]) < bend(300) + 4
    both = heard[last - RATE // 10 : last]
    assert steepest(both) < bend(300) + bend(700) + 8
    assert min(loudness(both)) > 1.3 * FULL


def test_speech_is_heard_over_music_and_ambience(tape: Tape, tmp_path: Path) -> None:
    player = loud(tape.player(QUICK._replace(duck=0.2)))
    player.play(tone(tmp_path / "hymn.wav", 440), None)
    before = tape.calm(player)
    player.duck(True)
    under = tape.calm(player)
    player.duck(False)
    after = tape.calm(player)
    heard = tape.samples()

    def ending(at: int) -> float:
        return loudness(heard[at - RATE // 20 : at], 0.05)[0]

    assert ending(before) == pytest.approx(FULL, rel=0.01)
    assert ending(under) == pytest.approx(DUCKED * FULL, rel=0.02)
    assert 20 * math.log10(DUCKED) == pytest.approx(-10, abs=0.2)
    assert ending(after) == pytest.approx(FULL, rel=0.01)
    assert steepest(heard[before:after]) < FULL * 0.25, "down and up in steps, not with a click"


def test_levels_are_heard_at_once_and_none_is_silence(tape: Tape, tmp_path: Path) -> None:
    player = loud(tape.player(QUICK._replace(linger=2)))
    player.play(tone(tmp_path / "hymn.wav", 440), None)
    marks = [tape.calm(player)]
    for levels, on in ((Levels(music=40), True), (LOUD, False), (LOUD, True), (Levels(0), True)):
        player.set(levels, on=on)
        marks.append(tape.calm(player))
    heard = tape.samples()
    powers = [loudness(heard[at - RATE // 20 : at], 0.05)[0] / FULL for at in marks]
    assert powers == pytest.approx([1, 0.4**1.5, 0, 1, 0], abs=0.02)


def test_an_effect_is_heard_once(tape: Tape, tmp_path: Path) -> None:
    knock = tone(tmp_path / "knock.wav", 1000, seconds=0.1)
    player = loud(tape.player(QUICK._replace(linger=2)))
    player.effect(knock)
    tape.wait(0.3)
    heard = tape.samples()
    first = next(n for n, sample in enumerate(heard) if sample)
    last = max(n for n, sample in enumerate(heard) if sample)
    assert last - first == pytest.approx(RATE // 10, abs=10)
    assert max(heard) == pytest.approx(FULL, rel=0.01)


def test_an_effect_that_is_turned_off_is_not_decoded(tape: Tape, tmp_path: Path) -> None:
    player = tape.player()
    player.set(Levels(effect=0), on=True)
    player.effect(tone(tmp_path / "knock.wav", 1000))
    player.set(LOUD, on=False)
    player.effect(tone(tmp_path / "knock.wav", 1000))
    assert player._thread is None


def test_many_cues_in_a_hurry_end_with_the_last_and_without_a_click(
    tape: Tape, tmp_path: Path
) -> None:
    cues = [tone(tmp_path / f"{n}.wav", 300 + 20 * n) for n in range(5)]
    player = loud(tape.player(QUICK._replace(over=0.5, brief=0.2)))
    for one in cues:
        player.play(one, None)
        tape.wait(0.3 if one == cues[0] else 0.1)
    deck = player._playing._decks["music"]
    until(lambda: deck.cue == cues[-1] and len(deck._voices) == 1)
    end = tape.wait(0.1)
    heard = tape.samples()[:end]
    assert steepest(heard) < FULL * 0.6, "steps of fades, and no click"
    assert max(loudness(heard)) < 1.5 * FULL


def test_a_third_sound_waits_until_the_faintest_has_gone_out_quickly(tmp_path: Path) -> None:
    open_device()
    try:
        sounds = [pygame.mixer.Sound(tone(tmp_path / f"{n}.wav", 300).path) for n in range(2)]
        cues = [cue(tmp_path / f"{n}.wav") for n in range(2)]
        deck = Deck((0, 1))
        deck.start(cues[0], sounds[0], now=0, seconds=1)
        assert deck.make_room(1, brief=0.2)
        deck.start(cues[1], sounds[1], now=1, seconds=1)
        deck.tick(1.25, 1)
        before = [sound.get_volume() for sound in sounds]
        assert not deck.make_room(1.25, brief=0.2)
        faded = []
        for n in range(1, 9):
            deck.tick(1.25 + n * 0.01, 1)
            faded.append(sounds[1].get_volume())
        assert before[1] > faded[0] > faded[2] > 0.1 > faded[-1], "it goes out, and is not cut off"
        assert deck.make_room(1.34, brief=0.2)
        assert deck.cue is None
        assert deck.take_back(cues[0], 1.34, 1), "the other is on its way out, and comes back"
        assert deck.cue == cues[0]
    finally:
        close_device()


def test_the_device_is_closed_when_nothing_was_heard_for_a_while(
    tape: Tape, tmp_path: Path
) -> None:
    others = threading.active_count()
    player = loud(tape.player())
    assert pygame.mixer.get_init() is None
    assert threading.active_count() == others, "nothing was asked for, so there is no thread"
    wharf = tone(tmp_path / "wharf.wav", 300)
    player.play(None, wharf)
    until(pygame.mixer.get_init)
    player.set(LOUD, on=False)
    until(lambda: pygame.mixer.get_init() is None)
    player.set(LOUD, on=True)
    until(lambda: player._playing._decks["ambience"].cue == wharf)
    player.play(None, None)
    until(lambda: pygame.mixer.get_init() is None)


def test_leaving_the_window_silences_it_and_coming_back_begins_again(
    tape: Tape, tmp_path: Path
) -> None:
    player = loud(tape.player())
    wharf, deck = tone(tmp_path / "wharf.wav", 300), player._playing._decks["ambience"]
    player.play(None, wharf)
    until(lambda: deck.cue == wharf)
    player.leave(True)
    until(lambda: not deck.playing)
    player.leave(False)
    until(lambda: deck.cue == wharf)
