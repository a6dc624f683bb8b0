"""Made files come into the list of licences with their checksums. Needs only Python."""

from __future__ import annotations

import hashlib
from pathlib import Path

from build.listing import LIST, enter

HEAD = "# Licences\n\n| file | licence | whose | origin | sha256 |\n|---|---|---|---|---|\n"
FONT = "| `fonts/a.ttf` | OFL-1.1 | Someone | elsewhere | `00` |\n"


def test_a_file_gets_a_row_in_its_place_and_a_second_time_a_new_checksum(tmp_path: Path) -> None:
    listing = tmp_path / "LICENCES.md"
    listing.write_text(HEAD + FONT + "\nThe fonts are others'.\n", encoding="utf-8")
    for content in (b"first", b"second"):
        (tmp_path / "b.webp").write_bytes(content)
        (tmp_path / "z.webp").write_bytes(content)
        enter(["z.webp", "b.webp"], "`a command`", listing)
        digest = hashlib.sha256(content).hexdigest()
        row = "| `{}` | CC-BY-SA-4.0 | The authors of One Out, All Out | `a command` | `{}` |\n"
        rows = row.format("b.webp", digest) + FONT + row.format("z.webp", digest)
        assert listing.read_text(encoding="utf-8") == HEAD + rows + "\nThe fonts are others'.\n"


def test_entering_nothing_leaves_the_list_as_it_is(tmp_path: Path) -> None:
    listing = tmp_path / "LICENCES.md"
    listing.write_bytes(LIST.read_bytes())
    enter([], "nothing", listing)
    assert listing.read_bytes() == LIST.read_bytes()
