"""Public holidays and make-up working days (节假日和调休), as the site's settings say."""

from dataclasses import dataclass
from datetime import date

from generator.model.fields import Field, Shape

S = Shape

HOLIDAY = (
    Field("name", "节日", S.LINE, required=True, example="春节", help="节日的名称。"),
    Field(
        "from",
        "第一天",
        S.DATE,
        required=True,
        example="2027-02-06",
        help="放假的第一天。",
    ),
    Field(
        "to",
        "最后一天",
        S.DATE,
        help="放假的最后一天；只放一天的不用写。",
        example="2027-02-12",
    ),
)

WORKDAY = (
    Field(
        "on",
        "日期",
        S.DATE,
        required=True,
        example="2027-01-30",
        help="因调休要上班的那一天。",
    ),
    Field("name", "说明", S.LINE, help="例如春节调休。", example="春节调休"),
)


@dataclass(frozen=True, slots=True)
class Holiday:
    """Days off in a row, both ends included."""

    name: str
    first: date
    last: date


@dataclass(frozen=True, slots=True)
class DaysOff:
    """All holidays, and the weekend days on which offices work (调休上班)."""

    holidays: tuple[Holiday, ...] = ()
    workdays: tuple[date, ...] = ()
