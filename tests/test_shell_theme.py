"""The shell: assets come from the site, colours are legible, a broken theme is refused."""

import re
import shutil
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.problems import GeneratorError
from generator.shell import Shell, build_shell
from generator.shell.accent import accent_css, contrast, parse_colour
from generator.site_model.parts import Head
from tests.shell_samples import PROSE, SITE, THEME, labels


@pytest.fixture(scope="module")
def shell(tmp_path_factory: pytest.TempPathFactory) -> Shell:
    """Build the shell once."""
    return build_shell(SITE, PROSE, labels(), THEME, tmp_path_factory.mktemp("work"))


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
