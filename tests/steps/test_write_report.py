"""The report as an action: from the master's tables to a Word file that says the same."""

from __future__ import annotations

import re
import zipfile
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from khoagiao_xl.errors import WrongRequest
from khoagiao_xl.model import schema
from khoagiao_xl.model.periods import Period
from khoagiao_xl.model.records import Duty, State, Total
from khoagiao_xl.office.year import Year
from khoagiao_xl.report import ReportContent
from khoagiao_xl.report.gathering import gather
from khoagiao_xl.steps import consolidate, write_report
from tests.steps.small_year import NOW, SETTINGS, job, small_year

if TYPE_CHECKING:
    from tests.steps.conftest import Office

JANUARY = "2024-M01"
TOTAL = Total(JANUARY, "KG110", "Số lượt", "lượt người", 7, counted=1, owing=3, section="II.1", field="Chung")
WAIVER = {"period": JANUARY, "unit": "A", "rule": "R03", "indicator": "KG110", "reason": "mới sáp nhập",
          "allowed_by": "Ban Thường vụ", "until": date(2024, 12, 31)}  # fmt: skip


def year(**tables: Any) -> Year:
    """Return a year in which unit A has reported for January."""
    return small_year({JANUARY: {"A": {"KG110": 7}}}, **{"tblTongHop": [TOTAL], **tables})


def consolidated(**tables: Any) -> Year:
    """Return such a year whose totals were made by the step that makes them."""
    before = year(**{"tblTongHop": [], **tables})
    return before.with_tables(consolidate.work(before, job(JANUARY)).tables)


def content(**tables: Any) -> ReportContent:
    """Return what the report of January is made from."""
    return gather(year(**tables), Period.parse(JANUARY), date(2024, 1, 22))


def with_settings(**settings: str) -> list[dict[str, str]]:
    return [{"key": key, "value": value} for key, value in {**SETTINGS, **settings}.items()]


def test_totals_that_somebody_typed_over_are_not_reported() -> None:
    true = consolidated()
    rows = [{**row, "Kỳ này": 9999} if row["Mã"] == "KG110" else row for row in true.raw(schema.TOTALS)]
    with pytest.raises(WrongRequest, match="không còn khớp với số liệu đã nhận"):
        write_report.work(true.with_tables({"tblTongHop": rows}), job(JANUARY, Path("bao-cao")))


def test_totals_of_units_that_are_no_longer_the_same_are_not_reported() -> None:
    true = consolidated()
    gone = [
        {**row, "Đến ngày": date(2023, 12, 31)} if row["Mã"] == "B" else row for row in true.raw(schema.UNITS)
    ]
    with pytest.raises(WrongRequest, match="không còn khớp với số liệu đã nhận"):
        write_report.work(true.with_tables({"tblDonVi": gone}), job(JANUARY, Path("bao-cao")))


@pytest.mark.parametrize(("number", "is_told"), [("", True), ("15-BC/ĐUK", False)])
def test_a_review_that_is_over_without_a_number_is_named_to_the_office(number: str, is_told: bool) -> None:
    review = {"kind": "Sơ kết", "years": 5, "symbol": "49-KL/TW", "code": "ST01", "status": "xong",
              "report_number": number}  # fmt: skip
    outcome = write_report.work(consolidated(tblSoTongKet=[review]), job(JANUARY, Path("bao-cao"))).outcome
    assert any("49-KL/TW: sổ ghi đã xong" in line for line in outcome.details) is is_told


# -- what it is made from ---------------------------------------------------------------------------------


def test_every_unit_is_in_the_list_of_its_state() -> None:
    states = content(duties={(JANUARY, "C"): State.RETURNED}).states
    assert states == {
        State.ACCEPTED: ("Đơn vị A",),
        State.MISSING: ("Đơn vị B",),
        State.RETURNED: ("Đơn vị C",),
    }


def test_totals_come_as_they_were_consolidated() -> None:
    assert content().totals == (TOTAL,)


def test_a_units_words_stand_under_its_name() -> None:
    words = {"period": JANUARY, "unit": "A", "code": "KG602", "text": "Mở lớp."}
    (narrative,) = content(tblThuyetMinh=[words, {**words, "period": "2024-M02"}]).narratives
    assert (narrative.unit_name, narrative.code, narrative.text) == ("Đơn vị A", "KG602", "Mở lớp.")


def waived(received: datetime = NOW, *used: str, state: State = State.ACCEPTED) -> list[Duty]:
    """Return the duty of unit A, whose form that came then needed waivers."""
    return [Duty(JANUARY, "A", state, received=received, waived=used or ("R03 KG110",))]


def test_a_waiver_that_was_used_is_told_once_for_its_figure() -> None:
    waivers = [WAIVER, {**WAIVER, "rule": "R04"}, {**WAIVER, "rule": "GIA-HAN"}]
    duties = waived(NOW, "R03 KG110", "R04 KG110")
    (note,) = content(tblMienTru=waivers, tblTiepNhan=duties).waivers
    assert (note.unit_name, note.reason, note.code) == ("Đơn vị A", "mới sáp nhập", "KG110")


@pytest.mark.parametrize(
    "duties",
    [
        [Duty(JANUARY, "A", State.ACCEPTED, received=NOW)],  # never used
        waived(NOW, state=State.RETURNED),  # used in a form that does not count
        waived(NOW.replace(year=2025)),  # no longer in force when the form came
        waived(NOW, "R09 KG110"),  # of a rule that is set aside no more
    ],
)
def test_a_waiver_that_lets_no_figure_pass_is_not_told(duties: list[Duty]) -> None:
    assert content(tblMienTru=[WAIVER], tblTiepNhan=duties).waivers == ()


def test_a_row_dropped_from_the_plan_is_not_cited() -> None:
    rows = [{"symbol": "1-NQ/TW", "status": "bỏ"}, {"symbol": "2-NQ/TW", "status": "nhận"}]
    assert [item.symbol for item in content(tblVanBan=rows).directives] == ["2-NQ/TW"]


def test_the_offices_own_settings_go_before_the_letterhead() -> None:
    head = content(tblCauHinh=with_settings(chuc_vu_ky="BÍ THƯ", dau_ket="./.", du_thao="")).letterhead
    assert (head.position, head.ending, head.draft_label) == ("BÍ THƯ", "./.", "")


@pytest.mark.parametrize("totals", [[], [{"period": JANUARY, "code": "KG110", "value": 7}]])
def test_a_period_without_totals_or_with_those_of_an_older_layout_is_refused(totals: Any) -> None:
    with pytest.raises(WrongRequest, match="Bấm «Tổng hợp»"):
        content(tblTongHop=totals)


def test_a_reworded_indicator_is_known_as_one_and_told_to_the_office() -> None:
    own = [row for row in year().rows(schema.INDICATORS) if row["code"] == "KG110"]
    renamed = [{**row, "label": "Số lượt công nhân"} for row in own]
    assert content(tblChiTieu=renamed).reworded == {"KG110"}
    outcome = write_report.work(consolidated(tblChiTieu=renamed), job(JANUARY, Path("bao-cao"))).outcome
    assert any("Chỉ tiêu KG110 đã sửa tên" in line for line in outcome.details)


def test_hot_issues_of_the_window_and_open_before_it_are_gathered() -> None:
    arisen = {"code": "VD001", "day": date(2024, 1, 5), "unit": "A", "text": "Mới"}
    before = {**arisen, "code": "VD002", "day": date(2023, 12, 1), "text": "Cũ"}
    after = {**arisen, "code": "VD003", "day": date(2024, 2, 1)}
    notes = content(tblVanDe=[arisen, before, after]).issues
    assert [(note.unit_name, note.issue.text, note.is_earlier) for note in notes] == [
        ("Đơn vị A", "Mới", False),
        ("Đơn vị A", "Cũ", True),
    ]


def test_a_period_of_which_nobody_has_reported_has_no_report() -> None:
    nobody = small_year({JANUARY: {}}, tblTongHop=[TOTAL])
    with pytest.raises(WrongRequest, match="Chưa có đơn vị nào báo cáo tháng 1 năm 2024"):
        write_report.work(nobody, job(JANUARY, Path("bao-cao")))


# -- the file ---------------------------------------------------------------------------------------------


def test_it_is_named_after_its_period() -> None:
    changes = write_report.work(consolidated(), job(JANUARY, Path("bao-cao")))
    assert [new.path for new in changes.files] == [Path("bao-cao/Bao-cao-khoa-giao-2024-M01.docx")]
    counts = changes.outcome.counts
    assert (counts["narratives"], counts["reported"]) == (0, 1)


def test_the_office_can_say_where_and_under_what_name() -> None:
    own = Path("Báo cáo của tôi.docx")
    (new,) = write_report.work(consolidated(), job(JANUARY, own)).files
    assert new.path == own


def text_of(path: Path) -> str:
    with zipfile.ZipFile(path) as archive:
        paragraphs = archive.read("word/document.xml").decode().split("</w:p>")
    return "\n".join(re.sub(r"<[^>]+>", "", paragraph) for paragraph in paragraphs)


def reported(office: Office) -> Path:
    for action in ("tiep_nhan", "tong_hop", "xuat_bao_cao"):
        outcome = office.act(action)
        assert outcome.status == 0, outcome.sentence
    return office.folder / "bao-cao" / "Bao-cao-khoa-giao-2024-M01.docx"


def test_from_the_inbox_to_the_page(office: Office) -> None:
    words = {"KG602": "Mở {{ 7*7 }} lớp <b>tin học</b> & {% for x in y %}.", "KG603": "", "KG604": ""}
    office.receive("SYT", replace(office.answers("SYT"), texts=words))
    text = text_of(reported(office))
    assert "1/8 đơn vị" in text
    assert "Sở Tài chính" in text
    assert "Mở {{ 7*7 }} lớp &lt;b&gt;tin học&lt;/b&gt; &amp; {% for x in y %}" in text


def test_every_figure_keeps_the_key_by_which_it_can_be_traced(office: Office) -> None:
    from khoagiao_xl.report.figure_tracing import read_keys

    office.receive("SYT", office.answers("SYT", KG110=1250))
    keys = read_keys(reported(office).read_bytes())
    assert ("KG110@2024-M01", "1.250") in [(key, shown.split()[0].rstrip("*")) for key, shown in keys]
