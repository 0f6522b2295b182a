"""One small organisation and its report, for every test of this folder."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from khoagiao_xl.model.periods import Period
from khoagiao_xl.model.records import Directive, Review, State, Total
from khoagiao_xl.office.profiles import load_profile
from khoagiao_xl.report import Narrative, ReportContent, WaiverNote, find_template, letterhead_for, render

DAY = date(2024, 3, 20)
LIKE_WITH_LIKE = {"previous_both": 65, "previous_then": 1000, "previous_now": 1150}
INDICATORS = {item.code: item for item in load_profile("2024").indicators}


@pytest.fixture
def total() -> Callable[..., Total]:
    """Return a maker of totals of 2024-Q1: `total("KG106", 41, "hội nghị", previous=33)`."""

    def make(code: str, value: Any, measure: str = "cuộc", **facts: Any) -> Total:
        known = {"period": "2024-Q1", "label": f"Chỉ tiêu {code}", "counted": 92, "owing": 92}
        if code in INDICATORS:
            known |= {name: getattr(INDICATORS[code], name) for name in ("label", "section", "field")}
        return Total(code=code, value=value, unit_of_measure=measure, **{**known, **facts})

    return make


@pytest.fixture
def content(total: Callable[..., Total]) -> Callable[..., ReportContent]:
    """Return a maker of contents: a report of a period with a bit of everything, each field replaceable."""

    def make(period: str = "2024-Q1", **facts: Any) -> ReportContent:
        totals = (
            total("KG101", 185, "văn bản", previous=172, to_date=205),
            total("KG106", 5, "hội nghị", previous=0, period=period),
            total("KG109", 97.5, "%"),
            total("KG110", None, "lượt người", counted=0),
            total("KG201", 1250, "cuộc", previous=1100, **LIKE_WITH_LIKE),
            total("KG205", 26472, "lượt người", counted=84, provisional=True),
            total("KG226", 0, "vụ"),
        )
        units = {State.ACCEPTED: ("Sở Y tế",) * 88, State.MISSING: ("Sở Tư pháp", "Thanh tra tỉnh")}
        base: dict[str, Any] = {
            "letterhead": letterhead_for("2024", DAY),
            "period": Period.parse(period),
            "today": DAY,
            "totals": totals,
            "narratives": (Narrative("Chi bộ Sở Du lịch", "KG602", "Mở hai lớp bồi dưỡng."),),
            "states": {**units, State.RETURNED: ("Cục Thuế tỉnh",), State.EXTENDED: ("Báo Lào Cai",)},
            "directives": (Directive("49-KL/TW", "Kết luận", date(2019, 5, 10), "Ban Bí thư khóa XII"),),
            "reviews": (Review("Sơ kết", 5, "49-KL/TW", date(2024, 5, 10)),),
            "waivers": (WaiverNote("Chi bộ Sở Du lịch", "chuyển trụ sở", "KG201", until=date(2024, 6, 30)),),
        }
        return ReportContent(**{**base, **facts})

    return make


@pytest.fixture
def written(content: Callable[..., ReportContent]) -> Callable[..., bytes]:
    """Return a maker of reports: the bytes of the .docx for the facts of a content."""

    def make(period: str = "2024-Q1", **facts: Any) -> bytes:
        made = content(period, **facts)
        return render(made, find_template(made.report))

    return make
