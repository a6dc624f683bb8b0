"""Which file a picture of a story is in, and which one shows a person.

Where a story names no file, it is the one of its id that comes with the game, in the folder of
assets: `docs/story-format.md`, section 2.
"""

from __future__ import annotations

from pathlib import Path

from game.story.model import Story
from game.ui.assets import assets_folder

KIND = "webp"
"""What shipped pictures are, by the end of their names."""


def picture_file(story: Story, folder: Path | None, picture: str | None) -> Path | None:
    """The file of a picture, `folder` being the story's; None where only words are to be had."""
    declared = story.pictures.get(picture or "")
    if declared is None:
        return None
    if declared.file is None:
        return shipped_picture(story.id, declared.id)
    return _inside(folder, declared.file)


def has_file(story: Story, picture: str | None) -> bool:
    """True if the picture is declared with a file, or comes with the game.

    Without one its scene has a print instead.
    """
    declared = story.pictures.get(picture or "")
    if declared is None:
        return False
    return declared.file is not None or shipped_picture(story.id, declared.id) is not None


def shipped_picture(story: str, picture: str) -> Path | None:
    """The picture of a story, both by their ids, that comes with the game."""
    return _shipped("pictures", story, picture)


def likeness(story: Story, folder: Path | None, person: str, shows: str) -> Path | None:
    """The file that shows a person (`you`: the player) in a mood, or with a hand up or down.

    A mood without a file is shown by the neutral face. None where there is no such file.
    """
    own = story.portraits.get(person)
    for wanted in (shows,) if shows.startswith("hand_") else (shows, "neutral"):
        if own is not None:
            file = _inside(folder, own[wanted]) if wanted in own else None
        else:
            file = _shipped("portraits", story.id, f"{person}-{wanted.replace('_', '-')}")
        if file is not None:
            return file
    return None


def bystander(number: int, shows: str) -> Path | None:
    """Somebody without a face of their own, as they stand in a meeting; numbers may be any."""
    everybody = assets_folder() / "portraits" / "anybody"
    count = len(list(everybody.glob(f"*-hand-up.{KIND}")))
    name = f"{number % count + 1}-{shows.replace('_', '-')}" if count else ""
    return _shipped("portraits", "anybody", name) if name else None


def _shipped(*names: str) -> Path | None:
    *folders, name = names
    path = assets_folder().joinpath(*folders, f"{name}.{KIND}")
    return path if path.is_file() else None


def _inside(folder: Path | None, file: str) -> Path | None:
    """The file, if it lies in the folder: a story reads nothing outside its own."""
    if folder is None:
        return None
    path = (folder / file).resolve()
    return path if path.is_relative_to(folder.resolve()) else None
