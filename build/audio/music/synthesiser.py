"""Plays MIDI on sampled instruments: FluidSynth with Frank Wen's FluidR3_GM.

Each part is played alone and dry, so that it can be placed in the room afterwards. FluidSynth's
own reverb and chorus stay off: ours goes round the loop.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import tempfile
from functools import cache
from pathlib import Path

from build.audio.files import read
from build.audio.signals import RATE, Samples

SOUNDFONT = "74594e8f4250680adf590507a306655a299935343583256f3b722c48a1bc1cb0"
"""SHA-256 of FluidR3_GM.sf2 as Debian's fluid-soundfont-gm 3.1 holds it."""

PLACES = (
    "/usr/share/sounds/sf2/FluidR3_GM.sf2",
    "/usr/share/soundfonts/FluidR3_GM.sf2",
)
"""Where distributions put it; the variable SOUNDFONT names another."""


class NoSynthesiser(Exception):
    """The program or its instruments are not there; the message says how to get them."""


@cache
def soundfont() -> Path:
    """The file of the instruments. Raises `NoSynthesiser` if it is not there, or another."""
    named = os.environ.get("SOUNDFONT")
    for place in [named] if named else PLACES:
        path = Path(place)
        if path.is_file():
            found = hashlib.sha256(path.read_bytes()).hexdigest()
            if found != SOUNDFONT:
                raise NoSynthesiser(f"{path} is another soundfont than FluidR3_GM 3.1: {found}")
            return path
    raise NoSynthesiser(
        "FluidR3_GM.sf2 is not there: install fluid-soundfont-gm, or name it in SOUNDFONT"
    )


def synthesise(midi: bytes) -> Samples:
    """What a MIDI file sounds like, in two channels. Raises `NoSynthesiser`."""
    program = shutil.which("fluidsynth")
    if program is None:
        raise NoSynthesiser("fluidsynth is not there: install it")
    with tempfile.TemporaryDirectory(prefix="one-out-") as folder:
        score, played = Path(folder) / "part.mid", Path(folder) / "part.wav"
        score.write_bytes(midi)
        options = ["-n", "-i", "-q", "-R", "0", "-C", "0", "-g", "0.5", "-r", str(RATE)]
        options += ["-o", "synth.dynamic-sample-loading=1", "-O", "float", "-T", "wav"]
        command = [program, *options, "-F", str(played), str(soundfont()), str(score)]
        subprocess.run(command, check=True, capture_output=True)
        return read(played)
