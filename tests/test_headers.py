"""`qingdan headers`: what servers are told to say, and nginx saying it."""

import re
from collections.abc import Iterator
from email.message import Message
from pathlib import Path
from urllib.error import HTTPError
from urllib.request import Request, urlopen

import pytest
from playwright.sync_api import Page

from generator.shell import SERVERS, header_snippet
from generator.shell.frame import POLICY
from generator.shell.headers import HEADERS
from tests.conftest import RunCli
from tests.observing import Observed
from tests.programs import POLICY as ASKED_FOR
from tests.serving import free_port, serving

WHERE = "/col/123/"
FULL = f"{ASKED_FOR}; frame-ancestors 'self'"


@pytest.fixture(scope="module")
def served(
    demo_site: Path, tmp_path_factory: pytest.TempPathFactory, run_cli: RunCli
) -> Iterator[str]:
    """Serve the demo with what the command prints, below a path."""
    printed = run_cli("headers", "--for", "nginx", "--path", WHERE, "--site", demo_site)
    assert printed.returncode == 0, printed.stderr
    http, _, server = printed.stdout.partition("\n\n")
    assert http.startswith("# 1.")
    assert server.startswith("# 2.")
    folder = tmp_path_factory.mktemp("headers")
    with serving(folder, free_port(), server, http) as root:
        yield root + WHERE.strip("/") + "/"


def ask(address: str, **headers: str) -> tuple[int, Message, bytes]:
    """Ask for an address and give status, headers and body."""
    request = Request(address, headers=headers)  # noqa: S310 # our own nginx
    try:
        with urlopen(request, timeout=10) as answer:  # noqa: S310 # our own nginx
            return answer.status, answer.headers, answer.read()
    except HTTPError as error:
        return error.code, error.headers, error.read()


def test_pages_state_the_policy_that_servers_state() -> None:
    """One source, and it is what the issue asks for; a page cannot say who frames it."""
    assert POLICY == ASKED_FOR
    assert dict(HEADERS)["Content-Security-Policy"] == FULL


@pytest.mark.parametrize(
    ("path", "kind", "cached"),
    [
        ("index.html", "text/html; charset=utf-8", "max-age=300"),
        ("", "text/html; charset=utf-8", "max-age=300"),
        ("assets/site.js", "application/javascript; charset=utf-8", "no-cache"),
        ("assets/site.css", "text/css; charset=utf-8", "no-cache"),
        ("search/index.js", "application/javascript; charset=utf-8", "no-cache"),
        ("sw.js", "application/javascript; charset=utf-8", "no-cache"),
        ("feed.xml", "text/xml; charset=utf-8", "no-cache"),
    ],
)
def test_nginx_says_it_all(served: str, path: str, kind: str, cached: str) -> None:
    """Each kind of file comes with every header, its charset and how long it keeps."""
    status, headers, _ = ask(served + path)
    assert status == 200
    assert {name: headers[name] for name, _ in HEADERS} == dict(HEADERS)
    assert headers["Content-Security-Policy"] == FULL
    assert headers["Content-Type"] == kind
    assert headers.get_all("Cache-Control") == [cached]
    assert headers["Access-Control-Allow-Origin"] is None


def test_nginx_compresses_and_asks_again(served: str) -> None:
    """Compressed where asked for; an unchanged file is not sent twice."""
    plain = ask(served + "assets/site.css")
    packed = ask(served + "assets/site.css", **{"Accept-Encoding": "gzip"})
    assert packed[1]["Content-Encoding"] == "gzip"
    assert len(packed[2]) < len(plain[2]) / 2
    known = {"If-None-Match": packed[1]["ETag"], "Accept-Encoding": "gzip"}
    status, headers, body = ask(served + "assets/site.css", **known)
    assert (status, body) == (304, b"")
    assert headers["Cache-Control"] == "no-cache"


def test_nginx_shows_the_own_page_of_what_is_not_there(served: str) -> None:
    """A wrong address gets the site's 404 page, under the policy too."""
    status, headers, body = ask(f"{served}offices/none.html")
    assert status == 404
    assert headers["Content-Security-Policy"] == FULL
    assert "12345" in body.decode()


@pytest.mark.parametrize("path", ["data/offices.json", "embed/heling.htm"])
def test_portals_may_take_in(served: str, path: str) -> None:
    """Data and fragments are open to other sites, and no page for search engines."""
    status, headers, _ = ask(served + path)
    assert status == 200
    assert headers["Access-Control-Allow-Origin"] == "*"
    assert headers["X-Robots-Tag"] == "noindex"


def test_the_site_works_under_these_headers(
    page: Page, observed: Observed, served: str
) -> None:
    """A browser finds, and opens what it found, without a complaint."""
    page.goto(f"{served}find.html?q=低保", wait_until="networkidle")
    page.locator("[data-matter] a").first.click()
    page.wait_for_url(re.compile("/(matters|offices)/"))
    page.wait_for_load_state("networkidle")
    assert page.locator('script[type="application/ld+json"]').count() == 1
    assert observed.complaints == []
    assert all(asked.startswith(served) for asked in observed.requests)


@pytest.mark.parametrize("server", SERVERS)
@pytest.mark.parametrize("path", ["/", "col/123"])
def test_every_server_is_told_everything(server: str, path: str) -> None:
    """All four state each header, keep pages short, and close what they open."""
    text = header_snippet(server, path, "/srv/www/")
    for name, value in HEADERS:
        assert re.search(rf'{name}:? "?{re.escape(value)}', text)
    assert "no-cache" in text
    assert "Access-Control-Allow-Origin" in text
    if server != "netlify":
        assert "max-age=300" in text
        assert "/srv/www" in text
        place = "/col/123/" if path != "/" else "/"
        assert f" {place}404.html" in text or server == "caddy"
        assert re.search(rf'(location|handle_path|Alias) "?{place}', text)
    plain = re.sub(r'"[^"\n]*"', "", text)
    assert plain.count("{") == plain.count("}")
    assert plain.count("<Dir") == plain.count("</Dir")
    assert text.count("<FilesMatch") == text.count("</FilesMatch")


def test_the_site_carries_the_headers_of_static_hosts(demo_site: Path) -> None:
    """`_headers` in the site's root is what the command prints."""
    assert (demo_site / "_headers").read_text() == header_snippet("netlify", "/", "")


def test_an_unknown_server_is_refused(run_cli: RunCli) -> None:
    """The command names the servers that it knows."""
    refused = run_cli("headers", "--for", "iis")
    assert refused.returncode == 2
    assert "nginx、caddy、apache、netlify" in refused.stderr
