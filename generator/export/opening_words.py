"""Opening hours (办公时间) in one cell of a table; the import reads them back."""

from collections.abc import Iterable

from generator.model.office import Hours


def hours_words(rows: Iterable[Hours]) -> str:
    """Write 周一至周五 09:00-12:00、13:30-17:30；周六 09:00-12:00（仅便民服务中心）."""
    return "；".join(_row(row) for row in rows)


def _row(row: Hours) -> str:
    note = f"（{row.note}）" if row.note else ""
    return f"{row.days} {'、'.join(row.open)}{note}"
