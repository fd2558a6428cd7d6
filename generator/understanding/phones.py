"""Phones in cells: one or several, with and without area code, mobile numbers."""

import re
import unicodedata
from dataclasses import dataclass

_DASHES = re.compile(r"(?<!\s)\s*[-—–－―_]+\s*")
_NUMBER = re.compile(
    r"(?<!\d)(?:\(0\d{2,3}\)\s*|0\d{2,3}[- ]{1,2}|0\d{2,3}(?=[2-9]\d{6,7}(?!\d)))?"
    r"[2-9]\d{2,3}[- ]?\d{4}(?:\s*(?:转|分机|-)\s*\d{1,6})?(?!\d)"
    r"|(?<!\d)[48]00-?\d{3,4}-?\d{3,4}(?!\d)"
    r"|(?<!\d)(?:12\d{3}|1[12]\d|9[56]\d{3,4}|12\d{4}|11\d{3})(?!\d)"
)
_SAMPLE = re.compile(r"(?<!\d)000-\d{4} ?\d{4}(?:转\d{1,6})?(?!\d)")
_MOBILE = re.compile(r"(?<!\d)(?:\+?86[- ]?)?1[3-9]\d[- ]?\d{4}[- ]?\d{4}(?!\d)")
_FLOAT = re.compile(r"(?<=\d)\.0+(?!\d)")
_BETWEEN = re.compile(r"[\s、,，;；/或及和。]*")


@dataclass(frozen=True, slots=True)
class Phones:
    """The numbers of a cell in order, the mobile ones, and what else it says."""

    numbers: tuple[str, ...]
    mobiles: tuple[str, ...]
    rest: str


def read_phones(text: str) -> Phones:
    """Find every phone of a cell and write each as the check wants it."""
    plain = _FLOAT.sub("", unicodedata.normalize("NFKC", text))
    plain = _DASHES.sub("-", plain)
    mobiles = tuple(m.group() for m in _MOBILE.finditer(plain))
    fixed = _MOBILE.sub(" ", plain)
    numbers = tuple(_written(m.group()) for m in _find(fixed))
    rest = fixed
    for match in reversed(_find(fixed)):
        rest = f"{rest[: match.start()]} {rest[match.end() :]}"
    return Phones(
        numbers, mobiles, "" if _BETWEEN.fullmatch(rest) else " ".join(rest.split())
    )


def lacks_area_code(number: str) -> bool:
    """Tell a landline without area code from short numbers, which have none."""
    return re.fullmatch(r"[2-9]\d{2,3}[- ]?\d{4}(?:转\d+|-\d+)?", number) is not None


def _find(text: str) -> list[re.Match[str]]:
    samples = list(_SAMPLE.finditer(text))
    return samples or list(_NUMBER.finditer(text))


def _written(number: str) -> str:
    number = re.sub(r"^\((0\d{2,3})\)\s*", r"\1-", number)
    number = re.sub(r"\s*(?:转|分机)\s*", "转", number)
    if re.fullmatch(r"0\d{9,11}", number):
        cut = 3 if number[1] in "12" else 4
        number = f"{number[:cut]}-{number[cut:]}"
    return number.strip()
