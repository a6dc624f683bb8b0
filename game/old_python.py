"""Import this first: it ends the program with a clear message on a Python too old for the rest.

Only this file, and what is imported before it, must be readable by every Python there has been.
"""

import sys

if sys.version_info < (3, 11):  # noqa: UP036 - the old Python this turns away is the point
    sys.exit(
        "One Out, All Out needs Python 3.11 or newer; this is Python %d.%d (%s).\n"  # noqa: UP031
        "Install a newer one from https://www.python.org/downloads/ or with your system's\n"
        "software centre, then start the game with it, for instance: python3.13 -m game"
        % (sys.version_info[0], sys.version_info[1], sys.executable)
    )
