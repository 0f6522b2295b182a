"""KINDS: every document the office can have written besides the periodic report, once.

The terminal's `--kind`, the step that writes and the step that gives numbers read this table.
"""

from __future__ import annotations

import importlib
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from khoagiao_xl.report.told_notices import NOTICE, NOTICE_KEY

if TYPE_CHECKING:
    from collections.abc import Callable

    from khoagiao_xl.office.year import Year
    from khoagiao_xl.report.kinds.document_order import DocumentOrder
    from khoagiao_xl.report.letterheads import Letterhead

    Tags = dict[str, Any]
    Tell = Callable[[Year, DocumentOrder, Letterhead], Tags]

DIRECTIVE, ISSUE, PERIOD, YEAR = "directive", "issue", "period", "year"


@dataclass(frozen=True)
class DocumentKind:
    """One kind of document.

    id: the word behind `--kind`. document: what it is in the register, where «Báo cáo» has the letters BC.
    template: its name without «bao-cao-». needs: what it is about: a directive and a period, an issue of
    the log, a period, the year. tell: «module:function» that makes its tags. file: what its file is called.
    can_wait: whether it asks before the period is over and its reports are due. receivers: how many of those
    that receive the reports get it, from the first; 0 for all of them.
    """

    id: str
    document: str
    template: str
    needs: str
    tell: str
    file: str
    can_wait: bool = False
    receivers: int = 0

    @property
    def tells_figures(self) -> bool:
        """Whether it tells figures of «Tổng hợp»."""
        return self.needs == DIRECTIVE

    def load(self) -> Tell:
        """Import and return the function that makes its tags."""
        name, function = self.tell.split(":")
        module = importlib.import_module(f"khoagiao_xl.report.kinds.{name}")
        found: Tell = getattr(module, function)
        return found


_ALL: Final = (
    DocumentKind("so_ket", "Báo cáo", "so-ket", DIRECTIVE, "directive_review:first_review",
                 "So-ket-{about}-{period}.docx", can_wait=True),
    DocumentKind("tong_ket", "Báo cáo", "tong-ket", DIRECTIVE, "directive_review:final_review",
                 "Tong-ket-{about}-{period}.docx", can_wait=True),
    DocumentKind("tin_nhanh", "Báo cáo", "tin-nhanh", ISSUE, "quick_information:tell",
                 "Tin-nhanh-{about}.docx", receivers=2),
    DocumentKind("thong_bao", NOTICE, NOTICE_KEY, PERIOD, "reporting_notice:tell",
                 "Thong-bao-che-do-bao-cao-{period}.docx", can_wait=True),
    DocumentKind("cong_van", "Công văn", "cong-van", PERIOD, "urging_letter:tell",
                 "Cong-van-don-doc-{period}.docx", can_wait=True, receivers=2),
    DocumentKind("chuong_trinh", "Chương trình", "chuong-trinh", YEAR, "work_programme:tell",
                 "Chuong-trinh-cong-tac-{year}.docx"),
)  # fmt: skip
KINDS: Final = {kind.id: kind for kind in _ALL}
