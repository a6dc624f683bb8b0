"""Plays a plan, and says which of its lines does not hold.

`play` takes the way in which the story is carried from screen to screen, so that a plan can be
played straight and through any form a game may be kept in. `printed` follows a plan through the
terminal's transcript.
"""

from __future__ import annotations

import io
import json
from collections.abc import Callable, Iterator

from game.play.playthrough import Playthrough
from game.play.program import Program
from game.play.screen import NotAvailable, RangeFault, step, view
from game.play.state import State
from game.play.view import View
from game.story.diagnostics import Diagnostic
from game.terminal.paper import Paper
from game.terminal.transcript import transcript
from tests.corpus.plan import NOTHING, ONE_A_LINE, SINGLE, WITH_COMMAS, Plan, Said, Screen

Carry = Callable[[Playthrough], Playthrough]


class Differs(AssertionError):
    """A story that does not do what its plan says. The message is for people."""


def play(plan: Plan, program: Program, carry: Carry) -> None:
    """Play every play of the plan; raises `Differs` at the first screen that is not as said."""
    for screens in plan.plays:
        now = carry(Playthrough(program))
        for screen in screens:
            found = list(_differences(screen, now))
            if found:
                raise Differs("\n\n".join([*found, f"The screen was:\n{_shown(now.view)}"]))
            now = carry(_moved(screen.move, now))


def straight(now: Playthrough) -> Playthrough:
    """Nothing happens between two screens."""
    return now


def saved(now: Playthrough) -> Playthrough:
    """Between two screens the game is kept as JSON, and played again from its choices."""
    kept = json.loads(json.dumps(now.state.to_json(now.program)))
    state = State.from_json(now.program, kept)
    if state != now.state:
        raise Differs(f"the state\n  {now.state}\nkept as JSON came back as\n  {state}")
    again, stopped = Playthrough.replay(now.program, now.choices)
    if stopped is not None:
        raise Differs(f"played again, the choice {stopped} could not be taken")
    fresh = Program(now.program.story)
    for said, other in (("kept as JSON", view(fresh, state)), ("played again", again.view)):
        if other != now.view:
            raise Differs(f"{said}, the screen\n{_shown(now.view)}\nbecame\n{_shown(other)}")
    return again


def _moved(move: Said | None, now: Playthrough) -> Playthrough:
    """Do what the plan says at the end of a screen."""
    if move is None:
        return now
    option, _, words = (part.strip() for part in move.value.partition("|"))
    if move.keyword == "back":
        if int(option) > len(now.choices):
            raise Differs(f"{move.place}: only {len(now.choices)} choices can be taken back")
        now.rollback(int(option))
        return now
    before = now.view
    try:
        now.choose(_full(option, now.view))
    except NotAvailable as why:
        said = f"{move.place}: `{option}` cannot be taken. These can: {_short(why.available)}"
        raise Differs(f"{said}\n\nThe screen was:\n{_shown(now.view)}") from None
    except RangeFault as why:
        told = f"{why.fault.at} | {why.fault.message}"
        if move.keyword == "faults" and all(part.strip() in told for part in words.split("|")):
            if now.view != before:
                raise Differs(f"{move.place}: the fault changed the screen") from None
            return now
        raise Differs(_told(move, words or "no fault", told)) from None
    if move.keyword == "faults":
        raise Differs(f"{move.place}: `{option}` was to stop at a range fault, and did not")
    return now


def _full(option: str, screen: View) -> str:
    """The whole id of an option that the plan calls by its end."""
    return next(
        (o.id for o in screen.options if option in (o.id, _end(o.id))),
        option if "/" in option else f"{screen.passage}/{option}",
    )


def _end(id_: str) -> str:
    return id_.rpartition("/")[2]


def _short(ids: tuple[str, ...]) -> str:
    return ", ".join(map(_end, ids)) or NOTHING


def _differences(screen: Screen, now: Playthrough) -> Iterator[str]:
    """What is not as the plan says, in words."""
    shown = now.view
    for keyword in sorted(ONE_A_LINE):
        said = screen.lines(keyword)
        if said:
            wanted = [] if said[0].value == NOTHING else [one.value for one in said]
            yield from _list_differs(said, wanted, _ENTRIES[keyword](shown))
    for keyword in sorted(WITH_COMMAS):
        for said_once in screen.lines(keyword):
            came = _class_offers(now) if keyword == "class offers" else _ENTRIES[keyword](shown)
            wanted = _words(said_once.value)
            if wanted != came:
                yield _told(said_once, ", ".join(wanted), ", ".join(came))
    for said_once in (s for s in screen.expected if s.keyword in SINGLE - {"fault"}):
        came_once = _ONCE[said_once.keyword](shown) or NOTHING
        if said_once.value != came_once:
            yield _told(said_once, said_once.value, came_once)
    yield from _fault_differs(screen, shown)
    for said in (screen.lines(keyword) for keyword in ("option", "lens", "refuses")):
        for one in said:
            yield from _option_differs(one, now)


def _words(value: str) -> list[str]:
    return [] if value == NOTHING else [word.strip() for word in value.split(",")]


def _list_differs(said: list[Said], wanted: list[str], came: list[str]) -> Iterator[str]:
    if wanted == came:
        return
    n = next(
        (n for n, (a, b) in enumerate(zip(wanted, came, strict=False)) if a != b),
        min(len(wanted), len(came)),
    )
    yield _told(
        said[min(n, len(said) - 1)],
        wanted[n] if n < len(wanted) else "nothing more",
        came[n] if n < len(came) else "nothing more",
    )


def _told(said: Said, wanted: str, came: str) -> str:
    wanted, came = wanted or NOTHING, came or NOTHING
    return f"{said.place}: {said.keyword}\n  expected: {wanted}\n  came:     {came}"


def _fault_differs(screen: Screen, shown: View) -> Iterator[str]:
    """A fault must be said: no plan passes over one."""
    for said in screen.lines("fault"):
        fault = shown.fault
        told = f"{fault.at} | {fault.message}" if fault and fault.kind == "range" else NOTHING
        parts = [part.strip() for part in said.value.split("|")]
        if not all(part in told for part in parts):
            yield _told(said, said.value, told)
    if shown.fault is not None and not (screen.lines("fault") or screen.lines("stuck")):
        place = screen.expected[0].place if screen.expected else "here"
        yield f"{place}: the story stops: {shown.fault.message} ({shown.fault.at})"


def _option_differs(said: Said, now: Playthrough) -> Iterator[str]:
    name, _, words = (part.strip() for part in said.value.partition("|"))
    full = _full(name, now.view)
    if said.keyword == "refuses":
        try:
            step(now.program, now.state, full)
        except NotAvailable:
            return
        except RangeFault:
            pass
        yield f"{said.place}: `{name}` was to be refused, and can be taken"
        return
    option = next((o for o in now.view.options if o.id == full), None)
    if option is None:
        yield f"{said.place}: `{name}` is not on the screen"
        return
    came = option.text if said.keyword == "option" else option.lens or NOTHING
    if came != words:
        yield _told(said, words, came)


def _stuck(shown: View) -> str | None:
    stuck = shown.fault is not None and shown.fault.kind == "stuck"
    return shown.passage if stuck else None


def _result(shown: View) -> str | None:
    meeting = shown.meeting
    if meeting is None:
        return None
    return f"{'carried' if meeting.carried else 'lost'} {meeting.up} to {meeting.down}"


def _class_offers(now: Playthrough) -> list[str]:
    screen = view(now.program, now.state, free_meetings=True)
    return [_end(o.id) for o in screen.options if o.available]


_ENTRIES: dict[str, Callable[[View], list[str]]] = {
    "says": lambda v: [part for line in v.lines for part in line.text.split("\n")],
    "locked": lambda v: [f"{_end(o.id)} | {o.locked}" for o in v.options if o.locked is not None],
    "hand": lambda v: [
        f"{h.person} {h.hand} | {h.reason}" for h in (v.meeting.hands if v.meeting else ())
    ],
    "knows": lambda v: [f"{card.id.split('/', 2)[2]} | {card.text}" for card in v.know],
    "offers": lambda v: [_end(o.id) for o in v.options if o.available],
    "notes": lambda v: list(v.notes),
    "ids": lambda v: [line.id for line in v.lines],
    "hand ids": lambda v: [h.line for h in (v.meeting.hands if v.meeting else ())],
    "passages": lambda v: list(v.passages),
}

_ONCE: dict[str, Callable[[View], str | None]] = {
    "speaker": lambda v: v.speaker,
    "mood": lambda v: v.mood,
    "picture": lambda v: v.picture,
    "music": lambda v: v.music,
    "ambience": lambda v: v.ambience,
    "sound": lambda v: v.sound,
    "scene": lambda v: v.scene,
    "motion": lambda v: v.meeting.motion if v.meeting else None,
    "moved by": lambda v: v.meeting.moved_by if v.meeting else None,
    "needs": lambda v: v.meeting.needs if v.meeting else None,
    "result": _result,
    "ends": lambda v: v.ending.title if v.ending else None,
    "debrief": lambda v: v.ending.debrief if v.ending else None,
    "stuck": _stuck,
}


def _shown(shown: View) -> str:
    """A screen for a message: what the plan could have said of it."""
    out = [f"  says: {text}" for text in _ENTRIES["says"](shown)]
    out += [f"  {k}: {e}" for k in ("hand", "locked", "knows") for e in _ENTRIES[k](shown)]
    out.append(f"  offers: {', '.join(_ENTRIES['offers'](shown)) or NOTHING}")
    out += [f"  {k}: {of(shown)}" for k, of in _ONCE.items() if of(shown) is not None]
    if shown.fault is not None:
        out.append(f"  fault: {shown.fault.at} | {shown.fault.message}")
    return "\n".join(out)


def printed(plan: Plan, program: Program) -> None:
    """Play the plan in the terminal; raises `Differs` where a line of it was not printed."""
    for screens in plan.plays:
        # A transcript takes nothing back and ends at a fault, so a play is followed up to there.
        until = [s.move is not None and s.move.keyword != "takes" for s in screens]
        followed = screens[: until.index(True) + 1 if True in until else None]
        moves = [s.move for s in followed if s.move is not None and s.move.keyword != "back"]
        paper = io.StringIO()
        stopped = transcript(
            Playthrough(program),
            [move.value.partition("|")[0].strip() for move in moves],
            Paper(paper),
        )
        text = " ".join(paper.getvalue().split())
        at = 0
        for said, words in _in_print(followed):
            found = text.find(" ".join(words.split()), at)
            if found < 0:
                raise Differs(
                    f"{_told(said, words, 'not printed from here on')}\n\n{paper.getvalue()}"
                )
            at = found + len(words)
        faults = [said for s in followed for k in ("fault", "stuck") for said in s.lines(k)]
        faults += [move for move in moves if move.keyword == "faults"]
        if (stopped is None) == bool(faults):
            raise Differs(f"{plan.name}.plan: the transcript stopped: {stopped}")


def _in_print(screens: tuple[Screen, ...]) -> Iterator[tuple[Said, str]]:
    """What the terminal must print, in this order."""
    for screen in screens:
        for keyword in ("says", "motion", "needs", "hand", "ends", "debrief", "locked"):
            for said in screen.lines(keyword):
                if said.value != NOTHING:
                    yield said, said.value.partition("|")[2] if "|" in said.value else said.value


def refused(plan: Plan, found: tuple[Diagnostic, ...]) -> None:
    """Raises `Differs` unless exactly what the plan calls wrong was found, in its order."""
    came = [_place(d) for d in found]
    # A plan for a story in one file leaves the file's name out.
    wanted = [_wanted(said, plan) for said in plan.wrong]
    report = "\n\n".join(str(d) for d in found)
    for n, said in enumerate(plan.wrong):
        if n >= len(found) or came[n] != wanted[n][0]:
            told = came[n] if n < len(found) else "nothing more"
            raise Differs(f"{_told(said, wanted[n][0], told)}\n\nThe report was:\n{report}")
        text = f"{found[n].wrong} {found[n].mend}"
        for words in wanted[n][1]:
            if words not in text:
                raise Differs(_told(said, words, text))
    if len(found) > len(wanted):
        told = _told(plan.wrong[-1], "nothing more", came[len(wanted)])
        raise Differs(f"{told}\n\nThe report was:\n{report}")


def _place(found: Diagnostic) -> str:
    return f"{found.code} {found.place.file}:{found.place.line}:{found.place.column}"


def _wanted(said: Said, plan: Plan) -> tuple[str, list[str]]:
    place, *words = (part.strip() for part in said.value.split("|"))
    code, _, where = place.partition(" ")
    if where.count(":") < 2:
        where = f"{plan.story.name}:{where}"
    return f"{code} {where}", words
