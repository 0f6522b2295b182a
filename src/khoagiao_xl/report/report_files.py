"""The Word file of a report: how it is named, and its bytes."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from khoagiao_xl.report.template import find_template
from khoagiao_xl.report.write_word import render

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


def report_bytes(content: ReportContent, master: Path) -> bytes:
    """Return the Word file, by the office's own template where one lies beside the master.

    Raise WrongRequest as `render` does.
    """
    template = find_template(content.report, master, is_state=content.letterhead.is_of_state)
    return render(content, template)
