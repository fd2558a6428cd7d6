"""Write generator/simplified.txt: pairs of traditional and simplified characters.

Run it with `opencc-python-reimplemented` installed (any environment will do):
`python tools/simplified.py`. Kept are the usual traditional characters (the first
level of Big5, and variants people type) whose simplified form is in GB 2312.
"""

from importlib.resources import files
from pathlib import Path

TARGET = Path(__file__).parent.parent / "generator" / "simplified.txt"
VARIANTS = "裏麪麵臺檯颱牆綫衆爲僞啓産囑鷄峯羣牀閙鬧糉粽麽嚐嶽摺擡"
LEVEL = range(0xA440, 0xC67F)


def is_usual(character: str) -> bool:
    """Tell a character of Big5's first level from a rare one."""
    try:
        code = int.from_bytes(character.encode("big5"))
    except UnicodeEncodeError:
        return False
    return code in LEVEL


def is_simplified(character: str) -> bool:
    """Tell whether a character is one of GB 2312."""
    return len(character.encode("gb2312", "ignore")) > 0


def main() -> None:
    """Rewrite the table."""
    table = files("opencc").joinpath("dictionary/TSCharacters.txt").read_text("utf-8")
    pairs = []
    for line in table.splitlines():
        old, _, rest = line.partition("\t")
        new = rest.split(" ")[0]
        usual = is_usual(old) or old in VARIANTS
        if old != new and len(old + new) == 2 and usual and is_simplified(new):  # noqa: PLR2004, a pair
            pairs.append(old + new)
    TARGET.write_text("".join(sorted(pairs)) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
