"""Makes what is heard: `python3 build/audio [NAME ...] [--to DIR] [--list]`.

Without a NAME, everything. The files are written below DIR (`assets` if not given, where they are
also entered into LICENCES.md). The same sources give the same bytes: docs/sound.md. Music needs
FluidSynth and FluidR3_GM (Debian: `fluidsynth fluid-soundfont-gm`).
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

# Run by its folder, this file knows only its neighbours; they are called as from the clone.
sys.path[0] = str(Path(__file__).resolve().parents[2])

from build import listing, reproducible  # noqa: E402 - found only now

HERE = Path(__file__).resolve().parent

ORIGIN = "`build/audio`, its music played on FluidR3 GM (MIT)"


def main() -> int:
    """Make what was asked for, in the environment that is right for it."""
    typed = _arguments()
    code = reproducible.again(HERE)
    if code is not None:
        return code
    from build.audio.catalogue import SOUNDS  # needs what the environment holds

    unknown = [name for name in typed.names if name not in SOUNDS]
    if unknown:
        print(f"build/audio: nothing is called {', '.join(unknown)}; --list shows the names")
        return 2
    chosen = [SOUNDS[name] for name in typed.names or SOUNDS]
    if typed.list:
        for sound in chosen:
            print(f"{sound.name:16} {sound.kind:10} {sound.file}")
        return 0
    from build.audio.making import make_all

    for path in make_all([sound.name for sound in chosen], typed.to):
        print(f"{path.stat().st_size / 1000:6.0f} KB  {path}", flush=True)
    if typed.to.resolve() == listing.ASSETS:
        listing.enter((sound.file for sound in chosen), ORIGIN)
    return 0


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="build/audio", description=(__doc__ or "").strip())
    parser.formatter_class = argparse.RawDescriptionHelpFormatter
    parser.add_argument("names", nargs="*", metavar="NAME")
    parser.add_argument("--to", type=Path, default=listing.ASSETS, metavar="DIR")
    parser.add_argument("--list", action="store_true", help="say what there is, and make nothing")
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
