"""Templates and reports are sound Office Open XML: nothing for Word to mend, nor for Excel in their charts."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from khoagiao_xl.model.periods import Kind, Period
from khoagiao_xl.report.month_course import MonthCourse
from khoagiao_xl.report.template import template_folder
from tests.repair_causes.judging import faults_in_bytes

Written = Callable[..., bytes]
TEMPLATES = sorted(path for path in template_folder().rglob("*.docx"))


def departures(docx: bytes, folder: Path) -> list[str]:
    return faults_in_bytes([docx], folder, "docx")


@pytest.mark.parametrize("template", TEMPLATES, ids=lambda path: path.stem)
def test_a_template_is_sound(template: Path, tmp_path: Path) -> None:
    assert departures(template.read_bytes(), tmp_path) == []


@pytest.mark.parametrize("period", ["2024-M03", "2024-Q1", "2024-H1", "2024-Y"])
def test_a_report_is_sound(written: Written, period: str, tmp_path: Path) -> None:
    assert departures(written(period), tmp_path) == []


def test_a_report_with_charts_is_sound(written: Written, total: Any, tmp_path: Path) -> None:
    months = [
        MonthCourse(Period(2024, Kind.MONTH, n), {"KG201": total("KG201", n)}, n, 1, 1) for n in (1, 2, 3)
    ]
    assert departures(written("2024-Y", months=tuple(months)), tmp_path) == []


@pytest.mark.parametrize("strange", ["Số\x0blớp", "x" * 40_000, "<&'\">" * 60, "😀" * 300])
def test_a_report_with_charts_of_strange_names_is_sound(
    written: Written, total: Any, strange: str, tmp_path: Path
) -> None:
    named = {"KG201": total("KG201", 3, label=strange)}
    months = [MonthCourse(Period(2024, Kind.MONTH, n), named, n, 1, 1) for n in (1, 2, 3)]
    assert departures(written("2024-Y", months=tuple(months)), tmp_path) == []


def test_a_report_with_a_page_on_its_side_is_sound(written: Written, total: Any, tmp_path: Path) -> None:
    long = total("KG201", 5, label="Số cuộc tuyên truyền về nghị quyết, chỉ thị, kết luận " * 3)
    assert departures(written(totals=(long,)), tmp_path) == []
