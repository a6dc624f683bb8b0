"""Speech and screen readers: what there is to read of a screen, and those who read it aloud.

`voice` is what speaks, on a thread of its own; `backend` is what it speaks with, and `by_prism` and
`by_dispatcher` are such; `ear` prepares a text for being heard. What is said, and when, is the
window's business: `game.ui.voicing`. `tree` is a screen as readers of the system see it, and
`native` what shows it to them; the window makes it in `game.ui.accessible`.
"""
