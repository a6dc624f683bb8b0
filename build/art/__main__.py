"""Makes the pictures: `python3 build/art [NAME ...] [--to DIR] [--list] [--sheet FILE]`.

Without a NAME, all of them. They are written to DIR (`assets` if not given, where they are also
entered into LICENCES.md). The same sources give the same bytes: docs/pictures.md.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

# Run by its folder, this file knows only its neighbours; they are called as from the clone.
sys.path[0] = str(Path(__file__).resolve().parents[2])

from build import listing, reproducible  # noqa: E402 - found only now

if TYPE_CHECKING:
    from build.art.catalogue import Entry

HERE = Path(__file__).resolve().parent

ORIGIN = "`build/art`, its people after the MakeHuman mesh (CC0)"


def main() -> int:
    """Make what was asked for, in the environment that is right for it."""
    typed = _arguments()
    code = reproducible.again(HERE)
    if code is not None:
        return code
    from build.art.catalogue import catalogue  # needs what the environment holds

    entries = catalogue()
    unknown = [name for name in typed.names if name not in entries]
    if unknown:
        print(f"build/art: nothing is called {', '.join(unknown)}; --list shows the names")
        return 2
    chosen = [entries[name] for name in typed.names or entries]
    if typed.list:
        for module, work in chosen:
            print(f"{work.name:32} {work.form:9} {work.file:48} {module}")
    elif typed.sheet:
        _draw_sheet(chosen, typed.to, typed.sheet)
    else:
        _make(chosen, typed.to)
    return 0


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="build/art", description=(__doc__ or "").strip())
    parser.formatter_class = argparse.RawDescriptionHelpFormatter
    parser.add_argument("names", nargs="*", metavar="NAME")
    parser.add_argument("--to", type=Path, default=listing.ASSETS, metavar="DIR")
    instead = parser.add_mutually_exclusive_group()
    instead.add_argument("--list", action="store_true", help="say what there is, and make nothing")
    instead.add_argument(
        "--sheet",
        type=Path,
        metavar="FILE",
        help="draw the contact sheet (.webp, .png) of what lies in DIR, and make nothing else",
    )
    return parser.parse_args()


def _make(chosen: list[Entry], to: Path) -> None:
    from build.art.making import make_all

    start, total = time.monotonic(), 0
    for number, path in enumerate(make_all(chosen, to), 1):
        size = path.stat().st_size
        total += size
        print(f"{number:3}/{len(chosen)}  {size / 1000:6.0f} KB  {path}", flush=True)
    print(f"{total / 1e6:.1f} MB in {time.monotonic() - start:.0f} s")
    if to.resolve() == listing.ASSETS:
        listing.enter(
            (entry.work.file for entry in chosen),
            ORIGIN,
        )


def _draw_sheet(chosen: list[Entry], folder: Path, to: Path) -> None:
    from build.art.sheet import contact_sheet, write_sheet

    write_sheet(contact_sheet((entry.work for entry in chosen), folder), to)
    print(f"{to.stat().st_size / 1000:.0f} KB  {to}")


if __name__ == "__main__":
    try:
        sys.exit(main())
    except subprocess.CalledProcessError as why:
        sys.exit(f"build/art: {why.cmd[0]} ended with {why.returncode}; see above")
