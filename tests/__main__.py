"""`python -m tests`: the README's second command, which sets itself up and runs the tests.

Arguments go to pytest as they are: `python -m tests tests/story -x`. Without any, the tests of a
file stay together and the files are shared out among the processors, four at most: each process
keeps what it works out about the stories for itself.
"""

import sys

import game.old_python  # noqa: F401 - must come before anything an old Python cannot read
from game.bootstrap import start

SHARED_OUT = ["-n", "auto", "--maxprocesses", "4", "--dist", "loadfile"]

if __name__ == "__main__":
    sys.argv[1:] = sys.argv[1:] or SHARED_OUT
    sys.exit(start("test"))
