"""Say values as scripts that a page may load from anywhere, also from a file."""

import json
from importlib import resources

from generator.outputs import OutputFile

NAMESPACE = "window.qingdan = window.qingdan || {};\n"
# JSON may hold these as they are, a script in a page may not.
ESCAPES = {"</": "<\\/", "\u2028": "\\u2028", "\u2029": "\\u2029"}


def assign(path: str, name: str, value: object) -> OutputFile:
    """Make a script that sets `window.qingdan.<name>` to a JSON value."""
    return _script(path, f"{NAMESPACE}qingdan.{name} = {_json(value)};\n")


def enter(path: str, name: str, key: str, value: object) -> OutputFile:
    """Make a script that enters a value under a key of `window.qingdan.<name>`."""
    table = f"(qingdan.{name} = qingdan.{name} || {{}})"
    return _script(path, f"{NAMESPACE}{table}[{_json(key)}] = {_json(value)};\n")


def lunr_script(path: str) -> OutputFile:
    """Take lunr.js from the installed mkdocs and leave out its long comments."""
    source = resources.files("mkdocs") / "contrib/search/templates/search/lunr.js"
    return _script(path, _without_comments(source.read_text(encoding="utf-8")))


def _json(value: object) -> str:
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    for raw, escaped in ESCAPES.items():
        text = text.replace(raw, escaped)
    return text


def _without_comments(source: str) -> str:
    """Drop comments that fill whole lines, and indentation; keep the licence.

    lunr.js has no text that runs over several lines, so lines can be judged alone.
    """
    kept: list[str] = []
    inside = False
    for line in map(str.strip, source.splitlines()):
        inside = inside or (line.startswith("/*") and bool(kept))
        if line and not inside and (not line.startswith("//")):
            kept.append(line)
        inside = inside and not line.endswith("*/")
    return "\n".join(kept) + "\n"


def _script(path: str, text: str) -> OutputFile:
    return OutputFile(path, text.encode("utf-8"))
