"""Breaking a paragraph into lines.

The break is chosen for the whole paragraph, after Knuth and Plass, "Breaking Paragraphs into
Lines" (1981), for ragged setting: the fewest lines, and among those the least uneven ones. A dash
never starts a line, and the last line is not a single short word where that can be helped.
"""

from __future__ import annotations

from collections.abc import Callable

Measure = Callable[[str], int]
"""The width of a text in pixels."""

_DASHES = ("\u2014", "\u2013")


def break_lines(text: str, width: int, measure: Measure, *, even: bool = False) -> tuple[str, ...]:
    """The lines of one paragraph, none wider than `width` pixels.

    `even` counts the last line like the others, which suits headings and choices. A word wider
    than the column is cut, after a hyphen or dash where it has one.

    >>> break_lines("four words make lines", 10, len)
    ('four words', 'make lines')
    >>> break_lines("unbreakable", 6, len)
    ('unbrea', 'kable')
    """
    room = width
    while True:
        lines = _lines(text, room, measure, even=even)
        # A line can be a little wider than its words and spaces together: kerning, rounding.
        over = max((measure(line) for line in lines), default=0) - width
        if over <= 0 or room <= 1:
            return lines
        room = max(1, room - over)


def _lines(text: str, width: int, measure: Measure, *, even: bool) -> tuple[str, ...]:
    """The lines, as wide as the sum of their words and spaces."""
    words = [piece for word in _words(text) for piece in _fit(word, width, measure)]
    if not words:
        return ()
    count = len(words)
    space = measure(" ")
    sizes = [measure(word) for word in words]
    # best[i]: the least cost of setting words i to the end, and where the next line starts.
    best: list[tuple[float, int]] = [(0.0, count)] * (count + 1)
    for first in range(count - 1, -1, -1):
        taken = -space
        choice = (float("inf"), first + 1)
        for last in range(first, count):
            taken += space + sizes[last]
            if taken > width and last > first:
                break
            ends = last == count - 1
            cost = _cost(width - taken, width, last=ends, single=last == first, even=even)
            total = cost + best[last + 1][0]
            if total < choice[0]:
                choice = (total, last + 1)
        best[first] = choice
    lines, first = [], 0
    while first < count:
        after = best[first][1]
        lines.append(" ".join(words[first:after]))
        first = after
    return tuple(lines)


def _cost(slack: int, width: int, *, last: bool, single: bool, even: bool) -> float:
    """What one line costs: 100 for being there, and up to 50 for how uneven it is."""
    share = max(0, slack) / max(1, width)
    if last and not even:
        return 100 + (12 if single and share > 0.75 else 0)
    return 100 + 50 * share * share + (12 if last and single and share > 0.5 else 0)


def _words(text: str) -> list[str]:
    """The words, a free-standing dash tied to the word before it."""
    words: list[str] = []
    for word in text.split(" "):
        if not word:
            continue
        if words and word in _DASHES:
            words[-1] += "\u00a0" + word
        else:
            words.append(word)
    return words


def _fit(word: str, width: int, measure: Measure) -> list[str]:
    """The word, or where it is too wide, pieces of it that are not."""
    pieces = []
    while len(word) > 1 and measure(word) > width:
        low, high = 1, len(word) - 1
        while low < high:
            middle = (low + high + 1) // 2
            if measure(word[:middle]) <= width:
                low = middle
            else:
                high = middle - 1
        joint = max(word.rfind(mark, 0, low) for mark in ("-", "\u00a0", "/", *_DASHES))
        cut = joint + 1 if joint > 0 else low
        pieces.append(word[:cut].rstrip("\u00a0"))
        word = word[cut:]
    return [*pieces, word] if word else pieces
