"""The map: everything of the story is on it, nothing lies on anything else, marks can be told."""

from __future__ import annotations

import re
from itertools import combinations, pairwise
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from game.check.check import check
from game.check.findings import Checked, Undecided
from game.export import layout
from game.export.chart import chart
from game.export.figures import badge, size_of
from game.export.lettering import broken, width
from game.export.map import draw
from game.export.marks import MEANING, Marks
from game.story.load import load_story
from game.story.model import Declared, Place, Story
from game.story.new import TEMPLATE
from tests.check.grown import grown_story
from tests.check.troubled import story as troubled
from tests.corpus.plan import HERE
from tests.corpus.written import story
from tests.story.test_generated import load

SVG = "{http://www.w3.org/2000/svg}"
KINDS = HERE / "unreachable" / "of-every-kind"
SHIPPED = Path(__file__).parents[2] / "stories" / "south-coast"


@pytest.fixture(scope="module")
def shipped() -> Story:
    return load_story(SHIPPED)


def parsed(drawn: str) -> ET.Element:
    return ET.fromstring(drawn)  # noqa: S314 - our own drawing


def boxes(drawn: str) -> dict[str, ET.Element]:
    """The boxes of a drawing, by the id of the branch that they stand for."""
    return {g.attrib["id"]: g for g in parsed(drawn).iter(f"{SVG}g") if "id" in g.attrib}


def titles(drawn: str) -> list[str]:
    return ["".join(title.itertext()) for title in parsed(drawn).iter(f"{SVG}title")]


def placed(made: Story) -> tuple[layout.Placed, dict[str, layout.Box]]:
    all_ = chart(made, Marks(None, None, {}))
    those = [layout.Box(item.branch, item.band, *size_of(item)) for item in all_.items]
    lines = [layout.Line(way.tail, way.head) for way in all_.ways]
    return layout.place(those, lines, [b.id for b in all_.bands]), {b.name: b for b in those}


# What is on it


def test_every_passage_choice_and_result_has_a_box(shipped: Story) -> None:
    found = boxes(draw(shipped))
    for passage in shipped.passages.values():
        assert passage.id in found
        assert {choice.id for choice in passage.choices} <= found.keys()
    assert {"ballot/carried", "ballot/lost", "monday/skip", "ask_vi/to/argue"} <= found.keys()


def test_meetings_and_endings_are_told_apart_by_their_shape(shipped: Story) -> None:
    found = boxes(draw(shipped))
    assert found["called_off"].find(f"{SVG}polygon") is not None
    assert found["smoko"].find(f"{SVG}polygon") is None
    assert len(found["ballot"].findall(f"{SVG}rect")) == 2
    assert len(found["smoko"].findall(f"{SVG}rect")) == 1


def test_pointing_at_a_choice_tells_its_condition_and_effects(shipped: Story) -> None:
    title = boxes(draw(shipped))["tuesday/roy"].find(f"{SVG}title")
    assert title is not None
    assert title.text is not None
    assert "if roy_word == his and" in title.text
    assert "effect: mover = roy_moves" in title.text
    assert "locked: Roy hasn" in title.text
    assert "scenes/8-tuesday.yaml:" in title.text


def test_text_is_text_and_scenes_are_named(shipped: Story) -> None:
    said = [" ".join(t.itertext()) for t in parsed(draw(shipped)).iter(f"{SVG}text")]
    assert "The Breakwater" in said
    assert "Three ton on an" in said
    assert "Put two bob of your" in said


def test_a_flow_is_a_band_of_its_own_with_links_to_and_fro(shipped: Story) -> None:
    drawn = draw(shipped)
    links = [a.attrib["href"] for a in parsed(drawn).iter(f"{SVG}a")]
    assert links.count("#week") == 4  # the passages that call it
    assert {"#carried", "#lost", "#gift", "#letter"} <= set(links)
    assert all(link[1:] in boxes(drawn) for link in links)


def test_the_same_story_gives_the_same_bytes(shipped: Story) -> None:
    assert draw(shipped) == draw(load_story(SHIPPED))


def test_words_of_a_stranger_cannot_become_marks(tmp_path: Path) -> None:
    body = """\
passages:
  smoko:
    text: '<script>alert("1 & 2")</script> ]]> <a href="x">'
    choices:
      go: {text: '</text><rect/>', to: home}
"""
    scene = """\
scene: hall
title: '<i>The hall'
place: '<b>Here'
passages:
  home:
    ending: {title: '<Home>', debrief: You & me.}
"""
    drawn = draw(story(tmp_path, body, hall=scene))
    assert "<script" not in drawn
    assert any("alert" in title for title in titles(drawn))
    assert list(boxes(drawn)) == ["smoko", "smoko/go", "home"]


# Marks


def test_a_sound_story_is_said_to_be_sound(shipped: Story) -> None:
    found = check(shipped)
    drawn = draw(shipped, found, check(shipped, free_meetings=True))
    assert "Every branch can be reached." in drawn
    assert 'class="badge"' not in drawn
    assert "Every branch" not in draw(shipped)  # nothing was checked


def test_each_kind_of_trouble_has_its_mark_and_its_place_in_the_legend(tmp_path: Path) -> None:
    made = troubled(tmp_path)
    drawn = draw(made, check(made), check(made, free_meetings=True))
    found = boxes(drawn)
    for branch, mark in {
        "yard/tell": "unreachable",
        "told_her": "unreachable",
        "vote/lost": "class",
        "beaten": "class",
        "wall": "trap",
        "door": "stuck",
        "yard/help": "fault",
        "vote": "part",  # a hand line of it
    }.items():
        assert mark in found[branch].attrib["class"].split(), branch
        assert any("badge" in g.attrib.get("class", "") for g in found[branch].iter(f"{SVG}g"))
    assert "unreachable" not in found["yard"].attrib["class"]
    assert "unreachable" not in found["vote"].attrib["class"]
    for words in ("cannot be reached", "only where a class decides the votes", "a trap: no ending"):
        assert f">{words}" in drawn  # in the legend
    assert any("needs trust &gt;= 3" in t or "needs trust >= 3" in t for t in titles(drawn))


def test_what_is_unreachable_on_purpose_is_marked_calmly() -> None:
    made = load_story(KINDS)
    drawn = draw(made, check(made), check(made, free_meetings=True))
    found = boxes(drawn)
    for branch in ("smoko/shelter", "shed", "road/to/shed", "dry", "dry/skip", "vote/lost", "back"):
        classes = found[branch].attrib["class"].split()
        assert "declared" in classes, branch
        assert "unreachable" not in classes, branch
    title = found["smoko/shelter"].find(f"{SVG}title")
    assert title is not None
    assert title.text is not None
    assert title.text.endswith("unreachable on purpose: It never rains in this story.")
    assert ">unreachable on purpose<" in drawn  # in the legend
    assert ">cannot be reached<" not in drawn
    assert 'class="way on shut"' in drawn
    assert "dead" not in re.findall(r'class="way ([^"]*)"', drawn)
    assert "class" in found["back"].attrib["class"].split()  # and a class may get there
    assert "class" not in found["shed"].attrib["class"].split()


def test_a_passage_with_something_unreachable_in_it_is_drawn_as_ever() -> None:
    made = load_story(KINDS)
    box = boxes(draw(made, check(made), check(made, free_meetings=True)))["smoko"]
    assert box.attrib["class"] == "passage"
    assert len([g for g in box.iter(f"{SVG}g") if g.attrib.get("class") == "badge"]) == 1
    assert "smoko/text/weather unreachable on purpose: It never rains" in "".join(box.itertext())


def test_what_is_reached_although_it_is_declared_unreachable_is_marked(tmp_path: Path) -> None:
    made = troubled(tmp_path)
    line = Declared("wall", "Nobody waits.", Place("troubled.yaml", 1, 1))
    made = made._replace(unreachable=(line,))
    box = boxes(draw(made, check(made), check(made, free_meetings=True)))["wall"]
    assert "reachable" in box.attrib["class"].split()
    assert "declared unreachable, and it can be reached: Nobody waits." in "".join(box.itertext())
    badges = [g for g in box.iter(f"{SVG}g") if g.attrib.get("class") == "badge"]
    assert len(badges) == 2  # the trap's, and one for the box and what is in it


def test_the_legend_stays_on_the_map(tmp_path: Path) -> None:
    made = troubled(tmp_path)._replace(
        unreachable=(
            Declared("door/push", "No key.", Place("troubled.yaml", 1, 1)),
            Declared("yard/wait", "No time.", Place("troubled.yaml", 1, 1)),
        )
    )
    drawn = draw(made, check(made), check(made, free_meetings=True))
    svg = parsed(drawn)
    texts = {text.text: text for text in svg.iter(f"{SVG}text")}
    ends, rows = [], set()
    for words in MEANING.values():
        if words in texts:
            ends.append(float(texts[words].attrib["x"]) + width(words, 11))
            rows.add(texts[words].attrib["y"])
    assert len(ends) == len(MEANING) - 1  # nothing is undecided
    assert max(ends) <= float(svg.attrib["width"])
    assert len(rows) > 1


def test_what_is_undecided_is_marked(tmp_path: Path) -> None:
    made = troubled(tmp_path)
    found: Checked = check(made)
    unknown = {**found.verdicts, "wall": Undecided(found.verdicts["wall"].branch, "too large")}
    box = boxes(draw(made, found._replace(verdicts=unknown)))["wall"]
    assert "undecided" in box.attrib["class"]
    assert "not decided within the limit: too large" in "".join(box.itertext())


def test_every_badge_has_a_shape_of_its_own(tmp_path: Path) -> None:
    made = troubled(tmp_path)
    drawn = draw(made, check(made), check(made, free_meetings=True))
    badges = re.findall(r'<g class="badge"[^>]*>(.*?)</g>', drawn)
    shapes = {re.sub(r'(fill|stroke)="[^"]*"', "", one) for one in badges}
    assert len(shapes) == 5
    all_ = {re.sub(r'(fill|stroke)="[^"]*"', "", badge(mark, 0, 0)) for mark in MEANING}
    assert len(all_) == len(MEANING)


# Where things stand


@pytest.mark.parametrize("name", ["template", "shipped", *range(25)])
def test_nothing_lies_on_anything_else(name: str | int) -> None:
    if isinstance(name, int):
        made = load(grown_story(name))
    else:
        made = load_story(TEMPLATE if name == "template" else SHIPPED)
    found, size = placed(made)
    for one, other in combinations(size, 2):
        a, b = found.spots[one], found.spots[other]
        across = abs(a.x - b.x) >= (size[one].width + size[other].width) / 2
        above = a.top + size[one].height <= b.top or b.top + size[other].height <= a.top
        assert across or above, f"{one} and {other}"
    for box_name, spot in found.spots.items():
        top, bottom = found.bands[size[box_name].band]
        assert top < spot.top
        assert spot.top + size[box_name].height < bottom
        assert spot.x - size[box_name].width / 2 >= 0
        assert spot.x + size[box_name].width / 2 <= found.width
    for (_, end), (start, _) in pairwise(found.bands.values()):
        assert end == start


@pytest.mark.parametrize("seed", range(25))
def test_every_line_leaves_its_tail_and_meets_its_head(seed: int) -> None:
    found, size = placed(load(grown_story(seed)))
    for line, route in found.routes.items():
        for name, (x, y) in zip(line, (route.points[0], route.points[-1]), strict=True):
            spot, box = found.spots[name], size[name]
            assert abs(x - spot.x) <= box.width / 2
            assert y in (spot.top, spot.top + box.height)
        rises = route.points[0][1] > route.points[-1][1]
        assert rises == route.back


@pytest.mark.parametrize("name", ["shipped", *range(25)])
def test_no_long_line_runs_through_a_box(name: str | int) -> None:
    found, size = placed(load(grown_story(name)) if isinstance(name, int) else load_story(SHIPPED))
    for line, route in found.routes.items():
        for (x, y), (_, end) in list(pairwise(route.points))[1::2]:
            for box_name, spot in found.spots.items():
                box = size[box_name]
                level = spot.top < max(y, end) and min(y, end) < spot.top + box.height
                assert not level or abs(x - spot.x) >= box.width / 2, f"{line} through {box_name}"


def test_what_leads_on_leads_down_and_only_circles_lead_back(shipped: Story) -> None:
    found, _ = placed(shipped)
    back = {line.head for line, route in found.routes.items() if route.back}
    assert back == {"kitchen_ask", "monday", "rounds"}


def test_a_large_story_is_drawn_in_a_moment_and_deep_ones_at_all(tmp_path: Path) -> None:
    chain = "".join(
        f"  p{n}:\n    choices:\n      on: {{text: On., to: p{n + 1}}}\n      "
        f"back: {{text: Back., to: p{max(0, n - 3)}}}\n"
        for n in range(1200)
    )
    end = "  p1200:\n    ending: {title: End, debrief: It ends.}\n"
    body = f"passages:\n  smoko: {{to: p0}}\n{chain}{end}"
    assert len(boxes(draw(story(tmp_path, body)))) == 3602


# Words without a font


def test_words_are_broken_to_fit_and_cut_with_an_ellipsis() -> None:
    lines = broken("Clarrie works along the deck with the roster board.", 11, 120, 2)
    assert len(lines) == 2
    assert lines[-1].endswith("…")
    assert all(width(line, 11) <= 120 for line in lines)


def test_one_word_too_long_is_cut() -> None:
    (line,) = broken("x" * 100, 11, 60, 1)
    assert line.endswith("x…")
    assert width(line, 11) <= 60
    assert broken("", 11, 60, 2) == []
