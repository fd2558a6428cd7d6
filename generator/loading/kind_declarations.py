"""The kinds of lists that ship, and what `site_config.yml` adds to them."""

from collections.abc import Iterable
from importlib.resources import files

from generator.loading.reading import Reading
from generator.loading.records import by_name, read_record
from generator.loading.yaml_source import parse
from generator.model.fields import (
    Field,
    Nature,
    Record,
    Shape,
    records_of,
    text_of,
    words_of,
)
from generator.model.kinds import TONES, Answer, Kind
from generator.problems import GeneratorError, Problem

S = Shape
_SHAPES = tuple(shape.value for shape in Shape)
_NATURES = tuple(nature.value for nature in Nature)
_LEAF = (
    Field(
        "name",
        "字段名",
        S.LINE,
        required=True,
        help="文件里写的字段名，用小写英文和下划线。",
        example="price",
    ),
    Field(
        "label",
        "中文名",
        S.LINE,
        required=True,
        help="显示给居民的名称。",
        example="价格",
    ),
    Field(
        "shape",
        "形式",
        S.CHOICE,
        required=True,
        choices=_SHAPES,
        help="值写成什么样子。",
    ),
    Field(
        "nature",
        "性质",
        S.CHOICE,
        choices=_NATURES,
        help="改了要不要新建一版；联系方式不用。",
    ),
    Field(
        "help",
        "填写说明",
        S.LINE,
        help="给填写的人看的一句话。",
        example="照收费公示牌写。",
    ),
    Field("example", "例子", S.LINE, help="给填写的人看的例子。", example="20元"),
    Field(
        "choices",
        "可选值",
        S.WORDS,
        help="只能从这些里面选的，写在这里。",
        example="[一次性, 按月]",
    ),
    Field(
        "required",
        "必填",
        S.CHOICE,
        choices=("true", "false"),
        help="写 true，就每一项都要填。",
    ),
    Field(
        "or_text",
        "也可写文字",
        S.CHOICE,
        choices=("true", "false"),
        help="写 true，就也可以只写一段文字。",
    ),
)
FIELD = (
    *_LEAF,
    Field("parts", "组成", S.RECORDS, parts=_LEAF, help="这个字段由哪几部分组成。"),
)
ANSWER = (
    Field(
        "id",
        "编号",
        S.ID,
        required=True,
        help="小写拼音或英文；清单类型的回答写的就是它。",
        example="charged",
    ),
    Field(
        "label",
        "短语",
        S.LINE,
        required=True,
        help="网页上的短语。",
        example="收费公示",
    ),
    Field(
        "tone",
        "口气",
        S.CHOICE,
        required=True,
        choices=TONES,
        help="决定网页上标签的颜色。",
    ),
    Field(
        "sentence",
        "一句话",
        S.LINE,
        required=True,
        help="告诉居民的一句话。",
        example="这里写明收费。",
    ),
)
KIND = (
    Field(
        "id",
        "编号",
        S.ID,
        required=True,
        help="小写拼音或英文；清单文件的类型写的就是它。",
        example="charge",
    ),
    Field("label", "名称", S.LINE, help="这类清单的名称。", example="收费清单"),
    Field(
        "answer",
        "回答",
        S.LINE,
        help="网页怎样回答居民，写回答的编号。",
        example="charged",
    ),
    Field(
        "expects",
        "应有的字段",
        S.WORDS,
        help="居民最需要的字段；没有填会提醒。",
        example="[price]",
    ),
    Field(
        "table",
        "表格的列",
        S.WORDS,
        help="清单页的表格有哪几列，写字段名。",
        example="[price]",
    ),
    Field("fields", "字段", S.RECORDS, parts=FIELD, help="这类清单另有的字段。"),
)
DECLARATION = (
    Field("answers", "回答", S.RECORDS, parts=ANSWER, help="增加网页回答居民的说法。"),
    Field(
        "fields", "共有字段", S.RECORDS, parts=FIELD, help="增加各类清单都有的字段。"
    ),
    Field("kinds", "清单类型", S.RECORDS, parts=KIND, help="增加或修改清单的类型。"),
)


def shipped_kinds() -> Record:
    """Read the kinds that ship with the program; they are checked like any content."""
    path = "generator/loading/kinds.yml"
    text = files("generator.loading").joinpath("kinds.yml").read_text("utf-8")
    problems: list[Problem] = []
    reading = Reading(path, problems, {})
    root = parse(path, text, problems).root
    record = (
        read_record(reading, root, by_name(DECLARATION), "类型文件") if root else None
    )
    if record is None or problems:
        message = f"{path} 有错误：{problems[0].sentence if problems else '空文件'}"
        raise GeneratorError(message)
    return record


def merge_kinds(shipped: Record, own: Record, reading: Reading) -> dict[str, Kind]:
    """Join declarations: a kind or field named again is changed, a new one added."""
    both = (shipped, own)
    answers = {
        text_of(a, "id"): Answer(
            text_of(a, "id"),
            text_of(a, "label"),
            text_of(a, "tone"),
            text_of(a, "sentence"),
        )
        for record in both
        for a in records_of(record, "answers")
    }
    core = _fields(f for record in both for f in records_of(record, "fields"))
    kinds: dict[str, Kind] = {}
    for record in both:
        for kind in records_of(record, "kinds"):
            name = text_of(kind, "id")
            old = kinds.get(name)
            answer = answers.get(text_of(kind, "answer"), old.answer if old else None)
            if answer is None:
                reading.at(
                    kind,
                    "answer",
                    "bad-choice",
                    f"类型“{name}”没有写它回答什么。",
                    "回答（answer）可以写：" + "、".join(answers) + "。",
                )
                continue
            kinds[name] = Kind(
                id=name,
                label=text_of(kind, "label") or (old.label if old else name),
                answer=answer,
                fields=_remarks_last(
                    core
                    | (dict(old.fields) if old else {})
                    | _fields(records_of(kind, "fields"))
                ),
                expects=words_of(kind, "expects") or (old.expects if old else ()),
                table=words_of(kind, "table") or (old.table if old else ()),
            )
    return kinds


def _remarks_last(fields: dict[str, Field]) -> dict[str, Field]:
    """Put remarks (备注) behind all other fields, as the last column of every table."""
    if "note" in fields:
        fields["note"] = fields.pop("note")
    return fields


def _fields(records: Iterable[Record]) -> dict[str, Field]:
    return {field.name: field for field in map(_field, records)}


def _field(record: Record) -> Field:
    return Field(
        name=text_of(record, "name"),
        label=text_of(record, "label"),
        shape=Shape(text_of(record, "shape") or "line"),
        required=text_of(record, "required") == "true",
        nature=Nature(text_of(record, "nature") or "substance"),
        or_text=text_of(record, "or_text") == "true",
        choices=words_of(record, "choices"),
        parts=tuple(_field(part) for part in records_of(record, "parts")),
        help=text_of(record, "help"),
        example=text_of(record, "example"),
    )
