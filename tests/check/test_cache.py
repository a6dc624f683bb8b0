"""Results kept by content: found again for exactly the same story, and for nothing else."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from game.check import cache
from game.check.check import check
from game.check.findings import Checked, Oddity, Undecided, Unreachable
from game.check.outline import outline
from game.check.reading import Reading, Route
from game.story.load import load_story
from game.story.model import Place, Story
from tests.check.troubled import story, troubled


@pytest.fixture
def made(tmp_path: Path) -> Story:
    return story(tmp_path)


def result(made: Story) -> Checked:
    """A result with something of everything in it."""
    found = check(made, free_meetings=True)
    odd = Oddity("always-true", "it holds", Place("story.yaml", 1, 1), "told")
    verdicts = dict(found.verdicts)
    verdicts["yard"] = Undecided(verdicts["yard"].branch, "abc")  # three letters, no reason
    return found._replace(oddities=(odd,), verdicts=verdicts, complete=True)


def test_what_is_kept_is_what_was_found(made: Story, tmp_path: Path) -> None:
    assert cache.kept(made, free_meetings=True, folder=tmp_path) is None
    cache.keep(made, result(made), tmp_path)
    assert cache.kept(made, free_meetings=True, folder=tmp_path) == result(made)
    assert cache.kept(made, free_meetings=False, folder=tmp_path) is None


def test_a_nearest_play_is_kept(made: Story, tmp_path: Path) -> None:
    cache.keep(made, result(made), tmp_path)
    kept = cache.kept(made, free_meetings=True, folder=tmp_path)
    assert kept is not None
    verdict = kept.verdicts["yard/tell"]
    assert isinstance(verdict, Unreachable)
    assert verdict.reason.way == ("yard/help",)


def test_checking_again_takes_no_work(made: Story, tmp_path: Path) -> None:
    told: list[str] = []
    first = cache.checked(made, folder=tmp_path, progress=lambda _, words: told.append(words))
    assert told
    told.clear()
    again = cache.checked(made, folder=tmp_path, progress=lambda _, words: told.append(words))
    assert (again, told) == (first, [])


def test_another_story_is_checked_anew(made: Story, tmp_path: Path) -> None:
    cache.keep(made, result(made), tmp_path)
    path = troubled(tmp_path)
    path.write_text(path.read_text("utf-8").replace("to: 3,", "to: 4,"), "utf-8")
    assert cache.kept(load_story(path), free_meetings=True, folder=tmp_path) is None


def test_another_version_of_the_program_checks_anew(
    made: Story, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    cache.keep(made, result(made), tmp_path)
    monkeypatch.setattr(cache, "_version", lambda: "another")
    assert cache.kept(made, free_meetings=True, folder=tmp_path) is None


def test_a_result_past_the_limits_is_kept(made: Story, tmp_path: Path) -> None:
    found = result(made)._replace(complete=False, undecided=("traps", "matters"))
    cache.keep(made, found, tmp_path)
    assert cache.kept(made, free_meetings=True, folder=tmp_path) == found


def test_what_a_check_that_was_stopped_has_found_is_not_kept(made: Story, tmp_path: Path) -> None:
    cache.keep(made, result(made)._replace(stopped=True), tmp_path)
    assert not list(tmp_path.glob("*.check"))


@pytest.mark.parametrize("cut", [0, 1, 40, 400, -1])
def test_a_file_cut_short_was_never_there(made: Story, tmp_path: Path, cut: int) -> None:
    cache.keep(made, result(made), tmp_path)
    (path,) = tmp_path.glob("*.check")
    path.write_bytes(path.read_bytes()[:cut])
    assert cache.kept(made, free_meetings=True, folder=tmp_path) is None


def test_a_file_with_one_letter_wrong_was_never_there(made: Story, tmp_path: Path) -> None:
    cache.keep(made, result(made), tmp_path)
    (path,) = tmp_path.glob("*.check")
    path.write_bytes(path.read_bytes().replace(b'"yard/wait"', b'"yard/wail"'))
    assert cache.kept(made, free_meetings=True, folder=tmp_path) is None


@pytest.mark.parametrize(
    "body",
    [
        b"[]",
        b"{}",
        b"null",
        b'{"verdicts": 3}',
        b'{"verdicts": [], "more": 1}',
        b'{"verdicts": [[1]]}',
    ],
)
def test_a_file_that_says_something_else_was_never_there(
    made: Story, tmp_path: Path, body: bytes
) -> None:
    cache.keep(made, result(made), tmp_path)
    (path,) = tmp_path.glob("*.check")
    meta = json.dumps(
        cache._meta(outline(made).digest, "free", body)
    ).encode()  # whole by its checksum
    path.write_bytes(meta + b"\n" + body)
    assert cache.kept(made, free_meetings=True, folder=tmp_path) is None


def test_a_folder_that_cannot_be_written_is_no_error(made: Story, tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    assert cache.checked(made, folder=tmp_path / "file" / "cache").verdicts


def test_the_oldest_results_are_forgotten(made: Story, tmp_path: Path) -> None:
    for n in range(80):
        old = tmp_path / f"{n}.check"
        old.write_bytes(b"")
        os.utime(old, (n, n))
    cache.keep(made, result(made), tmp_path)
    left = {path.name for path in tmp_path.glob("*.check")}
    assert len(left) == 64
    assert "16.check" not in left
    assert "17.check" in left


@pytest.mark.parametrize(
    "found", [Reading(Route(3, 1), Route(9, 4), Route(5, 2)), Reading(Route(3, 1), None, None)]
)
def test_the_number_of_words_is_kept_too(made: Story, tmp_path: Path, found: Reading) -> None:
    assert cache.kept_reading(made, tmp_path) is None
    cache.keep_reading(made, found, tmp_path)
    assert cache.kept_reading(made, tmp_path) == found


def test_the_number_of_words_of_another_story_is_not_taken(made: Story, tmp_path: Path) -> None:
    cache.keep_reading(made, Reading(Route(3, 1), None, None), tmp_path)
    (path,) = tmp_path.glob("*.check")
    other = made._replace(fingerprint="f" * 64)
    path.rename(cache._path(tmp_path, other.fingerprint, "reading"))
    assert cache.kept_reading(other, tmp_path) is None
