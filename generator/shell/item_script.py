"""The script of pages that show hours and phones: words, days off, then the code.

It never holds what belongs to one page: that stands in the page.
"""

import json
from pathlib import Path

from generator.model.days_off import DaysOff
from generator.outputs import OutputFile
from generator.problems import GeneratorError
from generator.settings import Settings
from generator.shell.assets import FOLDER, read_script
from generator.shell.frame import Labels

_PARTS = ("opening", "age", "speech")
"""Files of theme/scripts/item, each of which needs the ones before it."""


def item_script(theme_dir: Path, settings: Settings, labels: Labels) -> OutputFile:
    """Make `assets/item.js`; raises GeneratorError where the theme lacks a part."""
    if "device" not in labels:
        message = "theme/labels.yml 缺少 device。"
        raise GeneratorError(message)
    known = {
        "words": labels["device"],
        **_days(settings.days_off),
        "recheck": settings.recheck,
    }
    text = json.dumps(known, ensure_ascii=False, separators=(",", ":"))
    begin = f"window.qingdan = window.qingdan || {{}};\nqingdan.item = {text};"
    parts = (read_script(theme_dir, "item", name) for name in _PARTS)
    return OutputFile(f"{FOLDER}/item.js", "\n".join((begin, *parts)).encode())


def _days(days_off: DaysOff) -> dict[str, object]:
    """Days off as the script compares them: (name, first, last) in ISO words."""
    return {
        "holidays": [
            (h.name, h.first.isoformat(), h.last.isoformat()) for h in days_off.holidays
        ],
        "workdays": [day.isoformat() for day in days_off.workdays],
    }
