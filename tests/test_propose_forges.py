"""Addresses of forges and letters: what is handed over is what the page shows."""

from typing import Any
from urllib.parse import parse_qs, unquote, urlsplit

import pytest

from tests.packets import FILE_PATH, OFFICE_PATH
from tests.proposing import scripts

REPOSITORY = {"address": "https://git.example.gov.cn/qu/qingdan", "branch": "main"}
BASE = "https://git.example.gov.cn/qu/qingdan"
QUERY = "content%2Flists%2Fa%2Fs%2F2027-03-01.yml"


@pytest.mark.parametrize(
    ("forge", "new", "takes", "edit"),
    [
        ("github", f"/new/main?filename={QUERY}&value=%E7%94%B2", "text", "edit"),
        ("gitea", f"/_new/main/?filename={QUERY}&value=%E7%94%B2", "text", "_edit"),
        ("forgejo", f"/_new/main/?filename={QUERY}&value=%E7%94%B2", "text", "_edit"),
        ("gitlab", f"/-/new/main?file_name={QUERY}", "name", "-/edit"),
        ("gitee", "/tree/main/content/lists/a/s", "nothing", "edit"),
    ],
)
def test_each_forge_gets_what_it_takes(
    forge: str, new: str, takes: str, edit: str
) -> None:
    """Name and text, the name, or neither; a text that is too long is left to paste."""
    repository: dict[str, Any] = {**REPOSITORY, "forge": forge}
    call = scripts()
    made = call("qingdan.forges.newFile", repository, FILE_PATH, "甲")
    assert made == {"address": BASE + new, "takes": takes}
    long = call("qingdan.forges.newFile", repository, FILE_PATH, "甲" * 3000)
    assert len(long["address"]) < 8000
    assert long["takes"] == ("name" if takes == "text" else takes)
    line = call("qingdan.forges.edit", repository, OFFICE_PATH, 10)
    assert line == f"{BASE}/{edit}/main/{OFFICE_PATH}#L10"


NASTY = "plain: \"100% “引号” & a=b #1 + c?d / 'e' \\\\ <甲> 𠮷\"\n\n  note: 乙\n"


@pytest.mark.parametrize("forge", ["github", "gitea", "forgejo"])
def test_every_character_survives(forge: str) -> None:
    """Marks that mean something in an address, line ends, spaces, rare characters."""
    repository = {**REPOSITORY, "forge": forge, "branch": "qu/甲 1#"}
    made = scripts()("qingdan.forges.newFile", repository, FILE_PATH, NASTY)
    parts = urlsplit(made["address"])
    sent = parse_qs(parts.query, strict_parsing=True)
    assert [text for name, [text] in sent.items() if name != "filename"] == [NASTY]
    assert sent["filename"] == [FILE_PATH]
    assert "/qu/甲 1#" in unquote(parts.path)
    assert parts.fragment == ""


def test_a_letter_keeps_its_words() -> None:
    """Mail programs want both line ends; what is too long for one goes without."""
    letter = scripts()(
        "qingdan.forges.letter", "a@example.gov.cn", "甲&乙", NASTY, "短"
    )
    sent = parse_qs(urlsplit(letter).query, strict_parsing=True)
    assert sent == {"subject": ["甲&乙"], "body": [NASTY.replace("\n", "\r\n")]}
    long = scripts()("qingdan.forges.letter", "a@b.cn", "甲", "甲" * 900, "短")
    assert parse_qs(urlsplit(long).query)["body"] == ["短"]
