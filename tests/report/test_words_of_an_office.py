"""What a report says stands in the words of a Party office, not in those of the workbook that it comes from."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest

import khoagiao_xl
from khoagiao_xl.wording import annex_words, report, report_words, told_kinds, told_sections

CATALOGUES = (annex_words, report, report_words, told_kinds, told_sections)
MESSAGES = "SENTENCES"  # told to the office, about the sheets that it sees
COINED = (
    "ngày tròn",
    "lịch hạn",
    "bước quá hạn",
    "chưa tổng hợp được",
    "chưa ghi số",
    "được nhận ngay",
    "chưa dùng được",
    "các chỗ đã hỏi",
)


def phrases() -> Iterator[str]:
    for catalogue in CATALOGUES:
        for name, value in vars(catalogue).items():
            if name.isupper() and name != MESSAGES and isinstance(value, Mapping):
                yield from texts(value)


def texts(value: Mapping[Any, Any]) -> Iterator[str]:
    for each in value.values():
        if isinstance(each, str):
            yield each


@pytest.mark.parametrize("words", COINED)
def test_no_phrase_of_a_report_has_a_word_that_only_the_workbook_knows(words: str) -> None:
    assert [text for text in phrases() if words in text] == []


@pytest.mark.parametrize("words", COINED)
def test_no_sentence_of_the_tables_has_one_either(words: str) -> None:
    tables = Path(khoagiao_xl.__file__).parent / "data"
    assert [path.name for path in tables.glob("report_*.csv") if words in path.read_text("utf-8")] == []
