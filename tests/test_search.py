"""The search files: what they hold, how they are divided, what they cost."""

import json
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lunr.index import Index
from playwright.sync_api import Browser, Page

from generator.search import build_search
from generator.search.documents import MATTER_BOOSTS, matter_document
from generator.search.index import fill, pack
from generator.search.tokens import RUN, fold, tokens
from generator.site_model.findable import Findable, FindableMatter
from tests.search_samples import MATTERS, SAMPLE, STREETS, matter

TOKENS_SCRIPT = Path(__file__).parent.parent / "theme" / "assets" / "tokens.js"

HAN = "最低生活保障审核确认老年人优待证办理户口登记对餐饮服务业未安装的行政处罚"
TITLES = st.lists(
    st.text(HAN + "ABhpv012345（）、“” —·①", min_size=2, max_size=12),
    min_size=1,
    max_size=6,
)


def read(content: bytes, opening: str) -> Any:  # noqa: ANN401 - JSON holds anything
    """Read the value that a script assigns."""
    text = content.decode("utf-8")
    start = text.index(opening) + len(opening)
    return json.loads(text[start:].removesuffix(";\n"))


def read_index(findable: Findable) -> Any:  # noqa: ANN401 - JSON holds anything
    """Build and read the common index."""
    files = {file.path: file.content for file in build_search(findable)}
    return read(files["search/index.js"], "qingdan.index = ")


def find(index: Index, text: str) -> set[int]:
    """Find the numbers of the documents that have a token of the text."""
    known = index.inverted_index
    wanted = [
        term
        for token in tokens(text)
        for term in ([token] if token in known else [t for t in known if token in t])
    ]
    query = index.create_query()
    for term in wanted:
        query.clause(term, use_pipeline=False)
    return {int(hit["ref"]) for hit in index.query(query)} if wanted else set()


@given(TITLES, st.data())
def test_every_part_of_a_title_finds_it(titles: list[str], data: st.DataObject) -> None:
    """Two characters of a title that somebody remembers are enough."""
    documents = [matter_document(matter(f"m{n}", t)) for n, t in enumerate(titles)]
    index = fill(MATTER_BOOSTS, documents).build()
    number = data.draw(st.integers(0, len(titles) - 1))
    title = titles[number]
    start = data.draw(st.integers(0, len(title) - 2))
    part = title[start : data.draw(st.integers(start + 2, len(title)))]
    # Two dashes are no words: nothing to be found by.
    assert number in find(index, part) or not RUN.search(fold(part))


@pytest.fixture(scope="module")
def engine(browser: Browser) -> Iterator[Page]:
    """Open an empty page with lunr.js and our engine in it."""
    page = browser.new_page()
    lunr_js = next(iter(build_search(SAMPLE)))
    page.add_script_tag(content=lunr_js.content.decode("utf-8"))
    page.add_script_tag(path=TOKENS_SCRIPT)
    yield page
    page.close()


def test_the_browser_unpacks_what_lunr_itself_would_say(engine: Page) -> None:
    """Packing loses nothing: weights and postings are those of lunr."""
    often = matter("twice", "登记登记登记簿", "𠮷野家登记", keywords=("登记",))
    documents = [matter_document(one) for one in (*MATTERS, often)]
    packed = pack(MATTER_BOOSTS, documents)
    value = {name: getattr(packed, name) for name in packed.__slots__}
    found = engine.evaluate("(packed) => qingdan.engine.unpack(packed)", value)
    lunr = fill(MATTER_BOOSTS, documents).build().serialize()
    # lunr numbers terms as it meets them, we in the order of the alphabet.
    term_of = {entry["_index"]: term for term, entry in lunr["invertedIndex"]}
    expected = {
        name: {term_of[i]: w for i, w in zip(v[::2], v[1::2], strict=True)}
        for name, v in lunr["fieldVectors"]
        if v
    }
    terms = packed.terms.split(" ")
    weights = {
        name: {terms[i]: w for i, w in zip(v[::2], v[1::2], strict=True)}
        for name, v in found["fieldVectors"]
    }
    assert weights.keys() == expected.keys()
    for name, vector in weights.items():
        assert vector == pytest.approx(expected[name], abs=0.0011), name
    for posting in (*found["invertedIndex"], *lunr["invertedIndex"]):
        del posting[1]["_index"]
    assert dict(found["invertedIndex"]) == dict(lunr["invertedIndex"])


def test_the_browser_loads_an_empty_index(engine: Page) -> None:
    """A site without matters has a search that finds nothing."""
    table = read_index(Findable((), (), ()))["matters"]
    look = """(table) => qingdan.engine.look(
        [table], qingdan.engine.readQuery('低保'), () => ({}), () => false).hits"""
    assert engine.evaluate(look, table) == []


def test_the_same_matters_give_the_same_bytes() -> None:
    """Built twice, no byte differs."""
    assert list(build_search(SAMPLE)) == list(build_search(SAMPLE))


def test_scripts_are_plain_utf8_and_safe_inside_a_page() -> None:
    """Nothing in a title can end a script, and Chinese is not escaped."""
    odd = matter("odd", "行\u2028分\u2029隔</script>证")
    findable = replace(SAMPLE, matters=(*MATTERS, odd))
    files = {file.path: file.content for file in build_search(findable)}
    script = files["search/index.js"]
    assert "最低生活保障申请".encode() in script
    for forbidden in ("</", "\u2028", "\u2029"):
        assert forbidden.encode() not in script
    rows = read(script, "qingdan.index = ")["matters"]["rows"]
    assert odd.title in [row[1] for row in rows]


def test_a_street_says_every_contact_once_and_every_answer() -> None:
    """A street's script has a row per answer and shares what repeats."""
    files = {file.path: file.content for file in build_search(SAMPLE)}
    street = read(files["search/streets/xinqiao.js"], '["xinqiao"] = ')
    assert street["rows"][0] == ["dibao", "services/dibao", 0, 0]
    assert street["rows"][1] == ["dibao-stop", "services/dibao-stop", 1, 0, "ended"]
    assert street["answers"] == [["街道办理", "ours"]]
    assert len(street["rows"]) == len(STREETS[1].answers)
    assert "matters" not in street


def test_a_matter_row_names_the_only_street_and_an_unusual_address() -> None:
    """What is usual is left out of a row."""
    moved = replace(MATTERS[0], address="elsewhere.html")
    rows = read_index(replace(SAMPLE, matters=(moved, *MATTERS[1:])))["matters"]["rows"]
    by_id = {row[0]: row for row in rows}
    assert [by_id[one][5] for one in ("birth", "marriage", "dibao")] == [0, 1, -1]
    assert by_id["dibao"][6:] == ["elsewhere.html"]
    assert by_id["birth"][6:] == []


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
    files = {file.path: file.content for file in build_search(findable)}
    index = read(files["search/index.js"], "qingdan.index = ")
    street = read(files["search/streets/hongguang.js"], '["hongguang"] = ')
    common = {row[0] for row in index["matters"]["rows"]}
    mine = {row[0] for row in street["matters"]["rows"]}
    assert common == {one.id for one in MATTERS} - {"birth", "marriage"}
    assert mine == {"birth", *(one.id for one in own if one.offices == ("hongguang",))}
    assert {row[0] for row in index["places"]["rows"]} == {"office", "community"}
    assert [row[0] for row in street["places"]["rows"]] == ["unit"]


def test_a_district_has_everything_in_the_common_index() -> None:
    """Below the limit, everything is found without a street."""
    own = own_matters("hongguang", 2500)
    index = read_index(replace(SAMPLE, matters=(*MATTERS, *own)))
    assert len(index["matters"]["rows"]) == len(MATTERS) + len(own)
    assert len(index["places"]["rows"]) == len(SAMPLE.places)


def test_950_matters_take_less_than_a_second() -> None:
    """The index costs little next to the pages."""
    many = tuple(
        matter(f"m{n}", f"第{n}类居民最低生活保障审核确认", f"办第{n}种低保")
        for n in range(950)
    )
    started = time.process_time()
    files = list(build_search(replace(SAMPLE, matters=many)))
    assert time.process_time() - started < 1
    assert len(files) == 2 + len(STREETS)


def test_lunr_js_keeps_its_licence_and_loses_its_comments(engine: Page) -> None:
    """lunr.js is halved and still runs."""
    script = next(iter(build_search(SAMPLE)))
    text = script.content.decode("utf-8")
    assert script.path == "assets/lunr.js"
    assert "@license MIT" in text[:200]
    assert len(text) < 50_000
    assert engine.evaluate("lunr.version") == "2.3.9"
