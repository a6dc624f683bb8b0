"""A meeting: the motion, and the hands that go up one after another."""

from __future__ import annotations

from collections.abc import Sequence

from game.play.view import MeetingView, Option, RaisedHand
from game.ui import assembly, wording
from game.ui.blocks import BarEntry, Block, Box, HandCard, Offer, Para, Title
from game.ui.compositor import Compositor
from game.ui.geometry import Rect
from game.ui.hall import Hall, lay_out
from game.ui.page import Page, Shape
from game.ui.pictured import bystander, likeness
from game.ui.screen import Close, Open, Screen, Show, Stay, Turn, auto_entry, sheet_bar
from game.ui.screens.saving import quick_turn
from game.ui.screens.trouble import TroubleScreen
from game.ui.sitting import Sitting
from game.ui.sounds import Noise

_PAUSE = 0.9
"""Seconds from one hand to the next. Any key shows the rest at once; nothing is lost by it."""


class MeetingScreen(Screen):
    """The vote of the present screen."""

    paced = True

    def __init__(self, sitting: Sitting) -> None:
        if sitting.view.meeting is None:
            raise ValueError("this screen holds no meeting")
        self._sitting = sitting
        self._opened = sitting.playthrough.choices
        self._raised = 0
        self._watched = False
        """True while the hall is shown as a picture, and the reasons are still to come."""
        self._reasons = False
        """True once the player wants to read them."""
        self.resting = _PAUSE if self._meeting.hands else None

    @property
    def stale(self) -> bool:
        """True if the present screen is another one, or holds no meeting now."""
        moved = self._sitting.playthrough.choices != self._opened
        return moved or self._sitting.view.meeting is None

    @property
    def pictured(self) -> tuple[str, ...]:
        """The choices that led here."""
        return self._opened

    @property
    def onward(self) -> str | None:
        """The result, once all hands are shown; none where a class decides it."""
        if self._over and self._watched:
            return "all"
        results = self._results if self._over else ()
        return f"option:{results[0].id}" if len(results) == 1 else None

    @property
    def unread(self) -> str | None:
        """Why the last hand is up or down; the motion, before the first."""
        if not self._shown:
            return self._meeting.motion
        return self._meeting.hands[self._shown - 1].reason if self._raised >= self._shown else None

    @property
    def _meeting(self) -> MeetingView:
        meeting = self._sitting.view.meeting
        assert meeting is not None, "whoever edits the story closes a stale screen"
        return meeting

    @property
    def _shown(self) -> int:
        """How many hands are shown: all of them once it has stopped resting."""
        hands = len(self._meeting.hands)
        return hands if self.resting is None else min(self._raised, hands)

    def page(self, comp: Compositor) -> Page:
        """The screen laid out."""
        meeting = self._meeting
        needs = wording.NEEDS.format(needs=meeting.needs)
        if meeting.moved_by is not None:
            name = self._sitting.playthrough.program.name_of(meeting.moved_by)
            needs = wording.MOVED_AND_NEEDS.format(name=name, needs=meeting.needs)
        blocks: tuple[Block, ...] = (Title(meeting.motion, "name"), Para(needs, "label"))
        aside, notice = self._sitting.aside, self._sitting.notice
        bar = (*auto_entry(self.preferences), *sheet_bar())
        if aside:
            bar = (BarEntry("", aside, "", 9), *bar)
        if notice:
            blocks = (Box((Para(notice, "small"),)), *blocks)
        hands = tuple(
            HandCard(hand.name, hand.hand, hand.reason, number < self._shown)
            for number, hand in enumerate(meeting.hands)
        )
        story, view = self._sitting.story, self._sitting.view
        hall = Hall(
            blocks,
            hands,
            self._count(self._shown),
            self._count(len(hands)),
            (),
            bar,
            f"{story.id}/{view.scene}",
            view.picture,
            meeting.motion,
            self._figures() if not self._reasons else (),
        )
        self._watched = assembly.suits(hall, comp.look)
        hall = hall._replace(offers=self._offers())
        return assembly.lay_out(hall, comp) if self._watched else lay_out(hall, comp)

    def _figures(self) -> tuple[str | None, ...]:
        """Files of the voters as they stand now; of somebody else where one has none.

        None at all where no voter has one of their own: strangers alone would tell nothing.
        """
        sitting, files, known = self._sitting, [], False
        for number, hand in enumerate(self._meeting.hands):
            up = number < self._shown and hand.hand == "up"
            shows = "hand_up" if up else "hand_down"
            own = likeness(sitting.story, sitting.folder, hand.person, shows)
            known = known or own is not None
            file = own or bystander(number, shows)
            files.append(None if file is None else str(file))
        return tuple(files) if known else ()

    @property
    def _over(self) -> bool:
        return self._shown >= len(self._meeting.hands)

    @property
    def _results(self) -> tuple[Option, ...]:
        options = self._sitting.view.options
        return tuple(o for o in options if o.kind == "result" and o.available)

    def _count(self, number: int) -> str:
        shown = self._meeting.hands[:number]
        up, down, out = (sum(h.hand == kind for h in shown) for kind in ("up", "down", "abstain"))
        template = wording.TALLY_OUT if out else wording.TALLY
        count = template.format(up=up, down=down, out=out)
        if number < len(self._meeting.hands):
            return count
        template = wording.TALLY_CARRIED if self._meeting.carried else wording.TALLY_LOST
        return template.format(tally=count)

    def _offers(self) -> tuple[Offer, ...]:
        if not self._over:
            return (Offer("all", wording.RAISING, 1),)
        if self._watched:
            return (Offer("all", wording.REASONS, 1),)
        results = self._results
        return tuple(
            Offer(f"option:{o.id}", wording.GO_ON if len(results) == 1 else o.text, number)
            for number, o in enumerate(results, 1)
        )

    def tick(self) -> None:
        """The next hand. One that stays down makes no sound."""
        self.noise = self._noise(self._meeting.hands[self._shown : self._shown + 1])
        self._raised += 1
        if self._over:
            self.resting = None

    def _noise(self, hands: Sequence[RaisedHand]) -> Noise | None:
        """What it sounds like when these are shown."""
        return "hand" if any(hand.hand == "up" for hand in hands) else None

    def hurry(self) -> bool:
        """All hands at once, and why each of them is up or down."""
        self._reasons = True
        if self._over:
            return False
        self.noise = self._noise(self._meeting.hands[self._shown :])
        self.resting = None
        return True

    def newest(self, page: Page) -> Rect | None:
        """The card of the hand shown last."""
        cards = [i.rect for i in page.flow if isinstance(i, Shape) and i.kind in ("frame", "box")]
        return cards[self._shown - 1] if 0 < self._shown <= len(cards) else None

    def command(self, command: str) -> Turn:
        """Save or load quickly, or close."""
        return quick_turn(self._sitting, command, super().command(command))

    def act(self, control: str) -> Turn:
        """Show all hands, or go on with the result."""
        if control == "all":
            watched = self._watched
            return Show() if self.hurry() or watched else Stay()
        if not control.startswith("option:"):
            return super().act(control)
        fault = self._sitting.choose(control.removeprefix("option:"))
        return Close() if fault is None else Open(TroubleScreen(self._sitting, fault))
