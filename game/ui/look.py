"""How large things are: from the window's size, and the text size the player set."""

from __future__ import annotations

from typing import Literal, NamedTuple

SIZES = (100, 110, 125, 150, 175, 200)
"""The text sizes a player can set, in percent."""

SPACINGS = (100, 120, 140)
"""The distances of lines a player can set, in percent."""

Scale = int | Literal["auto"]
"""How large the whole interface is: percent of what fits the window, or `auto_scale`."""

SCALES: tuple[Scale, ...] = ("auto", 100, 125, 150, 175, 200)
"""The scales a player can set."""

Family = Literal["atkinson", "lexend", "literata"]
"""A family of typefaces for reading. Large lettering is set in the gothic with all."""

Face = Literal[
    "regular", "bold", "italic", "gothic", "lexend", "lexend_bold", "literata", "literata_bold"
]
Style = Literal[
    "body", "strong", "small", "label", "tag", "bar", "number", "name", "heading", "title"
]


class Type(NamedTuple):
    """A style of type: `size` in pixels at 720 lines, never under `least`.

    `grows` is how much of the player's text size it takes: large lettering needs less of it.
    `leading` is the distance of lines, as a share of the size. `reading` says that it is running
    text, whose lines the player can set further apart.
    """

    face: Face
    size: int
    least: int
    grows: float
    leading: float
    reading: bool = False


TYPES: dict[Style, Type] = {
    "body": Type("regular", 24, 15, 1.0, 1.29, True),
    "strong": Type("bold", 22, 14, 1.0, 1.25, True),
    "small": Type("regular", 20, 14, 1.0, 1.25, True),
    "label": Type("bold", 18, 13, 1.0, 1.25),
    "tag": Type("bold", 20, 13, 0.6, 1.25),
    "bar": Type("bold", 17, 12, 0.5, 1.25),
    "number": Type("gothic", 31, 20, 1.0, 1.1),
    "name": Type("gothic", 36, 22, 0.7, 1.15),
    "heading": Type("gothic", 46, 26, 0.5, 1.1),
    "title": Type("gothic", 92, 44, 0.35, 1.0),
}

_STANDS_FOR: dict[Family, dict[Face, Face]] = {
    "atkinson": {},
    "lexend": {"regular": "lexend", "italic": "lexend", "bold": "lexend_bold"},
    "literata": {"regular": "literata", "italic": "literata", "bold": "literata_bold"},
}
"""What stands for the usual faces in each family. The last two are shipped without an italic."""

_FEWEST = (570, 360)
"""A larger scale never leaves less than this of the window, in its own units: half the usual."""

_PLAIN_DESKTOP = 1080
"""Lines of a screen on which a 720-line window is read as it is."""

SMALLEST = (320, 240)
"""A window smaller than this is laid out as if it had this size, and cut off."""


class Look(NamedTuple):
    """A window's size in pixels, and what of the player's settings takes room in it.

    `height` is what a screen has of it: `foot` pixels below are taken by something else. `text`,
    `spacing` and `scale` are in percent. `captions` says that what is heard stands there in words.
    """

    width: int
    height: int
    text: int = 100
    foot: int = 0
    spacing: int = 100
    family: Family = "atkinson"
    pictures: bool = True
    scale: int = 100
    captions: bool = False

    @property
    def unit(self) -> float:
        """One pixel of a 1280x720 window, in pixels of this one.

        >>> Look(1280, 720).unit, Look(3840, 2160).unit, Look(1280, 720, scale=150).unit
        (1.0, 3.0, 1.5)
        """
        high = self.height + self.foot
        plain = max(0.4, min(high / 720, self.width / 1140))
        most = max(plain, min(high / _FEWEST[1], self.width / _FEWEST[0]))
        return min(most, plain * self.scale / 100)

    def px(self, at_720: float) -> int:
        """A length given for a 720-line window, in pixels here; at least 1."""
        return max(1, round(at_720 * self.unit))

    def size(self, style: Style) -> int:
        """The pixel size of a style of type.

        >>> Look(1280, 720).size("body"), Look(1280, 720, 200).size("body")
        (24, 48)
        """
        kind = TYPES[style]
        plain = max(kind.least, kind.size * self.unit)
        return round(plain * (1 + (self.text / 100 - 1) * kind.grows))

    def leading(self, style: Style) -> int:
        """The distance in pixels from one line of a style to the next."""
        kind = TYPES[style]
        return round(self.size(style) * kind.leading * (self.spacing / 100 if kind.reading else 1))

    def face(self, style: Style) -> Face:
        """The face a style is set in.

        >>> Look(1280, 720).face("strong"), Look(1280, 720, family="lexend").face("strong")
        ('bold', 'lexend_bold')
        """
        usual = TYPES[style].face
        return _STANDS_FOR[self.family].get(usual, usual)


def look(width: int, height: int, text: int = 100) -> Look:
    """The look of a window, however small somebody has dragged it."""
    return Look(max(width, SMALLEST[0]), max(height, SMALLEST[1]), text)


def auto_scale(look: Look, desktop: int) -> int:
    """The scale in percent at which a window is read on a screen of `desktop` lines.

    A window grows its type with itself, so one that fills its screen needs no more. A small one on
    a dense screen does: its type is as large there as a 720-line window's on a 1080-line screen.

    >>> auto_scale(Look(1280, 720), 1080), auto_scale(Look(1280, 720), 2160)
    (100, 200)
    >>> auto_scale(Look(3840, 2160), 2160)
    100
    """
    wanted = desktop / _PLAIN_DESKTOP / max(1.0, look._replace(scale=100).unit)
    return round(100 * min(2.0, max(1.0, wanted)))


def next_size(text: int, step: int) -> int:
    """The text size one step up (1) or down (-1); the ends stay where they are.

    >>> next_size(100, 1), next_size(200, 1), next_size(100, -1)
    (110, 200, 100)
    """
    here = min(range(len(SIZES)), key=lambda n: abs(SIZES[n] - text))
    return SIZES[min(len(SIZES) - 1, max(0, here + step))]
