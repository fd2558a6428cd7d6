"""`qingdan search-eval`: how well the site's search answers a file of queries."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path

import click

from generator.cli.shared import sound, tell, with_day, with_form, with_root
from generator.evaluation import (
    Query,
    answer_all,
    as_json,
    as_text,
    judge,
    open_engine,
    read_queries,
)
from generator.history.changes import NOT_RECORDED
from generator.pipeline import find_theme, plan_of
from generator.search import build_search
from generator.site_model.findable import Findable
from generator.site_model.site import plan_site


@click.command(
    "search-eval", help="用一批查询测评网站的搜索：首位和前五答对多少，错在哪里。"
)
@click.argument("queries", metavar="查询文件.jsonl", type=click.Path(path_type=Path))
@with_root
@with_day
@click.option(
    "--failures",
    type=click.IntRange(0, 100_000),
    metavar="条数",
    default=20,
    show_default=True,
    help="最多列出多少条没有排在首位的查询。",
)
@with_form
def search_eval_command(
    queries: Path, root: Path, day: date, failures: int, form: str
) -> None:
    """Evaluate the search."""
    asked = read_queries(queries)
    findable = _findable(root, day)
    titles = {matter.id: matter.title for matter in findable.matters}
    _tell_hopeless(asked, titles)
    with open_engine(build_search(findable), find_theme(root)) as call:
        report = judge(asked, answer_all(call, asked))
    click.echo(
        as_json(report, failures)
        if form == "json"
        else as_text(report, titles, failures)
    )


def _findable(root: Path, day: date) -> Findable:
    examined = sound(root, day)
    return plan_site(plan_of(root, examined, day, NOT_RECORDED)).findable


def _tell_hopeless(queries: Sequence[Query], titles: dict[str, str]) -> None:
    """Tell which queries no search can answer here: none of their matters exists."""
    for query in queries:
        if not any(matter in titles for matter in query.accept):
            matters = "、".join(query.accept)
            tell(
                f"提醒: 第 {query.line} 行“{query.words}”要的事项本站都没有：{matters}"
            )
