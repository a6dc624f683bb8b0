"""The stories a player can choose from: those that were shipped and those the player has put in."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

from game import places
from game.story.diagnostics import Problems, StoryError, near
from game.story.load import open_story
from game.story.model import Place, Story


class Shelved(NamedTuple):
    """One story on the shelf.

    `problem` says why it cannot be played, if it cannot, and `mend` what would mend that; then only
    `id` (from its file's name), `title` (the same) and `path` mean anything else. `poster` is the
    file of the picture that stands for it, if it has one; `cover` is that picture's id.
    """

    id: str
    title: str
    summary: str
    year: int
    place: str
    minutes: int
    path: Path
    problem: str | None = None
    mend: str = ""
    reading_age: int = 0
    content_notes: tuple[str, ...] = ()
    poster: Path | None = None
    cover: str | None = None


def shelf() -> list[Shelved]:
    """Every story, the shipped ones first, then those beside a built program, then the player's.

    A later one takes the place of an earlier one with its id.
    """
    found: dict[str, Shelved] = {}
    for folder in _folders():
        for path in _stories_in(folder):
            story = _look_at(path)
            found[story.id] = story
    return list(found.values())


def find(name_or_path: str) -> Path:
    """The story that somebody means: a story's file or folder, or an id on the shelf.

    Raises StoryError, with the nearest id where it looks like a slip.
    """
    path = Path(name_or_path)
    if name_or_path and _is_story(path):
        return path
    for folder in reversed(_folders()):
        for candidate in (folder / name_or_path, folder / f"{name_or_path}.yaml"):
            # Only what lies on the shelf: `..` and whole paths are for the case above.
            if name_or_path and candidate.parent == folder and _is_story(candidate):
                return candidate
    stories = shelf()  # a file may be named otherwise than its story
    for story in stories:
        if story.id == name_or_path:
            return story.path
    raise _not_found(name_or_path, path, (s.id for s in stories))


def _folders() -> list[Path]:
    """Where stories lie; the later a folder comes, the more its stories count."""
    folders = (places.shipped_stories(), places.stories_beside(), places.stories())
    return [folder for folder in folders if folder is not None]


def _look_at(path: Path) -> Shelved:
    try:
        story = open_story(path)
    except StoryError as why:
        problem, mend = _first(why), why.diagnostics[0].mend
    except OSError as why:
        problem, mend = why.strerror or str(why), ""
    else:
        return _shelved(story, path)
    return Shelved(path.stem, path.stem, "", 0, "", 0, path, problem, mend)


def _shelved(story: Story, path: Path) -> Shelved:
    return Shelved(
        story.id,
        story.title,
        story.summary,
        story.year,
        story.place,
        story.minutes,
        path,
        reading_age=story.reading_age,
        content_notes=tuple(text for _, text in story.content_notes),
        poster=_poster(story, path if path.is_dir() else path.parent),
        cover=story.cover,
    )


def _poster(story: Story, folder: Path) -> Path | None:
    """The file of the picture that stands for it, where that is a file in its folder."""
    picture = story.pictures.get(story.cover or "")
    if picture is None or picture.file is None:
        return None
    file = (folder / picture.file).resolve()
    return file if file.is_relative_to(folder.resolve()) else None


def _first(error: StoryError) -> str:
    first, *others = error.diagnostics
    words = f"{first.place.file}:{first.place.line}: {first.wrong}"
    return f"{words} (and {len(others)} more)" if others else words


def _stories_in(folder: Path) -> list[Path]:
    try:
        return sorted(p for p in folder.iterdir() if not p.name.startswith(".") and _is_story(p))
    except OSError:
        return []


def _is_story(path: Path) -> bool:
    try:
        if path.is_dir():
            return (path / "story.yaml").is_file()
        return path.suffix in (".yaml", ".yml") and path.is_file()
    except (OSError, ValueError):  # a name no file can have
        return False


def _not_found(name: str, path: Path, known: Iterable[str]) -> StoryError:
    ids = sorted(known)
    why = "there is no such story on the shelf, and no such file or folder"
    try:
        if name and path.is_dir():
            why = "this folder holds no story.yaml"
        elif path.is_file():
            why = "a story's file ends in .yaml"
    except (OSError, ValueError):
        pass
    problems = Problems()
    problems.add("Y01", Place(name, 1, 1), what=f"`{name}`", why=why)
    (found,) = problems.found
    stories = f"The stories here: {', '.join(ids)}." if ids else "There are no stories here."
    return StoryError([found._replace(mend=near(name, ids) + stories)])
