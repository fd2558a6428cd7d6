"""Content inside Markdown: shown as it is, never obeyed.

A note on a pull request stands where people trust what they read, so that nothing in
it may become a link, an image, a mention or HTML.
"""

import re

from generator.loading.file_names import printable

_JOINER = "\u2060"
"""A word joiner: shows nothing, and keeps what stands on both sides from a meaning."""

_ENTITIES = {"&": "&amp;", "<": "&lt;", ">": "&gt;", "$": "&#36;", "\n": "<br>"}
_MARKS = frozenset("\\`*_[]~|#")
# Forges look for these in the text that is shown, so escaping does not stop them:
# mentions, numbers of issues, addresses of the web and of mail, pictures by name.
_SIGNS = re.compile(
    r"@|:(?=//)|(?i:www|mailto|xmpp)(?=[.:])|[#!%&~^$](?=\w)|:(?=[a-z0-9_+-]+:)"
    r"|\bGH(?=-)"
)


def inline(text: str) -> str:
    """Write a text so that Markdown shows it as it stands; line ends become `<br>`."""
    text = text.replace("\r\n", "\n").replace("\t", " ")
    parts = (printable(part) for part in text.split("\n"))
    joined = _SIGNS.sub(lambda sign: sign[0] + _JOINER, "\n".join(parts))
    return "".join(_shown(character) for character in joined)


def deleted(text: str) -> str:
    """Mark what is no more."""
    return f"<del>{inline(text)}</del>"


def inserted(text: str) -> str:
    """Mark what is new. Chinese marks beside `**` would keep it from being bold."""
    return f"<ins>{inline(text)}</ins>"


def row(*cells: str) -> str:
    """A row of a table, from cells that are Markdown already."""
    return f"| {' | '.join(cells)} |"


def _shown(character: str) -> str:
    return _ENTITIES.get(
        character, f"\\{character}" if character in _MARKS else character
    )
