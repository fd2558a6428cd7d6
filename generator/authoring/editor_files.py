"""What a code editor should know of a content repository: `.editorconfig`, `.vscode/`.

Nothing here asks the net: the schemas lie in the repository, and the editor's own
catalogue of schemas is switched off.
"""

import json
from collections.abc import Iterator, Mapping

from generator.outputs import OutputFile

SCHEMAS: Mapping[str, str] = {
    "office": "content/offices/*.yml",
    "list": "content/lists/*/*/*.yml",
    "corrections": "content/corrections.yml",
    "words": "content/words.yml",
    "site": "site_config.yml",
}
"""A schema below `content/schema/`, and the files that it holds for."""

_YAML_EXTENSION = "redhat.vscode-yaml"

_EDITORCONFIG = """\
root = true

[*]
charset = utf-8
end_of_line = lf
indent_style = space
indent_size = 2
insert_final_newline = true
trim_trailing_whitespace = true

[*.md]
trim_trailing_whitespace = false
"""


def editor_files() -> Iterator[OutputFile]:
    """Yield the files at their paths below the repository's root."""
    yield OutputFile(".editorconfig", _EDITORCONFIG.encode())
    yield from vscode_files()


def vscode_files() -> Iterator[OutputFile]:
    """Yield what Visual Studio Code reads: which extension to offer, which schema where."""
    yield _json(".vscode/extensions.json", {"recommendations": [_YAML_EXTENSION]})
    schemas = {f"./content/schema/{n}.schema.json": p for n, p in SCHEMAS.items()}
    yield _json(
        ".vscode/settings.json",
        {
            "files.encoding": "utf8",
            "files.eol": "\n",
            "redhat.telemetry.enabled": False,
            "yaml.format.enable": False,
            "yaml.schemaStore.enable": False,
            "yaml.schemas": schemas,
            "[yaml]": {
                "editor.insertSpaces": True,
                "editor.quickSuggestions": {"other": True, "strings": True},
                "editor.tabSize": 2,
                "editor.wordWrap": "on",
                "files.insertFinalNewline": True,
                "files.trimTrailingWhitespace": True,
            },
        },
    )


def _json(path: str, value: Mapping[str, object]) -> OutputFile:
    text = json.dumps(value, ensure_ascii=False, indent=2)
    return OutputFile(path, f"{text}\n".encode())
