"""What can be typed after `one-out`, and the help for it."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from typing import TYPE_CHECKING, NoReturn, TypeAlias

from game.commands import USAGE, RefusedError

if TYPE_CHECKING:
    from _typeshed import SupportsWrite

    _Commands: TypeAlias = "argparse._SubParsersAction[Parser]"  # noqa: SLF001 - its only name

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


class AskedForHelp(Exception):
    """Carries the help that was asked for to where it is printed."""


class Parser(argparse.ArgumentParser):
    """Argparse that prints nothing itself: a full disk or a closed pipe would be lost on it."""

    def print_help(self, file: SupportsWrite[str] | None = None) -> NoReturn:  # noqa: ARG002
        """Raises AskedForHelp."""
        raise AskedForHelp(self.format_help().rstrip("\n"))

    def error(self, message: str) -> NoReturn:
        """Raises RefusedError."""
        raise RefusedError(f"{message}.\nSee {self.prog} --help.", USAGE)


def parser(command: str | None = None) -> argparse.ArgumentParser:
    """What can be typed, and what is said of it with `--help`. `command` says which was.

    Where it is known which that is, only this command is made: all of them take milliseconds.
    """
    whole = Parser(
        prog="one-out",
        description=_DESCRIPTION,
        epilog=_EPILOG,
        formatter_class=argparse.RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )
    whole.add_argument("--version", action="store_true", help="print the version and leave")
    _add_play_flags(whole)
    whole.set_defaults(command="play", story=None, choices=None, terminal=False, new=False)
    commands = whole.add_subparsers(metavar="COMMAND", title="commands")
    for name in COMMANDS if command is None else (command,):
        _ADD[name](commands)
    return whole


def _play(commands: _Commands) -> None:
    command = _add(
        commands,
        "play",
        "play a story",
        "Plays a story, and goes on where it was left.",
        "one-out play south-coast --choices 1,3,2",
    )
    command.add_argument(
        "story",
        nargs="?",
        metavar="STORY",
        help="an id that `one-out stories` lists, or a story's folder or file (default: ask)",
    )
    _add_play_flags(command)
    command.add_argument(
        "--choices",
        metavar="LIST",
        help="take these choices without asking, print everything read, and stop: numbers among "
        "the choices that can be taken, or their ids, or the ends of ids, with commas between. "
        "Neither reads nor writes saves",
    )


def _debrief(commands: _Commands) -> None:
    command = _add(
        commands,
        "debrief",
        "see where a play turned",
        "Tells at which choice of a play each ending of the story went out of reach, and what "
        "could have been chosen instead. For after playing: it names the endings.",
        "one-out debrief south-coast",
    )
    command.add_argument("story", metavar="STORY", help="a story's id, folder or file")
    command.add_argument(
        "--choices",
        metavar="LIST",
        help="the play, as for `one-out play` (default: the one that you played here last)",
    )
    command.add_argument(
        "--votes-open", action="store_true", help="a class decided the votes; needs --choices"
    )
    how = command.add_mutually_exclusive_group()
    how.add_argument("--json", action="store_true", help="as JSON, for other programs")
    how.add_argument(
        "--page",
        metavar="FILE",
        help="write all there is to look back on, and the whole play, as one HTML page to read, "
        "print and pass on",
    )


def _stories(commands: _Commands) -> None:
    command = _add(
        commands,
        "stories",
        "list the stories that can be played",
        "Lists the stories that came with the game and your own.",
        "one-out stories",
    )
    command.add_argument("--json", action="store_true", help="as JSON, for other programs")


def _new(commands: _Commands) -> None:
    command = _add(
        commands,
        "new",
        "make a small story to start writing from",
        "Makes a folder with a small, whole story that plays: a conversation, a meeting, two "
        "endings, and comments that say how each part works.",
        "one-out new my-story",
    )
    command.add_argument(
        "name", metavar="NAME", help="the folder to make; its name is the story's id"
    )


def _validate(commands: _Commands) -> None:
    command = _add(
        commands,
        "validate",
        "find everything that is wrong with a story",
        "Reads stories as an author wrote them and lists every problem, with its place and how to "
        "mend it. Exit code 1 if there are any.",
        "one-out validate my-story",
    )
    command.add_argument("path", nargs="+", metavar="PATH", help="a story's folder, file or id")
    command.add_argument("--json", action="store_true", help="as JSON, for editors")


def _check(commands: _Commands) -> None:
    command = _add(
        commands,
        "check",
        "prove what can happen in a story",
        "Decides of every branch of a story whether a reader can reach it, and finds traps, "
        "screens without a choice and numbers that leave their range, as played and with every "
        "vote open as in a classroom. Exit code 1 if there is a problem.",
        "one-out check my-story --explain smoko/ask_roy",
    )
    command.add_argument(
        "story",
        nargs="?",
        metavar="STORY",
        help="a story's folder, file or id (default: the story in this folder, else all there are)",
    )
    command.add_argument("--json", action="store_true", help="as JSON, for other programs")
    command.add_argument("--stay", action="store_true", help=argparse.SUPPRESS)  # for `watch`
    command.add_argument(
        "--explain",
        metavar="BRANCH",
        help="tell everything about one branch: a shortest way to it, or why there is none",
    )
    command.add_argument(
        "--words",
        action="store_true",
        help="count the words of the shortest, the longest and the average route too; "
        "takes longer, and is remembered until the story changes",
    )
    command.add_argument(
        "--shape",
        action="store_true",
        help="tell the shape of the story too: what routes that keep to one lens come to, how "
        "many hands a choice decides, and when the futures of options first differ",
    )
    command.add_argument(
        "--cover",
        action="store_true",
        help="print a few whole playthroughs that together take every branch, to be played by hand",
    )


def _watch(commands: _Commands) -> None:
    command = _add(
        commands,
        "watch",
        "show and check a story again at every save",
        "Opens a story in its window and checks it. At every save of a file the window shows the "
        "new text, at the place you have played to, and the story is checked again. Ctrl-C ends "
        "it; closing the window leaves the terminal watching.",
        "one-out watch my-story",
    )
    command.add_argument("story", metavar="STORY", help="a story's folder, file or id")
    command.add_argument(
        "--no-window", action="store_true", help="check in the terminal alone, and show nothing"
    )


def _map(commands: _Commands) -> None:
    command = _add(
        commands,
        "map",
        "draw the passages of a story",
        "Draws a story's passages and choices as one SVG file, which any browser opens, with "
        "what the check finds marked.",
        "one-out map my-story -o map.svg",
    )
    command.add_argument("story", metavar="STORY", help="a story's folder, file or id")
    command.add_argument(
        "-o", "--output", metavar="FILE", help="the file to write (default: the story's id, .svg)"
    )
    command.add_argument("--plain", action="store_true", help="do not check, and mark nothing")


def _schema(commands: _Commands) -> None:
    command = _add(
        commands,
        "schema",
        "print the JSON Schema of story files",
        "Prints the JSON Schema that lets an editor complete and check story files.",
        "one-out schema scene > scene.schema.json",
    )
    command.add_argument(
        "kind", nargs="?", metavar="KIND", help="story, scene or part (default: any of them)"
    )


_ADD: dict[str, Callable[[_Commands], None]] = {
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


def _add(
    commands: _Commands,
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
    parser.set_defaults(command=name)
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
