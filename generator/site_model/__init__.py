"""Which pages exist, at which address, and what each shows.

Yields ready-to-print records; never renders, never reads a file, never asks the
clock.
"""
