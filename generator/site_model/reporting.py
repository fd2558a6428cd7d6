"""Report a mistake (纠错): links that open a form, a mail or an issue, already filled.

Nothing is sent by the site; what arrives is what the reader sends off.
"""

from collections.abc import Iterator
from functools import lru_cache
from urllib.parse import quote

from generator.settings import REPORT_PLACES, Settings
from generator.site_model.plan import Plan

_FORGES = {
    "github": ("/issues/new", "title", "body"),
    "gitea": ("/issues/new", "title", "body"),
    "forgejo": ("/issues/new", "title", "body"),
    "gitlab": ("/-/issues/new", "issue%5Btitle%5D", "issue%5Bdescription%5D"),
}
_NEW_LINE = "%0D%0A"


def general_link(settings: Settings) -> str:
    """Where to report anything, about no page; empty where nothing is configured."""
    address = settings.report
    if settings.report_forge:
        return f"{_repository(settings)}{_FORGES[settings.report_forge][0]}"
    if _is_mail(address):
        return _mailbox(address)
    for place in REPORT_PLACES:
        address = address.replace(f"{{{place}}}", "")
    return address


def report_link(
    plan: Plan, title: str, address: str, *, version: str = "", street: str = ""
) -> str:
    """Where to report a mistake of one page; empty where nothing is configured.

    `address` is below the site's root; it becomes absolute where `site.url` is set.
    """
    settings = plan.settings
    if not settings.report:
        return ""
    page = _absolute(settings.url, address)
    if settings.report_forge or _is_mail(settings.report):
        named = title if not street or street in title else f"{title}（{street}）"
        return _letter(plan, named, page, version)
    texts = (quoted(title), _quoted_page(page), version, quoted(street))
    return _form(settings.report, texts)


def mailbox(settings: Settings) -> str:
    """The mailbox that takes reports, without its scheme; empty where there is none."""
    address = settings.report
    known = _is_mail(address) and not settings.report_forge
    return address.removeprefix("mailto:") if known else ""


def _letter(plan: Plan, named: str, page: str, version: str) -> str:
    """A mail or an issue with subject and body; the reader writes the last line."""
    settings, say = plan.settings, plan.phrases
    subject = quoted(plan.say("report-subject", title=named))
    body = _NEW_LINE.join(_lines(plan, page, version))
    if not settings.report_forge:
        box = _mailbox(settings.report)
        return f"{box}{'&' if '?' in box else '?'}subject={subject}&body={body}"
    path, title_key, body_key = _FORGES[settings.report_forge]
    body += _NEW_LINE * 2 + quoted(say["report-public"])
    return f"{_repository(settings)}{path}?{title_key}={subject}&{body_key}={body}"


def _lines(plan: Plan, page: str, version: str) -> Iterator[str]:
    say = plan.phrases
    yield quoted(say["report-page"]) + _quoted_page(page)
    if version:
        yield quoted(say["report-version"]) + quoted(version)
    yield quoted(say["report-wrong"])


def _form(form: str, values: tuple[str, ...]) -> str:
    """A form's address: placeholders are filled, else parameters of these names added.

    `values` are encoded, in the order of REPORT_PLACES.
    """
    filled = form
    for place, value in zip(REPORT_PLACES, values, strict=True):
        filled = filled.replace(f"{{{place}}}", value)
    if filled != form:
        return filled
    rest, mark, anchor = form.partition("#")
    pairs = zip(REPORT_PLACES, values, strict=True)
    query = "&".join(f"{place}={value}" for place, value in pairs if value)
    return f"{rest}{'&' if '?' in rest else '?'}{query}{mark}{anchor}"


@lru_cache(maxsize=4096)
def quoted(text: str) -> str:
    """Percent-encode a text for any part of an address; streets' matters repeat."""
    return quote(text, safe="")


def _quoted_page(page: str) -> str:
    """The same of an address: it never repeats, and is quick to do in this way."""
    return quote(page, safe="/:").replace("/", "%2F").replace(":", "%3A")


def _absolute(root: str, address: str) -> str:
    if not root:
        return address
    return f"{root}{address}" if root.endswith("/") else f"{root}/{address}"


def _is_mail(address: str) -> bool:
    return "@" in address and not address.startswith(("http://", "https://"))


def _mailbox(address: str) -> str:
    return address if address.startswith("mailto:") else f"mailto:{address}"


def _repository(settings: Settings) -> str:
    return settings.report.rstrip("/")
