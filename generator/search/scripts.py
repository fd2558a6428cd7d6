"""Say values as scripts that a page may load from anywhere, also from a file."""

import json
from collections.abc import Mapping

from generator.outputs import OutputFile

NAMESPACE = "window.qingdan = window.qingdan || {};\n"
# JSON may hold these as they are, a script in a page may not.
ESCAPES = {"</": "<\\/", "\u2028": "\\u2028", "\u2029": "\\u2029"}


def assign(path: str, values: Mapping[str, object]) -> OutputFile:
    """Make a script that sets `window.qingdan.<name>` to a JSON value for each name."""
    lines = (f"qingdan.{name} = {_json(value)};\n" for name, value in values.items())
    return _script(path, NAMESPACE + "".join(lines))


def enter(path: str, name: str, key: str, value: object) -> OutputFile:
    """Make a script that enters a value under a key of `window.qingdan.<name>`."""
    table = f"(qingdan.{name} = qingdan.{name} || {{}})"
    return _script(path, f"{NAMESPACE}{table}[{_json(key)}] = {_json(value)};\n")


def _json(value: object) -> str:
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    for raw, escaped in ESCAPES.items():
        text = text.replace(raw, escaped)
    return text


def _script(path: str, text: str) -> OutputFile:
    return OutputFile(path, text.encode("utf-8"))
