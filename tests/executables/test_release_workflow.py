"""The release workflow, as far as it can be held without GitHub: form, pins and scripts."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Iterator
from typing import Any

import pytest
import yaml

from tests.executables.conftest import CLONE

PATH = CLONE / ".github" / "workflows" / "release.yml"


@pytest.fixture(scope="module")
def text() -> str:
    return PATH.read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def workflow(text: str) -> dict[Any, Any]:
    loaded: dict[Any, Any] = yaml.safe_load(text)
    return loaded


def steps(workflow: dict[Any, Any]) -> Iterator[tuple[str, dict[str, Any]]]:
    for job in workflow["jobs"].values():
        shell = job.get("defaults", {}).get("run", {}).get("shell", "bash")
        for step in job["steps"]:
            yield step.get("shell", shell), step


def test_every_action_is_pinned_to_a_commit_and_says_which_version(text: str) -> None:
    used = re.findall(r"uses: (.*)", text)
    assert len(used) == 4
    for one in used:
        assert re.fullmatch(r"actions/[a-z-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+", one), one


def test_it_runs_on_three_systems_and_both_processors(workflow: dict[Any, Any]) -> None:
    runners = workflow["jobs"]["build"]["strategy"]["matrix"]["runner"]
    systems = {name.partition("-")[0] for name in runners}
    assert systems == {"ubuntu", "windows", "macos"}
    assert len(runners) == len(set(runners)) == 6
    assert not [name for name in runners if "latest" in name]


def test_only_the_last_job_may_write_and_only_for_a_tag(workflow: dict[Any, Any]) -> None:
    assert workflow["permissions"] == {"contents": "read"}
    assert "permissions" not in workflow["jobs"]["build"]
    attach = workflow["jobs"]["attach"]
    assert attach["permissions"] == {"contents": "write"}
    assert attach["if"] == "github.ref_type == 'tag'"
    assert attach["needs"] == "build"
    assert workflow[True]["push"] == {"tags": ["v*"]}  # YAML 1.1 reads `on` as true


def test_no_script_is_put_together_from_what_others_may_name(workflow: dict[Any, Any]) -> None:
    """A tag or a branch may be named like a command (GitHub's "Script injections")."""
    scripts = [step["run"] for _, step in steps(workflow) if "run" in step]
    assert scripts
    assert not [script for script in scripts if "${{" in script]


def test_what_its_scripts_name_is_there(workflow: dict[Any, Any]) -> None:
    scripts = "\n".join(step["run"] for _, step in steps(workflow) if "run" in step)
    named = set(re.findall(r"(?:build|tests)/[\w./-]*\w", scripts)) - {"tests/bin/pip"}
    named = {name for name in named if "/bin/" not in name}
    assert {"build/executable", "build/executable/trial.py"} <= named
    for name in named:
        assert (CLONE / name).exists(), name


def test_it_installs_what_the_tests_need_as_the_other_run_does(workflow: dict[Any, Any]) -> None:
    ci = (CLONE / ".ci" / "run").read_text(encoding="utf-8")
    found = re.search(r'group executables \\\n +"([^"]+)"', ci)
    assert found
    (play,) = (step["run"] for _, step in steps(workflow) if "xdotool" in step.get("run", ""))
    words = set(play.replace("\\\n", " ").split())
    assert set(found[1].split()) - {"util-linux"} <= words


@pytest.mark.executables
def test_its_scripts_are_sound(workflow: dict[Any, Any]) -> None:
    scripts = [step["run"] for shell, step in steps(workflow) if shell == "bash" and "run" in step]
    assert len(scripts) == 7
    for script in scripts:
        told = subprocess.run(
            ["shellcheck", "--shell", "bash", "-"],
            input=script,
            capture_output=True,
            text=True,
            check=False,
        )
        assert (told.returncode, told.stdout) == (0, ""), script
