"""`one-out validate`: everything that is wrong with a story."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

from game.commands import OK, PROBLEM, reports
from game.story.diagnostics import Diagnostic, StoryError
from game.story.load import load_story
from game.story.model import Story
from game.story.shelf import find
from game.story.size import size
from game.terminal.paper import Paper


def run(out: Paper, names: Sequence[str], *, as_json: bool) -> int:
    """Check these stories (paths, or ids on the shelf). Refuses a name that is neither."""
    try:
        paths = [find(name) for name in names]
    except StoryError as why:
        raise reports.not_found(why) from None
    checked = [(path, *_check(path)) for path in paths]
    if as_json:
        found = [_as_json(path, story, problems) for path, story, problems in checked]
        out.line(json.dumps({"format": 1, "stories": found}, indent=2, ensure_ascii=False))
    else:
        _report(out, [(story, problems) for _, story, problems in checked])
    return PROBLEM if any(problems for _, _, problems in checked) else OK


def _check(path: Path) -> tuple[Story | None, tuple[Diagnostic, ...]]:
    try:
        return load_story(path), ()
    except StoryError as why:
        return None, why.diagnostics


def _report(out: Paper, checked: list[tuple[Story | None, tuple[Diagnostic, ...]]]) -> None:
    for story, problems in checked:
        for problem in problems:
            for line in str(problem).split("\n"):
                out.line(line)
            out.gap()
        if story is not None:
            found = size(story)
            counts = ", ".join(
                reports.amount(number, field.removesuffix("s"))
                for field, number in found._asdict().items()
            )
            out.line(f"{story.title}: {counts}. No problems.")
        else:
            out.line(reports.counted(problems))


def _as_json(
    path: Path, story: Story | None, problems: tuple[Diagnostic, ...]
) -> dict[str, object]:
    return {
        "path": str(path),
        "id": story and story.id,
        "title": story and story.title,
        "size": story and size(story)._asdict(),
        "problems": [problem.as_json() for problem in problems],
    }
