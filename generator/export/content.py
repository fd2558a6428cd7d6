"""The body of an entry as XHTML that any reader shows: 原 and 现 stand in words."""

from collections.abc import Iterable
from xml.etree.ElementTree import Element

from generator.export.atom import XHTML, Links, clean, put
from generator.history.runs import Runs
from generator.site_model.history_parts import ChangeLine, EntryCard, FieldLine
from generator.site_model.plan import Words
from generator.site_model.shortening import shortened
from generator.site_model.telling import told_lines


def content(
    card: EntryCard, opening: Iterable[str], more: str, links: Links, words: Words
) -> Element:
    """Write a card as one `div`: opening sentences, facts, every change, then `more`."""
    div = Element("div", {"xmlns": XHTML})
    for sentence in (*opening, *card.flags):
        put(div, "p", sentence)
    if card.facts:
        facts = put(div, "ul")
        for label, text, url in card.facts:
            line = put(facts, "li", "" if url else f"{label}：{text}")
            if url:
                line.text = clean(f"{label}：")
                put(line, "a", text, href=url)
    for change in told_lines(card):
        _change(div, shortened(change), links, words)
    if more:
        put(div, "p", more)
    return div


def _change(div: Element, change: ChangeLine, links: Links, words: Words) -> None:
    heading = put(div, "h3", f"{change.kind_label}：")
    if change.address:
        put(heading, "a", change.title, href=links.to(change.address))
    else:
        heading.text = clean(f"{change.kind_label}：{change.title}")
    for note in change.notes:
        put(div, "p", note)
    for field in change.fields:
        _field(div, field, words)


def _field(div: Element, field: FieldLine, words: Words) -> None:
    put(put(div, "p"), "strong", field.label)
    for label, runs, tag in (
        (words["feed-old"], field.old, "del"),
        (words["feed-new"], field.new, "ins"),
    ):
        line = put(div, "p", label)
        if runs:
            _marked(line, runs, tag)
        else:
            line.text = clean(f"{label}{words['feed-nothing']}")


def _marked(line: Element, runs: Runs, tag: str) -> None:
    """Write a text whose changed runs are in elements, line ends as `br`."""
    for run in runs:
        first, *rest = run.text.split("\n")
        place = put(line, tag) if run.changed else line
        _append(place, first)
        for text in rest:
            put(place, "br")
            _append(place, text)


def _append(place: Element, text: str) -> None:
    """Add text behind everything that an element already holds."""
    if len(place):
        place[-1].tail = (place[-1].tail or "") + clean(text)
    else:
        place.text = (place.text or "") + clean(text)
