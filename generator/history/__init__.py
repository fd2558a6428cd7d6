"""What changed, when, and on whose authority (沿革): comparison and timelines.

Never renders, never asks the clock, and never guesses: what git does not say is
absent, and `Gap` says why. Only `loading/repository.py` talks to git.
"""
