"""`one-out debrief`, as people type it."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.command import environment, one_out
from tests.corpus.written import HOME, write
from tests.debrief.gate import gate

PAGE = """\
A small story: turning points

After 3 choices you came to “Home”.
At the start, 3 of 4 endings were within reach.
No play comes to “The moon”.

Choice 1 of 3

You chose: Burn it.

“The summons” went out of reach. This still led there:
  - Keep the address. (and 1 choice more)
  To play it: --choices smoko/keep,gate/stand

Choice 2 of 3

You chose: Sit down.

“Carried” went out of reach. This still led there:
  - Ask Les. (and 2 choices more)
  To play it: --choices smoko/burn,gate/les,gate/sit,vote/carried
"""


def errands(folder: Path) -> Path:
    """A story with 48 errands, each of which counts at the end: 2**48 states."""
    names = [f"e{n}" for n in range(48)]
    lines = ["variables:\n"]
    lines += [f"  {name}: {{type: flag, start: false, about: Done.}}\n" for name in names]
    lines.append("passages:\n  smoko: {to: p0}\n")
    for p in range(6):
        lines.append(f"  p{p}:\n    choices:\n")
        for name in names[8 * p : 8 * p + 8]:
            effects = f"if: not {name}, effects: [{name} = true]"
            lines.append(f"      {name}: {{text: Do it., {effects}, to: p{p}}}\n")
        lines.append(f"      on: {{text: Go on., to: p{p + 1}}}\n")
    lines.append("  p6:\n    choices:\n      no: {text: Go home., to: home}\n")
    for p in range(6):
        asked = " and ".join(names[8 * p : 8 * p + 8])
        lines.append(f"      c{p}: {{text: Rest., if: {asked}, to: rest}}\n")
    lines.append("  rest:\n    ending: {title: Rest, debrief: All is done.}\n")
    return write(folder, "".join(lines) + HOME)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    gate(tmp_path / "story")
    return tmp_path / "story"


def test_a_play_is_looked_back_on(path: Path, home: Path) -> None:
    done = one_out("debrief", path, "--choices", "2,sit,vote/lost", home=home)
    assert (done.returncode, done.stderr, done.stdout) == (0, "", PAGE)
    for line in PAGE.split("\n"):
        if "--choices" in line:
            played = one_out("play", path, "--choices", line.split()[-1], home=home)
            assert played.returncode == 0
            assert "The end: " in played.stdout


def test_without_choices_it_is_the_play_that_was_saved_last(path: Path, home: Path) -> None:
    done = one_out("debrief", path, home=home)
    assert done.returncode == 2
    assert "has not been played here" in done.stderr
    one_out("play", path, "--terminal", home=home, typed="2\n2\n1\nq\n")
    done = one_out("debrief", path, home=home)
    assert (done.returncode, done.stderr, done.stdout) == (0, "", PAGE)


def test_of_a_save_from_before_the_story_changed_it_takes_what_holds(
    path: Path, home: Path
) -> None:
    one_out("play", path, "--terminal", home=home, typed="2\n2\n1\nq\n")
    text = (path / "story.yaml").read_text("utf-8")
    (path / "story.yaml").write_text(text.replace("sit: {", "stay: {"), "utf-8")
    done = one_out("debrief", path, home=home)
    assert done.returncode == 0
    assert done.stdout.startswith("The story has changed since this was saved.")
    assert "\n1 choice so far, and no ending yet.\n" in done.stdout
    done = one_out("debrief", path, "--json", home=home)
    data = json.loads(done.stdout)
    assert data["choices"] == ["smoko/burn"]
    assert len(data["notices"]) == 1


def test_a_play_in_a_trap_is_told_that_it_is(path: Path, home: Path) -> None:
    text = (path / "story.yaml").read_text("utf-8")
    (path / "story.yaml").write_text(text.replace("Wake up., to: road", "Dream., to: bed"), "utf-8")
    done = one_out("debrief", path, "--choices", "keep,sleep", home=home)
    assert "\nFrom here no ending can be reached any more" in done.stdout
    assert "Still within reach" not in done.stdout


def test_what_is_still_open_is_told(path: Path, home: Path) -> None:
    done = one_out("debrief", path, "--choices", "burn", home=home)
    assert "\n1 choice so far, and no ending yet.\n" in done.stdout
    assert done.stdout.endswith(
        "Still within reach:\n  - “Carried”, 3 choices away\n  - “Home”, 1 choice away\n"
    )


def test_to_a_class_its_votes_are_choices(path: Path, home: Path) -> None:
    words = ("debrief", path, "--choices", "burn,sit,lost", "--votes-open")
    done = one_out(*words, home=home)
    assert "\nChoice 3 of 3\n\nThe vote: Lost.\n\n“Carried” went out of reach." in done.stdout
    assert "  - Carried. (at once)\n" in done.stdout
    assert one_out("debrief", path, "--votes-open", home=home).returncode == 2


def test_the_same_as_json(path: Path, home: Path) -> None:
    done = one_out("debrief", path, "--choices", "2,sit,lost", "--json", home=home)
    data = json.loads(done.stdout)
    assert data["format"] == 1
    assert data["choices"] == ["smoko/burn", "gate/sit", "vote/lost"]
    assert data["within"][0] == ["won", "summons", "home"]
    assert data["within"][-1] == ["home"]
    assert [(one["id"], one["status"]) for one in data["endings"]] == [
        ("won", "lost"),
        ("summons", "lost"),
        ("home", "reached"),
        ("moon", "never"),
    ]
    again = ["smoko/burn", "gate/les", "gate/sit", "vote/carried"]
    assert data["endings"][0]["lost"]["witness"] == again
    assert data["endings"][1]["lost"] == {
        "step": 0,
        "passage": "smoko",
        "scene": "main",
        "chosen": {"id": "smoko/burn", "kind": "choice", "text": "Burn it."},
        "others": [{"id": "smoko/keep", "kind": "choice", "text": "Keep the address.", "away": 1}],
        "witness": ["smoko/keep", "gate/stand"],
    }


def test_a_choice_that_cannot_be_taken_is_named(path: Path, home: Path) -> None:
    done = one_out("debrief", path, "--choices", "burn,carried", home=home)
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.startswith("one-out: Choice 2 cannot be taken: `carried` is not offered")
    # Now asking Les takes a number out of its range.
    text = (path / "story.yaml").read_text("utf-8")
    number = "variables:\n  n: {type: number, from: 0, to: 1, start: 1, about: N.}\n"
    text = text.replace("variables:\n", number).replace("les += 1]", "n += 1]")
    text = text.replace("if: les == with_us", "if: les == with_us and n == 0")
    (path / "story.yaml").write_text(text, "utf-8")
    done = one_out("debrief", path, "--choices", "burn,les", home=home)
    assert done.returncode == 1
    assert "Choice 2 cannot be taken: n would be 2" in done.stderr


def test_of_a_story_with_too_many_states_no_more_is_said_than_is_known(home: Path) -> None:
    done = one_out("debrief", errands(home / "errands"), "--choices", "1,2", home=home)
    assert (done.returncode, done.stderr) == (0, "")
    assert "\n2 choices so far, and no ending yet.\nThis story has too many states" in done.stdout
    assert "out of reach" not in done.stdout


def test_looking_back_again_loads_nothing_of_the_check(path: Path, home: Path) -> None:
    run = (
        "import sys, game.cli; game.cli.main(sys.argv[1:]); sys.stdout.flush();"
        "print('\\n@', *{m for m in sys.modules})"
    )
    command = [sys.executable, "-c", run, "debrief", str(path), "--choices", "2"]

    def loaded() -> set[str]:
        done = subprocess.run(
            command, capture_output=True, cwd=home, env=environment(home), text=True, check=True
        )
        return set(done.stdout.rpartition("@")[2].split())

    heavy = {"yaml", "pydantic", "game.check.foresee", "game.check.pages"}
    assert heavy <= loaded()
    assert not loaded() & heavy


def test_the_whole_debrief_is_written_as_a_page(path: Path, home: Path) -> None:
    file = home / "kept" / "it.html"
    words = ("debrief", path, "--choices", "2,sit,lost", "--page", "kept/it.html")
    done = one_out(*words, home=home)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout == "Wrote kept/it.html: open it in a browser.\n"
    html = file.read_text("utf-8")
    assert html.startswith('<!DOCTYPE html>\n<html lang="en-AU">')
    for said in (
        "<h2>Home</h2>",
        "You walk home.",
        "“Carried” went out of reach.",
        "Ask Les.",
        "Burn it.",
    ):
        assert said in html
    for never in ("The moon", "You carried it.", "It came on Monday."):
        assert never not in html
    assert one_out(*words, home=home).returncode == 0  # whoever names a file may write it anew


def test_the_page_of_a_play_without_an_ending_names_none(path: Path, home: Path) -> None:
    file = home / "it.html"
    assert one_out("debrief", path, "--choices", "2", "--page", file, home=home).returncode == 0
    html = file.read_text("utf-8")
    assert "No ending yet" in html
    for title in ("Carried", "The summons", "Home", "The moon"):
        assert title not in html


def test_a_class_has_a_page_too(path: Path, home: Path) -> None:
    file = home / "it.html"
    words = ("--choices", "burn,sit,carried", "--votes-open", "--page", file)
    assert one_out("debrief", path, *words, home=home).returncode == 0
    assert "The class decided: carried." in file.read_text("utf-8")


def test_a_page_that_cannot_be_written_is_told(path: Path, home: Path) -> None:
    done = one_out("debrief", path, "--choices", "2", "--page", home, home=home)
    assert (done.returncode, done.stdout) == (2, "")
    assert "is a folder" in done.stderr
    (home / "file").write_bytes(b"")
    done = one_out("debrief", path, "--choices", "2", "--page", home / "file" / "it", home=home)
    assert (done.returncode, done.stdout) == (1, "")
    assert "cannot write" in done.stderr
    done = one_out("debrief", path, "--json", "--page", home / "it", home=home)
    assert done.returncode == 2
