"""Where playthroughs are kept: by themselves and in numbered slots, in a folder for each story.

Every save replaces the one before it in a single step, and the one before stays beside it as
`….previous.json`. So a player who is cut off at any moment finds the last choice that was made,
and one whose disk lost that file finds the choice before it.
"""

from __future__ import annotations

import contextlib
from datetime import UTC, datetime
from pathlib import Path
from typing import Literal, NamedTuple, get_args

from game.play import words
from game.play.playthrough import Playthrough
from game.play.program import Program
from game.play.save_file import LARGEST, DamagedSaveError, Save, SaveError, decode, encode
from game.story.model import Story
from game.whole import replace, sweep, write_whole

__all__ = ["SLOTS", "Loaded", "SaveError", "SavedSlot", "Saves", "Slot", "left_off"]

SLOTS = 12
"""The numbered slots that a player is offered, from 1. Files with higher numbers open as well."""

Named = Literal["autosave", "quicksave", "left"]
"""What is kept without a number: the place to go on from, the quick save, and the place that was
left when another save was loaded."""

Slot = int | Named
"""Where a save is kept: a number from 1, or a name."""

_AUTO: Named = "autosave"
_LEFT: Named = "left"
_KINDS = ("", ".previous")
_LABEL = 72
_DEVICES = {"con", "prn", "aux", "nul"} | {f"{d}{n}" for d in ("com", "lpt") for n in range(10)}


class Loaded(NamedTuple):
    """A playthrough that was opened, and what the player should hear about it, in order.

    `beyond` are the choices of the save that could not be made again in an edited story.
    """

    playthrough: Playthrough
    notices: tuple[str, ...]
    beyond: tuple[str, ...] = ()


class SavedSlot(NamedTuple):
    """A slot that holds something: what `Save` has of it.

    `problem` says why it cannot be opened, or is None. Then `before` is how many choices the save
    before it holds, None if that does not open either.
    """

    slot: Slot
    when: str = ""
    label: str = ""
    choices: tuple[str, ...] = ()
    state: object = None
    problem: str | None = None
    before: int | None = None


def left_off(folder: Path, story: str) -> str | None:
    """What the autosave under `folder` of the story with this id says of its place.

    None if there is no autosave; nothing if there is one and it does not open.
    """
    said = None
    for kind in _KINDS:
        try:
            with (_folder(folder, story) / f"{_AUTO}{kind}.json").open("rb") as file:
                return decode(file.read(LARGEST + 1)).label
        except FileNotFoundError:
            continue
        except (OSError, SaveError):
            said = ""
    return said


class Saves:
    """The saves of one story, under `folder` (`game.places.saves()`).

    `named_later` as for `write_whole`: for the window, where a choice must not wait for the disk.
    """

    def __init__(self, folder: Path, story: Story, *, named_later: bool = False) -> None:
        self._named_later = named_later
        self.folder = _folder(folder, story.id)
        self.story = story

    def autosave(self, playthrough: Playthrough) -> None:
        """Keep `playthrough` as the one to go on with. Raises SaveError if it cannot."""
        self._write(_AUTO, playthrough)

    def save(self, slot: Slot, playthrough: Playthrough) -> None:
        """Keep `playthrough` in a slot. Raises SaveError if it cannot."""
        self._write(_slot(slot), playthrough)

    def leave(self, playthrough: Playthrough) -> None:
        """Keep, as the place that was left, what the next autosave replaces.

        That is `playthrough`, or the autosave where nothing was chosen in it yet. Raises SaveError
        if it cannot.
        """
        try:
            if playthrough.choices:
                self._write(_LEFT, playthrough)
            elif self._file(_AUTO).exists():
                content = self._file(_AUTO).read_bytes()
                write_whole(self._file(_LEFT), content, keep=self._file(_LEFT, ".previous"))
        except OSError as why:
            raise self._refused(why) from why
        with contextlib.suppress(OSError):  # a save without its picture is whole
            self.picture(_LEFT).write_bytes(self.picture(_AUTO).read_bytes())

    def delete(self, slot: Slot) -> None:
        """Delete what a slot holds. Raises SaveError if it cannot.

        Where that is damaged and the save before it opens, the latter takes its place: then
        nothing is lost that could be opened.
        """
        name = _slot(slot)
        path, before = self._file(name), self._file(name, ".previous")
        try:
            if self._amount_in(path) is None and self._amount_in(before) is not None:
                replace(before, path)
            else:
                before.unlink(missing_ok=True)
                path.unlink(missing_ok=True)
        except OSError as why:
            raise SaveError(words.NOT_DELETED.format(why=_words(why), folder=self.folder)) from why
        with contextlib.suppress(OSError):
            self.picture(slot).unlink(missing_ok=True)

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

    def load(self, slot: Slot, program: Program) -> Loaded:
        """The playthrough in a slot. Raises SaveError if there is none that opens."""
        notices: list[str] = []
        save = self._open(_slot(slot), notices)
        if save is None:
            quick = slot == "quicksave"
            nothing = words.NO_QUICK if quick else words.NO_SLOT.format(slot=slot)
            raise SaveError("\n".join(notices) or nothing)
        return self._replay(save, program, notices)

    def slots(self) -> tuple[SavedSlot, ...]:
        """Every slot that holds something, those with names first. Changes nothing."""
        found = (self._look_into(slot) for slot in (*get_args(Named), *self._numbers()))
        return tuple(slot for slot in found if slot is not None)

    @property
    def empty(self) -> bool:
        """True if nothing is saved here, not even what cannot be opened."""
        return not self._numbers() and not any(self.path(n).exists() for n in get_args(Named))

    def path(self, slot: Slot) -> Path:
        """The file of a slot."""
        return self._file(_slot(slot))

    def picture(self, slot: Slot) -> Path:
        """The picture of a slot, which may be there."""
        return self.path(slot).with_suffix(".png")

    def _file(self, name: str, kind: str = "") -> Path:
        return self.folder / f"{name}{kind}.json"

    def _numbers(self) -> list[int]:
        try:
            stems = [path.stem[5:] for path in self.folder.glob("slot-*.json")]
        except OSError:
            return []
        # Only as they are written: "slot-03" would be a second file of slot 3.
        return sorted(int(n) for n in stems if n.isdecimal() and n == str(int(n)) and int(n) > 0)

    def _look_into(self, slot: Slot) -> SavedSlot | None:
        try:
            save = self._read(self.path(slot))
        except FileNotFoundError:
            return None
        except (OSError, SaveError) as why:
            problem = words.NOT_OPENED.format(why=_words(why))
            before = self._amount_in(self._file(_slot(slot), ".previous"))
            return SavedSlot(slot, problem=problem, before=before)
        return SavedSlot(slot, save.when, save.label, save.choices, save.state)

    def _amount_in(self, path: Path) -> int | None:
        """How many choices the save in a file holds; None if there is none that opens."""
        try:
            return len(self._read(path).choices)
        except (OSError, SaveError):
            return None

    def _write(self, name: str, playthrough: Playthrough) -> None:
        content = encode(
            Save(
                story=self.story.id,
                title=self.story.title,
                fingerprint=self.story.fingerprint,
                choices=playthrough.choices,
                state=playthrough.state.to_json(playthrough.program),
                when=datetime.now(UTC).isoformat(timespec="seconds"),
                label=_label(playthrough),
            )
        )
        try:
            write_whole(
                self._file(name),
                content,
                keep=self._file(name, ".previous"),
                named_later=self._named_later,
            )
        except OSError as why:
            raise self._refused(why) from why

    def _refused(self, why: OSError) -> SaveError:
        return SaveError(words.NOT_SAVED.format(why=_words(why), folder=self.folder))

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
                notices.append(words.BEFORE_OPENED.of(len(save.choices)))
            return save
        return None

    def _read(self, path: Path) -> Save:
        """Raises OSError, DamagedSaveError, NewerSaveError, and SaveError for another story's."""
        with path.open("rb") as file:
            save = decode(file.read(LARGEST + 1))
        if save.story != self.story.id:
            raise SaveError(words.OTHER_STORY.format(title=save.title, id=save.story))
        return save

    def _set_aside(self, path: Path, why: Exception) -> str:
        """Rename what does not open, so that no later save replaces it. Says what was done."""
        kind = "damaged" if isinstance(why, (DamagedSaveError, OSError)) else "kept"
        what = words.FILE_NOT_OPENED.format(file=path.name, why=_words(why))
        number = 1
        while True:
            aside = self.folder / f"{path.stem}.{kind}-{number}.json"
            try:
                aside.open("xb").close()  # nobody else takes this name now
            except FileExistsError:
                number += 1
                continue
            except OSError:
                return f"{what} {words.STAYS.format(folder=self.folder)}"
            try:
                replace(path, aside)
            except OSError:
                aside.unlink(missing_ok=True)
                return f"{what} {words.STAYS.format(folder=self.folder)}"
            aside_as = words.SET_ASIDE.format(file=aside.name, folder=self.folder)
            return f"{what} {aside_as}"

    def _replay(self, save: Save, program: Program, notices: list[str]) -> Loaded:
        playthrough, stopped = Playthrough.replay(program, save.choices)
        edited = save.fingerprint != self.story.fingerprint
        if stopped is not None:
            changed = words.STORY_CHANGED if edited else words.GAME_CHANGED
            made = len(playthrough.choices)
            notices.append(changed.of(len(save.choices), made=made, option=stopped))
        elif not edited and save.state != playthrough.state.to_json(program):
            notices.append(words.LED_ELSEWHERE)
        return Loaded(playthrough, tuple(notices), save.choices[len(playthrough.choices) :])


def _folder(saves: Path, story: str) -> Path:
    # Windows has names that no folder can have; a story's id never holds "_".
    return saves / (story + "_" if story in _DEVICES else story)


def _slot(slot: Slot) -> str:
    """The name of a slot's files, without their suffix."""
    if isinstance(slot, str):
        return slot
    if slot < 1:
        raise SaveError(words.SLOTS_FROM_1)
    return f"slot-{slot}"


def _label(playthrough: Playthrough) -> str:
    view = playthrough.view
    if view.ending is not None:
        return words.ENDING.format(title=view.ending.title)
    scene = playthrough.program.story.scenes[view.scene].title
    first = " ".join(view.lines[-1].text.split()) if view.lines else ""
    label = f"{scene}: {first}" if scene and first else scene or first
    return label if len(label) <= _LABEL else label[: _LABEL - 1].rsplit(" ", 1)[0] + "…"


def _words(why: Exception) -> str:
    """Why, as the end of a sentence: the system's own words without its numbers and paths."""
    if isinstance(why, OSError):
        return (why.strerror or type(why).__name__).lower()
    return str(why)
