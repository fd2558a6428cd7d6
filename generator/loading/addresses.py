"""Read web addresses; a resident must be able to open what is published."""

import re
import unicodedata
from urllib.parse import urlsplit

from generator.loading.nodes import Scalar
from generator.loading.reading import Reading, cut
from generator.model.fields import Field

LONGEST_URL = 2000

_HOST = re.compile(
    r"[a-z0-9](?:[a-z0-9_-]*[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9_-]*[a-z0-9])?)*\.?",
    re.IGNORECASE | re.ASCII,
)
_PRIVATE_HOST = re.compile(
    r"(?:0|10|127|192\.168|172\.(?:1[6-9]|2\d|3[01])|169\.254"
    r"|100\.(?:6[4-9]|[7-9]\d|1[01]\d|12[0-7]))\..*|localhost|.*\.(?:local|lan)"
)
_FORBIDDEN = re.compile(r"[\s<>\"'\\^`{}|]")


def read_url(reading: Reading, node: Scalar, field: Field) -> str | None:
    """Read a web address; only http and https, no names or passwords in it."""
    text = node.text.strip()
    fault = url_fault(text)
    if fault:
        sentence, cure = fault
        label = field.label if "网址" in field.label else f"{field.label}的网址"
        said = f"{label}“{cut(text, 60)}”{sentence}。"
        reading.error(node, "bad-url", said, cure, len(text))
        return None
    host = urlsplit(text).hostname or ""
    if _PRIVATE_HOST.fullmatch(host):
        reading.remind(
            node,
            "bad-url",
            f"网址“{host}”是内网地址，居民打不开。",
            "请换成互联网上的地址。",
            len(text),
        )
    return reading.same(text)


def url_fault(text: str) -> tuple[str, str] | None:
    """Say what is wrong with an address, and the way out; None where it will do."""
    rule = "网址要以 https:// 或 http:// 开头，用半角符号，中间没有空格。"
    if not text.lower().startswith(("https://", "http://")):
        return "不能用：要以 https:// 或 http:// 开头", _start_cure(text) or rule
    if not text.startswith(("https://", "http://")):
        return "不能用：https:// 要用小写字母", rule
    if _FORBIDDEN.search(text):
        what = "空格" if re.search(r"\s", text) else "网址里不能有的符号"
        return f"不能用：里面有{what}", "请核对网址，删去多余的部分。"
    wide = next((c for c in text if _is_wide_mark(c)), "")
    if wide:
        return f"不能用：里面有全角符号“{wide}”", "多半是多复制的，请删去或改成半角。"
    if len(text) > LONGEST_URL:
        return f"太长：{len(text)} 个字符，最多 {LONGEST_URL} 个", "请换成短的网址。"
    return _host_fault(text)


def _start_cure(text: str) -> str:
    """Say what to write instead of an address without its beginning."""
    if re.match(r"[A-Za-z]:[\\/]|file:", text):
        return "这是您电脑上的文件，居民打不开；请写它在网上的网址。"
    if re.fullmatch(r"www\.[!-~]+", text):
        return f"请写成 https://{text}。"
    return ""


def _host_fault(text: str) -> tuple[str, str] | None:
    try:
        parts = urlsplit(text)
        host, _ = parts.hostname or "", parts.port
    except ValueError:
        return "不能用：域名或端口不对", "请核对网址。"
    if "@" in parts.netloc or not host.isascii():
        return (
            "不能用：域名部分有“@”或特殊文字，可能把人引到别处",
            "请核对网址，只留真正的域名。",
        )
    if "." not in host and ":" not in host:
        cure = "请换成互联网上的地址，例如 https://www.example.gov.cn/。"
        return f"不能用：域名“{host}”不完整，可能是内网地址，居民打不开", cure
    if not _HOST.fullmatch(host) and ":" not in host:
        return "不能用：域名不完整", "请核对网址，例如 https://www.example.gov.cn/。"
    return None


def _is_wide_mark(character: str) -> bool:
    is_mark = unicodedata.category(character)[0] in "PZ"
    is_wide = unicodedata.east_asian_width(character) in "WF"
    return is_mark and (is_wide or character in "“”‘’")
