"""`one-out debrief`: at which choice of a play which ending went out of reach; the page to keep."""

from __future__ import annotations

import json
from datetime import datetime
from pathlib import Path

from game import places
from game.commands import OK, PROBLEM, USAGE, RefusedError, reports
from game.commands.language import speak
from game.commands.progress import Progress
from game.debrief import words
from game.debrief.as_data import as_data
from game.debrief.kept import fates
from game.debrief.look_back import look_back
from game.debrief.told import Told, told
from game.debrief.turning import Turning, turning
from game.play.program import Program
from game.play.saves import Loaded, Saves
from game.play.screen import RangeFault, step, view
from game.story.diagnostics import StoryError
from game.story.load import open_story
from game.story.model import Story
from game.story.shelf import find
from game.terminal.paper import Paper
from game.terminal.picking import NotOfferedError, pick
from game.whole import write_whole


def run(
    out: Paper,
    name: str,
    *,
    choices: str | None,
    as_json: bool,
    page: str | None,
    votes_open: bool,
) -> int:
    """Look back on a route: `choices`, or what was played and saved last.

    Prints its turning points, or writes the whole debrief into the file `page`.
    """
    if page is not None and Path(page).is_dir():
        raise RefusedError(
            f"{page} is a folder: name the file to write, as in --page it.html", USAGE
        )
    if not as_json:
        speak()
    program = Program(_opened(name))
    if choices is None:
        if votes_open:
            raise RefusedError("`--votes-open` needs `--choices`", USAGE)
        loaded = _saved(program)
        route, notices = loaded.playthrough.choices, loaded.notices
    else:
        picked = [word for word in map(str.strip, choices.split(",")) if word]
        route, notices = _picked(program, picked, free=votes_open), ()
    found = _turning(program, route, free=votes_open)
    if as_json:
        data = {"format": 1, "notices": notices, **as_data(program.story, found)}
        out.line(json.dumps(data, indent=2, ensure_ascii=False))
        return OK
    for notice in notices:
        out.say(notice)
    if page is None:
        _print(out, told(program.story, found))
    else:
        _write(Path(page), program, found, free=votes_open)
        out.say(words.PAGE_WRITTEN.format(path=page))
    return OK


def _turning(program: Program, route: tuple[str, ...], *, free: bool) -> Turning:
    progress = Progress()
    try:
        known = fates(program.story, free_meetings=free, progress=progress)
    finally:
        progress.clear()
    return turning(program, route, known, free_meetings=free)


def _write(path: Path, program: Program, found: Turning, *, free: bool) -> None:
    from game.export.debrief_page import page

    back = look_back(program, found.choices, free_meetings=free)
    # Before a play has come to an ending, the page names none.
    turned = None if back.ending is None else told(program.story, found)
    html = page(back, turned, words.NOT_YET, datetime.now().astimezone().date())
    try:
        write_whole(path, html.encode("utf-8"))
    except OSError as why:
        raise RefusedError(f"cannot write {path}: {why.strerror or why}", PROBLEM) from None


def _opened(name: str) -> Story:
    try:
        path = find(name)
    except StoryError as why:
        raise reports.not_found(why) from None
    try:
        return open_story(path)
    except StoryError as why:
        raise reports.not_playable(why) from None


def _saved(program: Program) -> Loaded:
    story = program.story
    loaded = Saves(places.saves(), story).load_auto(program)
    if loaded is None:
        raise RefusedError(
            f"{story.title} has not been played here. Play it, or name a route: "
            f"one-out debrief {story.id} --choices 1,2",
            USAGE,
        )
    return loaded


def _picked(program: Program, picks: list[str], *, free: bool) -> tuple[str, ...]:
    """The ids of the options that somebody means by `picks`."""
    state, route = program.start, list[str]()
    for number, word in enumerate(picks, start=1):
        try:
            option = pick(view(program, state, free_meetings=free), word)
            state = step(program, state, option.id, free_meetings=free)
        except NotOfferedError as why:
            raise RefusedError(f"Choice {number} cannot be taken: {why}", PROBLEM) from None
        except RangeFault as why:
            raise RefusedError(
                f"Choice {number} cannot be taken: {why.fault.message} ({why.fault.at})", PROBLEM
            ) from None
        route.append(option.id)
    return tuple(route)


def _print(out: Paper, page: Told) -> None:
    out.heading(page.heading)
    for sentence in (*page.came_to, *page.never):
        out.say(sentence)
    for moment in page.moments:
        out.heading(moment.heading)
        out.say(moment.chosen)
        for lost in moment.lost:
            out.gap()
            out.say(lost.words)
            for other in lost.others:
                out.say(other, first="  - ")
            # Not wrapped: it is there to be copied.
            out.line(f"  {words.TO_PLAY_IT.format(choices=','.join(lost.way))}")
    if page.still:
        out.gap()
        out.say(words.STILL)
    for ending in page.still:
        out.say(ending, first="  - ")
