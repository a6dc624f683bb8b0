"""`one-out check`: what can happen in a story, proved, and what is wrong with it."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from types import FrameType
from typing import TYPE_CHECKING, Any, Self

from game import places
from game.check import account, cache, report
from game.check.as_data import as_data, one_as_data, unreadable
from game.check.authors import AuthorsFiles
from game.check.declared import as_meant
from game.check.findings import Checked, Undecided
from game.check.phrases import CUT_SHORT
from game.check.reading import Reading, reading
from game.check.report import Entry, Findings, Page
from game.check.witness import Walk
from game.commands import OK, PROBLEM, STOPPED, USAGE, RefusedError, reports
from game.commands.playthroughs import print_cover
from game.commands.progress import Progress
from game.story.branches import Branch, branches
from game.story.diagnostics import StoryError
from game.story.load import open_story
from game.story.model import Story
from game.story.shelf import find, shelf
from game.terminal.paper import Paper

if TYPE_CHECKING:
    from game.check.cover import Cover
    from game.check.memo import Memo


def run(
    out: Paper,
    name: str | None,
    *,
    as_json: bool,
    explain: str | None,
    count_words: bool,
    with_shape: bool = False,
    playthroughs: bool = False,
) -> int:
    """Check a story, or every story on the shelf if none is named, and print what was found."""
    paths = _paths(name)
    if explain is not None:
        path = _one_branch(paths, whole=count_words or with_shape or playthroughs)
        return _run_explain(out, path, explain, as_json=as_json)
    code, data = OK, []
    for path in paths:
        try:
            story = open_story(path)
        except StoryError as why:
            if len(paths) == 1 and not as_json:
                raise reports.not_playable(why) from None
            code = PROBLEM
            data.append(unreadable(path, why.diagnostics))
            _print_unreadable(out, path, why, asked=not as_json)
            continue
        findings = examine(story, count_words=count_words)
        page = report.page(findings)
        if as_json:
            covered = _cover(findings, asked=playthroughs)
            data.append(as_data(findings, path, covered) | _shape_data(findings, asked=with_shape))
        else:
            print_page(out, page, AuthorsFiles(path))
            print_cover(out, findings.story, _cover(findings, asked=playthroughs))
            _print_shape(out, findings, asked=with_shape)
        if page.problems:
            code = PROBLEM
        if findings.stopped:
            code = STOPPED
            break
    if as_json:
        _json(out, {"stories": data})
    return code


def _run_explain(out: Paper, path: Path, name: str, *, as_json: bool) -> int:
    """Tell everything about one branch. The exit code is the branch's, not the story's."""
    findings = examine(_opened(path))
    branch = _branch(findings, name)
    if as_json:
        _json(out, one_as_data(findings, branch.id))
    else:
        _explain(out, findings, AuthorsFiles(path), branch)
    if findings.stopped:
        return STOPPED
    return OK if as_meant(findings.story, findings.played.verdicts[branch.id]) else PROBLEM


def examine(
    story: Story,
    *,
    count_words: bool = False,
    show_progress: bool = True,
    memos: Mapping[bool, Memo] | None = None,
    problems_only: bool = False,
) -> Findings:
    """Check `story` both ways, or fetch what is kept. Ctrl-C leaves what was found until then.

    `memos` are those of checks before an edit: one as played, one (True) with every vote open.
    With `problems_only`, oddities may be missing.
    """
    folder = places.cache()
    known = all(
        cache.kept(story, free_meetings=free, folder=folder) for free in _ways_to_vote(story)
    )
    clock = _Clock()
    progress = Progress() if show_progress else None
    found: list[Checked] = []
    with _CtrlC() as ctrl_c:
        for free in _ways_to_vote(story):
            try:
                if ctrl_c.pressed:
                    raise KeyboardInterrupt
                found.append(
                    cache.checked(
                        story,
                        free_meetings=free,
                        progress=progress,
                        folder=folder,
                        memo=None if memos is None else memos[free],
                        problems_only=problems_only,
                    )
                )
            except KeyboardInterrupt:
                undecided = [Undecided(b, CUT_SHORT) for b in branches(story)]
                found.append(report.stopped(story, undecided, free=free))
        counted = cache.kept_reading(story, folder)
        if counted is None and count_words and not ctrl_c.pressed:
            counted = _count(story, folder, progress)
    if progress is not None:
        progress.clear()
    played, *others = found
    return Findings(
        story,
        played,
        others[0] if others else None,
        None if known else clock.seconds(),
        stopped=ctrl_c.pressed,
        reading=counted,
        uncounted=count_words and counted is None and not ctrl_c.pressed,
    )


def print_page(out: Paper, page: Page, files: AuthorsFiles, *, short: bool = False) -> None:
    """Print a page; a short one has neither the ways nor what was proved."""
    for entry in page.problems:
        _entry(out, entry, files, short=short)
    if page.oddities and not short:
        out.heading("Worth a look")
        for entry in page.oddities:
            _entry(out, entry, files, short=short)
    out.heading(page.headline)
    if not short:
        for paragraph in page.proved:
            out.say(paragraph)
            out.gap()


def _print_shape(out: Paper, findings: Findings, *, asked: bool) -> None:
    if asked and not findings.stopped:
        from game.commands import shape

        out.flush()  # what is proved can be read while the shape is worked out
        shape.print_shape(out, findings.story)


def _shape_data(findings: Findings, *, asked: bool) -> dict[str, Any]:
    if not asked or findings.stopped:
        return {}
    from game.commands import shape

    return {"shape": shape.data(findings.story)}


def _paths(name: str | None) -> list[Path]:
    try:
        if name is not None:
            return [find(name)]
        if Path("story.yaml").is_file():
            return [Path()]
        return [story.path for story in shelf()]
    except StoryError as why:
        raise reports.not_found(why) from None


def _one_branch(paths: Sequence[Path], *, whole: bool) -> Path:
    """The story of the branch; `whole` is whether something of the whole story is asked too."""
    if len(paths) != 1:
        raise RefusedError("`--explain` needs a story: one-out check STORY --explain BRANCH", USAGE)
    if whole:
        raise RefusedError(
            "`--explain` tells of one branch; `--words`, `--shape` and `--cover` tell of the whole "
            "story. Type one or the other",
            USAGE,
        )
    return paths[0]


def _print_unreadable(out: Paper, path: Path, why: StoryError, *, asked: bool) -> None:
    """Tell of one story among several that it cannot be read: the others are checked all the same.

    The name comes first, as the diagnostics give files within a story.
    """
    if asked:
        out.gap()
        for line in (f"{path}: this story has problems.", "", *str(why).split("\n")):
            out.line(line)
        out.heading(reports.counted(why.diagnostics))


def _opened(path: Path) -> Story:
    try:
        return open_story(path)
    except StoryError as why:
        raise reports.not_playable(why) from None


def _ways_to_vote(story: Story) -> Sequence[bool]:
    """Whether every vote is open: no, and yes. Without a meeting that makes no difference."""
    if any(passage.meeting is not None for passage in story.passages.values()):
        return (False, True)
    return (False,)


def _count(story: Story, folder: Path, progress: Progress | None) -> Reading | None:
    try:
        counted = reading(story, progress=progress)
    except KeyboardInterrupt:
        return None
    if counted is not None:
        cache.keep_reading(story, counted, folder)
    return counted


def _entry(out: Paper, entry: Entry, files: AuthorsFiles, *, short: bool) -> None:
    shown = files.shown(entry.code, entry.what, entry.place, entry.source)
    for line in shown.split("\n"):
        out.line(line)
    if entry.words:
        out.say(entry.words, first="  ")
    if entry.way and not short:
        out.say(entry.lead, first="  ")
        for number, words in enumerate(entry.way, start=1):
            out.say(words, first=f"  {number:>3}. ")
        out.line(f"  {entry.typed}")  # not wrapped: it is there to be copied
    out.gap()


def _cover(findings: Findings, *, asked: bool) -> Cover | None:
    """The playthroughs, if they are asked for and the check was not stopped."""
    if not asked or findings.stopped:
        return None
    progress = Progress()
    try:
        return cache.covered(
            findings.story,
            findings.played,
            findings.free,
            progress=progress,
            folder=places.cache(),
        )
    finally:
        progress.clear()


def _json(out: Paper, data: dict[str, Any]) -> None:
    out.line(json.dumps({"format": 1, **data}, indent=2, ensure_ascii=False))


def _branch(findings: Findings, name: str) -> Branch:
    try:
        return account.branch_of(findings, name)
    except account.NoSuchBranch as why:
        raise RefusedError(str(why), USAGE) from None


def _explain(out: Paper, findings: Findings, files: AuthorsFiles, branch: Branch) -> None:
    """Tell everything about one branch."""
    for line in files.shown(branch.kind, branch.id, branch.place).split("\n"):
        out.line(line)
    for said in account.accounts(findings, branch):
        out.gap()
        out.say(said.lead)
        links = [("because", link) for link in said.chain]
        if said.declared is not None:
            links.insert(0, ("declared", said.declared))
        for code, link in links:
            out.gap()
            shown = files.shown(code, link.words, link.place, link.source)
            for line in shown.split("\n"):
                out.line(line)
        if said.walked is not None:
            _transcript(out, findings.story, said.walked)


def _transcript(out: Paper, story: Story, walked: Walk) -> None:
    screens = [(past.view, past.chosen) for past in walked.steps]
    for number, (view, chosen) in enumerate(screens, start=1):
        out.gap()
        out.say(f"{number}. {story.scenes[view.scene].title}: {' > '.join(view.passages)}")
        for text in account.screen(view):
            out.say(text.split("\n")[0], first="     ")
        out.say(f"{chosen.text}  [{chosen.id}]", first="   > ")
    last = walked.last
    if not screens or screens[-1][0] is not last:
        out.gap()
        out.say(f"{story.scenes[last.scene].title}: {' > '.join(last.passages)}")
        for text in account.screen(last):
            out.say(text, first="     ")
    if walked.fault is not None:
        out.say(f"There the story stops: {walked.fault.message}.", first="   ! ")


class _Clock:
    """Seconds since it was made."""

    def __init__(self) -> None:
        import time

        self._now = time.perf_counter
        self._start = self._now()

    def seconds(self) -> float:
        return self._now() - self._start


class _CtrlC:
    """Knows whether Ctrl-C was pressed, also where the check has taken it and gone on."""

    def __init__(self) -> None:
        self.pressed = False

    def __enter__(self) -> Self:
        import signal
        import threading

        self._before = None
        if threading.current_thread() is threading.main_thread():
            self._before = signal.signal(signal.SIGINT, self._press)
        return self

    def __exit__(self, *_: object) -> None:
        import signal

        if self._before is not None:
            signal.signal(signal.SIGINT, self._before)

    def _press(self, _number: int, _frame: FrameType | None) -> None:
        self.pressed = True
        raise KeyboardInterrupt
