"""The window as people open it, with its keys pressed from outside: `python -m tests.ui.listened`.

Each line of standard input is the name of a key. What is saved is printed, one line a choice.
"""

from __future__ import annotations

import sys
import threading
import time

import pygame

from game.play.playthrough import Playthrough
from game.play.program import Program
from game.story.load import load_story
from game.ui import play_window
from tests.ui.pilot import STORY


def press(name: str) -> None:
    """Press a key, as SDL would send it."""
    code = pygame.key.key_code(name)
    typed = name if len(name) == 1 else ""
    pygame.event.post(
        pygame.event.Event(pygame.KEYDOWN, key=code, mod=0, unicode=typed, scancode=0)
    )


def main(choices: tuple[str, ...]) -> None:
    """Play the tests' own story, from after those choices."""
    story = load_story(STORY)._replace(content_notes=())
    playthrough, stopped = Playthrough.replay(Program(story), choices)
    assert stopped is None

    def keys() -> None:
        while pygame.display.get_surface() is None:
            time.sleep(0.01)
        for line in sys.stdin:
            press(line.strip())

    threading.Thread(target=keys, daemon=True).start()
    play_window(
        story,
        playthrough,
        lambda now: print(*now.choices, flush=True),
        resumed=bool(choices),
        folder=STORY,
    )


if __name__ == "__main__":
    main(tuple(sys.argv[1:]))
