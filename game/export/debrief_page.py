"""The debrief of a play as one HTML page to keep: no script, nothing fetched, fit for A4 paper.

Its language is the story's. What we say ourselves is in the language that the game speaks, and
marked so where that is another one.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from game import translation
from game.debrief import words
from game.debrief.look_back import Deeds, Entry, LookBack, Vote
from game.debrief.told import Moment, Told
from game.export.paper import STYLE, escaped
from game.play.playthrough import Past
from game.play.spoken import stretches
from game.play.view import MeetingView, View

_POLICY = "default-src 'none'; style-src 'unsafe-inline'"


def page(back: LookBack, turned: Told | None, lack: str, kept_on: date) -> str:
    """The whole page. `lack` says why there are no turning points, where `turned` is None."""
    return "\n".join(_Page(back).lines(turned, lack, kept_on)) + "\n"


class _Page:
    def __init__(self, back: LookBack) -> None:
        self._back = back
        self._story = back.story
        language = back.story.language
        spoken = translation.language()
        same = language.lower().split("-")[0] == spoken
        self._ours = "" if same else f' lang="{spoken}"'
        """Stands in a tag whose words are ours."""

    def lines(self, turned: Told | None, lack: str, kept_on: date) -> Iterator[str]:
        """The page, in lines."""
        story, back = self._story, self._back
        came_to = "" if back.ending is None else f": {back.ending.title}"
        yield "<!DOCTYPE html>"
        yield f'<html lang="{escaped(story.language)}">'
        yield "<head>"
        yield '<meta charset="utf-8">'
        yield f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">'
        yield '<meta name="viewport" content="width=device-width, initial-scale=1">'
        yield f"<title>{escaped(story.title + came_to)}</title>"
        yield f"<style>\n{STYLE}</style>"
        yield "</head>"
        yield "<body>"
        yield "<main>"
        yield from self._head(kept_on)
        for deeds in back.deeds:
            yield from self._section(words.DEEDS[deeds.lens], self._deeds(deeds))
        yield from self._section(words.TURNING_POINTS, self._turning(turned, lack))
        yield from self._section(words.STOOD_WITH_YOU, self._stood())
        yield from self._section(words.RECORD, self._entries(back.record))
        yield from self._section(words.NOTES, self._entries(back.notes))
        yield from self._section(words.AGAINST, _paragraphs(back.against))
        yield from self._section(words.QUESTIONS, _list("ol", back.questions))
        yield from self._section(words.PLAY, self._play(), 'class="play"')
        who = [f"{credit.role}: {credit.who}" for credit in back.credits]
        yield from self._section(words.CREDITS, _list("ul", who))
        yield "</main>"
        yield "</body>"
        yield "</html>"

    def _head(self, kept_on: date) -> Iterator[str]:
        story, back = self._story, self._back
        yield "<header>"
        yield f'<p class="where"{self._ours}>{escaped(words.TITLE)}</p>'
        yield f"<h1>{escaped(story.title)}</h1>"
        yield f'<p class="where">{escaped(story.place)}, {story.year}</p>'
        day = f'<time datetime="{kept_on.isoformat()}">{words.on_day(kept_on)}</time>'
        kept = words.KEPT.of(len(back.past), day=day)
        yield f'<p class="where"{self._ours}>{kept}</p>'
        for _, note in story.content_notes[:1]:  # a warning stands before what it warns of
            yield from _boxed(_paragraphs(note))
        yield "</header>"
        if back.ending is None:
            yield from self._section(words.NO_ENDING, self._own(words.NO_ENDING_YET))
        else:
            yield "<section>"
            yield f"<h2>{escaped(back.ending.title)}</h2>"
            yield from _paragraphs(back.ending.debrief)
            yield "</section>"

    def _section(self, heading: str, content: Iterable[str], also: str = "") -> Iterator[str]:
        """A section with a heading of ours; nothing where it has no content."""
        content = tuple(content)
        if content:
            yield f"<section {also}>" if also else "<section>"
            yield f"<h2{self._ours}>{escaped(heading)}</h2>"
            yield from content
            yield "</section>"

    def _own(self, text: str, kind: str = "") -> Iterator[str]:
        yield f"<p{kind}{self._ours}>{escaped(text)}</p>"

    def _deeds(self, deeds: Deeds) -> Iterator[str]:
        yield "<ul>"
        for deed in deeds.deeds:
            scene = self._story.scenes[deed.scene].title
            where = f' <span class="where">{escaped(scene)}</span>' if scene else ""
            yield f"<li>{escaped(deed.chosen.text)}{where}</li>"
        yield "</ul>"

    def _turning(self, turned: Told | None, lack: str) -> Iterator[str]:
        if turned is None:
            yield from self._own(lack)
            return
        for sentence in turned.came_to:
            yield from self._own(sentence)
        for moment in turned.moments:
            yield from self._moment(moment)

    def _moment(self, moment: Moment) -> Iterator[str]:
        yield f"<h3{self._ours}>{escaped(moment.heading)}</h3>"
        yield f'<p class="chosen"{self._ours}>{escaped(moment.chosen)}</p>'
        for lost in moment.lost:
            yield from self._own(lost.words)
            yield from _list("ul", lost.others)

    def _stood(self) -> Iterator[str]:
        people = self._back.people
        moved = [one for one in people if one.moved]
        still = tuple(one for one in people if not one.moved)
        if moved:
            yield "<table>"
            yield f"<thead{self._ours}><tr>{_cells('th', words.STANDING_HEAD, 'col')}</tr></thead>"
            yield "<tbody>"
            for one in moved:
                yield f"<tr>{_row_head(one.name)}{_cells('td', (one.start, one.end))}</tr>"
            yield "</tbody>"
            yield "</table>"
        if still:
            yield from self._own(words.stayed(still))
        for vote in self._back.votes:
            yield from self._vote(vote)

    def _vote(self, vote: Vote) -> Iterator[str]:
        meeting = vote.meeting
        yield f"<h3>{escaped(meeting.motion)}</h3>"
        yield from self._own(self._moved(meeting), ' class="where"')
        yield from self._own(words.outcome(vote))
        yield from self._hands(meeting)

    def _moved(self, meeting: MeetingView) -> str:
        needs = words.NEEDS.format(needs=meeting.needs)
        if meeting.moved_by is None:
            return needs
        return f"{words.MOVED_BY.format(name=self._name(meeting.moved_by))} {needs}"

    def _hands(self, meeting: MeetingView) -> Iterator[str]:
        if not meeting.hands:
            return
        yield "<table>"
        yield "<tbody>"
        for hand in meeting.hands:
            shown = f'<td class="hand"{self._ours}>{words.HAND[hand.hand]}</td>'
            yield f"<tr>{_row_head(hand.name)}{shown}<td>{escaped(hand.reason)}</td></tr>"
        yield "</tbody>"
        yield "</table>"

    def _entries(self, entries: Iterable[Entry]) -> Iterator[str]:
        for entry in entries:
            yield from _boxed(self._entry(entry))

    def _entry(self, entry: Entry) -> Iterator[str]:
        yield f'<p><span class="label"{self._ours}>{words.LABEL[entry.label]}</span></p>'
        yield from _paragraphs(entry.text)
        if entry.sources:
            yield f'<p class="sources">{escaped(words.sources(entry.sources))}</p>'

    # -- the play

    def _play(self) -> Iterator[str]:
        scene = ""
        for screen, chosen in (*self._back.past, (self._back.last, None)):
            if screen.scene != scene:
                scene = screen.scene
                yield from self._scene(scene)
            yield from self._screen(screen)
            if chosen is not None:
                yield from self._chosen(Past(screen, chosen))
        ending = self._back.ending
        if ending is not None:
            yield f"<h3>{escaped(ending.title)}</h3>"
            yield from _paragraphs(ending.debrief)

    def _scene(self, id_: str) -> Iterator[str]:
        scene, story = self._story.scenes[id_], self._story
        place, when = scene.place or story.place, scene.when or str(story.year)
        if scene.title:
            yield f"<h3>{escaped(scene.title)}</h3>"
        yield f'<p class="where">{escaped(place)}, {escaped(when)}</p>'

    def _screen(self, screen: View) -> Iterator[str]:
        for stretch in stretches(self._story, screen):
            if stretch.speaker is not None:
                you = stretch.speaker == "you"
                name = words.YOU if you else self._name(stretch.speaker)
                yield f'<p class="speaker"{self._ours if you else ""}>{escaped(name)}</p>'
            for line in stretch.lines:
                yield from _paragraphs(line.text)
        if screen.meeting is not None:
            yield f"<p><strong>{escaped(screen.meeting.motion)}</strong></p>"
            yield from self._own(self._moved(screen.meeting), ' class="where"')
            yield from self._hands(screen.meeting)

    def _chosen(self, past: Past) -> Iterator[str]:
        yield f'<p class="chosen">{escaped(past.chosen.text)}</p>'

    def _name(self, person: str) -> str:
        return self._story.player[0] if person == "you" else self._story.people[person].name


def _paragraphs(text: str) -> Iterator[str]:
    """A text as paragraphs, one for each of its lines of print."""
    for line in text.split("\n"):
        if line.strip():
            yield f"<p>{escaped(line)}</p>"


def _list(kind: str, texts: Iterable[str]) -> Iterator[str]:
    items = [f"<li>{escaped(text)}</li>" for text in texts]
    if items:
        yield f"<{kind}>"
        yield from items
        yield f"</{kind}>"


def _boxed(content: Iterable[str]) -> Iterator[str]:
    yield '<div class="box">'
    yield from content
    yield "</div>"


def _cells(kind: str, texts: Iterable[str], scope: str = "") -> str:
    attribute = f' scope="{scope}"' if scope else ""
    return "".join(f"<{kind}{attribute}>{escaped(text)}</{kind}>" for text in texts)


def _row_head(text: str) -> str:
    return f'<th scope="row">{escaped(text)}</th>'
