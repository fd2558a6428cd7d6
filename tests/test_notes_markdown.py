"""Content inside Markdown: shown as it stands, and never obeyed."""

import html
import re
from collections.abc import Callable
from pathlib import Path

import markdown
import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.authoring.markdown import inline
from generator.authoring.note_markdown import as_markdown
from tests.note_trees import OLD, compared, title_edited
from tests.trees import Files, amend

WriteTree = Callable[[Files], Path]
HOSTILE = (
    "[请点这里](https://evil.example)",
    "![图](https://evil.example/x.png)",
    "<img src=https://evil.example/x.png>",
    "<script>alert(1)</script>",
    "<!-- 藏起来",
    "@everyone 请看",
    "a@evil.example",
    "https://evil.example/a?b=c",
    "www.evil.example",
    "#1 !2 GH-3 $4 %5 &6 ~7",
    "`代码` *斜* _斜_ **粗** ~~删~~",
    "a | b | c",
    "&lt;b&gt; &amp; &#60;",
    "\\| \\* \\\\",
    ":shipit: $x^2$ ==高亮==",
    "| --- | --- |",
    "\u202e反过来",
    "标题 ###",
)
ATTACK = re.compile(
    r"(?<!\\)[`*_\[\]~|]|<(?!br>|/?del>|/?ins>)|@(?!\u2060)|://|(?i:www)\.|(?<!&)#(?=\w)"
)


def shown(text: str) -> str:
    """Read what a forge would show of a text."""
    plain = html.unescape(re.sub(r"\\(.)", r"\1", text.replace("<br>", "\n")))
    return plain.replace("\u2060", "")


@pytest.mark.parametrize("text", HOSTILE)
def test_nothing_is_obeyed(text: str) -> None:
    """No sign keeps its meaning, neither for Markdown nor for a forge."""
    safe = inline(text)
    assert ATTACK.search(safe) is None
    page = markdown.markdown(f"- {safe}")
    assert set(re.findall(r"<(/?\w+)", page)) <= {"ul", "/ul", "li", "/li", "br"}


@given(st.text(st.characters(codec="utf-8", exclude_categories=["C", "Z"])))
def test_everything_is_shown(text: str) -> None:
    """Whatever can be printed reads as it stands in the file."""
    assert shown(inline(text)) == text.replace("\u2060", "")


@given(st.text())
def test_a_text_stays_in_its_cell(text: str) -> None:
    """No text ends its cell, its row or its line."""
    safe = inline(text)
    assert "\n" not in safe
    assert "\r" not in safe
    assert re.sub(r"\\.", "", safe).count("|") == 0
    assert safe.replace("<br>", "").count("<") == 0


def test_line_ends_stay_inside_a_cell() -> None:
    """A paragraph of the content is a line of the cell, not of the note."""
    assert inline("一\n二\r\n三") == "一<br>二<br>三"


def test_hostile_content_in_a_whole_note(write_tree: WriteTree) -> None:
    """Titles, texts, reasons and documents: all of them content, all made harmless."""
    changes = [
        f"{{add: {{id: x{n}, title: {quoted(text)}, conditions: {quoted(text)}}},"
        f" reason: 下放, note: {quoted(text)}}}"
        for n, text in enumerate(HOSTILE)
        if text.isprintable()
    ]
    head = f"document: {{number: {quoted(HOSTILE[0])}, title: {quoted(HOSTILE[5])}}}\n"
    new = OLD | amend("a/s", "2026-03-01", *changes, head=head)
    note = as_markdown(compared(write_tree, new))
    for line in note.split("\n"):
        cells = re.sub(r"^\| | \|$|(?<= )\|(?= )|^> |\*\*", "", line)
        if not line.startswith(("| ---", "### ")):
            assert ATTACK.search(cells) is None, line
    rows = [line for line in note.split("\n") if re.match(r"\| (?!---|事项)", line)]
    assert len(rows) == len(changes)


def test_bold_ends_where_markdown_sees_it(write_tree: WriteTree) -> None:
    """`**` behind Chinese punctuation and before a character would stay two stars."""
    announced = "{revise: card, set: {fee: 无}, reason: 其他}"
    new = title_edited(OLD) | amend("a/s", "2026-12-01", announced)
    note = as_markdown(compared(write_tree, new))
    page = markdown.markdown(note)
    assert note.count("**") == 2 * page.count("<strong>") > 8
    assert re.search(r"[，。：！）]\*\*\w", note) is None


def quoted(text: str) -> str:
    """Write a text as a YAML scalar in single quotes."""
    return "'" + text.replace("'", "''") + "'"
