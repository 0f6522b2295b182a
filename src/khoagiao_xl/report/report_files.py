"""The Word file of a report: how it is named, and its bytes."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final

from khoagiao_xl.report.template import find_template
from khoagiao_xl.report.template_remarks import refuse_without_sections
from khoagiao_xl.report.write_word import render

NOTED, MENDED = "-soat-the-thuc", "-da-sua"  # behind the names of the copies of a check
COPIES: Final = (NOTED, MENDED)

if TYPE_CHECKING:
    from khoagiao_xl.model.periods import Period
    from khoagiao_xl.report.content import ReportContent


def report_path(out: Path, period: Period, kind: str = "") -> Path:
    """Return where the report of `period` goes: `out` itself if it is a .docx, else by its name into it.

    kind: the report that was asked for, blank for the usual one.
    """
    if out.suffix.lower() == ".docx":
        return out
    name = str(period)
    if kind:
        name = f"{kind}-{name}"
    return out / f"Bao-cao-khoa-giao-{name}.docx"


def reports_in(folder: Path, period: str = "") -> list[Path]:
    """Return the Word files of a folder, or those of a period, by their names.

    Without the marks of open ones and the copies that a check of the layout leaves beside them.
    """
    names = f"[!~.]*{period}*.docx" if period else "[!~.]*.docx"
    found = []
    for path in sorted(folder.glob(names)):
        unnumbered = path.stem.rstrip("-0123456789")
        if not unnumbered.endswith(COPIES):
            found.append(path)
    return found


def report_bytes(content: ReportContent, master: Path) -> bytes:
    """Return the Word file, by the office's own template where one lies beside the master.

    Raise WrongRequest as `render` does, BC-21 for a template that has no place for what is reported.
    """
    template = find_template(content.report, master, is_state=content.letterhead.is_of_state)
    document = render(content, template)
    refuse_without_sections(template)
    return document
