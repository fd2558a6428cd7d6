"""The shell: cut pages equal full renders, and nothing inline or foreign is in it."""

import re
import shutil
from pathlib import Path

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.problems import GeneratorError
from generator.settings import Settings
from generator.shell import Shell, build_shell
from generator.shell.accent import accent_css, contrast, parse_colour
from generator.shell.assets import collect_assets
from generator.shell.engine import Engine, open_engine
from generator.shell.frame import Labels, make_frame
from generator.site_model.parts import Head

THEME = Path(__file__).parent.parent / "theme"
PROSE = {
    "about/privacy.md": "# 隐私说明\n\n不收集任何信息。\n",
    "about/index.md": "# 关于本站\n\n见[怎么看](how.md)和[找事项](../find.html)。\n",
    "about/how.md": "---\ndescription: 三步\n---\n# 怎么看\n\n| 甲 |\n|---|\n| 1 |\n",
}
SITE = Settings(
    name="某区街道职责清单",
    description="查街道",
    sample="示例数据<不能办事>",
    report="jiucuo@example.gov.cn",
    url="https://example.gov.cn/qingdan",
    footer={"host": "某区政府", "icp": "某ICP备0号", "police": ""},
)
NASTY = "低保 <b>&amp;\"' </title><script>alert(1)</script> {{ 7*7 }} ﷽ 𠮷"


def labels() -> Labels:
    """Read the labels that ship."""
    loaded: Labels = yaml.safe_load((THEME / "labels.yml").read_text("utf-8"))
    return loaded


def engine_for(site: Settings, folder: Path) -> Engine:
    """Open MkDocs as build_shell does."""
    styles = collect_assets(THEME, site.accent)[1]
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


def page(shell: Shell, address: str) -> str:
    """Find one prose page."""
    return next(p.content.decode() for p in shell.pages if p.path == address)


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


def test_prose_page(shell: Shell) -> None:
    """Markdown becomes a page with breadcrumb, neighbours and working links."""
    assert [p.path for p in shell.pages] == [
        "about/index.html", "about/how.html", "about/privacy.html",
    ]  # fmt: skip
    html = page(shell, "about/index.html")
    assert html.count("<h1") == 1
    assert '<a href="how.html">怎么看</a>' in html
    assert '<a href="../find.html">找事项</a>' in html
    assert 'content="三步"' in page(shell, "about/how.html")
    assert "<table>" in page(shell, "about/how.html")


def test_raw_html_in_prose_is_text(tmp_path: Path) -> None:
    """A tag in Markdown is printed, never run."""
    prose = {"about/index.md": "# 题\n\n<script>alert(1)</script> <b onclick=x>粗\n"}
    html = build_shell(SITE, prose, labels(), THEME, tmp_path).pages[0].content.decode()
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in html
    assert "<b onclick" not in html


def test_a_dead_link_in_prose_is_refused(tmp_path: Path) -> None:
    """A link to a page that is not there names the file and the link."""
    prose = {"about/index.md": "# 题\n\n[丢了](lost.md)\n"}
    with pytest.raises(GeneratorError, match=r"lost\.md") as caught:
        build_shell(SITE, prose, labels(), THEME, tmp_path)
    assert "about/index.md" in str(caught.value)


def test_text_that_upsets_html_parsers(tmp_path: Path) -> None:
    """Some versions of Python's parser give up on `<![ g`: refused by name, or text."""
    prose = {"about/index.md": "# 题\n\n<![ g\n"}
    try:
        pages = build_shell(SITE, prose, labels(), THEME, tmp_path).pages
    except GeneratorError as error:
        said = str(error)
    else:
        said = f"about/index.md: {pages[0].content.decode()}"
        assert "<![" not in said
    assert "about/index.md" in said


def test_theme_without_a_slot_is_refused(tmp_path: Path) -> None:
    """A frame that lost its content or repeats its title is not published."""
    theme = tmp_path / "theme"
    shutil.copytree(THEME, theme)
    main = theme / "mkdocs" / "main.html"
    main.write_text(main.read_text("utf-8").replace("{{ page.content | safe }}", ""))
    (tmp_path / "work").mkdir()
    with pytest.raises(GeneratorError, match="qingdan-slot-body 应有 1 处，实有 0 处"):
        build_shell(SITE, {}, labels(), theme, tmp_path / "work")


def test_missing_label_is_named(tmp_path: Path) -> None:
    """A label that is not there is named by its path."""
    without = {**labels(), "footer": {}}
    with pytest.raises(GeneratorError, match=r"footer\.host"):
        build_shell(SITE, PROSE, without, THEME, tmp_path)


def test_unknown_depth_is_refused(shell: Shell) -> None:
    """A page deeper than any shell says so instead of breaking its links."""
    with pytest.raises(GeneratorError, match="没有外壳"):
        shell.wrap(Head("a/b/c/d/e/f/g.html", "../" * 6, "题", "述"), "")


def test_same_bytes_in_another_folder(shell: Shell, tmp_path: Path) -> None:
    """The working folder leaves no trace."""
    again = build_shell(SITE, dict(reversed(PROSE.items())), labels(), THEME, tmp_path)
    assert again == shell
    assert not any(str(tmp_path).encode() in p.content for p in again.pages)


def test_assets_come_from_the_site(shell: Shell) -> None:
    """Style sheets and scripts are files of the site and load nothing from outside."""
    assets = {asset.path: asset.content.decode() for asset in shell.assets}
    assert {"assets/site.css", "assets/accent.css", "assets/site.js"} <= set(assets)
    material = re.compile(r"assets/main\.[0-9a-f]+\.min\.css")
    assert any(material.fullmatch(path) for path in assets)
    for path, text in assets.items():
        if path.endswith(".css"):
            assert not re.search(r"@import|url\(\s*[\"']?+(?!data:|#)", text), path
            assert "sourceMappingURL" not in text
    html = shell.wrap(Head("a.html", "", "题", "述"), "")
    for path in re.findall(r'(?:href|src)="(assets/[^"]+)"', html):
        assert path in assets


@given(st.tuples(*[st.integers(0, 255)] * 3))
def test_any_accent_is_legible(colour: tuple[int, int, int]) -> None:
    """White on the band and links on both grounds reach 4.5 to 1."""
    css = accent_css("#{:02x}{:02x}{:02x}".format(*colour))
    light, _, dark = css.splitlines()
    for line, paper in ((light, "#ffffff"), (dark, "#1a2028")):
        band, link, tint = re.findall(r"--(?:band|link|tint):(#\w{6})", line)
        assert contrast(parse_colour(band), (255, 255, 255)) >= 4.5
        assert contrast(parse_colour(link), parse_colour(paper)) >= 4.5
        assert contrast(parse_colour(link), parse_colour(tint)) >= 4.5


@pytest.mark.parametrize("text", ["", "blue", "#12345", "#1f5fae;}", "\uff031f5fae"])
def test_wrong_accent_is_refused(text: str) -> None:
    """What is not a colour never reaches a style sheet."""
    with pytest.raises(GeneratorError, match="主色"):
        accent_css(text)
