"""Which control Enter takes, and where Tab goes on from it."""

from __future__ import annotations

from game.ui.page import Control, Page
from game.ui.scrolling import MORE, more_control


def focused(page: Page, scroll: int, focus: str | None) -> str | None:
    """The control that Enter takes, on a page that is scrolled so far. Always one that is seen.

    `focus` is the one that was gone to last, if any was.
    """
    if focus == MORE and page.more and scroll < page.depth:
        return MORE
    control = page.control(focus) if focus else None
    main = [c for c in page.controls if c.main]
    if control is None:
        # What goes on below is read first: Enter turns the page, and chooses at its end.
        if page.more and scroll < page.depth:
            return MORE
        control = main[0] if main else None
    if control is None or page.visible(control, scroll):
        return control.id if control else None
    seen = [c for c in main if page.visible(c, scroll)]
    if seen and control.rect.y - scroll < page.viewport.y:
        return seen[0].id
    if page.more and scroll < page.depth:
        return MORE
    return seen[-1].id if seen else control.id


def stops(page: Page, scroll: int) -> list[Control]:
    """The controls in the order in which Tab goes through them."""
    controls = [c for c in page.controls if c.main]
    more = more_control(page)
    if more is not None and scroll < page.depth:
        controls.append(more)
    return controls + [c for c in page.controls if not c.main and not c.row]
