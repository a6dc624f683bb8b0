"""Where a built program starts: what `python -m game` is without the setting up."""

import sys

from game.cli import main

if __name__ == "__main__":
    sys.exit(main())
