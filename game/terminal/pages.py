"""What the terminal prints: the opening, a screen, and the pages one key away."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from game.play.playthrough import Past
from game.play.spoken import stretches
from game.play.view import Fault, MeetingView, Option, View
from game.story.model import Act, Picture, Scene, Sound, Story
from game.terminal import words
from game.terminal.paper import Paper


def opening(paper: Paper, story: Story) -> None:
    """The title, who the player is, and the content notes, before anything happens."""
    head = words.STORY_HEAD.format(title=story.title, place=story.place, year=story.year)
    paper.heading(head)
    paper.say(story.summary)
    paper.gap()
    name, about = story.player
    paper.say(words.YOU_ARE.format(name=name, about=about))
    paper.say(duration(story.minutes))
    content_notes(paper, story.content_notes, words.CONTAINS)


def duration(minutes: int) -> str:
    """How long a story plays, as a sentence."""
    return words.MINUTES.of(minutes)


def content_notes(paper: Paper, notes: Sequence[tuple[str, str]], lead: str) -> None:
    """Content notes, if there are any."""
    if notes:
        paper.gap()
        paper.say(lead)
        for _, text in notes:
            paper.say(text, first="  * ")
        paper.gap()


def screen(paper: Paper, story: Story, view: View, before: View | None) -> None:
    """One screen without its options.

    `before` is the screen printed last, if one was: what still stands is not said again.
    """
    scene = None if before is None else _scene_of(story, before)
    passages = [story.passages[name] for name in view.passages]
    said = {stretch.at: stretch for stretch in stretches(story, view)}
    for n, here in enumerate(passages):
        if here.flow is None and here.scene != scene:
            scene = here.scene
            _scene_begins(paper, story, story.scenes[scene])
        if n == len(passages) - 1:
            _cues(paper, story, view, before)
        paper.gap()
        if n not in said:
            continue
        speaker = said[n].speaker
        if speaker is not None:
            name = _name(story, speaker)
            paper.say(words.YOU_SAY if speaker == "you" else words.SAYS.format(name=name))
        for line in said[n].lines:
            paper.say(line.text.replace("\n", "\n\n"))
            paper.gap()
    if view.meeting is not None:
        _meeting(paper, story, view.meeting)
    if view.ending is not None:
        paper.heading(words.THE_END.format(title=view.ending.title))
        paper.say(view.ending.debrief)
        paper.gap()
    if view.fault is not None:
        fault(paper, view.fault)


def act_ends(paper: Paper, act: Act) -> None:
    """What is said where an act ends."""
    paper.heading(words.ACT_ENDS.format(title=act.title))
    paper.say(act.stop)
    paper.gap()
    paper.say(words.ACT_STOP)


def options(paper: Paper, view: View) -> None:
    """What the player can do, numbered, and what they see and cannot."""
    paper.gap()
    numbered = view.numbered
    for option in view.options:
        if option.kind == "skip":
            paper.say(words.SKIP.format(why=option.text), first=" s. ")
        elif option.locked is not None:
            locked = words.LOCKED.format(option=option.text, why=option.locked)
            paper.say(locked, first=" -  ")
        else:
            paper.say(option.text, first=f"{numbered.index(option) + 1:2}. ")
    paper.gap()


def taken(paper: Paper, option: Option) -> None:
    """What was chosen, in a transcript or the backlog."""
    paper.say(option.text, first="> ")
    paper.gap()


def fault(paper: Paper, why: Fault) -> None:
    """Why the story cannot go on here: the author's mistake, not the player's."""
    paper.gap()
    paper.say(words.FAULT.format(why=why.message))
    paper.say(f"{why.at}: {why.source.strip()}", first="  ")
    paper.say(words.FAULT_KEPT)
    paper.gap()


def backlog(paper: Paper, story: Story, pasts: Iterable[Past]) -> None:
    """Everything read so far, with what was chosen."""
    before = None
    for past in pasts:
        screen(paper, story, past.view, before)
        taken(paper, past.chosen)
        before = past.view
    if before is None:
        paper.say(words.NO_BACKLOG)


def margin_notes(paper: Paper, story: Story, view: View) -> None:
    """What is true here, with how sure it is and the sources."""
    paper.gap()
    for note in (story.notes[name] for name in view.notes):
        paper.say(words.NOTE.format(label=words.LABEL[note.label], text=note.text), first="  * ")
        _sources(paper, story, note.sources)
    if not view.notes:
        paper.say(words.NO_NOTES)
    paper.gap()


def known(paper: Paper, view: View) -> None:
    """What the player's character knows."""
    paper.gap()
    for card in view.know:
        paper.say(card.text, first="  * ")
    if not view.know:
        paper.say(words.NO_KNOW)
    paper.gap()


def record(paper: Paper, story: Story) -> None:
    """What the debrief sets beside the player's route: the record, the case against, questions."""
    debrief = story.debrief
    paper.heading(words.RECORD)
    for entry in debrief.record:
        known = words.NOTE.format(label=words.LABEL[entry.label], text=entry.text)
        paper.say(known, first="  * ")
        _sources(paper, story, entry.sources)
    if debrief.against:
        paper.heading(words.AGAINST)
        paper.say(debrief.against)
    if debrief.questions:
        paper.heading(words.QUESTIONS)
        for question in debrief.questions:
            paper.say(question, first="  * ")
    if not any(debrief):
        paper.say(words.NO_RECORD)
    paper.gap()


def credits_page(paper: Paper, story: Story) -> None:
    """Who made the story."""
    paper.heading(words.CREDITS)
    for credit in story.credits:
        paper.say(words.CREDIT.format(role=credit.role, who=credit.who), first="  * ")
    paper.gap()


def _scene_of(story: Story, view: View) -> str | None:
    """The scene a screen ends in. A flow has none of its own: it is called from many."""
    passages = (story.passages[name] for name in reversed(view.passages))
    return next((here.scene for here in passages if here.flow is None), None)


def _scene_begins(paper: Paper, story: Story, scene: Scene) -> None:
    where = ", ".join(part for part in (scene.place, scene.when) if part)
    if scene.title != story.title:  # a story in one file has one scene, called like itself
        paper.heading(
            words.SCENE_HEAD.format(title=scene.title, where=where) if where else scene.title
        )
    content_notes(paper, scene.content_notes, words.SCENE_CONTAINS)


def _cues(paper: Paper, story: Story, view: View, before: View | None) -> None:
    """Pictures and sounds in words, each when it begins."""
    cues: list[str] = []
    picture: Picture | None = story.pictures.get(view.picture or "")
    if picture is not None and (before is None or before.picture != view.picture):
        cues.append(words.PICTURE.format(description=picture.description))
    for now, then in (
        (view.music, before and before.music),
        (view.ambience, before and before.ambience),
        (view.sound, None),
    ):
        sound: Sound | None = story.sounds.get(now or "")
        if sound is not None and now != then:
            cues.append(words.SOUND[sound.kind].format(caption=sound.caption))
    if cues:
        paper.gap()
    for cue in cues:
        paper.say(f"[{cue}]")


def _meeting(paper: Paper, story: Story, meeting: MeetingView) -> None:
    paper.gap()
    paper.say(words.MOTION.format(motion=meeting.motion))
    template = words.MOVED_AND_NEEDS if meeting.moved_by else words.NEEDS
    paper.say(template.format(name=_name(story, meeting.moved_by or ""), needs=meeting.needs))
    paper.gap()
    for hand in meeting.hands:
        paper.say(words.HAND[hand.hand].format(name=hand.name, reason=hand.reason), first="  * ")
    paper.gap()


def _sources(paper: Paper, story: Story, ids: Iterable[str]) -> None:
    for source in ids:
        paper.say(words.SOURCE.format(source=story.sources[source].text), first="    ")


def _name(story: Story, person: str) -> str:
    return story.people[person].name if person in story.people else person
