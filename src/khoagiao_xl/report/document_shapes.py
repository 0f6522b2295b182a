"""How each kind of document is laid out: SHAPES has a row for every template that ships with the tool."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from khoagiao_xl.report import kind_layouts
from khoagiao_xl.report.appendix_layout import APPENDICES, Appendix
from khoagiao_xl.report.report_layout import BODIES, Block

LETTER_TITLE: Final = ""  # a letter has none: what it is about stands under its number


@dataclass(frozen=True)
class DocumentShape:
    """One template. title: «BÁO CÁO», LETTER_TITLE for a letter, which names whom it goes to instead."""

    title: str
    body: Block
    appendices: tuple[Appendix, ...] = ()

    @property
    def is_letter(self) -> bool:
        """Whether it goes to somebody who is named at its head."""
        return self.title == LETTER_TITLE


_REVIEW: Final = DocumentShape(
    "BÁO CÁO",
    kind_layouts.REVIEW_BODY,
    (kind_layouts.REVIEW_UNITS, kind_layouts.named_units(2, "báo cáo")),
)
_PERIODIC: Final = {name: DocumentShape("BÁO CÁO", body, APPENDICES) for name, body in BODIES.items()}
SHAPES: Final[Mapping[str, DocumentShape]] = {
    **_PERIODIC,
    "so-ket": _REVIEW,
    "tong-ket": _REVIEW,
    "tin-nhanh": DocumentShape("BÁO CÁO", kind_layouts.ISSUE_BODY),
    "thong-bao": DocumentShape(
        "THÔNG BÁO",
        kind_layouts.NOTICE_BODY,
        (kind_layouts.GOOD_UNITS, kind_layouts.SLOW_UNITS, kind_layouts.named_units(3, "thông báo")),
    ),
    "cong-van": DocumentShape(LETTER_TITLE, kind_layouts.LETTER_BODY, (kind_layouts.OWING_UNITS,)),
    "chuong-trinh": DocumentShape(
        "CHƯƠNG TRÌNH",
        kind_layouts.PROGRAMME_BODY,
        (kind_layouts.PLANNED_TASKS, kind_layouts.PLANNED_REVIEWS),
    ),
}
