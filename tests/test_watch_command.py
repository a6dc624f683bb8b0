"""`one-out watch` in the terminal, as people type it."""

from __future__ import annotations

import os
import signal
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from game.commands.stamps import stamps
from game.story.new import TEMPLATE, new_story
from tests.check.troubled import troubled
from tests.command import ONE_OUT, environment
from tests.test_check_command import large


@pytest.fixture
def watching(home: Path) -> Iterator[subprocess.Popen[str]]:
    new_story(home / "mine")
    with subprocess.Popen(
        [*ONE_OUT, "watch", str(home / "mine")],
        cwd=home,
        env=environment(home),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    ) as running:
        yield running
        running.kill()


def until(running: subprocess.Popen[str], words: str) -> str:
    """What is printed up to a line with these words."""
    assert running.stdout is not None
    read = ""
    for line in running.stdout:
        read += line
        if words in line:
            return read
    raise AssertionError(read)


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such signal to send")
def test_every_save_is_checked_until_ctrl_c(home: Path, watching: subprocess.Popen[str]) -> None:
    assert "Mine: no problems." in until(watching, "Waiting for the next save")
    stairs = home / "mine" / "scenes" / "2-stairs.yaml"
    whole = stairs.read_text("utf-8")
    stairs.write_text(
        whole.replace(
            "if: saw_roller\n        locked", "if: saw_roller and not saw_roller\n        locked"
        ),
        "utf-8",
    )
    second = until(watching, "Waiting for the next save")
    assert "unreachable: choice stairs/tell_dora" in second
    assert "The way there" not in second
    assert "Mine: 1 problem." in second
    stairs.write_text(whole.replace("text:", "txet:", 1), "utf-8")
    assert "F02" in until(watching, "Waiting for the next save")
    stairs.write_text(whole, "utf-8")
    assert "Mine: no problems." in until(watching, "Waiting for the next save")
    watching.send_signal(signal.SIGINT)
    _, err = watching.communicate(timeout=30)
    assert watching.returncode == 130
    assert err == "one-out: stopped.\n"


def test_a_file_that_is_not_the_storys_is_not_looked_at(
    home: Path, watching: subprocess.Popen[str]
) -> None:
    until(watching, "Waiting for the next save")
    (home / "mine" / "notes.txt").write_text("Not of the story.", "utf-8")
    time.sleep(1.2)
    watching.kill()
    assert watching.stdout is not None
    assert "no problems" not in watching.stdout.read()


@pytest.mark.parametrize(
    ("words", "why"),
    [([], "there is no display"), (["--no-window"], "no window was wanted")],
)
def test_watching_without_a_window_says_so_in_one_line(
    home: Path, words: list[str], why: str
) -> None:
    with subprocess.Popen(
        [*ONE_OUT, "watch", str(TEMPLATE), *words],
        cwd=home,
        env=environment(home),
        stdout=subprocess.PIPE,
        text=True,
    ) as running:
        printed = until(running, "Waiting for the next save")
        running.kill()
    assert printed.startswith(f"Watching in the terminal alone: {why}")
    assert "The Scorch: no problems." in printed


def test_a_story_named_by_its_head_is_watched_with_all_its_files(home: Path) -> None:
    new_story(home / "mine")
    files = stamps(home / "mine" / "story.yaml")
    assert files == stamps(home / "mine")
    assert {path.name for path in files} > {"story.yaml", "2-stairs.yaml"}
    (home / "mine" / "yard.png").write_bytes(b"")
    assert len(stamps(home / "mine")) == len(files) + 1
    assert len(stamps(troubled(home))) == 1


@pytest.mark.skipif(not Path("/proc/self/task").exists(), reason="asks Linux for processes")
@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_ending_it_in_the_middle_of_a_check_ends_the_check_too(
    home: Path, number: signal.Signals
) -> None:
    with subprocess.Popen(
        [*ONE_OUT, "watch", str(large(home))],
        cwd=home,
        env=environment(home),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
    ) as running:
        tasks, end, found = Path(f"/proc/{running.pid}/task"), time.monotonic() + 30, ""
        while not found and time.monotonic() < end:
            time.sleep(0.02)
            found = "".join(one.read_text() for one in tasks.glob("*/children"))
        running.send_signal(number)
        _, err = running.communicate(timeout=30)
    assert found
    assert not Path(f"/proc/{found.strip()}").exists()
    assert running.returncode == 128 + number
    assert "Traceback" not in err
