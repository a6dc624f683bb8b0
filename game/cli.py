"""The command `one-out`: which command was typed, and what is said when it cannot be done.

Each command is a module of `game.commands`, imported when it is typed: `one-out --version` costs
nothing, and playing needs nothing that only authors use.
"""

from __future__ import annotations

import argparse
import gc
import sys
from collections.abc import Callable, Sequence

from game import __version__
from game.commands import OK, PROBLEM, STOPPED, USAGE, RefusedError
from game.commands.parser import COMMANDS, AskedForHelp, parser
from game.terminal.paper import Paper


def main(argv: list[str] | None = None) -> int:
    """Run one command and return its exit code. Prints no traceback, whatever happens."""
    out, err = Paper(sys.stdout), Paper(sys.stderr)
    try:
        code = _run(sys.argv[1:] if argv is None else argv, out)
        out.flush()
    except RefusedError as why:
        return _say(out, err, str(why), why.code)
    except KeyboardInterrupt:
        from game.terminal import words

        return _say(out, err, words.STOPPED, STOPPED)
    except OSError as why:
        where = f" ({why.filename})" if why.filename else ""
        return _say(out, err, f"{why.strerror or type(why).__name__}{where}", PROBLEM)
    except Exception as why:  # noqa: BLE001 - the last place that can put it in words
        return _say(out, err, _own_fault(why), PROBLEM)
    return code


def _run(argv: Sequence[str], out: Paper) -> int:
    if argv and not argv[0].startswith("-") and argv[0] not in COMMANDS:
        raise RefusedError(_unknown(argv[0]), USAGE)
    first = argv[0] if argv else "play"
    try:
        typed = parser(first if first in COMMANDS else None).parse_args(argv)
    except AskedForHelp as asked:
        return _print(out, str(asked))
    if typed.version:
        return _print(out, f"one-out {__version__}")
    return _RUN[typed.command](out, typed)


def _play(out: Paper, typed: argparse.Namespace) -> int:
    gc.disable()  # until there is something to read: so early, nothing is garbage yet
    from game.commands import play

    return play.run(
        out,
        story=typed.story,
        choices=typed.choices,
        in_terminal=typed.terminal,
        anew=typed.new,
    )


def _debrief(out: Paper, typed: argparse.Namespace) -> int:
    from game.commands import debrief

    return debrief.run(
        out,
        typed.story,
        choices=typed.choices,
        as_json=typed.json,
        page=typed.page,
        votes_open=typed.votes_open,
    )


def _stories(out: Paper, typed: argparse.Namespace) -> int:
    from game.commands import stories

    return stories.run(out, as_json=typed.json)


def _new(out: Paper, typed: argparse.Namespace) -> int:
    from game.commands import new

    return new.run(out, typed.name)


def _validate(out: Paper, typed: argparse.Namespace) -> int:
    from game.commands import validate

    return validate.run(out, typed.path, as_json=typed.json)


def _check(out: Paper, typed: argparse.Namespace) -> int:
    if typed.stay:
        from game.commands import recheck

        recheck.stay(sys.stdin, sys.stdout)
        return OK
    from game.commands import check

    return check.run(
        out,
        typed.story,
        as_json=typed.json,
        explain=typed.explain,
        count_words=typed.words,
        with_shape=typed.shape,
        playthroughs=typed.cover,
    )


def _watch(out: Paper, typed: argparse.Namespace) -> int:
    from game.commands import watch

    watch.run(out, typed.story, window=not typed.no_window)


def _map(out: Paper, typed: argparse.Namespace) -> int:
    from game.commands import map as map_

    return map_.run(out, typed.story, to=typed.output, plain=typed.plain)


def _schema(out: Paper, typed: argparse.Namespace) -> int:
    from game.commands import schema

    return schema.run(out, typed.kind)


_RUN: dict[str, Callable[[Paper, argparse.Namespace], int]] = {
    "play": _play,
    "debrief": _debrief,
    "stories": _stories,
    "new": _new,
    "validate": _validate,
    "check": _check,
    "watch": _watch,
    "map": _map,
    "schema": _schema,
}


def _print(out: Paper, text: str) -> int:
    for line in text.split("\n"):
        out.line(line)
    return OK


def _unknown(command: str) -> str:
    from pathlib import Path

    from game.story.diagnostics import near

    if Path(command).exists():
        return f"there is no command `{command}`. To play it: one-out play {command}"
    hint = near(command, COMMANDS)
    return f"there is no command `{command}`. {hint}The commands: {', '.join(COMMANDS)}."


def _own_fault(why: Exception) -> str:
    """What to say of a fault of this program; its details go to a file that can be sent to us."""
    import traceback

    from game import places
    from game.terminal import words

    said = words.OWN_FAULT.format(why=f"{type(why).__name__}: {why}")
    try:
        details = places.data() / "fault.txt"
        details.parent.mkdir(parents=True, exist_ok=True)
        text = "".join(traceback.format_exception(why))
        details.write_text(f"one-out {__version__}, {sys.version}\n{text}", "utf-8")
    except Exception:  # noqa: BLE001 - a report that cannot be kept must not hide the fault
        return said
    return f"{said}\n{words.OWN_FAULT_KEPT.format(file=details)}"


def _say(out: Paper, err: Paper, message: str, code: int) -> int:
    """Say what went wrong, after everything that went right."""
    for paper, lines in ((out, ()), (err, f"one-out: {message}".split("\n"))):
        try:
            for line in lines:
                paper.line(line)
            paper.flush()
        except OSError:  # nowhere to say it: the exit code still does
            pass
    return code


if __name__ == "__main__":
    sys.exit(main())
