"""The office's programme held against itself: days in order, progress that fits, evidence that is there."""

from __future__ import annotations

import re
from pathlib import PureWindowsPath
from typing import TYPE_CHECKING, Final

from khoagiao_xl.model import schema
from khoagiao_xl.vietnamese.day_texts import day_text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from khoagiao_xl.inspection.check_context import CheckContext
    from khoagiao_xl.model.findings import Finding
    from khoagiao_xl.office.pages import SheetLine

DONE: Final = "xong"
WHOLE: Final = 100  # per cent
_BETWEEN: Final = re.compile(r"[;\n]")
_ENDING: Final = re.compile(r"\.[A-Za-z0-9]{2,5}\Z")  # what has none is a remark, not a file


def starts_after_due(context: CheckContext) -> Iterator[Finding]:
    """Tasks that begin after they are due."""
    for line in context.tasks:
        start = line.day("start")
        due = line.day("due")
        if start and due and start > due:
            yield line.question(
                "KT-140",
                "start",
                start=day_text(start),
                due=day_text(due),
            )


def progress(context: CheckContext) -> Iterator[Finding]:
    """Progress beyond the whole, and progress that says otherwise than the state."""
    for line in context.tasks:
        done = _percent(line)
        if done is None:
            continue
        status = line.text("status")
        if done > WHOLE:
            yield line.error("KT-141", "progress")
        elif status != DONE and done == WHOLE:
            yield line.question("KT-143", "progress", status=status)
        elif status == DONE and done < WHOLE:
            yield line.question("KT-142", "progress")


def _percent(line: SheetLine) -> float | None:
    value = line.values.get("progress")
    if isinstance(value, int | float):
        return float(value)
    return None


def missing_evidence(context: CheckContext) -> Iterator[Finding]:
    """Files named as what came out of a piece of work that do not lie beside the master."""
    for table in (schema.TASKS, schema.REVIEWS, schema.REVIEW_STEPS):
        for line in context.lines(table):
            for name in _files(line):
                if _is_missing(context, name):
                    yield line.question("KT-144", "evidence", name=name)


def _files(line: SheetLine) -> list[str]:
    told = line.text("evidence")
    return [name.strip() for name in _BETWEEN.split(told)]


def _is_missing(context: CheckContext, name: str) -> bool:
    """Whether a name is that of a file which should lie under the master's folder, and does not."""
    if "://" in name:
        return False
    if not _ENDING.search(name):
        return False
    path = PureWindowsPath(name)  # a sheet is filled in on Windows: «bao-cao\\KH-08.docx»
    if path.anchor:
        return False
    folder = context.of_year.path.parent
    place = folder.joinpath(*path.parts)
    return not place.exists()
