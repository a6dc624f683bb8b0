"""What an author declared unreachable, held against what is proved.

Sound, because the check never reads a declaration: every branch is decided as if none stood there,
and the two are compared afterwards. So a declaration can make no proof and hide no way, and what
was not decided stays undecided, declared or not.

It is about the story as it is played. With every vote open a class may go where it likes: that
only a class can get somewhere is what many a declaration says.
"""

from __future__ import annotations

from collections.abc import Mapping

from game.check.findings import Checked, Reached, Unreachable, Verdict
from game.story.branches import declared_unreachable
from game.story.model import Declared, Story


def kept(story: Story, played: Checked) -> Mapping[str, Declared]:
    """The branches declared unreachable that are proved to be so, in the order of the story."""
    meant = declared_unreachable(story)
    return {
        id_: meant[id_]
        for id_, verdict in played.verdicts.items()
        if id_ in meant and isinstance(verdict, Unreachable)
    }


def as_meant(story: Story, verdict: Verdict) -> bool:
    """Whether a branch is proved to be what its author means: reached, or declared never to be."""
    meant = Unreachable if verdict.branch.id in declared_unreachable(story) else Reached
    return isinstance(verdict, meant)


def contradicted(story: Story, played: Checked) -> list[tuple[Declared, list[Reached]]]:
    """The declarations that do not hold, each with the branches of it that can be reached."""
    found: dict[str, tuple[Declared, list[Reached]]] = {}
    for id_, declared in declared_unreachable(story).items():
        verdict = played.verdicts.get(id_)
        if isinstance(verdict, Reached):
            found.setdefault(declared.branch, (declared, []))[1].append(verdict)
    return list(found.values())
