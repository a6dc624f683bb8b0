"""What goes into a built program and what stays out: read by the spec and by the steps.

Nothing here needs PyInstaller, so it can be tested without.
"""

from __future__ import annotations

from pathlib import Path

HERE = Path(__file__).resolve().parent
CLONE = HERE.parent.parent

COMMAND = "one-out"
"""The program's file; on Windows with `.exe`."""
TITLE = "One Out, All Out"
BUNDLE = "org.oneoutallout.game"
"""The identifier of the macOS bundle."""

NO_MODULES = (
    # The standard library's own: tools for developers, servers, other windows, other databases.
    "asyncio", "curses", "distutils", "doctest", "ensurepip", "ftplib", "http.server", "idlelib",
    "lib2to3", "multiprocessing", "pdb", "pydoc", "pydoc_data", "readline", "sqlite3", "ssl",
    "_ssl", "tkinter", "turtle", "turtledemo", "unittest", "venv", "wsgiref", "xmlrpc",
    # pygame's parts for cameras, MIDI and arrays, and its own examples.
    "pygame._camera", "pygame.camera", "pygame.docs", "pygame.examples",
    "pygame.midi", "pygame.pypm", "pygame.sndarray", "pygame.surfarray",
    "pygame.tests", "numpy", "OpenGL",
    # pydantic's former version and its plugins.
    "email_validator", "mypy", "pydantic.mypy", "pydantic.v1", "rich",
    # What is for developers of this project, should the environment hold it.
    "_pytest", "babel", "hypothesis", "PIL", "pip", "pkg_resources", "pytest", "setuptools",
    "game.bootstrap", "game.check.pytest_plugin", "game.environment",
)  # fmt: skip
"""Modules that no command of the program imports."""

NO_LIBRARIES = (
    "libcrypto", "libncurses", "libportmidi", "libreadline", "libsqlite3", "libssl", "libtcl",
    "libtinfo", "libtk", "portmidi",
)  # fmt: skip
"""Beginnings of the names of shared libraries that only modules left out would load."""

OF_THE_SYSTEM = ("libasound",)
"""The same, of what SDL looks for on the player's system, where its plugins and settings are."""


def left_out(name: str) -> bool:
    """Whether a library or data file, by its place in the bundle, is left out."""
    base = Path(name).name
    if base.startswith((*NO_LIBRARIES, *OF_THE_SYSTEM)):
        return True
    return name.startswith("pygame") and Path(name).suffix in (".pyi", ".bmp", ".icns", ".typed")
