"""The command line: what `new` and `schema` write, and what they leave alone."""

import json
from pathlib import Path

import pytest

from tests.calling import ON, Call


def test_new_files(call: Call, sample: Path) -> None:
    """`new` writes an office, a list and an amendment, all of which pass the check."""
    options = ("--root", sample)
    day = ("--effective", "2026-03-01")
    made = (
        ("office", "beimen", "--name", "北门街道"),
        ("list", "beimen/services", "--kind", "service", *day),
        ("list", "standard/duties", "--kind", "duty", *day, "--title", "职责标准清单"),
        ("amendment", "dongmen/services", *day),
    )
    for arguments in made:
        said = call("new", *arguments, *options)
        assert said.code == 0, said.err
        path = said.out.partition("已新建 ")[2].partition("。")[0]
        assert (sample / path).is_file()
    said = call("check", *options, *ON)
    assert said.code == 0, said.err


@pytest.mark.parametrize(
    ("path", "arguments"),
    [
        pytest.param(
            "content/offices/beimen.yml", "office beimen --name 北门", id="office"
        ),
        pytest.param(
            "content/lists/xihe/powers/2026-03-01.yml",
            "list xihe/powers --kind power --effective 2026-03-01",
            id="list",
        ),
        pytest.param(
            "content/lists/dongmen/services/2026-03-01.yml",
            "amendment dongmen/services --effective 2026-03-01",
            id="amendment",
        ),
    ],
)
def test_new_does_not_overwrite(
    call: Call, sample: Path, path: str, arguments: str
) -> None:
    """A file that is there stays, even where the program could not read it."""
    file = sample / path
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes("名称".encode("gbk"))
    said = call("new", *arguments.split(), "--root", sample)
    assert said.code in {1, 2}
    assert file.read_bytes() == "名称".encode("gbk")


def test_schema(call: Call, sample: Path) -> None:
    """`schema` writes what the repository holds, but for what the site adds."""
    said = call("schema", "--root", sample)
    assert said.code == 0
    written = sorted((sample / "content/schema").iterdir())
    assert [file.name for file in written] == [
        "corrections.schema.json",
        "list.schema.json",
        "office.schema.json",
        "site.schema.json",
        "words.schema.json",
    ]
    listed = json.loads(written[1].read_bytes())
    assert "street_scope" in json.dumps(listed)
    assert call("check", "--root", sample, *ON).code == 0
