"""Files from strangers, devices that come and go, an end at any moment: all of it in silence."""

from __future__ import annotations

import struct
import subprocess
import sys
import threading
import time
from pathlib import Path

import pygame
import pytest

from game.audio.cue import LONGEST, Levels, declared, shipped_cue
from game.audio.player import Player
from game.audio.sound_file import LARGEST_FILE, SoundRefused, seconds_of
from game.story.model import Sound
from tests.audio.tape import QUICK, Tape, cue, tone, until

TONE = Path(__file__).parent / "tone.ogg"


def page(serial: int, granule: int, packets: list[bytes], *, first: bool = False) -> bytes:
    """A page of an Ogg file (RFC 3533), of packets that are shorter than 255 bytes."""
    lacing = bytes(len(packet) for packet in packets)
    head = struct.pack("<4sBBqIIIB", b"OggS", 0, 2 * first, granule, serial, 0, 0, len(lacing))
    return head + lacing + b"".join(packets)


def vorbis(channels: int = 2, rate: int = 44100) -> bytes:
    """The first packet of a Vorbis stream, with blocks of 256 and 2048."""
    return b"\x01vorbis" + struct.pack("<IBIIIIBB", 0, channels, rate, 0, 0, 0, 0xB8, 1)


def wav(
    data: bytes = bytes(8000), rate: int = 8000, channels: int = 1, *, kind: int = 1, bits: int = 16
) -> bytes:
    wide = channels * bits // 8
    form = struct.pack("<HHIIHH", kind, channels, rate, rate * wide, wide, bits)
    body = b"fmt " + struct.pack("<I", len(form)) + form + b"data" + struct.pack("<I", len(data))
    return b"RIFF" + struct.pack("<I", len(body) + len(data) + 4) + b"WAVE" + body + data


def test_the_length_is_read_from_the_pages_and_chunks(tmp_path: Path) -> None:
    assert seconds_of(TONE, 1) == 0.5
    (tmp_path / "a.wav").write_bytes(wav())
    assert seconds_of(tmp_path / "a.wav", 1) == 0.5
    assert seconds_of(tone(tmp_path / "b.wav", 300).path, 1) == 0.5


REFUSED = {
    "longer than": page(1, 0, [vorbis()], first=True) + page(1, 44100 * 99, [b"x"]),
    "longer than it says": page(1, 0, [vorbis()], first=True) + page(1, 44100, [b"x"] * 255) * 400,
    "two streams": page(1, 0, [vorbis()], first=True) + page(2, 0, [vorbis()], first=True),
    "opus": page(1, 0, [b"OpusHead" + bytes(30)], first=True),
    "no Ogg page": page(1, 0, [vorbis()], first=True) + bytes(40),
    "no end": page(1, 0, [vorbis()], first=True),
    "many channels": page(1, 0, [vorbis(6)], first=True) + page(1, 44100, [b"x"]),
    "too slow": wav(rate=1),
    "too fast": wav(rate=400_000),
    "long wav": wav(bytes(8000 * 2 * 61)),
    "compressed": wav(kind=2, bits=4),
    "no data": wav()[:40],
    "no bits": wav(bits=0),
    "another kind": b"ID3" + bytes(50),
    "nothing": b"",
    "cut short": TONE.read_bytes()[:60],
}


@pytest.mark.parametrize("name", REFUSED)
def test_what_is_too_long_or_of_another_kind_is_refused_undecoded(
    name: str, tmp_path: Path
) -> None:
    path = tmp_path / "a.ogg"
    path.write_bytes(REFUSED[name])
    with pytest.raises(SoundRefused):
        seconds_of(path, LONGEST["ambience"])


def test_a_file_that_is_too_large_or_no_file_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.wav"
    with path.open("wb") as file:
        file.truncate(LARGEST_FILE + 1)
    for refused in (path, tmp_path, tmp_path / "none.wav"):
        with pytest.raises(SoundRefused):
            seconds_of(refused, 60)


def test_a_story_reaches_no_file_outside_its_folder(tmp_path: Path) -> None:
    folder, shipped = tmp_path / "story", tmp_path / "shipped"
    folder.mkdir()
    shipped.mkdir()
    tone(tmp_path / "secret.wav", 300)
    (folder / "link.wav").symlink_to(tmp_path / "secret.wav")
    (shipped / "rain.ogg").write_bytes(TONE.read_bytes())
    rain = Sound("rain", "Rain.", "ambience", None)
    assert declared(rain, folder, shipped) == shipped_cue("rain", shipped)
    for file in ("../secret.wav", "link.wav", "none.wav"):
        assert declared(rain._replace(file=file), folder, shipped) is None
    inside = tone(folder / "rain.wav", 300)
    found = declared(rain._replace(file="rain.wav"), folder, shipped)
    assert found is not None
    assert found.path == inside.path.resolve()


def test_a_damaged_file_is_silent_and_what_plays_before_it_fades_out(
    tape: Tape, tmp_path: Path
) -> None:
    wharf, bad = tone(tmp_path / "wharf.wav", 300), tmp_path / "bad.ogg"
    bad.write_bytes(TONE.read_bytes()[:3000] + bytes(1500))
    good = TONE.read_bytes()
    bad.write_bytes(good[:58] + bytes(300) + good[358:])  # the pages hold, and what they hold not
    player = tape.player()
    told: list[dict[Path, str]] = []
    player.changed = lambda: told.append(player.refused)
    player.play(None, wharf)
    deck = player._playing._decks["ambience"]
    until(lambda: deck.playing)
    player.play(None, cue(bad))
    until(lambda: player.refused and not deck.playing)
    assert told == [player.refused]
    assert list(player.refused) == [bad]
    player.effect(cue(bad))
    player.play(None, wharf)
    until(lambda: deck.playing)


def test_without_a_device_nothing_happens_until_there_is_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("SDL_AUDIODRIVER", "alsa")
    monkeypatch.setenv("ALSA_CONFIG_PATH", str(tmp_path / "none"))
    player, wharf = Player(QUICK), tone(tmp_path / "wharf.wav", 300)
    player.play(None, wharf)
    until(lambda: player.problem)
    player.effect(wharf)
    player.duck(True)
    player.duck(False)
    assert pygame.mixer.get_init() is None
    monkeypatch.setenv("SDL_AUDIODRIVER", "dummy")
    player.device_changed(lost=False)
    until(lambda: player._playing._decks["ambience"].playing)
    assert player.problem == ""
    player.close()
    assert capfd.readouterr().err == "", "nobody is told on the terminal"


def test_a_device_that_is_lost_is_opened_again(tape: Tape, tmp_path: Path) -> None:
    player, wharf = tape.player(), tone(tmp_path / "wharf.wav", 300)
    deck = player._playing._decks["ambience"]
    player.play(None, wharf)
    until(lambda: deck.playing)
    before = deck._voices[0]
    player.device_changed(lost=True)
    until(lambda: deck.playing and deck._voices[0] is not before)
    # Gone without a word: the mixer fails under the player's hands.
    pygame.mixer.quit()
    player.duck(True)
    until(lambda: player.problem)
    player.set(Levels(), on=False)
    player.set(Levels(), on=True)
    until(lambda: deck.playing and not player.problem)


@pytest.mark.parametrize("after", [0, 0.002, 0.02, 0.06, 0.15])
def test_it_closes_at_any_moment(after: float, tape: Tape, tmp_path: Path) -> None:
    player = tape.player()
    cues = [tone(tmp_path / f"{n}.wav", 300 + n, seconds=3) for n in range(2)]
    player.play(*cues)
    time.sleep(after)
    player.play(cues[1], None)
    player.effect(cues[0])
    start = time.monotonic()
    player.close()
    player.close()
    assert time.monotonic() - start < 2
    assert pygame.mixer.get_init() is None
    assert [t.name for t in threading.enumerate() if t.name.startswith("audio")] == []
    player.play(*cues)
    player.effect(cues[0])
    assert pygame.mixer.get_init() is None


def test_memory_holds_what_is_heard_and_no_more(tape: Tape, tmp_path: Path) -> None:
    player = tape.player()
    cues = [tone(tmp_path / f"{n}.wav", 300 + n, seconds=0.2) for n in range(30)]
    playing = player._playing
    most = 0
    for one in cues:
        player.play(one, one)
        player.effect(one)
        time.sleep(0.01)
        decks = sum(len(deck._voices) for deck in playing._decks.values())
        most = max(most, decks + len(playing._ready))
    until(lambda: all(deck.cue == cues[-1] for deck in playing._decks.values()))
    until(lambda: sum(len(deck._voices) for deck in playing._decks.values()) == 2)
    assert most <= 6
    assert len(playing._effects) <= 12
    assert not playing._ready


def test_a_program_that_forgets_to_close_it_still_ends(tmp_path: Path) -> None:
    tone(tmp_path / "a.wav", 300)
    code = (
        "import sys, time; from pathlib import Path; from tests.audio.tape import cue\n"
        "from game.ui.soundtrack import the_player\n"
        "the_player().play(cue(Path(sys.argv[1])), None); time.sleep(0.2)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, str(tmp_path / "a.wav")],
        capture_output=True,
        text=True,
        timeout=20,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, "")
