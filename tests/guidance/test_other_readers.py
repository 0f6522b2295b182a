"""Documents keyed by other readers before the program had seen them: twelve committees, years and styles."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from khoagiao_xl.guidance import Guidance, read_guidance
from tests.guidance.guidance_board_2025 import make_board_guidance
from tests.guidance.guidance_enterprise_2023 import make_enterprise_letter
from tests.guidance.guidance_scores import found, read_key, score

DOCUMENTS = Path(__file__).parent / "documents"
NAMES = (
    "huyen_2023",
    "ban_tinh_2025",
    "cong_van_2026",
    "benh_vien_2024",
    "truong_2025",
    "xa_2026",
    "khoi_2021",
    "ban_tinh_2026",
    "quy_2026",
    "huyen_2024",
    "doanh_nghiep_2023",
    "phuong_2026",
)
# Some are Word files, made by their own module.
MAKERS = {"ban_tinh_2025": make_board_guidance, "doanh_nghiep_2023": make_enterprise_letter}


@pytest.fixture(scope="module", params=NAMES)
def name(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture(scope="module")
def guidance(name: str, tmp_path_factory: pytest.TempPathFactory) -> Guidance:
    if name in MAKERS:
        return read_guidance(MAKERS[name](tmp_path_factory.mktemp("word") / f"{name}.docx"))
    return read_guidance(DOCUMENTS / f"{name}.txt")


@pytest.mark.parametrize("part", ["own", "directives", "reviews", "duties"])
def test_what_the_reader_found_is_read_and_nothing_else(guidance: Guidance, name: str, part: str) -> None:
    assert sorted(found(guidance, part)) == sorted(read_key(DOCUMENTS / f"{name}.key").rows(part))


def test_the_tasks_are_those_the_reader_found(
    guidance: Guidance, name: str, capsys: pytest.CaptureFixture[str]
) -> None:
    result = score(guidance, read_key(DOCUMENTS / f"{name}.key").rows("tasks"))
    with capsys.disabled():
        sys.stdout.write(f"\n{name}: {result}")
    assert result.wrong == []
    assert result[:2] == (1.0, 1.0)


def test_every_quoted_source_stands_in_the_document(guidance: Guidance) -> None:
    quoted = [task.record.source for task in guidance.tasks] + [review.source for review in guidance.reviews]
    quoted += [place.quote for one in guidance.directives for place in one.places]
    text = guidance.text.replace("\n", " ")
    assert [source for source in quoted if source.replace("\n", " ") not in text] == []
