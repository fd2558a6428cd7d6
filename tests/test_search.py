"""The search files: what they hold, how they are divided, what they cost."""

import json
import time
from dataclasses import replace
from typing import Any

from generator.search import build_search
from generator.search.build import AT_FIRST
from generator.site_model.findable import Findable, FindableMatter, Street, StreetAnswer
from tests.engines import FOUND, demo, open_on
from tests.search_samples import MATTERS, SAMPLE, STREETS, matter

CITY = 260


def read(content: bytes, opening: str) -> Any:  # noqa: ANN401 - JSON holds anything
    """Read the value that a script assigns, up to the end of its line."""
    text = content.decode("utf-8")
    start = text.index(opening) + len(opening)
    return json.loads(text[start:].split("\n")[0].removesuffix(";"))


def files_of(findable: Findable) -> dict[str, bytes]:
    """Build the search files, by path."""
    return {file.path: file.content for file in build_search(findable)}


def index_of(findable: Findable) -> Any:  # noqa: ANN401 - JSON holds anything
    """Build and read the common index."""
    return read(files_of(findable)["search/index.js"], "qingdan.index = ")


def test_the_same_matters_give_the_same_bytes() -> None:
    """Built twice, no byte differs."""
    assert list(build_search(SAMPLE)) == list(build_search(SAMPLE))
    assert list(build_search(demo())) == list(build_search(demo()))


def test_there_is_an_index_what_follows_and_a_file_per_street() -> None:
    """The browser loads one file before the first answer."""
    streets = [f"search/streets/{street.id}.js" for street in STREETS]
    common = ["search/index.js", "search/more.js", "search/choose.js"]
    assert list(files_of(SAMPLE)) == [*common, *streets]


def test_scripts_are_plain_utf8_and_safe_inside_a_page() -> None:
    """Nothing in a title can end a script, and Chinese is not escaped."""
    odd = matter(
        "odd", "行\u2028分\u2029隔</script>证", keywords=("甲|乙", "</script>")
    )
    findable = replace(
        SAMPLE,
        matters=(*MATTERS, odd),
        terms=(("</script>", ("\u2028",)),),
        ignore=("</script>",),
    )
    files = files_of(findable)
    assert "最低生活保障申请".encode() in files["search/index.js"]
    for path, content in files.items():
        for forbidden in ("</", "\u2028", "\u2029"):
            assert forbidden.encode() not in content, path
    rows = {row[0]: row for row in index_of(findable)["matters"]["rows"]}
    assert rows["odd"][1] == odd.title
    assert rows["odd"][3] == "甲 乙|</script>"


def test_a_street_says_every_contact_once_and_every_answer() -> None:
    """A street's script has a row per answer and shares what repeats."""
    street = read(files_of(SAMPLE)["search/streets/xinqiao.js"], '["xinqiao"] = ')
    assert street["rows"][0] == ["dibao", "services/dibao", 0, 0]
    assert street["rows"][1] == ["dibao-stop", "services/dibao-stop", 1, 0, "ended"]
    assert street["answers"] == [["街道办理", "ours"], ["不用开", "not-needed"]]
    assert street["hours"] == list(STREETS[1].hours)
    assert len(street["rows"]) == len(STREETS[1].answers)
    assert street["contacts"][0][2:] == ["000-8800 2000", "tel:00088002000"]
    assert "matters" not in street


def test_answers_that_reach_the_same_unit_share_a_contact() -> None:
    """What 500 answers repeat is written once."""
    one, two = STREETS[0].answers[:2]
    street = replace(
        STREETS[0], answers=(one, replace(two, phone=one.phone, tel=one.tel))
    )
    files = files_of(replace(SAMPLE, streets=(street,)))
    value = read(files["search/streets/hongguang.js"], '["hongguang"] = ')
    assert len(value["contacts"]) == 1
    assert [row[2] for row in value["rows"]] == [0, 0]


def test_an_address_that_is_not_below_the_street_is_kept_whole() -> None:
    """A matter may be told on a page of its own."""
    moved = replace(STREETS[0].answers[0], address="matters/dibao.html")
    street = replace(STREETS[0], answers=(moved,))
    files = files_of(replace(SAMPLE, streets=(street,)))
    value = read(files["search/streets/hongguang.js"], '["hongguang"] = ')
    assert value["rows"][0][1] == "matters/dibao.html"


def test_a_matter_row_names_the_only_street_and_an_unusual_address() -> None:
    """What is usual is left out of a row."""
    moved = replace(MATTERS[0], address="elsewhere.html", applied=True)
    table = index_of(replace(SAMPLE, matters=(moved, *MATTERS[1:])))["matters"]
    rows = {row[0]: row for row in table["rows"]}
    only = [rows[one][6] for one in ("birth", "marriage", "dibao")]
    assert only == [0, 1, -1]
    assert [rows[one][8] for one in ("birth", "dibao")] == [1, 2]
    assert rows["dibao"][9:] == [[0], 1, "elsewhere.html"]
    assert table["audiences"][0] == "困难群众"
    assert rows["birth"][9:] == [[], 0]


def test_what_people_say_comes_in_two_parts() -> None:
    """The usual words come with the index, the others after the first answer."""
    said = tuple(f"说法{number}" for number in range(AT_FIRST + 2))
    findable = replace(
        SAMPLE,
        matters=(matter("much", "事项", keywords=said),),
        terms=(("婚姻", ("结婚", "扯证")),),
    )
    files = files_of(findable)
    row = index_of(findable)["matters"]["rows"][0]
    more = read(files["search/more.js"], "qingdan.more = ")
    assert row[3].split("|") == list(said[:AT_FIRST])
    assert more["say"] == ["|".join(said[AT_FIRST:])]
    assert more["terms"] == [["婚姻", "结婚|扯证"]]


def own_matters(office: str, count: int) -> tuple[FindableMatter, ...]:
    """Make matters that only one street has."""
    return tuple(
        matter(f"{office}-{n}", f"{office}第{n}号自有事项", offices=(office,))
        for n in range(count)
    )


def test_a_city_leaves_own_matters_and_units_to_their_street() -> None:
    """Above the limit, what one street has comes with that street."""
    own = (*own_matters("hongguang", 2000), *own_matters("xinqiao", 1500))
    findable = replace(SAMPLE, matters=(*MATTERS, *own))
    files = files_of(findable)
    index = read(files["search/index.js"], "qingdan.index = ")
    street = read(files["search/streets/hongguang.js"], '["hongguang"] = ')
    common = {row[0] for row in index["matters"]["rows"]}
    mine = {row[0] for row in street["matters"]["rows"]}
    assert common == {one.id for one in MATTERS} - {"birth", "marriage"}
    assert mine == {"birth", *(one.id for one in own if one.offices == ("hongguang",))}
    sorts = {row[0] for row in index["places"]["rows"]}
    assert sorts == {place.sort for place in SAMPLE.places} - {"unit", "basis", "page"}
    more = read(files["search/more.js"], "qingdan.more = ")
    assert {row[0] for row in more["places"]} == {"basis", "page"}
    assert [row[0] for row in street["places"]["rows"]] == ["unit"]


def test_a_city_finds_what_only_a_street_has_once_it_is_named() -> None:
    """The street's own table answers with the common one."""
    own = (*own_matters("hongguang", 2000), *own_matters("xinqiao", 1500))
    call = open_on(replace(SAMPLE, matters=(*MATTERS, *own)))
    with_own = "() => ({ own: qingdan.streets.hongguang, mine: new Set(['birth']) })"
    ask = f"(words) => ({FOUND})(words, ({with_own})())"
    assert "birth" not in [hit["id"] for hit in call(FOUND, "生育登记")["matters"]]
    assert call(ask, "生育登记")["matters"][0]["id"] == "birth"
    assert call(ask, "公共服务办公室")["places"] == ["公共服务办公室"]
    (found,) = call("evaluation.answerAll", ["红光街道生育登记"], 5)
    assert found["street"] == "hongguang"
    assert found["hits"][0][0] == "birth"


def test_a_district_has_everything_in_the_common_index() -> None:
    """Below the limit, everything is found without a street."""
    own = own_matters("hongguang", 2500)
    files = files_of(replace(SAMPLE, matters=(*MATTERS, *own)))
    index = read(files["search/index.js"], "qingdan.index = ")
    more = read(files["search/more.js"], "qingdan.more = ")
    assert len(index["matters"]["rows"]) == len(MATTERS) + len(own)
    assert len(index["places"]["rows"]) + len(more["places"]) == len(SAMPLE.places)


def test_a_site_without_matters_has_a_search_that_finds_nothing() -> None:
    """Empty tables are tables."""
    found = open_on(Findable((), (), ()))(FOUND, "低保")
    assert found["matters"] == []
    assert found["places"] == []


def test_a_city_takes_ten_seconds_at_most() -> None:
    """260 streets with 500 matters each: the index costs little next to the pages."""
    streets = [(f"s{number}", f"第{number}街道") for number in range(CITY)]
    everywhere = tuple(office for office, _ in streets)
    common = [
        matter(f"m{n}", f"第{n}类居民最低生活保障审核确认", offices=everywhere)
        for n in range(450)
    ]
    own = [own_matters(office, 50) for office, _ in streets]
    city = Findable(
        (*common, *(one for mine in own for one in mine)),
        tuple(
            Street(office, name, (), answers_to((*common, *mine), office))
            for (office, name), mine in zip(streets, own, strict=True)
        ),
        (),
    )
    started = time.process_time()
    files = list(build_search(city))
    assert time.process_time() - started < 10
    assert len(files) == 3 + CITY


def answers_to(
    matters: tuple[FindableMatter, ...], office: str
) -> tuple[StreetAnswer, ...]:
    """Answer to matters by one of twelve units."""
    sample = STREETS[0].answers[0]
    return tuple(
        replace(
            sample,
            matter=one.id,
            address=f"offices/{office}/services/{one.id}.html",
            unit=f"第{number % 12}办公室",
        )
        for number, one in enumerate(matters)
    )
