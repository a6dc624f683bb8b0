"""The floor: the least a program on pygame can do to show a picture, a text and four buttons.

    python -m tests.bench.window.floor PICTURE

What the game needs more than this, it needs for being a game. Leaves when its window is closed.
"""

from __future__ import annotations

import os
import sys

os.environ["SDL_FRAMEBUFFER_ACCELERATION"] = "0"

import pygame

SIZE = (1280, 720)
TEXT = "The envoy waits while rain falls on old stones and every clerk in the city writes. " * 6
BUTTONS = ("Read the letter aloud", "Burn it", "Ask for the register", "Wait for the tide")


def draw(screen: pygame.Surface, picture: pygame.Surface) -> None:
    """A picture, a panel of text over it, and four buttons."""
    wide, high = screen.get_size()
    font = pygame.font.Font(None, high // 26)
    screen.blit(picture, (0, 0))
    text = font.render(TEXT, True, "white", "black", wide * 4 // 5)
    screen.blit(text, (wide // 10, high // 20))
    for place, words in enumerate(BUTTONS):
        button = pygame.Rect(wide // 5, high * (4 + place) // 9, wide * 3 // 5, high // 11)
        pygame.draw.rect(screen, "navy", button, border_radius=8)
        line = font.render(words, True, "white")
        screen.blit(line, line.get_rect(center=button.center))
    pygame.display.flip()


def main(path: str) -> None:
    """Show it until it is closed."""
    pygame.display.init()
    pygame.font.init()
    screen = pygame.display.set_mode(SIZE)
    picture = pygame.image.load(path).convert()
    draw(screen, pygame.transform.smoothscale(picture, SIZE))
    while pygame.event.wait().type != pygame.QUIT:
        pass


if __name__ == "__main__":
    main(sys.argv[1])
