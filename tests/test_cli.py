"""The command line: exit codes, formats, and what it writes and does not write."""

import json
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from generator.cli import main
from generator.pipeline import build
from tests.accept import FUTURE, PAST, SAMPLE, TODAY
from tests.conftest import RunCli, find_program
from tests.trees import CONFIG, EMPTY, Files, office, whole

WriteTree = Callable[[Files], Path]
ON = ("--on", TODAY.isoformat())
MOBILE = "13800138000"
ID_CARD = "11010519491231002X"


@dataclass(frozen=True, slots=True)
class Said:
    """What a command said, and its exit code."""

    code: int
    out: str
    err: str


Call = Callable[..., Said]


@pytest.fixture
def call(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Call:
    """Run the program inside this process: half a second less than a new one."""

    def run(*arguments: object) -> Said:
        monkeypatch.setattr(sys, "argv", ["qingdan", *map(str, arguments)])
        with pytest.raises(SystemExit) as left:
            main()
        said = capsys.readouterr()
        assert isinstance(left.value.code, int)
        return Said(left.value.code, said.out, said.err)

    return run


@pytest.fixture
def sample(tmp_path: Path) -> Path:
    """Copy the sample site to a folder of its own."""
    root = tmp_path / "sample"
    shutil.copytree(SAMPLE, root, ignore=shutil.ignore_patterns("_expected"))
    return root


def everything(folder: Path) -> dict[str, tuple[bytes, int]]:
    """Read all files of a folder with the moment they were written."""
    return {
        file.relative_to(folder).as_posix(): (
            file.read_bytes(),
            file.stat().st_mtime_ns,
        )
        for file in sorted(folder.rglob("*"))
        if file.is_file()
    }


WRONG = EMPTY | whole("a/s", "2020-01-01", "{id: x, titel: 甲, title: 甲}")
REMINDED = EMPTY | whole("a/s", "2020-01-01", "{id: x, title: 待定}")


@pytest.mark.parametrize(
    ("files", "arguments", "code"),
    [
        pytest.param(EMPTY, "check", 0, id="clean"),
        pytest.param(REMINDED, "check", 0, id="reminders"),
        pytest.param(REMINDED, "check --strict", 1, id="reminders-strictly"),
        pytest.param(EMPTY, "check --strict", 0, id="clean-strictly"),
        pytest.param(WRONG, "check", 1, id="errors"),
        pytest.param(WRONG, "check --format json", 1, id="errors-in-json"),
        pytest.param(WRONG, "check --format github", 1, id="errors-for-github"),
        pytest.param(WRONG, "build", 1, id="build-with-errors"),
        pytest.param(WRONG, "show a/s", 1, id="show-with-errors"),
        pytest.param(REMINDED, "show a/s", 0, id="show"),
        pytest.param(REMINDED, "show a/t", 2, id="show-nothing"),
        pytest.param(REMINDED, "show a/s --on 2019-01-01", 2, id="show-too-early"),
        pytest.param(EMPTY, "check --format xml", 2, id="no-such-format"),
        pytest.param(EMPTY, "check --on 2026-13-01", 2, id="no-such-day"),
        pytest.param(EMPTY, "check --on heute", 2, id="no-day-at-all"),
        pytest.param(EMPTY, "check --fast", 2, id="no-such-option"),
        pytest.param({"readme.txt": ""}, "check", 2, id="no-site-here"),
        pytest.param({"readme.txt": ""}, "build", 2, id="nothing-to-build"),
        pytest.param(EMPTY, "new office a --name 甲", 2, id="office-twice"),
        pytest.param(EMPTY, "new office", 2, id="argument-missing"),
        pytest.param(EMPTY, "new list a/s --kind service", 0, id="new-list"),
    ],
)
def test_exit_codes(
    write_tree: WriteTree, call: Call, files: Files, arguments: str, code: int
) -> None:
    """0 is clean, 1 are problems in the content, 2 is wrong usage."""
    command, *rest = arguments.split()
    root = write_tree(files)
    options = ["--root", root]
    if "--on" not in rest and command in {"check", "build", "show"}:
        options += ON
    said = call(command, *rest, *options)
    assert said.code == code, said.err
    assert "Traceback" not in said.err


@pytest.mark.parametrize("arguments", ["", "biuld", "--verzion"])
def test_wrong_words(call: Call, arguments: str) -> None:
    """An unknown command or option is wrong usage, and help is offered."""
    said = call(*arguments.split())
    assert said.code == 2
    assert said.err


def test_version(call: Call) -> None:
    """The program says its name and version."""
    said = call("--version")
    assert said.code == 0
    assert re.fullmatch(r"qingdan \d+\.\d+\S*\n", said.out)


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        pytest.param("chek", "没有命令“chek”。是不是“check”？", id="command"),
        pytest.param("check --strct", "没有选项“--strct”。", id="option"),
        pytest.param("check --format xml", "text、github、json", id="choice"),
        pytest.param("serve --port 99999", "0 到 65535", id="range"),
        pytest.param("show", "缺少“街道/清单[/事项]”。", id="argument"),
        pytest.param("check extra", "多写了“extra”", id="extra"),
        pytest.param("build --on 20260101", "请写成 2026-01-01", id="day"),
    ],
)
def test_wrong_usage_is_told_in_chinese(call: Call, arguments: str, words: str) -> None:
    """What is wrong and how to see the usage, without a word of English."""
    said = call(*arguments.split())
    assert said.code == 2
    assert words in said.err
    assert "--help" in said.err
    assert not re.search(r"[A-Z][a-z]+ ", said.err)


def test_help_is_chinese(call: Call) -> None:
    """The headings of the help, too."""
    said = call("show", "--help")
    assert said.code == 0
    assert said.out.startswith("用法")
    assert not re.search(r"\b(Usage|Options|Show|default)\b", said.out)


MISTAKES = {
    "content/offices/dongmen.yml": (
        ("full_name:", "fullname:"),
        ("class: urban", "class: uban"),
        ("number: 000-8800 1234", "number: 8800"),
    ),
    "content/lists/dongmen/services/2023-05-01.yml": (
        ("revise: dibao", "revise: diboa"),
        ("reason: 下放", "reason: 下方"),
        ("declared_total: 4", "declared_total: 5"),
    ),
    "content/lists/xihe/services/2025-03-01.yml": (
        ("    unit: farm", "    unit: fram"),
        ("published: 2025-02-20", "published: 2025-02-30"),
    ),
}
RULES = {
    "unknown-key",
    "bad-choice",
    "bad-phone",
    "unknown-item",
    "declared-total",
    "unknown-unit",
    "bad-date",
}
HEADLINE = re.compile(
    r"^(?P<path>content/[\w/.-]+):(?P<line>\d+):(?P<column>\d+): 错误: "
    r"(?P<sentence>[^\n]+) \[(?P<rule>[a-z-]+)\]$",
    re.MULTILINE,
)


@pytest.fixture
def spoilt(sample: Path) -> Path:
    """Make eight mistakes in three files of the sample."""
    for name, replacements in MISTAKES.items():
        file = sample / name
        text = file.read_text(encoding="utf-8")
        for right, wrong in replacements:
            assert right in text
            text = text.replace(right, wrong, 1)
        file.write_text(text, encoding="utf-8")
    return sample


def test_eight_mistakes_as_text(call: Call, spoilt: Path) -> None:
    """All of them in one run, each with its place, its line and the way out."""
    said = call("check", "--root", spoilt, *ON)
    assert said.code == 1
    assert said.out == ""
    blocks = re.split(r"\n(?=content/)", said.err)
    wrong = [block for block in blocks if HEADLINE.search(block)]
    assert len(wrong) == 8
    for block in wrong:
        head, quoted, caret, cure, *_ = block.split("\n")
        place = HEADLINE.search(head)
        assert place is not None
        line = (spoilt / place["path"]).read_text(encoding="utf-8").split("\n")
        assert quoted == f"{place['line']:>5} | {line[int(place['line']) - 1]}"
        assert re.fullmatch(r" +\^+", caret)
        assert re.fullmatch(r" {6}\S.+", cure)
    assert {HEADLINE.search(block)["rule"] for block in wrong} == RULES  # type: ignore[index]  # found above
    assert "共 8 处错误" in said.err


def test_eight_mistakes_for_github(call: Call, spoilt: Path) -> None:
    """The same problems as annotations at their lines."""
    said = call("check", "--root", spoilt, "--format", "github", *ON)
    wrong = [line for line in said.out.split("\n") if line.startswith("::error ")]
    assert said.code == 1
    assert len(wrong) == 8
    pattern = r"::error file=(content/\S+),line=\d+,col=\d+,title=[a-z-]+::\S.+"
    matches = [re.fullmatch(pattern, line) for line in wrong]
    assert {match[1] for match in matches if match} == set(MISTAKES)
    assert all(matches)


def test_eight_mistakes_in_json(call: Call, spoilt: Path) -> None:
    """The same problems as one list."""
    said = call("check", "--root", spoilt, "--format", "json", *ON)
    rows = [row for row in json.loads(said.out) if row["severity"] == "error"]
    assert said.code == 1
    assert len(rows) == 8
    assert all(row["sentence"] and row["cure"] and row["line"] > 1 for row in rows)
    assert {row["rule"] for row in rows} == RULES


def test_the_old_site_stays(call: Call, sample: Path, tmp_path: Path) -> None:
    """A build that finds mistakes does not touch the site that is there."""
    out = tmp_path / "site"
    assert call("build", "--root", sample, "--out", out, *ON).code == 0
    before = everything(out)
    text = (sample / "content/offices/xihe.yml").read_text(encoding="utf-8")
    (sample / "content/offices/xihe.yml").write_text(text.replace("name:", "nom:", 1))
    said = call("build", "--root", sample, "--out", out, *ON)
    assert said.code == 1
    assert "没有改动" in said.err
    assert everything(out) == before


def test_the_caret_stands_below(write_tree: WriteTree, call: Call) -> None:
    """The caret is placed by what a terminal shows: Han characters take two columns."""
    files = EMPTY | whole("a/s", "2020-01-01", "{id: x, title: 甲乙丙, level: [省]}")
    lines = call("check", "--root", write_tree(files), *ON).err.split("\n")
    quoted = next(line for line in lines if " | " in line)
    caret = lines[lines.index(quoted) + 1]
    before, _, _ = quoted.partition("省")
    width = sum(2 if ord(c) > 0x2E80 else 1 for c in before)
    assert caret == " " * width + "^^"


def test_many_mistakes_are_counted(write_tree: WriteTree, call: Call) -> None:
    """Of one file forty mistakes are shown, the rest is counted; JSON has all."""
    items = [f"{{id: x{n}, title: 甲, fe: 1}}" for n in range(50)]
    root = write_tree(EMPTY | whole("a/s", "2020-01-01", *items))
    text = call("check", "--root", root, *ON).err
    rows = json.loads(call("check", "--root", root, "--format", "json", *ON).out)
    wrong = [row for row in rows if row["severity"] == "error"]
    assert len(wrong) == 50
    assert text.count("[") - text.count("[near") <= 50
    assert "还有" in text
    assert "共 50 处错误" in text


PERSONAL = [
    pytest.param(f"title: 甲 {MOBILE}", id="in-a-title"),
    pytest.param(f'title: "{ID_CARD}"', id="alone"),
    pytest.param(f"titel: {MOBILE}", id="of-an-unknown-key"),
    pytest.param(f"{MOBILE}: 甲", id="as-a-key"),
    pytest.param(f"level: [张三 {ID_CARD}]", id="as-a-choice"),
    pytest.param(f"level: [张张张张张张张张张张张张 {ID_CARD}]", id="as-a-cut-choice"),
    pytest.param(f"hotline: 张三{MOBILE}", id="as-a-phone"),
    pytest.param(f"url: https://e.cn/{'a' * 40}/{ID_CARD}", id="in-an-address"),
    pytest.param(f"url: https://{ID_CARD}", id="as-an-address"),
    pytest.param(f"unit: {ID_CARD}", id="as-a-unit"),
    pytest.param(f"note: 甲\n      {ID_CARD}", id="in-a-run-on-value"),
    pytest.param(f"note: '甲 {MOBILE}", id="behind-an-open-quote"),
    pytest.param(f"# {MOBILE}", id="in-a-comment"),
]


@pytest.mark.parametrize("line", PERSONAL)
def test_personal_numbers_are_not_repeated(
    write_tree: WriteTree, call: Call, line: str
) -> None:
    """No format prints a mobile or ID-card number, whole or all but whole."""
    text = f"list: s\nkind: service\neffective: 2020-01-01\nitems:\n  - id: x\n    {line}\n"
    root = write_tree(EMPTY | {"content/lists/a/s/2020-01-01.yml": text})
    for form in ("text", "github", "json"):
        said = call("check", "--root", root, "--format", form, *ON)
        printed = re.sub(
            r"\D", "", re.sub(r"(?<=\D)\d{1,5}(?=\D)", "", said.out + said.err)
        )
        assert said.code == 1
        assert MOBILE[:8] not in printed
        assert ID_CARD[:15] not in printed


def test_nobody_forges_the_log(write_tree: WriteTree, call: Call) -> None:
    """What an editor typed cannot pretend to be a message or an annotation."""
    key = '"x\\n::error file=a::b%0A\\e[31m": 1'
    text = f"list: s\neffective: 2020-01-01\n{key}\n"
    root = write_tree(EMPTY | {"content/lists/a/s/2020-01-01.yml": text})
    for form in ("text", "github", "json"):
        said = call("check", "--root", root, "--format", form, *ON)
        assert "\x1b" not in said.out + said.err
        lines = (said.out + said.err).split("\n")
        assert not any(line.startswith("::error file=a") for line in lines)


@pytest.mark.parametrize(
    "path", ["content/offices/a%0Ab.yml", "content/offices/a,b.yml"]
)
def test_odd_names_are_escaped(write_tree: WriteTree, call: Call, path: str) -> None:
    """A file's name does not break the annotation's own marks."""
    root = write_tree(EMPTY | {path: "id: ab\nname: 甲\n"})
    said = call("check", "--root", root, "--format", "github", *ON)
    lines = [line for line in said.out.split("\n") if line]
    assert lines
    for line in lines:
        file = re.fullmatch(
            r"::\w+ file=([^,]+),line=\d+,col=\d+,title=[^:]+::.+", line
        )
        assert file is not None
        assert "%0A" not in file[1]


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
    assert [file.name for file in written] == ["list.schema.json", "office.schema.json"]
    listed = json.loads(written[0].read_bytes())
    assert "street_scope" in json.dumps(listed)
    assert call("check", "--root", sample, *ON).code == 0


def git(root: Path, *words: str) -> str:
    """Run git in a folder as somebody."""
    who = ["-c", "user.name=a", "-c", "user.email=a@example.org"]
    done = subprocess.run(
        [find_program(("git",), "git"), *who, *words],
        cwd=root,
        check=True,
        capture_output=True,
        encoding="utf-8",
    )
    return done.stdout.strip()


def stamp(site: Path) -> dict[str, object]:
    """Read `build.json` of a site."""
    read: dict[str, object] = json.loads((site / "build.json").read_bytes())
    return read


def test_build_without_git(call: Call, write_tree: WriteTree, tmp_path: Path) -> None:
    """Without git the site is built all the same and names no commit."""
    root = write_tree(EMPTY)
    assert call("build", "--root", root, *ON).code == 0
    made = stamp(root / "build" / "site")
    assert made["content_commit"] is None
    assert made["effective_day"] == TODAY.isoformat()
    assert not (tmp_path / "build").exists()


def test_build_in_git(call: Call, write_tree: WriteTree, tmp_path: Path) -> None:
    """In a repository the site names the commit, and whether the files are as there."""
    root = write_tree(CONFIG | office("a"))
    git(root, "init", "-q")
    git(root, "add", "-A")
    git(root, "commit", "-q", "-m", "Begin")
    commit = git(root, "rev-parse", "HEAD")
    out = tmp_path / "site"
    assert call("build", "--root", root, "--out", out, *ON).code == 0
    assert stamp(out)["content_commit"] == commit
    assert stamp(out)["content_as_committed"] is True
    (root / "content/offices/a.yml").write_text("id: a\nname: 新名\n")
    assert call("build", "--root", root, "--out", out, *ON).code == 0
    assert stamp(out)["content_commit"] == commit
    assert stamp(out)["content_as_committed"] is False


def test_build_where_git_is_empty(
    call: Call, write_tree: WriteTree, tmp_path: Path
) -> None:
    """A repository without a commit has none to name."""
    root = write_tree(EMPTY)
    git(root, "init", "-q")
    out = tmp_path / "site"
    assert call("build", "--root", root, "--out", out, *ON).code == 0
    assert stamp(out)["content_commit"] is None


@pytest.fixture(scope="module")
def three_days(tmp_path_factory: pytest.TempPathFactory) -> dict[str, dict[str, bytes]]:
    """Build the sample as of a past day, of today and of a coming day."""
    sites = {}
    for day in (PAST, TODAY, FUTURE):
        out = tmp_path_factory.mktemp("site")
        build(SAMPLE, out, day, lambda _: None, lambda _: None)
        sites[day.isoformat()] = {path: f[0] for path, f in everything(out).items()}
    return sites


def test_three_days_three_lists(three_days: dict[str, dict[str, bytes]]) -> None:
    """One list reads differently in the past, today and in the future."""
    pages = [site["offices/dongmen/services.html"] for site in three_days.values()]
    assert [("生育登记" in page.decode()) for page in pages] == [True, True, True]
    assert [("2024年1月1日起施行" in page.decode()) for page in pages] == [
        True,
        True,
        False,
    ]
    assert len(set(pages)) == 3


def test_three_days_same_permanent_pages(
    three_days: dict[str, dict[str, bytes]],
) -> None:
    """A dated page is the same bytes on every day, past, announced and standard's."""
    dated = re.compile(r"offices/\w+/[\w-]+/\d{4}-\d\d-\d\d\.html")
    kept = [
        {path: page for path, page in site.items() if dated.fullmatch(path)}
        for site in three_days.values()
    ]
    assert len(kept[0]) == 21
    assert kept[0] == kept[1] == kept[2]


def test_as_a_program_of_its_own(run_cli: RunCli, sample: Path) -> None:
    """`python -m generator` is the same program; `--root` is where it stands."""
    said = run_cli("check", *ON, cwd=sample)
    assert said.returncode == 0
    assert said.stdout == ""
    assert said.stderr == (SAMPLE / "_expected/check.txt").read_text(
        encoding="utf-8"
    ) + "".join(said.stderr.splitlines(keepends=True)[-1:])
