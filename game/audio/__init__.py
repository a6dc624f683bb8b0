"""Music, the sound of places, and single sounds. pygame is imported here and in `game.ui` only.

`Player` plays `Cue`s: one for music and one for ambience, each repeated without a gap and faded
over into the next, and effects. All of it happens in a thread: whoever asks never waits. Where
there is no device, no file, or no codec, it is silent, and says why if it is asked.
"""
