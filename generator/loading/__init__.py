"""Turn content files into the model.

Never raises for what an editor wrote: every mistake becomes a Problem with its
place, so one run shows them all. Never guesses either: an unknown key is a
problem, not a future feature.
"""
