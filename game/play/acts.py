"""Where one act of a story ends and the next begins."""

from __future__ import annotations

from game.play.view import View
from game.story.model import Act, Story


def ended_act(story: Story, before: View, after: View) -> Act | None:
    """The act that ends between two screens of one play, the second following the first.

    None where both are in the same act, or where one of them is in none.
    """
    acts = [story.scenes[view.scene].act for view in (before, after)]
    if None in acts or acts[0] == acts[1]:
        return None
    return next((act for act in story.acts if act.id == acts[0]), None)


def act_of(story: Story, view: View) -> Act | None:
    """The act a screen is in."""
    id_ = story.scenes[view.scene].act
    return next((act for act in story.acts if act.id == id_), None)
