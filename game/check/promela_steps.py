"""The steps of a model, written down by SPIN's verifier: so that traps can be looked for in them.

That an ending can be reached from everywhere speaks of branching time, and SPIN cannot be asked it.
But its search takes every step of every state once (without partial order reduction, which is
switched off), so what it took is the whole graph. A model therefore holds some C, which SPIN hands
on to the verifier: at the end of each step it writes down where the step began and where it led.
What leads to no ending in that graph is a trap, and nothing in it was worked out by the check.

A state is written as a *key*, a hash of 64 bits of all that it holds (FNV, of Fowler, Noll and Vo,
an item at a time). Two states with the same key would be taken for one; so the number of keys is
to be held against the number of states that SPIN stored.

A story cut into acts has a graph for each (`game.check.acts`). The way out of an act leads to a
state that is the beginning of another's graph, under the same key. `lost` begins with what leads to
an ending within its act, and goes on with what leads to such a beginning, until nothing changes: as
if the graphs were one, with one of them in memory at a time.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

Key = int

BEGIN, ENDED = 0, 1
"""Keys of what is no state: before the first step, and after an ending."""

TABLES = "tables.h"
"""The file of a model's tables. SPIN takes only short pieces of C in the model itself."""

FILE = "steps"
"""Where a verifier writes the steps, in the folder that it runs in."""

MOST = 8_000_000
"""Steps that are written down: to read so many takes 3 GB. Where there are more, a verifier goes on
and leaves no file."""

_BASIS, _PRIME = 14_695_981_039_346_656_037, 1_099_511_628_211


def key_of(items: Iterable[int]) -> Key:
    """The key of a state: of its place, its values and its stack, in the order of `declared`."""
    key = _BASIS
    for item in items:
        key = (key ^ item) * _PRIME & 0xFFFF_FFFF_FFFF_FFFF
    return key


def declared(items: Sequence[str]) -> Iterator[str]:
    """What a model begins with, before its variables; `items` are those that a state holds."""
    yield f"""c_decl {{
typedef unsigned long long Key;
Key story_from;
\\#include "{TABLES}"
}}"""
    # Kept with the path that is searched, so that it is right again after going back, and no part
    # of a state.
    yield 'c_track "&story_from" "sizeof(Key)" "UnMatched"'
    hashed = "".join(
        f"\n  key = (key ^ (unsigned short) now.{one}) * {_PRIME}ULL;" for one in items
    )
    yield f"""c_code {{
static Key story_key(void) {{
  Key key = {_BASIS}ULL;{hashed}
  return key;
}}
static void story_step(Key to) {{
  static FILE *file;
  static long many;
  Key step[2] = {{story_from, to}};
  if (many == {MOST}) return;
  if (!many++) file = fopen("{FILE}", "wb");
  if (file && many == {MOST}) {{ fclose(file); remove("{FILE}"); return; }}
  if (!file || fwrite(step, sizeof step, 1, file) != 1) {{ perror("{FILE}"); exit(1); }}
}}
static int story_known(const Key *keys, long many) {{
  Key key = story_key();
  long low = 0;
  while (low < many) {{
    long middle = (low + many) / 2;
    if (keys[middle] == key) return 1;
    if (keys[middle] < key) low = middle + 1; else many = middle;
  }}
  return 0;
}}
}}"""


def rows(name: str, those: Sequence[Sequence[int]]) -> str:
    """A table for `loaded`: a row for each state, with its items."""
    text = ",\n".join(",".join(map(str, row)) for row in those)
    return f"static const unsigned short {name}[] = {{\n{text}}};\n"


def loaded(name: str, items: Sequence[str]) -> str:
    """The statement that takes a state from the row of a table whose number is `pick`."""
    many = len(items)
    put = " ".join(f"now.{one} = {name}[{many}L * now.pick + {n}];" for n, one in enumerate(items))
    return f"c_code {{ {put} }};"


def keys(name: str, those: Iterable[Key]) -> str:
    """A table for `known`."""
    text = ",\n".join(f"{key}ULL" for key in sorted(those))
    return f"static const Key {name}[] = {{\n{text}}};\n"


def known(name: str, many: int) -> str:
    """The statement that puts 1 in `pick` if the state is one of a table's, and else 0."""
    return f"c_code {{ now.pick = story_known({name}, {many}); }};"


STARTS = "c_code { story_from = story_key(); };"
"""The statement that a step begins with."""
LEADS = "c_code { story_step(story_key()); };"
"""The statement at its end, in the state that it leads to."""
ENDS = f"c_code {{ story_step({ENDED}); }};"
"""The statement at its end, where that is an ending."""


class Steps:
    """The graph that a verifier wrote down."""

    def __init__(self, path: Path) -> None:
        steps = array("Q", path.read_bytes())
        self.starts: set[Key] = set()
        """What the search began with."""
        self.states: set[Key] = {*steps} - {BEGIN, ENDED}
        """Every state that a step leads to: also those in other acts."""
        self._before: dict[Key, list[Key]] = {}
        for source, target in zip(steps[::2], steps[1::2], strict=True):
            if source == BEGIN:
                self.starts.add(target)
            else:
                self._before.setdefault(target, []).append(source)
        self.last: set[Key] = self.states.difference(steps[::2])
        """Those from which no step leads on: it is stuck there, or in another act."""

    def leading_to(self, those: Iterable[Key]) -> set[Key]:
        """The states from which a way leads to one of `those`, and those themselves."""
        found = set(those)
        todo = list(found)
        while todo:
            for source in self._before.get(todo.pop(), ()):
                if source not in found:
                    found.add(source)
                    todo.append(source)
        return found


def lost(acts: Sequence[Path]) -> set[Key]:
    """The states from which no ending can be reached, by the steps of each act of a story."""
    safe = {ENDED}
    starts: dict[Path, set[Key]] = {}
    last: dict[Path, set[Key]] = {}
    caught: dict[Path, set[Key]] = {}
    # Stories lead from the first act to the last, so the last is asked first. One is asked again
    # when more is known to be safe that it leads to.
    todo = list(acts)
    while todo:
        act = todo.pop()
        steps = Steps(act)
        good = steps.leading_to(safe)
        starts[act], last[act] = steps.starts, steps.last
        caught[act] = steps.states - good
        new = steps.starts & good - safe
        safe |= new
        todo += [one for one in last if one not in todo and not last[one].isdisjoint(new)]
    # A state that begins another act is judged there.
    all_starts = set().union(*starts.values())
    return set().union(*(caught[act] - (all_starts - starts[act]) for act in acts))
