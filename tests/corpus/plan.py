"""Reads a plan: what a story of the corpus must print, offer and do (README.md has the grammar)."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

HERE = Path(__file__).resolve().parent

NOTHING = "(nothing)"
"""The value of a list that must be empty, or of something that must not be there."""

ONE_A_LINE = frozenset({"says", "locked", "hand", "knows"})
"""Lists with an entry on each line. All entries must be there, in this order, and no others."""
WITH_COMMAS = frozenset({"offers", "notes", "ids", "hand ids", "passages", "class offers"})
"""Lists on one line, equally complete."""
SINGLE = frozenset(
    {"speaker", "mood", "picture", "music", "ambience", "sound", "scene"}
    | {"motion", "moved by", "needs", "result", "ends", "debrief", "stuck", "fault"}
)
"""Said once of a screen."""
PICKED = frozenset({"option", "lens", "refuses"})
"""About one option; as many as one likes."""
MOVES = frozenset({"takes", "faults", "back"})
"""Each ends a screen."""
WHOLE = frozenset({"play", "wrong", "grow"})
"""About the play or the file, not about a screen."""

KEYWORDS = ONE_A_LINE | WITH_COMMAS | SINGLE | PICKED | MOVES | WHOLE


class PlanError(Exception):
    """A plan that cannot be read. The message says where."""


class Said(NamedTuple):
    """One line of a plan. `place` is `file:line`, for whoever has to look there."""

    place: str
    keyword: str
    value: str


class Screen(NamedTuple):
    """What one screen must be, and what is done on it, which is None on the last of a play."""

    expected: tuple[Said, ...]
    move: Said | None

    def lines(self, keyword: str) -> list[Said]:
        """The lines of the plan with this keyword."""
        return [said for said in self.expected if said.keyword == keyword]


class Plan(NamedTuple):
    """A whole plan. It has plays, or what is `wrong` with a story that must not load."""

    name: str
    """The folder and the name of the pair: `text/quotes`."""
    story: Path
    plays: tuple[tuple[Screen, ...], ...]
    wrong: tuple[Said, ...]
    grow: Said | None
    """How many bytes the story's file is to have, for what is wrong with large files."""


def plans(folder: Path = HERE) -> list[Path]:
    """Every plan below `folder`, in order."""
    return sorted(folder.rglob("*.plan"))


def story_of(plan: Path) -> Path:
    """The story of a plan: the file of the same name, or the folder."""
    file = plan.with_suffix(".yaml")
    return file if file.is_file() else plan.with_suffix("")


def read_plan(path: Path, folder: Path = HERE) -> Plan:
    """The plan at `path`. Raises PlanError."""
    name = path.with_suffix("").relative_to(folder).as_posix()
    story = story_of(path)
    if not story.exists():
        raise PlanError(
            f"{name}.plan: there is no story beside it: {name}.yaml or a folder {name}/"
        )
    lines = _lines(path, f"{name}.plan")
    wrong = tuple(said for said in lines if said.keyword == "wrong")
    grow = [said for said in lines if said.keyword == "grow"]
    rest = [said for said in lines if said.keyword not in ("wrong", "grow")]
    if wrong and rest:
        raise PlanError(f"{rest[0].place}: a story that must not load cannot be played")
    if not wrong and not rest:
        raise PlanError(f"{name}.plan: says nothing of its story")
    return Plan(name, story, _plays(rest), wrong, grow[0] if grow else None)


def _lines(path: Path, name: str) -> list[Said]:
    out = []
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
        place = f"{name}:{number}"
        if not line.strip() or line.lstrip().startswith("#"):
            continue
        keyword, colon, value = (part.strip() for part in line.partition(":"))
        if not colon:
            raise PlanError(f"{place}: this is no `keyword: value`: {line.strip()}")
        if keyword not in KEYWORDS:
            known = ", ".join(sorted(KEYWORDS))
            raise PlanError(f"{place}: there is no keyword `{keyword}`. These are: {known}")
        if not value and keyword != "play":
            raise PlanError(f"{place}: `{keyword}:` says nothing. For nothing write {NOTHING}")
        if value and keyword == "play":
            raise PlanError(f"{place}: `play:` stands alone")
        out.append(Said(place, keyword, value))
    return out


def _plays(lines: list[Said]) -> tuple[tuple[Screen, ...], ...]:
    plays: list[list[Screen]] = []
    screens: list[Screen] = []
    expected: list[Said] = []
    for said in lines:
        if said.keyword == "play":
            _close(plays, screens, expected)
            screens, expected = [], []
        elif said.keyword in MOVES:
            _whole_number(said)
            screens.append(Screen(tuple(expected), said))
            expected = []
        else:
            if said.keyword in SINGLE | WITH_COMMAS and any(
                one.keyword == said.keyword for one in expected
            ):
                raise PlanError(f"{said.place}: `{said.keyword}:` stands twice for one screen")
            expected.append(said)
    _close(plays, screens, expected)
    return tuple(tuple(screens) for screens in plays)


def _whole_number(said: Said) -> None:
    if said.keyword == "back" and not said.value.isdecimal():
        raise PlanError(f"{said.place}: `back:` takes a number of choices")


def _close(plays: list[list[Screen]], screens: list[Screen], expected: list[Said]) -> None:
    """Add a play that has ended, if there was one."""
    if expected:
        screens = [*screens, Screen(tuple(expected), None)]
    if screens:
        plays.append(screens)
