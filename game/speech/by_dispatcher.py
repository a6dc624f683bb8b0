"""Speaking through Speech Dispatcher, the speech service of Linux desktops, without any package.

It is asked in its own protocol, SSIP (https://freebsoft.org/doc/speechd/ssip.html): a command a
line, answered with a number, 1xx and 2xx for good.
"""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
from pathlib import Path

from game.speech.backend import STEPS, NoSpeech, language_of

_PATIENCE = 5.0
"""Seconds after which a service that does not answer counts as gone."""


def socket_path() -> Path:
    """Where the service is asked; it is started there if it is not running.

    The place is the one that the service's own library takes, and so is SPEECHD_ADDRESS.
    """
    kind, _, named = os.environ.get("SPEECHD_ADDRESS", "").partition(":")
    folder = os.environ.get("XDG_RUNTIME_DIR") or os.path.expanduser("~/.cache")
    path = Path(folder) / "speech-dispatcher" / "speechd.sock"
    if kind == "unix_socket" and named:
        path = Path(named)
    elif not path.exists():
        _start()
    return path


def _start() -> None:
    """Start the service, where it is installed and its owner lets programs do so."""
    program = shutil.which("speech-dispatcher")
    if program is None:
        return
    try:
        subprocess.run([program, "--spawn"], capture_output=True, timeout=_PATIENCE, check=False)
    except (OSError, subprocess.TimeoutExpired):
        return


class DispatcherBackend:
    """A connection to the service at `path`. Raises `NoSpeech` if nobody answers there."""

    def __init__(self, path: Path) -> None:
        self._said = b""
        self._socket = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
        self._socket.settimeout(_PATIENCE)
        try:
            self._socket.connect(os.fspath(path))
            self._ask("SET SELF CLIENT_NAME player:one-out:main")
            self._ask("SET SELF PRIORITY message")
            self._usual = int(self._ask("GET RATE")[0])
            self._language = language_of(self._ask("GET LANGUAGE")[0])
        except (OSError, ValueError, IndexError, NoSpeech) as why:
            self._socket.close()
            raise NoSpeech("service", str(why)) from why

    def speak(self, text: str, language: str, *, interrupt: bool) -> None:
        """Speak a text."""
        if interrupt:
            self._ask("CANCEL SELF")
        root = language_of(language)
        # Of the same language the player may have set a voice of another country.
        if root and root != self._language:
            self._ask(f"SET SELF LANGUAGE {root}")
            self._language = root
        self._ask("SPEAK")
        lines = text.replace("\r", " ").split("\n")
        self._ask("\r\n".join(f".{line}" if line[:1] == "." else line for line in lines), ".")

    def stop(self) -> None:
        """Be silent."""
        self._ask("CANCEL SELF")

    def pace(self, step: int) -> None:
        """Set the pace, which the service counts from -100 to 100."""
        rate = self._usual + round(100 * STEPS[step])
        self._ask(f"SET SELF RATE {max(-100, min(100, rate))}")

    def loudness(self, share: float) -> None:
        """Set the volume, which the service counts from -100 to 100."""
        self._ask(f"SET SELF VOLUME {round(200 * min(1.0, max(0.0, share))) - 100}")

    def close(self) -> None:
        """Let the service go."""
        self._socket.close()

    def _ask(self, *lines: str) -> list[str]:
        """Send lines; what is answered, without the numbers."""
        try:
            self._socket.sendall("".join(f"{line}\r\n" for line in lines).encode("utf-8"))
            answer = self._answer()
        except OSError as why:
            self._socket.close()
            raise NoSpeech("lost", str(why)) from why
        if answer[-1][:1] not in ("1", "2"):
            raise NoSpeech("lost", answer[-1])
        return [line[4:] for line in answer]

    def _answer(self) -> list[str]:
        """The lines of one answer: the last has a space after its number. Raises OSError."""
        lines: list[str] = []
        while not lines or lines[-1][3:4] != " ":
            while b"\r\n" not in self._said:
                more = self._socket.recv(4096)
                if not more:
                    raise ConnectionError("the service has closed the connection")
                self._said += more
            line, _, self._said = self._said.partition(b"\r\n")
            lines.append(line.decode("utf-8", "replace"))
        return lines
