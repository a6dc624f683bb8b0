"""The command line: what is printed where, and with which exit code."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from game import __version__
from game.commands.parser import COMMANDS
from game.story.new import TEMPLATE, new_story
from tests.command import environment, one_out

AUTHORS_ONLY = {"pydantic", "yaml", "jsonschema"}
WINDOW_ONLY = {"pygame"}


def loaded_by(home: Path, *words: str) -> set[str]:
    """The packages that a command has imported when it is done."""
    run = (
        "import sys, game.cli; game.cli.main(sys.argv[1:]); sys.stdout.flush();"
        "print('\\n@', *{m.partition('.')[0] for m in sys.modules})"
    )
    done = subprocess.run(
        [sys.executable, "-c", run, *words],
        stdin=subprocess.DEVNULL,
        capture_output=True,
        cwd=home,
        env=environment(home),
        text=True,
        encoding="utf-8",
        timeout=60,
        check=True,
    )
    return set(done.stdout.rpartition("@")[2].split())


# What a command imports


def test_version_is_printed_and_loads_nothing(home: Path) -> None:
    assert one_out("--version", home=home).stdout == f"one-out {__version__}\n"
    assert not loaded_by(home, "--version") & (AUTHORS_ONLY | WINDOW_ONLY | {"platformdirs"})


def test_playing_a_compiled_story_loads_nothing_of_the_authors_or_the_windows(home: Path) -> None:
    assert "pydantic" in loaded_by(home, "play", str(TEMPLATE), "--terminal")  # compiles it
    loaded = loaded_by(home, "play", str(TEMPLATE), "--terminal")
    assert not loaded & (AUTHORS_ONLY | WINDOW_ONLY)


def test_checking_a_story_loads_no_window(home: Path) -> None:
    assert not loaded_by(home, "validate", str(TEMPLATE)) & WINDOW_ONLY


# Help and wrong usage


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_explains_itself_with_an_example(home: Path, command: str) -> None:
    done = one_out(command, "--help", home=home)
    assert done.returncode == 0
    assert f"example: one-out {command}" in " ".join(done.stdout.split())


def test_the_help_names_every_command_and_exit_code(home: Path) -> None:
    done = one_out("--help", home=home)
    assert all(f"    {command} " in done.stdout for command in COMMANDS)
    assert all(f"\n  {code}  " in done.stdout for code in (0, 1, 2, 130))


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (["plya"], "no command `plya`. Did you mean `play`?"),
        (["xyzzy"], "The commands: play, debrief, stories, new, validate, check, watch,"),
        (["--colour"], "unrecognized arguments: --colour"),
        (["validate"], "the following arguments are required: PATH"),
        (["schema", "scen"], "Did you mean `scene`?"),
        (["play", "--choices", "1"], "`--choices` needs a story"),
        (["play", "no-such-story"], "`no-such-story`"),
        (["play", "a\nb"], "no such story on the shelf"),
        (["play", ""], "no such story on the shelf"),
        (["play", "x" * 5_000], "no such story on the shelf"),
        (["play", "../../etc/passwd"], "no such story on the shelf"),
        (["validate", "nowhere"], "`nowhere`"),
        (["new", "My Story!"], "Perhaps: one-out new my-story"),
        (["new", ".."], "cannot be a story's id"),
        (["new", ""], "cannot be a story's id"),
    ],
)
def test_wrong_usage_is_explained_on_stderr_with_exit_code_2(
    home: Path, words: list[str], says: str
) -> None:
    done = one_out(*words, home=home)
    assert done.returncode == 2
    assert done.stdout == ""
    assert done.stderr.startswith("one-out: ")
    assert says in done.stderr


def test_a_path_without_a_command_is_told_the_command(home: Path) -> None:
    done = one_out(TEMPLATE, home=home)
    assert done.returncode == 2
    assert f"To play it: one-out play {TEMPLATE}" in done.stderr


def test_a_story_nearly_named_is_suggested(home: Path) -> None:
    new_story(home / "stories" / "the-scorch")
    assert "Did you mean `the-scorch`?" in one_out("play", "the-scorhc", home=home).stderr


# Playing with a display, and without


def test_with_a_display_the_story_opens_in_a_window(home: Path) -> None:
    # Whoever plays closes the window as soon as it is there.
    run = (
        "import sys, threading, time, pygame, game.cli\n"
        "def close():\n"
        "    while not pygame.display.get_surface(): time.sleep(0.01)\n"
        "    while 'Scorch' not in pygame.display.get_caption()[0]: time.sleep(0.01)\n"
        "    print(pygame.display.get_caption()[0], flush=True)\n"
        "    pygame.event.post(pygame.event.Event(pygame.QUIT))\n"
        "threading.Thread(target=close, daemon=True).start()\n"
        "sys.exit(game.cli.main(sys.argv[1:]))"
    )
    done = subprocess.run(
        [sys.executable, "-c", run, "play", str(TEMPLATE)],
        capture_output=True,
        cwd=home,
        env=environment(home, SDL_VIDEODRIVER="dummy", PYGAME_HIDE_SUPPORT_PROMPT="1"),
        text=True,
        timeout=60,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert "The Scorch" in done.stdout


def test_without_a_display_the_story_is_played_in_the_terminal(home: Path) -> None:
    done = one_out("play", TEMPLATE, home=home)
    assert done.returncode == 0
    assert "Playing in the terminal: there is no display" in done.stdout
    assert "The sheet comes off the roller" in done.stdout


def test_alone_the_command_lets_the_player_choose_a_story(home: Path) -> None:
    for name in ("first-of-mine", "second-of-mine"):
        new_story(home / "stories" / name)
    done = one_out("--terminal", home=home, typed="second-of-mine\n")
    assert "First of mine. Leeds, 1934" in done.stdout
    assert "The sheet comes off the roller" in done.stdout


def test_a_flag_counts_before_the_command_too(home: Path) -> None:
    done = one_out("--terminal", "play", TEMPLATE, home=home, DISPLAY=":nowhere")
    assert "Playing in the terminal" not in done.stdout
    assert "The sheet comes off the roller" in done.stdout


# Transcripts


@pytest.mark.parametrize(
    "choices", ["2,1,1", "look, tell_dora, carried", "sheet/look,stairs/tell_dora,yard/carried"]
)
def test_choices_are_played_by_number_id_or_end_of_id(home: Path, choices: str) -> None:
    done = one_out("play", TEMPLATE, "--choices", choices, home=home)
    assert (done.returncode, done.stderr) == (0, "")
    assert "> Tell Dora what is under the cover." in done.stdout
    assert "The end: Two hours" in done.stdout


def test_without_any_choice_the_first_screen_is_printed(home: Path) -> None:
    done = one_out("play", TEMPLATE, "--choices", "", home=home)
    assert done.returncode == 0
    assert " 3. Finish the shirts." in done.stdout


@pytest.mark.parametrize(
    ("choices", "says"),
    [
        ("7", "Choice 1 cannot be taken: there is no number 7 here. These are: 1, sheet/give"),
        ("1,dance", "Choice 2 cannot be taken: `dance` is not offered here. These are: 1, stairs"),
        ("1,tell_dora", "`tell_dora` is locked here: You haven\u2019t looked."),
        ("2,1,1,1", "Choice 4 cannot be taken: there is no number 1 here. The story has ended."),
    ],
)
def test_a_choice_that_cannot_be_taken_is_a_problem_and_says_what_can(
    home: Path, choices: str, says: str
) -> None:
    done = one_out("play", TEMPLATE, "--choices", choices, home=home)
    assert done.returncode == 1
    assert says in done.stderr
    assert "The sheet comes off the roller" in done.stdout


def test_a_transcript_leaves_the_saves_alone(home: Path) -> None:
    one_out("play", TEMPLATE, "--terminal", home=home, typed="1\n")
    save = home / "saves" / "the-scorch" / "autosave.json"
    before = save.read_bytes()
    one_out("play", TEMPLATE, "--choices", "2,1", home=home)
    assert save.read_bytes() == before


def test_a_story_with_problems_is_not_played_and_shows_them(home: Path) -> None:
    new_story(home / "mine")
    head = home / "mine" / "story.yaml"
    head.write_text(head.read_text("utf-8").replace("start: sheet", "start: shete"), "utf-8")
    done = one_out("play", "mine", "--terminal", home=home)
    assert done.returncode == 1
    assert done.stdout == ""
    assert "Did you mean `sheet`?" in done.stderr
    assert "1 problem in 1 file." in done.stderr


# Checking


def test_a_good_story_is_summed_up_in_one_line(home: Path) -> None:
    done = one_out("validate", TEMPLATE, home=home)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith("The Scorch: 3 scenes, 8 passages, 6 choices, 2 endings, ")
    assert done.stdout.endswith(" words. No problems.\n")


@pytest.fixture
def broken(home: Path) -> Path:
    new_story(home / "broken")
    for file, old, new in (
        ("story.yaml", "year: 1934", "year: soon"),
        ("story.yaml", "reading_age: 11", "reading_aeg: 11"),
        ("scenes/3-yard.yaml", "title: The yard", "titel: The yard"),
    ):
        path = home / "broken" / file
        path.write_text(path.read_text("utf-8").replace(old, new), "utf-8")
    return home / "broken"


def test_every_problem_is_listed_and_counted(home: Path, broken: Path) -> None:
    done = one_out("validate", broken, home=home)
    assert (done.returncode, done.stderr) == (1, "")
    assert "year: soon" in done.stdout
    assert "reading_aeg" in done.stdout
    assert "titel" in done.stdout
    assert done.stdout.splitlines()[-1].endswith("in 2 files.")


def test_problems_come_as_json_for_editors(home: Path, broken: Path) -> None:
    done = one_out("validate", broken, TEMPLATE, "--json", home=home)
    assert (done.returncode, done.stderr) == (1, "")
    bad, good = json.loads(done.stdout)["stories"]
    assert {"code", "file", "line", "column", "length", "message", "mend"} <= bad["problems"][
        0
    ].keys()
    assert (good["id"], good["size"]["endings"], good["problems"]) == ("the-scorch", 2, [])


@pytest.mark.parametrize("kind", ["story", "scene", "part", None])
def test_the_schema_is_json(home: Path, kind: str | None) -> None:
    done = one_out("schema", *([kind] if kind else []), home=home)
    assert (done.returncode, done.stderr) == (0, "")
    assert json.loads(done.stdout)["$schema"].startswith("https://json-schema.org/")


# The shelf


def test_stories_lists_the_players_own(home: Path) -> None:
    new_story(home / "stories" / "my-own")
    done = one_out("stories", home=home)
    assert (done.returncode, done.stderr) == (0, "")
    assert "my-own: My own\n  Leeds, 1934. About 4 minutes.\n" in done.stdout


def test_a_broken_story_is_listed_as_broken_beside_the_others(home: Path) -> None:
    new_story(home / "stories" / "whole")
    (home / "stories" / "half.yaml").write_text("format: 1\n", "utf-8")
    done = one_out("stories", home=home)
    assert done.returncode == 0
    assert "half: cannot be played" in done.stdout
    assert "whole: Whole" in done.stdout
    listed = {s["id"]: s for s in json.loads(one_out("stories", "--json", home=home).stdout)}
    assert listed["half"]["problem"]
    assert listed["whole"]["problem"] is None


def test_a_story_on_the_shelf_is_found_by_its_id_whatever_its_file_is_called(home: Path) -> None:
    new_story(home / "stories" / "my-own")
    (home / "stories" / "my-own").rename(home / "stories" / "draft 7")
    assert one_out("play", "my-own", "--choices", "1", home=home).returncode == 0
