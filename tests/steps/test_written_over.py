"""Writing a document where one lies: a numbered one is asked about first, and nothing that was there is lost."""

from __future__ import annotations

import io
from dataclasses import replace
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any

import docx
import pytest

from khoagiao_xl.files import OLDER
from khoagiao_xl.model.results import Job
from khoagiao_xl.office.changes import Changes, write_files
from khoagiao_xl.office.year import Year
from khoagiao_xl.steps import number_document, write_report
from khoagiao_xl.steps.close_period import work as close
from tests.report.kind_documents import job as kind_job
from tests.report.kind_documents import office
from tests.steps.small_year import NOW
from tests.steps.test_number_document import job as period_job
from tests.steps.test_number_document import journal_of, registered, sent
from tests.steps.test_write_report import JANUARY

if TYPE_CHECKING:
    from collections.abc import Callable

SOON = NOW + timedelta(minutes=2)
LATER = NOW + timedelta(days=9)
NUMBERED = sent(27, date(2024, 1, 20), report=JANUARY)
KINDS: dict[str, dict[str, Any]] = {
    "": {},
    "so_ket": {"directive": "49-KL/TW"},
    "tin_nhanh": {"issue": "VD001"},
    "thong_bao": {},
    "chuong_trinh": {},
}
EVERY_KIND = pytest.mark.parametrize("kind", KINDS)


def job(out: Path, now: datetime = NOW, **facts: Any) -> Job:
    return period_job(now, out=out, is_sure=False, **facts)


def written(year: Year, job: Job, work: Callable[[Year, Job], Changes] = write_report.work) -> Path:
    """Return the file that an action has written."""
    changes = work(year, job)
    write_files(changes, job.now)
    [file] = changes.files
    return file.path


def edit(path: Path) -> bytes:
    """Add a paragraph, as a person does in Word; return what the file is now."""
    document = docx.Document(str(path))
    document.add_paragraph("Lời của đồng chí Trưởng ban.")
    edited = io.BytesIO()
    document.save(edited)
    path.write_bytes(edited.getvalue())
    return edited.getvalue()


def kept(folder: Path) -> list[bytes]:
    """Return the files that were put aside."""
    found = (folder / OLDER).rglob("*.docx")
    return [path.read_bytes() for path in found]


# -- what has a number ------------------------------------------------------------------------------------


@pytest.mark.parametrize("work", [write_report.work, number_document.work])
def test_a_numbered_report_that_somebody_edited_is_asked_about(tmp_path: Path, work: Any) -> None:
    year = registered(NUMBERED)
    edit(written(year, job(tmp_path)))
    changes = work(year, job(tmp_path, SOON))
    assert "đã có số 27-BC/ĐUK; tệp đang có khác với bản sắp ghi" in changes.outcome.sentence
    assert (changes.files, changes.tables, changes.outcome.status) == ((), {}, 1)


def test_one_whose_text_would_be_another_today_is_asked_about(tmp_path: Path) -> None:
    year = registered(NUMBERED)
    written(year, job(tmp_path))
    assert not write_report.work(registered(NUMBERED, noi_nhan="Lưu"), job(tmp_path, LATER)).files


@pytest.mark.parametrize("work", [write_report.work, number_document.work])
def test_the_same_wish_again_is_the_answer_and_the_earlier_file_is_kept(tmp_path: Path, work: Any) -> None:
    year = registered(NUMBERED)
    edited = edit(written(year, job(tmp_path)))
    again = journal_of(year, work(year, job(tmp_path, SOON)), SOON)
    written(again, job(tmp_path, SOON), work)
    assert kept(tmp_path) == [edited]


@pytest.mark.parametrize("work", [write_report.work, number_document.work])
def test_one_that_would_be_the_same_is_not_asked_about(tmp_path: Path, work: Any) -> None:
    year = registered(NUMBERED)
    written(year, job(tmp_path))
    assert work(year, job(tmp_path, SOON)).files


def test_a_numbered_report_of_a_closed_period_is_asked_about_too(tmp_path: Path) -> None:
    year = closed(replace(registered(NUMBERED), path=tmp_path / "KhoaGiao.xlsm"), tmp_path)
    edit(written(year, job(tmp_path)))
    assert "đã có số 27-BC/ĐUK" in write_report.work(year, job(tmp_path, LATER)).outcome.sentence


def closed(year: Year, out: Path) -> Year:
    """Return the year with January closed."""
    changes = close(year, period_job(LATER, out=out))
    write_files(changes, LATER)
    return year.with_tables(changes.tables)


def test_a_numbered_document_of_another_kind_is_asked_about(tmp_path: Path) -> None:
    first = kind_job("tin_nhanh", issue="VD001", out=tmp_path)
    numbered = office().with_tables(number_document.work(office(), first).tables)
    edit(written(numbered, first))
    asked = write_report.work(numbered, kind_job("tin_nhanh", issue="VD001", out=tmp_path, is_sure=False))
    assert "tệp đang có khác với bản sắp ghi" in asked.outcome.sentence


# -- drafts -----------------------------------------------------------------------------------------------


@EVERY_KIND
def test_a_draft_that_somebody_edited_is_kept_and_that_is_said(tmp_path: Path, kind: str) -> None:
    wish = kind_job(kind, out=tmp_path, **KINDS[kind])
    edited = edit(written(office(), wish))
    outcome = write_files(write_report.work(office(), wish), LATER)
    assert kept(tmp_path) == [edited]
    assert "bản cũ được giữ trong thư mục «ban-cu»" in " ".join(outcome.details)


@EVERY_KIND
def test_a_draft_is_not_asked_about(tmp_path: Path, kind: str) -> None:
    wish = kind_job(kind, out=tmp_path, is_sure=False, **KINDS[kind])
    edit(written(office(), kind_job(kind, out=tmp_path, **KINDS[kind])))
    assert "khác với bản sắp ghi" not in write_report.work(office(), wish).outcome.sentence
