"""The shell: Markdown becomes pages with working links, and never runs anything."""

import re
from pathlib import Path

import pytest

from generator.problems import GeneratorError
from generator.shell import Shell, build_shell
from tests.shell_samples import PROSE, SITE, THEME, labels


@pytest.fixture(scope="module")
def shell(tmp_path_factory: pytest.TempPathFactory) -> Shell:
    """Build the shell once."""
    return build_shell(SITE, PROSE, labels(), THEME, tmp_path_factory.mktemp("work"))


def page(shell: Shell, address: str) -> str:
    """Find one prose page."""
    return next(p.content.decode() for p in shell.pages if p.path == address)


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


def test_pictures_in_prose(tmp_path: Path) -> None:
    """A picture beside its page is published, and shown with its words."""
    prose = {"about/index.md": "# 题\n\n![第一步](step-1.png)\n"}
    shown = {"about/step-1.png": b"png"}
    shell = build_shell(SITE, prose, labels(), THEME, tmp_path, shown)
    html = shell.pages[0].content.decode()
    assert re.search(r'<img alt="第一步" src="step-1.png"', html)
    published = {file.path: file.content for file in shell.assets}
    assert published["about/step-1.png"] == b"png"


@pytest.mark.parametrize(
    ("markdown", "said"),
    [("![图](lost.png)", "找不到"), ("![ ](step-1.png)", "没有说明")],
)
def test_a_picture_that_cannot_be_shown_to_all(
    tmp_path: Path, markdown: str, said: str
) -> None:
    """A picture that is not there, or that says nothing to the blind, is refused."""
    prose = {"about/index.md": f"# 题\n\n{markdown}\n"}
    shown = {"about/step-1.png": b"png"}
    with pytest.raises(GeneratorError, match=said) as caught:
        build_shell(SITE, prose, labels(), THEME, tmp_path, shown)
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
