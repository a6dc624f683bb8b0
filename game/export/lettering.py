"""How wide words are, without a font: near enough to break lines in a drawing.

The widths are those of an ordinary sans serif, on the wide side: whichever the browser has, the
words stay inside their box.
"""

from __future__ import annotations

_NARROW = frozenset("ijl.,:;'|!()[]‘’ ")
_SLIM = frozenset('frt-"/“”{}*')
_WIDE = frozenset("mwMW@—…%")


def width(text: str, size: float, *, bold: bool = False) -> float:
    """The width of `text` set at `size`.

    >>> width("ill", 10) < width("mow", 10)
    True
    """
    units = 0.0
    for c in text:
        if c in _NARROW:
            units += 0.32
        elif c in _SLIM:
            units += 0.43
        elif c in _WIDE:
            units += 0.95
        elif c.isupper():
            units += 0.69
        elif ord(c) > 0x2E7F:
            units += 1.0
        else:
            units += 0.6
    return units * size * (1.07 if bold else 1.0)


def broken(text: str, size: float, room: float, most: int, *, bold: bool = False) -> list[str]:
    """`text` as at most `most` lines no wider than `room`; what is left out shows as an ellipsis.

    >>> broken("Four minutes left. Clarrie is coming.", 10, 90, 2)
    ['Four minutes left.', 'Clarrie is coming.']
    """
    lines: list[str] = []
    line = ""
    for word in text.split():
        longer = f"{line} {word}" if line else word
        if width(longer, size, bold=bold) <= room:
            line = longer
            continue
        if len(lines) + 1 == most:
            return [*lines, _cut(longer, size, room, bold=bold)]
        if line:
            lines.append(line)
        line = word
        if width(word, size, bold=bold) > room:
            if len(lines) + 1 == most:
                return [*lines, _cut(word, size, room, bold=bold)]
            line = _cut(word, size, room, bold=bold)
    return [*lines, line] if line else lines


def _cut(text: str, size: float, room: float, *, bold: bool) -> str:
    while text and width(f"{text}…", size, bold=bold) > room:
        text = text[:-1]
    return f"{text.rstrip(' ,.;:')}…"
