import os
import subprocess
import sys

import pytest

from game.ui.assets import assets_folder
from game.ui.typefaces import FILES


def python(code: str, **environment: str) -> str:
    kept = {
        k: v
        for k, v in os.environ.items()
        if k not in ("DISPLAY", "WAYLAND_DISPLAY", "SDL_VIDEODRIVER")
    }
    result = subprocess.run(
        [sys.executable, "-c", code],
        env={**kept, "PYGAME_HIDE_SUPPORT_PROMPT": "1", **environment},
        capture_output=True,
        text=True,
        check=False,
    )
    assert result.returncode == 0, result.stderr
    return result.stdout.strip()


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="other systems have a display")
def test_without_a_display_the_reason_is_said_and_pygame_is_not_even_imported() -> None:
    said = python(
        "import sys; from game.ui import why_no_display, display_available as d;"
        "print(why_no_display(), d(), 'pygame' in sys.modules)"
    )
    assert said.startswith("there is no display")
    assert said.endswith("False False")


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="X11")
def test_a_display_that_does_not_answer_is_told_from_one_that_does() -> None:
    said = python("from game.ui import why_no_display; print(why_no_display())", DISPLAY=":987")
    assert said != "None"


def test_the_dummy_driver_counts_where_it_was_asked_for() -> None:
    assert (
        python(
            "from game.ui import why_no_display; print(why_no_display())", SDL_VIDEODRIVER="dummy"
        )
        == "None"
    )


def test_the_window_imports_neither_pydantic_nor_yaml_nor_numpy() -> None:
    rooms = "game.ui.window, game.ui.pictures, game.ui.screens.title, game.ui.screens.shelf"
    heavy = "('pydantic', 'yaml', 'numpy', 'game.story.authored')"
    code = f"import sys, {rooms}; print([m for m in {heavy} if m in sys.modules])"
    assert python(code) == "[]"


def test_what_tells_screen_readers_waits_for_the_first_picture() -> None:
    late = "('accesskit', 'game.ui.readers', 'game.ui.accessible', 'game.speech')"
    rooms = "game.ui.window, game.ui.screens.title"
    code = f"import sys, {rooms}; print([m for m in {late} if m in sys.modules])"
    assert python(code) == "[]"


def test_every_typeface_is_shipped() -> None:
    for file in FILES.values():
        assert (assets_folder() / "fonts" / file).is_file()
