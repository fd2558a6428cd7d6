"""Every word that residents read stands in the labels, none in a template or a program."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.conftest import REPO

HAN = re.compile(r"[\u3400-\u9fff“”、]")
COMMENT = re.compile(r"\{#.*?#\}|/\*.*?\*/|<!--.*?-->|(?<!:)//[^\n]*", re.DOTALL)
THEME = sorted(
    path
    for path in (REPO / "theme").rglob("*")
    if path.suffix in {".jinja", ".html", ".js", ".css", ".svg"}
)
ROOMS = ("site_model", "rendering", "shell", "export", "search", "resolution")
MODULES = sorted(p for room in ROOMS for p in (REPO / "generator" / room).glob("*.py"))
# Scripts and modules that read Chinese, in queries and in content, and say none of it.
READING = {
    *("tokens.js", "wording.js", "choose.js", "naming.js"),
    *("basis.py", "overview.py", "citations.py", "contact.py"),
    *("contacts.py", "open_days.py"),
}
# What they say is for those who run the site, like every message of an error.
OFFICIAL = {
    *("cutting.py", "headers.py", "misfits.py", "posters.py", "state.py"),
    *("cells.py", "contact_tables.py", "office_files.py", "office_tables.py"),
    *("opening_words.py", "columns.py"),
}
# The form 提出修改 says to officials what the rules of loading say, word for word
# (tests/propose_rules.json), and writes files in Chinese.
RULES = {
    *("amendment.js", "characters.js", "checking.js", "packet.js", "personal.js"),
    *("choices.js", "rules.js", "unit.js", "urls.js", "values.js", "yaml.js"),
}


def said(module: Path) -> Iterator[str]:
    """Yield every text of a module but docstrings and the messages of errors."""
    tree = ast.parse(module.read_text(encoding="utf-8"))
    aside: set[ast.AST] = set()
    for node in ast.walk(tree):
        is_message = isinstance(node, ast.Assign) and any(
            isinstance(target, ast.Name) and target.id == "message"
            for target in node.targets
        )
        if is_message or isinstance(node, ast.Raise):
            aside.update(ast.walk(node))
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
            aside.add(node.value)
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and node not in aside:
            yield str(node.value)


@pytest.mark.parametrize("path", THEME, ids=lambda path: path.name)
def test_the_theme_holds_no_word(path: Path) -> None:
    """Templates, scripts and styles take their words from the labels."""
    text = COMMENT.sub("", path.read_text(encoding="utf-8"))
    assert path.name in READING | RULES or HAN.findall(text) == []


def test_no_program_speaks_to_residents() -> None:
    """What pages, feeds and the search say is worded in the labels."""
    known = READING | OFFICIAL
    words = {
        module.name: [text for text in said(module) if HAN.search(text)]
        for module in MODULES
        if module.name not in known
    }
    assert {name: texts for name, texts in words.items() if texts} == {}
    assert known | RULES <= {path.name for path in (*THEME, *MODULES)}
