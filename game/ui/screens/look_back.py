"""The debrief of a play that has come to an ending: read on the screen, or kept as a page."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

from game import places
from game.debrief import words
from game.debrief.look_back import Deeds, Vote, look_back
from game.debrief.told import Moment, Told, told
from game.debrief.turning import Turning, turning
from game.translation import language
from game.ui import wording
from game.ui.blocks import BarEntry, Block, Box, Offer, Pair, Para, Rule, Taken, Title
from game.ui.broadside import Broadside, lay_out
from game.ui.compositor import Compositor
from game.ui.page import Art, Page
from game.ui.pictured import has_file
from game.ui.screen import Become, Close, Open, Screen, Stay, Turn, sheet_bar
from game.ui.screens.reference import card
from game.ui.sitting import Sitting

_MOMENT = "moment:"
_FIRST, _LAST = 3, 9
"""The digits of the turning points; 1 and 2 are the offers'."""


class LookBackScreen(Screen):
    """One page that scrolls. Its turning points come when they are worked out."""

    def __init__(self, sitting: Sitting) -> None:
        self._sitting = sitting
        self._opened = sitting.playthrough.choices
        self._back = look_back(sitting.playthrough.program, self._opened)
        self._turning: Turning | None = None
        self._spoken = language()
        self._kept: Path | None = None
        """Where the page was kept without its turning points."""
        self._notice = ""

    @property
    def stale(self) -> bool:
        """True if the play is another one now, or the story was edited."""
        moved = self._sitting.playthrough.choices != self._opened
        return moved or self._sitting.story is not self._back.story

    def page(self, comp: Compositor) -> Page:
        """The screen laid out."""
        if self._spoken != language():  # votes are counted in words
            self._back = look_back(self._sitting.playthrough.program, self._opened)
            self._turning, self._spoken = None, language()
        self._look_ahead()
        return lay_out(self._sheet(), comp)

    def foretold(self, comp: Compositor) -> Iterator[Art]:
        """Its print, before it is opened; what its lines are is known then as well."""
        art = lay_out(self._sheet(), comp).art
        if art is not None:
            yield art if has_file(self._back.story, art.picture) else art._replace(picture=None)

    def _sheet(self) -> Broadside:
        view = self._back.last
        offers = (
            Offer("close", wording.TO_ENDING, 1),
            Offer("keep", wording.KEEP_OFFER, 2),
        )
        return Broadside(
            tuple(self._blocks()),
            offers,
            _bar(),
            words.TITLE,
            view.picture,
            f"{self._back.story.id}/{view.scene}",
            self._notice,
        )

    def command(self, command: str) -> Turn:
        """Keep the page, go back to a turning point, or close; the key that opened it does too."""
        match command:
            case "keep":
                return Open(self._keep())
            case "look_back":
                return Close()
            case _ if command.startswith(_MOMENT):
                return Open(GoBackScreen(self._sitting, int(command.removeprefix(_MOMENT))))
            case _:
                return super().command(command)

    # -- what is there

    def _look_ahead(self) -> None:
        """The turning points, as soon as they can be had; and with them the page that was kept."""
        ahead = self._sitting.ahead.of(self._back.story)
        if self._turning is not None or not ahead.done:
            return
        program = self._sitting.playthrough.program
        self._turning = turning(program, self._opened, ahead.fates)
        if self._kept is not None:
            self._notice = self._keep().problem

    @property
    def _told(self) -> Told | None:
        """The turning points, in the language of the moment."""
        return None if self._turning is None else told(self._back.story, self._turning)

    def _keep(self) -> KeptScreen:
        from game.export.debrief_page import page  # only those who keep one pay for it
        from game.export.keep import kept, name_of

        folder, today = places.pages(), datetime.now().astimezone().date()
        html = page(self._back, self._told, words.NOT_KEPT_YET, today)
        name = name_of(self._back, today)
        try:
            path = kept(folder, name, html, self._kept)
        except OSError as why:
            problem = wording.NOT_KEPT.format(path=folder, why=why.strerror or why)
            return KeptScreen(folder, problem)
        soon = self._turning is None
        self._kept = path if soon else None
        return KeptScreen(path, soon=soon)

    def _blocks(self) -> Iterator[Block]:
        back = self._back
        if back.ending is not None:
            yield Title(back.ending.title)
            yield Para(back.ending.debrief)
        for deeds in back.deeds:
            yield from self._deeds(deeds)
        yield Rule()
        yield Title(words.TURNING_POINTS)
        yield from self._turned()
        yield from self._stood()
        for heading, entries in ((words.RECORD, back.record), (words.NOTES, back.notes)):
            if entries:
                yield from (Rule(), Title(heading))
                yield from (card(entry.label, entry.text, entry.sources) for entry in entries)
        if back.against:
            yield from (Rule(), Title(words.AGAINST), Para(back.against))
        if back.questions:
            yield from (Rule(), Title(words.QUESTIONS))
            yield from (Para(f"{n}. {text}") for n, text in enumerate(back.questions, 1))
        if back.credits:
            yield from (Rule(), Title(words.CREDITS))
            yield from (Para(f"{one.role}: {one.who}", "small") for one in back.credits)

    def _deeds(self, deeds: Deeds) -> Iterator[Block]:
        yield from (Rule(), Title(words.DEEDS[deeds.lens]))
        scene = ""
        for deed in deeds.deeds:
            title = self._back.story.scenes[deed.scene].title
            if title != scene:
                scene = title
                yield Para(title, "label", "grey")
            yield Taken(deed.chosen.text, framed=False)

    def _turned(self) -> Iterator[Block]:
        page = self._told
        if page is None:
            yield Para(words.WORKING, "small", "grey")
            return
        for sentence in page.came_to:
            yield Para(sentence)
        for number, moment in enumerate(page.moments, _FIRST):
            yield from _moment(moment, number if number <= _LAST else 0)

    def _stood(self) -> Iterator[Block]:
        back = self._back
        if not back.people and not back.votes:
            return
        yield from (Rule(), Title(words.STOOD_WITH_YOU))
        for one in back.people:
            if one.moved:
                yield Pair(one.name, words.MOVED.format(start=one.start, end=one.end))
        still = [one for one in back.people if not one.moved]
        if still:
            yield Para(words.stayed(still), "small")
        for vote in back.votes:
            yield from _vote(vote)


def _moment(moment: Moment, number: int) -> Iterator[Block]:
    yield Title(moment.heading, "name")
    yield Taken(moment.chosen, framed=False)
    for lost in moment.lost:
        yield Para(lost.words)
        for other in lost.others:
            yield Para(f"\u2013\u00a0{other}", "small")
    yield Offer(f"{_MOMENT}{moment.step}", wording.GO_BACK_TO, number)


def _vote(vote: Vote) -> Iterator[Block]:
    yield Box((Para(vote.meeting.motion, "strong"), Para(words.outcome(vote), "label")))
    for hand in vote.meeting.hands:
        yield Pair(hand.name, f"{words.HAND[hand.hand]}. {hand.reason}")


def _bar() -> tuple[BarEntry, ...]:
    close, *others = sheet_bar()
    return (close, BarEntry("keep", wording.KEEP, "E", 8), *others)


class KeptScreen(Screen):
    """Says where a page was kept, or why it could not be. `soon`: its turning points follow."""

    def __init__(self, path: Path, problem: str = "", *, soon: bool = False) -> None:
        self.problem = problem
        """Why there is no page; empty if there is one."""
        self._path, self._soon = path, soon

    def page(self, comp: Compositor) -> Page:
        """The screen laid out."""
        blocks: list[Block] = [Title(wording.NOT_KEPT_TITLE), Para(self.problem)]
        if not self.problem:
            blocks = [Title(wording.KEPT_TITLE), Para(str(self._path)), Para(wording.KEPT_HOW)]
        if self._soon:
            blocks.append(Para(wording.KEPT_SOON))
        offers = (Offer("close", wording.CLOSE_PLAIN, 1),)
        return lay_out(Broadside(tuple(blocks), offers, sheet_bar(), scenery="kept"), comp)


class GoBackScreen(Screen):
    """Asks before the play is taken back to a choice. `step` is how many were made before it."""

    def __init__(self, sitting: Sitting, step: int) -> None:
        self._sitting = sitting
        self._opened = sitting.playthrough.choices
        self._step = step

    @property
    def stale(self) -> bool:
        """True if the play is another one now."""
        return self._sitting.playthrough.choices != self._opened

    def page(self, comp: Compositor) -> Page:
        """The screen laid out."""
        number = self._step + 1
        chosen = self._sitting.playthrough.backlog()[self._step].chosen
        blocks: tuple[Block, ...] = (
            Title(wording.GO_BACK_TITLE),
            Taken(chosen.text, framed=False),
            Para(wording.GO_BACK.format(number=number, many=len(self._opened))),
        )
        offers = (
            Offer("no", wording.GO_BACK_NO, 1),
            Offer("yes", wording.GO_BACK_YES.format(number=number), 2),
        )
        return lay_out(Broadside(blocks, offers, sheet_bar(), scenery="pause"), comp)

    def command(self, command: str) -> Turn:
        """Yes or no."""
        if command == "yes":
            from game.ui.screens.play import PlayScreen  # which opens this screen

            undone = len(self._opened) - self._step
            return Become(PlayScreen(self._sitting)) if self._sitting.rollback(undone) else Stay()
        return Close() if command == "no" else super().command(command)
