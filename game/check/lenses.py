"""Whether the lens of an option can be told from where it stands or how long it is.

Looked at are the screens as written: each passage's choices in the author's order, if they have not
all the same lens (no lens counts as one). If the lens has nothing to do with place and length, the
options of a screen could as well have any order. So for each lens and each sign (stands first,
stands last, is longest, is shortest) it is counted on how many screens an option of that lens has
the sign, and how likely a count as far from the middle is if each screen is shuffled on its own: a
permutation test, worked out exactly and not by drawing. On one screen the chance is a fraction;
screens are independent, so the counts' chances are the product of polynomials (the Poisson binomial
distribution). The test is two-sided: twice the smaller tail. Many tests are made, so the smallest
chance is held against `ALPHA` divided by their number (Bonferroni's correction).

Length is in words. Of several longest options each counts as longest, and so with shortest.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from fractions import Fraction
from math import comb
from typing import Literal, NamedTuple

from game.story.model import Choice, Lens, Story, Text

ALPHA = 0.05
"""How likely it may be at most that chance alone makes any lens stand out."""

Sign = Literal["first", "last", "longest", "shortest"]
SIGNS: tuple[Sign, ...] = ("first", "last", "longest", "shortest")
LENSES: tuple[Lens, ...] = ("alone", "together", "apart")


class Stands(NamedTuple):
    """Where the options of one lens stand, and their mean length in words."""

    lens: Lens | None
    first: int
    middle: int
    last: int
    words: float


class Tally(NamedTuple):
    """How often an option of a lens has a sign: `times` of `screens` that have that lens."""

    lens: Lens
    sign: Sign
    times: int
    screens: int
    expected: float
    """How often, if each screen is shuffled."""
    chance: float
    """How likely a count is that is as far out: 0 to 1."""


class Lenses(NamedTuple):
    """What was found of all screens whose options have not all the same lens."""

    screens: int
    stands: tuple[Stands, ...]
    tallies: tuple[Tally, ...]
    """The least likely first."""

    @property
    def telling(self) -> tuple[Tally, ...]:
        """The tests that tell a lens by its place or length."""
        return tuple(tally for tally in self.tallies if tally.chance * len(self.tallies) < ALPHA)


def lenses(story: Story) -> Lenses:
    """Where each lens of `story` stands, and how long its options are."""
    screens = [
        passage.choices
        for passage in story.passages.values()
        if len({choice.lens for choice in passage.choices}) > 1
    ]
    tallies = [
        _tally(screens, lens, sign)
        for lens in LENSES
        if any(choice.lens == lens for screen in screens for choice in screen)
        for sign in SIGNS
    ]
    return Lenses(
        len(screens),
        tuple(stands for lens in (*LENSES, None) if (stands := _stands(screens, lens))),
        tuple(sorted(tallies, key=lambda tally: tally.chance)),
    )


def _stands(screens: Sequence[Sequence[Choice]], lens: Lens | None) -> Stands | None:
    at: Counter[str] = Counter()
    words = []
    for screen in screens:
        for n, choice in enumerate(screen):
            if choice.lens == lens:
                at["first" if n == 0 else "last" if n == len(screen) - 1 else "middle"] += 1
                words.append(_words(choice.text))
    if not words:
        return None
    return Stands(lens, at["first"], at["middle"], at["last"], sum(words) / len(words))


def _words(text: Text) -> int:
    """The words of a text; what it prints of a variable is one."""
    return len("".join(piece if isinstance(piece, str) else "1" for piece in text).split())


def _tally(screens: Sequence[Sequence[Choice]], lens: Lens, sign: Sign) -> Tally:
    times, chances = 0, []
    for screen in screens:
        of_lens = sum(choice.lens == lens for choice in screen)
        if of_lens:
            marked = _marked(screen, sign)
            times += any(screen[n].lens == lens for n in marked)
            missed = Fraction(comb(len(screen) - len(marked), of_lens), comb(len(screen), of_lens))
            chances.append(1 - missed)
    counts = _distribution(chances)
    fewer, more = sum(counts[: times + 1]), sum(counts[times:])
    chance = min(Fraction(1), 2 * min(fewer, more))
    return Tally(lens, sign, times, len(chances), float(sum(chances)), float(chance))


def _marked(screen: Sequence[Choice], sign: Sign) -> set[int]:
    """The options of a screen that have the sign, whatever their lens."""
    if sign in ("first", "last"):
        return {0 if sign == "first" else len(screen) - 1}
    lengths = [_words(choice.text) for choice in screen]
    far = max(lengths) if sign == "longest" else min(lengths)
    return {n for n, length in enumerate(lengths) if length == far}


def _distribution(chances: Sequence[Fraction]) -> list[Fraction]:
    """How likely each count of successes is, for independent tries with these chances.

    >>> _distribution([Fraction(1, 2), Fraction(1, 2)])
    [Fraction(1, 4), Fraction(1, 2), Fraction(1, 4)]
    """
    counts = [Fraction(1)]
    for chance in chances:
        grown = [Fraction(0)] * (len(counts) + 1)
        for n, likely in enumerate(counts):
            grown[n] += likely * (1 - chance)
            grown[n + 1] += likely * chance
        counts = grown
    return counts
