"""Speech: what the window says is spoken, by a screen reader or a voice of the system.

`voice` is what speaks, on a thread of its own; `backend` is what it speaks with, and `by_prism` and
`by_dispatcher` are such; `ear` prepares a text for being heard. What is said, and when, is the
window's business: `game.ui.voicing`.
"""
