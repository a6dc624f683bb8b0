"""`python -m game`: the README's first command, which sets itself up and plays."""

import sys

import game.old_python  # noqa: F401 - must come before anything an old Python cannot read
from game.bootstrap import start

if __name__ == "__main__":
    sys.exit(start("player"))
