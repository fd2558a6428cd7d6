"""The shell: cut pages equal full renders, and nothing inline or foreign is in it."""

import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.problems import GeneratorError
from generator.settings import Settings
from generator.shell import Shell, build_shell
from generator.shell.assets import collect_assets
from generator.shell.engine import Engine, open_engine
from generator.shell.frame import make_frame
from generator.site_model.parts import Head
from tests.shell_samples import PROSE, SITE, THEME, labels

NASTY = "低保 <b>&amp;\"' </title><script>alert(1)</script> {{ 7*7 }} ﷽ 𠮷"


def engine_for(site: Settings, folder: Path) -> Engine:
    """Open MkDocs as build_shell does."""
    styles = collect_assets(THEME, site.accent, labels())[1]
    addresses = ["about/index.html", "about/privacy.html", "about/how.html"]
    frame = make_frame(site, labels(), styles, addresses)
    return open_engine(site.name, frame, THEME, folder)


@pytest.fixture(scope="module")
def shell(tmp_path_factory: pytest.TempPathFactory) -> Shell:
    """Build the shell once."""
    return build_shell(SITE, PROSE, labels(), THEME, tmp_path_factory.mktemp("work"))


@pytest.fixture(scope="module")
def engine(tmp_path_factory: pytest.TempPathFactory) -> Engine:
    """Open MkDocs once."""
    return engine_for(SITE, tmp_path_factory.mktemp("work"))


@pytest.mark.parametrize(
    ("address", "base"),
    [
        ("index.html", ""),
        ("find.html", ""),
        ("offices.html", ""),
        ("404.html", ""),
        ("404.html", "/qingdan/"),
        ("matters/dibao.html", "../"),
        ("offices/hongguang/services.html", "../../"),
        ("offices/hongguang/services/dibao.html", "../../../"),
    ],
)
@pytest.mark.parametrize("text", ["最低生活保障", NASTY])
def test_splice_is_a_full_render(
    shell: Shell, engine: Engine, address: str, base: str, text: str
) -> None:
    """Cutting and filling a slot page gives what MkDocs gives for the whole page."""
    head = Head(address, base, text, f"说明 {text}")
    body = "<h1>题目</h1>\n<p>正文 &lt;</p>"
    assert shell.wrap(head, body) == engine.render(head, body)


@given(title=st.text(), description=st.text())
@settings(max_examples=60, deadline=None)
def test_any_text_splices_like_a_full_render(
    shell: Shell, engine: Engine, title: str, description: str
) -> None:
    """Whatever a title is made of, splice and render agree, and no tag appears."""
    head = Head("matters/x.html", "../", title, description)
    html = shell.wrap(head, "<h1>x</h1>")
    assert html == engine.render(head, "<h1>x</h1>")
    plain = shell.wrap(Head("matters/x.html", "../", "", ""), "<h1>x</h1>")
    assert html.count("<") == plain.count("<")


def test_shell_is_light_and_strict(shell: Shell) -> None:
    """The frame weighs little and carries nothing that a strict policy refuses."""
    html = shell.wrap(Head("offices/a/b/c.html", "../../../", "题", "述"), "")
    assert len(html.encode()) < 4500
    assert "default-src 'none'; script-src 'self'" in html
    assert not re.search(r"\sstyle=|\son\w+=|<style|javascript:", html)
    assert re.findall(r"<script[^>]*>", html) == [
        '<script src="../../../assets/site.js">'
    ]
    assert "generator" not in html
    assert '<html lang="zh-CN">' in html
    assert html.count("<main") == html.count('id="main"') == 1
    assert "<h1" not in html


def test_sample_banner_stands_on_every_page(shell: Shell) -> None:
    """The notice that this is a demonstration stands before the header."""
    heads = [Head(address, "", "题", "述") for address in ("index.html", "404.html")]
    pages = [p.content.decode() for p in shell.pages]
    for html in (*pages, *[shell.wrap(head, "") for head in heads]):
        notice = html.index("示例数据&lt;不能办事&gt;")
        assert notice < html.index("<header")


def test_footer_shows_what_is_known(shell: Shell) -> None:
    """Labels stand only before values; links only to pages that exist."""
    html = shell.wrap(Head("a-z.html", "", "题", "述"), "")
    assert "<dt>主办单位</dt><dd>某区政府</dd>" in html
    assert "公安备案号" not in html
    assert 'href="mailto:jiucuo@example.gov.cn"' in html
    assert 'href="about/privacy.html"' in html
    assert "accessibility" not in html
    assert 'href="a-z.html" aria-current="page"' in html


def test_nothing_links_to_missing_prose(tmp_path: Path) -> None:
    """Without prose pages the frame does not mention them."""
    bare = build_shell(Settings("清单"), {}, labels(), THEME, tmp_path)
    html = bare.wrap(Head("index.html", "", "清单", ""), "")
    assert "about/" not in html
    assert "canonical" not in html
    assert "<title>清单</title>" in html
    assert bare.pages == ()


def test_canonical_address(shell: Shell) -> None:
    """With an address of its own the site names the canonical one of every page."""
    html = shell.wrap(Head("offices/a.html", "../", "题", "述"), "")
    link = '<link rel="canonical" href="https://example.gov.cn/qingdan/offices/a.html">'
    assert link in html
    assert "canonical" not in shell.wrap(Head("404.html", "", "题", "述"), "")


def test_unknown_depth_is_refused(shell: Shell) -> None:
    """A page deeper than any shell says so instead of breaking its links."""
    with pytest.raises(GeneratorError, match="没有外壳"):
        shell.wrap(Head("a/b/c/d/e/f/g.html", "../" * 6, "题", "述"), "")
