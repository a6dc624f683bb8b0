"""The route map: what this player has seen of the story, and the way back to it."""

from __future__ import annotations

from game.ui import wording, words_seen
from game.ui.blocks import Block, Offer, Para, Rule, Taken, Title
from game.ui.broadside import Broadside
from game.ui.broadside import lay_out as lay_out_sheet
from game.ui.compositor import Compositor
from game.ui.page import Control, Page
from game.ui.route import Route, Stop, Stretch, read_texts, route
from game.ui.route_map import STOP, RouteMap, lay_out
from game.ui.screen import Close, Open, Screen, Turn, sheet_bar
from game.ui.screens.endings import EndingsScreen, LastPageScreen
from game.ui.screens.look_back import GoBackScreen
from game.ui.sitting import Sitting
from game.ui.stop_words import label, way_taken


class RouteMapScreen(Screen):
    """Opens where one is. The arrow keys go from stop to stop, and from scene to scene."""

    def __init__(self, sitting: Sitting) -> None:
        self._sitting = sitting
        self._opened = sitting.playthrough.choices
        self._made: tuple[object, Route] | None = None

    @property
    def stale(self) -> bool:
        """True if the play is another one now."""
        return self._sitting.playthrough.choices != self._opened

    @property
    def _route(self) -> Route:
        """Made again when the story was edited."""
        playthrough = self._sitting.playthrough
        if self._made is None or self._made[0] is not playthrough:
            self._made = playthrough, route(playthrough, self._sitting.seen)
        return self._made[1]

    def page(self, comp: Compositor) -> Page:
        """The screen laid out."""
        blocks = (Title(words_seen.MAP_TITLE), Para(words_seen.MAP_WORDS, "small"))
        offers = (Offer("endings", words_seen.ENDINGS_OFFER),)
        return lay_out(RouteMap(blocks, self._route, offers, sheet_bar()), comp)

    def start(self, page: Page) -> Control | None:
        """Where one is."""
        return page.control(f"{STOP}{self._sitting.view.passage}")

    def on(self, command: str, page: Page, hot: str | None) -> Control | Turn | None:
        """Left and Right go to the scene before or after."""
        if command not in ("left", "right"):
            return None
        step = 1 if command == "right" else -1
        return self._first_of(page, (hot or "").removeprefix(STOP), step)

    def _first_of(self, page: Page, passage: str, step: int) -> Control | None:
        """The first stop of the scene `step` places on from the one that `passage` is in."""
        scenes = [stretch for stretch in self._route.stretches if stretch.stops]
        inside = [any(stop.id == passage for stop in stretch.stops) for stretch in scenes]
        outside = len(scenes) if passage == "endings" else -1
        here = inside.index(True) if True in inside else outside
        first = scenes[max(0, min(len(scenes) - 1, here + step))].stops[0]
        return page.control(f"{STOP}{first.id}")

    def act(self, control: str) -> Turn:
        """Look at a stop."""
        if not control.startswith(STOP):
            return super().act(control)
        passage = control.removeprefix(STOP)
        if self._sitting.story.passages[passage].ending is not None:
            return Open(LastPageScreen(self._sitting, passage))
        return Open(StopScreen(self._sitting, passage))

    def command(self, command: str) -> Turn:
        """The key that opened it closes it too."""
        if command == "endings":
            return Open(EndingsScreen(self._sitting))
        return Close() if command == "map" else super().command(command)


class StopScreen(Screen):
    """A stop: what one has read and chosen there, and the way back to it if this play has one."""

    def __init__(self, sitting: Sitting, passage: str) -> None:
        self._sitting = sitting
        self._opened = sitting.playthrough.choices
        self._passage = passage

    @property
    def stale(self) -> bool:
        """True if the play is another one now, or the story has no such passage any more."""
        moved = self._sitting.playthrough.choices != self._opened
        return moved or self._passage not in self._sitting.story.passages

    def page(self, comp: Compositor) -> Page:
        """The screen laid out."""
        found = route(self._sitting.playthrough, self._sitting.seen)
        stop = found.stop(self._passage)
        assert stop is not None, "it stands on the map, which shows what was seen"
        stretch = next(one for one in found.stretches if stop in one.stops)
        offers = [Offer("close", wording.CLOSE_PLAIN, 1)]
        if stop.passed:
            offers.append(Offer("go_back", words_seen.STOP_GO_BACK, 2))
        passage = self._sitting.story.passages[self._passage]
        scene = self._sitting.story.scenes[passage.scene]
        sheet = Broadside(
            tuple(self._blocks(found, stretch, stop)),
            tuple(offers),
            sheet_bar(),
            stretch.under,
            passage.picture or scene.picture,
            f"{self._sitting.story.id}/{scene.id}",
        )
        return lay_out_sheet(sheet, comp)

    def _blocks(self, found: Route, stretch: Stretch, stop: Stop) -> list[Block]:
        story, seen = self._sitting.story, self._sitting.seen
        named = words_seen.STOP_NAME.format(number=stop.number)
        said = filter(None, (named, label(stop), words_seen.STOP_ON_THE_WAY if stop.passed else ""))
        blocks: list[Block] = [Title(stretch.title), Para(". ".join(said), "label")]
        if stop.kind != "choice":
            blocks.append(Para(stop.words, "strong"))
        blocks += [Para(text) for text in read_texts(seen, story.passages[stop.id])]
        if stop.ways or stop.untried:
            blocks += [Rule(), Title(words_seen.STOP_TAKEN, "name")]
        blocks += [Taken(way_taken(way, found.stops), framed=False) for way in stop.ways]
        if stop.untried:
            blocks.append(Para(words_seen.UNTRIED.of(stop.untried), "small", "grey"))
        return blocks

    def command(self, command: str) -> Turn:
        """Go back to it, or close."""
        if command != "go_back":
            return super().command(command)
        stop = route(self._sitting.playthrough, self._sitting.seen).stop(self._passage)
        assert stop is not None
        assert stop.step is not None, "it is offered where the play has passed"
        return Open(GoBackScreen(self._sitting, stop.step))
