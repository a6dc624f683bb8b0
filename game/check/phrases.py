"""Words that several pages of the check share."""

from __future__ import annotations

from collections.abc import Sequence

OPEN = "where a class decides the votes"

CUT_SHORT = "the check was stopped before this was decided"

WITH_IT, WITH_ONE = "With it go", "With it goes"


def also(words: str, lead: str, others: Sequence[str]) -> str:
    """`words`, and below `lead` the first few of `others`."""
    if not others:
        return words
    lead = WITH_ONE if len(others) == 1 and lead == WITH_IT else lead
    shown = ", ".join(others[:6])
    more = f" and {len(others) - 6:,} more" if len(others) > 6 else ""
    return f"{words} {lead}: {shown}{more}."


def sentence(words: str) -> str:
    """Words with a capital and an end."""
    start = words[:1].upper() + words[1:]
    return start if start.endswith((".", "!", "?")) else f"{start}."
