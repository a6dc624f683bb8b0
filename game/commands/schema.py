"""`one-out schema`: what editors need to complete and check story files."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, cast

from game.commands import OK, USAGE, RefusedError
from game.story.diagnostics import near
from game.terminal.paper import Paper

if TYPE_CHECKING:
    from game.story.schema import Kind

KINDS = ("story", "scene", "part")


def run(out: Paper, kind: str | None) -> int:
    """Print the schema of one kind of file, or of any."""
    if kind is not None and kind not in KINDS:
        raise RefusedError(
            f"there is no kind of file `{kind}`. {near(kind, KINDS)}The kinds: {', '.join(KINDS)}.",
            USAGE,
        )
    from game.story.schema import schema

    out.line(json.dumps(schema(cast("Kind | None", kind)), indent=2, ensure_ascii=False))
    return OK
