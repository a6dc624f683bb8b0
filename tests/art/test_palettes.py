"""The palettes are the guide's inks, and what is read can be read. Needs only Python."""

from __future__ import annotations

from pathlib import Path

import pytest

from build.art import palette
from build.art.palette import contrast, load

# How each ink stands out: from the key, from the paper. (The guide rounds to tenths.)
TABLE = {
    "coast61": [(3.6, 4.1), (8.3, 1.8), (2.9, 5.0), (9.5, 1.5), (2.8, 5.2)],
    "london84": [(4.4, 3.5), (10.9, 1.4), (2.8, 5.5), (9.9, 1.6), (2.4, 6.4)],
    "lancs62": [(3.0, 4.7), (8.9, 1.6), (3.6, 3.8), (9.2, 1.5), (2.3, 6.1)],
}
STORIES = sorted(TABLE)


def test_each_story_has_one_palette() -> None:
    assert palette.names() == STORIES


@pytest.mark.parametrize("story", STORIES)
def test_the_inks_stand_out_as_the_guide_says(story: str) -> None:
    inks, roles = load(story).inks, load(story).roles
    listed = [roles["accent"], roles["bright"], roles["cool"], "sand", "brown"]
    found = [(contrast(inks[i], inks["key"]), contrast(inks[i], inks["paper"])) for i in listed]
    for ink, (key, paper), said in zip(listed, found, TABLE[story], strict=True):
        assert (key, paper) == pytest.approx(said, abs=0.051), ink


@pytest.mark.parametrize("story", STORIES)
def test_what_is_read_is_read_easily(story: str) -> None:
    inks, roles = load(story).inks, load(story).roles
    assert contrast(inks["key"], inks["paper"]) > 13.9
    assert contrast(inks["key"], inks[roles["bright"]]) >= 8
    # The accent carries large lettering on paper: WCAG 2.2 asks for 3.
    assert contrast(inks[roles["accent"]], inks["paper"]) >= 3


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ('[inks]\nkey = "#000000"\npaper = "#FFFFFF"\n[roles]', "must be paper and key"),
        ('[inks]\npaper = "#FFF"\nkey = "#000000"\n[roles]', "no colour of the form"),
        ('[inks]\npaper = "#FFFFFF"\nkey = "#000000"', r"no table \[roles\]"),
        ('[inks]\npaper = "#FFFFFF"\nkey = "#000000"\n[roles]\naccent = "key"', "must name accent"),
        (
            '[inks]\npaper = "#FFFFFF"\nkey = "#000000"\n'
            '[roles]\naccent = "key"\nbright = "red"\ncool = "key"',
            "no ink is called that",
        ),
    ],
)
def test_a_wrong_palette_is_told(
    text: str, why: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "wrong.toml").write_text(text, encoding="utf-8")
    monkeypatch.setattr(palette, "FOLDER", tmp_path)
    load.cache_clear()
    with pytest.raises(ValueError, match=why):
        load("wrong")
    load.cache_clear()


def test_an_unknown_palette_is_told_with_those_there_are() -> None:
    with pytest.raises(ValueError, match="coast61, lancs62, london84"):
        load("durham26")
