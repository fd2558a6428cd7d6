"""A small district for the tests of the search: two streets, a dozen matters."""

from dataclasses import replace

from generator.site_model.findable import (
    Findable,
    FindableMatter,
    FindablePlace,
    Street,
    StreetAnswer,
)

BOTH = ("hongguang", "xinqiao")


def matter(
    matter_id: str,
    title: str,
    plain: str = "",
    *,
    keywords: tuple[str, ...] = (),
    names: tuple[str, ...] = (),
    category: str = "其他",
    offices: tuple[str, ...] = BOTH,
) -> FindableMatter:
    """Make a matter that streets handle themselves."""
    address = f"matters/{matter_id}.html"
    return FindableMatter(
        matter_id, title, plain, keywords, names, category, address,
        "街道办理", "ours", offices,
    )  # fmt: skip


def answer(one: FindableMatter, office: str, number: str, status: str) -> StreetAnswer:
    """Make a street's answer, with a phone that ends in a number."""
    address = f"offices/{office}/services/{one.id}.html"
    return StreetAnswer(
        one.id, address, "公共服务办公室", "办公楼二楼205",
        f"000-8800 {number}", f"tel:0008800{number}", one.answer, one.tone, status,
    )  # fmt: skip


MATTERS = (
    replace(
        matter("dibao", "最低生活保障申请", "申请低保",
               keywords=("吃低保", "困难补助"), category="社会救助"),
        audience=("困难群众",),
    ),
    replace(
        matter("dibao-stop", "最低生活保障金停发", category="社会救助"),
        audience=("困难群众",),
    ),
    matter("tekun", "特困人员认定", names=("最低生活保障科",), category="社会救助"),
    replace(
        matter("card", "老年人优待证办理", "办老年证", keywords=("老年卡",)),
        audience=("老年人",),
    ),
    matter("card-lost", "老年证遗失补办"),
    matter("old-school", "社区老年学校招生"),
    matter("bus", "公交乘车优惠", keywords=("老年证乘车",)),
    matter("noise", "社会生活噪声扰民处置", "邻居太吵"),
    matter("hotline", "12345热线HPV疫苗预约"),
    matter("birth", "生育登记", offices=("hongguang",)),
    matter("marriage", "婚姻登记", offices=("xinqiao",)),
    replace(
        matter("proof", "低保证明", "开低保证明", category="证明"),
        answer="不用开", tone="not-needed",
    ),
    matter("markup", "<img src=x onerror=alert(1)>登记簿</script>"),
)  # fmt: skip

PLACES = (
    FindablePlace(
        "office", "红光街道", ("老红光镇",), "hongguang",
        "offices/hongguang.html", "光明路1号", "000-8800 1999", "tel:00088001999",
    ),
    FindablePlace(
        "office", "新桥街道", (), "xinqiao", "offices/xinqiao.html", "新桥路2号",
    ),
    FindablePlace(
        "unit", "公共服务办公室", ("民政办公室",), "hongguang",
        "offices/hongguang.html#service", "红光街道",
    ),
    FindablePlace(
        "community", "桃园社区", ("桃园村",), "xinqiao",
        "offices/xinqiao.html#taoyuan", "新桥街道",
    ),
    FindablePlace(
        "basis", "社会救助暂行办法", (), "", "matters/dibao.html", "国务院令第649号",
    ),
    FindablePlace("page", "怎么看清单", (), "", "about/how.html", ""),
)  # fmt: skip


def street(office: str, name: str, digit: int) -> Street:
    """Make a street that answers to all its matters; stopping 低保 has ended."""
    answers = tuple(
        answer(
            one, office, f"{digit}{at:03}",
            "ended" if one.id == "dibao-stop" else "in-force",
        )
        for at, one in enumerate(MATTERS)
        if office in one.offices
    )  # fmt: skip
    return Street(office, name, ("周一至周五 09:00-17:00",), answers)


STREETS = (street("hongguang", "红光街道", 1), street("xinqiao", "新桥街道", 2))
SAMPLE = Findable(MATTERS, STREETS, PLACES)
