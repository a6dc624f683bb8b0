"""The screen one plays on: text and choices; an ending or a fault where the story has one."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from game.play.acts import ended_act
from game.play.screen import NotAvailable, RangeFault
from game.play.skip import only_way, read_on
from game.play.view import MeetingView, View
from game.ui import wording, words_keys, words_seen
from game.ui.blocks import BarEntry, Box, Offer, Para
from game.ui.broadside import Broadside, lay_out
from game.ui.compositor import Compositor
from game.ui.page import Art, Page
from game.ui.pictured import has_file, likeness
from game.ui.screen import Leave, Open, Screen, Show, Stay, Turn, auto_entry, size_bar
from game.ui.screens import later
from game.ui.screens.ending import ending_sheet
from game.ui.screens.saving import quick_turn, saves_turn
from game.ui.screens.telling import told
from game.ui.screens.trouble import TroubleScreen, trouble_sheet
from game.ui.settings import Settings
from game.ui.sitting import Sitting
from game.ui.sounds import Heard

_FLIP = 0.12
"""Seconds that a screen shows while what was read is skipped."""


class PlayScreen(Screen):
    """The present screen of the playthrough."""

    paced = True

    def __init__(self, sitting: Sitting) -> None:
        self._sitting = sitting
        self._skipping: tuple[str, ...] = ()

    @property
    def running(self) -> bool:  # type: ignore[override]  # what others set once
        """True while what was read is skipped."""
        return bool(self._skipping)

    @property
    def resting(self) -> float | None:  # type: ignore[override]
        """The time that a screen shows which is skipped."""
        return _FLIP if self._skipping else None

    @property
    def onward(self) -> str | None:
        """The only way on, or to the vote."""
        view = self._sitting.view
        if view.meeting is not None:
            skips = any(option.kind == "skip" for option in view.options)
            return None if skips else "hall"
        option = only_way(view)
        return None if option is None else f"option:{option}"

    @property
    def leaf(self) -> object:
        """The playthrough's place. Text that was edited there is no new place."""
        return (self._sitting.playthrough.choices, self._sitting.beginnings)

    @property
    def pictured(self) -> tuple[str, ...]:
        """The choices that led here."""
        return self._sitting.playthrough.choices

    @property
    def heard(self) -> Heard:
        """What the story's screen names."""
        view, sitting = self._sitting.view, self._sitting
        place = (sitting.playthrough.choices, sitting.beginnings)
        return Heard(view.music, view.ambience, view.sound, *place)

    def page(self, comp: Compositor) -> Page:
        """The screen laid out."""
        view = self._sitting.view
        if view.fault is not None:
            back = bool(self._sitting.playthrough.choices)
            sheet = trouble_sheet(self._sitting, view.fault, can_go_back=back)
        elif view.ending is not None:
            sheet = ending_sheet(self._sitting, view.ending)
        else:
            sheet = self._story_sheet(view)
        if comp.look.captions and self._sitting.captions is not None:
            lines = self._sitting.captions.present()
            captions = (Para(line, "small", "grey") for line in lines)
            sheet = sheet._replace(blocks=(*captions, *sheet.blocks))
        picture = self._sitting.story.pictures.get(view.picture or "")
        sheet = sheet._replace(
            bar=self._bar(view),
            notice=self._sitting.notice,
            alt="" if picture is None or sheet.picture is None else picture.description,
        )
        return lay_out(sheet, comp)

    def coming(self, comp: Compositor) -> Iterator[Art]:
        """The prints that the choices lead to; after an ending that of looking back."""
        sitting = self._sitting
        if sitting.view.ending is not None:
            sitting.ahead.begin(sitting.story)
            yield from later.look_back(sitting).foretold(comp)
        for option in sitting.view.numbered:
            try:
                after = sitting.after(option.id)
            except (NotAvailable, RangeFault):
                continue
            art = PlayScreen(after).page(comp).art
            if art is not None:
                yield art if has_file(sitting.story, art.picture) else art._replace(picture=None)

    def _story_sheet(self, view: View) -> Broadside:
        story = self._sitting.story
        blocks = told(self._sitting, view)
        if view.meeting is not None:
            blocks.append(_motion(self._sitting, view.meeting))
        return Broadside(
            tuple(blocks),
            _offers(view),
            (),
            self._sitting.place,
            view.picture,
            f"{story.id}/{view.scene}",
            tailpiece=True,
            portrait=self._portrait(view),
        )

    def _portrait(self, view: View) -> str | None:
        """The file of the speaker's face."""
        if view.speaker is None:
            return None
        sitting, mood = self._sitting, view.mood or "neutral"
        file = likeness(sitting.story, sitting.folder, view.speaker, mood)
        return None if file is None else str(file)

    def _bar(self, view: View) -> tuple[BarEntry, ...]:
        entries = []
        if self._sitting.aside:
            entries.append(BarEntry("", self._sitting.aside, "", 10))
        if self._sitting.playthrough.choices:
            entries.append(BarEntry("back", wording.BACK, wording.LEFT_KEY, 9))
        if self._sitting.can_go_forward:
            entries.append(BarEntry("forward", words_keys.FORWARD, "F", 8))
        if view.ending is not None:
            entries.append(BarEntry("look_back", wording.LOOK_BACK, "D", 9))
        entries.append(BarEntry("backlog", wording.BACKLOG, "B", 8))
        if view.notes:
            entries.append(BarEntry("notes", wording.NOTES, "N", 7))
        if view.know:
            entries.append(BarEntry("know", wording.KNOW, "K", 6))
        if view.picture is not None:
            entries.append(BarEntry("picture", wording.PICTURE, "P", 2))
        entries.append(BarEntry("map", words_seen.MAP, words_seen.MAP_KEY, 4))
        entries.extend(auto_entry(self.preferences))
        return (*entries, *size_bar(), BarEntry("menu", wording.MENU, wording.ESCAPE_KEY, 10))

    def tick(self) -> None:
        """On to the next screen that is skipped."""
        option, *rest = self._skipping
        self._skipping = tuple(rest)
        if self._sitting.choose(option) is not None:
            self._skipping = ()

    def hurry(self) -> bool:
        """Whatever is pressed stops the skipping."""
        stopped, self._skipping = bool(self._skipping), ()
        return stopped

    def skip(self) -> Turn:
        """Skip what was read, or offer to choose as before, or say that there is nothing to do."""
        sitting, now = self._sitting, self.preferences.now if self.preferences else Settings()
        playthrough = sitting.playthrough
        found = read_on(playthrough.program, playthrough.state, sitting.seen)
        if found.options and now.motion == "reduced":
            sitting.go_on(found.options)
            return Show()
        if found.options:
            self._skipping = found.options
            return Show()
        if found.stop == "choice" and now.skip == "ask":
            asking = later.skip(sitting)
            if asking is not None:
                return Open(asking)
        sitting.aside = words_seen.SKIP_NOTHING
        return Show()

    def act(self, control: str) -> Turn:
        """Take an option, or do what stands in the bar."""
        if not control.startswith("option:"):
            return super().act(control)
        sitting, before = self._sitting, self._sitting.view
        fault = sitting.choose(control.removeprefix("option:"))
        if fault is not None:
            return Open(TroubleScreen(sitting, fault))
        ended = ended_act(sitting.story, before, sitting.view)
        return Show() if ended is None else Open(later.interval(sitting, ended))

    def command(self, command: str) -> Turn:
        """What a key or the bar asks for."""
        sitting = self._sitting
        match command:
            case "back" | "rollback" | "forward":
                moved = sitting.forward() if command == "forward" else sitting.rollback()
                return Show() if moved else Stay()
            case "again":
                sitting.restart()
                return Show()
            case "quit":
                return Leave(0)
            case "skip":
                return self.skip()
            case _ if command in _OPENS and _there(sitting.view, command):
                return Open(_OPENS[command](sitting))
            case _:
                return quick_turn(sitting, command, saves_turn(sitting, command, Stay()))


_OPENS: dict[str, Callable[[Sitting], Screen]] = {
    "hall": later.meeting,
    "menu": later.menu,
    "backlog": later.backlog,
    "notes": later.notes,
    "know": later.know,
    "picture": later.picture,
    "look_back": later.look_back,
    "map": later.route_map,
    "endings": later.endings,
    "restart": later.sure,
    "credits": later.credits_of,
}


def _there(view: View, command: str) -> bool:
    """Whether a screen has what the command opens. Looking back names endings: only after one."""
    needs = {"hall": view.meeting, "look_back": view.ending}
    return command not in needs or needs[command] is not None


def _motion(sitting: Sitting, meeting: MeetingView) -> Box:
    label = wording.MOTION
    if meeting.moved_by is not None:
        name = sitting.playthrough.program.name_of(meeting.moved_by)
        label = wording.MOTION_MOVED.format(name=name)
    return Box((Para(label, "label"), Para(meeting.motion, "strong")))


def _offers(view: View) -> tuple[Offer, ...]:
    numbers = {option.id: number for number, option in enumerate(view.numbered, 1)}
    offers = []
    if view.meeting is not None:
        offers.append(Offer("hall", wording.TO_MEETING, 1))
    for option in view.options:
        if option.kind == "result":
            continue
        number = numbers.get(option.id, 0)
        also = wording.SKIPS if option.kind == "skip" else ""
        offers.append(Offer(f"option:{option.id}", option.text, number, option.locked, also))
    return tuple(offers)
