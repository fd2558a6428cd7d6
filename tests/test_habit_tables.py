"""Tables after the habits of different cities come out with every cell in its place."""

from collections.abc import Callable
from functools import cache

import pytest

from generator.loading.load import load
from generator.settings import Settings
from generator.tables import open_tables
from generator.understanding.understand import understand
from generator.understanding.understood import Plain, Subject, Understood
from tests import habit_files as files
from tests import habit_tables as tables
from tests import habit_tables_more as more
from tests.accept import SAMPLE
from tests.ugly import Table
from tests.ugly_files import WRITERS

LAW = "【法律】《中华人民共和国人口法》（2021年修正）\n第十八条 国家提倡适龄婚育。"


@cache
def declared() -> Settings:
    """Read the kinds and fields as the sample declares them."""
    return load(SAMPLE).settings


def read(name: str, data: bytes, sheet: str = "") -> Understood:
    """Understand a file."""
    return understand(open_tables(name, data), declared(), sheet=sheet)


def values(understood: Understood, *fields: str) -> list[tuple[Plain, ...]]:
    """Give some fields of every row."""
    return [tuple(row.values.get(f) for f in fields) for row in understood.rows]


@pytest.fixture(params=["a.xlsx", "c.docx", "f.html"])
def written(request: pytest.FixtureRequest) -> Callable[[Table], Understood]:
    """Write a table as each kind of file that has merged cells, and understand it."""
    name: str = request.param
    return lambda table: read(name, WRITERS[name](table))


Written = Callable[[Table], Understood]


def test_powers_and_duties(written: Written) -> None:
    """Sub-items are items, the item above them their category; texts stay whole."""
    found = written(tables.powers_and_duties())
    assert found.kind
    assert found.kind.id == "power"
    assert found.heading.title == "梅岭街道办事处权力清单和责任清单"
    assert values(found, "code", "category", "title") == [
        ("QR-0501", "计划生育证明的核发", "1.生育登记服务"),
        ("QR-0501", "计划生育证明的核发", "2.再生育审批"),
        ("JC-0812", None, "对辖区内树木管护的检查"),
    ]
    first, second, third = found.rows
    assert first.values["number"] == "1"
    assert first.values["basis"] == LAW
    assert first.values["responsibility"] == tables.DUTIES
    assert first.values["liability"] == tables.LIABILITY
    assert second.values["note"] == "含变更"
    assert third.values["unit"] == "平安法治办公室"
    assert "第二十二条：树木" in str(third.values["basis"])


def test_street_duties(written: Written) -> None:
    """Sections become categories without their counts; a note is no matter."""
    found = written(tables.street_duties())
    assert found.kind
    assert found.kind.id == "assist"
    assert values(found, "category", "title", "lead_department") == [
        ("经济发展", "经济普查", "区统计局"),
        ("经济发展", "招商引资项目落地", "区投资促进局、区发展改革委"),
        ("民生服务", "适龄儿童控辍保学", "区教育局"),
    ]
    assert found.rows[0].values["street_duty"] == "1.选调普查员；\n2.开展入户登记。"


def test_certificates(written: Written) -> None:
    """What is done instead has many names; the title stands below 附件."""
    found = written(tables.certificates())
    assert found.kind
    assert found.kind.id == "no-certificate"
    assert values(found, "title", "instead")[1] == (
        "居民养犬证明",
        "凭身份证和房产证明直接办理。",
    )


def test_guides(written: Written) -> None:
    """Days get their unit from the heading, each phone its place."""
    found = written(tables.guides())
    assert found.kind
    assert found.kind.id == "service"
    first, second = found.rows
    assert first.values["time_limit"] == {
        "legal": "20个工作日",
        "promised": "5个工作日",
    }
    assert first.values["materials"] == ["身份证", "户口簿", "银行卡复印件"]
    assert first.values["steps"] == ["申请", "受理", "审核", "发放"]
    assert "办公时间：周一至周五 9:00-12:00，13:30-17:30" in str(first.values["note"])
    assert second.values["hotline"] == "000-88001235"
    assert "000-88001236" in str(second.values["note"])
    assert second.values["steps"] == ["申请", "受理", "登记"]
    assert any("2 个号码" in remark.sentence for remark in found.remarks)


def test_boundaries(written: Written) -> None:
    """Several departments of one matter stay together, each with its duty."""
    found = written(more.boundaries())
    assert found.kind
    assert found.kind.id == "boundary"
    first = found.rows[0].values
    assert (first["title"], first["category"]) == ("渣土运输管理", "城市管理")
    assert len(found.rows) == 3
    for text in ("区城管局（牵头）", "区公安分局", "区住建局", "督促工地落实冲洗。"):
        assert text in str(first)
    assert first["street_duty"] == "发现违规运输及时上报；协助疏导。"


def test_delegated(written: Written) -> None:
    """Names broken in the middle are joined; the day stands in the remark below."""
    found = written(more.delegated())
    assert found.kind
    assert found.kind.id == "power"
    assert found.heading.document == "某府办〔2026〕5号"
    assert found.heading.effective == "2026-04-01"
    assert values(found, "number", "title", "street_scope") == [
        ("1", "对天然气用户无正当理由拒绝入户安全检查的行政处罚", "各街道办事处"),
        ("2", "对损坏城市树木花草的行政处罚", "各街道办事处"),
    ]
    assert "实施方式：委托执法" in str(found.rows[1].values)


def test_phone_book(written: Written) -> None:
    """Every person has a row of their own, below the unit that is merged."""
    found = written(more.phone_book())
    assert found.subject is Subject.CONTACTS
    assert values(found, "name", "person", "post", "phone", "place")[:3] == [
        ("领导班子", "甲某某", "党工委书记", "000-88002001", "601"),
        ("领导班子", "乙某某", "办事处主任", "000-88002002", "602"),
        ("党政办公室", "丙某某", "主任", "000-88002010", "501"),
    ]
    assert found.rows[4].values["name"] == "社区建设办公室"


def test_shared_work(written: Written) -> None:
    """A matter with its unit, the first in charge; the second's name stays out of notes."""
    found = written(more.shared_work())
    assert values(found, "title", "unit", "hotline")[2] == (
        "物业矛盾调处",
        "社区建设办",
        "000-88002041",
    )
    assert found.rows[0].cells["people"].endswith("B角：乙某某\n分管领导：丙某某")
    assert "乙某某" not in str(found.rows[0].values)
    assert any(r.place.heading.endswith("B角") for r in found.remarks)


def test_communities(written: Written) -> None:
    """Communities with their codes; counts are no floats, the sum no community."""
    found = written(more.communities())
    assert found.subject is Subject.COMMUNITIES
    assert values(found, "name", "code", "grids")[2] == (
        "绿洲家园（西）社区居委会",
        "990101009002",
        "6",
    )
    assert len(found.rows) == 3


def test_a_guide_with_its_headings_in_a_column(written: Written) -> None:
    """One matter as a page, its fields below each other."""
    found = written(more.guide_page())
    (row,) = found.rows
    assert row.values["title"] == "城乡居民养老保险参保登记"
    assert row.values["unit"] == "劳动保障事务所"
    assert "云门街道办事处" in str(row.values)
    assert row.values["hotline"] == "000-88002050"
    assert row.values["materials"] == ["身份证", "户口簿"]
    assert any("竖" in remark.sentence for remark in found.remarks)


def test_a_form_with_two_fields_in_a_row(written: Written) -> None:
    """Names and values side by side, twice in a row."""
    (row,) = written(more.guide_form()).rows
    assert row.values["title"] == "临时占用绿地备案"
    assert row.values["code"] == "000725010000"
    assert row.values["time_limit"] == {"legal": "20个工作日", "promised": "5个工作日"}
    assert row.values["basis"] == [
        {"document": "《城市绿化条例》", "article": "第十九条"}
    ]


def test_a_page_called_xls() -> None:
    """The content decides, whatever the name says."""
    found = read("export.xls", files.page_called_xls())
    assert values(found, "number", "title", "unit", "time_limit") == [
        ("1", "城乡医疗救助", "社会事务办", "15个工作日"),
        ("2", "临时救助（急难型）", "社会事务办", "当日"),
    ]
    assert values(read("a.txt", files.text_in_columns()), "title", "unit") == values(
        found, "title", "unit"
    )


def test_a_page_made_of_tables() -> None:
    """Menus are left; what stands above the table in the article is its heading."""
    found = read("page.html", files.nested_page())
    assert found.heading.title == "云门街道权力清单（2026年版）"
    assert found.heading.effective == "2026-04-01"
    assert values(found, "title", "power_type", "enforcing_body")[1] == (
        "对乱倒垃圾的处罚",
        "行政处罚",
        "街道办事处",
    )
    assert len(found.left) == 2


def test_three_lists_in_one_document() -> None:
    """One list is read; the others are named, and can be asked for by that name."""
    data = files.three_lists()
    kinds = {}
    for number in range(1, 4):
        found = read("three.docx", data, f"第 {number} 个表格")
        assert found.kind
        kinds[found.kind.id] = [row.values["title"] for row in found.rows]
        assert found.heading.effective == "2026-05-01"
    assert kinds == {
        "basic": [
            "加强党的全面领导，落实党建工作责任。",
            "发展党员。",
            "开展矛盾纠纷排查化解。",
        ],
        "assist": ["经济普查"],
        "withdrawn": ["对房屋进行安全鉴定", "发放老年人意外险"],
    }
    left = " ".join(read("three.docx", data).left)
    assert "--sheet" in left
    assert "第 3 个表格" in left
