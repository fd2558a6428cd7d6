"""Number formats of spreadsheets, as far as they change the digits that one sees."""

import re

BUILT_IN = {2: "0.00", 4: "#,##0.00", 9: "0%", 10: "0.00%"}
"""Formats that have a number and no text in the file."""

_LITERAL = re.compile(r'\\(.)|"([^"]*)"|_.|\*.|\[[^\]]*\]')


def plain_pattern(code: str) -> str:
    """The part for positive numbers (数字格式), what it quotes written plainly."""
    return _LITERAL.sub(r"\1\2", code).split(";")[0].strip()
