"""For pytest: every branch of a story is a test.

`pytest --story PATH` runs them for a story's folder, its file or an id on the shelf; the setting
`one_out_stories` names files (with `*`) that are collected wherever they lie among the tests. A
branch passes if the check has proved that it can be reached *and* the real engine, playing the
check's witness, shows it; one that is declared unreachable passes if that is proved. It names one
of the few playthroughs that together take every branch (`game.check.cover`), which must show it
too: as the item's property `playthrough`, and with `-v` beside its result. They are worked out when
the first branch runs, and kept. Traps, stuck screens and range faults are tests too, as played and,
where there are meetings, with every vote open.

pytest loads this in every run of whoever has the game installed, so it imports nothing of the game
until there is a story to test.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from os import PathLike

    from game.check.authors import AuthorsFiles
    from game.check.cover import Cover, Playthrough
    from game.check.findings import Checked, Verdict
    from game.play.program import Program
    from game.story.branches import Branch
    from game.story.model import Story

PLAYTHROUGH = "playthrough"
"""The property of an item that names what takes its branch."""

_ASKED = pytest.StashKey[set[Path]]()


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add `--story` and `one_out_stories`."""
    parser.getgroup("one-out", "One Out, All Out").addoption(
        "--story",
        action="append",
        default=[],
        metavar="PATH",
        help="test every branch of this story: its folder, its file, or an id on the shelf",
    )
    parser.addini(
        "one_out_stories",
        "story files whose branches are tests, from the root folder (* stands for any name)",
        type="linelist",
        default=[],
    )


def pytest_configure(config: pytest.Config) -> None:
    """Find the stories that are asked for; those of `--story` are all that runs, if any is."""
    named = [_found(name) for name in config.getoption("story")]
    listed = [
        path for name in config.getini("one_out_stories") for path in config.rootpath.glob(name)
    ]
    config.stash[_ASKED] = {path.resolve() for path in (*named, *listed)}
    if named:
        if config.args_source is not pytest.Config.ArgsSource.ARGS:
            config.args = []
        config.args += [str(path) for path in named]


def pytest_collect_file(file_path: Path, parent: pytest.Collector) -> StoryFile | None:
    """Collect a story that is asked for."""
    if file_path.suffix in (".yaml", ".yml") and file_path.resolve() in parent.config.stash[_ASKED]:
        collected: StoryFile = StoryFile.from_parent(parent, path=file_path)
        return collected
    return None


def pytest_report_teststatus(report: pytest.TestReport) -> tuple[str, str, str] | None:
    """Beside the result of a branch stands, with `-v`, the playthrough that takes it."""
    name = dict(getattr(report, "user_properties", ())).get(PLAYTHROUGH)
    if name is not None and report.when == "call" and report.passed:
        return "passed", ".", f"PASSED by {name}"
    return None


def _found(name: str) -> Path:
    """The head of the story that somebody means."""
    from game.story.diagnostics import StoryError
    from game.story.shelf import find

    try:
        path = find(name)
    except StoryError as why:
        (said,) = why.diagnostics
        raise pytest.UsageError(f"--story: {said.wrong}. {said.mend}") from None
    return (path / "story.yaml" if path.is_dir() else path).resolve()


class StoryFile(pytest.File):
    """A story, by its head; its items are its branches, then what must hold of the whole."""

    story: Story
    program: Program
    files: AuthorsFiles
    meets: bool
    """True if the story has a meeting: only then do open votes make a difference."""

    def collect(self) -> Iterator[pytest.Item]:
        """The items, in the order of the story."""
        from game.check.authors import AuthorsFiles
        from game.play.program import Program
        from game.story.branches import branches
        from game.story.load import open_story

        path = self.path.parent if self.path.name == "story.yaml" else self.path
        self.story = open_story(path)
        self.program = Program(self.story)
        self.files = AuthorsFiles(path)
        self._checked: dict[bool, Checked] = {}
        self._cover: Cover | None = None
        self._shown: dict[str, set[str]] = {}
        for branch in branches(self.story):
            name = readable(self.story, branch)
            yield BranchItem.from_parent(self, name=name, branch=branch)
        self.meets = any(passage.meeting is not None for passage in self.story.passages.values())
        for free in (False, True) if self.meets else (False,):
            votes = ", votes open" if free else ""
            for code, what in WHOLE.items():
                name = f"{self.story.id}[{what}{votes}]"
                yield WholeItem.from_parent(self, name=name, code=code, free=free)

    def checked(self, *, free: bool) -> Checked:
        """What the check finds, asked once."""
        if free not in self._checked:
            from game.check import cache

            self._checked[free] = cache.checked(self.story, free_meetings=free)
        return self._checked[free]

    def playthrough(self, branch: str) -> Playthrough | None:
        """The playthrough that takes a branch, if it can be reached at all. Raises `NotCovered`."""
        if self._cover is None:
            from game.check import cache

            free = self.checked(free=True) if self.meets else None
            self._cover = cache.covered(self.story, self.checked(free=False), free)
        name = self._cover.where.get(branch)
        return next((one for one in self._cover.playthroughs if one.name == name), None)

    def shown(self, one: Playthrough) -> set[str]:
        """What the engine shows when a playthrough is played, asked once."""
        from game.check.witness import shown_on_the_way, walk

        if one.name not in self._shown:
            walked = walk(self.program, one.options, free_meetings=one.free)
            self._shown[one.name] = shown_on_the_way(self.story, walked)
        return self._shown[one.name]

    def repr_failure(  # type: ignore[override]
        self, excinfo: pytest.ExceptionInfo[BaseException]
    ) -> Any:
        """A story that cannot be loaded fails with its diagnostics."""
        from game.story.diagnostics import StoryError

        if isinstance(excinfo.value, StoryError):
            return str(excinfo.value)
        return super().repr_failure(excinfo)


WHOLE = {"trap": "no trap", "stuck": "no stuck screen", "range": "no range fault"}
"""What must hold of a whole story: the code of a finding, and the item's name."""

ASKED = {"trap": "traps", "stuck": "stuck", "range": "faults"}
"""What `Checked.undecided` calls these."""


def readable(story: Story, branch: Branch) -> str:
    """The name of a branch's item: the way to it in the files, and which part of it.

    >>> from game.story.branches import branches
    >>> from game.story.load import load_story
    >>> from game.story.new import TEMPLATE
    >>> scorch = load_story(TEMPLATE)
    >>> [readable(scorch, branch) for branch in branches(scorch)][2]
    'the-scorch/mangle/sheet[choice give]'
    """
    if branch.kind == "card":
        _, scene, name = branch.id.split("/", 2)
        return f"{story.id}/{scene}[card {name.replace('/', ' ')}]"
    passage, _, rest = branch.id.partition("/")
    part = {
        "paragraph": rest.removeprefix("text").lstrip("/"),
        "else": rest.removeprefix("text").removesuffix("else").strip("/"),
        "hand": rest.removeprefix("hands/").replace("/", " "),
        "jump": rest.replace("/", " "),
    }.get(branch.kind, rest)
    kind = "" if branch.kind in ("jump", part) else branch.kind
    return f"{story.id}/{story.passages[passage].scene}/{passage}[{f'{kind} {part}'.strip()}]"


class Failure(Exception):
    """Why an item fails, for an author."""


class _Item(pytest.Item):
    parent: StoryFile

    def repr_failure(self, excinfo: pytest.ExceptionInfo[BaseException], style: Any = None) -> Any:
        """A failure is told in words; a fault of ours with its traceback."""
        if isinstance(excinfo.value, Failure):
            return str(excinfo.value)
        return super().repr_failure(excinfo, style)


class BranchItem(_Item):
    """One branch: its witness must show it; where it is declared unreachable, there is none."""

    def __init__(self, *, branch: Branch, **more: Any) -> None:
        super().__init__(**more)
        self.branch = branch

    def runtest(self) -> None:
        """Decide the branch, then replay its witness in the engine, and a whole play through it."""
        from game.check.findings import Reached, Unreachable
        from game.check.report import contradiction
        from game.story.branches import declared_unreachable

        verdict = self.parent.checked(free=False).verdicts[self.branch.id]
        declared = declared_unreachable(self.parent.story).get(self.branch.id)
        if declared is not None and isinstance(verdict, Reached):
            entry = contradiction(self.parent.story, declared, [verdict])
            raise Failure(self.parent.files.told(entry))
        if declared is None or not isinstance(verdict, Unreachable):
            why = self._obstacle(verdict) or self._not_covered()
            if why is not None:
                raise Failure(why)

    def _obstacle(self, verdict: Verdict) -> str | None:
        from game.check.findings import Reached, Undecided, Unreachable
        from game.check.phrases import sentence
        from game.check.report import named, obstacle
        from game.check.witness import shown, walk

        files = self.parent.files
        it = named(self.branch.kind, self.branch.id)
        if isinstance(verdict, Undecided):
            return f"{files.shown('undecided', it, self.branch.place)}\n  {sentence(verdict.why)}"
        if isinstance(verdict, Unreachable):
            free = self.parent.checked(free=True) if self.parent.meets else None
            opened = free is not None and isinstance(free.verdicts[self.branch.id], Reached)
            return files.told(obstacle(self.parent.story, [verdict], opened=opened))
        walked = walk(self.parent.program, verdict.witness)
        if walked.refused is not None:
            return f"{it}: the engine does not offer {walked.refused} after {walked.steps[-1:]}"
        if self.branch.id not in shown(self.parent.story, walked):
            return f"{it}: its witness does not show it: {', '.join(verdict.witness)}"
        return None

    def _not_covered(self) -> str | None:
        """Name the playthrough that takes the branch; what to say if there is none that does."""
        from game.check.cover import NotCovered
        from game.check.report import named

        it = named(self.branch.kind, self.branch.id)
        try:
            one = self.parent.playthrough(self.branch.id)
        except NotCovered as why:
            return f"{it}: the playthroughs that take every branch cannot be found: {why}"
        if one is None:
            return f"{it}: no playthrough takes it"
        self.user_properties.append((PLAYTHROUGH, one.name))
        if self.branch.id not in self.parent.shown(one):
            way = ",".join(one.options)
            return f"{it}: the playthrough {one.name} does not take it: --choices {way}"
        return None

    def reportinfo(self) -> tuple[PathLike[str] | str, int | None, str]:
        """Where the branch is written."""
        place = self.branch.place
        return self.parent.files.folder / place.file, place.line - 1, self.name


class WholeItem(_Item):
    """Something that must hold of the whole story."""

    def __init__(self, *, code: str, free: bool, **more: Any) -> None:
        super().__init__(**more)
        self.code = code
        self.free = free

    def runtest(self) -> None:
        """Fail with everything of this kind that was found, or if it was not decided."""
        from game.check.proved import decided
        from game.check.report import Findings, page

        checked = self.parent.checked(free=self.free)
        found = page(Findings(self.parent.story, checked, None, None)).problems
        told = [self.parent.files.told(entry) for entry in found if entry.code == self.code]
        if told:
            raise Failure("\n\n".join(told))
        if not decided(checked, ASKED[self.code]):
            raise Failure(f"undecided: {WHOLE[self.code]}: it is more than the check can work out")

    def reportinfo(self) -> tuple[PathLike[str] | str, int | None, str]:
        """The story's head."""
        return self.path, 0, self.name
