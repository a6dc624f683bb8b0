"""Where the fonts, pictures and sounds that ship with the game are."""

from __future__ import annotations

from pathlib import Path


def assets_folder() -> Path:
    """The folder of shipped assets: `game/shipped/assets` where installed, `assets` in a clone.

    Raises `FileNotFoundError` where there is neither, which means a broken installation.
    """
    package = Path(__file__).resolve().parent.parent
    for folder in (package / "shipped" / "assets", package.parent / "assets"):
        if folder.is_dir():
            return folder
    raise FileNotFoundError("the game's assets are missing: install it again")
