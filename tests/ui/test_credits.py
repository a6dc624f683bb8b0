"""Credits and sources, and what stands before a story: whole, and reached from everywhere."""

import re
import tomllib
from pathlib import Path

import pytest

from game.story.load import load_story
from game.story.model import Story
from game.ui import words_about
from game.ui.assets import assets_folder
from game.ui.origins import LIBRARIES, origins
from game.ui.page import Shape, Words
from game.ui.screens.content import ContentScreen
from game.ui.screens.credits import CreditsScreen, sources_of
from tests.ui.pilot import Pilot, rope

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def breakwater() -> Story:
    return load_story(ROOT / "stories" / "south-coast")


def opened(story: Story) -> Pilot:
    return Pilot(story, screen=CreditsScreen(story), folder=None)


def test_every_source_a_note_or_the_record_cites_stands_there_once(breakwater: Story) -> None:
    found = sources_of(breakwater)
    cited = {s for note in breakwater.notes.values() for s in note.sources}
    cited |= {s for line in breakwater.debrief.record for s in line.sources}
    assert {one.text for one in found} == {breakwater.sources[s].text for s in cited}
    assert len({one.text for one in found}) == len(found)
    words = opened(breakwater).words
    for one in found:
        assert words.count(one.text) == 1, one.text


def test_each_source_names_the_notes_that_cite_it(breakwater: Story) -> None:
    found = {one.text: one for one in sources_of(breakwater)}
    for note in breakwater.notes.values():
        for source in note.sources:
            assert note in found[breakwater.sources[source].text].notes
    words = opened(breakwater).words
    roster = breakwater.notes["roster"].text.split()
    assert f"\u201c{' '.join(roster[:7])}\u2026\u201d (Documented)" in words


def test_two_entries_with_one_citation_are_one_source() -> None:
    story = rope()
    first = next(iter(story.sources.values()))
    twin = first._replace(id="twin")
    note = next(note for note in story.notes.values() if first.id in note.sources)
    other = note._replace(id="other", text="Another note.", sources=("twin",))
    changed = story._replace(
        sources={**story.sources, "twin": twin}, notes={**story.notes, "other": other}
    )
    (one,) = [one for one in sources_of(changed) if one.text == first.text]
    assert {note.id for note in one.notes} >= {note.id, "other"}


def test_sources_are_grouped_by_their_kind(breakwater: Story) -> None:
    labels = [
        item.text
        for item in opened(breakwater).page.flow
        if isinstance(item, Words) and item.style == "label"
    ]
    kinds = list(dict.fromkeys(one.kind for one in sources_of(breakwater)))
    found = [label.lower() for label in labels]
    assert [kind.lower() for kind in kinds] == [
        one for one in found if one in map(str.lower, kinds)
    ]


def test_every_credit_of_the_story_stands_there(breakwater: Story) -> None:
    words = opened(breakwater).words
    for credit in breakwater.credits:
        assert credit.role in words
        assert credit.who in words


def test_everything_on_the_list_of_licences_is_credited() -> None:
    listed = (assets_folder() / "LICENCES.md").read_text(encoding="utf-8")
    rows = re.findall(r"^\| `([^`]+)` \| ([^|]+) \|", listed, re.MULTILINE)
    wanted = {file for file, licence in rows if "licence text" not in licence}
    found = origins(assets_folder())
    assert wanted
    assert {f"{one.kind}/{file}" for one in found for file in one.files} == wanted
    words = Pilot(rope(), screen=CreditsScreen()).words
    for one in found:
        assert one.whose in words
        assert words_about.ORIGIN.format(licence=one.licence, origin=one.origin) in words
    assert origins(ROOT / "docs") == []


def test_everything_the_player_needs_installed_is_credited() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    needed = {re.split(r"[><=;\[ ]", one)[0] for one in project["dependencies"]}
    assert needed <= set(LIBRARIES)
    assert set(words_about.LIBRARY) == set(LIBRARIES)
    words = Pilot(rope(), screen=CreditsScreen()).words
    for name, licence in LIBRARIES.items():
        assert words_about.LIBRARY[name].format(licence=licence) in words


def test_an_address_is_read_as_words() -> None:
    story = rope()
    address = "https://example.org/" + "a-long-page/" * 20
    first = next(iter(story.sources.values()))
    changed = story._replace(sources={**story.sources, first.id: first._replace(text=address)})
    pilot = Pilot(changed, screen=CreditsScreen(changed))
    assert address in pilot.words.replace(" ", "")
    assert [c.id for c in pilot.page.controls if c.main] == ["close"]


def test_credits_are_reached_from_title_pause_content_notes_and_ending() -> None:
    pilot = Pilot(rope(notes=True))
    pilot.click("credits")
    assert pilot.showing == "CreditsScreen"
    pilot.press("escape", "1")
    pilot.click("credits")
    assert pilot.showing == "CreditsScreen"
    pilot.press("escape", "1", "c")
    assert pilot.showing == "CreditsScreen"
    pilot.press("c", "escape")
    assert pilot.showing == "MenuScreen"
    pilot.press("c")
    assert pilot.showing == "CreditsScreen"
    ended = Pilot(rope(), resumed=("smoko/cover", "asked/pub", "pub/monday", "vote/carried"))
    ended.press("1")
    assert ended.view.ending is not None
    ended.click("credits")
    assert ended.showing == "CreditsScreen"
    assert ended.sitting.story.title.upper() in ended.words


def test_they_are_read_to_the_end_with_one_key(breakwater: Story) -> None:
    pilot = opened(breakwater)
    for _ in range(60):
        if pilot.showing != "CreditsScreen" or pilot.hot == "close":
            break
        pilot.press("return")
    assert pilot.window.desk.scroll == pilot.page.depth > 0


# What stands before a story.


def test_before_the_first_scene_stands_what_to_know(breakwater: Story) -> None:
    pilot = Pilot(breakwater, folder=None)
    pilot.take(1)
    assert pilot.showing == "ContentScreen"
    for _, note in breakwater.content_notes:
        assert note in pilot.words
    for fact in ("from 13", "about 34 minutes", "Port Kembla, New South Wales, 1961"):
        assert fact in pilot.words
    assert f"{len(breakwater.notes)} margin notes" in pilot.words
    assert "the two houses and the road are invented" in pilot.words
    pilot.press("end", "return")
    assert pilot.showing == "PlayScreen"


def test_the_name_warning_is_framed_and_stands_before_everything_else(breakwater: Story) -> None:
    pilot = Pilot(breakwater, screen=ContentScreen(Pilot(breakwater).sitting), folder=None)
    body = [i for i in pilot.page.flow if isinstance(i, Words) and i.style == "body"]
    assert body[0].text.startswith("Aboriginal and Torres Strait Islander readers")
    frame = next(i for i in pilot.page.flow if isinstance(i, Shape) and i.kind == "frame")
    assert body[0].rect.within(frame.rect)


def test_notes_of_single_scenes_are_told_once() -> None:
    story = rope(notes=True)
    scenes = {
        name: scene._replace(content_notes=(("noise", "A ship\u2019s whistle sounds."),))
        for name, scene in story.scenes.items()
    }
    pilot = Pilot(story._replace(scenes=scenes))
    pilot.take(1)
    assert pilot.words.count("whistle") == 1


def test_the_pause_shows_it_again_and_goes_back_to_the_same_place() -> None:
    pilot = Pilot(rope(notes=True), resumed=("smoko/cover",))
    pilot.press("1", "escape")
    pilot.click("about")
    assert pilot.showing == "ContentScreen"
    assert [c.id for c in pilot.page.controls if c.main] == ["close", "credits"]
    pilot.press("1", "escape")
    assert pilot.showing == "PlayScreen"
    assert pilot.sitting.playthrough.choices == ("smoko/cover",)
