"""What the candidate does: the clock, the drill, the quiz, and the record that all of it leaves.

Nothing here knows a screen. Time, randomness and paths are handed in.
"""
