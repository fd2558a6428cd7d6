"""Show a report: as text for people, as JSON for programs."""

import json
from collections.abc import Iterator, Mapping

from generator.evaluation.judging import Judged, Report, Score

Titles = Mapping[str, str]


def as_text(report: Report, titles: Titles, failures: int) -> str:
    """Say the scores and at most so many failures; `titles` are by matter id."""
    return "\n".join(
        [*_scores(report), *_streets(report), *_failures(report, titles, failures)]
    )


def as_json(report: Report, failures: int) -> str:
    """Say the same as a JSON object."""
    streets = report.with_street
    failed = report.failures
    value = {
        **_score(report.overall),
        "types": {kind: _score(score) for kind, score in report.by_kind.items()},
        "streets": {
            "asked": len(streets),
            "right": sum(not one.is_astray for one in streets),
        },
        "failed": len(failed),
        "failures": [_failure(one) for one in failed[:failures]],
    }
    return json.dumps(value, ensure_ascii=False, indent=2)


def _score(score: Score) -> dict[str, int | float]:
    return {
        "queries": score.asked,
        "first": score.first,
        "five": score.five,
        "success@1": round(score.success_at_1, 4),
        "success@5": round(score.success_at_5, 4),
    }


def _failure(judged: Judged) -> dict[str, object]:
    query, answer = judged.query, judged.answer
    hits = [
        {"id": hit.id, "title": hit.title, "wording": hit.wording}
        for hit in answer.hits
    ]
    found: dict[str, object] = {
        "line": query.line,
        "query": query.words,
        "type": query.kind,
        "accept": query.accept,
        "rank": judged.rank or None,
        "hits": hits,
    }
    if query.street:
        found |= {"street": query.street, "street_set": answer.street or None}
    return found


def _scores(report: Report) -> Iterator[str]:
    yield "success@1（首位）   success@5（前五）   类型"
    rows = {"合计": report.overall, **report.by_kind}
    for kind, score in rows.items():
        first = _part(score.first, score.asked)
        yield f"{first}   {_part(score.five, score.asked)}   {kind}"


def _part(number: int, asked: int) -> str:
    return f"{f'{number}/{asked}':>9} {number / asked:7.1%}"


def _streets(report: Report) -> Iterator[str]:
    asked = report.with_street
    if asked:
        right = sum(not one.is_astray for one in asked)
        yield f"\n应认出街道的查询 {len(asked)} 条，认对 {right} 条。"


def _failures(report: Report, titles: Titles, most: int) -> Iterator[str]:
    failed = report.failures
    if not failed:
        yield "\n每条查询都排在首位。"
        return
    shown = failed[:most]
    left = f"，下面是前 {len(shown)} 条" if len(shown) < len(failed) else ""
    end = f"{left}：" if shown else "。"
    yield f"\n没有排在首位或认错街道的 {len(failed)} 条{end}"
    for one in shown:
        yield from _told(one, titles)


def _told(one: Judged, titles: Titles) -> Iterator[str]:
    query, answer = one.query, one.answer
    place = f"第 {one.rank} 位" if one.rank else "前五没有"
    yield f"\n第 {query.line} 行 {query.words}（{query.kind}，{place}）"
    accepted = "、".join(
        f"{titles.get(id_, '没有这个事项')} {id_}" for id_ in query.accept
    )
    yield f"  应得 {accepted}"
    if answer.hits and one.rank != 1:
        hit = answer.hits[0]
        by = f"，凭“{hit.wording}”" if hit.wording else ""
        yield f"  首位 {hit.title} {hit.id}{by}"
    if not answer.hits:
        yield "  什么都没有找到"
    if one.is_astray:
        yield f"  街道应是 {query.street}，却认成 {answer.street or '没有'}"
