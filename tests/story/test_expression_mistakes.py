"""What is said about a condition or an effect that is wrong, and where."""

from __future__ import annotations

import re
from typing import NamedTuple

import pytest

from game.story.diagnostics import TABLE
from game.story.expression import ExpressionProblem, parse_condition, parse_effect
from tests.story.wharf import story_scope


class Fault(NamedTuple):
    """What is expected to be said: where, the code, and part of the words."""

    offset: int
    length: int
    code: str
    words: str


_EXPECTED = re.compile(r"( *)(\^+) ([A-Z]\d\d) ?(.*)")


def read_faults(page: str) -> list[tuple[str, list[Fault]]]:
    """Lines, each followed by what is wrong with it: carets, a code, part of what is said."""
    cases: list[tuple[str, list[Fault]]] = []
    for line in page.strip("\n").split("\n"):
        found = _EXPECTED.fullmatch(line)
        if found:
            before, carets, code, words = found.groups()
            cases[-1][1].append(Fault(len(before), len(carets), code, words))
        else:
            cases.append((line, []))
    return cases


def said(problem: ExpressionProblem) -> str:
    kind = TABLE[problem.code]
    return f"{kind.wrong.format(**problem.fields)}. {kind.mend.format(**problem.fields)}"


def assert_faults(problems: list[ExpressionProblem], faults: list[Fault]) -> None:
    assert [p[:1] + p[1:3] for p in problems] == [(f.code, f.offset, f.length) for f in faults]
    for problem, fault in zip(problems, faults, strict=True):
        assert fault.words in said(problem)


WRONG_CONDITIONS = read_faults("""
les >= 2
^^^^^^^^ X03 `les` (a stance) cannot be compared with `2`. `les` can be: against, unmoved
les == pub
^^^^^^^^^^ X03 `les` (a stance) cannot be compared with `pub`
fund == les
^^^^^^^^^^^ X03 `fund` (a number) cannot be compared with `les` (a stance)
target == heat
^^^^^^^^^^^^^^ X03 `target` (one of pub, cinema)
covered == true
^^^^^^^^^^^^^^^ X03 A flag stands alone: `covered`, or `not covered`.
les == wiht_us
       ^^^^^^^ N02 Did you mean `with_us`?
les == zzz
       ^^^ N02 The values here: against, unmoved, listening, with_us.
Fund > 3
^^^^ N02 Did you mean `fund`?
fund > 13
       ^^ X04 `13` is outside what `fund` can be (0 to 12). Write a number from 0 to 12, or give
-1 > fund
^^ X04 `-1` is outside what `fund` can be
fund + 1 > 14
           ^^ X04 `14` is outside what `fund + 1` can be (1 to 13). Write a number from 1 to 13.
fund in (3, 40)
            ^^ X04 `40`
count(stance >= with_us) > 3
                           ^ X04 (0 to 2)
visits(smoko) > 255
                ^^^ X04 `visits(smoko)` can be
visits(smoko) == fund
^^^^^^^^^^^^^^^^^^^^^ X03 Compare it with a fixed number
visits(smoko) == visits(kitchen)
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ X03 `visits(kitchen)`
visits(smoko) + 1 > 2
^^^^^^^^^^^^^ X02 `visits(smoko)` cannot stand in arithmetic
target < cinema
^^^^^^^^^^^^^^^ X05 has values without an order
1 < 2
^^^^^ X05 compares two fixed values
pub == cinema
^^^^^^^^^^^^^ X05 compares two fixed values
fund = 3
     ^ X02 To compare, write `==`.
covered && !covered || fund > 3
        ^^ X02 Write `and`.
           ^ X02 Write `not`.
                    ^^ X02 Write `or`.
fund is 3
     ^^ X02 Write `==`.
fund is not 3
     ^^^^^^ X02 Write `!=`.
fund ≥ 3
     ^ X02 Write `>=`.
fund => 3 OR covered
     ^^ X02 Write `>=`.
          ^^ X02 Write `or`, in small letters.
target == "pub"
          ^^^^^ X02 Write `pub` without quotes.
target == “the pub”
          ^^^^^^^^^ X02 Names and values stand without quotes.
f"{les}" == 'x
^^^^^^^^ X02 text in quotes
            ^^ X02 text in quotes
fund > 2 and < 5
             ^ X01 Write it out: `and fund < ...`.
not fund > 2 and < 5
                 ^ X01 `and fund < ...`
fund not in (1, 3) and < 5
                       ^ X01 `and fund < ...`
covered or (fund + (debt - 1)) > 2 and < 5
                                       ^ X01 `and (fund + (debt - 1)) < ...`
covered and < 5
            ^ X01 `and name < ...`
not (covered or fund + 1 > 2 and <= 5)
                                 ^^ X01 `and fund + 1 <= ...`
les.stance >= with_us
   ^^^^^^^ X02 Write `les`: a person's name stands for their stance.
fund.value > 3
    ^^^^^^ X02 Write `fund`.
fund.__class__() > 3
    ^^^^^^^^^^ X02 `.__class__`
seen("smoko")
     ^^^^^^^ X02 Write `smoko` without quotes.
not seen smoko
    ^^^^^^^^^^ X01 Write `seen(smoko)`.
seen
^^^^ X01 Write `seen(passage)`.
seen(smokko)
     ^^^^^^ N01 Did you mean `smoko`?
seen(fund + 1)
^^^^^^^^^^^^^^ X01 `seen` asks about one passage
seen()
     ^ X01 nothing stands between the brackets
rand(3) > 1
^^^^^^^ X02 `rand(...)` cannot stand in a condition
cuont(stance >= with_us) > 1
^^^^^^^^^^^^^^^^^^^^^^^^ X02 Did you mean `count`?
fund(3) > 1
^^^^^^^ X02 Write `fund` without brackets.
up_to(3, fund) > 2
^^^^^^^^^^^^^^ X02 It stands in an effect
fund if covered else 3
     ^^ X02 For two cases write two effects
lambda: covered
^^^^^^ X02 `lambda`
      ^ X02 `:`
(fund := 3) > 2
 ^^^^^^^^^ X02 a condition cannot stand in the place of a value
      ^^ X02 To compare, write `==`.
les[0]
   ^ X02 Names have no parts.
fund in [1, 2]
        ^ X02 Write round brackets
target in (pub)
           ^^^ X01 For one value write `target == pub`.
{fund} > 3
^ X02 Write the name without braces
fund ** 2 > 3 * 1
^^^^^^^^^ X02 Numbers can be added and taken away only.
            ^^^^^ X02 `3 * 1`
-fund > 3
^^^^^ X02 Write `0 - fund`.
+3 > fund
^^ X02 Leave it out.
fund > 1.5
       ^^^ X02 Numbers here are whole
fund > 007
       ^^^ X02 Write `7`.
fund > 9999999999
       ^^^^^^^^^^ X02 The longest number has nine figures.
fund > None
       ^^^^ X02 `None`
covered; fund > 3
       ^ X02 One line holds one condition
fund
^^^^ X02 Compare it: `fund > 0`.
3
^ X02 Compare it
les or covered
^^^ X02 Compare it: `les == with_us`.
visits(smoko)
^^^^^^^^^^^^^ X02 Compare it: `visits(smoko) >= 1`.
target == pub or cinema
                 ^^^^^^ X02 Say what it is compared with: `target == cinema`.
(fund > 3) + 1 > 2
 ^^^^^^^^ X02 a condition cannot stand in the place of a value
(1, 2) == fund
^^^^^^ X02 A list stands only after `in`.
fund + les > 3
       ^^^ X02 A stance moves in an effect of its own: `les += 1`.
wharf > 2
^^^^^ X02 Write `count(stance >= ..., among=wharf)`.
smoko
^^^^^ X02 write `seen(smoko)`
clarrie == with_us
^^^^^^^ X05 has no stance
stance >= with_us
^^^^^^ X02 It stands inside `count(...)` only.
count > 3
^^^^^ X01 Write `count(...)`.
count(among=wharf) > 0
^^^^^^^^^^^^^^^^^^ X01 `count` asks which people
count(with_us) > 0
      ^^^^^^^ X02 Write `stance >= with_us`.
count(les >= with_us) > 0
      ^^^ X02 Only `stance` and the stances can
count(stance >= 2) > 0
                ^ X02 Compare `stance` with a stance.
count(stance >= wiht_us) > 0
                ^^^^^^^ N02 Did you mean `with_us`?
count(with_us > against) > 0
      ^^^^^^^^^^^^^^^^^ X05 is the same for everybody
count(stance in (with_us, stance)) > 0
      ^^^^^^^^^^^^^^^^^^^^^^^^^^^ X05 is the same for everybody
count(stance >= with_us, wharf) > 0
                         ^^^^^ X02 To name a group write `among=wharf`.
count(stance >= with_us, of=wharf) > 0
                         ^^^ X02 only `among=` can stand
count(stance >= with_us, among=whart) > 0
                               ^^^^^ N04 Did you mean `wharf`?
count(stance >= with_us, among=office) > 0
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ X05 the group `office` has nobody with a stance
(fund > 3
^ X01 `(` is never closed
fund > 3)
        ^ X01 `)` closes nothing
fund >
     ^ X01 something is missing after `>`
fund 3
     ^ X01 how `fund` and `3` belong together
fund, covered
    ^ X01 a comma outside brackets
fund > not covered
       ^^^ X01 Put brackets round it
and covered
^^^ X01 something is missing before `and`
fünd > 3
^^^^ N02 nothing is called `fünd`
covered and fnd > 3 and les > 2 and fund > 13 or (
            ^^^ N02 Did you mean `fund`?
                                                 ^ X01 `(` is never closed
covered == les and fund > 13 and zzz
^^^^^^^^^^^^^^ X03 `covered` (a flag)
                          ^^ X04 `13`
                                 ^^^ N02 nothing is called `zzz`
""")

WRONG_EFFECTS = read_faults("""
fund = up_to(10
            ^ X01 put quotes around one that has a comma
fund = 13
       ^^ X04 `13` is outside what `fund` can be (0 to 12)
fund += 20
        ^^ X04 `fund + 20` is outside
fund = fund + 13
       ^^^^^^^^^ X04 `fund + 13` is outside
fund = up_to(13, fund)
             ^^ X04 `13`
fund = up_to(fund + 2, 10)
             ^^^^^^^^ X05 The limit comes first: `up_to(10, fund + 2)`.
fund = up_to(10, down_to(0, fund))
                 ^^^^^^^^^^^^^^^^ X02 Only one of `up_to` and `down_to`
fund = up_to(10)
       ^^^^^^^^^ X01 Write `up_to(limit, value)`.
fund += up_to(3, 2)
        ^^^^^^^^^^^ X02 Write `fund = up_to(limit, fund + ...)`.
fund == 3
     ^^ X02 To set something, write `=`.
fund := 3
     ^^ X02 To set something, write `=`.
fund++
    ^^ X02 Write `fund += 1`.
fund *= 2
     ^^ X02 A number moves by `+=` and `-=` only.
fund
^^^^ X01 this changes nothing
fund =
     ^ X01 something is missing after `=`
3 = fund
^ X01 left of `=` stands the one name that is set
fund + 1 = 3
^^^^^^^^ X01 left of `=` stands the one name that is set
covered = fund = 3
               ^ X02 To compare, write `==`.
fund = 3; covered = true
        ^ X02 One line holds one condition or one effect.
                  ^ X02 To compare, write `==`.
fnd = zzz
^^^ N02 Did you mean `fund`?
      ^^^ N02 nothing is called `zzz`
pub = 3
^^^ X05 is a value and cannot be set
smoko = true
^^^^^ X05 is a passage and cannot be set
wharf = with_us
^^^^^ X05 is a group and cannot be set
clarrie = with_us
^^^^^^^ X05 has no stance to set
les = 2
      ^ X05 `les` cannot become `2`. `les` can be: against
les = les + 1
      ^^^ X02 `les += 1`
les += with_us
       ^^^^^^^ X05 To set the stance, write `les = with_us`.
les.stance = with_us
   ^^^^^^^ X02 Write `les`
covered = 1
          ^ X05 write `true`, `false` or a condition
covered = fund
          ^^^^ X05 `covered` cannot become `fund` (a number)
covered += 1
^^^^^^^ X05 does not move in steps
target = with_us
         ^^^^^^^ X05 `target` can be: pub, cinema.
target = cinemaa
         ^^^^^^^ N02 Did you mean `cinema`?
target = heat
         ^^^^ X05 `heat` (one of cold, warm, hot)
target = "cinema"
         ^^^^^^^^ X02 Write `cinema` without quotes.
target = up_to(pub, bar)
         ^^^^^^^^^^^^^^^ X05 values without an order
fund = covered
       ^^^^^^^ X05 `covered` (a flag)
fund = fund > 3
       ^^^^^^^^ X02 a condition cannot stand in the place of a value
fund = visits(smoko)
       ^^^^^^^^^^^^^ X05 Ask only how it compares
""")


@pytest.mark.parametrize(("source", "faults"), WRONG_CONDITIONS)
def test_everything_wrong_with_a_condition_is_said_where_it_stands(
    source: str, faults: list[Fault]
) -> None:
    row, problems = parse_condition(source, story_scope())
    assert row is None
    assert_faults(problems, faults)


@pytest.mark.parametrize(("source", "faults"), WRONG_EFFECTS)
def test_everything_wrong_with_an_effect_is_said_where_it_stands(
    source: str, faults: list[Fault]
) -> None:
    slot, row, problems = parse_effect(source, story_scope())
    assert (slot, row) == (None, None)
    assert_faults(problems, faults)


def test_nothing_written_is_said_to_be_empty() -> None:
    for source in ("", "  ", "\n"):
        assert [p.code for p in parse_condition(source, story_scope())[1]] == ["F09"]
        assert [p.code for p in parse_effect(source, story_scope())[2]] == ["F09"]


def test_a_second_line_is_said_to_be_one_too_many() -> None:
    _, problems = parse_condition("covered and\n  fund > 3", story_scope())
    assert_faults(problems, [Fault(14, 1, "X01", "Write it all on one line.")])


@pytest.mark.parametrize("character", ["\0", "\x1b", "\u200b", "\ud800"])
def test_an_invisible_character_is_named_by_its_number(character: str) -> None:
    _, problems = parse_condition(f"fund{character} > 3", story_scope())
    assert_faults(problems, [Fault(4, 1, "X02", f"U+{ord(character):04X}")])


@pytest.mark.parametrize(
    ("source", "fault"),
    [
        ("(" * 300 + "covered" + ")" * 193, Fault(20, 1, "X01", "more than 20 deep")),
        ("not " * 123 + "covered", Fault(400, 3, "F10", "124, the limit is 100")),
        ("fund" + "-1" * 200, Fault(103, 1, "F10", "the limit is 100")),
        ("x" * 501, Fault(0, 501, "F05", "501 characters; the limit is 500")),
        ("9" * 500, Fault(0, 500, "X02", "nine figures")),
        ("fund > 1" + "0" * 400, Fault(7, 401, "X02", "nine figures")),
        ("fund" + "**9" * 99, Fault(153, 1, "F10", "the limit is 100")),
    ],
)
def test_a_hostile_line_is_refused_before_it_costs_anything(source: str, fault: Fault) -> None:
    _, problems = parse_condition(source, story_scope())
    assert_faults(problems, [fault])


@pytest.mark.parametrize(
    "source",
    ["fund -= 1 and covered = true", "fund -= 1, covered = true", "fund += 1 and les += 1"],
)
def test_two_effects_on_one_line_are_one_mistake(source: str) -> None:
    _, _, problems = parse_effect(source, story_scope())
    assert [(p.code, p.fields["why"]) for p in problems] == [("X01", "these are two effects")]


@pytest.mark.parametrize("word", ["yes", "No", "on", "off"])
def test_a_flag_set_to_yes_or_no_is_told_true_and_false(word: str) -> None:
    _, _, problems = parse_effect(f"covered = {word}", story_scope())
    assert [p.code for p in problems] == ["N02"]
    assert problems[0].fields["near"] == "A flag is `true` or `false`. "
