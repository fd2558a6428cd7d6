"""Names of legal documents as real tables write them: read where sure, else left."""

import pytest

from generator.model.fields import Record, Value
from generator.site_model.citations import citations

LAW = "安徽省实施中华人民共和国城市居民委员会组织法办法"


def read(value: Value) -> list[tuple[str, str]]:
    """Name and articles of every document."""
    return [(found.name, found.articles) for found in citations(value)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("《社会救助暂行办法》第十条", [("《社会救助暂行办法》", "第十条")]),
        (
            "【法律】《土地法》（2018年修正）\n第二十八条 承包期内，发包方不得收回",
            [("《土地法》", "（2018年修正）第二十八条")],
        ),
        (
            "《天然气条例》(2019年修订)第六十条第一款第一项",
            [("《天然气条例》", "(2019年修订)第六十条第一款第一项")],
        ),
        (
            "《甲法》第十条 二、《乙法》第一、二、三项，《丙法》第（一）、（二）项和第五条之一及其他",
            [
                ("《甲法》", "第十条"),
                ("《乙法》", "第一、二、三项"),
                ("《丙法》", "第（一）、（二）项和第五条之一"),
            ],
        ),
        ("《甲法》第三条；《甲法》第九条", [("《甲法》", "第三条；第九条")]),
        ("《甲法》第三条、《甲法》第三条", [("《甲法》", "第三条")]),
        ("《甲法》第一条和《中华人民共和国甲法》", [("《甲法》", "第一条")]),
        ("《养老 机构\n管理办法》", [("《养老机构管理办法》", "")]),
        ("《灯会办法》<试行>第3条", [("《灯会办法》", "")]),
        ("《甲法》第一批次", [("《甲法》", "")]),
        ("社会救助暂行办法第十条", []),
        ("《》《 》", []),
        ("", []),
    ],
)
def test_names_and_articles(text: str, expected: list[tuple[str, str]]) -> None:
    """Names stand between brackets, articles right behind them, as published."""
    assert read(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "《安徽省实施〈中华人民共和国城市居民委员会组织法〉办法》第三条",
        "《安徽省实施〈中华人民共和国城市居民委员会组织法〉 办法》第三条",
        "《安徽省实施《中华人民共和国城市居民委员会组织法》办法》第三条",
        "《安徽省实施《中华人民共和国城市居民委员会组织法〉办法》第三条",
        "《安徽省实施〈中华人民共和国城市居民委员会组织法》办法》第三条",
        "《安徽省实施〈中华人民共和国城市居民委员会组织法) 办法》第三条",
        "《安徽省实施〈中华人民共和国城市居民委员会组织法办法》第三条",
        "《安徽省實施〈中華人民共和國城市居民委員會組織法〉辦法》第三条",
    ],
)
def test_one_document_however_its_brackets_fare(text: str) -> None:
    """Seven ways in which real tables write one name, and traditional characters."""
    (found,) = citations(text)
    assert (found.key, found.articles) == (LAW, "第三条")


@pytest.mark.parametrize(
    ("text", "keys"),
    [
        ("《甲法第三条\n《乙法》第四条", ["乙法"]),
        ("《甲法第三条《乙法》第四条", []),
        ("《甲法第三条", []),
        ("〉甲法》《乙法》", ["乙法"]),
        ("《关于印发〈甲〉〈乙〉的通知》、《丙》", ["关于印发甲乙的通知", "丙"]),
        ("《关于印发〈甲〈乙》第一条", ["关于印发甲乙"]),
        ("《关于印发〉甲》", ["关于印发甲"]),
    ],
)
def test_a_name_without_end_is_left_alone(text: str, keys: list[str]) -> None:
    """A half that is missing makes the rest of its line doubtful, and no more."""
    assert [found.key for found in citations(text)] == keys


def test_stated_documents() -> None:
    """A field for the document needs no brackets; its articles are verbatim."""
    value = (
        Record({"document": "老年人权益保障法", "article": "附件二"}),
        Record({"document": "《甲法》（2018年修正）", "article": "第三条、附件"}),
        Record({"document": "《乙法》、《丙法》", "article": "第一条"}),
        Record({"document": "——"}),
        "《丁法》第九条",
    )
    assert read(value) == [
        ("老年人权益保障法", "附件二"),
        ("《甲法》", "（2018年修正）第三条、附件"),
        ("《乙法》", ""),
        ("《丙法》", "第一条"),
        ("《丁法》", "第九条"),
    ]


@pytest.mark.parametrize("value", [None, 3, Record({"document": "《甲法》"})])
def test_what_is_no_basis(value: Value) -> None:
    """A value of another shape names nothing."""
    assert citations(value) == ()
