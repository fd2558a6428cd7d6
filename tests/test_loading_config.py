"""Loading: the site's configuration, its kinds and fields, and its mistakes."""

import pytest

from generator.loading.load import load
from generator.model.fields import Nature, Shape
from tests.loading_samples import WriteTree, places
from tests.trees import CONFIG, EMPTY, whole

KINDS = """\
classes:
  - {id: port, label: 港区}
require:
  service: [unit, hotline]
answers:
  - {id: charged, label: 收费公示, tone: ours, sentence: 这里写明收费。}
fields:
  - {name: stamp, label: 用印, shape: line}
kinds:
  - id: service
    fields:
      - {name: fee, label: 收费标准, shape: text}
  - id: charge
    label: 收费清单
    answer: charged
    table: [price]
    expects: [price]
    fields:
      - name: price
        label: 价格
        shape: record
        nature: contact
        parts:
          - {name: amount, label: 金额, shape: line}
"""


def test_kinds_are_data(write_tree: WriteTree) -> None:
    """The site adds kinds and fields, and changes what ships, without code."""
    files = {**EMPTY, "site_config.yml": CONFIG["site_config.yml"] + KINDS}
    files |= whole(
        "a/c", "2020-01-01", "{id: x, title: 甲, stamp: 公章, price: {amount: 1元}}",
        head="kind: charge\n",
    )  # fmt: skip
    loaded = load(write_tree(files))
    assert places(loaded) == []
    kinds = loaded.settings.kinds
    charge, service = kinds["charge"], kinds["service"]
    assert (charge.label, charge.answer.label) == ("收费清单", "收费公示")
    assert charge.fields["price"].nature is Nature.CONTACT
    assert charge.fields["price"].parts[0].name == "amount"
    assert service.fields["fee"].shape is Shape.TEXT
    assert service.fields["fee"].label == "收费标准"
    assert list(service.fields)[-2:] == ["where_valid", "note"]
    assert all("stamp" in kind.fields for kind in kinds.values())
    assert service.answer.id == "street-handles"
    assert loaded.settings.classes["port"] == "港区"
    assert loaded.settings.require == {"service": ("unit", "hotline")}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("site: {}\n", "missing-key 1:7", id="no-name"),
        pytest.param("sit: {name: 甲}\n", "unknown-key 1:1", id="misspelt"),
        pytest.param("site: {name: 甲, url: e.cn}\n", "bad-url 1:22", id="url"),
        pytest.param("site: {name: 甲, accent: 红}\n", "bad-choice 1:25", id="colour"),
        pytest.param(
            "site: {name: 甲}\nkinds: [{id: k}]\n", "bad-choice 2:9", id="no-answer"
        ),
        pytest.param(
            "site: {name: 甲}\nrequire: {service: [uni]}\n",
            "bad-choice 2:21",
            id="require",
        ),
        pytest.param(
            "site: {name: 甲}\nrequire: {servic: [unit]}\n",
            "unknown-key 2:11",
            id="kind",
        ),
        pytest.param(
            "site: {name: 甲}\nfields: [{name: f, label: 己, shape: linee}]\n",
            "bad-choice 2:37",
            id="shape",
        ),
    ],
)
def test_mistakes_in_the_config(
    write_tree: WriteTree, text: str, expected: str
) -> None:
    """The configuration is checked like any content."""
    assert expected in places(load(write_tree({"site_config.yml": text})))
