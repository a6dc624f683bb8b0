"""The page to keep: what stands on it, and that it is HTML that a browser need not mend."""

from __future__ import annotations

import re
import shutil
import subprocess
from datetime import date
from html.parser import HTMLParser
from pathlib import Path

import pytest

from game.check.foresee import foresee
from game.debrief import words
from game.debrief.look_back import look_back
from game.debrief.told import told
from game.debrief.turning import turning
from game.export.debrief_page import page
from game.export.keep import kept, name_of
from game.export.paper import STYLE
from game.play.program import Program
from game.story.load import load_story
from game.story.model import Story
from game.ui.inks import contrast
from tests.corpus.written import HEAD, write
from tests.play.speakers import TWO

DAY = date(2026, 11, 27)
SHIPPED = Path(__file__).parents[2] / "stories" / "south-coast"
EVIL = '</p><script src="https://example.org/x.js">alert(1)</script>&amp;"\'\\0'
VOID = {"meta"}
CLOSED_BY_NESTING = {"p": {"p", "h1", "h2", "h3", "ul", "ol", "div", "table", "section"}}


class Reader(HTMLParser):
    """Reads a page as strictly as it can: every tag closed, by its own, in order."""

    def __init__(self, text: str) -> None:
        super().__init__(convert_charrefs=True)
        self.open: list[str] = []
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.words: list[str] = []
        self.feed(text)
        self.close()
        assert not self.open

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in CLOSED_BY_NESTING["p"]:
            assert "p" not in self.open, f"{tag} inside a paragraph"
        self.tags.append((tag, dict(attrs)))
        assert len(dict(attrs)) == len(attrs)
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open, f"</{tag}> closes nothing"
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if "style" not in self.open:
            self.words.append(data)

    @property
    def text(self) -> str:
        return " ".join(" ".join(self.words).split())


def made_page(made: Story, choices: list[str], *, turned: bool = True) -> str:
    program = Program(made)
    found = turning(program, choices, foresee(made)) if turned else None
    back = look_back(program, choices)
    return page(back, None if found is None else told(made, found), words.NOT_KEPT_YET, DAY)


def first_choices(made: Story) -> list[str]:
    from game.play.playthrough import Playthrough

    play = Playthrough(Program(made))
    while play.view.ending is None:
        play.choose(1)
    return list(play.choices)


@pytest.fixture(scope="module")
def shipped() -> Story:
    return load_story(SHIPPED)


@pytest.fixture(scope="module")
def whole(shipped: Story) -> str:
    return made_page(shipped, first_choices(shipped))


def test_every_tag_is_closed_and_nothing_is_fetched_or_run(whole: str) -> None:
    read = Reader(whole)
    tags = {tag for tag, _ in read.tags}
    assert not tags & {"script", "link", "img", "iframe", "object", "a", "form", "base"}
    assert not {name for _, those in read.tags for name in those} & {"src", "href", "onload"}
    assert "@import" not in whole
    assert "url(" not in whole
    policy = [those["content"] for tag, those in read.tags if "http-equiv" in those]
    assert policy == ["default-src 'none'; style-src 'unsafe-inline'"]
    assert read.tags[0] == ("html", {"lang": "en-AU"})


def test_all_of_the_debrief_and_the_play_stand_on_it(whole: str, shipped: Story) -> None:
    read, choices = Reader(whole), first_choices(shipped)
    back = look_back(Program(shipped), choices)
    said = [back.last.ending.title, back.last.ending.debrief] if back.last.ending else []
    said += [d.chosen.text for those in back.deeds for d in those.deeds]
    said += [entry.text for entry in (*back.record, *back.notes)]
    said += [source.text for entry in (*back.record, *back.notes) for source in entry.sources]
    said += [back.against, *back.questions, *(one.name for one in back.people)]
    said += [hand.reason for vote in back.votes for hand in vote.meeting.hands]
    said += [line.text for one in back.past for line in one.view.lines]
    said += [one.chosen.text for one in back.past]
    said += [line.text for line in back.last.lines]
    assert len(said) > 120
    for text in said:
        assert " ".join(text.split()) in read.text, text


def test_turning_points_name_endings_and_tell_none_that_was_not_reached(
    whole: str, shipped: Story
) -> None:
    text = Reader(whole).text
    program, choices = Program(shipped), first_choices(shipped)
    found = turning(program, choices, foresee(shipped))
    lost = [one for one in found.endings if one.lost is not None]
    assert len(lost) >= 3
    for one in lost:
        ending = shipped.passages[one.ending].ending
        assert ending is not None
        assert f"“{one.title}” went out of reach" in text
        assert " ".join(ending.debrief.split()) not in text


def test_before_an_ending_no_ending_is_named(shipped: Story) -> None:
    choices = first_choices(shipped)[:3]
    text = Reader(made_page(shipped, choices, turned=False)).text
    titles = [p.ending.title for p in shipped.passages.values() if p.ending is not None]
    assert titles
    assert not [title for title in titles if title in text]
    assert words.NO_ENDING_YET in text
    assert words.NOT_KEPT_YET in text


def evil(folder: Path, language: str = "en-AU") -> Story:
    """A story of somebody who would like to run something in a teacher's browser."""
    quoted = '"' + EVIL.replace("\\", "\\\\").replace('"', '\\"').replace("\\\\0", "\\0") + '"'
    body = f"""\
scale: [some, other]
people:
  les: {{name: {quoted}, stance: other, about: On the winch.}}
sources:
  s: {{text: {quoted}, kind: law}}
debrief:
  record:
    r: {{label: likely, text: {quoted}, sources: [s]}}
  against: {quoted}
  questions: [{quoted}]
passages:
  smoko:
    speaker: les
    text: {quoted}
    choices:
      go: {{text: {quoted}, lens: alone, effects: [les -= 1], to: vote}}
  vote:
    meeting:
      motion: {quoted}
      moved_by: les
      voters: [les]
      needs: more than 1/2
      hands:
        les: {{always: up, text: {quoted}}}
      carried: home
      lost: home
  home:
    ending: {{title: {quoted}, debrief: {quoted}}}
"""
    head = HEAD.replace("A small story", quoted).replace("Port Kembla", quoted)
    head = head.replace("{}", f"{{warning: {quoted}}}").replace("The authors", quoted)
    return load_story(write(folder, body, head.replace("en-AU", language)))


def test_whatever_a_story_says_is_text(tmp_path: Path) -> None:
    made = evil(tmp_path)
    html = made_page(made, ["smoko/go", "vote/carried"])
    read = Reader(html)
    assert "script" not in {tag for tag, _ in read.tags}
    assert "\0" not in html
    assert "<script" not in html
    assert read.text.count("</p><script src=") == read.text.count("alert(1)") >= 18


def test_each_speaker_is_named_before_their_own_words(tmp_path: Path) -> None:
    made = load_story(write(tmp_path, TWO))
    read = Reader(made_page(made, ["smoko/drive", "door/go"])).words
    at = [read.index(text) for text in ("Vi", "Mind the bend.", "Nell", "You came.", "The door.")]
    assert at == sorted(at)
    assert read.count("Vi") == 1


def test_what_we_say_is_marked_as_english_in_a_story_that_is_not(tmp_path: Path) -> None:
    read = Reader(made_page(evil(tmp_path, "cy"), ["smoko/go", "vote/carried"]))
    assert read.tags[0] == ("html", {"lang": "cy"})
    ours = [those.get("lang") for tag, those in read.tags if tag == "h2"]
    assert ours.count("en") == len(ours) - 1  # the ending's title is the story's


def test_its_inks_are_seven_to_one_on_the_screen_and_on_paper() -> None:
    for sheet in STYLE.split("@media print"):
        inks = dict(re.findall(r"--(\w+): #(\w+);", sheet))
        full = {k: v if len(v) == 6 else "".join(c * 2 for c in v) for k, v in inks.items()}
        rgb = {k: tuple(int(v[n : n + 2], 16) for n in (0, 2, 4)) for k, v in full.items()}
        for ink in ("key", "grey"):
            assert contrast(rgb[ink], rgb["paper"]) >= 7  # type: ignore[arg-type]


def test_a_kept_page_replaces_nothing_but_itself(tmp_path: Path) -> None:
    first = kept(tmp_path / "new", "it", "one")
    assert first == tmp_path / "new" / "it.html"
    assert kept(tmp_path / "new", "it", "one") == first
    second = kept(tmp_path / "new", "it", "two")
    assert second.name == "it-2.html"
    assert kept(tmp_path / "new", "it", "three", second) == second
    assert (first.read_text(), second.read_text()) == ("one", "three")
    with pytest.raises(OSError, match=first.name):
        kept(first, "it", "one")


def test_a_page_is_named_by_the_story_its_ending_and_the_day(shipped: Story) -> None:
    program, choices = Program(shipped), first_choices(shipped)
    back = look_back(program, choices)
    assert back.ending is not None
    title = re.sub(r"[^a-z]+", "-", back.ending.title.lower())
    assert name_of(back, DAY) == f"south-coast-{title}-2026-11-27"
    assert name_of(look_back(program, []), DAY) == "south-coast-2026-11-27"
    odd = back._replace(ending=back.ending._replace(title="../Ŵŷ: «…»"))
    assert name_of(odd, DAY) == "south-coast-2026-11-27"


@pytest.mark.browser
def test_a_browser_reads_it_as_it_is_written(whole: str, tmp_path: Path) -> None:
    chromium = shutil.which("chromium") or shutil.which("chromium-browser")
    assert chromium is not None, "this test drives Chromium"
    path = tmp_path / "page.html"
    path.write_text(whole, "utf-8")
    command = [chromium, "--headless", "--no-sandbox", "--disable-gpu", "--dump-dom"]
    done = subprocess.run([*command, path.as_uri()], capture_output=True, timeout=60, check=True)
    seen, written = Reader(done.stdout.decode("utf-8")), Reader(whole)
    assert seen.tags == written.tags
    assert seen.text == written.text
