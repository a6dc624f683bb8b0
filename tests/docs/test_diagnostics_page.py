"""docs/diagnostics.md has every diagnostic, with an example and exactly what is printed for it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from game.story.diagnostics import TABLE
from tests.docs.pages import DOCS, Block, blocks, write
from tests.docs.reports import reports

TEXT = (DOCS / "diagnostics.md").read_text("utf-8")
BASE, *REST = blocks(TEXT)
EXAMPLES = list(zip(REST[::2], REST[1::2], strict=True))
"""Each example, and the report shown below it."""

CODE = re.compile(r"[A-Z]\d\d")


def code_of(heading: str) -> str:
    found = CODE.match(heading)
    return found.group() if found else ""


def printed(example: Block, folder: Path) -> str:
    """What the program says about the page's small story with this example in it."""
    write(BASE, folder)
    folder.joinpath("example.yaml").write_text("notes: {}\n", "utf-8")
    write(example, folder)
    return "\n\n".join(map(str, reports(folder)))


@pytest.mark.parametrize(
    ("example", "shown"),
    [
        pytest.param(*pair, id=f"{code_of(pair[0].heading)}-line-{pair[0].line}")
        for pair in EXAMPLES
    ],
)
def test_the_report_shown_is_the_report_printed(
    example: Block, shown: Block, tmp_path: Path
) -> None:
    assert printed(example, tmp_path) == shown.text.rstrip("\n")


@pytest.mark.parametrize(
    ("example", "shown"), [pytest.param(*pair, id=f"line-{pair[0].line}") for pair in EXAMPLES]
)
def test_an_example_shows_the_diagnostic_it_stands_under(
    example: Block, shown: Block, tmp_path: Path
) -> None:
    printed(example, tmp_path)
    assert {found.code for found in reports(tmp_path)} == {code_of(example.heading)}
    assert example.heading == shown.heading


def test_the_small_story_of_the_page_has_no_problems(tmp_path: Path) -> None:
    write(BASE, tmp_path)
    tmp_path.joinpath("example.yaml").write_text("notes: {}\n", "utf-8")
    assert reports(tmp_path) == ()


def test_every_diagnostic_has_a_heading_in_the_order_of_the_table() -> None:
    headings = [code_of(line[3:]) for line in TEXT.split("\n") if line.startswith("## ")]
    assert [code for code in headings if code] == list(TABLE)


def test_every_diagnostic_has_an_example() -> None:
    assert {code_of(example.heading) for example, _ in EXAMPLES} == set(TABLE)


def test_a_link_with_a_code_leads_to_its_heading() -> None:
    for code in TABLE:
        assert f'<a id="{code.lower()}"></a>\n## {code}: ' in TEXT
