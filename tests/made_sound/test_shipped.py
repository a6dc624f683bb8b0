"""Every sound that the game or a shipped story names is there, and of the right kind and length."""

from pathlib import Path

import pytest

from game.audio.sound_file import seconds_of
from game.story.load import load_story
from game.story.model import Sound

CLONE = Path(__file__).parents[2]
AUDIO = CLONE / "assets" / "audio"
INTERFACE = ("focus", "choose", "page", "hand")
LONGEST = {"music": 120, "ambience": 60, "effect": 10}
SHORTEST = {"music": 60, "ambience": 24, "effect": 0.1}


def sounds() -> list[Sound]:
    stories = sorted((CLONE / "stories").glob("*/story.yaml"))
    return [sound for path in stories for sound in load_story(path).sounds.values()]


@pytest.mark.parametrize("sound", sounds(), ids=lambda sound: sound.id)
def test_a_storys_sound_is_there_with_its_caption(sound: Sound) -> None:
    path = AUDIO / f"{sound.id}.ogg"
    assert SHORTEST[sound.kind] <= seconds_of(path, LONGEST[sound.kind]) <= LONGEST[sound.kind]
    assert len(sound.caption.split()) >= 2


@pytest.mark.parametrize("name", INTERFACE)
def test_the_windows_own_sounds_are_there_and_short(name: str) -> None:
    assert 0.05 < seconds_of(AUDIO / "interface" / f"{name}.ogg", 10) < 0.8


def test_the_theme_is_there() -> None:
    assert 60 <= seconds_of(AUDIO / "theme.ogg", 120) <= 120


@pytest.mark.parametrize("path", sorted(AUDIO.rglob("*.ogg")), ids=lambda path: path.stem)
def test_it_is_vorbis_in_two_channels_at_44100_hertz(path: Path) -> None:
    head = path.read_bytes()[:64]
    assert head[:4] == b"OggS"
    start = head.index(b"\x01vorbis")
    assert head[start + 11] == 2
    assert int.from_bytes(head[start + 12 : start + 16], "little") == 44_100


def test_all_of_it_takes_less_than_nine_megabytes() -> None:
    assert sum(path.stat().st_size for path in AUDIO.rglob("*.ogg")) < 9_000_000
