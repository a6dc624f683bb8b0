"""Printed text, prepared for the ear."""

import pytest

from game.speech.ear import for_the_ear


@pytest.mark.parametrize(
    ("printed", "heard"),
    [
        ("“Give it back,” Roy says.", "Give it back, Roy says."),
        ("“‘Give it back,’ she said,” he says.", "Give it back, she said, he says."),
        ("The men’s tin, ’61", "The men's tin, '61."),
        ("“I never—” Roy says.", "I never... Roy says."),
        ("“I never—”", "I never..."),
        ("“I never…”", "I never..."),
        ("Roy — and Les – and Ilija", "Roy, and Les, and Ilija."),
        ("Nine men—all of them—walked", "Nine men, all of them, walked."),
        ("–\u00a0Go home", "Go home."),
        ("1961–62", "1961 to 62."),
        ("4\u00a0choices", "4 choices."),
        ("two-bob, three\u2011ton, gang\u00adway", "two-bob, three-ton, gangway."),
        ("Mercury, p. 4 · Minutes, No. 7", "Mercury, page 4; Minutes, number 7."),
        ("The Act. · Minutes, No. 7", "The Act. Minutes, number 7."),
        ("Mr Quirk & Co, e.g. Mrs Tranter", "Mister Quirk and Co, for example Missus Tranter."),
        ("1,250 of 2,000 (62.5%)", "1,250 of 2,000 (62.5%)."),
        ("Who asked?", "Who asked?"),
        ("–", ""),
    ],
)
def test_what_is_read_by_its_shape_is_heard(printed: str, heard: str) -> None:
    assert for_the_ear(printed, "en-AU") == heard


def test_each_line_of_print_is_a_line_at_whose_end_the_voice_rests() -> None:
    assert for_the_ear("Out\nBrothers, out") == "Out.\nBrothers, out."
    assert for_the_ear("Roy\n\n“Out!”\n—\nAll of them") == "Roy.\nOut!\nAll of them."


def test_english_abbreviations_are_left_alone_in_another_language() -> None:
    assert for_the_ear("No. 7 & Co, p. 4", "de") == "No. 7 & Co, p. 4."
