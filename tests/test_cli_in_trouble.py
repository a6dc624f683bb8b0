"""The command line where the world is against it: full disks, closed pipes, poor terminals."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from game.story.new import TEMPLATE
from tests.command import ONE_OUT, environment, one_out


def test_a_reader_who_leaves_early_is_no_trouble(home: Path) -> None:
    with subprocess.Popen(
        [*ONE_OUT, "schema"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        cwd=home,
        env=environment(home),
    ) as command:
        assert command.stdout is not None
        assert command.stderr is not None
        command.stdout.readline()
        command.stdout.close()
        assert command.stderr.read() == b""
        assert command.wait(30) == 0


@pytest.mark.parametrize("unbuffered", ["", "1"])
@pytest.mark.parametrize("words", [["--help"], ["stories"], ["play", str(TEMPLATE), "--terminal"]])
def test_a_reader_who_is_not_there_is_no_trouble(
    home: Path, words: list[str], unbuffered: str
) -> None:
    ours, theirs = os.pipe()
    os.close(ours)
    try:
        done = subprocess.run(
            [*ONE_OUT, *words],
            stdin=subprocess.DEVNULL,
            stdout=theirs,
            stderr=subprocess.PIPE,
            cwd=home,
            env=environment(home, PYTHONUNBUFFERED=unbuffered),
            timeout=60,
            check=False,
        )
    finally:
        os.close(theirs)
    assert (done.returncode, done.stderr) == (0, b"")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="a disk that is full is Linux's to lend")
@pytest.mark.parametrize("unbuffered", ["", "1"])
@pytest.mark.parametrize("words", [["--version"], ["play", "--help"], ["stories"], ["schema"]])
def test_a_full_disk_is_told(home: Path, words: list[str], unbuffered: str) -> None:
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            [*ONE_OUT, *words],
            stdout=full,
            stderr=subprocess.PIPE,
            cwd=home,
            env=environment(home, PYTHONUNBUFFERED=unbuffered),
            timeout=60,
            check=False,
        )
    assert (done.returncode, done.stderr) == (1, b"one-out: No space left on device\n")


def test_a_terminal_without_the_letters_gets_likenesses(home: Path) -> None:
    done = one_out(
        "play", TEMPLATE, "--choices", "1", home=home, PYTHONUTF8="0", PYTHONIOENCODING="ascii"
    )
    assert done.returncode == 0
    assert '"I only fed it," says Ivy.' in done.stdout


def test_a_home_that_cannot_be_written_stops_no_story(tmp_path: Path) -> None:
    home = tmp_path / "home"
    home.write_bytes(b"a file where a folder should be")
    done = one_out("play", TEMPLATE, "--terminal", home=home, at=tmp_path, typed="1\n")
    assert done.returncode == 0
    assert "This could not be saved" in done.stdout
    assert "Ask Mrs Pell" in done.stdout


def test_a_fault_of_the_game_is_told_without_a_traceback_and_kept(home: Path) -> None:
    run = (
        "import sys, game.commands.stories as s, game.cli;"
        "s.run = lambda *a, **k: 1 / 0; sys.exit(game.cli.main(['stories']))"
    )
    done = subprocess.run(
        [sys.executable, "-c", run],
        capture_output=True,
        cwd=home,
        env=environment(home),
        text=True,
        timeout=60,
        check=False,
    )
    assert done.returncode == 1
    assert "this is a fault of the game, not yours: ZeroDivisionError" in done.stderr
    assert "Traceback" not in done.stderr
    assert "Traceback" in (home / "fault.txt").read_text("utf-8")
