"""No document of the tool holds an abbreviation that its reader was not told the meaning of.

The units' own words are left out: what they wrote is theirs; «Kiểm tra thể thức» tells of theirs.
"""

from __future__ import annotations

import io
import re
from collections.abc import Callable, Iterator
from datetime import date, datetime
from pathlib import Path
from typing import Any, Final

import pytest
from docx import Document
from docx.oxml.ns import qn

from khoagiao_xl.model import schema
from khoagiao_xl.model.closing_records import Frozen
from khoagiao_xl.model.indicators import NUMERIC, Indicator, Type
from khoagiao_xl.model.periods import Period
from khoagiao_xl.model.records import Total
from khoagiao_xl.model.results import Job
from khoagiao_xl.office.profiles import load_profile
from khoagiao_xl.office.rows import to_rows
from khoagiao_xl.office.year import Year
from khoagiao_xl.report import ReportContent
from khoagiao_xl.report.charts import charts_of
from khoagiao_xl.report.figure_notes import table_notes
from khoagiao_xl.report.figure_table import FigureTable
from khoagiao_xl.report.gathering import gather
from khoagiao_xl.report.kinds.document_writing import AskedDocument
from khoagiao_xl.report.kinds.kinds_table import KINDS
from khoagiao_xl.report.lagging_figures import plan_lags
from khoagiao_xl.steps import consolidate
from tests.report.abbreviations import unexplained
from tests.steps.small_year import SETTINGS, indicator_rows, small_year

Content = Callable[..., ReportContent]
Make = Callable[..., Total]
SYMBOL: Final = "45-NQ/TW"
DIRECTIVE: Final = {"symbol": SYMBOL, "kind": "Nghị quyết", "issued": date(2023, 11, 24),
                    "issuer": "Ban Chấp hành Trung ương", "subject": "về đội ngũ trí thức"}  # fmt: skip
TASK: Final = {
    "code": "NV01",
    "section": "II.1",
    "field": "Chung",
    "text": "Ban hành kế hoạch năm",
    "status": "nhận",
}
REVIEW: Final = {"code": "ST01", "years": 5, "symbol": SYMBOL}
ISSUE: Final = {"code": "VD001", "unit": "A", "field": "Xã hội", "text": "Một số trạm y tế thiếu thuốc"}
STUDIED: Final = {"unit": "A", "list": "QT", "line": "QT1", "text": SYMBOL, "first": 40.0, "second": 39.0}


def answer(item: Indicator) -> Any:
    """Return an answer to it, none where it asks for words of one's own."""
    if item.type is Type.TEXT:
        return None
    if item.type is Type.LIST:
        return SYMBOL
    return 12 if item.type in NUMERIC else "Có"


def year_of(period: Period, profile: str, now: datetime, review: str) -> Year:
    """Return a year in which two units answered everything of a period, added up, and something happened."""
    answers = {item.code: answer(item) for item in load_profile(profile).indicators}
    settings = {**SETTINGS, "ho_so": profile, "nam": str(period.year)}
    tables: dict[str, Any] = {
        "tblChiTieu": indicator_rows(profile),
        "tblCauHinh": [{"key": key, "value": value} for key, value in settings.items()],
        "tblVanBan": [DIRECTIVE],
        "tblKeHoach": [TASK],
        "tblVanDe": [{**ISSUE, "day": now.date()}],
        "tblSoTongKet": [{**REVIEW, "kind": review, "anniversary": now.date()}],
        "tblViecCuThe": [{**STUDIED, "period": str(period), "day": f"{now:%d/%m/%Y}"}],
    }
    year = small_year({str(period): {"A": answers, "B": answers}}, **tables)
    return year.with_tables(consolidate.work(year, Job(now, period)).tables)


def texts(docx: bytes) -> Iterator[str]:
    """Yield the text of each paragraph, in the order in which a reader meets them."""
    for paragraph in Document(io.BytesIO(docx)).element.body.iter(qn("w:p")):
        yield "".join(node.text or "" for node in paragraph.iter(qn("w:t")))


def written(code: str, profile: str = "2024", kind: str = "") -> list[str]:
    """Return the paragraphs of a document that is written at the end of the year."""
    period = Period.parse(code)
    now = datetime(period.year, 12, 20, 8)  # noqa: DTZ001
    year = year_of(period, profile, now, "Tổng kết" if kind == "tong_ket" else "Sơ kết")
    job = Job(now, period, kind=kind, directive=SYMBOL, issue="VD001", out=Path("ra"))
    return list(texts(AskedDocument.of(year, job).document_bytes()))


@pytest.mark.parametrize("period", ["2024-M11", "2024-Q4", "2024-H1", "2024-Y"])
def test_a_periodic_report_of_every_indicator_holds_none(period: str) -> None:
    told = written(period)
    assert unexplained(told) == []
    assert any("bảo hiểm y tế" in text for text in told) or period == "2024-M11"


@pytest.mark.parametrize("profile", ["2026", "2026-tinh", "2026-co-quan-dang"])
def test_a_report_of_another_office_holds_none(profile: str) -> None:
    assert unexplained(written("2026-Y", profile)) == []


@pytest.mark.parametrize("kind", KINDS)
def test_a_document_of_another_kind_holds_none(kind: str) -> None:
    told = written("2024-Q4", kind=kind)
    assert len(told) > 10
    assert unexplained(told) == []


NAMED: Final = {"KG224": "Tỷ lệ tham gia bảo hiểm y tế", "KG599": "Số câu lạc bộ đọc sách"}


def test_a_note_below_the_table_names_a_carried_figure_as_reports_do(content: Content, total: Make) -> None:
    carried = total("KG224", 98.0, "%", carried_units=2)
    told = content(totals=(carried,), labels=NAMED)
    notes = table_notes(told, FigureTable(told))
    assert "“Tỷ lệ tham gia bảo hiểm y tế”: có 02 đơn vị chưa báo cáo kỳ này" in " ".join(notes)


def test_a_chart_names_a_planned_figure_as_reports_do(content: Content, total: Make) -> None:
    planned = total("KG599", 4, plan_value=8, plan_done=4, plan_units=9)
    (chart,) = charts_of(content(totals=(planned,), labels=NAMED, months=()))
    assert chart.categories == ("Số câu lạc bộ đọc sách",)


def test_a_plan_that_lags_is_named_as_reports_do(content: Content, total: Make) -> None:
    planned = total("KG599", 1, plan_value=100, plan_done=1, plan_units=9)
    ((_, sentence),) = plan_lags(content(totals=(planned,), labels=NAMED))
    assert "số câu lạc bộ đọc sách" in sentence


def test_a_change_after_closing_is_named_as_reports_do() -> None:
    quarter, now = Period.parse("2024-Q4"), datetime(2024, 12, 20, 8)  # noqa: DTZ001
    month = {"period": "2024-M11", "round": 1, "code": "KG224", "unit": "A"}
    changed = to_rows(
        [{**month, "label": "Tỷ lệ tham gia BHYT", "frozen": "97", "now": "98"}], schema.LATER_CHANGES
    )
    closed = to_rows([{**month, "kind": Frozen.CLOSED, "moment": now}], schema.CLOSINGS)
    year = year_of(quarter, "2024", now, "Sơ kết")
    year = year.with_tables({schema.LATER_CHANGES.name: changed, schema.CLOSINGS.name: closed})
    (note,) = gather(year, quarter, now.date()).changes
    assert note.change.label == NAMED["KG224"]


@pytest.mark.parametrize("item", load_profile("2024").indicators, ids=lambda item: item.code)
def test_what_a_report_calls_an_indicator_holds_none_and_no_words_of_a_form(item: Indicator) -> None:
    name = item.report_label or item.label
    assert unexplained([name]) == []
    assert not re.search(r"chọn từ|theo danh mục|ghi \d|Trong đó|/kế hoạch", name)
    assert not name.startswith("Đã ")  # a count of units is named as one: «Số đơn vị đã ...»


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Có 11.021 người tham gia BHYT.", ["BHYT"]),
        ("Số mô hình ứng dụng KH&CN", ["KH&CN"]),
        ("Đã có kế hoạch thực hiện NQ 45-NQ/TW", ["NQ"]),
        ("Sở GD&ĐT và Hội LHPN phối hợp", ["GD&ĐT", "LHPN"]),
        ("V/v đôn đốc; đ/c Bí thư", ["V/v", "đ/c"]),
        ("Bảo hiểm y tế (BHYT) đạt 98%; BHYT tự nguyện tăng", []),
        ("Ban Chỉ đạo (sau đây gọi tắt là BCĐ) họp; BCĐ thống nhất", []),
        ("Kết luận số 49-KL/TW, Đề án 03-ĐA/TU, Quyết định 238-QĐ/TW", []),
        ("T/M BAN THƯỜNG VỤ", []),
        ("Đảng ủy Khối Cơ quan - Doanh nghiệp tỉnh, mục III, quý IV", []),
        ("KẾT QUẢ CÔNG TÁC KHOA GIÁO", []),
    ],
)
def test_an_abbreviation_is_one_until_its_words_are_said(text: str, found: list[str]) -> None:
    assert unexplained([text]) == found


def test_words_that_explain_come_before_not_after() -> None:
    assert unexplained(["BHYT đạt 98%.", "Bảo hiểm y tế (BHYT) được mở rộng."]) == ["BHYT"]


def test_a_proper_name_may_hold_one() -> None:
    assert unexplained(["Chi bộ VNPT Lào Cai chưa nộp."], ["VNPT Lào Cai"]) == []
