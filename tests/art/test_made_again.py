"""Pictures made again are the same bytes: in another process, and of another choice by numpy."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

from build.reproducible import CLONE, missing, steadied
from tests.art.running import checksums, command, python, samples

pytestmark = pytest.mark.makers

ASSETS = CLONE / "assets"

CHEAP: tuple[str, ...] = ("south-coast/shed_empty", "south-coast/bar_morning")
"""Two shipped pictures that take least time to make, by name."""

CATALOGUE = """
from build.art.catalogue import catalogue
print({name: entry.work.file for name, entry in catalogue().items()})
"""

ROUNDING = """
import hashlib
import math
import numpy as np
x = np.linspace(-9, 9, 100_001)
f = x.astype(np.float32)
found = [np.sin(f), np.exp(f), np.exp(x), np.abs(x) ** 0.7, x.reshape(-1, 1)[:999] @ f[None, :99]]
found.append(np.array([math.sin(v) + math.exp(v) + abs(v) ** 0.3 for v in x.tolist()]))
print(hashlib.sha256(b"".join(values.tobytes() for values in found)).hexdigest()[:16])
"""

ROUNDED = "313f9b7699e7d6e7"
"""What ROUNDING prints where the shipped pictures were made."""


def works() -> dict[str, str]:
    """The file of each work in the catalogue, which sees to it that names and files are unique."""
    found: dict[str, str] = ast.literal_eval(python(CATALOGUE))
    return found


def test_this_environment_is_the_one_that_makes() -> None:
    assert missing() == []


def test_a_second_build_in_other_processes_gives_the_same_bytes(tmp_path: Path) -> None:
    first = samples(tmp_path / "first")
    assert sorted(first) == ["made/figure.webp", "made/street.webp"]
    # Nor does it matter how much else the processor is asked to do at a time, or how words hash.
    other = steadied() | {"PYTHONHASHSEED": "77", "OMP_NUM_THREADS": "2"}
    assert samples(tmp_path / "second", other) == first


def test_what_numpy_would_choose_by_the_processor_is_switched_off() -> None:
    found = python("import numpy as np; print(np.show_runtime())")
    assert "'found': []" in found, found


def test_this_machine_rounds_as_the_one_that_made_the_shipped_pictures() -> None:
    assert python(ROUNDING).strip() == ROUNDED


def test_shipped_pictures_made_again_are_the_same_bytes(tmp_path: Path) -> None:
    files = works()
    assert len(CHEAP) == 2
    command(*CHEAP, "--to", tmp_path)
    shipped = checksums(ASSETS)
    assert checksums(tmp_path) == {files[name]: shipped[files[name]] for name in CHEAP}


def test_everything_in_the_catalogue_is_shipped_and_on_the_list() -> None:
    listed = (ASSETS / "LICENCES.md").read_text(encoding="utf-8")
    for name, file in works().items():
        assert (ASSETS / file).is_file(), name
        assert f"| `{file}` |" in listed, name


def test_the_contact_sheet_shows_what_is_made(tmp_path: Path) -> None:
    samples(tmp_path / "made")
    python(
        "from pathlib import Path\n"
        "from PIL import Image\n"
        "from build.art.sheet import contact_sheet, write_sheet\n"
        "from tests.art.samples.works import WORKS\n"
        f"folder = Path({str(tmp_path / 'made')!r})\n"
        "write_sheet(contact_sheet(WORKS, folder), folder / 'sheet.webp')\n"
        "with Image.open(folder / 'sheet.webp') as sheet:\n"
        "    assert sheet.width == 1800 and sheet.height > 300\n"
    )
    assert (tmp_path / "made" / "sheet.webp").stat().st_size < 900_000


@pytest.mark.parametrize(
    ("second", "why"),
    [
        ("replace(one, file='other.webp')", "two works are called street"),
        ("replace(one, name='lane')", "lane and street both make made/street.webp"),
    ],
)
def test_two_works_cannot_share_a_name_or_a_file(second: str, why: str) -> None:
    code = (
        "from dataclasses import replace\n"
        "from build.art import catalogue\n"
        "from tests.art.samples import works\n"
        "one = works.WORKS[0]\n"
        f"works.WORKS = (one, {second})\n"
        "catalogue._modules = lambda _: ['tests.art.samples.works']\n"
        "try:\n"
        "    catalogue.catalogue()\n"
        "except ValueError as told:\n"
        "    print(told)\n"
    )
    assert why in python(code)


def test_the_example_of_the_page_makes_its_picture(tmp_path: Path) -> None:
    page = (CLONE / "docs" / "pictures.md").read_text(encoding="utf-8")
    example = page.split("```python\n")[1].split("```")[0]
    python(
        f"{example}\n"
        "from pathlib import Path\n"
        "from build.art.formats import write\n"
        f"write(WORKS[0], WORKS[0].make(), Path({str(tmp_path)!r}))\n"
    )
    assert 20_000 < (tmp_path / "pictures" / "wharf-rain.webp").stat().st_size < 400_000


def test_an_unknown_name_is_told() -> None:
    done = command("the-moon", check=False)
    assert done.returncode == 2
    assert "nothing is called the-moon" in done.stdout


def test_pictures_are_read_at_their_own_inks(tmp_path: Path) -> None:
    """In the game's own reader a shipped format keeps every ink exactly."""
    samples(tmp_path / "made")
    code = (
        "import pygame\n"
        "from build.art import palette\n"
        f"seen = pygame.image.load({str(tmp_path / 'made' / 'made' / 'street.webp')!r})\n"
        "w, h = seen.get_size()\n"
        "found = {tuple(seen.get_at((x, y)))[:3] for x in range(w) for y in range(h)}\n"
        "print({palette.rgb(ink) for ink in palette.load('coast61').inks.values()} <= found)\n"
        "print(len(found) <= 7 + 3 * 21)\n"
    )
    environment = steadied() | {"PYGAME_HIDE_SUPPORT_PROMPT": "1"}
    assert python(code, environment).split() == ["True", "True"]
