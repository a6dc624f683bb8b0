"""Where a built program starts: what `python -m game` is without the setting up."""

import os
import sys
from collections.abc import MutableMapping


def give_back(environment: MutableMapping[str, str]) -> None:
    """Let what this program starts of the system's find the system's libraries, not those in here.

    PyInstaller points the loader at its own folder, and keeps what was there under another name
    (its manual, "LD_LIBRARY_PATH / LIBPATH considerations"). This process needs it no longer: the
    loader has read it.
    """
    before = environment.pop("LD_LIBRARY_PATH_ORIG", None)
    environment.pop("LD_LIBRARY_PATH", None)
    if before is not None:
        environment["LD_LIBRARY_PATH"] = before


if __name__ == "__main__":
    give_back(os.environ)
    from game.cli import main

    sys.exit(main())
