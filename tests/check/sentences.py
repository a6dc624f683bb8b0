"""Small stories, each with something that the check has a sentence about, and that sentence."""

from __future__ import annotations

from typing import NamedTuple

from tests.corpus.written import HOME

WHO = """\
scale: [against, unmoved, listening, with_us]
people:
  les: {name: Les, about: He., stance: unmoved, groups: [gang]}
  roy: {name: Roy, about: He., stance: unmoved, groups: [gang]}
  eva: {name: Eva, about: She., stance: listening, groups: [gang, office]}
  ida: {name: Ida, about: She., stance: against, groups: [office]}
groups: {gang: Those who load., office: Those who write.}
variables:
  fund: {type: number, from: 0, to: 9, start: 0, about: It.}
  coal: {type: number, from: -3, to: 9, start: 0, about: It.}
  told: {type: flag, start: false, about: It.}
  known: {type: flag, start: true, about: It.}
  bar: {type: one_of, values: [pub, cinema, hall], start: pub, about: It.}
"""

ENDS = f"""\
  one: {{choices: {{on: {{text: On., to: last}}}}}}
  last:
    text: "{{fund}} {{coal}} {{bar}}"
    choices:
      a: {{text: Go., if: told or known or count(stance == with_us) >= 1, to: home}}
      b: {{text: Go., to: home}}
{HOME}"""
"""`one` and `last`, where the passage that is asked about leads, and a reader of everything."""


class Case(NamedTuple):
    """A passage to which several choices lead, and what the check says about it."""

    name: str
    before: str
    """The effects of those choices: of each, between semicolons."""
    passage: str
    """The body of the passage, which is called `next`."""
    about: str
    """The branch; nothing for what is worth a look."""
    words: str
    way: str = ""
    """The nearest play, where one is given."""


def body(case: Case) -> str:
    """The story of a case. The choices are `c1`, `c2` and so on; `c0` does nothing."""
    choices = "".join(
        f"      c{n}: {{text: Do it., to: next, effects: [{effects.strip()}]}}\n"
        for n, effects in enumerate(["", *filter(None, case.before.split(";"))])
    )
    passage = "".join(f"    {line}\n" for line in case.passage.splitlines())
    aside = "      aside: {text: Aside., to: one}\n"
    return f"{WHO}passages:\n  smoko:\n    choices:\n{choices}{aside}  next:\n{passage}{ENDS}"


def choice(condition: str, more: str = "") -> str:
    """A passage with a choice under a condition, and one without."""
    it = f'  it: {{text: It., if: "{condition}", to: last{more}}}'
    return f"choices:\n{it}\n  go: {{text: Go., to: last}}"


def paragraph(condition: str, *, otherwise: bool = True) -> str:
    """A passage with a paragraph under a condition."""
    more = ", else: Or." if otherwise else ""
    it = f'  it: {{if: "{condition}", text: It.{more}}}'
    return f"text:\n{it}\nchoices: {{go: {{text: Go., to: last}}}}"


def jump(condition: str, then: str) -> str:
    """A passage with two conditions on its ways on; the second leads to `one`."""
    first, second = f'{{if: "{condition}", to: last}}', f'{{if: "{then}", to: one}}'
    return f"to:\n  - {first}\n  - {second}\n  - to: home"


def vote(needs: str, **hands: str) -> str:
    """A meeting. A hand is `up`, or `up if told else down`, and so on."""
    lines = []
    for person, hand in hands.items():
        *whens, last = hand.split(" else ")
        if not whens:
            lines.append(f"    {person}: {{always: {hand}, text: So.}}")
            continue
        lines.append(f"    {person}:")
        for n, when in enumerate(whens):
            up, _, condition = when.partition(" if ")
            lines.append(f'      l{n}: {{if: "{condition}", hand: {up}, text: So.}}')
        lines.append(f"      else: {{hand: {last}, text: So.}}")
    voters = f"meeting:\n  motion: That it be so.\n  voters: [{', '.join(hands)}]\n"
    ends = "\n  carried: one\n  lost: last"
    return f"{voters}  needs: {needs}\n  hands:\n" + "\n".join(lines) + ends


TOGETHER = "and no play brings that together here"
BOTH = "fund += 3, coal += 2; fund += 1, coal += 4"

UNREACHABLE = [
    # One condition, of each kind of value
    Case(
        "number",
        "fund += 2",
        choice("fund >= 4"),
        "next/it",
        "needs fund >= 4, and here fund is only ever 0 or 2",
        "smoko/c1",
    ),
    Case(
        "a chain",
        "fund += 2",
        choice("3 <= fund <= 5"),
        "next/it",
        "needs 3 <= fund, and here fund is only ever 0 or 2",
        "smoko/c1",
    ),
    Case(
        "flag",
        "fund += 2",
        choice("told"),
        "next/it",
        "needs told, and here told is always false",
    ),
    Case(
        "no flag",
        "fund += 2",
        choice("not known"),
        "next/it",
        "needs not known, and here known is always true",
    ),
    Case(
        "one_of",
        "bar = hall",
        choice("bar == cinema"),
        "next/it",
        "needs bar == cinema, and here bar is only ever pub or hall",
    ),
    Case(
        "in",
        "",
        choice("bar in (hall, cinema)"),
        "next/it",
        "needs bar in (hall, cinema), and here bar is always pub",
    ),
    Case(
        "not in",
        "bar = hall",
        choice("bar not in (pub, hall) and fund == 0"),
        "next/it",
        "needs bar not in (pub, hall), and here bar is only ever pub or hall",
    ),
    Case(
        "stance",
        "ida += 1",
        choice("ida >= listening"),
        "next/it",
        "needs ida >= listening, and here ida is only ever against or unmoved",
    ),
    Case(
        "seen",
        "",
        choice("seen(one)"),
        "next/it",
        "needs seen(one), and here seen(one) is always false",
    ),
    Case(
        "not seen",
        "",
        choice("not seen(smoko)"),
        "next/it",
        "needs not seen(smoko), and here seen(smoko) is always true",
    ),
    Case(
        "visits",
        "",
        choice("visits(next) >= 2"),
        "next/it",
        "needs visits(next) >= 2, and here visits(next) is always 1",
    ),
    Case(
        "visits beyond what is counted",
        "",
        "choices:\n"
        "  again: {text: Again., to: next}\n"
        "  it: {text: It., if: visits(next) == 0, to: last}\n"
        "  b: {text: It., if: visits(next) == 3, to: last}",
        "next/it",
        "needs visits(next) == 0, and here visits(next) is only ever 1 to 4 or more",
    ),
    # Arithmetic and counting
    Case(
        "a sum",
        BOTH,
        choice("fund + coal >= 6"),
        "next/it",
        "needs fund + coal >= 6, and here fund + coal is only ever 0 or 5",
        "smoko/c1",
    ),
    Case(
        "a difference",
        BOTH,
        choice("told or fund - (coal - 1) > 2"),
        "next/it",
        "needs told or fund - (coal - 1) > 2, and here told is always false, "
        "and fund - (coal - 1) is only ever -2, 1 or 2",
    ),
    Case(
        "two variables",
        "fund = 3",
        choice("coal > fund"),
        "next/it",
        "needs coal > fund, and here fund is only ever 0 or 3 and coal is always 0",
    ),
    Case(
        "count",
        "les = with_us; roy = with_us, eva = with_us",
        choice("count(stance >= with_us) >= 3"),
        "next/it",
        "needs count(stance >= with_us) >= 3, "
        "and here count(stance >= with_us) is only ever 0 to 2",
        "smoko/c2",
    ),
    Case(
        "count among, and below",
        "les = with_us; roy = with_us",
        choice("count(stance <= unmoved, among=gang) < 1 and fund == 0"),
        "next/it",
        "needs count(stance <= unmoved, among=gang) < 1, "
        "and here count(stance <= unmoved, among=gang) is only ever 1 or 2",
        "smoko/c1",
    ),
    # Parts that never come together
    Case(
        "two flags",
        "told = true; known = false",
        choice("told and not known"),
        "next/it",
        f"needs told and not known, {TOGETHER}: where told holds, known is always true",
        "smoko/c1",
    ),
    Case(
        "a number and a flag",
        "fund += 2; fund += 1, told = true; told = true",
        choice("fund >= 2 and told"),
        "next/it",
        f"needs fund >= 2 and told, {TOGETHER}: where told holds, fund is only ever 0 or 1",
        "smoko/c2",
    ),
    Case(
        "three, of which any two can be had",
        "fund = 1, coal = 1; fund = 1, told = true; coal = 1, told = true",
        choice("told and fund == 1 and coal == 1"),
        "next/it",
        f"needs told and fund == 1 and coal == 1, {TOGETHER}: "
        "where told and fund == 1 hold, coal is always 0",
        "smoko/c2",
    ),
    Case(
        "three, of which only one can be had",
        "fund = 1; coal = 1; told = true",
        choice("fund == 1 and coal == 1 and told"),
        "next/it",
        f"needs fund == 1 and coal == 1 and told, {TOGETHER}: "
        "at most 1 of its 3 parts hold at once",
        "smoko/c1",
    ),
    Case(
        "two that no value has",
        BOTH,
        choice("fund == coal and fund > 0"),
        "next/it",
        f"needs fund == coal and fund > 0, {TOGETHER}: where fund == coal holds, fund is always 0",
        "smoko/c0",
    ),
    # or, not
    Case(
        "either",
        "fund += 2",
        choice("fund >= 4 or told"),
        "next/it",
        "needs fund >= 4 or told, and here fund is only ever 0 or 2, and told is always false",
    ),
    Case(
        "either of what never comes together",
        f"{BOTH}; told = true",
        choice("fund >= 3 and coal >= 3 or told and fund > 0"),
        "next/it",
        "needs fund >= 3 and coal >= 3 or told and fund > 0, and here, "
        "where fund >= 3 holds, coal is always 2, and where told holds, fund is always 0",
    ),
    Case(
        "neither",
        "fund += 2",
        choice("not (fund <= 2 or told)"),
        "next/it",
        "needs fund > 2, and here fund is only ever 0 or 2",
        "smoko/c1",
    ),
    Case(
        "not both",
        "fund += 2; told = true",
        choice("not (fund <= 3 and not (told and fund > 0))"),
        "next/it",
        "needs not (fund <= 3 and not (told and fund > 0)), "
        "and here fund is only ever 0 or 2, and where told holds, fund is always 0",
    ),
    # What is asked after something else
    Case(
        "an else",
        "fund = 3",
        paragraph("fund <= 3"),
        "next/text/it/else",
        "needs fund <= 3 to fail, and here fund is only ever 0 or 3",
    ),
    Case(
        "a way on below what always holds",
        "fund += 2",
        jump("fund >= 0", "told"),
        "next/to/one",
        "comes after fund >= 0, which always holds here",
    ),
    Case(
        "a way on below what holds by then",
        "fund += 2",
        jump("fund >= 2", "fund < 2"),
        "next/to/home",
        "comes after fund < 2, which always holds when it is asked",
    ),
    Case(
        "a way on for which a wider one leaves nothing",
        "fund += 2",
        jump("fund >= 1", "fund >= 2"),
        "next/to/one",
        "needs fund >= 2, and when it is asked, fund is always 0",
    ),
    Case(
        "a hand line for which a wider one leaves nothing",
        "fund += 2; told = true",
        vote("more than 1/2", les="up if fund >= 1 else up if fund >= 2 and told else down"),
        "next/hands/les/l1",
        f"needs fund >= 2 and told, {TOGETHER}: where told holds, fund is always 0",
        "smoko/c2",
    ),
    Case(
        "a hand's last line",
        "fund += 2",
        vote("more than 1/2", les="up if fund >= 1 else down if fund < 1 else up"),
        "next/hands/les/else",
        "comes after fund < 1, which always holds when it is asked",
    ),
    Case(
        "a choice that is there once",
        "fund = 1",
        "choices:\n"
        "  it: {text: It., if: fund == 1 and told, once: true, to: next, effects: [coal = 1]}\n"
        "  tell: {text: It., if: coal == 1, to: next, effects: [told = true]}\n"
        "  go: {text: Go., to: last}",
        "next/it",
        "needs told, and here told is always false",
    ),
    # Meetings
    Case(
        "carried",
        "fund = 1; told = true",
        vote(
            "at least 2/3", les="up if fund == 1 else down", roy="up if told else down", eva="down"
        ),
        "next/carried",
        "needs 2 of 3 hands up, and here at most 1 goes up",
        "smoko/c1",
    ),
    Case(
        "lost",
        "fund = 1",
        vote("more than 1/2", les="up if fund == 1 else down", roy="up", eva="up"),
        "next/lost",
        "needs fewer than 2 of 3 hands up, and here at least 2 go up",
        "smoko/c0",
    ),
    Case(
        "carried by so many of those voting",
        "fund = 1; told = true",
        vote(
            "more than 1/2",
            les="up if fund == 1 else abstain",
            roy="abstain if told else down",
            eva="down",
        ),
        "next/carried",
        "needs more than half of those voting to be up, "
        "and here at best none go up and 1 stays down",
        "smoko/c2",
    ),
    Case(
        "lost where some abstain",
        "told = true",
        vote("at least 1/2", les="up", roy="abstain if told else up"),
        "next/lost",
        "needs the hands up not to be at least half of those voting, "
        "and here at worst 1 goes up and none stay down",
        "smoko/c1",
    ),
    Case(
        "all",
        "told = true",
        vote("at least 1/1", les="down", you="up if told else abstain"),
        "next/carried",
        "needs all of those voting to be up, and here at best none go up and 1 stays down",
        "smoko/c0",
    ),
    Case(
        "nobody votes",
        "",
        vote("at least 1/2", les="abstain", roy="abstain"),
        "next/carried",
        "needs somebody to vote, and here nobody ever does",
    ),
    # Steps
    Case(
        "an effect that always fails",
        "fund = 9; fund = 8",
        choice("fund >= 8", ", effects: [fund += 5]"),
        "next/it",
        "always takes fund out of its range",
    ),
]

ODD = [
    Case(
        "a choice's whole condition",
        BOTH,
        choice("fund + coal <= 5", ", locked: No."),
        "",
        "fund + coal <= 5 always holds here",
    ),
    Case(
        "a paragraph's, without an else",
        BOTH,
        paragraph("fund <= 3", otherwise=False),
        "",
        "fund <= 3 always holds here",
    ),
    Case("a paragraph's, with an else that is told", BOTH, paragraph("fund <= 3"), "", ""),
    Case("a way on, below which all is told", BOTH, jump("fund <= 3", "told"), "", ""),
    Case("one that never holds, which is told", BOTH, choice("fund > 3"), "", ""),
    Case(
        "a part of an and",
        BOTH,
        choice("fund >= 0 and fund >= 1"),
        "",
        "fund >= 0 always holds here, so it adds nothing to fund >= 0 and fund >= 1",
    ),
    Case(
        "a part of an or",
        "fund = 1; bar = hall",
        choice("fund >= 1 or bar == cinema"),
        "",
        "bar == cinema never holds here, so it adds nothing to fund >= 1 or bar == cinema",
    ),
    Case(
        "the outermost part",
        f"{BOTH}; bar = hall",
        paragraph("not (fund < 2 and (bar == pub or bar == hall))", otherwise=False),
        "",
        "bar == pub or bar == hall always holds here, "
        "so it adds nothing to not (fund < 2 and (bar == pub or bar == hall))",
    ),
    Case(
        "a part inside",
        f"{BOTH}; bar = hall",
        choice("fund >= 2 and (coal >= 4 or coal == 2)"),
        "",
        "",
    ),
    Case(
        "a part of a way on, where it is asked",
        "fund = 1; fund = 2, told = true",
        jump("fund >= 2", "fund == 1 and not told"),
        "",
        "not told always holds here, so it adds nothing to fund == 1 and not told",
    ),
    Case(
        "a part of a hand line",
        "fund = 1; fund = 2, told = true",
        vote("more than 1/2", les="up if fund >= 2 else down if fund == 1 and not told else up"),
        "",
        "not told always holds here, so it adds nothing to fund == 1 and not told",
    ),
    Case(
        "a part of a choice that is there once, while it is",
        "",
        "choices:\n"
        "  it: {text: It., if: fund == 0 and not told, once: true, to: next, "
        "effects: [told = true]}\n"
        "  add: {text: Add., to: last, effects: [fund = 1]}\n"
        "  sub: {text: Add., to: next, effects: [fund = 2]}",
        "",
        "not told always holds here, so it adds nothing to fund == 0 and not told",
    ),
    Case(
        "a count",
        "les = with_us; roy = with_us, fund = 1",
        choice("count(stance > against, among=gang) == 3 and fund == 1"),
        "",
        "count(stance >= unmoved, among=gang) == 3 always holds here, "
        "so it adds nothing to count(stance > against, among=gang) == 3 and fund == 1",
    ),
    Case("what never changes, which is told", "", choice("told or not known or fund == 0"), "", ""),
]
