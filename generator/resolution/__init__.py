"""What is in force on a day: standard lists, own lists and amendments made one.

Never reads a file, never asks the clock, and never repairs: a change that does not
fit the list of its day is left out and reported.
"""
