"""Names of legal documents (依据) in what a list says: between 《 and 》, as published.

Real tables nest them, mix 《 with 〈 and lose halves. What is not surely a name is
left alone; nothing is guessed.
"""

import re
from dataclasses import dataclass, replace

from generator.folding import squash
from generator.model.fields import Value, text_of

STATE = squash("中华人民共和国")
"""What a law's full name begins with; its short name is the rest."""

_OPEN, _CLOSE, _INNER, _INNER_CLOSE = "《》〈〉"
_BRACKETS = re.compile("[《》〈〉]")
_OUTER = re.compile("[《》]")
_NOTE = r"[（(][^（）()\n]{1,60}[)）]"
_NUMBER = r"[（(]?[\u3007零一二三四五六七八九十百千两0-9\uff10-\uff19]+[)）]?"
_PART = rf"第?{_NUMBER}(?:[、，,和至到-]{_NUMBER})*[编章节条款项目](?:之{_NUMBER})?"
_ARTICLES = rf"(?=第){_PART}(?:[ 　]?[、，,和及至到与-]?[ 　]?{_PART})*"
_AFTER = re.compile(rf"\s?(?P<said>(?:{_NOTE}\s?)*(?:{_ARTICLES})?)")


@dataclass(frozen=True, slots=True)
class Citation:
    """A document (依据文件) that an item rests on: its name and articles as published.

    `key` is the same for every way to write the name, with 中华人民共和国 or without.
    """

    key: str
    name: str
    articles: str


def citations(value: Value) -> tuple[Citation, ...]:
    """Read an item's basis: each document once, with all its articles."""
    found: dict[str, Citation] = {}
    for citation in _all(value):
        before = found.setdefault(citation.key, citation)
        if citation.articles and citation.articles not in before.articles:
            both = (before.articles, citation.articles)
            articles = "；".join(part for part in both if part)
            found[citation.key] = replace(before, articles=articles)
    return tuple(found.values())


def _all(value: Value) -> list[Citation]:
    if isinstance(value, str):
        return cited_in(value)
    found = []
    for entry in value if isinstance(value, tuple) else ():
        if isinstance(entry, str):
            found += cited_in(entry)
        else:
            found += _stated(text_of(entry, "document"), text_of(entry, "article"))
    return found


def _stated(document: str, article: str) -> list[Citation]:
    """A document in a field of its own needs no brackets; its articles are verbatim."""
    found = cited_in(document)
    if found:
        last = found[-1]
        return [*found[:-1], replace(last, articles=f"{last.articles}{article}")]
    key = key_of(document)
    return [Citation(key, clean(document), article)] if key else []


def cited_in(text: str) -> list[Citation]:
    """Every document named in a text, in its order, with the articles behind it."""
    found: list[Citation] = []
    start = text.find(_OPEN)
    while start >= 0:
        end = _end(text, start)
        if end < 0:
            # A name that never ends makes the rest of its line doubtful.
            end = text.find("\n", start)
            if end < 0:
                break
        else:
            key = key_of(text[start:end])
            if key:
                after = _AFTER.match(text, end)
                said = clean(after["said"]) if after else ""
                found.append(Citation(key, clean(text[start:end]), said))
        start = text.find(_OPEN, end)
    return found


def key_of(name: str) -> str:
    """What makes two names the same document: folded, without brackets and spaces."""
    key = squash(name)
    return key.removeprefix(STATE) or key


def clean(name: str) -> str:
    """A name without the spaces and line breaks that table cells put into it."""
    return "".join(name.split()) if not name.isascii() else name.strip()


def _end(text: str, start: int) -> int:
    """Where the name that opens at `start` ends, behind its bracket; -1 for nowhere."""
    opened: list[str] = []
    for found in _BRACKETS.finditer(text, start):
        bracket = found.group()
        if bracket in {_OPEN, _INNER}:
            opened.append(bracket)
            continue
        if bracket == _INNER_CLOSE:
            # 《…《…〉…》: the inner one opened wrongly; a lone 〉 closes nothing.
            if len(opened) > 1:
                opened.pop()
            continue
        if not _closes_again(text, found.end()):
            while opened[-1] == _INNER:
                opened.pop()
        opened.pop()
        if not opened:
            return found.end()
    return -1


def _closes_again(text: str, start: int) -> bool:
    """Tell whether another 》 comes before the next name: 《…〈…》…》."""
    found = _OUTER.search(text, start)
    return found is not None and found.group() == _CLOSE
