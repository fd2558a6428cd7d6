"""Which street office (街道办事处) a table means by a name or a code."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from generator.importing.alike import fold_cell
from generator.importing.offices.draft import text_at
from generator.importing.offices.tree import plain_mapping
from generator.loading.nodes import Mapping as Tree
from generator.site_model.pinyin import pinyin
from generator.understanding.understood import Plain

_ENDING = re.compile(r"(?:人民政府)?(?:办事处|人民政府)$")
_STREET = re.compile(r".+(?:街道|镇|乡|苏木)(?:（[^（）]*）)?$")
_ABOVE = re.compile(
    r"^(?:[^省市区县旗]{2,}(?:省|自治区))?(?:[^省市区县旗]+[市州盟])?"
    r"(?:[^省市区县旗]{1,6}[区县市旗])?(?=.{2,}(?:街道|镇|乡|苏木))"
)


@dataclass(frozen=True, slots=True)
class Street:
    """An office file: where it is, what it says; no `tree` where it is still to be made."""

    path: str
    text: str
    tree: Tree | None
    plain: Mapping[str, Plain]

    @property
    def id(self) -> str:
        """The office's id."""
        return text_at(self.plain, "id")

    @property
    def name(self) -> str:
        """The office's name."""
        return text_at(self.plain, "name")

    def names(self) -> set[str]:
        """Every name that the office answers to, folded."""
        formerly = self.plain.get("formerly")
        former = formerly if isinstance(formerly, list) else []
        texts = [self.id, self.name, text_at(self.plain, "full_name")]
        return {bare(str(one)) for one in [*texts, *former] if one}


def street_of(path: str, text: str, tree: Tree) -> Street:
    """Make the street of an office file that was parsed."""
    return Street(path, text, tree, plain_mapping(tree))


def new_street(street_id: str, name: str, code: str = "") -> Street:
    """Make a street without a file, whose names nobody decided to show yet."""
    values: dict[str, Plain] = {"id": street_id, "name": name, "names": "post"}
    if code:
        values["code"] = code
    return Street(f"content/offices/{street_id}.yml", "", None, values)


def find_street(streets: Iterable[Street], name: str, code: str = "") -> Street | None:
    """Find the one street of a code, of a name, or with the name at its end."""
    known = list(streets)
    if code:
        same = [s for s in known if _same_code(text_at(s.plain, "code"), code)]
        if len(same) == 1:
            return same[0]
        known = [s for s in known if not text_at(s.plain, "code")]
    wanted = bare(name)
    if not wanted:
        return None
    found = [street for street in known if wanted in street.names()]
    found = found or [street for street in known if _is_below(wanted, street)]
    return found[0] if len(found) == 1 else None


def _is_below(wanted: str, street: Street) -> bool:
    """Tell a street's name with those of its province, city, district before it."""
    name = bare(street.name)
    above = wanted.removesuffix(name)
    return bool(name) and above != wanted and above[-1:] in "省市区县旗州盟"


def bare(name: str) -> str:
    """A street's name folded, without 办事处 and 人民政府 behind it."""
    return _ENDING.sub("", fold_cell(name))


def is_street(name: str) -> bool:
    """Tell a street, a town or a township by its name."""
    return bool(_STREET.fullmatch(bare(name)))


def new_street_id(name: str, taken: Iterable[str]) -> str:
    """A readable id for a new street: 茄子溪街道 is qiezixi."""
    short = _ABOVE.sub("", bare(name))
    stem = re.sub(
        r"(?:街道|镇|乡|苏木)$", "", re.sub(r"（[^（）]*）|\([^()]*\)", "", short)
    )
    slug = re.sub(r"[^a-z0-9]", "", pinyin(stem or short)) or "street"
    used = set(taken)
    for suffix in ("", *(f"-{n}" for n in range(2, 999))):
        if slug + suffix not in used:
            return slug + suffix
    return slug


def _same_code(one: str, other: str) -> bool:
    return bool(one) and one.ljust(12, "0") == other.ljust(12, "0")
