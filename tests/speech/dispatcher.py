"""A Speech Dispatcher of one's own, which prints what it is told to speak into a file."""

from __future__ import annotations

import os
import re
import subprocess
import time
from pathlib import Path

_CONFIG = """
LogLevel 1
DisableAutoSpawn
DefaultModule paper
AddModule "paper" "sd_generic" "paper.conf"
AudioOutputMethod "alsa"
"""

_MODULE = """
GenericExecuteSynth "printf '%s [%s %s] ' \\'$DATA\\' \\'$RATE\\' \\'$VOICE\\' >> {heard}"
GenericRateMultiply 100
GenericLanguage "en" "en" "utf-8"
GenericLanguage "de" "de" "utf-8"
AddVoice "en" "MALE1" "english"
AddVoice "de" "MALE1" "german"
"""

_NO_SOUND = "pcm.!default { type null }\nctl.!default { type null }\n"
"""What stands for the sound card, as a computer in a test room has none."""


class PaperDispatcher:
    """The service, at a socket in `folder`. No other service of the machine is touched."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._heard = folder / "heard"
        self.socket = folder / "s"
        (folder / "modules").mkdir()
        (folder / "speechd.conf").write_text(_CONFIG)
        (folder / "modules" / "paper.conf").write_text(_MODULE.format(heard=self._heard))
        (folder / "asound.conf").write_text(_NO_SOUND)
        self.start()

    def start(self) -> None:
        """Start it, and wait until it answers."""
        self._process = subprocess.Popen(
            (
                *("speech-dispatcher", "-s", "-C", self._folder, "-L", self._folder),
                *("-P", self._folder / "pid", "-c", "unix_socket", "-S", self.socket),
            ),
            env=os.environ | {"ALSA_CONFIG_PATH": os.fspath(self._folder / "asound.conf")},
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        deadline = time.monotonic() + 60
        while not self.socket.exists():
            assert self._process.poll() is None, "it ended"
            assert time.monotonic() < deadline
            time.sleep(0.02)

    def stop(self) -> None:
        """End it."""
        self._process.terminate()
        self._process.wait(10)
        self.socket.unlink(missing_ok=True)

    def heard(self, last: str) -> str:
        """What it was told until now, on one line, once that ends with a word."""
        deadline = time.monotonic() + 60
        while True:
            text = self._heard.read_text("utf-8") if self._heard.exists() else ""
            words = re.sub(r"\s+", " ", text)
            if last in words:
                return words.strip()
            assert time.monotonic() < deadline, words
            time.sleep(0.02)
