"""The shared libraries in a built program: which project each is of, and under which licence.

The texts in `licences/` are the copyright files of Debian 12's packages of the same libraries,
without the line that says where their form is described. They name the authors and hold the terms,
also of parts (a library's tests, its build) that are not in the program. A library that this table
does not know stops the build, so nothing ships unnamed.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import NamedTuple


class Library(NamedTuple):
    """A project. `licence` is an SPDX expression, `text` a file of `licences/`."""

    name: str
    licence: str
    text: str


_KNOWN: dict[str, Library] = {
    "libSDL2_image": Library("SDL2_image", "Zlib", "SDL2_image.txt"),
    "libSDL2_mixer": Library("SDL2_mixer", "Zlib", "SDL2_mixer.txt"),
    "libSDL2_ttf": Library("SDL2_ttf", "Zlib", "SDL2_ttf.txt"),
    "libSDL2": Library("SDL2", "Zlib", "SDL2.txt"),
    "libFLAC": Library("flac", "BSD-3-Clause", "flac.txt"),
    "libbrotli": Library("brotli", "MIT", "brotli.txt"),
    "libbz2": Library("bzip2", "bzip2-1.0.6", "bzip2.txt"),
    "libffi": Library("libffi", "MIT", "libffi.txt"),
    "libfluidsynth": Library("fluidsynth", "LGPL-2.1-or-later", "fluidsynth.txt"),
    "libfreetype": Library("freetype", "FTL", "freetype.txt"),
    "libgcc_s": Library("gcc", "GPL-3.0-or-later WITH GCC-exception-3.1", "gcc.txt"),
    "libharfbuzz": Library("harfbuzz", "MIT-Modern-Variant", "harfbuzz.txt"),
    "libjpeg": Library("libjpeg-turbo", "IJG AND BSD-3-Clause", "libjpeg-turbo.txt"),
    "liblzma": Library("xz", "0BSD", "xz.txt"),
    "libmpg123": Library("mpg123", "LGPL-2.1-only", "mpg123.txt"),
    "libogg": Library("libogg", "BSD-3-Clause", "libogg.txt"),
    "libopusfile": Library("opusfile", "BSD-3-Clause", "opusfile.txt"),
    "libopus": Library("opus", "BSD-3-Clause", "opus.txt"),
    "libpng": Library("libpng", "libpng-2.0", "libpng.txt"),
    "libsharpyuv": Library("libwebp", "BSD-3-Clause", "libwebp.txt"),
    "libsndfile": Library("libsndfile", "LGPL-2.1-or-later", "libsndfile.txt"),
    "libstdc++": Library("gcc", "GPL-3.0-or-later WITH GCC-exception-3.1", "gcc.txt"),
    "libtiff": Library("libtiff", "libtiff", "libtiff.txt"),
    "libuuid": Library("util-linux", "BSD-3-Clause", "util-linux.txt"),
    "libvorbis": Library("libvorbis", "BSD-3-Clause", "libvorbis.txt"),
    "libwavpack": Library("wavpack", "BSD-3-Clause", "wavpack.txt"),
    "libwebp": Library("libwebp", "BSD-3-Clause", "libwebp.txt"),
    "libwinpthread": Library("winpthreads", "MIT AND BSD-3-Clause", "winpthreads.txt"),
    "libxmp": Library("libxmp", "MIT", "libxmp.txt"),
    "libyaml": Library("libyaml", "MIT", "libyaml.txt"),
    "libz": Library("zlib", "Zlib", "zlib.txt"),
}

OF_PYTHON = ("libpython", "python3", "vcruntime", "msvcp", "api-ms-win", "ucrtbase")
"""Python's own library and, on Windows, the runtime of the C compiler that Python brings."""

_OF_PACKAGES = ("libprism",)
"""Libraries that are a package themselves, whose licence is listed with the packages."""


class UnknownLibrary(Exception):
    """A library of whose licence nothing is known here."""


def is_library(name: str) -> bool:
    """Whether a file of the bundle is a shared library, and no module of Python's."""
    base = Path(name).name
    if ".cpython-" in base or ".abi3." in base or base.endswith(".pyd"):
        return False
    return re.search(r"\.(so(\.[\d.]+)?|dylib|dll)$", base) is not None


def of(name: str) -> Library | None:
    """The project of a library; None for Python's and a package's own. Raises `UnknownLibrary`."""
    base = Path(name).name
    stem = base if base.startswith("lib") else f"lib{base}"
    if base.lower().startswith(OF_PYTHON) or "/lib-dynload/" in f"/{name}":
        return None
    if stem.startswith(_OF_PACKAGES):
        return None
    for known in sorted(_KNOWN, key=len, reverse=True):
        if stem.lower().startswith(known.lower()):
            return _KNOWN[known]
    raise UnknownLibrary(f"{name}: add it to build/executable/libraries.py, with its licence")
