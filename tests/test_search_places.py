"""Places in the query: a street for the answer, or what is asked for itself."""

from dataclasses import replace

import pytest

from tests.engines import FOUND, open_on
from tests.search_samples import MATTERS, SAMPLE, matter
from tests.spoken import SPOKEN, ask


@pytest.mark.parametrize(
    ("words", "street", "first"),
    [
        ("红光 低保", 0, "dibao"),
        ("低保 红光", 0, "dibao"),
        ("红光街道办低保电话", 0, "dibao"),
        ("红光街道办事处低保", 0, "dibao"),
        ("老红光镇低保", 0, "dibao"),
        ("紅光街道低保", 0, "dibao"),
        ("桃园社区老年证", 1, "card"),
        ("桃园村老年卡", 1, "card"),
        ("桃园 老年卡", 1, "card"),
        ("新桥结婚", 1, "marriage"),
        ("低保", -1, "dibao"),
        ("红光街道和新桥街道低保", 0, "dibao"),
        ("某某社区老年证", -1, "card"),
        ("某某街道低保", -1, "dibao"),
    ],
)
def test_a_place_in_the_query_sets_the_street(
    words: str, street: int, first: str
) -> None:
    """A street, its former name, its community; a place elsewhere is passed over."""
    found = ask(words)
    assert (found["street"], found["matters"][0]["id"]) == (street, first)


@pytest.mark.parametrize(
    "words",
    [
        "红光", "红光街道", "桃园社区", "请问红光街道办", "红光街道办电话",
        "桃园村地址", "红光街道办事处几点上班", "红光街道地址一下",
    ],
)  # fmt: skip
def test_a_place_alone_is_looked_for_itself(words: str) -> None:
    """Who types only a name, or asks for its address, wants the place and no matter."""
    found = ask(words)
    assert found["street"] == -1
    assert found["matters"] == []
    assert found["places"][0] in {"红光街道", "桃园社区"}


def test_a_word_for_an_address_may_be_that_of_a_matter() -> None:
    """What is written just so is an answer, for the street that was named."""
    found = ask("红光街道热线")
    assert (found["street"], found["matters"]) == (-1, [])
    hours = replace(SPOKEN, matters=(*MATTERS, matter("hours", "服务", "几点上班")))
    found = open_on(hours)(FOUND, "桃园社区几点上班", {})
    assert found["street"] == 1
    assert [hit["id"] for hit in found["matters"]] == ["hours"]
    assert found["places"][0] == "桃园社区"


def test_other_places_are_left_out_where_one_is_asked_for() -> None:
    """They share words like 街道 with it, and nobody asked for them."""
    assert ask("红光街道办电话")["places"] == ["红光街道"]
    assert "新桥街道" in ask("街道")["places"]


def test_a_unit_is_found_beside_a_word_for_its_address() -> None:
    """Its name is compared without that word."""
    assert ask("民政办公室地址")["places"] == ask("民政办公室")["places"]


def test_a_matter_that_has_the_name_of_a_place_is_found_by_it() -> None:
    """Every part of a title finds it, also one that is a community."""
    square = replace(SPOKEN, matters=(*MATTERS, matter("square", "桃园社区广场预约")))
    found = open_on(square)(FOUND, "桃园社区", {})
    assert [hit["id"] for hit in found["matters"]] == ["square"]
    assert found["places"][0] == "桃园社区"


def test_a_name_within_a_matter_is_no_place() -> None:
    """A shortened name that a title begins with sets no street."""
    lights = replace(SAMPLE, matters=(*MATTERS, matter("x", "红光照明设施报修")))
    assert open_on(lights)(FOUND, "红光照明")["street"] == -1


@pytest.mark.parametrize(
    ("words", "place"),
    [
        ("民政办公室", "公共服务办公室"),
        ("公共服务办公室", "公共服务办公室"),
        ("桃园村", "桃园社区"),
        ("社会救助暂行办法", "社会救助暂行办法"),
        ("怎么看清单", "怎么看清单"),
        ("taoyuan", "桃园社区"),
    ],
)
def test_places_are_found_by_all_their_names(words: str, place: str) -> None:
    """Units by their name-plates, communities by former names, documents, prose."""
    assert ask(words)["places"][0] == place
