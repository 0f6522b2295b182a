"""The title of the list of units says of which it is: of nobody late it says nothing of late ones."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from khoagiao_xl.model.records import Duty, State
from khoagiao_xl.report.content import ReportContent
from khoagiao_xl.report.template_filling import fill

Content = Callable[..., ReportContent]
LATE = {"Sở Y tế": Duty("2024-Q1", "SYT", State.ACCEPTED, days_late=2)}
UNSENT = {State.MISSING: ("Sở Tư pháp",)}
TITLES: dict[str, tuple[dict[str, Any], str]] = {
    "unsent": ({"states": UNSENT}, "chưa gửi"),
    "unsent and late": ({"states": UNSENT, "came": LATE}, "chưa gửi, gửi chậm"),
    "late alone": ({"states": {}, "came": LATE}, "gửi chậm"),
    "sent back": ({"states": {State.RETURNED: ("A",), State.UNUSABLE: ("B",)}}, "phải gửi lại, phải sửa"),
    "extended": ({"states": {State.EXTENDED: ("A",)}}, "được gia hạn gửi"),
    "none": ({"states": {}}, ""),
}


@pytest.mark.parametrize("case", TITLES)
def test_the_title_names_the_kinds_of_units_that_are_listed(content: Content, case: str) -> None:
    facts, title = TITLES[case]
    assert fill(content(**facts))["danh_sach_gom"] == title
