"""`python -m tests`: the README's second command, which sets itself up and runs the tests.

Arguments go to pytest as they are: `python -m tests tests/story -x`.
"""

import sys

import game.old_python  # noqa: F401 - must come before anything an old Python cannot read
from game.bootstrap import start

if __name__ == "__main__":
    sys.exit(start("test"))
