"""Runs `one-out` as people do: in a process of its own, with a folder of its own."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

CLONE = Path(__file__).resolve().parents[1]
ONE_OUT = (sys.executable, "-m", "game.cli")


def environment(home: Path, **more: str) -> dict[str, str]:
    """The environment of a player who has no display and keeps everything in `home`."""
    kept = {k: v for k, v in os.environ.items() if k not in ("DISPLAY", "WAYLAND_DISPLAY")}
    for name in ("SDL_VIDEODRIVER", "PYTHONUNBUFFERED", "COLUMNS", "NO_COLOR"):
        kept.pop(name, None)
    path = os.pathsep.join([str(CLONE), os.environ.get("PYTHONPATH", "")]).strip(os.pathsep)
    return {**kept, "PYTHONPATH": path, "ONE_OUT_HOME": str(home), "PYTHONUTF8": "1", **more}


def one_out(
    *words: str | Path, home: Path, typed: str = "", at: Path | None = None, **more: str
) -> subprocess.CompletedProcess[str]:
    """Run a command to its end. Fails on a traceback, whatever the test asks."""
    done = subprocess.run(
        [*ONE_OUT, *map(str, words)],
        input=typed.encode(),
        capture_output=True,
        cwd=at or home,
        env=environment(home, **more),
        timeout=60,
        check=False,
    )
    out, err = done.stdout.decode("utf-8", "replace"), done.stderr.decode("utf-8", "replace")
    assert "Traceback" not in out + err, err
    return subprocess.CompletedProcess(
        done.args, done.returncode, out.replace("\r\n", "\n"), err.replace("\r\n", "\n")
    )
