"""The least that can be built: a window on pygame with nothing in it. Leaves when it is closed."""

from __future__ import annotations

import os

os.environ["SDL_FRAMEBUFFER_ACCELERATION"] = "0"

import pygame


def main() -> None:
    """Show it until it is closed."""
    pygame.display.init()
    screen = pygame.display.set_mode((1280, 720))
    screen.fill("white")
    pygame.display.flip()
    while pygame.event.wait().type != pygame.QUIT:
        pass


if __name__ == "__main__":
    main()
