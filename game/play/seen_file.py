"""What was seen of a story, kept in a file beside the story's saves.

Whoever plays notes what is shown; that costs no file. `write` may be called in another thread, and
by several windows at once: each puts what it has seen to what is there. A file that cannot be read
is set aside and the one before it is taken. One that cannot be written is told, and stops nothing.
"""

from __future__ import annotations

import hashlib
import json
import threading
from datetime import UTC, datetime
from pathlib import Path

from game.play.playthrough import Playthrough
from game.play.seen import Seen
from game.play.view import View
from game.story.model import Story
from game.whole import alone, replace, write_whole

VERSION = 1
"""The version of the form. It rises when an older program would misread a newer file."""

LARGEST = 16 * 1024 * 1024
"""Bytes of the largest file that is read."""

_MARK = "one_out_seen"
_NAME = "seen"
_PATIENCE = 1.0
"""Seconds that a window waits for another to have written."""


class _DamagedError(Exception):
    """A file that is no such record any more."""


class _ForeignError(Exception):
    """A file that is not to be touched: a newer version's, or another story's."""


class SeenFile:
    """What was seen of `story`, in the folder of its saves; without one, as long as this lasts."""

    def __init__(self, story: Story, folder: Path | None = None) -> None:
        self.story = story
        self.problem = ""
        """Why it could not be written the last time."""
        self._folder = folder
        self._lock = threading.Lock()
        self._fresh = Seen()
        self._all: Seen | None = None

    @property
    def seen(self) -> Seen:
        """All that was seen. The file is read when this is first asked for."""
        with self._lock:
            if self._all is None:
                self._all = Seen()
                try:
                    if self.path is not None:
                        self._all.add(self._read(self.path))
                except (OSError, _ForeignError) as why:
                    self.problem = _words(why)
                self._all.add(self._fresh)
            return self._all

    @property
    def path(self) -> Path | None:
        """Where it is kept."""
        return None if self._folder is None else self._folder / f"{_NAME}.json"

    def note(self, playthrough: Playthrough, before: View | None = None) -> None:
        """The present screen of a play is shown. Its last choice was made on the screen `before`.

        Without that, all of the play is noted: it was begun elsewhere.
        """
        now = datetime.now(UTC).isoformat(timespec="microseconds")
        with self._lock:
            for seen in (self._fresh, self._all):
                if seen is None:
                    continue
                if before is None:
                    seen.note_play(playthrough, now)
                else:
                    seen.note(before)
                    seen.note_way(before, playthrough.choices[-1], playthrough.view)
                    seen.note(playthrough.view, playthrough.choices, now)

    def write(self) -> None:
        """Put what was noted since the last time to what is in the file. Raises nothing."""
        with self._lock:
            fresh, self._fresh = self._fresh, Seen()
        if self.path is None or not fresh:
            return
        try:
            self.path.parent.mkdir(parents=True, exist_ok=True)
            with alone(self.path.with_suffix(".lock"), _PATIENCE):
                together = self._written(self.path, fresh)
        except (OSError, _ForeignError) as why:
            self.problem = _words(why)
            with self._lock:
                fresh.add(self._fresh)  # and once more, the next time
                self._fresh = fresh
            return
        self.problem = ""
        with self._lock:
            together.add(self._fresh)
            self._all = together

    def _written(self, path: Path, fresh: Seen) -> Seen:
        """Write the file: what is in it, and what is known here."""
        found, together = self._read(path), Seen()
        with self._lock:
            together.add(self._all or Seen())
        together.add(found)  # what another window has taken last is later
        together.add(fresh)
        if together.to_json() != found.to_json():
            content = _encoded(self.story, together)
            write_whole(path, content, keep=path.with_suffix(".previous.json"))
        return together

    def _read(self, path: Path) -> Seen:
        """What the file holds, or the one before it. What is damaged is set aside.

        Raises OSError if it is there and cannot be opened, and what `_decoded` does.
        """
        for one in (path, path.with_suffix(".previous.json")):
            try:
                with one.open("rb") as file:
                    return _decoded(self.story, file.read(LARGEST + 1))
            except FileNotFoundError:
                continue
            except _DamagedError:
                _set_aside(one)
        return Seen()


def _encoded(story: Story, seen: Seen) -> bytes:
    content: dict[str, object] = {_MARK: VERSION, "story": story.id, **seen.to_json()}
    content["checksum"] = _checksum(content)
    return json.dumps(content, ensure_ascii=False).encode() + b"\n"


def _decoded(story: Story, content: bytes) -> Seen:
    if len(content) > LARGEST:
        raise _DamagedError
    try:
        found = json.loads(content.decode())
        if not isinstance(found, dict) or type(found.get(_MARK)) is not int:
            raise _DamagedError
        if found[_MARK] > VERSION:
            raise _ForeignError("a newer version of this game has written it")
        if found.pop("checksum", None) != _checksum(found):
            raise _DamagedError
        seen = Seen.from_json(found)
    except (ValueError, RecursionError):
        raise _DamagedError from None
    if found.get("story") != story.id:
        raise _ForeignError("it belongs to another story")
    return seen


def _checksum(content: dict[str, object]) -> str:
    text = json.dumps(content, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()


def _set_aside(path: Path) -> None:
    """Rename a damaged file, so that the next one does not replace it. OSError if it cannot be."""
    for number in range(1, 100):
        aside = path.with_name(f"{path.stem}.damaged-{number}.json")
        if not aside.exists():
            replace(path, aside)
            return


def _words(why: Exception) -> str:
    return (why.strerror or str(why)) if isinstance(why, OSError) else str(why)
