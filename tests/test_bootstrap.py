"""The two commands of the README, on small clones that install from a folder of wheels.

Every start here is a real process with a real pip; only the network is left out.
"""

import ast
import base64
import hashlib
import os
import shutil
import signal
import socket
import subprocess
import sys
import tomllib
import venv
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from game import bootstrap

CLONE = Path(bootstrap.CLONE)
BASE = bootstrap.base_python()

# The stand-in for the game tells where it runs and what it was given.
STAND_IN = """
import sys
def main():
    import lamp
    print("lamp", lamp.VERSION, "in", sys.prefix, "given", sys.argv[1:])
    return 7
"""


def wheel(folder: Path, version: str) -> str:
    """Write a wheel of the package `lamp`; return the line that a lock file has for it."""
    path = folder / f"lamp-{version}-py3-none-any.whl"
    about = f"lamp-{version}.dist-info"
    members = {
        "lamp.py": f"VERSION = {version!r}\n",
        f"{about}/METADATA": f"Metadata-Version: 2.1\nName: lamp\nVersion: {version}\n",
        f"{about}/WHEEL": "Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: py3-none-any\n",
    }
    record = ""
    with zipfile.ZipFile(path, "w") as archive:
        for name, text in members.items():
            archive.writestr(name, text)
            digest = base64.urlsafe_b64encode(hashlib.sha256(text.encode()).digest()).rstrip(b"=")
            record += f"{name},sha256={digest.decode()},{len(text)}\n"
        archive.writestr(f"{about}/RECORD", f"{record}{about}/RECORD,,\n")
    digest_of_all = hashlib.sha256(path.read_bytes()).hexdigest()
    return f"lamp=={version} \\\n    --hash=sha256:{digest_of_all}\n"


class Clone:
    """A clone with the real bootstrap, a stand-in for the game, and one package to install."""

    def __init__(self, above: Path) -> None:
        self.root = above / "a clone, größer"  # a space and a letter outside ASCII
        self.wheels = above / "wheels"
        self.home = above / "home"
        self.lock = self.root / "build" / "lock" / "player.txt"
        self.environment = self.root / ".venv"
        self.lock.parent.mkdir(parents=True)
        self.wheels.mkdir()
        (self.root / "game").mkdir()
        for name in ("__init__", "__main__", "bootstrap", "environment", "old_python"):
            shutil.copy(CLONE / "game" / f"{name}.py", self.root / "game")
        (self.root / "game" / "cli.py").write_text(STAND_IN, encoding="utf-8")
        self.lock.write_text(wheel(self.wheels, "1.0"), encoding="utf-8")

    def command(self, *arguments: str, python: str = BASE, **more: str) -> subprocess.Popen[str]:
        settings = {"PIP_NO_INDEX": "1", "PIP_FIND_LINKS": str(self.wheels)}
        settings |= {"ONE_OUT_HOME": str(self.home), "PYTHONIOENCODING": "utf-8", **more}
        return subprocess.Popen(
            [python, "-m", "game", *arguments],
            cwd=self.root,
            env={**os.environ, **settings},
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            encoding="utf-8",
            start_new_session=True,
        )

    def start(self, *arguments: str, python: str = BASE) -> tuple[int, str, str]:
        """Run the README's first command to its end: exit code, output, progress and errors."""
        process = self.command(*arguments, python=python)
        out, err = process.communicate(timeout=120)
        return process.returncode, out, err

    def python(self) -> Path:
        return Path(bootstrap.python_of(str(self.environment)))

    def packages(self) -> Path:
        return next(self.environment.glob("[Ll]ib/**/lamp.py")).parent


@pytest.fixture
def clone(tmp_path: Path) -> Clone:
    return Clone(tmp_path)


@pytest.fixture
def ready(clone: Clone) -> Clone:
    assert clone.start()[0] == 7
    return clone


def test_first_start_sets_up_and_plays(clone: Clone) -> None:
    code, out, err = clone.start("play", "a story", "é")
    assert code == 7
    assert out.startswith(f"lamp 1.0 in {clone.environment} given")
    assert out.endswith("['play', 'a story', 'é']\n")
    assert "setting up, once" in err
    assert "ready" in err


def test_second_start_has_nothing_to_say(ready: Clone) -> None:
    before = ready.python().lstat().st_ino
    assert ready.start() == (7, f"lamp 1.0 in {ready.environment} given []\n", "")
    assert ready.python().lstat().st_ino == before


def test_changed_lock_brings_the_packages_up_to_date(ready: Clone) -> None:
    ready.lock.write_text(wheel(ready.wheels, "2.0"), encoding="utf-8")
    before = ready.python().lstat().st_ino
    code, out, err = ready.start()
    assert (code, out.split(" in ")[0]) == (7, "lamp 2.0")
    assert "up to date" in err
    assert ready.python().lstat().st_ino == before


def test_changed_lock_is_noticed_inside_the_activated_environment_too(ready: Clone) -> None:
    ready.lock.write_text(wheel(ready.wheels, "2.0"), encoding="utf-8")
    code, out, _ = ready.start(python=str(ready.python()))
    assert (code, out.split(" in ")[0]) == (7, "lamp 2.0")


def test_update_that_fails_leaves_the_old_packages_whole(ready: Clone) -> None:
    old = ready.lock.read_text(encoding="utf-8")
    ready.lock.write_text(wheel(ready.wheels, "2.0"), encoding="utf-8")
    (ready.wheels / "lamp-2.0-py3-none-any.whl").unlink()
    assert ready.start()[0] == 1
    ready.lock.write_text(old, encoding="utf-8")
    assert ready.start() == (7, f"lamp 1.0 in {ready.environment} given []\n", "")


def without_packages(clone: Clone) -> None:
    shutil.rmtree(clone.packages())


def without_python(clone: Clone) -> None:
    clone.python().unlink()


def without_settings(clone: Clone) -> None:
    (clone.environment / "pyvenv.cfg").unlink()


@pytest.mark.parametrize("damage", [without_packages, without_python, without_settings])
def test_broken_environment_is_mended(ready: Clone, damage: Callable[[Clone], None]) -> None:
    damage(ready)
    code, out, err = ready.start()
    assert (code, out.split(" in ")[0]) == (7, "lamp 1.0")
    assert "ready" in err


def test_update_killed_half_way_is_done_again_from_the_start(ready: Clone) -> None:
    # What such a kill leaves: its mark, the old stamp, a package on record but not all there.
    (ready.environment / "one-out-unfinished").touch()
    (ready.packages() / "lamp.py").unlink()
    ready.lock.write_text(wheel(ready.wheels, "2.0"), encoding="utf-8")
    code, out, _ = ready.start()
    assert (code, out.split(" in ")[0]) == (7, "lamp 2.0")


@pytest.mark.parametrize("after", [0.1, 0.4, 0.8])
def test_killed_setup_is_done_again(clone: Clone, after: float) -> None:
    process = clone.command()
    try:
        process.wait(timeout=after)
    except subprocess.TimeoutExpired:
        process.kill()
    process.communicate()
    code, out, _ = clone.start()
    assert (code, out.split(" in ")[0]) == (7, "lamp 1.0")


def test_two_starts_at_once_take_turns(clone: Clone) -> None:
    processes = [clone.command(str(number)) for number in range(3)]
    for number, process in enumerate(processes):
        out, _ = process.communicate(timeout=120)
        assert process.returncode == 7
        assert out.endswith(f"['{number}']\n")


def test_virtual_environment_that_has_the_packages_is_used_as_it_is(clone: Clone) -> None:
    own = clone.root.parent / "own"
    venv.EnvBuilder(symlinks=os.name != "nt").create(own)
    packages = next(own.glob("[Ll]ib/**/site-packages"))
    with zipfile.ZipFile(clone.wheels / "lamp-1.0-py3-none-any.whl") as archive:
        archive.extractall(packages)
    code, out, err = clone.start(python=bootstrap.python_of(str(own)))
    assert (code, err) == (7, "")
    assert out.startswith(f"lamp 1.0 in {own} ")
    assert not clone.environment.exists()


def test_environment_somebody_else_made_is_left_alone(clone: Clone) -> None:
    venv.EnvBuilder(symlinks=os.name != "nt").create(clone.environment)
    before = sorted(clone.environment.rglob("*"))
    code, out, _ = clone.start()
    assert code == 7
    assert out.startswith(f"lamp 1.0 in {clone.home / 'cache'}")
    assert clone.start()[2] == ""
    assert sorted(clone.environment.rglob("*")) == before


def test_nowhere_to_write_is_said_plainly(clone: Clone) -> None:
    clone.environment.touch()
    clone.home.touch()
    code, _, err = clone.start()
    assert code == 1
    assert str(clone.environment) in err
    assert str(clone.home) in err
    assert "Traceback" not in err


def test_package_with_another_hash_is_refused(clone: Clone) -> None:
    text = clone.lock.read_text(encoding="utf-8")
    clone.lock.write_text(text.replace("sha256:", "sha256:0").rstrip()[:-1] + "\n", "utf-8")
    code, out, err = clone.start()
    assert (code, out) == (1, "")
    assert "was not\ninstalled" in err
    assert "Traceback" not in err


def test_system_without_a_package_is_told_which_pythons_have_it(clone: Clone) -> None:
    (clone.wheels / "lamp-1.0-py3-none-any.whl").unlink()
    code, out, err = clone.start()
    assert (code, out) == (1, "")
    assert "No ready-made package fits" in err
    assert "Traceback" not in err


if sys.platform != "win32":  # where Ctrl+C would stop the tests themselves too

    def test_ctrl_c_while_setting_up_is_no_traceback(clone: Clone) -> None:
        with socket.create_server(("127.0.0.1", 0)) as silent:
            silent.settimeout(60)
            index = f"http://127.0.0.1:{silent.getsockname()[1]}/"
            direct = {"NO_PROXY": "127.0.0.1", "no_proxy": "127.0.0.1"}
            process = clone.command(PIP_NO_INDEX="", PIP_INDEX_URL=index, **direct)
            asked, _ = silent.accept()  # pip, which will not be answered
            os.killpg(process.pid, signal.SIGINT)  # as a terminal does it
            _, err = process.communicate(timeout=60)
            asked.close()
        assert "setting up" in err
        assert err.endswith("one-out: stopped. The next start sets up what is missing.\n")
        assert "Traceback" not in err
        assert process.returncode == 130
        code, out, _ = clone.start()
        assert (code, out.split()[:2]) == (7, ["lamp", "1.0"])

    def test_ctrl_c_while_python_starts_again_is_no_traceback(ready: Clone) -> None:
        # The environment's Python, pressed on before it is anything but a program being loaded.
        python = ready.python()
        real = python.rename(python.with_name("real-python"))
        python.write_text(
            f"#!{BASE} -IS\n"
            "import os, signal, sys\n"
            "os.kill(os.getpid(), signal.SIGINT)\n"
            f"os.execv({str(real)!r}, [{str(real)!r}, *sys.argv[1:]])\n",
            encoding="utf-8",
        )
        python.chmod(0o755)
        assert ready.start("x") == (
            130,
            "",
            "\none-out: stopped. The next start sets up what is missing.\n",
        )


def test_installed_copy_has_no_lock_and_just_plays(clone: Clone) -> None:
    clone.lock.unlink()
    (clone.root / "lamp.py").write_text("VERSION = 'installed'", encoding="utf-8")
    code, out, err = clone.start()
    assert (code, err) == (7, "")
    assert out.startswith("lamp installed in ")


def test_old_python_is_told_what_it_needs() -> None:
    pretend = "import sys; sys.version_info = (3, 8, 18); import game.old_python"
    done = subprocess.run(
        [sys.executable, "-c", pretend], cwd=CLONE, capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stdout) == (1, "")
    assert "needs Python 3.11 or newer; this is Python 3.8" in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize(
    "path", ["game/__init__.py", "game/__main__.py", "game/old_python.py", "tests/__main__.py"]
)
def test_what_an_old_python_reads_is_written_so_that_it_can(path: str) -> None:
    tree = ast.parse((CLONE / path).read_text(encoding="utf-8"), feature_version=(3, 4))
    newer = (ast.AnnAssign, ast.FunctionDef, ast.AsyncFunctionDef, ast.JoinedStr)
    assert not [node for node in ast.walk(tree) if isinstance(node, newer)]


def test_locks_hold_what_the_project_file_asks_for() -> None:
    project = tomllib.loads((CLONE / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    extras = project["optional-dependencies"]
    asked = {
        "player": project["dependencies"],
        "test": project["dependencies"] + extras["test"],
        "lint": project["dependencies"] + extras["test"] + extras["lint"],
    }
    locks = {
        name: bootstrap.pinned((CLONE / "build" / "lock" / f"{name}.txt").read_bytes())
        for name in asked
    }
    for name, requirements in asked.items():
        names = {r: r.partition(">=")[0].partition("[")[0].lower() for r in requirements}
        # What some systems need has a marker in the lock too, and is not looked for on the others.
        lock = "\n" + (CLONE / "build/lock" / f"{name}.txt").read_text(encoding="utf-8")
        assert all(f"\n{names[r]}==" in lock for r in requirements if ";" in r), name
        everywhere = {names[r] for r in requirements if ";" not in r}
        assert everywhere <= locks[name].keys(), name
    assert locks["player"].items() <= locks["test"].items() <= locks["lint"].items()


def test_passing_through_imports_almost_nothing() -> None:
    # An ordinary start pays for this twice: before the environment's Python and in it.
    script = "import sys; a = set(sys.modules); import game.bootstrap; print(*set(sys.modules) - a)"
    done = subprocess.run(
        [sys.executable, "-I", "-c", f"import sys; sys.path.insert(0, {str(CLONE)!r}); {script}"],
        capture_output=True,
        text=True,
        check=True,
    )
    assert set(done.stdout.split()) == {"game", "game.bootstrap", "__future__"}
