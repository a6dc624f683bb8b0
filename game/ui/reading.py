"""What a screen says when it is heard: its words in reading order, and the name of each control.

Taken from what a page was laid out from, so that a sentence is one sentence however its lines were
broken, and names are not in capitals.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Literal, NamedTuple

from game.ui import wording, words_aloud
from game.ui.blocks import (
    BarEntry,
    Block,
    Box,
    HandCard,
    Heading,
    Offer,
    Pair,
    Row,
    Rule,
    Taken,
)
from game.ui.broadside import Broadside
from game.ui.caps import Caps
from game.ui.foot import HIDE, Foot
from game.ui.gallery import REMOVE, Card, Gallery
from game.ui.hall import Hall
from game.ui.page import Page
from game.ui.panel import Panel
from game.ui.scrolling import MORE
from game.ui.wall import PosterCard, Wall

Kind = Literal["place", "picture", "text", "choice", "aside", "foot"]

LASTING: tuple[Kind, ...] = ("place", "picture", "foot")
"""What stays while one reads on, and is told again only when it is another."""


class Piece(NamedTuple):
    """Something to say, and what kind of thing it is."""

    text: str
    kind: Kind = "text"


def pieces(source: object, *, pictures: bool = True) -> tuple[Piece, ...]:
    """All that stands on a page, in the order in which it is read, but for the bar.

    `source` is the page's own. `pictures` is False where the player has left them out.
    """
    match source:
        case Broadside():
            return tuple(_of_broadside(source, pictures=pictures))
        case Hall():
            return tuple(_of_hall(source))
        case Panel():
            return tuple(_of_panel(source))
        case Gallery(blocks, cards, bar):
            said = (Piece(_card(card)) for card in cards)
            return (*_texts(blocks), *said, *_asides(bar))
        case Wall(blocks, posters, bar):
            hung = (Piece(_poster(poster)) for poster in posters)
            return (*_texts(blocks), *hung, *_asides(bar))
        case _:
            return ()


def with_keys(page: Page, caps: Caps) -> Page:
    """The page with the keys in its bar called as they are on what the player uses now."""
    source = page.source
    if not isinstance(source, Broadside | Hall | Panel | Gallery | Wall):
        return page
    bar = tuple(entry._replace(key=caps.of(entry.command, entry.key)) for entry in source.bar)
    return page._replace(source=source._replace(bar=bar))


def of_foot(foot: Foot | None) -> tuple[Piece, ...]:
    """What stands below the screen."""
    if foot is None:
        return ()
    said = [foot.status]
    if (notice := foot.notice) is not None:
        said += [notice.title, f"{notice.place}: {notice.words}", notice.source, notice.mend]
    return tuple(Piece(text, "foot") for text in said if text.strip())


def name_of(page: Page, control: str) -> str:
    """What a control is called: its number, its name, its state or value."""
    if control == MORE:
        return wording.MORE
    if control == HIDE:
        return wording.HIDE
    return next(_named(page.source, control), "") or _label(page, control)


def _label(page: Page, control: str) -> str:
    found = page.control(control)
    return "" if found is None else found.label


def setting_said(label: str, values: Sequence[str], chosen: int) -> str:
    """A setting, what it is set to, and which of its values that is (from 0)."""
    return words_aloud.SPOKEN_SETTING.format(
        setting=label, value=values[chosen], place=chosen + 1, many=len(values)
    )


# -- the layouts


def _of_broadside(sheet: Broadside, *, pictures: bool) -> Iterator[Piece]:
    if sheet.tag:
        yield Piece(sheet.tag, "place")
    if sheet.notice:
        yield Piece(sheet.notice)
    if sheet.alt and pictures:
        yield Piece(words_aloud.SPOKEN_PICTURE.format(description=sheet.alt), "picture")
    yield from _texts(sheet.blocks)
    yield from _choices(sheet.offers)
    yield from _asides(sheet.bar)


def _of_hall(hall: Hall) -> Iterator[Piece]:
    yield from _texts(hall.blocks)
    # Who has yet to vote is named with the vote, and the count is told when it is one.
    yield from (Piece(_hand(card)) for card in hall.hands if card.shown)
    if all(card.shown for card in hall.hands):
        yield Piece(hall.tally)
    yield from _choices(hall.offers)
    yield from _asides(hall.bar)


def _of_panel(panel: Panel) -> Iterator[Piece]:
    yield from _texts(panel.blocks)
    yield from (Piece(_row_or_heading(row)) for row in panel.rows)
    yield from _texts(panel.sample)
    yield from _choices(panel.offers)
    yield from _asides(panel.bar)


def _asides(bar: Iterable[BarEntry]) -> Iterator[Piece]:
    """What is only said in the bar; its commands are named as the focus comes to them."""
    yield from (Piece(entry.label, "aside") for entry in bar if not entry.command)


def _choices(offers: Sequence[Offer]) -> Iterator[Piece]:
    """How many can be taken, then each, as they stand."""
    if offers:
        yield Piece(wording.choices(sum(offer.locked is None for offer in offers)), "choice")
    yield from (Piece(_offer(offer), "choice") for offer in offers)


# -- the blocks


def _texts(blocks: Iterable[Block]) -> Iterator[Piece]:
    yield from (Piece(text) for text in _said(blocks))


def _said(blocks: Iterable[Block]) -> Iterator[str]:
    for block in blocks:
        match block:
            case Box(inside):
                yield from _said(inside)
            case Rule():
                pass
            case Pair(term, meaning):
                yield words_aloud.SPOKEN_PAIR.format(term=_keys(term), meaning=meaning)
            case Taken(text, framed):
                yield words_aloud.SPOKEN_TAKEN.format(text=text) if framed else text
            case Offer():
                yield _offer(block)
            case _:  # a paragraph, a title, a name, a chip
                yield block.text


def _offer(offer: Offer) -> str:
    text = offer.text
    if offer.locked is not None:
        text = words_aloud.SPOKEN_LOCKED.format(text=text)
    elif offer.number:
        text = words_aloud.SPOKEN_CHOICE.format(number=offer.number, text=text)
    return "\n".join(filter(None, (text, offer.locked or offer.also)))


def _row_or_heading(row: Row | Heading) -> str:
    return _row(row) if isinstance(row, Row) else "\n".join(filter(None, row))


def _hand(card: HandCard) -> str:
    hand = wording.HAND[card.hand]
    return words_aloud.SPOKEN_HAND.format(name=card.name, hand=hand, reason=card.reason)


def _row(row: Row) -> str:
    chosen = next((n for n, cell in enumerate(row.cells) if cell.chosen), 0)
    return setting_said(row.label, [cell.text for cell in row.cells], chosen)


def _card(card: Card) -> str:
    text = "\n".join(filter(None, (card.label, card.title, *card.lines)))
    return words_aloud.SPOKEN_CARD.format(mark=card.mark, text=text) if card.mark else text


def _poster(card: PosterCard) -> str:
    said = (card.title, card.label, card.begun, card.summary, *card.lines, card.warning)
    text = "\n".join(filter(None, said))
    return words_aloud.SPOKEN_CHOICE.format(number=card.number, text=text) if card.number else text


def _keys(words: str) -> str:
    """Keys as they are called, which voices do not know by their signs."""
    return " ".join(_called(word) for word in words.split(" "))


def _called(word: str) -> str:
    sign = word.rstrip(",")
    return dict(words_aloud.KEYS_SPOKEN).get(sign, sign) + word[len(sign) :]


def _key(label: str, key: str) -> str:
    return words_aloud.SPOKEN_KEY.format(label=label, key=_keys(key))


# -- the controls


def _named(source: object, control: str) -> Iterator[str]:
    """What the control of that id is called, where the page was laid out from something with it."""
    match source:
        case Broadside(blocks, offers, bar):
            yield from _offered((*offers, *_inside(blocks)), control)
        case Hall(_, _, _, _, offers, bar):
            yield from _offered(offers, control)
        case Panel(_, rows, _, offers, bar):
            yield from (_row(row) for row in rows if isinstance(row, Row) and row.id == control)
            yield from _offered(offers, control)
        case Gallery(_, cards, bar):
            yield from (_card(card) for card in cards if card.id == control)
            gone = [card for card in cards if f"{REMOVE}{card.id}" == control]
            yield from (f"{card.removal}\n{card.title}" for card in gone)
        case Wall(_, posters, bar):
            yield from (_poster(card) for card in posters if card.id == control)
        case _:
            return
    named = (entry for entry in bar if entry.command and f"bar:{entry.command}" == control)
    yield from (_key(entry.label, entry.key) for entry in named)


def _offered(offers: Iterable[Offer], control: str) -> Iterator[str]:
    yield from (_offer(offer) for offer in offers if offer.id == control)


def _inside(blocks: Iterable[Block]) -> Iterator[Offer]:
    for block in blocks:
        if isinstance(block, Offer):
            yield block
        elif isinstance(block, Box):
            yield from _inside(block.blocks)
