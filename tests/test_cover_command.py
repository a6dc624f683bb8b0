"""`one-out check --cover`: the playthroughs that take every branch, for whoever plays by hand."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from game.story.new import TEMPLATE
from tests.check.troubled import troubled
from tests.command import one_out


def test_each_playthrough_is_printed_with_its_ending_and_can_be_played(home: Path) -> None:
    done = one_out("check", TEMPLATE, "--cover", home=home)
    assert (done.returncode, done.stderr) == (0, "")
    page, _, printed = done.stdout.partition("\nTo play all of it\n")
    assert page.startswith("The Scorch: no problems.")
    said = " ".join(printed.split())
    entry = r'[a-z]+-\d: \d choices to "([^"]+)", adds \d+ branch(?:es)?\. --choices (\S+)'
    entries = re.findall(entry, said)
    assert said.startswith(f"{len(entries)} playthroughs together take every branch")
    assert {title for title, _ in entries} == {"Two hours", "Own fault"}
    for title, choices in entries:
        played = one_out("play", TEMPLATE, "--choices", choices, home=home)
        assert played.returncode == 0
        assert title in played.stdout


def test_a_playthrough_without_an_ending_says_so_and_one_for_a_class_too(
    home: Path, tmp_path: Path
) -> None:
    done = one_out("check", troubled(tmp_path), "--cover", home=home)
    assert done.returncode == 1
    said = " ".join(done.stdout.split())
    assert re.search(r"troubled-1: \d choices? without an ending, adds \d branches", said)
    assert "It can be played only where a class decides the votes." in said
    assert said.endswith("--choices yard/meet,vote/lost")


def test_the_playthroughs_as_data_take_every_branch_that_can_be_reached(home: Path) -> None:
    done = one_out("check", TEMPLATE, "--cover", "--json", home=home)
    (story,) = json.loads(done.stdout)["stories"]
    reached = [one["id"] for one in story["as_played"]["branches"] if one["verdict"] == "reached"]
    new = [branch for one in story["playthroughs"] for branch in one["new"]]
    assert sorted(new) == sorted(reached)
    for one in story["playthroughs"]:
        assert set(one["new"]) <= set(one["branches"])
        assert one["name"].startswith(f"{one['ending']}-")


def test_nobody_who_does_not_ask_waits_for_playthroughs(home: Path) -> None:
    assert "To play all of it" not in one_out("check", TEMPLATE, home=home).stdout
    (story,) = json.loads(one_out("check", TEMPLATE, "--json", home=home).stdout)["stories"]
    assert story["playthroughs"] is None


@pytest.mark.parametrize("whole", ["--cover", "--shape", "--words"])
def test_one_branch_and_all_of_them_are_not_asked_for_together(home: Path, whole: str) -> None:
    done = one_out("check", TEMPLATE, whole, "--explain", "mangle", home=home)
    assert (done.returncode, done.stdout) == (2, "")
    assert "Type one or the other" in done.stderr
