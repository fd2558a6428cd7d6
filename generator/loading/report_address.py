"""`site.report`: where readers report mistakes (纠错), as a form, a mailbox or a forge."""

import re
from urllib.parse import urlsplit

from generator.loading.addresses import url_fault
from generator.loading.reading import Reading, cut
from generator.model.fields import Record, text_of
from generator.settings import REPORT_PLACES

_MAILBOX = re.compile(
    r"(?:mailto:)?[\w.%+-]+@[a-z0-9-]+(?:\.[a-z0-9-]+)+", re.ASCII | re.IGNORECASE
)
_PLACE = re.compile(r"\{(\w*)\}")
_SHOWN = 60
_HOW = (
    "请写表单网址（https:// 开头）、邮箱，"
    "或 {forge: gitlab, address: https://…}；不要纠错链接就不写。"
)


def read_report(site: Record, reading: Reading) -> tuple[str, str]:
    """Give address and forge, both empty where none is stated or it cannot be used."""
    stated = site.get("report")
    if isinstance(stated, Record):
        forge, address = text_of(stated, "forge"), text_of(stated, "address")
        return (address, forge) if forge and address else ("", "")
    text = text_of(site, "report").strip()
    if not text or _MAILBOX.fullmatch(text):
        return text, ""
    fault, cure = _fault(text)
    if not fault:
        return text, ""
    said = f"纠错网址（report）“{cut(text, _SHOWN)}”{fault}。"
    reading.at(site, "report", "bad-url", said, cure)
    return "", ""


def _fault(text: str) -> tuple[str, str]:
    """Say what is wrong with a form's address; empty where it will do."""
    if not text.startswith(("https://", "http://")):
        return "不是网址，也不是邮箱", _HOW
    unknown = [name for name in _PLACE.findall(text) if name not in REPORT_PLACES]
    known = "、".join(f"{{{name}}}" for name in REPORT_PLACES)
    if unknown:
        return f"不能用：没有“{{{unknown[0]}}}”这个空位", f"可以写：{known}。"
    bare = _PLACE.sub("x", text)
    if urlsplit(bare).netloc not in text:
        return "不能用：域名里有空位", "空位只能写在域名后面。"
    return url_fault(bare) or ("", "")
