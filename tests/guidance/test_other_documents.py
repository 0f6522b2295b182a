"""Guidances of other committees, years and styles: in parts, in Word's own numbering, the demo's sample."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from khoagiao_xl.demo.sample_guidance import write_sample_guidance
from khoagiao_xl.demo.sample_text import sample_text
from khoagiao_xl.guidance import Guidance, read_guidance
from tests.guidance.guidance_keys import CITY_TASKS, DIRECTIVES_2024, PROVINCE_TASKS, REVIEWS_2024, rows
from tests.guidance.guidance_scores import score
from tests.guidance.guidance_word_samples import make_numbered_guidance

CITY = Path(__file__).parent / "documents" / "ke_hoach_2022.txt"


@pytest.fixture(scope="module")
def city() -> Guidance:
    return read_guidance(CITY)


@pytest.fixture(scope="module")
def province(tmp_path_factory: pytest.TempPathFactory) -> Guidance:
    return read_guidance(make_numbered_guidance(tmp_path_factory.mktemp("word") / "huong_dan.docx"))


def _directives(guidance: Guidance) -> set[tuple[str, str, str]]:
    return {
        (one.record.symbol, str(one.record.issued or ""), one.record.issuer) for one in guidance.directives
    }


def _reviews(guidance: Guidance) -> list[tuple[str, int, str, str]]:
    records = [one.record for one in guidance.reviews]
    return [(record.kind, record.years, record.symbol, str(record.anniversary)) for record in records]


def test_the_plan_in_parts_cites_these_directives_and_no_other(city: Guidance) -> None:
    assert _directives(city) == {
        ("42-CT/TW", "2020-03-24", "Ban Bí thư"),
        ("51-KL/TW", "2019-05-30", "Ban Bí thư"),
        ("29-NQ/TW", "2013-11-04", "Ban Chấp hành Trung ương"),
        ("1373/QĐ-TTg", "2021-07-30", "Thủ tướng Chính phủ"),
        ("20-NQ/TW", "2012-11-01", "Ban Chấp hành Trung ương"),
        ("20-NQ/TW", "2017-10-25", "Ban Chấp hành Trung ương"),
        ("21-NQ/TW", "2017-10-25", "Ban Chấp hành Trung ương"),
        ("20-CT/TW", "2012-11-05", "Bộ Chính trị"),
        ("100-KL/TW", "2014-08-18", "Ban Bí thư"),
        ("11-QĐi/TU", "", ""),
        ("30-CTr/TU", "", "Tỉnh ủy"),
        ("12-KH/TU", "2021-01-08", "Thành ủy"),
    }


def test_one_number_of_two_terms_is_two_directives(city: Guidance) -> None:
    keys = [one.key for one in city.directives if one.record.symbol == "20-NQ/TW"]
    assert keys == ["20|NQ|TW", "20|NQ|TW|2017"]


def test_the_plan_in_parts_asks_for_four_reviews(city: Guidance) -> None:
    assert _reviews(city) == [
        ("Tổng kết", 10, "20-NQ/TW", "2022-11-01"),
        ("Sơ kết", 5, "20-NQ/TW", "2022-10-25"),
        ("Sơ kết", 5, "21-NQ/TW", "2022-10-25"),
        ("Tổng kết", 10, "20-CT/TW", "2022-11-05"),
    ]


def test_the_days_of_the_periodic_reports_are_read(city: Guidance) -> None:
    found = [(str(duty.kind), duty.day, duty.month) for duty in city.duties]
    assert found == [("M", 19, None), ("Q", 15, None), ("H", 9, 6), ("Y", 30, 11)]


@pytest.mark.parametrize(("name", "table"), [("city", CITY_TASKS), ("province", PROVINCE_TASKS)])
def test_the_tasks_are_those_a_reader_finds(
    name: str, table: str, request: pytest.FixtureRequest, capsys: pytest.CaptureFixture[str]
) -> None:
    guidance: Guidance = request.getfixturevalue(name)
    result = score(guidance, rows(table))
    with capsys.disabled():
        sys.stdout.write(f"\n{name}: {result}")
    assert result.wrong == []
    assert result[:2] == (1.0, 1.0)


def test_deadlines_in_words_become_days(city: Guidance) -> None:
    due = {task.due_words: str(task.record.due) for task in city.tasks if task.due_words}
    assert due == {
        "trước ngày 30/4/2022": "2022-04-29",
        "xong trong quý II": "2022-06-30",
        "chậm nhất ngày 15/11": "2022-11-15",
        "vào tháng 5; vào tháng 9": "2022-09-30",
        "trước ngày 01/3": "2022-02-28",
    }


def test_words_own_numbering_a_text_box_and_a_broken_paragraph_are_read(province: Guidance) -> None:
    sections = [task.record.section for task in province.tasks]
    assert sections == ["II.1", "II.1", "II.2", "II.3.1", "II.3.2", "III", "III", "III", "III"]
    assert "theo điều kiện của từng cơ quan, đơn vị." in province.text
    assert province.text.count("tài liệu tuyên truyền") == 1


def test_what_stands_in_the_page_header_is_not_cited(province: Guidance) -> None:
    assert {one.record.symbol for one in province.directives} == {
        "57-NQ/TW", "71-NQ/TW", "72-NQ/TW", "06-CT/TW", "17-CT/TW"
    }  # fmt: skip


def test_a_table_of_work_gives_lead_partner_deadline_and_product(province: Guidance) -> None:
    row = next(task.record for task in province.tasks if task.lead_from == "cột")
    assert (row.lead, row.support) == ("Đảng ủy Sở Khoa học và Công nghệ", "Các đảng ủy trực thuộc")
    assert (str(row.due), row.output) == ("2026-06-30", "Báo cáo chuyên đề")


def test_every_quoted_source_stands_in_the_document(city: Guidance, province: Guidance) -> None:
    for guidance in (city, province):
        assert [
            task.record.source for task in guidance.tasks if task.record.source not in guidance.text
        ] == []


def test_the_sample_of_the_demo_reads_back_as_it_was_meant(tmp_path: Path) -> None:
    write_sample_guidance(tmp_path / "huong_dan.docx")
    sample = read_guidance(tmp_path / "huong_dan.docx")
    assert _directives(sample) == DIRECTIVES_2024
    assert _reviews(sample) == [review[:4] for review in REVIEWS_2024]
    assert (sample.own_symbol, sample.year, len(sample.duties), sample.unread) == ("12-HD/ĐUK", 2024, 4, ())


def test_the_sample_shares_no_sentence_with_the_real_guidance() -> None:
    seed = Path(__file__).resolve().parents[2] / "../shared/seed/huong-dan-cong-tac-khoa-giao-2024.txt"
    if not seed.exists():
        pytest.skip("the real guidance is not part of the project")
    facts = ("-NQ/", "-CT/", "-KL/", "-KH/", "-ĐA/", "-HD/", "-QĐ/", "I. ", "II")
    lines = [
        line
        for line in sample_text().splitlines()
        if len(line.split()) > 7 and not any(f in line for f in facts)
    ]
    assert [line for line in lines if line.strip("- ") in seed.read_text(encoding="utf-8")] == []
