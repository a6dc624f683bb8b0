"""The type of the shipped stories: measure, widows, quotes, dashes, kerning, no hyphens."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from game.story.load import load_story
from game.story.model import Story, Text
from game.ui import wording
from game.ui.blocks import Offer, Para
from game.ui.broadside import Broadside, lay_out
from game.ui.compositor import Compositor
from game.ui.look import Family, look
from game.ui.page import Page, Words
from game.ui.screen import size_bar
from game.ui.settings import CHOICES
from game.ui.typefaces import FILES, Typefaces
from tests.ui.pilot import rope

STORIES = Path(__file__).resolve().parents[2] / "stories"
SHIPPED = [load_story(path) for path in sorted(STORIES.iterdir()) if path.is_dir()]
FACES = Typefaces()
FAMILIES: tuple[Family, ...] = ("atkinson", "lexend", "literata")
SIZES = [(1280, 720), (1024, 768), (1920, 1080), (3840, 2160), (700, 1100)]


def flat(text: Text) -> str:
    return "".join(piece if isinstance(piece, str) else "seven" for piece in text)


def sheets(story: Story) -> Iterator[tuple[list[str], list[tuple[str, str]]]]:
    """For each passage its paragraphs, and its choices with the reason each may be locked for."""
    for passage in story.passages.values():
        texts = (t for p in passage.paragraphs for t in (p.text, p.otherwise) if t is not None)
        choices = [(flat(c.text), flat(c.locked or ())) for c in passage.choices]
        yield [flat(text) for text in texts], choices


def pages(comp: Compositor) -> Iterator[tuple[Page, list[str], list[Offer]]]:
    for story in SHIPPED:
        for paragraphs, choices in sheets(story):
            offers = [
                Offer(f"option:{n}", text, n, also=locked)
                for n, (text, locked) in enumerate(choices, 1)
            ]
            blocks = tuple(Para(text) for text in paragraphs)
            sheet = Broadside(blocks, tuple(offers), size_bar(), "Here", scenery="x")
            yield lay_out(sheet, comp), paragraphs, offers


@pytest.mark.parametrize("family", FAMILIES)
@pytest.mark.parametrize("text", [100, 150, 200])
def test_every_passage_is_set_in_its_measure_without_widows_or_hyphens(
    text: int, family: Family
) -> None:
    """A full line holds 45 to 75 characters on average; fewer only where the window has no more."""
    for size in SIZES:
        comp = Compositor(look(*size, text)._replace(family=family), FACES.width)
        full: list[int] = []
        for page, paragraphs, offers in pages(comp):
            body = [i for i in page.flow if isinstance(i, Words) and i.style == "body"]
            assert max((len(i.text) for i in body), default=0) <= 75
            full += [len(i.text) for i in body if i.rect.w > page.viewport.w * 0.93]
            # Not a hyphen more than its author wrote: the lines joined are the text again.
            printed = [line for said in paragraphs for line in said.split("\n")]
            assert " ".join(i.text for i in body) == " ".join(printed)
            for offer in offers:
                check_choice(page, offer)
        least = 45 if text < 200 or size[0] > 1024 else 42
        assert least <= sum(full) / len(full) <= 75, (size, sum(full) / len(full))


def check_choice(page: Page, offer: Offer) -> None:
    """No choice ends in a line of a single short word, nor does what stands under it."""
    words = [i for i in (*page.flow, *page.fixed) if isinstance(i, Words) and i.control == offer.id]
    for style, text in (("strong", offer.text), ("small", offer.also)):
        lines = [i.text for i in words if i.style == style]
        assert " ".join(lines) == text
        if len(lines) > 1:
            assert " " in lines[-1] or len(lines[-1]) > 7, lines


@pytest.mark.parametrize("family", FAMILIES)
def test_no_choice_of_any_width_ends_in_a_single_short_word(family: Family) -> None:
    comp = Compositor(look(1280, 720)._replace(family=family), FACES.width)
    for story in SHIPPED:
        for _, choices in sheets(story):
            for text, _ in choices:
                for width in range(210, 700, 35):
                    lines = comp.break_lines("strong", text, width, even=True)
                    assert len(lines) < 2 or " " in lines[-1] or len(lines[-1]) > 7, lines


_TYPED = re.compile(r"[\"']|--|\.\.\.| - |  ")
"""What a typewriter has for quotes, dashes and ellipses, and double spaces."""


def test_the_stories_are_printed_with_real_quotes_and_dashes() -> None:
    for story in SHIPPED:
        for paragraphs, choices in sheets(story):
            for text in (*paragraphs, *(word for choice in choices for word in choice)):
                assert not _TYPED.search(text), text
        notes = [note.text for note in story.notes.values()]
        others = [source.text for source in story.sources.values()]
        for text in (*notes, *others, story.summary, *(text for _, text in story.content_notes)):
            assert not _TYPED.search(text), text


def words_of(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        yield from (word for one in value.values() for word in words_of(one))
    elif isinstance(value, tuple):
        yield from (word for one in value for word in words_of(one))


def test_so_is_everything_the_window_itself_says() -> None:
    said = [
        word for name, value in vars(wording).items() if name.isupper() for word in words_of(value)
    ]
    assert len(said) > 200
    for word in said:
        assert word == "+ and -" or not _TYPED.search(word), word


@pytest.mark.parametrize("face", FILES)
def test_letters_are_kerned(face: str) -> None:
    def wide(text: str) -> int:
        return FACES.width(face, 96, text)  # type: ignore[arg-type]

    assert wide("AV") < wide("A") + wide("V")
    assert wide("To") < wide("T") + wide("o")


@pytest.mark.parametrize("face", FILES)
def test_every_face_has_the_letters_and_signs_that_are_printed(face: str) -> None:
    font = FACES.font(face, 24)  # type: ignore[arg-type]
    texts = [text for story in SHIPPED for paragraphs, _ in sheets(story) for text in paragraphs]
    signs = {sign for text in texts for sign in text if sign != "\n"}
    names = set(
        "\u0175\u0177\u0142\u0141\u0119\u015b\u017c\u017a\u0107\u0144\u011f\u0131\u015f\u00e9\u00f6\u00fc\u00df"
    )
    for sign in sorted(signs | names | set("\u201c\u201d\u2018\u2019\u2013\u2014\u2026")):
        assert font.metrics(sign)[0] is not None, (face, sign)


@pytest.mark.parametrize("family", FAMILIES)
@pytest.mark.parametrize("size", [(1280, 720), (1366, 768), (1920, 1080), (3840, 2160)])
def test_170_words_and_four_choices_of_60_characters_stand_together_in_every_typeface(
    size: tuple[int, int], family: Family
) -> None:
    story = rope()
    paragraphs = [flat(p.text) for p in story.passages[story.start].paragraphs]
    assert sum(len(text.split()) for text in paragraphs) == 170
    choices = (
        "Ask Roy, in front of everyone, where he would sooner drink it",
        "Offer to fetch some bottles so that the whole gang drinks on",
        "Catch Clarrie about Quirk before he can pin up the roster up",
        "Take the Saturday on the sulphur boat, and the bus, for Les.",
    )
    assert min(len(choice) for choice in choices) >= 60
    comp = Compositor(look(*size)._replace(family=family), FACES.width)
    offers = tuple(Offer(f"option:{n}", text, n) for n, text in enumerate(choices, 1))
    blocks = tuple(Para(text) for text in paragraphs)
    page = lay_out(Broadside(blocks, offers, size_bar(), "Number three jetty, 1961"), comp)
    assert page.depth == 0
    assert all(page.visible(control, 0) for control in page.controls)
    assert page.art is not None


def test_the_typefaces_are_three_and_look_different() -> None:
    assert CHOICES["face"] == FAMILIES
    widths = {
        family: Compositor(look(1280, 720)._replace(family=family), FACES.width).width(
            "body", "Give it back"
        )
        for family in FAMILIES
    }
    assert len(set(widths.values())) == 3
    assert len(set(FILES.values())) == len(FILES)
