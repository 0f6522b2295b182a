"""The office's real guidance of 2024: every directive, review, task and duty, and nothing else."""

from __future__ import annotations

import re
import sys
from pathlib import Path

import docx
import pytest

from khoagiao_xl.guidance import Guidance, Sure, read_guidance
from khoagiao_xl.vietnamese.running_text import clean_line
from tests.guidance.guidance_keys import DIRECTIVES_2024, REVIEWS_2024, SEED_TASKS, rows
from tests.guidance.guidance_scores import score

SEED = Path(__file__).resolve().parents[2] / "../shared/seed/huong-dan-cong-tac-khoa-giao-2024.txt"
pytestmark = pytest.mark.skipif(not SEED.exists(), reason="the real guidance is not part of the project")


@pytest.fixture(scope="module")
def seed() -> Guidance:
    return read_guidance(SEED)


def test_the_seventeen_directives_are_found_and_none_is_invented(seed: Guidance) -> None:
    found = [(one.record.symbol, str(one.record.issued or ""), one.record.issuer) for one in seed.directives]
    assert set(found) == DIRECTIVES_2024
    assert len(found) == 17


def test_a_directive_cited_twice_is_one_with_two_places(seed: Guidance) -> None:
    places = {one.record.symbol: [place.section for place in one.places] for one in seed.directives}
    assert places["45-NQ/TW"] == ["II.1", "II.1"]
    assert sum(map(len, places.values())) == 18


def test_the_own_blank_number_is_no_directive(seed: Guidance) -> None:
    assert seed.own_symbol == "-HD/ĐUK"
    assert not any("ĐUK" in one.record.symbol for one in seed.directives)


def test_the_eight_reviews_have_their_anniversaries_and_fields(seed: Guidance) -> None:
    found = [
        (one.record.kind, one.record.years, one.record.symbol, str(one.record.anniversary), one.record.field)
        for one in seed.reviews
    ]
    assert found == REVIEWS_2024


def test_the_tasks_are_those_a_reader_finds(seed: Guidance, capsys: pytest.CaptureFixture[str]) -> None:
    result = score(seed, rows(SEED_TASKS))
    with capsys.disabled():
        sys.stdout.write(f"\nseed: {result}")
    assert result.wrong == []
    assert result[:2] == (1.0, 1.0)


def test_the_seed_names_no_deadline_for_any_task(seed: Guidance) -> None:
    assert [(task.record.section, task.due_words) for task in seed.tasks if task.record.due] == []


def test_every_quoted_source_stands_in_the_document(seed: Guidance) -> None:
    # The file itself, with only its line ends and marks of emphasis taken away.
    document = clean_line(re.sub(r"\s+", " ", SEED.read_text(encoding="utf-8")))
    quoted = [task.record.source for task in seed.tasks] + [review.source for review in seed.reviews]
    quoted += [place.quote for one in seed.directives for place in one.places]
    assert [
        source for source in quoted if source not in document or source not in seed.text.replace("\n", " ")
    ] == []


def test_the_four_broken_sentences_are_whole(seed: Guidance) -> None:
    for joined in (
        "khoa học, nhà văn hóa",
        "của Đảng, nhà nước về",
        "lãnh đạo của Đảng đối với công tác đào",
        "các vấn đề nổi",
    ):
        assert joined in seed.text


def test_the_same_guidance_as_a_word_file_reads_the_same(seed: Guidance, tmp_path: Path) -> None:
    document = docx.Document()
    for line in SEED.read_text(encoding="utf-8").splitlines():
        document.add_paragraph(line)
    document.save(str(tmp_path / "hd.docx"))
    word = read_guidance(tmp_path / "hd.docx")
    assert (word.directives, word.reviews, word.tasks) == (seed.directives, seed.reviews, seed.tasks)


def test_the_term_that_disagrees_with_its_date_is_questioned(seed: Guidance) -> None:
    asked = [finding.facts for finding in seed.findings if finding.code == "KH-21"]
    assert [(facts["symbol"], facts["expected"], facts["term"]) for facts in asked] == [
        ("11-CT/TW", "X", "XI")
    ]


def test_a_title_that_differs_from_the_register_is_offered(seed: Guidance) -> None:
    noted = {finding.facts["symbol"] for finding in seed.findings if finding.code == "KH-22"}
    assert {"25-CT/TW", "29-NQ/TW"} <= noted
    assert not noted & {"03-ĐA/TU", "36-NQ/TW", "38-CT/TW", "07-CT/TU", "11-CT/TU"}


def test_the_anniversary_already_past_is_questioned(seed: Guidance) -> None:
    assert [f.facts["symbol"] for f in seed.findings if f.code == "KH-31"] == ["24-NQ/TW"]


def test_one_sentence_holds_four_duties_without_a_day(seed: Guidance) -> None:
    assert [(str(duty.kind), duty.day, duty.is_assumption) for duty in seed.duties] == [
        (kind, None, True) for kind in "MQHY"
    ]


def test_sub_topics_are_parts_of_their_task(seed: Guidance) -> None:
    parts = {task.record.directives[0]: len(task.parts) for task in seed.tasks if task.parts}
    assert parts == {"45-NQ/TW": 3, "25-CT/TW": 5, "29-NQ/TW": 7}


def test_nothing_is_left_unread_and_far_leads_are_to_be_looked_at(seed: Guidance) -> None:
    assert seed.unread == ()
    assert all(task.confidence is Sure.LOOK for task in seed.tasks if task.lead_from == "lời kết")
    assert seed.issuer == "Đảng ủy Khối Cơ quan - Doanh nghiệp tỉnh"
    assert seed.year == 2024
