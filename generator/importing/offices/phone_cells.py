"""Phones of a cell (电话): one or several, with what is said of each."""

import re
import unicodedata
from dataclasses import dataclass

from generator.loading.personal import find_personal, redact
from generator.model.records import PHONE_KINDS
from generator.problems import Severity

_NUMBER = (
    r"(?:\(0\d{2,3}\)[ -]{0,2}|0\d{2,3}[ -]{0,2})?[2-9]\d{2,3}[ -]?\d{4}"
    r"|0\d{2,3}[- ]{1,2}[01]\d{3}[ -]?\d{4}|000[- ]{1,2}\d{3,4}[ -]?\d{4}"
    r"|[48]00[- ]?\d{3,4}[- ]?\d{3,4}|12\d{4}|9[56]\d{3,4}|1[12]\d{3}|1\d{2}"
)
_EXTENSION = r"(?:\s?\(?(?:转|分机)\s?\d{1,6}\)?|-\d{1,4}(?!\d))?"
_PHONE = re.compile(
    rf"(?<![\d-])(?P<number>{_NUMBER})(?P<extension>{_EXTENSION})(?!\d)"
)
_LABEL = re.compile(r"(?P<label>[\u4e00-\u9fffA-Za-z0-9]{1,12})\s*[::]\s*$")
_ASIDE = re.compile(r"\s*\(((?!\d+\))[^()]{1,30})\)")
_SILENT = re.compile(
    r"[\s、,;/|.。]|(?:联系|办公|固定|公开|对外|服务)?(?:电话|座机|热线|号码|Tel|TEL|tel)[::]?"
    r"|和|或|及"
)
_MOBILE_WORDS = re.compile(r"(?:手机|移动电话)(?:号码?)?[::]?")
KIND_WORDS = {
    "监督": ("监督", "投诉", "举报"),
    "值班": ("值班", "值守", "夜间", "24小时", "应急"),
    "受理": ("受理", "窗口"),
    "咨询": ("咨询",),
}
"""What a heading or a label says about the use of a phone."""


@dataclass(frozen=True, slots=True)
class PhoneRead:
    """One phone of a cell; `kind` is empty where the cell does not say it."""

    number: str
    kind: str
    note: str


@dataclass(frozen=True, slots=True)
class PhonesRead:
    """The phones of a cell, what is none of them, and hidden personal numbers."""

    phones: tuple[PhoneRead, ...]
    rest: str
    personal: tuple[str, ...]


def read_phones(text: str) -> PhonesRead:
    """Read every phone of a cell; a mobile number is only named, cut short."""
    plain = unicodedata.normalize("NFKC", text)
    plain = re.sub("[—–‐―\u2011\u2212]+", "-", plain)
    personal = [
        redact(plain[one.start : one.end])
        for one in find_personal(plain)
        if one.severity is Severity.ERROR
    ]
    for one in reversed(
        [found for found in find_personal(plain) if found.severity is Severity.ERROR]
    ):
        plain = f"{plain[: one.start]} {plain[one.end :]}"
    if personal:
        plain = _MOBILE_WORDS.sub("", plain)
    return _read(plain, tuple(personal))


def _read(plain: str, personal: tuple[str, ...]) -> PhonesRead:
    phones: list[PhoneRead] = []
    rest: list[str] = []
    at = 0
    for match in _PHONE.finditer(plain):
        before = plain[at : match.start()]
        label = _LABEL.search(before)
        rest.append(before[: label.start()] if label else before)
        aside = _ASIDE.match(plain, match.end())
        at = aside.end() if aside else match.end()
        said = [label["label"] if label else "", aside[1] if aside else ""]
        kind = next((k for k in map(kind_of, said) if k), "")
        note = "，".join(one for one in said if one and not _only_kind(one))
        phones.append(PhoneRead(_standard(match), kind, note))
    rest.append(plain[at:])
    left = _SILENT.sub("", "\n".join(rest)).strip("()-:")
    return PhonesRead(tuple(phones), left, personal)


def kind_of(words: str) -> str:
    """Say which use (咨询、受理、值班、监督) a heading or a label names; else empty."""
    folded = unicodedata.normalize("NFKC", words)
    for kind, marks in KIND_WORDS.items():
        if any(mark in folded for mark in marks):
            return kind
    return ""


def _only_kind(words: str) -> bool:
    """Tell that a label says nothing but the use, or that this is a phone."""
    plain = re.sub("|".join(PHONE_KINDS), "", words)
    return not re.sub("电话|热线|座机|办公|联系|号码|服务|公开|投诉|举报|、", "", plain)


def _standard(match: re.Match[str]) -> str:
    """Write a number as the check wants it: 000-8800 1234转801."""
    number = re.sub(r"^\((0\d{2,3})\)[ -]*", r"\1-", match["number"])
    number = re.sub(r"^(0\d{2,3})(?:--| - |- | -)", r"\1-", number)
    extension = re.sub(r"[\s()]", "", match["extension"]).replace("分机", "转")
    return f"{number}{extension}"
