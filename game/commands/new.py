"""`one-out new`: a small story to start writing from."""

from __future__ import annotations

from pathlib import Path

from game.commands import OK, PROBLEM, USAGE, RefusedError
from game.story.new import AlreadyThereError, NameProblemError, new_story
from game.terminal.paper import Paper


def run(out: Paper, name: str) -> int:
    """Make the story's folder and say what to do next."""
    path = Path(name)
    try:
        new_story(path)
    except NameProblemError as why:
        raise RefusedError(str(why), USAGE) from None
    except AlreadyThereError as why:
        raise RefusedError(str(why), PROBLEM) from None
    except OSError as why:
        raise RefusedError(f"cannot make {path}: {why.strerror or why}", PROBLEM) from None
    out.say(f"Made {path}: a small story that plays, with comments that say how.")
    out.line(f"  one-out play {name}")
    out.line(f"  one-out validate {name}")
    return OK
