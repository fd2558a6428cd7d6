"""The site's own colour (主色), made legible on light and on dark ground."""

import re

from generator.problems import GeneratorError

Colour = tuple[int, int, int]

WHITE: Colour = (255, 255, 255)
BLACK: Colour = (0, 0, 0)
LIGHT_GROUND: Colour = (238, 241, 245)
DARK_GROUND: Colour = (35, 43, 54)
TEXT_CONTRAST = 4.6
DARK_CONTRAST = 6.5
# Below this share of full light the sRGB curve is a straight line.
LINEAR = 0.03928

_HEX = re.compile(r"#([0-9a-fA-F]{3}|[0-9a-fA-F]{6})")
_DARK = """\
@media (prefers-color-scheme:dark){:root:not([data-theme=light]){%s}}
:root[data-theme=dark]{%s}
"""


def accent_css(accent: str) -> str:
    """Write the style sheet that carries the colour, for both schemes.

    Raises GeneratorError where the text is not a colour like `#1f5fae`.
    """
    colour = parse_colour(accent)
    band = _until_legible(colour, WHITE, BLACK)
    link = _until_legible(colour, LIGHT_GROUND, BLACK)
    light = _declare(band, link, mix(link, WHITE, 0.92))
    bright = _until_legible(colour, DARK_GROUND, WHITE, DARK_CONTRAST)
    dim = _until_legible(mix(colour, BLACK, 0.35), WHITE, BLACK)
    dark = _declare(dim, bright, mix(bright, DARK_GROUND, 0.86))
    return f":root{{{light}}}\n{_DARK % (dark, dark)}"


def parse_colour(text: str) -> Colour:
    """Read `#rgb` or `#rrggbb` into red, green and blue from 0 to 255."""
    match = _HEX.fullmatch(text.strip())
    if match is None:
        message = f"site_config.yml 的主色“{text}”不是颜色，请写成 #1f5fae 这样。"
        raise GeneratorError(message)
    digits = match.group(1)
    if len(digits) == len("rgb"):
        digits = "".join(digit * 2 for digit in digits)
    return int(digits[:2], 16), int(digits[2:4], 16), int(digits[4:], 16)


def contrast(one: Colour, other: Colour) -> float:
    """Compute the contrast ratio of two colours as WCAG defines it, 1 to 21."""
    lights = sorted((_luminance(one), _luminance(other)))
    return (lights[1] + 0.05) / (lights[0] + 0.05)


def mix(colour: Colour, other: Colour, share: float) -> Colour:
    """Mix `share` of the other colour into a colour."""
    red, green, blue = (
        round(a + (b - a) * share) for a, b in zip(colour, other, strict=True)
    )
    return red, green, blue


def _until_legible(
    colour: Colour, ground: Colour, toward: Colour, enough: float = TEXT_CONTRAST
) -> Colour:
    """Move a colour towards black or white until text in it can be read."""
    for step in range(21):
        moved = mix(colour, toward, step / 20)
        if contrast(moved, ground) >= enough:
            return moved
    return toward


def _luminance(colour: Colour) -> float:
    shares = [value / 255 for value in colour]
    red, green, blue = (
        share / 12.92 if share <= LINEAR else ((share + 0.055) / 1.055) ** 2.4
        for share in shares
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _declare(band: Colour, link: Colour, tint: Colour) -> str:
    named = (("band", band), ("link", link), ("tint", tint))
    return ";".join("--{}:#{:02x}{:02x}{:02x}".format(n, *c) for n, c in named)
