"""`qingdan poster`: what a street hangs on its notice boards."""

from datetime import date
from pathlib import Path

import click

from generator.authoring.selecting import guess
from generator.cli.shared import folder, sound, tell, with_day, with_root
from generator.history.changes import NOT_RECORDED
from generator.loading.labels import read_labels
from generator.pipeline import find_theme, plan_of
from generator.problems import GeneratorError
from generator.publishing import write_file
from generator.rendering import render_sheet
from generator.site_model.posters import card_sheets, poster

_HOW = "用浏览器打开，按 A4 纸打印，缩放选 100%，边距选“无”。"
_NOTHING_ASKED = "没有做卡片：site_config.yml 的 most_asked 里没有这个街道公布的事项。"


@click.command(
    "poster", help="为一个街道做公告栏海报和事项卡片，带二维码，用 A4 纸打印。"
)
@click.argument("office", metavar="街道编号")
@with_root
@with_day
@click.option(
    "--out", type=folder, metavar="文件夹", help="放在哪里，默认 build/poster。"
)
def poster_command(office: str, root: Path, day: date, out: Path | None) -> None:
    """Write the poster of a street and the cards of what is asked most often."""
    examined = sound(root, day)
    theme = find_theme(root)
    labels = read_labels(theme, examined.loaded.settings.language)
    plan = plan_of(root, examined, day, NOT_RECORDED, labels)
    known = plan.catalog.offices
    if office not in known:
        heirs = [o.id for o in known.values() if office in o.succeeds]
        now = f"它已经由 {'、'.join(heirs)} 承接。" if heirs else guess(office, known)
        message = f"没有街道“{office}”。{now}"
        raise GeneratorError(message)
    made = {"poster": render_sheet(labels, theme, poster(plan, known[office]))}
    cards = card_sheets(plan, known[office])
    if cards.sheets:
        made["cards"] = render_sheet(labels, theme, cards)
    target = out or root / "build" / "poster"
    for name, html in made.items():
        path = target / f"{office}-{name}.html"
        write_file(path, html)
        click.echo(f"已写 {path}")
    if not cards.sheets:
        tell(_NOTHING_ASKED)
    tell(_HOW)
