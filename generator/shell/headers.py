"""What a web server says with every file (响应头), for four kinds of servers.

The same policy as on the pages, with `frame-ancestors`, which a page cannot state.
Only words for an administrator to paste: nothing here is read from a server.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from generator.shell.frame import POLICY

HEADERS = (
    ("Content-Security-Policy", f"{POLICY}; frame-ancestors 'self'"),
    ("X-Content-Type-Options", "nosniff"),
    ("X-Frame-Options", "SAMEORIGIN"),
    ("Referrer-Policy", "same-origin"),
    ("Permissions-Policy", "camera=(), geolocation=(), microphone=()"),
)
PAGES = "max-age=300"
"""Pages may be five minutes old: a phone that was wrong is right soon after."""

REST = "no-cache"
"""Kept, but asked for by ETag each time: the names of styles and scripts stay."""

OPEN = (("Access-Control-Allow-Origin", "*"), ("X-Robots-Tag", "noindex"))
"""For `data/` and `embed/`, which other sites take in and search engines need not."""

_TEXTS = (
    *("text/css", "text/javascript", "application/javascript", "application/json"),
    *("application/xml", "text/xml", "application/atom+xml", "image/svg+xml"),
)


@dataclass(frozen=True, slots=True)
class Place:
    """Where the site is: `path` in addresses, `/` at both ends, and its folder."""

    path: str
    folder: str


def header_snippet(server: str, path: str, folder: str) -> str:
    """Write the configuration for one of SERVERS; see Place for the other two."""
    inner = path.strip("/")
    place = Place(f"/{inner}/" if inner else "/", folder.rstrip("/"))
    return "".join(f"{line}\n" for line in SERVERS[server](place))


def cloud_headers() -> str:
    """Write `_headers`, which hosts of static sites read from the site's root."""
    return "".join(f"{line}\n" for line in _cloud(Place("/", "")))


def _nginx(place: Place) -> Iterator[str]:
    yield "# 1. 放在 http { } 里面"
    yield "map $uri $qingdan_cache {"
    yield f'    default "{REST}";'
    yield f'    "~(/|\\.html?)$" "{PAGES}";'
    yield "}"
    for number, (_, value) in enumerate(OPEN):
        yield f"map $uri $qingdan_open{number} {{"
        yield '    default "";'
        yield f'    "~/(data|embed)/" "{value}";'
        yield "}"
    yield ""
    yield "# 2. 放在 server { } 里面"
    yield f"location {place.path} {{"
    yield f"    alias {place.folder}/;"
    yield "    index index.html;"
    yield f"    error_page 404 {place.path}404.html;"
    yield "    etag on;"
    yield "    charset utf-8;"
    yield f"    charset_types {' '.join(_TEXTS)};"
    yield "    gzip on;"
    yield "    gzip_vary on;"
    yield f"    gzip_types {' '.join(_TEXTS)};"
    for name, value in HEADERS:
        yield f'    add_header {name} "{value}" always;'
    yield "    add_header Cache-Control $qingdan_cache;"
    for number, (name, _) in enumerate(OPEN):
        yield f"    add_header {name} $qingdan_open{number};"
    yield "}"


def _caddy(place: Place) -> Iterator[str]:
    yield "# 放在网站地址后面的 { } 里面"
    yield f"handle_path {place.path}* {{"
    yield f"    root * {place.folder}"
    yield "    encode zstd gzip"
    yield "    header {"
    for name, value in HEADERS:
        yield f'        {name} "{value}"'
    # Only where nothing was said: Caddy decides itself which block comes first.
    yield f'        ?Cache-Control "{REST}"'
    yield "    }"
    yield "    @pages path */ *.html *.htm"
    yield f'    header @pages Cache-Control "{PAGES}"'
    yield "    @open path /data/* /embed/*"
    for name, value in OPEN:
        yield f'    header @open {name} "{value}"'
    yield "    file_server"
    yield "}"
    yield "handle_errors {"
    yield f"    root * {place.folder}"
    yield "    rewrite * /404.html"
    yield "    header {"
    for name, value in HEADERS:
        yield f'        {name} "{value}"'
    yield "    }"
    yield "    file_server"
    yield "}"


def _apache(place: Place) -> Iterator[str]:
    yield "# 先启用 headers、deflate、setenvif、mime、dir、alias 几个模块"
    yield f'Alias "{place.path}" "{place.folder}/"'
    yield f'<Directory "{place.folder}">'
    yield "    Require all granted"
    yield "    Options None"
    yield "    AllowOverride None"
    yield "    DirectoryIndex index.html"
    yield f"    ErrorDocument 404 {place.path}404.html"
    yield "    FileETag MTime Size"
    yield "    AddDefaultCharset utf-8"
    yield "    AddCharset utf-8 .css .js .json .xml .svg"
    yield "    AddType text/javascript .js"
    yield f"    AddOutputFilterByType DEFLATE text/html {' '.join(_TEXTS)}"
    yield "    # 压缩以后 ETag 带 -gzip，不去掉就对不上"
    yield ('    RequestHeader edit "If-None-Match" \'^"((.*)-gzip)"$\' \'"$1", "$2"\'')
    for name, value in HEADERS:
        yield f'    Header always set {name} "{value}"'
    yield f'    Header set Cache-Control "{REST}"'
    yield '    <FilesMatch "\\.html?$">'
    yield f'        Header set Cache-Control "{PAGES}"'
    yield "    </FilesMatch>"
    yield f'    SetEnvIf Request_URI "^{place.path}(data|embed)/" qingdan_open'
    for name, value in OPEN:
        yield f'    Header set {name} "{value}" env=qingdan_open'
    yield "</Directory>"


def _cloud(place: Place) -> Iterator[str]:
    yield f"{place.path}*"
    for name, value in HEADERS:
        yield f"  {name}: {value}"
    for folder in ("assets", "search", "sw.js"):
        end = "" if "." in folder else "/*"
        yield f"{place.path}{folder}{end}"
        yield f"  Cache-Control: {REST}"
    for folder in ("data", "embed"):
        yield f"{place.path}{folder}/*"
        yield from (f"  {name}: {value}" for name, value in OPEN)


SERVERS: Mapping[str, Callable[[Place], Iterator[str]]] = {
    "nginx": _nginx,
    "caddy": _caddy,
    "apache": _apache,
    "netlify": _cloud,
}
"""Who can be told, and how; `netlify` is the form of `_headers`."""
