"""Where playthroughs are kept: an autosave and numbered slots, in a folder for each story.

Every save replaces the one before it in a single step, and the one before stays beside it as
`….previous.json`. So a player who is cut off at any moment finds the last choice that was made,
and one whose disk lost that file finds the choice before it.
"""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from typing import NamedTuple

from game.play.playthrough import Playthrough
from game.play.program import Program
from game.play.save_file import LARGEST, DamagedSaveError, Save, SaveError, decode, encode
from game.story.model import Story
from game.whole import replace, sweep, write_whole

__all__ = ["Loaded", "SaveError", "SavedSlot", "Saves", "begun"]

_AUTO = "autosave"
_KINDS = ("", ".previous")
_LABEL = 72
_DEVICES = {"con", "prn", "aux", "nul"} | {f"{d}{n}" for d in ("com", "lpt") for n in range(10)}


class Loaded(NamedTuple):
    """A playthrough that was opened, and what the player should hear about it, in order."""

    playthrough: Playthrough
    notices: tuple[str, ...]


class SavedSlot(NamedTuple):
    """A numbered slot that holds something. `problem` says why it cannot be opened, or is None."""

    number: int
    when: str
    label: str
    choices: int
    problem: str | None = None


def begun(folder: Path, story: str) -> bool:
    """Whether the story with this id has an autosave under `folder`, whatever state it is in."""
    return any((_folder(folder, story) / f"{_AUTO}{kind}.json").exists() for kind in _KINDS)


class Saves:
    """The saves of one story, under `folder` (`game.places.saves()`)."""

    def __init__(self, folder: Path, story: Story) -> None:
        self.folder = _folder(folder, story.id)
        self._story = story

    def autosave(self, playthrough: Playthrough) -> None:
        """Keep `playthrough` as the one to go on with. Raises SaveError if it cannot."""
        self._write(_AUTO, playthrough)

    def save(self, slot: int, playthrough: Playthrough) -> None:
        """Keep `playthrough` in a numbered slot, 1 or more. Raises SaveError if it cannot."""
        self._write(_slot(slot), playthrough)

    def load_auto(self, program: Program) -> Loaded | None:
        """The playthrough to go on with, or None if there is none.

        Never raises: what cannot be opened is set aside, and the notices say so. If nothing can,
        the playthrough is at the start.
        """
        sweep(self.folder)
        notices: list[str] = []
        save = self._open(_AUTO, notices)
        if save is None:
            return Loaded(Playthrough(program), tuple(notices)) if notices else None
        return self._replay(save, program, notices)

    def load(self, slot: int, program: Program) -> Loaded:
        """The playthrough in a numbered slot. Raises SaveError if there is none that opens."""
        notices: list[str] = []
        save = self._open(_slot(slot), notices)
        if save is None:
            raise SaveError("\n".join(notices) or f"Nothing is saved in slot {slot}.")
        return self._replay(save, program, notices)

    def slots(self) -> tuple[SavedSlot, ...]:
        """Every numbered slot that holds something, in order. Changes nothing."""
        found = []
        for path in self._listed():
            number = int(path.stem.removeprefix("slot-"))
            try:
                save = self._read(path)
                found.append(SavedSlot(number, save.when, save.label, len(save.choices)))
            except FileNotFoundError:
                pass
            except (OSError, SaveError) as why:
                problem = f"This save cannot be opened: {_words(why)}."
                found.append(SavedSlot(number, "", "", 0, problem))
        return tuple(sorted(found))

    def path(self, slot: int) -> Path:
        """The file of a slot; its picture may stand beside it, with another suffix."""
        return self._file(_slot(slot))

    def _file(self, name: str, kind: str = "") -> Path:
        return self.folder / f"{name}{kind}.json"

    def _listed(self) -> list[Path]:
        try:
            return [p for p in self.folder.glob("slot-*.json") if p.stem[5:].isdecimal()]
        except OSError:
            return []

    def _write(self, name: str, playthrough: Playthrough) -> None:
        content = encode(
            Save(
                story=self._story.id,
                title=self._story.title,
                fingerprint=self._story.fingerprint,
                choices=playthrough.choices,
                state=playthrough.state.to_json(playthrough.program),
                when=datetime.now(UTC).isoformat(timespec="seconds"),
                label=_label(playthrough),
            )
        )
        try:
            write_whole(self._file(name), content, keep=self._file(name, ".previous"))
        except OSError as why:
            raise SaveError(
                f"This could not be saved: {_words(why)} ({self.folder}). "
                "You can play on; the last save is still there."
            ) from why

    def _open(self, name: str, notices: list[str]) -> Save | None:
        """The newest save called `name` that opens. What does not is set aside and noticed."""
        for kind in _KINDS:
            path = self._file(name, kind)
            try:
                save = self._read(path)
            except FileNotFoundError:
                continue
            except (OSError, SaveError) as why:
                notices.append(self._set_aside(path, why))
                continue
            if kind and notices:
                notices.append(f"The save before it opened: {_amount(len(save.choices))}.")
            return save
        return None

    def _read(self, path: Path) -> Save:
        """Raises OSError, DamagedSaveError, NewerSaveError, and SaveError for another story's."""
        with path.open("rb") as file:
            save = decode(file.read(LARGEST + 1))
        if save.story != self._story.id:
            raise SaveError(f"it belongs to another story, {save.title} ({save.story})")
        return save

    def _set_aside(self, path: Path, why: Exception) -> str:
        """Rename what does not open, so that no later save replaces it. Says what was done."""
        kind = "damaged" if isinstance(why, (DamagedSaveError, OSError)) else "kept"
        what = f"The save {path.name} cannot be opened: {_words(why)}."
        number = 1
        while True:
            aside = self.folder / f"{path.stem}.{kind}-{number}.json"
            try:
                aside.open("xb").close()  # nobody else takes this name now
            except FileExistsError:
                number += 1
                continue
            except OSError:
                return f"{what} It stays where it is, in {self.folder}."
            try:
                replace(path, aside)
            except OSError:
                aside.unlink(missing_ok=True)
                return f"{what} It stays where it is, in {self.folder}."
            return f"{what} It was set aside as {aside.name} in {self.folder}."

    def _replay(self, save: Save, program: Program, notices: list[str]) -> Loaded:
        playthrough, stopped = Playthrough.replay(program, save.choices)
        edited = save.fingerprint != self._story.fingerprint
        if stopped is not None:
            changed = "The story" if edited else "The game"
            notices.append(
                f"{changed} has changed since this was saved. Of {_amount(len(save.choices))}, "
                f"{len(playthrough.choices)} could be made again; `{stopped}` no longer can be."
            )
        elif not edited and save.state != playthrough.state.to_json(program):
            notices.append(
                "The game has changed since this was saved: the same choices were made again "
                "and may have led somewhere else."
            )
        return Loaded(playthrough, tuple(notices))


def _folder(saves: Path, story: str) -> Path:
    # Windows has names that no folder can have; a story's id never holds "_".
    return saves / (story + "_" if story in _DEVICES else story)


def _slot(number: int) -> str:
    if number < 1:
        raise SaveError("Slots are numbered from 1.")
    return f"slot-{number}"


def _label(playthrough: Playthrough) -> str:
    view = playthrough.view
    if view.ending is not None:
        return f"Ending: {view.ending.title}"
    scene = playthrough.program.story.scenes[view.scene].title
    first = " ".join(view.lines[-1].text.split()) if view.lines else ""
    words = f"{scene}: {first}" if scene and first else scene or first
    return words if len(words) <= _LABEL else words[: _LABEL - 1].rsplit(" ", 1)[0] + "…"


def _amount(choices: int) -> str:
    return "1 choice" if choices == 1 else f"{choices} choices"


def _words(why: Exception) -> str:
    """Why, as the end of a sentence: the system's own words without its numbers and paths."""
    if isinstance(why, OSError):
        return (why.strerror or type(why).__name__).lower()
    return str(why)
