"""Preparing printed text for the ear: what is read by its shape on paper is not heard."""

from __future__ import annotations

import re

from game.speech.backend import language_of

_GONE = dict.fromkeys(map(ord, '\u00ad\u200b\u200c\u200d\u2060\ufeff\u201c\u201d\u00ab\u00bb"'))
"""Signs with no sound: hidden hyphens and joints, and quotation marks, which some voices name."""

_AS: dict[int, str] = {
    **dict.fromkeys(map(ord, "\u00a0\u2009\u202f"), " "),
    ord("\u2019"): "'",
    ord("\u2026"): "...",
    ord("\u2011"): "-",
}

_BROKEN_OFF = re.compile(r"\s*[\u2013\u2014](?=[\u201d\u2019\"])")
"""A dash at the end of what somebody says."""

_RULES: tuple[tuple[re.Pattern[str], str], ...] = (
    # Single quotation marks, and apostrophes that end a word: nobody hears those.
    (re.compile(r"\u2018|'(?!\w)"), ""),
    (re.compile(r"^\s*[\u2013\u2014]\s*"), ""),
    (re.compile(r"(?<=\d)\s?\u2013\s?(?=\d)"), " to "),
    (re.compile(r"\s*[\u2013\u2014]\s*(?=[.!?]|$)"), "..."),
    (re.compile(r"\s*(?:\u2014|\s\u2013\s)\s*"), ", "),
    (re.compile(r"\u2013"), "-"),
    (re.compile(r"(?<=[.,;:!?])\s*[\u00b7\u2022]\s*"), " "),
    (re.compile(r"\s*[\u00b7\u2022]\s*"), "; "),
    (re.compile(r"[ \t]+"), " "),
)

_IN_ENGLISH: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (re.compile(short), spoken)
    for short, spoken in (
        (r"\be\.g\.", "for example"),
        (r"\bi\.e\.", "that is"),
        (r"\betc\.", "and so on"),
        (r"\bNo\.(?= ?\d)", "number"),
        (r"\bpp\.(?= ?\d)", "pages"),
        (r"\bp\.(?= ?\d)", "page"),
        (r"\bvol\.(?= ?\d)", "volume"),
        (r"\bca?\.(?= ?\d)", "about"),
        (r"\bMr\.?(?= )", "Mister"),
        (r"\bMrs\.?(?= )", "Missus"),
        (r"\bDr\.?(?= )", "Doctor"),
        (r" & ", " and "),
    )
)

_ENDS = (".", "!", "?", ":", ";", ",")


def for_the_ear(text: str, language: str = "") -> str:
    """The text as a voice should get it; each of its lines ends so that the voice rests there.

    Numbers are left to the voice, which knows its language. English abbreviations are written out.

    >>> for_the_ear("“I never\u2014” Quirk, 1961–62, p. 4.", "en-AU")
    'I never... Quirk, 1961 to 62, page 4.'
    """
    lines = (_line(line, language) for line in text.split("\n"))
    return "\n".join(line for line in lines if line)


def _line(line: str, language: str) -> str:
    line = _BROKEN_OFF.sub("...", line).translate(_GONE).translate(_AS)
    for pattern, heard in _RULES:
        line = pattern.sub(heard, line)
    if language_of(language) in ("", "en"):
        for pattern, heard in _IN_ENGLISH:
            line = pattern.sub(heard, line)
    line = line.strip()
    return line if not line or line.endswith(_ENDS) else f"{line}."
