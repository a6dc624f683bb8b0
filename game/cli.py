"""The command `one-out`: which command was typed, and what is said when it cannot be done.

Each command is a module of `game.commands`, imported when it is typed: `one-out --version` costs
nothing, and playing needs nothing that only authors use.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, NoReturn

from game import __version__
from game.commands import OK, PROBLEM, STOPPED, USAGE, RefusedError
from game.terminal.paper import Paper

if TYPE_CHECKING:
    from _typeshed import SupportsWrite

COMMANDS = ("play", "debrief", "stories", "new", "validate", "check", "watch", "map", "schema")

_DESCRIPTION = """\
Stories from history in which what happens follows from what people do.
Without a command: choose a story and play it, in a window where there is a
display and in the terminal where there is none."""

_EPILOG = """\
examples:
  one-out                          choose a story and play it
  one-out play south-coast         go on with a story, or begin it
  one-out new my-story             make a small story to start writing from
  one-out validate my-story        find everything that is wrong with it
  one-out check my-story           prove what can happen in it

exit codes:
  0  done, and nothing is wrong
  1  a problem was found: in a story, in a choice, in a file
  2  the command was wrong: an unknown name, a missing word
  130  stopped with Ctrl-C

ONE_OUT_HOME, if set, names a folder for saves, your own stories and compiled
stories, instead of the usual folders of your system.

Each command explains itself: one-out COMMAND --help"""


def main(argv: list[str] | None = None) -> int:
    """Run one command and return its exit code. Prints no traceback, whatever happens."""
    out, err = Paper(sys.stdout), Paper(sys.stderr)
    try:
        code = _run(sys.argv[1:] if argv is None else argv, out)
        out.flush()
    except RefusedError as why:
        return _say(out, err, str(why), why.code)
    except KeyboardInterrupt:
        return _say(out, err, "stopped.", STOPPED)
    except OSError as why:
        where = f" ({why.filename})" if why.filename else ""
        return _say(out, err, f"{why.strerror or type(why).__name__}{where}", PROBLEM)
    except Exception as why:  # noqa: BLE001 - the last place that can put it in words
        return _say(out, err, _own_fault(why), PROBLEM)
    return code


def _run(argv: Sequence[str], out: Paper) -> int:
    if argv and not argv[0].startswith("-") and argv[0] not in COMMANDS:
        raise RefusedError(_unknown(argv[0]), USAGE)
    try:
        typed = _parser().parse_args(argv)
    except _AskedForHelp as asked:
        return _print(out, str(asked))
    if typed.version:
        return _print(out, f"one-out {__version__}")
    code: int = typed.run(out, typed)
    return code


def _play(out: Paper, typed: argparse.Namespace) -> int:
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
        out, typed.story, choices=typed.choices, as_json=typed.json, votes_open=typed.votes_open
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


class _AskedForHelp(Exception):
    """Carries the help that was asked for to where it is printed."""


class _Parser(argparse.ArgumentParser):
    """Argparse that prints nothing itself: a full disk or a closed pipe would be lost on it."""

    def print_help(self, file: SupportsWrite[str] | None = None) -> NoReturn:  # noqa: ARG002
        raise _AskedForHelp(self.format_help().rstrip("\n"))

    def error(self, message: str) -> NoReturn:
        raise RefusedError(f"{message}.\nSee {self.prog} --help.", USAGE)


def _parser() -> argparse.ArgumentParser:
    parser = _Parser(
        prog="one-out",
        description=_DESCRIPTION,
        epilog=_EPILOG,
        formatter_class=argparse.RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )
    parser.add_argument("--version", action="store_true", help="print the version and leave")
    _add_play_flags(parser)
    parser.set_defaults(run=_play, story=None, choices=None, terminal=False, new=False)
    commands = parser.add_subparsers(metavar="COMMAND", title="commands")

    play = _add(
        commands,
        _play,
        "play",
        "play a story",
        "Plays a story, and goes on where it was left.",
        "one-out play south-coast --choices 1,3,2",
    )
    play.add_argument(
        "story",
        nargs="?",
        metavar="STORY",
        help="an id that `one-out stories` lists, or a story's folder or file (default: ask)",
    )
    _add_play_flags(play)
    play.add_argument(
        "--choices",
        metavar="LIST",
        help="take these choices without asking, print everything read, and stop: numbers among "
        "the choices that can be taken, or their ids, or the ends of ids, with commas between. "
        "Neither reads nor writes saves",
    )

    debrief = _add(
        commands,
        _debrief,
        "debrief",
        "see where a play turned",
        "Tells at which choice of a play each ending of the story went out of reach, and what "
        "could have been chosen instead. For after playing: it names the endings.",
        "one-out debrief south-coast",
    )
    debrief.add_argument("story", metavar="STORY", help="a story's id, folder or file")
    debrief.add_argument(
        "--choices",
        metavar="LIST",
        help="the play, as for `one-out play` (default: the one that you played here last)",
    )
    debrief.add_argument("--votes-open", action="store_true", help="a class decided the votes")
    debrief.add_argument("--json", action="store_true", help="as JSON, for other programs")

    stories = _add(
        commands,
        _stories,
        "stories",
        "list the stories that can be played",
        "Lists the stories that came with the game and your own.",
        "one-out stories",
    )
    stories.add_argument("--json", action="store_true", help="as JSON, for other programs")

    new = _add(
        commands,
        _new,
        "new",
        "make a small story to start writing from",
        "Makes a folder with a small, whole story that plays: a conversation, a meeting, two "
        "endings, and comments that say how each part works.",
        "one-out new my-story",
    )
    new.add_argument("name", metavar="NAME", help="the folder to make; its name is the story's id")

    validate = _add(
        commands,
        _validate,
        "validate",
        "find everything that is wrong with a story",
        "Reads stories as an author wrote them and lists every problem, with its place and how to "
        "mend it. Exit code 1 if there are any.",
        "one-out validate my-story",
    )
    validate.add_argument("path", nargs="+", metavar="PATH", help="a story's folder, file or id")
    validate.add_argument("--json", action="store_true", help="as JSON, for editors")

    check = _add(
        commands,
        _check,
        "check",
        "prove what can happen in a story",
        "Decides of every branch of a story whether a reader can reach it, and finds traps, "
        "screens without a choice and numbers that leave their range, as played and with every "
        "vote open as in a classroom. Exit code 1 if there is a problem.",
        "one-out check my-story --explain smoko/ask_roy",
    )
    check.add_argument(
        "story",
        nargs="?",
        metavar="STORY",
        help="a story's folder, file or id (default: the story in this folder, else all there are)",
    )
    check.add_argument("--json", action="store_true", help="as JSON, for other programs")
    check.add_argument("--stay", action="store_true", help=argparse.SUPPRESS)  # for `watch`
    check.add_argument(
        "--explain",
        metavar="BRANCH",
        help="tell everything about one branch: a shortest way to it, or why there is none",
    )
    check.add_argument(
        "--words",
        action="store_true",
        help="count the words of the shortest, the longest and the average route too; "
        "takes longer, and is remembered until the story changes",
    )
    check.add_argument(
        "--shape",
        action="store_true",
        help="tell the shape of the story too: what routes that keep to one lens come to, how "
        "many hands a choice decides, and when the futures of options first differ",
    )

    watch = _add(
        commands,
        _watch,
        "watch",
        "check a story again whenever you save it",
        "Opens a story in its window and checks it. At every save of a file the window shows the "
        "new text, at the place you have played to, and the story is checked again. Ctrl-C ends "
        "it; closing the window leaves the terminal watching.",
        "one-out watch my-story",
    )
    watch.add_argument("story", metavar="STORY", help="a story's folder, file or id")
    watch.add_argument(
        "--no-window", action="store_true", help="check in the terminal alone, and show nothing"
    )

    map_ = _add(
        commands,
        _map,
        "map",
        "draw the passages of a story",
        "Draws a story's passages and choices as one SVG file, which any browser opens, with "
        "what the check finds marked.",
        "one-out map my-story -o map.svg",
    )
    map_.add_argument("story", metavar="STORY", help="a story's folder, file or id")
    map_.add_argument(
        "-o", "--output", metavar="FILE", help="the file to write (default: the story's id, .svg)"
    )
    map_.add_argument("--plain", action="store_true", help="do not check, and mark nothing")

    schema = _add(
        commands,
        _schema,
        "schema",
        "print the JSON Schema of story files",
        "Prints the JSON Schema that lets an editor complete and check story files.",
        "one-out schema scene > scene.schema.json",
    )
    schema.add_argument(
        "kind", nargs="?", metavar="KIND", help="story, scene or part (default: any of them)"
    )
    return parser


def _add(
    commands: argparse._SubParsersAction[_Parser],
    run: Callable[[Paper, argparse.Namespace], int],
    name: str,
    summary: str,
    description: str,
    example: str,
) -> argparse.ArgumentParser:
    parser = commands.add_parser(
        name,
        help=summary,
        description=description,
        epilog=f"example: {example}",
        allow_abbrev=False,
    )
    parser.set_defaults(run=run)
    return parser


def _add_play_flags(parser: argparse.ArgumentParser) -> None:
    # No defaults here: a command's own would undo what was read before the command.
    parser.add_argument(
        "--terminal",
        action="store_true",
        default=argparse.SUPPRESS,
        help="play in the terminal, also where there is a display",
    )
    parser.add_argument(
        "--new",
        action="store_true",
        default=argparse.SUPPRESS,
        help="begin again instead of going on; the autosave is replaced at the first choice",
    )


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

    words = f"this is a fault of the game, not yours: {type(why).__name__}: {why}."
    try:
        details = places.data() / "fault.txt"
        details.parent.mkdir(parents=True, exist_ok=True)
        text = "".join(traceback.format_exception(why))
        details.write_text(f"one-out {__version__}, {sys.version}\n{text}", "utf-8")
    except Exception:  # noqa: BLE001 - a report that cannot be kept must not hide the fault
        return words
    return f"{words}\nYour saves are safe. Please report it with the file {details}"


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
