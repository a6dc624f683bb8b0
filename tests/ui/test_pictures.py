import struct
import time
import zlib
from collections.abc import Callable
from pathlib import Path

import pygame
import pytest

from game.ui.pictures import ARRIVED, LARGEST_FILE, PictureRefused, Pictures, covering, size_of
from tests.ui.pilot import Pilot, rope

TEAL = (43, 107, 112)


def png(width: int, height: int) -> bytes:
    """A PNG's signature and header, without a picture behind it."""
    body = b"IHDR" + struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + struct.pack(">I", 13) + body + struct.pack(">I", zlib.crc32(body))


def drawn(folder: Path, name: str, size: tuple[int, int] = (64, 48)) -> Path:
    surface = pygame.Surface(size)
    surface.fill(TEAL)
    pygame.image.save(surface, folder / name)
    return folder / name


@pytest.mark.parametrize("name", ["a.png", "a.jpg"])
def test_the_size_is_read_from_the_header(tmp_path: Path, name: str) -> None:
    assert size_of(drawn(tmp_path, name)) == (64, 48)


@pytest.mark.parametrize(
    ("head", "size"),
    [
        (b"GIF89a" + struct.pack("<HH", 7, 9) + bytes(30), (7, 9)),
        (b"RIFF\0\0\0\0WEBPVP8X" + bytes(8) + b"\x09\0\0\x04\0\0" + bytes(9), (10, 5)),
        (
            b"RIFF\0\0\0\0WEBPVP8L"
            + bytes(4)
            + b"\x2f"
            + struct.pack("<I", 9 | 4 << 14)
            + bytes(9),
            (10, 5),
        ),
        (b"RIFF\0\0\0\0WEBPVP8 " + bytes(10) + struct.pack("<HH", 10, 5) + bytes(9), (10, 5)),
    ],
)
def test_the_size_of_other_kinds_is_read_too(
    tmp_path: Path, head: bytes, size: tuple[int, int]
) -> None:
    path = tmp_path / "a.bin"
    path.write_bytes(head)
    assert size_of(path) == size


@pytest.mark.parametrize(
    "content",
    [
        png(8193, 10),
        png(10, 8193),
        png(0, 10),
        png(30000, 30000),
        b"\x89PNG\r\n\x1a\n\0",
        b"\xff\xd8\xff\xe0\xff",
        b"\xff\xd8" + b"\xff" * 100,
        b"<svg/>",
        b"",
    ],
)
def test_a_picture_that_is_too_large_or_none_is_refused_unread(
    tmp_path: Path, content: bytes
) -> None:
    path = tmp_path / "a.png"
    path.write_bytes(content)
    with pytest.raises(PictureRefused):
        size_of(path)


def test_a_file_that_is_too_large_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.png"
    with path.open("wb") as file:
        file.write(png(10, 10))
        file.truncate(LARGEST_FILE + 1)
    with pytest.raises(PictureRefused, match="32 MB"):
        size_of(path)


def test_a_picture_covers_its_place() -> None:
    assert covering(pygame.Surface((160, 90)), 50, 50).get_size() == (50, 50)
    assert covering(pygame.Surface((9, 900)), 500, 20).get_size() == (500, 20)


def test_a_declared_picture_is_printed(tmp_path: Path) -> None:
    drawn(tmp_path, "pub.png", (1920, 1080))
    pilot = Pilot(rope(), resumed=("smoko/cover", "asked/pub"), folder=tmp_path)
    pilot.press("1")
    deadline = time.monotonic() + 5
    # Scaling rounds a little.
    while (
        sum(abs(a - b) for a, b in zip(pilot.surface.get_at((1200, 150)), TEAL, strict=False)) > 9
    ):
        assert time.monotonic() < deadline
        pilot.window.step(0.05)


def test_a_picture_without_its_file_leaves_the_scenery_and_says_why(tmp_path: Path) -> None:
    pilot = Pilot(rope(), resumed=("smoko/cover", "asked/pub"), folder=tmp_path)
    pilot.press("1")
    deadline = time.monotonic() + 5
    while "pub" not in pilot.pictures.refused:
        assert time.monotonic() < deadline
        pilot.window.step(0.05)
    pilot.press("p")
    assert "pub.png is not shown" in pilot.words
    assert "a rope across it" in pilot.words


def test_no_picture_is_taken_from_outside_the_folder(tmp_path: Path) -> None:
    story = rope()
    inside = tmp_path / "story"
    inside.mkdir()
    drawn(tmp_path, "pub.png")
    outside = story.pictures["pub"]._replace(file="../pub.png")
    story = story._replace(pictures={**story.pictures, "pub": outside})
    assert Pictures(story, inside).get("pub", 10, 10) is None
    assert Pictures(story, None).get("pub", 10, 10) is None


def with_pictures(folder: Path) -> tuple[Pictures, list[str]]:
    """Eight declared pictures with their files."""
    story = rope()
    names = [f"p{n}" for n in range(8)]
    for name in names:
        drawn(folder, f"{name}.png", (320, 180))
    those = {n: story.pictures["pub"]._replace(id=n, file=f"{n}.png") for n in names}
    return Pictures(story._replace(pictures=those), folder), names


def until(what: Callable[[], bool]) -> None:
    deadline = time.monotonic() + 60
    while not what():
        assert time.monotonic() < deadline
        time.sleep(0.005)


def test_what_is_prepared_is_there_at_once_and_nobody_is_told(tmp_path: Path) -> None:
    pilot = Pilot(rope())
    pictures, names = with_pictures(tmp_path)
    pygame.event.clear()
    pictures.prepare([(name, 40, 30) for name in names[:3]])
    until(lambda: len(pictures._ready) == 3)
    assert not pygame.event.get(ARRIVED)
    assert all(pictures.get(name, 40, 30) is not None for name in names[:3])
    assert pilot.showing


def test_what_is_prepared_never_displaces_what_is_shown(tmp_path: Path) -> None:
    Pilot(rope())
    pictures, names = with_pictures(tmp_path)
    shown = pictures.get("p0", 2000, 1500)
    until(lambda: pictures.get("p0", 2000, 1500) is not None)
    shown = pictures.get("p0", 2000, 1500)
    for n in range(1, 8):
        pictures.prepare([(name, 2000, 1500) for name in names[n:]])
        until(lambda: not pictures._working)
        assert pictures.get("p0", 2000, 1500) is shown
        assert pictures._pixels <= 8_000_000
        assert len(pictures._ready) <= 5


def test_another_place_in_the_story_cancels_what_was_to_be_prepared(tmp_path: Path) -> None:
    Pilot(rope())
    pictures, _ = with_pictures(tmp_path)
    pictures._working = True  # nothing is loaded yet
    pictures.prepare([("p1", 40, 30), ("p2", 40, 30)])
    pictures.prepare([("p3", 40, 30)])
    assert pictures._soon == [("p3", 40, 30)]


def test_while_a_scene_is_read_the_pictures_behind_its_choices_are_made_ready(
    tmp_path: Path,
) -> None:
    drawn(tmp_path, "pub.png", (1920, 1080))
    pilot = Pilot(rope(), resumed=("smoko/cover",), folder=tmp_path)
    pilot.press("1")
    for _ in range(12):
        pilot.window.step(0.02)
    until(lambda: not pilot.pictures._working)
    ready = [key[0] for key in pilot.pictures._ready]
    assert ready == ["pub"], "the choice `asked/pub` leads to it"
    before, redraws = dict(pilot.pictures._ready), pilot.window.redraws
    pilot.take(1)
    assert pilot.view.passage == "pub"
    assert dict(pilot.pictures._ready) == before, "and in the very size in which it is shown"
    assert pilot.window.redraws == redraws + 1
