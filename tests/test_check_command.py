"""`one-out check` and `map`, as people type them."""

from __future__ import annotations

import io
import json
import os
import re
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from game.check import report
from game.check.authors import AuthorsFiles
from game.check.check import check
from game.check.findings import Oddity
from game.check.report import Findings
from game.commands.check import print_page
from game.commands.progress import Progress, wipe
from game.story.load import load_story
from game.story.model import Place
from game.story.new import TEMPLATE, new_story
from game.terminal.paper import Paper
from tests.check.troubled import declared, troubled
from tests.command import ONE_OUT, environment, one_out

# A story with far more states than can be counted in a test's time.
LARGE = """\
format: 1
id: large
title: Large
language: en-AU
year: 1938
place: Port Kembla
summary: A story that takes a while.
start: p0
player: {name: Ilija, about: You load ships.}
reading_age: 12
minutes: 1
content_notes: {}
credits: [{role: Words, who: Nobody}]
"""


def large(folder: Path) -> Path:
    """The file of a story in which 26 numbers turn each other on, and only their sum counts."""
    names = [f"n{n}" for n in range(26)]
    lines = [LARGE, "variables:\n"]
    lines += [f"  {n}: {{type: number, from: 0, to: 9, start: 0, about: N.}}\n" for n in names]
    lines.append("passages:\n")
    for n in range(3):
        lines.append(f"  p{n}:\n    choices:\n")
        for k in range(8):
            effect = f"n{k} = up_to(9, n{k} + n{k + 1} + 1)"
            lines.append(f"      c{k}: {{text: Turn., effects: ['{effect}'], to: p{k % 3}}}\n")
        lines.append(f"      go: {{text: Go., if: {' + '.join(names)} == 71, to: home}}\n")
    lines.append("  home:\n    ending: {title: Home, debrief: You walk home.}\n")
    path = folder / "large.yaml"
    path.write_text("".join(lines), "utf-8")
    return path


# check


def test_a_sound_story_is_proved_sound_with_exit_code_0(home: Path) -> None:
    done = one_out("check", TEMPLATE, home=home)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith("The Scorch: no problems.\n\nEvery one of ")
    assert "With every vote open (where a class decides the votes): the same." in done.stdout


def test_a_story_without_changes_is_not_checked_again(home: Path) -> None:
    one_out("check", TEMPLATE, home=home)
    assert (
        "Nothing has changed since the last check" in one_out("check", TEMPLATE, home=home).stdout
    )


def test_checking_an_unchanged_story_loads_nothing_of_the_authors(home: Path) -> None:
    run = (
        "import sys, game.cli; game.cli.main(sys.argv[1:]); sys.stdout.flush();"
        "print('\\n@', *{m for m in sys.modules})"
    )
    command = [sys.executable, "-c", run, "check", str(TEMPLATE)]

    def loaded() -> set[str]:
        done = subprocess.run(
            command, capture_output=True, cwd=home, env=environment(home), text=True, check=True
        )
        return set(done.stdout.rpartition("@")[2].split())

    assert {"pydantic", "yaml", "game.check.check"} <= loaded()
    assert not loaded() & {"pydantic", "yaml", "game.check.check"}


def test_problems_come_first_with_the_authors_line_and_exit_code_1(home: Path) -> None:
    done = one_out("check", troubled(home), home=home)
    assert (done.returncode, done.stderr) == (1, "")
    assert done.stdout.startswith(
        "troubled.yaml:31:13: unreachable: choice yard/tell\n"
        "  31 |         if: trust >= 3 and told\n"
        "     |             ^^^^^^^^^^"
    )
    assert "  The nearest play, 1 choice:\n    1. yard: Help Dora.\n" in done.stdout
    assert "  The way there, 1 choice:\n    1. yard: Wait by the wall.\n" in done.stdout
    assert "\nTrouble at the mangle: 7 problems.\n" in done.stdout
    assert "18 of 30 branches can be reached, 12 cannot" in done.stdout


def test_the_way_there_can_be_played(home: Path) -> None:
    path = troubled(home)
    printed = one_out("check", path, home=home).stdout
    for choices in re.findall(r"To play it: --choices (\S+)", printed):
        played = one_out("play", path, "--choices", choices, home=home)
        assert "is not offered here" not in played.stderr


def test_a_way_that_only_a_class_can_take_is_called_so(home: Path) -> None:
    path = troubled(home)
    ending = "    ending: {title: No guard, debrief: The mangle had its way.}\n"
    assert ending in path.read_text("utf-8")
    loop = "    choices: {stay: {text: Stay., to: beaten}}\n"
    path.write_text(path.read_text("utf-8").replace(ending, loop), "utf-8")
    printed = one_out("check", path, home=home).stdout
    assert "trap: from beaten no ending can be reached, where a class decides" in printed
    assert "  Only a class can play it: --choices yard/meet,vote/lost\n" in printed
    assert "  To play it: --choices yard/wait\n" in printed


def test_a_story_that_cannot_be_read_is_told_its_diagnostics(home: Path) -> None:
    path = troubled(home)
    path.write_text(path.read_text("utf-8").replace("start: yard", "start: yrad"), "utf-8")
    done = one_out("check", path, home=home)
    assert (done.returncode, done.stdout) == (1, "")
    assert "Did you mean `yard`?" in done.stderr


def test_a_story_that_cannot_be_read_is_data_for_other_programs(home: Path) -> None:
    path = troubled(home)
    path.write_text(path.read_text("utf-8").replace("start: yard", "start: yrad"), "utf-8")
    done = one_out("check", path, "--json", home=home)
    assert (done.returncode, done.stderr) == (1, "")
    (story,) = json.loads(done.stdout)["stories"]
    assert story["as_played"] is None
    (problem,) = story["problems"]
    assert (problem["code"], problem["file"], problem["line"]) == ("N01", "troubled.yaml", 8)


def test_one_story_that_cannot_be_read_leaves_the_others_to_be_checked(home: Path) -> None:
    shelf = home / "stories"
    shelf.mkdir()
    (shelf / "broken.yaml").write_text("format: 1\nid: broken\ntitle: a: b\n", "utf-8")
    new_story(shelf / "works")
    done = one_out("check", home=home)
    assert (done.returncode, done.stderr) == (1, "")
    said = f"\n{shelf / 'broken.yaml'}: this story has problems.\n\nbroken.yaml:3:9: Y03 "
    assert "Works: no problems." in done.stdout.partition(said)[2]
    stories = json.loads(one_out("check", "--json", home=home).stdout)["stories"]
    assert [story["id"] for story in stories] == ["south-coast", None, "works"]


def test_a_way_is_printed_on_one_line_so_that_it_can_be_copied(home: Path) -> None:
    path, help_ = troubled(home), f"help{'_and_help' * 4}"
    text = path.read_text("utf-8").replace("      help:", f"      {help_}:")
    path.write_text(text, "utf-8")
    printed = one_out("check", path, "--shape", home=home).stdout
    assert f"  To play it: --choices yard/{help_},yard/{help_}\n" in printed


def test_the_story_of_this_folder_is_checked_where_none_is_named(home: Path) -> None:
    new_story(home / "mine")
    done = one_out("check", home=home, at=home / "mine")
    assert done.stdout.startswith("Mine: no problems.")


def test_problems_come_as_json_for_other_programs(home: Path) -> None:
    done = one_out("check", troubled(home), "--json", home=home)
    assert (done.returncode, done.stderr) == (1, "")
    (story,) = json.loads(done.stdout)["stories"]
    assert {problem["code"] for problem in story["problems"]} == {
        "unreachable",
        "trap",
        "stuck",
        "range",
    }
    assert len(story["as_played"]["branches"]) == 30


def test_one_branch_is_explained_with_a_transcript(home: Path) -> None:
    done = one_out("check", TEMPLATE, "--explain", "stairs/tell_dora", home=home)
    assert (done.returncode, done.stderr) == (0, "")
    assert "Choice stairs/tell_dora can be reached, after 2 choices." in done.stdout
    assert "   > Tell Dora what is under the cover.  [stairs/tell_dora]" in done.stdout


def test_one_branch_comes_as_json_too(home: Path) -> None:
    done = one_out("check", troubled(home), "--explain", "beaten", "--json", home=home)
    data = json.loads(done.stdout)
    assert (done.returncode, data["as_played"]["verdict"]) == (1, "unreachable")
    assert data["votes_open"]["witness"] == ["yard/meet", "vote/lost"]


def test_one_branch_that_cannot_be_reached_is_explained_with_its_reason(home: Path) -> None:
    done = one_out("check", troubled(home), "--explain", "told_her", home=home)
    assert (done.returncode, done.stderr) == (1, "")
    assert "Passage told_her cannot be reached." in done.stdout
    assert "troubled.yaml:31:13: because: " in done.stdout
    # The code is the branch's, not the story's.
    assert one_out("check", troubled(home), "--explain", "wall", home=home).returncode == 0


def test_what_is_declared_unreachable_is_explained_with_both_reasons(home: Path) -> None:
    path = declared(home, "door/push: He has no key")
    done = one_out("check", path, "--explain", "door/push", home=home)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith("troubled.yaml:57:7: choice: door/push\n")
    _, said = done.stdout.split("Choice door/push cannot be reached. It is declared so.\n\n")
    assert said.startswith(
        "troubled.yaml:22:3: declared: He has no key.\n"
        "  22 |   door/push: He has no key\n"
        "     |   ^^^^^^^^^\n\n"
        "troubled.yaml:57:31: because: needs told, and here told is always false\n"
    )


def test_what_is_declared_and_reached_is_a_problem_with_the_authors_line(home: Path) -> None:
    path = declared(home, "wall/stay: Nobody stays.")
    done = one_out("check", path, home=home)
    assert done.returncode == 1
    assert (
        "troubled.yaml:22:3: reachable: choice wall/stay is declared unreachable, and it can be "
        "reached\n"
        "  22 |   wall/stay: Nobody stays.\n"
        "     |   ^^^^^^^^^\n"
        '  The reason given: "Nobody stays."\n'
        "  The way there, 2 choices:\n"
        "    1. yard: Wait by the wall.\n"
        "    2. wall: Stay.\n"
    ) in done.stdout
    assert "Trouble at the mangle: 8 problems." in done.stdout
    assert one_out("check", path, "--explain", "wall/stay", home=home).returncode == 1
    data = json.loads(one_out("check", path, "--explain", "wall/stay", "--json", home=home).stdout)
    assert data["as_played"]["declared_unreachable"]["reason"] == "Nobody stays."


def test_a_changed_declaration_is_seen_at_once(home: Path) -> None:
    path = declared(home, "door/push: He has no key.")
    assert "1 is declared unreachable, and it is." in one_out("check", path, home=home).stdout
    troubled(home)
    assert "declared" not in one_out("check", path, home=home).stdout


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (["check", "nowhere"], "`nowhere`"),
        (["check", str(TEMPLATE), "--explain", "stairs/tell_dorra"], "`stairs/tell_dora`?"),
        (["watch"], "the following arguments are required: STORY"),
        (["watch", "nowhere"], "`nowhere`"),
        (["map", "nowhere"], "`nowhere`"),
        (["map", str(TEMPLATE), "-o", "."], "is a folder: name the file"),
    ],
)
def test_wrong_usage_is_explained_with_exit_code_2(home: Path, words: list[str], says: str) -> None:
    done = one_out(*words, home=home)
    assert (done.returncode, done.stdout) == (2, "")
    assert says in done.stderr


def test_words_are_counted_when_asked_for_and_remembered(home: Path) -> None:
    assert "To read" not in one_out("check", TEMPLATE, home=home).stdout
    assert (
        "To read: the shortest route has" in one_out("check", TEMPLATE, "--words", home=home).stdout
    )
    assert "To read: the shortest route has" in one_out("check", TEMPLATE, home=home).stdout


def test_the_shape_is_told_when_asked_for(home: Path) -> None:
    new_story(home / "mine")
    told = one_out("check", "mine", "--shape", home=home)
    assert told.returncode == 0
    assert "\nShape\n" in told.stdout
    assert "To play it: --choices" in told.stdout
    assert "Shape" not in one_out("check", "mine", home=home).stdout
    (data,) = json.loads(one_out("check", "mine", "--shape", "--json", home=home).stdout)["stories"]
    assert data["shape"]["statements"][0]["about"] == "together"


if sys.platform != "win32":  # which has no such signal to send

    def test_ctrl_c_leaves_a_part_of_a_report_marked_as_such(home: Path) -> None:
        screen, theirs = os.openpty()
        with subprocess.Popen(
            [*ONE_OUT, "check", str(large(home))],
            cwd=home,
            env=environment(home),
            stdout=subprocess.PIPE,
            stderr=theirs,
            text=True,
        ) as running:
            os.close(theirs)
            said = os.read(screen, 1000).decode()  # the bar: so the search has begun
            running.send_signal(signal.SIGINT)
            out, _ = running.communicate(timeout=60)
        said += os.read(screen, 1000).decode()
        os.close(screen)
        assert "[" in said
        assert "Traceback" not in said
        assert running.returncode == 130
        assert "This is part of a report: the check was stopped." in out
        assert "undecided: " in out
        assert not list((home / "cache").glob("*.check"))


def test_a_short_page_has_neither_ways_nor_oddities_nor_proofs(tmp_path: Path) -> None:
    path = troubled(tmp_path)
    made = load_story(path)
    odd = Oddity("always-true", "it always holds", Place("troubled.yaml", 31, 13))
    printed = report.page(Findings(made, check(made)._replace(oddities=(odd,)), None, 0.1))
    pages = []
    for short in (False, True):
        stream = io.StringIO()
        print_page(Paper(stream), printed, AuthorsFiles(path), short=short)
        pages.append(stream.getvalue())
    for words in ("The way there", "Worth a look", "branches can be reached"):
        assert [words in page for page in pages] == [True, False], words
    assert all("Trouble at the mangle: 7 problems." in page for page in pages)


# The bar


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_a_bar_shows_on_a_terminal_and_is_taken_away() -> None:
    stream = Terminal()
    bar = Progress(stream, patience=0)
    bar(0.5, "looking everywhere")
    assert stream.getvalue() == "\r[############............] looking everywhere"
    bar.clear()
    assert stream.getvalue().endswith(f"\r{' ' * 45}\r")


@pytest.mark.parametrize("columns", [12, 40])
def test_a_bar_keeps_to_one_line_of_a_narrow_terminal(
    columns: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", str(columns))
    stream = Terminal()
    Progress(stream, patience=0)(0.5, "looking for each branch")
    assert 0 < len(stream.getvalue().removeprefix("\r")) < columns
    assert "looking" in stream.getvalue()


def test_a_bar_that_an_ended_process_left_is_taken_away(monkeypatch: pytest.MonkeyPatch) -> None:
    stream = Terminal()
    monkeypatch.setattr(sys, "stderr", stream)
    Progress(patience=0)(0.5, "looking everywhere, and " * 9)
    shown = len(stream.getvalue()) - 1
    wipe()
    assert stream.getvalue()[shown + 1 :] == f"\r{' ' * shown}\r"


@pytest.mark.parametrize(("stream", "patience"), [(Terminal(), 60.0), (io.StringIO(), 0.0)])
def test_no_bar_shows_at_once_or_where_nobody_looks(stream: io.StringIO, patience: float) -> None:
    bar = Progress(stream, patience=patience)
    bar(0.5, "looking everywhere")
    bar.clear()
    assert stream.getvalue() == ""


# map


def test_a_map_is_drawn_into_a_file(home: Path) -> None:
    done = one_out("map", TEMPLATE, "-o", home / "drawn" / "map.svg", home=home)
    assert (done.returncode, done.stderr) == (0, "")
    drawn = (home / "drawn" / "map.svg").read_text("utf-8")
    assert drawn.startswith('<svg xmlns="http://www.w3.org/2000/svg" ')
    assert "Every branch can be reached." in drawn


def test_a_map_is_named_for_its_story_and_can_be_plain(home: Path) -> None:
    one_out("map", troubled(home), "--plain", home=home)
    assert 'class="badge"' not in (home / "troubled.svg").read_text("utf-8")
    one_out("map", troubled(home), home=home)
    assert 'class="badge"' in (home / "troubled.svg").read_text("utf-8")


def test_a_map_that_cannot_be_written_is_a_problem(home: Path) -> None:
    (home / "file").write_bytes(b"")
    done = one_out("map", TEMPLATE, "-o", home / "file" / "map.svg", home=home)
    assert done.returncode == 1
    assert "cannot write" in done.stderr
