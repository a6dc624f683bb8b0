"""docs/writing-a-story.md is true: its stories load and play, its commands print what it shows."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from game.play.playthrough import Playthrough
from game.play.program import Program
from game.story.diagnostics import Problems
from game.story.load import load_story
from game.story.schema import schema
from game.story.tree import read_tree
from game.terminal.picking import pick
from tests.command import one_out
from tests.docs.pages import DOCS, blocks, commands, matches, put, write
from tests.docs.reports import reports

TEXT = (DOCS / "writing-a-story.md").read_text("utf-8")
PAGE = list(blocks(TEXT))
STEPS = [
    pytest.param(n, id=f"line-{block.line}-{block.kind}-{block.said or block.heading}")
    for n, block in enumerate(PAGE)
]


@pytest.mark.parametrize("number", STEPS)
def test_each_step_of_the_handbook_does_what_it_says(number: int, tmp_path: Path) -> None:
    folder = tmp_path / "typed along"
    folder.mkdir()
    typed_along(number, folder, tmp_path)
    block = PAGE[number]
    story = folder / current_story(number)
    if block.kind == "play":
        plays(story, block.said)
    elif block.kind == "console":
        for command, shown in commands(block.text):
            printed = run(command, folder, tmp_path)
            assert matches(printed, shown), f"{command} prints:\n{printed}"
    elif block.kind == "wrong":
        found = [diagnostic.code for diagnostic in reports(story)]
        assert found == [part for part in block.more if re.fullmatch(r"[A-Z]\d\d", part)]
    elif "and the next" not in block.more:
        assert reports(story) == ()


def test_every_example_of_the_handbook_is_checked() -> None:
    assert {block.kind for block in PAGE} == {"story", "into", "wrong", "play", "console"}


ROWS = [
    re.split(r"(?<!\\) \| ", row) for row in re.findall(r"(?m)^\| (`(?:text|edie): .*) \|$", TEXT)
]
TRAPS = [trap.split("`")[1] for trap, _, _ in ROWS]
CURES = [cure.split("`")[1] for _, _, cure in ROWS]


def with_line(line: str, folder: Path) -> Path:
    """The story as it is before the flow, with this line in it: a passage's text, or a person."""
    flow = next(n for n, block in enumerate(PAGE) if block.text.startswith("flows:"))
    typed_along(max(n for n in range(flow) if PAGE[n].kind == "into"), folder, folder)
    story = folder / "kettle.yaml"
    text = story.read_text("utf-8")
    part = f"people:\n  {line}\n" if line.startswith("edie") else ""
    part = part or f"passages:\n  trap:\n    {line}\n    to: urn\n"
    story.write_text(put(text, part), "utf-8")
    return story


def test_the_table_of_traps_is_read() -> None:
    assert len(ROWS) == 6


@pytest.mark.parametrize("line", TRAPS)
def test_what_is_said_to_bite_bites(line: str, tmp_path: Path) -> None:
    story = with_line(line, tmp_path)
    if "#" in line:
        assert load_story(story).passages["trap"].paragraphs[0].text == ("Urn",)
    else:
        assert reports(story)


@pytest.mark.parametrize("line", CURES)
def test_what_is_said_to_help_helps(line: str, tmp_path: Path) -> None:
    assert reports(with_line(line, tmp_path)) == ()


def test_the_schema_takes_the_story_of_the_handbook(tmp_path: Path) -> None:
    typed_along(len(PAGE) - 1, tmp_path, tmp_path)
    validator = Draft202012Validator(schema())
    files = sorted(tmp_path.joinpath("kettle").rglob("*.yaml"))
    assert len(files) == 3
    for file in files:
        tree = read_tree(file.read_bytes(), file.name, Problems())
        assert tree is not None
        validator.validate(tree.data)


def typed_along(number: int, folder: Path, home: Path) -> None:
    """Do what somebody has done who has followed the page as far as this step, and this step."""
    wrong: tuple[Path, bytes] | None = None
    for block in PAGE[: number + 1]:
        if block.kind in ("story", "into", "wrong"):
            if wrong is not None:
                wrong[0].write_bytes(wrong[1])
                wrong = None
            if block.kind == "wrong":
                path = folder / block.file
                wrong = path, path.read_bytes()
            write(block, folder)
        elif block.kind == "console":
            for command, _ in commands(block.text):
                if block is not PAGE[number] and (" new " in command or ">" in command):
                    run(command, folder, home)


def current_story(number: int) -> str:
    """The story that the page is at: a file, or the folder it lies in."""
    files = [b.file for b in PAGE[: number + 1] if b.kind in ("story", "into", "wrong")]
    return files[-1].split("/")[0] if files else ""


def plays(story: Path, said: str) -> None:
    choices, words = said.split("->")
    play = Playthrough(Program(load_story(story)))
    for choice in filter(None, map(str.strip, choices.split(","))):
        play.choose(pick(play.view, choice).id)
    view = play.view
    shown = "\n".join(line.text for line in view.lines) + (view.ending.title if view.ending else "")
    assert words.strip() in shown


def run(command: str, folder: Path, home: Path) -> str:
    """What a command prints, to both streams."""
    command, _, file = command.partition(">")
    name, *words = shlex.split(command)
    assert name == "one-out"
    done = one_out(*words, home=home / "kept", at=folder)
    # 1 is how `validate` says that there are reports
    assert done.returncode == 0 or (words[0] == "validate" and done.returncode == 1), done.stderr
    if file:
        (folder / file.strip()).write_text(done.stdout, "utf-8")
        return done.stderr
    return done.stdout + done.stderr
