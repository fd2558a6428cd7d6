"""What the preview adds to a page on its way to the browser.

The pages forbid inline scripts and styles, so all of it is markup plus two
addresses of our own. Without JavaScript the problems still show.
"""

from html import escape

from generator.preview.board import Notice

OWN = "/_qingdan/"

_PLAIN = """<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{title}</title>
</head>
<body>
<main class="qingdan-plain"><h1>{title}</h1><p>{text}</p></main>
</body>
</html>
"""


def with_preview(page: bytes, notice: Notice) -> bytes:
    """Add the reload script and the panel before the end of the body."""
    added = (
        f'<link rel="stylesheet" href="{OWN}preview.css">'
        f'<script src="{OWN}preview.js" data-state="{notice.state}" defer></script>'
        f"{_panel(notice)}"
    ).encode()
    end = page.lower().rfind(b"</body>")
    if end < 0:
        return page + added
    return page[:end] + added + page[end:]


def plain_page(title: str, text: str) -> bytes:
    """Make a page for when the site has none to show."""
    return _PLAIN.format(title=escape(title), text=escape(text)).encode()


def missing_page(notice: Notice) -> bytes:
    """Make the page that stands in for a site that is not there yet."""
    if notice.rebuilt is None:
        return plain_page("正在生成网站……", "好了会自己显示，不用刷新。")
    if notice.rebuilt.ok:
        return plain_page("没有这个网页", "网站里没有这个地址。")
    return plain_page("还没有网站", "改好下面的问题并保存，网站会自己显示。")


def _panel(notice: Notice) -> str:
    """List the problems, open for errors and folded for reminders."""
    rebuilt = notice.rebuilt
    if rebuilt is None or (rebuilt.ok and not rebuilt.problems):
        return ""
    number = len(rebuilt.problems)
    if rebuilt.ok:
        kind, opened, title = "reminder", "", f"已更新，有 {number} 处提醒"
    else:
        title = f"有 {number} 处问题，网站没有更新；改好并保存，这里会自己更新"
        kind, opened = "error", " open"
    blocks = "".join(f"<li><pre>{escape(text)}</pre></li>" for text in rebuilt.problems)
    return (
        f'<aside class="qingdan-preview qingdan-preview--{kind}" lang="zh-CN"'
        f' aria-label="预览提示"><details{opened}><summary>{title}</summary>'
        f"<ol>{blocks}</ol></details></aside>"
    )
