"""What becomes of office files, in words for whoever keeps the table (街道文件)."""

from collections.abc import Iterable, Iterator, Mapping

from generator.importing.offices.files import OfficeFile, OfficeFiles
from generator.importing.telling import told_remarks
from generator.loading.reading import cut
from generator.problems import Problem
from generator.understanding.understood import CellPlace, Remark

_SHOWN = 12
_LONG = 40


def told_offices(offices: OfficeFiles, *, verbose: bool = False) -> Iterator[str]:
    """Say every change by file and row, then what was left out and why."""
    for file in offices.changed:
        what = "新建" if file.is_new else "改动"
        yield from ("", f"{file.name}（{file.path}）：{what}，{len(file.edits)} 处")
        shown = file.edits if verbose else file.edits[:_SHOWN]
        yield from (f"  {cut(edit.words(), 4 * _LONG)}" for edit in shown)
        if len(shown) < len(file.edits):
            yield f"  …… 另有 {len(file.edits) - len(shown)} 处，加上 --verbose 全部列出"
    if offices.unchanged:
        yield from ("", f"没有改动：{'、'.join(offices.unchanged)}")
    if offices.remarks:
        yield from ("", f"请看一眼（{len(offices.remarks)} 处）")
        yield from told_remarks(offices.remarks, verbose=verbose)


def told_by_row(
    problems: Iterable[Problem], files: Iterable[OfficeFile]
) -> Iterator[Remark]:
    """Tell what the check found by rows of the table; of other files by path and line."""
    cells: Mapping[tuple[str, int], CellPlace] = {
        (file.path, line): place for file in files for line, place in file.cells.items()
    }
    for problem in problems:
        place = problem.place
        cell = cells.get((place.path, place.line))
        sentence = f"{problem.severity.value}：{problem.sentence}"
        if cell is None:
            sentence = f"{place.path} 第 {place.line} 行：{sentence}"
            cell = CellPlace("", 0, "")
        yield Remark(cell, sentence, problem.cure)
