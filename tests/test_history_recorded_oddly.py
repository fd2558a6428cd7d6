"""Odd pasts: returns, broken states, clocks that ran back, names that are no content."""

from pathlib import Path

from generator.loading.repository import read_tree
from tests.recorded_samples import (
    EDITED,
    FILES,
    ITEMS,
    LIST,
    OFFICE,
    PHONE,
    read,
    said,
    stay,
)
from tests.repositories import Repository, new_repository


def test_deleted_and_returned(repository: Repository) -> None:
    """Deletion and return are edits, with what changed between; added stays the first."""
    first = repository.head()
    repository.commit({LIST: None}, "2025-02-01")
    assert read(repository).added[LIST].id == first
    repository.commit({LIST: EDITED}, "2025-02-02")
    repository.commit({LIST: ITEMS}, "2025-02-03")
    recorded = read(repository)
    assert recorded.added[LIST].id == first
    assert said(recorded.edits) == [
        f"{LIST} > : ",
        f" > {LIST}: items x",
        stay(LIST, "items x"),
    ]


def test_new_file_where_one_moved_away(repository: Repository) -> None:
    """A path that is free again belongs to the file that is there now."""
    moved = LIST.replace("01-01", "03-01")
    first = repository.head()
    repository.move(LIST, moved)
    repository.commit(on="2025-02-01")
    again = repository.commit({LIST: EDITED}, "2025-02-02")
    added = read(repository).added
    assert (added[moved].id, added[LIST].id) == (first, again)


def test_formatting_only(repository: Repository) -> None:
    """Order, comments and line ends make no edit; BOM and CRLF are read."""
    repository.commit({LIST: "# 说明\n" + ITEMS}, "2025-02-01")
    repository.commit({LIST: ("\ufeff" + ITEMS).replace("\n", "\r\n")}, "2025-02-02")
    repository.commit({"content/offices/README.md": "x"}, "2025-02-03")
    assert read(repository).edits == ()
    repository.commit({LIST: ("\ufeff" + EDITED).replace("\n", "\r\n")}, "2025-02-04")
    assert said(read(repository).edits) == [stay(LIST, "items x")]


def test_unreadable_between(repository: Repository) -> None:
    """Nothing is lost over a broken state: the next is compared with the last good one."""
    broken = ITEMS.replace("title: 乙", "title: [乙")
    repository.commit({LIST: broken}, "2025-02-01")
    repository.commit({LIST: EDITED.encode("gb18030")}, "2025-02-02")
    repository.commit({LIST: EDITED}, "2025-02-03")
    edits = read(repository).edits
    assert said(edits) == [stay(LIST, "?"), stay(LIST, "?"), stay(LIST, "items x")]


def test_unreadable_first(repository: Repository) -> None:
    """A file that was never readable before says so when it becomes readable."""
    path = LIST.replace("01-01", "09-01")
    repository.commit({path: "随便写的"}, "2025-02-01")
    repository.commit({path: ITEMS}, "2025-02-02")
    repository.commit({path: EDITED}, "2025-02-03")
    assert said(read(repository).edits) == [stay(path, "?"), stay(path, "items x")]


def test_backwards(repository: Repository) -> None:
    """A commit dated before any earlier one is flagged, in whatever zone it was made."""
    moments = [
        ("2025-03-01T10:00:00+08:00", "2"),
        ("2025-02-01T10:00:00+08:00", "3"),
        ("2025-02-15T10:00:00+08:00", "4"),
        ("2025-03-01T02:00:00+00:00", "5"),
        ("2025-03-01T10:30:00+09:00", "6"),
    ]
    for moment, phone in moments:
        repository.commit({OFFICE: PHONE.replace("'1'", f"'{phone}'")}, moment)
    commits = [edit.commit for edit in read(repository).edits]
    flags = [(c.time.isoformat(), c.backwards) for c in commits if c]
    late = [False, True, True, False, True]
    assert flags == [(m, f) for (m, _), f in zip(moments, late, strict=True)]


def test_backwards_after_other_files(repository: Repository) -> None:
    """The time of a commit that touches no content counts as well."""
    repository.commit({"theme/x.css": "x"}, "2025-05-01")
    repository.commit({LIST: EDITED}, "2025-04-01")
    (edit,) = read(repository).edits
    assert edit.commit is not None
    assert edit.commit.backwards


def test_root_below_the_repository(tmp_path: Path) -> None:
    """The site may be a folder of a larger repository; the rest does not show."""
    files = {f"web/site/{path}": text for path, text in FILES.items()}
    whole = new_repository(tmp_path / "all", files | {OFFICE: PHONE})
    whole.commit({f"web/site/{LIST}": EDITED, OFFICE: None}, "2025-02-01")
    site = Repository(whole.folder / "web" / "site")
    recorded = read(site)
    assert sorted(recorded.added) == sorted([LIST, OFFICE])
    assert said(recorded.edits) == [stay(LIST, "items x")]
    assert sorted(read_tree(site.folder, "HEAD~1")) == sorted(FILES)


def test_names_that_are_no_content(repository: Repository) -> None:
    """Odd names, links and files at other depths have no history and do no harm."""
    odd = {
        "content/offices/a\nb.yml": "x",
        "content/offices/deep/a.yml": "x",
        "content/lists/a.yml": "x",
        "content/offices/街道.yml": PHONE,
    }
    repository.write(odd)
    (repository.folder / "content/offices/link.yml").symlink_to("a.yml")
    repository.commit(on="2025-02-01")
    assert set(read(repository).added) == {LIST, OFFICE, "content/offices/街道.yml"}
    (repository.folder / OFFICE).unlink()
    (repository.folder / OFFICE).symlink_to("街道.yml")
    repository.commit(on="2025-02-02")
    assert said(read(repository).edits) == [f"{OFFICE} > : "]


def test_users_settings(repository: Repository) -> None:
    """What a user has told git to show or to compare changes nothing."""
    repository.commit({LIST: EDITED}, "2025-02-01")
    before = read(repository)
    for setting in (
        "diff.renames=copies",
        "log.showSignature=true",
        "color.ui=always",
        "log.diffMerges=off",
        "log.showRoot=false",
        "diff.noprefix=true",
        "diff.external=false",
        "diff.orderFile=nowhere",
        "core.quotePath=true",
        "i18n.logOutputEncoding=GBK",
        "format.pretty=fuller",
        "log.follow=true",
    ):
        repository.git("config", *setting.split("=", 1))
    assert read(repository) == before
