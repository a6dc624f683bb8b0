"""How loud the shipped sounds are, and how they repeat; and one made again.

Measured on the files as they ship, decoded: ITU-R BS.1770-4.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from build.audio.signals import Samples

pytestmark = pytest.mark.makers

CLONE = Path(__file__).parents[2]
ASSETS = CLONE / "assets"
AUDIO = ASSETS / "audio"

MUSIC = ("theme", "work", "home", "meeting", "defeat", "after")
PLACES = (
    "wharf", "street", "pit_top", "bush_camp", "bar", "stove", "kitchen", "house", "bus",
    "picture_theatre", "union_hall",
)  # fmt: skip


def heard(name: str) -> Samples:
    from build.audio.files import read

    return read(AUDIO / f"{name}.ogg")


def loudness(name: str) -> float:
    from build.audio.loudness import integrated

    return integrated(heard(name))


@pytest.mark.parametrize("name", MUSIC)
def test_music_is_at_minus_18(name: str) -> None:
    assert abs(loudness(name) + 18) < 1


@pytest.mark.parametrize("name", PLACES)
def test_the_sound_of_a_place_is_at_minus_26(name: str) -> None:
    assert abs(loudness(name) + 26) < 1


@pytest.mark.parametrize("path", sorted(AUDIO.rglob("*.ogg")), ids=lambda path: path.stem)
def test_nothing_peaks_above_minus_one(path: Path) -> None:
    from build.audio.files import read
    from build.audio.loudness import offset, true_peak

    sound = read(path)
    assert true_peak(sound) < -1
    assert offset(sound) < 0.002


@pytest.mark.parametrize("name", [*MUSIC, *PLACES])
def test_it_repeats_without_a_click_or_a_gap(name: str) -> None:
    from build.audio.loudness import quietest, seam

    sound = heard(name)
    found = seam(sound)
    assert found.step <= found.usual
    assert found.jump <= found.swing
    assert found.click < 14
    assert quietest(sound) > -75


def test_a_sound_that_is_too_loud_and_one_with_a_click_would_be_found() -> None:
    from build.audio.loudness import integrated, seam

    sound = heard("stove")
    assert abs(integrated(sound * 10 ** (3 / 20)) + 26) > 1
    clicked = sound.copy()
    clicked[0] += 0.5
    found = seam(clicked)
    assert found.step > found.usual or found.click >= 14


def test_a_cue_and_a_place_made_again_are_the_same_bytes(tmp_path: Path) -> None:
    names = ("defeat", "stove")
    command = [sys.executable, str(CLONE / "build" / "audio"), *names, "--to", str(tmp_path)]
    subprocess.run(command, check=True, capture_output=True, cwd=CLONE)
    for name in names:
        made = (tmp_path / "audio" / f"{name}.ogg").read_bytes()
        assert made == (AUDIO / f"{name}.ogg").read_bytes(), name


def test_everything_made_is_shipped() -> None:
    from build.audio.catalogue import SOUNDS

    made = {ASSETS / sound.file for sound in SOUNDS.values()}
    assert made == set(AUDIO.rglob("*.ogg"))
