"""Texts that a spreadsheet might take for a formula, made harmless and back again.

A cell of a .csv file that starts with = + - @ (full width and after spaces or
tabs too) gets one apostrophe in front; so does one that has apostrophes there
already, which makes taking one away again exact for every text. In .xlsx files
texts are stored as texts and only the latter need it: a table that went from
.csv through a spreadsheet program keeps the apostrophe, and comes back right.
"""

import re

_MARKS = "=+-@\uff1d\uff0b\uff0d\uff20"  # the last four are full width
_FORMULA = re.compile(rf"'*[\s\ufeff\u200b]*[{re.escape(_MARKS)}]")


def guard(text: str) -> str:
    """Put an apostrophe before what might be taken for a formula (防公式)."""
    return f"'{text}" if _FORMULA.match(text) else text


def guard_stored(text: str) -> str:
    """The same where texts are stored as texts: only what `unguard` would change."""
    return guard(text) if text.startswith("'") else text


def unguard(text: str) -> str:
    """Take away the apostrophe that `guard` put there, and no other."""
    return text[1:] if text.startswith("'") and _FORMULA.match(text[1:]) else text
