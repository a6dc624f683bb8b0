"""An ending: what it came to, and what was chosen on the way."""

from __future__ import annotations

from game.play.view import EndingView
from game.ui import wording, words_about, words_seen
from game.ui.blocks import Block, Offer, Para, Rule, Taken, Title
from game.ui.broadside import Broadside
from game.ui.screens.telling import told
from game.ui.sitting import Sitting


def ending_sheet(sitting: Sitting, ending: EndingView) -> Broadside:
    """The last screen of a play. The last words of the story stand before its title."""
    story, view = sitting.story, sitting.view
    blocks: list[Block] = told(sitting, view)
    if blocks:
        blocks.append(Rule())
    blocks += [Title(ending.title), Para(ending.debrief)]
    past = sitting.playthrough.backlog()
    if past:
        blocks += [Rule(), Title(wording.CHOSEN_TITLE)]
    scene = ""
    for screen, chosen in past:
        if chosen.kind == "result":
            continue
        if screen.scene != scene:
            scene = screen.scene
            blocks.append(Para(f"{story.scenes[scene].title}. {sitting.place_of(scene)}", "label"))
        blocks.append(Taken(chosen.text, framed=False))
    offers = [Offer("look_back", wording.LOOK_BACK_OFFER), Offer("again", wording.PLAY_AGAIN)]
    if past:
        offers.append(Offer("rollback", wording.BACK_ONE))
    offers += [
        Offer("endings", words_seen.ENDINGS_OFFER),
        Offer("credits", words_about.CREDITS),
        Offer("quit", wording.QUIT),
    ]
    numbered = tuple(offer._replace(number=n) for n, offer in enumerate(offers, 1))
    return Broadside(
        tuple(blocks), numbered, (), sitting.place, view.picture, f"{story.id}/{view.scene}"
    )
