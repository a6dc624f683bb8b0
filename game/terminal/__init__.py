"""The terminal player: the same screens as the window, as lines of text.

It prints and reads whole lines and nothing else, so it works through a pipe, in any console and
with any screen reader.
"""
