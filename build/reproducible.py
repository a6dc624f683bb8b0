"""The environment that pictures and sounds are made in: the same sources give the same bytes.

A command of the makers calls `again(...)` first, which runs it once more with

- the very packages that `build/lock/make.txt` pins: in the environment it was started in if that
  holds them, or else in a new one;
- every choice switched off that numpy, OpenBLAS, the C library and numba make by the processor they
  find. They are quicker in other instructions, but round differently, and a last bit decides which
  side of an edge a pixel falls.

docs/pictures.md says how far that goes.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tempfile
from importlib import metadata
from pathlib import Path

CLONE = Path(__file__).resolve().parents[1]
LOCK = CLONE / "build" / "lock" / "make.txt"

_MADE = "ONE_OUT_MAKES"
"""Set in the environment of the process that makes, once all of it is as it should be."""

STEADY = {
    # What numpy 2.4 may choose on x86-64 beyond its baseline: `__cpu_dispatch__`. It knows no other
    # names, and says so with a warning only.
    "NPY_DISABLE_CPU_FEATURES": "X86_V3 X86_V4 AVX512_ICL AVX512_SPR",
    # The kernels for the oldest processor that numpy's baseline (x86-64-v2) still runs on.
    "OPENBLAS_CORETYPE": "Nehalem",
    "OPENBLAS_NUM_THREADS": "1",
    # sin, exp and the like of glibc have variants with fused multiplication.
    "GLIBC_TUNABLES": "glibc.cpu.hwcaps=-AVX2,-AVX512F,-FMA,-FMA4",
    # Numba does not fuse or reorder without `fastmath`; it need not know the processor either.
    "NUMBA_CPU_NAME": "generic",
    "NUMBA_CPU_FEATURES": "",
    "NUMBA_NUM_THREADS": "1",
    "PYTHONHASHSEED": "0",
}


def again(folder: Path) -> int | None:
    """Run the command of this folder again as it must run; None if this is that run already."""
    if os.environ.get(_MADE):
        return None
    wrong = missing()
    if not wrong:
        return _run(Path(sys.executable), folder)
    print(f"Not what build/lock/make.txt pins: {', '.join(wrong)}.")
    print("Installing that into an environment for this run ...", flush=True)
    with tempfile.TemporaryDirectory(prefix="one-out-makers-") as place:
        subprocess.run([sys.executable, "-m", "venv", place], check=True)
        python = Path(place) / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
        install = [str(python), "-m", "pip", "install", "-qq", "--no-input", "--no-deps"]
        install += ["--require-hashes", "--only-binary", ":all:", "-r", str(LOCK)]
        subprocess.run([*install, "--disable-pip-version-check"], check=True)
        return _run(python, folder)


def steadied() -> dict[str, str]:
    """The environment's variables, with those that keep results steady."""
    return dict(os.environ, PYTHONPATH=str(CLONE), **STEADY)


def _run(python: Path, folder: Path) -> int:
    env = steadied() | {_MADE: str(python)}
    return subprocess.run(
        [str(python), str(folder), *sys.argv[1:]], env=env, check=False
    ).returncode


def missing() -> list[str]:
    """Which of the makers' packages this environment lacks, or has in another version."""
    wrong = []
    for name in ("mido", "numba", "numpy", "pillow", "pyloudnorm", "scipy", "soundfile"):
        pinned = _pinned(name)
        try:
            there = metadata.version(name)
        except metadata.PackageNotFoundError:
            there = None
        if there != pinned:
            wrong.append(f"{name} {pinned}" + (f" (there is {there})" if there else ""))
    return wrong


def _pinned(name: str) -> str:
    found = re.search(rf"^{name}==([^ \\;]+)", LOCK.read_text(encoding="utf-8"), re.MULTILINE)
    assert found, f"build/lock/make.txt does not name {name}"
    return found[1]
