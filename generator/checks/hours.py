"""Opening hours: whether pages can say from them that an office is open."""

from collections.abc import Iterator

from generator.checks.checked import Checked, at
from generator.model.fields import records_of, text_of
from generator.problems import Problem, Severity
from generator.resolution.open_days import is_clear, read_days


def hours_are_clear(checked: Checked) -> Iterator[Problem]:
    """At least one row of an office's hours holds for all of it, on known weekdays.

    A special row (逢赶集日) beside a clear one is fine: it is shown as it is written.
    """
    for office in checked.catalog.offices.values():
        path = f"content/offices/{office.id}.yml"
        if not office.hours or path in checked.broken or is_clear(office):
            continue
        rows = records_of(office.record, "hours")
        unread = next((r for r in rows if not read_days(text_of(r, "days"))), None)
        if unread is not None:
            days = text_of(unread, "days")
            yield at(
                unread,
                "days",
                "unclear-hours",
                f"办公时间的“{days}”看不出是星期几，网页没法说现在开着还是关着。",
                "请写 周一至周五、周六、工作日 或 每天。",
                Severity.REMINDER,
            )
        elif rows:
            yield at(
                rows[0],
                "note",
                "unclear-hours",
                "每一行办公时间都有备注，看不出平时什么时候开门，网页没法说现在开着还是关着。",
                "请把平时的时间写成没有备注的一行。",
                Severity.REMINDER,
            )
