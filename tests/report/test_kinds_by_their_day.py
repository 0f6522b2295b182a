"""A numbered document tells the facts of the day that it bears, whenever somebody writes it (attack A7)."""

from __future__ import annotations

import re
from datetime import date
from typing import Any

import pytest

from khoagiao_xl.model.records import State
from khoagiao_xl.report.paragraph_texts import paragraphs_of
from khoagiao_xl.steps import number_document
from tests.report.kind_documents import MISSING, duties, in_time, job, office
from tests.steps.small_year import NOW

DAY = date(2024, 1, 24)
OWN_DAY = NOW.replace(year=2024, month=1, day=24)
LATER = [
    NOW.replace(year=2024, month=1, day=31),
    NOW.replace(year=2024, month=12, day=1),
    NOW.replace(year=2026, month=11, day=29),
]
KINDS = [
    ("so_ket", {"directive": "49-KL/TW"}),
    ("tin_nhanh", {"issue": "VD001"}),
    ("thong_bao", {}),
    ("cong_van", {}),
    ("chuong_trinh", {}),
]
KEY = "so-ket 49-KL/TW 2024-M01"
PLACES = ["2. Tuyên truyền, đấu tranh phản bác", "Ưu điểm, kết quả nổi bật", "Hạn chế, khó khăn", "Nguyên nhân", "Bài học kinh nghiệm",
          "Nhiệm vụ trọng tâm kỳ tới", "Đề xuất, kiến nghị"]  # fmt: skip
WORDS = [{"period": KEY, "section": place, "text": "Không."} for place in PLACES]
DAY_TOLD = re.compile(r"\d{1,2}/\d{1,2}/20\d\d")


def told(kind: str, now: Any, about: dict[str, Any]) -> list[str]:
    """Return what a document says that was given its number at a time, with the day told."""
    owing = duties(A=in_time(), B=MISSING, C={"state": State.RETURNED})
    changes = number_document.work(
        office(tblTiepNhan=owing, tblLoiBaoCao=WORDS), job(kind, now, day=DAY, **about)
    )
    [file] = changes.files
    return list(paragraphs_of(file.bytes()))


@pytest.mark.parametrize("later", LATER)
@pytest.mark.parametrize(("kind", "about"), KINDS)
def test_a_document_says_the_same_on_whichever_day_it_is_numbered(
    kind: str, about: dict[str, Any], later: Any
) -> None:
    assert told(kind, later, about) == told(kind, OWN_DAY, about)


@pytest.mark.parametrize(("kind", "about"), KINDS)
def test_no_day_of_the_writing_stands_in_it(kind: str, about: dict[str, Any]) -> None:
    whole = "\n".join(told(kind, LATER[-1], about))
    assert "ngày 24 tháng 01 năm 2024" in whole
    assert not [day for day in DAY_TOLD.findall(whole) if day.endswith(("2025", "2026"))]


def test_a_letter_counts_what_is_owed_on_its_day_and_gives_days_from_it() -> None:
    whole = "\n".join(told("cong_van", LATER[-1], {}))
    assert "Đến ngày 24/01/2024, còn 02 đơn vị" in whole
    assert "chậm nhất ngày 25/01/2024" in whole


def test_a_notice_counts_days_late_up_to_its_day() -> None:
    whole = "\n".join(told("thong_bao", LATER[-1], {}))
    assert "24/01/2024" in whole
    assert not re.search(r"\b\d{3,} ngày\b", whole)
