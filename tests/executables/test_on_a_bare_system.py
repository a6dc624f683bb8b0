"""Built programs on a system without Python, a network or our files."""

from __future__ import annotations

import contextlib
import json
import os
import re
import shutil
import subprocess
import time
from pathlib import Path

import pytest

from game import __version__
from tests.executables.bare import HOME, PLAYER, Bare, kill
from tests.executables.conftest import CLONE, FOLDER
from tests.executables.keys import Player, endings
from tests.executables.screen import PATIENCE, Screen

pytestmark = pytest.mark.executables

DATA = f"{HOME}/.local/share/one-out-all-out"
CACHE = f"{HOME}/.cache/one-out-all-out"
SHIPPED = sorted(path.parent.name for path in (CLONE / "stories").glob("*/story.yaml"))


# -- commands


def test_it_tells_its_version(bare: Bare, program: str) -> None:
    told = bare.run(program, "--version")
    assert (told.returncode, told.stdout, told.stderr) == (0, f"one-out {__version__}\n", "")


def test_there_is_no_python_for_it_to_lean_on(bare: Bare) -> None:
    assert not [name for name, _, _ in bare.files() if "python" in name and "opt/" not in name]
    assert bare.run("/bin/busybox", "which", "python3").returncode != 0


def test_it_speaks_the_players_language(bare: Bare, program: str) -> None:
    told = bare.run(program, "play", "--terminal", SHIPPED[0], LC_ALL="de_DE.UTF-8")
    assert "Bevor du anfängst" in told.stdout
    told = bare.run(program, "play", "--terminal", SHIPPED[0], LC_ALL="en_AU.UTF-8")
    assert "Nothing was chosen yet" in told.stdout


@pytest.mark.parametrize("story", SHIPPED)
def test_what_ships_is_valid_and_proved(bare: Bare, program: str, story: str) -> None:
    assert "No problems" in bare.run(program, "validate", story).stdout
    checked = bare.run(program, "check", story)
    assert checked.returncode == 0, checked.stdout + checked.stderr
    assert json.loads(bare.run(program, "stories", "--json").stdout)


def test_a_mistake_is_found_and_placed(bare: Bare, program: str) -> None:
    put(CLONE / "game/story/template", bare.home / "mine", bare)
    head = bare.home / "mine" / "story.yaml"
    head.write_text(head.read_text().replace("start:", "strat:"))
    told = bare.run(program, "validate", f"{HOME}/mine")
    assert told.returncode == 1
    assert re.search(r"story\.yaml:\d+", told.stdout + told.stderr)


def test_it_reads_stories_beside_it_and_in_the_players_folder(bare: Bare, program: str) -> None:
    beside = bare.root / os.path.dirname(program)[1:] / "stories" / "beside-it"
    own = bare.root / DATA[1:] / "stories" / "my-own"
    for path in (beside, own):
        put(CLONE / "game/story/template", path, bare)
        head = path / "story.yaml"
        head.write_text(re.sub(r"(?m)^id: .*", f"id: {path.name}", head.read_text()))
    told = json.loads(bare.run(program, "stories", "--json").stdout)
    shutil.rmtree(beside)
    ids = {one["id"] for one in told}
    assert {"beside-it", "my-own", *SHIPPED} <= ids


def put(story: Path, to: Path, bare: Bare) -> None:
    """Copy a story; it and the folders around it in the player's home are the player's."""
    shutil.copytree(story, to)
    for path in (to, *to.parents, *to.rglob("*")):
        if path.is_relative_to(bare.home):
            os.chown(path, PLAYER, PLAYER)


# -- the window


def test_it_starts_without_a_screen_to_show(bare: Bare, program: str) -> None:
    """SDL's dummy driver: the window opens, and goes on until it is ended."""
    process = bare.start(program, "play", SHIPPED[0], SDL_VIDEODRIVER="dummy")
    try:
        until = time.monotonic() + PATIENCE
        # The way to screen readers is the last thing to be loaded, with the first picture there.
        for library in ("libSDL2_ttf", "accesskit"):
            while not loaded(program, library) and time.monotonic() < until:
                time.sleep(0.1)
            assert loaded(program, library), library
        time.sleep(3)
        assert process.poll() is None
    finally:
        kill(process)


def loaded(program: str, library: str) -> bool:
    """Whether a process of the program on the bare system has a library in its memory."""
    for process in Path("/proc").glob("[0-9]*"):
        with contextlib.suppress(OSError):
            command = (process / "cmdline").read_bytes().decode().split("\0")
            if program in command and library in (process / "maps").read_text(encoding="utf-8"):
                return True
    return False


@pytest.mark.parametrize("story", SHIPPED)
def test_every_ending_is_played_to_by_keys(
    bare: Bare, program: str, screen: Screen, story: str
) -> None:
    for witness in endings(story):
        bare.forget()
        process = bare.start(program, "play", story, DISPLAY=screen.name)
        try:
            player = Player(screen, bare, story)
            player.begin()
            player.play(witness)
            assert player.saved() == witness
        finally:
            kill(process)


def test_killed_it_goes_on_where_it_was(bare: Bare, program: str, screen: Screen) -> None:
    story = SHIPPED[0]
    witness = max(endings(story), key=len)
    half = len(witness) // 2
    for part in (witness[:half], witness):
        process = bare.start(program, "play", story, DISPLAY=screen.name)
        try:
            player = Player(screen, bare, story)
            player.begin()
            player.play(part)
        finally:
            kill(process)
        assert player.saved() == part


def test_it_closes_when_its_window_is_closed(bare: Bare, program: str, screen: Screen) -> None:
    process = bare.start(program, "play", SHIPPED[0], DISPLAY=screen.name)
    try:
        Player(screen, bare, SHIPPED[0]).begin()
        screen.close()
        assert process.wait(30) == 0
    finally:
        if process.poll() is None:
            kill(process)
    assert not list((bare.root / "tmp").glob("_MEI*"))


def test_it_plays_from_media_that_cannot_be_written(
    bare: Bare, program: str, screen: Screen
) -> None:
    witness = min(endings(SHIPPED[0]), key=len)
    process = bare.start(program, "play", SHIPPED[0], read_only=FOLDER, DISPLAY=screen.name)
    try:
        player = Player(screen, bare, SHIPPED[0])
        player.begin()
        player.play(witness)
        assert player.saved() == witness
    finally:
        kill(process)


# -- what it leaves alone


@pytest.fixture
def played(bare: Bare, program: str, screen: Screen, tmp_path: Path) -> tuple[Path, set[str]]:
    """A play traced from start to end: the trace, and the files that came or changed."""
    before = set(bare.files())
    trace = tmp_path / "trace"
    tracer = ["strace", "-f", "-qq", "-e", "trace=socket,connect,bind,sendto", "-o", str(trace)]
    process = bare.start(program, "play", SHIPPED[0], under=tracer, DISPLAY=screen.name)
    try:
        player = Player(screen, bare, SHIPPED[0])
        player.begin()
        player.play(min(endings(SHIPPED[0]), key=len))
        screen.close()
        process.wait(60)
    finally:
        if process.poll() is None:
            kill(process)
    return trace, {name for name, _, _ in set(bare.files()) - before}


def test_no_network_is_asked_for_and_nothing_is_written_elsewhere(
    played: tuple[Path, set[str]],
) -> None:
    trace, changed = played
    calls = trace.read_text(encoding="utf-8", errors="replace")
    assert "AF_UNIX" in calls  # it spoke to the screen: the trace sees what there is to see
    assert "AF_INET" not in calls
    assert "AF_NETLINK" not in calls
    assert changed
    stray = {name for name in changed if not name.startswith((DATA[1:], CACHE[1:]))}
    assert not stray


def test_the_bare_network_is_really_empty(bare: Bare) -> None:
    told = bare.run("/bin/busybox", "ip", "-o", "link").stdout
    assert re.findall(r"\d+: (\w+):", told) == ["lo"]
    refused = bare.run("/bin/busybox", "nc", "-w", "2", "127.0.0.1", "80")
    assert "Network is unreachable" in refused.stderr


def test_the_menu_entry_starts_it_from_where_it_lies(bare: Bare) -> None:
    bare.forget()
    added = bare.run("/bin/sh", f"{FOLDER}/folder/add-to-menu.sh")
    assert added.returncode == 0, added.stderr
    entry = bare.home / ".local/share/applications/one-out.desktop"
    checked = subprocess.run(
        ["desktop-file-validate", entry], capture_output=True, text=True, check=False
    )
    assert (checked.returncode, checked.stdout) == (0, "")
    assert f'Exec="{FOLDER}/folder/one-out"' in entry.read_text(encoding="utf-8")
    assert bare.run("/bin/sh", f"{FOLDER}/folder/add-to-menu.sh", "--remove").returncode == 0
    assert not entry.exists()
