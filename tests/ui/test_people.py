"""Who speaks and who votes, as pictures: portraits before the print, figures in a meeting."""

import time
from pathlib import Path

import pygame
import pytest

from game.story import compiled
from game.ui import pictured
from game.ui.geometry import Rect
from game.ui.page import Art, Figure, Shape, Words
from game.ui.picture_files import PictureFiles, standing
from game.ui.pictured import bystander, has_file, likeness, picture_file
from game.ui.settings import Settings
from tests.corpus.written import diagnostics, story
from tests.ui.pilot import Pilot

GOLD, RED = (228, 165, 49), (199, 62, 42)

PEOPLE = """
people:
  les:
    name: Les
    portraits: {neutral: les.png, hard: hard.png, hand_up: up.png, hand_down: down.png}
  may: {name: May}
passages:
  smoko:
    speaker: les
    mood: warm
    text: '"Morning," says Les.'
    choices:
      on: {text: Vote., to: vote, lens: together}
      off: {text: Go home., to: home, lens: alone}
  vote:
    text: It is put.
    meeting:
      motion: That we walk.
      voters: [les, may, you]
      hands:
        les: {always: up, text: He said he would.}
        may: {always: down, text: She has a boy at home.}
        you: {always: up, text: You moved it.}
      carried: home
      lost: home
  home:
    ending: {title: Home, debrief: You walk home.}
"""


def painted(path: Path, colour: tuple[int, int, int], size: tuple[int, int] = (88, 96)) -> Path:
    """A picture whose upper half is clear and whose lower half has one colour."""
    surface = pygame.Surface(size, pygame.SRCALPHA)
    surface.fill((*colour, 255), (0, size[1] // 2, size[0], size[1]))
    path.parent.mkdir(parents=True, exist_ok=True)
    pygame.image.save(surface, path)
    return path


@pytest.fixture
def shipped(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of assets without any."""
    folder = tmp_path / "shipped"
    folder.mkdir()
    monkeypatch.setattr(pictured, "assets_folder", lambda: folder)
    monkeypatch.setattr(pictured, "KIND", "png")
    return folder


@pytest.fixture
def bystanders(shipped: Path) -> None:
    """Somebody to stand for whoever has no figure."""
    for hand in ("up", "down"):
        painted(shipped / "portraits" / "anybody" / f"1-hand-{hand}.png", RED, (56, 90))


def until_drawn(pilot: Pilot) -> None:
    deadline = time.monotonic() + 60
    while pilot.window.busy and time.monotonic() < deadline:
        time.sleep(0.005)
    pilot.window.desk.dirty = True
    pilot.settle()


def opened(folder: Path, size: tuple[int, int] = (1280, 720), pictures: str = "shown") -> Pilot:
    settings = Settings().having("pictures", pictures)
    pilot = Pilot(story(folder, PEOPLE), folder=folder, size=size, settings=settings)
    pilot.take(1)
    return pilot


def meeting(folder: Path, size: tuple[int, int] = (1280, 720), pictures: str = "shown") -> Pilot:
    for name in ("up.png", "down.png"):
        painted(folder / name, GOLD, (56, 90))
    pilot = opened(folder, size, pictures)
    pilot.take(1)
    pilot.take(1)
    assert pilot.showing == "MeetingScreen"
    return pilot


def art_of(pilot: Pilot) -> Art:
    assert pilot.page.art is not None
    return pilot.page.art


def overlap(rect: Rect, figure: Figure) -> bool:
    return bool(pygame.Rect(rect).colliderect(pygame.Rect(figure.rect)))


def marks(pilot: Pilot, kind: str) -> int:
    return sum(isinstance(item, Shape) and item.kind == kind for item in pilot.page.flow)


# -- which file


def test_portraits_are_kept_in_the_compiled_form(tmp_path: Path) -> None:
    made = story(tmp_path, PEOPLE)
    assert made.portraits["les"]["hard"] == "hard.png"
    assert "may" not in made.portraits
    assert compiled.decode(compiled.encode(made, [])).portraits == made.portraits


def test_a_portrait_of_no_mood_is_an_error(tmp_path: Path) -> None:
    angry = PEOPLE.replace("neutral: les.png", "angry: les.png")
    (found,) = diagnostics(tmp_path, angry)
    assert "neutral" in found.mend


def test_no_portrait_is_taken_from_outside_the_folder(tmp_path: Path) -> None:
    folder = tmp_path / "inner"
    made = story(folder, PEOPLE.replace("neutral: les.png", "neutral: ../les.png"))
    painted(tmp_path / "les.png", GOLD)
    assert likeness(made, folder, "les", "neutral") is None


def test_a_mood_without_a_file_shows_the_neutral_face(tmp_path: Path, shipped: Path) -> None:
    made = story(tmp_path, PEOPLE)
    assert likeness(made, tmp_path, "les", "warm") == tmp_path / "les.png"
    assert likeness(made, tmp_path, "les", "hard") == tmp_path / "hard.png"
    assert likeness(made, None, "les", "hard") is None
    assert likeness(made, tmp_path, "may", "hard") is None
    face = painted(shipped / "portraits" / made.id / "may-neutral.png", RED)
    assert likeness(made, tmp_path, "may", "hard") == face
    assert likeness(made, tmp_path, "may", "hand_up") is None


def test_whoever_has_no_figure_has_one_of_nobody_in_particular(shipped: Path) -> None:
    assert bystander(0, "hand_up") is None
    for number in (1, 2):
        for hand in ("up", "down"):
            painted(shipped / "portraits" / "anybody" / f"{number}-hand-{hand}.png", RED)
    found = [bystander(number, "hand_down") for number in range(3)]
    names = [None if path is None else path.name for path in found]
    assert names == ["1-hand-down.png", "2-hand-down.png", "1-hand-down.png"]


def test_a_picture_without_a_file_is_the_one_that_comes_with_the_game(
    tmp_path: Path, shipped: Path
) -> None:
    made = story(tmp_path, f"pictures:\n  sea: {{description: The sea.}}\n{PEOPLE}")
    assert not has_file(made, "sea")
    assert picture_file(made, tmp_path, "sea") is None
    sea = painted(shipped / "pictures" / made.id / "sea.png", GOLD)
    assert has_file(made, "sea")
    assert picture_file(made, tmp_path, "sea") == sea


# -- how it is cut out


def test_a_figure_stands_in_the_middle_of_its_foot_and_is_clear_above(tmp_path: Path) -> None:
    pygame.display.set_mode((64, 64))
    figure = standing(painted(tmp_path / "a.png", RED, (40, 80)), 100, 100)
    assert figure is not None
    assert figure.get_at((50, 95))[:3] == RED
    assert figure.get_at((50, 10))[3] == 0
    assert figure.get_at((10, 95))[3] == 0
    (tmp_path / "b.png").write_bytes(b"no picture")
    assert standing(tmp_path / "b.png", 100, 100) is None


def test_a_figure_that_is_asked_for_is_waited_for(tmp_path: Path) -> None:
    pygame.display.set_mode((640, 360))
    files = PictureFiles(standing, 10)
    assert files.get(str(painted(tmp_path / "a.png", RED)), 44, 48) is not None


# -- in the window


@pytest.mark.usefixtures("shipped")
def test_whoever_speaks_stands_before_the_print(tmp_path: Path) -> None:
    painted(tmp_path / "les.png", GOLD)
    pilot = opened(tmp_path)
    (figure,) = art_of(pilot).figures
    assert figure.file == str(tmp_path / "les.png")
    assert figure.rect.bottom == art_of(pilot).rect.bottom
    until_drawn(pilot)
    at = (figure.rect.x + figure.rect.w // 2, figure.rect.bottom - 20)
    assert pilot.surface.get_at(at)[:3] == GOLD


@pytest.mark.usefixtures("shipped")
@pytest.mark.parametrize("size", [(1280, 720), (1024, 768), (1920, 1080), (900, 1200)])
def test_the_speaker_covers_no_word_and_stays_in_the_window(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    painted(tmp_path / "les.png", GOLD)
    pilot = opened(tmp_path, size)
    page = pilot.page
    (figure,) = art_of(pilot).figures
    assert figure.rect.x >= 0
    assert figure.rect.right <= page.size[0]
    words = [i.rect for i in (*page.flow, *page.fixed) if isinstance(i, Words)]
    assert not [rect for rect in words if overlap(rect, figure)]


@pytest.mark.usefixtures("bystanders")
def test_hands_go_up_one_by_one_in_the_hall(tmp_path: Path) -> None:
    pilot = meeting(tmp_path)

    def hands() -> list[str]:
        figures = sorted(art_of(pilot).figures, key=lambda figure: figure.rect.x)
        return [Path(figure.file).stem for figure in figures]

    assert hands() == ["down", "1-hand-down", "1-hand-down"]
    seen = []
    for _ in range(3):
        pilot.window.desk.tick()
        pilot.settle()
        seen.append(hands())
    assert seen == [
        ["up", "1-hand-down", "1-hand-down"],
        ["up", "1-hand-down", "1-hand-down"],
        ["up", "1-hand-down", "1-hand-up"],
    ]
    assert any("CARRIED" in item.text for item in pilot.page.fixed if isinstance(item, Words))
    assert marks(pilot, "hand_up") == 0
    pilot.take(1)  # then one reads why, and only there goes on
    assert marks(pilot, "hand_up") == 2
    pilot.press("return")
    assert pilot.view.passage == "home"


@pytest.mark.usefixtures("bystanders")
def test_any_press_goes_to_the_reasons_at_once(tmp_path: Path) -> None:
    pilot = meeting(tmp_path)
    pilot.press("return")
    assert marks(pilot, "hand_up") == 2


@pytest.mark.usefixtures("bystanders")
@pytest.mark.parametrize(
    ("size", "pictures"), [((1280, 720), "hidden"), ((640, 900), "shown"), ((320, 240), "shown")]
)
def test_where_no_picture_is_wanted_or_fits_the_cards_stand_at_once(
    tmp_path: Path, size: tuple[int, int], pictures: str
) -> None:
    assert marks(meeting(tmp_path, size, pictures), "hand_waiting") == 3


@pytest.mark.usefixtures("shipped")
def test_a_meeting_without_any_figures_stands_on_cards(tmp_path: Path) -> None:
    assert marks(meeting(tmp_path), "hand_waiting") == 3


@pytest.mark.usefixtures("bystanders")
@pytest.mark.parametrize("size", [(1280, 720), (1920, 1080), (1024, 768), (2560, 1080)])
@pytest.mark.parametrize("count", [1, 5, 9, 12])
def test_everybody_in_the_hall_has_a_place_of_their_own(
    tmp_path: Path, size: tuple[int, int], count: int
) -> None:
    names = [f"p{number}" for number in range(count)]
    people = "people:\n" + "".join(f"  {name}: {{name: {name.upper()}}}\n" for name in names)
    figures = "portraits: {hand_up: up.png, hand_down: down.png}"
    people = people.replace("{name: P0}", f"{{name: P0, {figures}}}")
    for name in ("up.png", "down.png"):
        painted(tmp_path / name, GOLD, (56, 90))
    votes = "".join(f"        {name}: {{always: up, text: So.}}\n" for name in names)
    text = (
        f"{people}passages:\n  smoko:\n    text: It is put.\n    meeting:\n"
        f"      motion: That we walk.\n      voters: [{', '.join(names)}]\n      hands:\n{votes}"
        "      carried: home\n      lost: home\n"
        "  home:\n    ending: {title: Home, debrief: You walk home.}\n"
    )
    pilot = Pilot(story(tmp_path, text), folder=tmp_path, size=size)
    pilot.take(1)
    pilot.take(1)
    places = [figure.rect for figure in art_of(pilot).figures]
    assert len({(rect.x, rect.y) for rect in places}) == count
    assert all(rect.x >= -rect.w // 3 and rect.right <= size[0] + rect.w // 3 for rect in places)
    assert all(rect.y >= 0 for rect in places)
