"""What keys and buttons are called, and the words with which they are changed."""

from __future__ import annotations

from collections.abc import Mapping

# Translators: forward again to the screen from which one went back; in the bar.
FORWARD = "Forward"
# Translators: a game pad was unplugged.
PAD_GONE = "The pad is gone"
# Translators: keys or buttons that do the same; {one} may be several.
KEY_OR = "{one} or {other}"
# Translators: no key, no button; alone, and where keys are named in a sentence.
NO_KEY = "none"
# Translators: Own context. Keys as they are printed on a keyboard. "Back" is a key of telephones.
KEY: Mapping[str, str] = {
    "return": "Enter",
    "enter": "Enter",
    "escape": "Esc",
    "backspace": "Backspace",
    "delete": "Delete",
    "insert": "Insert",
    "space": "Space",
    "tab": "Tab",
    "home": "Home",
    "end": "End",
    "up": "Up",
    "down": "Down",
    "left": "Left",
    "right": "Right",
    "page up": "Page Up",
    "page down": "Page Down",
    "ac back": "Back",
    "-": "\u2212",
}
"""Keys with a word or a sign of their own; the rest go by their name."""
# Translators: Own context. What is printed on the buttons of game pads, or what players call them.
BUTTON: Mapping[str, Mapping[str, str]] = {
    "xbox": {
        "a": "A",
        "b": "B",
        "x": "X",
        "y": "Y",
        "left shoulder": "LB",
        "right shoulder": "RB",
        "left trigger": "LT",
        "right trigger": "RT",
        "left stick": "LS",
        "right stick": "RS",
        "back": "View",
        "start": "Start",
        "guide": "Xbox",
        "misc": "Share",
        "up": "Up",
        "down": "Down",
        "left": "Left",
        "right": "Right",
        "paddle 1": "P1",
        "paddle 2": "P2",
        "paddle 3": "P3",
        "paddle 4": "P4",
        "touchpad": "Touchpad",
    },
    "playstation": {
        "a": "Cross",
        "b": "Circle",
        "x": "Square",
        "y": "Triangle",
        "left shoulder": "L1",
        "right shoulder": "R1",
        "left trigger": "L2",
        "right trigger": "R2",
        "left stick": "L3",
        "right stick": "R3",
        "back": "Create",
        "start": "Options",
        "guide": "PS",
        "misc": "Mute",
    },
    "nintendo": {
        "left shoulder": "L",
        "right shoulder": "R",
        "left trigger": "ZL",
        "right trigger": "ZR",
        "back": "\u2212",
        "start": "+",
        "guide": "Home",
        "misc": "Capture",
    },
}
"""What stands on the buttons of a pad, by its maker. Where a maker says nothing it is as Xbox."""

PAD_HELP_TITLE = "On the pad"
PAD_HELP_LINES = (
    ("D-pad or left stick", "move among the choices; left and right go on to the bar"),
    ("{take}", "take what is marked"),
    ("{back}", "go back one choice, and out of any sheet"),
    ("{rollback} and {forward}", "go back one choice, and forward again"),
    ("{page_up}, {page_down}, right stick", "read up and down"),
    ("{notes}", "what is true here, with sources"),
    ("{backlog}", "backlog: everything read and chosen"),
    ("{know}", "what you know tonight"),
    ("{settings}", "settings: type, contrast, paper, motion, pictures, buttons"),
    ("{menu}", "this pause; saving and loading are here too"),
)

KEYS_TITLE = "Keys and buttons"
# Translators: stands beside "Keys and buttons", and opens that sheet.
KEYS_CHANGE = "Look, or change"
KEYS_HOW = (
    "Choose a line, then press the key or the pad’s button that is to do it. Enter, Tab, Esc, the "
    "arrows and the digits stay as they are; on a pad, the D-pad, the sticks and {start}."
)
KEYS_RESET = "Back to the usual keys and buttons"
KEYS_DONE = "Done"
KEYS_NOT_KEPT = "What you chose holds until you close the game, and could not be kept: {why}."
# Translators: {name} is a key, or a button of a game pad.
KEYS_ON_KEYBOARD, KEYS_ON_PAD = "{name}", "Pad: {name}"
# Translators: Own context. What a key or button does: names of lines in a list, and in quotes.
COMMAND: Mapping[str, str] = {
    "take": "Take what is marked",
    "back": "Go back, or out of a sheet",
    "rollback": "Go back one choice",
    "forward": "Go forward again",
    "page_up": "Read up",
    "page_down": "Read down",
    "home": "To the top of the page",
    "end": "To the end of the page",
    "next": "On to the next, and the bar",
    "notes": "What’s true here",
    "backlog": "Backlog",
    "know": "What you know",
    "picture": "What the picture shows",
    "credits": "Credits and sources",
    "map": "Route map",
    "skip": "Skip what you have read",
    "auto": "Auto-forward",
    "mute": "Sound on or off",
    "voice": "Speech",
    "repeat": "Hear the screen again",
    "look_back": "Look back, after an ending",
    "keep": "Keep the look back as a page",
    "save": "Save your place",
    "load": "Load a place",
    "delete": "Delete a save",
    "quick_save": "Quick save",
    "quick_load": "Quick load",
    "larger": "Larger text",
    "smaller": "Smaller text",
    "settings": "Settings",
    "full": "Full screen",
    "menu": "Pause",
    "hide": "Hide a notice",
}
PRESS_TITLE = "Press a key or a button"
# Translators: under "Press a key or a button"; {command} is, for example, "Quick save".
PRESS = "For “{command}”"
# Translators: {keys} and {buttons} are names of keys, or "none".
PRESS_NOW = "Now it is {keys}, and on a pad {buttons}."
PRESS_LEAVE = "Leave it as it is"
PRESS_HOW = "There is no hurry. Esc, or {start} on a pad, leaves it as it is."
PRESS_FIXED = "{name} stays as it is, so that nobody gets stuck. Press another."
PRESS_STRANGE = "That one cannot be used. Press another."
PRESS_NEEDED = (
    "{name} is for “{owner}”, which needs a button, and there is none to give it in exchange. "
    "Press another."
)
# Translators: {name} and {other} are keys or buttons, {owner} is, for example, "Quick save".
SWAP_TITLE = "{name} is taken"
SWAP = "It is for “{owner}”."
SWAP_GETS = "If the two change places, “{owner}” gets {other}."
SWAP_LOSES = (
    "If you take it, “{owner}” has none of its own any more. The bar and the pause lead there."
)
# Translators: answers: let both commands have each other’s key; or give it to this command alone.
SWAP_YES, SWAP_TAKE = "Change places", "Take it"
