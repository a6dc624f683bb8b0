"""Writes into the pages of docs/ what the program prints now: `python -m tests.docs.renew`.

For when a message has been reworded. Read the difference before you keep it: the tests compare the
pages with the program, so after this they agree, whether or not what they say makes sense.
"""

from __future__ import annotations

import tempfile
from pathlib import Path

from tests.docs import test_diagnostics_page, test_handbook
from tests.docs.pages import DOCS, commands


def handbook() -> None:
    """Fill in the consoles of the handbook. One with a line `...` is left as it is."""
    page = DOCS / "writing-a-story.md"
    text = page.read_text("utf-8")
    for number, block in enumerate(test_handbook.PAGE):
        if block.kind != "console" or "\n...\n" in block.text:
            continue
        with tempfile.TemporaryDirectory() as scratch:
            folder = Path(scratch, "typed along")
            folder.mkdir()
            test_handbook.typed_along(number, folder, Path(scratch))
            now = "".join(
                f"$ {command}\n{test_handbook.run(command, folder, Path(scratch))}"
                for command, _ in commands(block.text)
            )
        text = text.replace(f"```console\n{block.text}```", f"```console\n{now}```", 1)
    page.write_text(text, "utf-8")


def diagnostics() -> None:
    """Fill in the reports of the page of diagnostics."""
    page = DOCS / "diagnostics.md"
    lines = page.read_text("utf-8").split("\n")
    for block, shown in reversed(test_diagnostics_page.EXAMPLES):
        with tempfile.TemporaryDirectory() as scratch:
            now = test_diagnostics_page.printed(block, Path(scratch))
        start = shown.line
        lines[start : start + shown.text.count("\n")] = now.split("\n")
    page.write_text("\n".join(lines), "utf-8")


if __name__ == "__main__":
    handbook()
    diagnostics()
