"""What playing itself says to players: of votes and of saves. The rest of a View is the story's."""

from __future__ import annotations

from game.translation import Plural

# Translators: these follow "Needed to carry:" and "To carry, it needs", and stand in lower case.
NEEDED: dict[tuple[bool, int, int], str] = {
    (False, 1, 2): "more than half of those voting",
    (True, 1, 2): "at least half of those voting",
    (False, 2, 3): "more than two thirds of those voting",
    (True, 2, 3): "at least two thirds of those voting",
    (False, 3, 4): "more than three quarters of those voting",
    (True, 3, 4): "at least three quarters of those voting",
}
NEEDED_ALL = "all of those voting"
# Translators: a fraction, as in "more than 4/7 of those voting".
NEEDED_MORE, NEEDED_LEAST = (
    "more than {over}/{under} of those voting",
    "at least {over}/{under} of those voting",
)
# Translators: a motion was carried or lost, by so many votes to so many.
CARRIED, LOST = "Carried.", "Lost."
CARRIED_BY, LOST_BY = "Carried, {up} to {down}.", "Lost, {up} to {down}."

NO_QUICK = "There is no quick save yet."
NO_SLOT = "Nothing is saved in slot {slot}."
SLOTS_FROM_1 = "Slots are numbered from 1."
NOT_DELETED = "This could not be deleted: {why} ({folder})."
NOT_SAVED = (
    "This could not be saved: {why} ({folder}). You can play on; the last save is still there."
)
# Translators: the reasons below, from "it is larger than", take the place of {why} here.
NOT_OPENED = "This save cannot be opened: {why}."
FILE_NOT_OPENED = "The save {file} cannot be opened: {why}."
STAYS = "It stays where it is, in {folder}."
SET_ASIDE = "It was set aside as {file} in {folder}."
BEFORE_OPENED = Plural(
    "The save before it opened: 1 choice.", "The save before it opened: {count} choices."
)
# Translators: {count} choices were saved; {option} is an id out of the story's files.
STORY_CHANGED = Plural(
    "The story has changed since this was saved. Of 1 choice, {made} could be made again; "
    "`{option}` no longer can be.",
    "The story has changed since this was saved. Of {count} choices, {made} could be made again; "
    "`{option}` no longer can be.",
)
GAME_CHANGED = Plural(
    "The game has changed since this was saved. Of 1 choice, {made} could be made again; "
    "`{option}` no longer can be.",
    "The game has changed since this was saved. Of {count} choices, {made} could be made again; "
    "`{option}` no longer can be.",
)
LED_ELSEWHERE = (
    "The game has changed since this was saved: the same choices were made again and may have led "
    "somewhere else."
)
TOO_LARGE = "it is larger than {size} MiB"
NO_TEXT = "it is not text"
BROKEN_OFF = "it breaks off or has been overwritten"
NO_SAVE = "it is not a save of this game"
NEWER = "it was made by a newer version of this game"
CHECKSUM = "its checksum does not fit: something in it has changed"
CHOICES_UNREADABLE = "its choices cannot be read"
# Translators: {key} is the name of a part of the file, such as `title`.
UNREADABLE = "its `{key}` cannot be read"
OTHER_STORY = "it belongs to another story, {title} ({id})"
# Translators: {title} is an ending's. It names a save in a list.
ENDING = "Ending: {title}"


def needed(*, reaching: bool, over: int, under: int) -> str:
    """How many of those voting a motion needs: more than, or when `reaching` as many as, a share.

    >>> needed(reaching=False, over=1, under=2)
    'more than half of those voting'
    """
    if (over, under) == (1, 1):
        return NEEDED_ALL
    common = NEEDED.get((reaching, over, under))
    if common is not None:
        return common
    return (NEEDED_LEAST if reaching else NEEDED_MORE).format(over=over, under=under)


def result(*, carried: bool) -> str:
    """What a vote came to that a class decides."""
    return CARRIED if carried else LOST


def counted(*, carried: bool, up: int, down: int) -> str:
    """What a vote came to by its count."""
    return (CARRIED_BY if carried else LOST_BY).format(up=up, down=down)
