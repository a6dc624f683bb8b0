"""Fates kept by content: found again for exactly the same story, and for nothing else."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from game.check.fates import encode
from game.check.foresee import foresee
from game.debrief import kept
from game.story.model import Story
from tests.bench.check.families import FAMILIES
from tests.debrief.gate import gate


@pytest.fixture
def made(tmp_path: Path) -> Story:
    return gate(tmp_path / "story")


@pytest.fixture
def cache(tmp_path: Path) -> Path:
    return tmp_path / "cache"


def test_fates_are_worked_out_once(
    made: Story, cache: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert kept.kept(made, free_meetings=True, folder=cache) is None
    first = kept.fates(made, free_meetings=True, folder=cache)
    assert first == foresee(made, free_meetings=True)
    monkeypatch.setattr("game.check.foresee.foresee", lambda *_, **__: pytest.fail("again"))
    assert kept.fates(made, free_meetings=True, folder=cache) == first
    assert kept.kept(made, free_meetings=True, folder=cache) == first
    assert kept.kept(made, free_meetings=False, folder=cache) is None


def test_both_ways_to_vote_are_kept_side_by_side(made: Story, cache: Path) -> None:
    both = {free: kept.fates(made, free_meetings=free, folder=cache) for free in (False, True)}
    assert both[False] != both[True]
    for free, fates in both.items():
        assert kept.kept(made, free_meetings=free, folder=cache) == fates


def test_another_story_has_other_fates(made: Story, cache: Path) -> None:
    kept.fates(made, folder=cache)
    (path,) = cache.glob("*.fates")
    other = made._replace(fingerprint="f" * 64)
    path.rename(cache / kept.file_name(other, free_meetings=False))
    assert kept.kept(other, free_meetings=False, folder=cache) is None


def test_another_version_of_the_program_works_them_out_anew(
    made: Story, cache: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept.fates(made, folder=cache)
    monkeypatch.setattr(kept, "version", lambda: "another")
    assert kept.kept(made, free_meetings=False, folder=cache) is None


@pytest.mark.parametrize("content", [b"", b"{}\n[]", b"\xff\n", b"\0" * 400])
def test_a_damaged_file_was_never_there(made: Story, cache: Path, content: bytes) -> None:
    first = kept.fates(made, folder=cache)
    (path,) = cache.glob("*.fates")
    path.write_bytes(content)
    assert kept.kept(made, free_meetings=False, folder=cache) is None
    assert kept.fates(made, folder=cache) == first
    assert kept.kept(made, free_meetings=False, folder=cache) == first


def test_files_made_ahead_are_taken_whoever_made_them(
    made: Story, cache: Path, tmp_path: Path
) -> None:
    fates = foresee(made)
    assert fates is not None
    ahead = tmp_path / "ahead"
    ahead.mkdir()
    (ahead / kept.file_name(made, free_meetings=False)).write_bytes(encode(fates))
    assert kept.kept(made, free_meetings=False, folder=cache, ahead=ahead) == fates
    assert kept.fates(made, folder=cache, ahead=ahead) == fates
    assert not cache.exists()
    # Without one that fits, as without the folder.
    assert kept.kept(made, free_meetings=True, folder=cache, ahead=ahead) is None
    assert kept.fates(made, free_meetings=True, folder=cache, ahead=ahead) is not None


def test_a_story_that_is_too_large_has_none(cache: Path) -> None:
    assert kept.fates(FAMILIES["h40"](), folder=cache) is None
    assert not cache.exists()


def test_a_folder_that_cannot_be_written_is_no_error(made: Story, tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    assert kept.fates(made, folder=tmp_path / "file" / "cache") is not None


def test_the_oldest_files_are_forgotten(made: Story, cache: Path) -> None:
    cache.mkdir()
    for n in range(80):
        old = cache / f"{n}.fates"
        old.write_bytes(b"")
        os.utime(old, (n, n))
    kept.fates(made, folder=cache)
    left = {path.name for path in cache.glob("*.fates")}
    assert len(left) == 64
    assert "16.fates" not in left
    assert "17.fates" in left
