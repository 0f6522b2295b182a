"""Giving a document its number: the next of its series, once, and asked about where something is unfinished."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from khoagiao_xl.actions import DOCUMENT_KINDS
from khoagiao_xl.errors import WrongRequest
from khoagiao_xl.model import schema
from khoagiao_xl.model.results import Job
from khoagiao_xl.office.changes import Changes
from khoagiao_xl.office.rows import to_row
from khoagiao_xl.office.year import Year
from khoagiao_xl.report.kinds.kinds_table import KINDS
from khoagiao_xl.report.paragraph_texts import paragraphs_of
from khoagiao_xl.steps import number_document, write_report
from tests.steps.small_year import NOW, SETTINGS
from tests.steps.small_year import job as small_job
from tests.steps.test_write_report import JANUARY, consolidated

OUT = Path("bao-cao")
REPORT = {"kind": "Báo cáo", "issuer": "cấp ủy", "symbol": "BC/ĐUK", "subject": "kết quả"}


def job(now: datetime = NOW, **facts: Any) -> Job:
    return replace(small_job(JANUARY, OUT), **{"now": now, "is_sure": True, **facts})


def registered(*documents: dict[str, Any], **settings: str) -> Year:
    """Return a year whose register has these documents."""
    rows = [{"key": key, "value": value} for key, value in {**SETTINGS, **settings}.items()]
    return consolidated(tblVanBanDi=[{**REPORT, **document} for document in documents], tblCauHinh=rows)


def sent(number: int, day: date, **facts: Any) -> dict[str, Any]:
    return {"number": number, "issued": day, **facts}


def number_of(year: Year, **facts: Any) -> int:
    return number_document.work(year, job(**facts)).outcome.counts["number"]


def after(year: Year, changes: Changes) -> Year:
    return year.with_tables(changes.tables)


def journal_of(year: Year, changes: Changes, moment: datetime) -> Year:
    """Return the year with the line that the door writes of what came."""
    line = to_row({"moment": moment, "result": changes.outcome.sentence}, schema.JOURNAL)
    return year.with_tables({schema.JOURNAL.name: [line, *year.raw(schema.JOURNAL)]})


def words(changes: Changes) -> list[str]:
    [file] = changes.files
    return list(paragraphs_of(file.bytes()))


# -- the series -------------------------------------------------------------------------------------------


def test_the_first_report_of_a_term_is_01_with_its_day_and_no_draft_line() -> None:
    changes = number_document.work(registered(), job())
    assert "Số 01-BC/ĐUK" in words(changes)
    assert "Lào Cai, ngày 22 tháng 01 năm 2024" in words(changes)
    assert not any("Dự thảo" in line for line in words(changes))


def test_the_register_tells_what_the_number_was_given_for() -> None:
    [row] = number_document.work(registered(), job()).tables["tblVanBanDi"]
    assert (row["Loại"], row["Số"], row["Ký hiệu"], row["Cơ quan ban hành"]) == (
        "Báo cáo", 1, "BC/ĐUK", "cấp ủy",
    )  # fmt: skip
    assert (row["Báo cáo"], row["Ngày ban hành"]) == (JANUARY, date(2024, 1, 22))


def test_numbers_run_on_over_the_years_of_a_term() -> None:
    year = registered(sent(17, date(2022, 12, 30)), sent(18, date(2023, 12, 29)), nhiem_ky_tu="15/10/2020")
    assert number_of(year) == 19


def test_a_new_term_begins_at_01() -> None:
    assert number_of(registered(sent(17, date(2020, 6, 1)), nhiem_ky_tu="15/10/2020")) == 1


def test_other_kinds_and_issuers_have_series_of_their_own() -> None:
    letter = sent(40, date(2024, 1, 5), kind="Công văn")
    board = sent(30, date(2024, 1, 5), issuer="ban")
    assert number_of(registered(letter, board, sent(4, date(2024, 1, 5)))) == 5


def test_numbers_of_a_body_of_the_state_begin_with_the_year() -> None:
    before = sent(90, date(2023, 12, 1), issuer="cơ quan nhà nước")
    year = registered(before, ho_so="so-giao-duc")
    changes = number_document.work(year, job())
    assert "Số: 01/BC-SGDĐT" in words(changes)


def test_a_report_keeps_its_number_and_day() -> None:
    first = registered()
    again = after(first, number_document.work(first, job()))
    changes = number_document.work(again, job(NOW + timedelta(days=9)))
    assert "đã có số 01-BC/ĐUK, ngày 22/01/2024: giữ số cũ" in changes.outcome.sentence
    assert changes.tables == {}


def test_a_report_written_again_bears_its_number() -> None:
    first = registered()
    again = after(first, number_document.work(first, job()))
    assert "Số 01-BC/ĐUK" in words(write_report.work(again, job(NOW + timedelta(days=9))))


def test_a_number_that_the_office_typed_itself_is_the_reports() -> None:
    typed = sent(27, date(2024, 1, 20), report=JANUARY)
    assert "Số 27-BC/ĐUK" in words(write_report.work(registered(typed), job()))


def test_a_line_that_the_office_began_for_the_report_is_filled_in() -> None:
    [row] = number_document.work(registered({"report": JANUARY, "note": "gửi 22/01"}), job()).tables[
        "tblVanBanDi"
    ]
    assert (row["Số"], row["Ghi chú"]) == (1, "gửi 22/01")


def test_the_day_may_be_told_or_set() -> None:
    assert "Lào Cai, ngày 23 tháng 01 năm 2024" in words(
        number_document.work(registered(), job(day=date(2024, 1, 23)))
    )
    assert "Lào Cai, ngày 24 tháng 01 năm 2024" in words(
        number_document.work(registered(ngay_van_ban="24/01/2024"), job())
    )


# -- what is refused --------------------------------------------------------------------------------------


def test_nothing_is_numbered_while_a_number_stands_twice() -> None:
    year = registered(sent(3, date(2024, 1, 5)), sent(3, date(2024, 1, 6)))
    with pytest.raises(WrongRequest, match="Số 03 của Báo cáo \\(cấp ủy\\) có 2 dòng"):
        number_document.work(year, job())


def test_a_body_that_stands_no_more_gets_no_number_but_may_have_a_draft() -> None:
    late = job(datetime(2026, 3, 1, 8))  # noqa: DTZ001
    with pytest.raises(WrongRequest, match="không còn ban hành văn bản vào ngày 01/03/2026"):
        number_document.work(registered(), late)
    told = write_report.work(registered(), late).outcome.details
    assert any("đây chỉ là bản thảo" in line for line in told)


def test_totals_that_are_no_longer_true_get_no_number() -> None:
    true = registered()
    rows = [{**row, "Kỳ này": 9999} if row["Mã"] == "KG110" else row for row in true.raw(schema.TOTALS)]
    with pytest.raises(WrongRequest, match="không còn khớp"):
        number_document.work(true.with_tables({"tblTongHop": rows}), job())


def test_a_report_with_two_numbers_is_refused() -> None:
    year = registered(sent(5, date(2024, 1, 20), report=JANUARY), sent(7, date(2024, 1, 21), report=JANUARY))
    with pytest.raises(WrongRequest, match="05-BC/ĐUK, 07-BC/ĐUK"):
        write_report.work(year, job())


def test_a_number_stays_with_the_issuer_that_gave_it() -> None:
    typed = sent(5, date(2024, 1, 20), report=JANUARY)
    assert "Số 05-BC/ĐUK" in words(write_report.work(registered(typed, ban_hanh="ban"), job()))


def test_a_signer_that_a_body_does_not_have_is_told_without_empty_quotes() -> None:
    with pytest.raises(WrongRequest) as stopped:
        write_report.work(registered(chuc_vu_ky="PHÓ GIÁM ĐỐC"), job())
    assert "«»" not in str(stopped.value)


# -- what is asked ----------------------------------------------------------------------------------------


def asked(year: Year, **facts: Any) -> str:
    """Return the question: nothing but a line of the journal is written."""
    changes = number_document.work(year, job(**{"is_sure": False, **facts}))
    assert (changes.tables, changes.files, changes.outcome.status) == ({}, (), 1)
    return changes.outcome.sentence


def test_undecided_proposals_are_asked_about() -> None:
    assert "câu chương trình đề xuất ở trang «Lời báo cáo» chưa được nhận hay bỏ" in asked(registered())


def test_a_day_before_the_end_of_the_period_is_asked_about() -> None:
    assert "Ngày 10/01/2024 trước ngày kết thúc tháng 1" in asked(registered(), day=date(2024, 1, 10))


def test_a_day_before_the_last_number_is_asked_about() -> None:
    year = registered(sent(8, date(2024, 1, 25)))
    assert "trước ngày 25/01/2024 của báo cáo số 08" in asked(year)


@pytest.mark.parametrize(
    ("day", "told"), [(14, "Tháng 1 năm 2024 chưa kết thúc"), (18, "Chưa hết hạn gửi báo cáo tháng 1")]
)
def test_a_period_that_is_not_over_is_asked_about_before_its_report_is_written(day: int, told: str) -> None:
    changes = write_report.work(registered(), job(NOW.replace(day=day), is_sure=False))
    assert told in changes.outcome.sentence
    assert (changes.files, changes.is_logged) == ((), True)


def test_a_second_click_is_the_answer() -> None:
    early = NOW.replace(day=14)
    year = registered()
    question = write_report.work(year, job(early, is_sure=False))
    again = journal_of(year, question, early)
    assert write_report.work(again, job(early + timedelta(minutes=2), is_sure=False)).files


def test_a_click_an_hour_later_is_none() -> None:
    early = NOW.replace(day=14)
    year = registered()
    again = journal_of(year, write_report.work(year, job(early, is_sure=False)), early)
    assert not write_report.work(again, job(early + timedelta(hours=1), is_sure=False)).files


def test_something_else_in_between_takes_the_question_back() -> None:
    early = NOW.replace(day=14)
    year = registered()
    asked_once = journal_of(year, write_report.work(year, job(early, is_sure=False)), early)
    line = to_row({"moment": early, "result": "Đã tổng hợp"}, schema.JOURNAL)
    between = asked_once.with_tables({schema.JOURNAL.name: [line, *asked_once.raw(schema.JOURNAL)]})
    assert not write_report.work(between, job(early, is_sure=False)).files


def test_the_terminal_takes_every_kind_of_the_table() -> None:
    assert tuple(KINDS) == DOCUMENT_KINDS
