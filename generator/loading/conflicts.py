"""Find the marks that git leaves where two people changed the same lines."""

import re

from generator.problems import Place, Problem

_CONFLICT = re.compile(
    r"^<{7}(?: .*)?\n(?P<ours>(?:.*\n)*?)"
    r"(?:\|{7}(?: .*)?\n(?:.*\n)*?)?={7}(?: .*)?\n(?:.*\n)*?>{7}(?: .*)?$",
    re.MULTILINE,
)


def settle_conflicts(path: str, text: str, problems: list[Problem]) -> str:
    """Report each conflict once and keep the first half, so that reading can go on.

    Lines keep their numbers: what is left out becomes empty.
    """
    if "<<<<<<<" not in text:
        return text

    def keep_ours(match: re.Match[str]) -> str:
        line = text.count("\n", 0, match.start()) + 1
        problems.append(
            Problem(
                Place(path, line, 1),
                "conflict-marker",
                "两人改了同一处，冲突没有处理完：这里有 <<<<<<<、=======、>>>>>>> 标记。",
                "请保留正确的一份，删去三种标记行。",
            )
        )
        ours = match["ours"]
        left = match.group().count("\n") - ours.count("\n") - 1
        return "\n" + ours + "\n" * left

    return _CONFLICT.sub(keep_ours, text)
