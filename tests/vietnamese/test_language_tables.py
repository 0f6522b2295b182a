"""The tables of words are what the patterns made of them expect: one spelling, no word twice, no pattern."""

from __future__ import annotations

import re
from collections import Counter
from datetime import date
from pathlib import Path

import pytest

import khoagiao_xl
from khoagiao_xl.vietnamese.language_tables import language_rows, listed
from khoagiao_xl.vietnamese.running_text import canonical, plain

TABLES = sorted(Path(khoagiao_xl.__file__).parent.glob("data/language/*.csv"))
WORDS = {
    "verbs": "Động từ",
    "organs": "Từ đầu của tên",
    "field_words": "Từ",
    "body_kinds": "Loại cơ quan, chức danh",
    "asking_words": "Lời giao việc",
    "joining_verbs": "Động từ",
    "no_work_headings": "Đề mục",
}


@pytest.mark.parametrize(("table", "column"), WORDS.items())
def test_words_are_in_small_letters_and_in_the_spelling_that_texts_are_compared_in(
    table: str, column: str
) -> None:
    words = [row[column] for row in language_rows(table)]
    assert [word for word in words if word != plain(word).strip()] == []


@pytest.mark.parametrize(("table", "column"), WORDS.items())
def test_no_word_stands_twice(table: str, column: str) -> None:
    words = [row[column] for row in language_rows(table)]
    assert len(words) == len(set(words))


@pytest.mark.parametrize(("table", "column"), WORDS.items())
def test_words_are_words_and_no_patterns(table: str, column: str) -> None:
    for row in language_rows(table):
        assert re.fullmatch(r"[\w ,/&-]+", row[column])


def test_no_row_of_words_stands_twice() -> None:
    for table in TABLES:
        rows = [tuple(row.values()) for row in language_rows(table.stem)]
        assert [row for row, times in Counter(rows).items() if times > 1] == [], table.name


def test_letters_of_a_type_or_of_an_issuer_stand_once() -> None:
    for table in ("document_types", "issuers"):
        letters = [row["Ký hiệu"] for row in language_rows(table)]
        assert len(letters) == len(set(letters))


def test_every_type_of_document_has_a_name_in_one_spelling() -> None:
    for row in language_rows("document_types"):
        names = listed(row["Tên loại"])
        assert names == tuple(map(canonical, names)) != ()


def test_each_term_of_the_party_begins_before_the_one_before_it_ends() -> None:
    rows = language_rows("party_terms")
    firsts = [date.fromisoformat(row["Từ ngày"]) for row in rows]
    lasts = [date.fromisoformat(row["Đến ngày"]) for row in rows]
    assert all(first < last for first, last in zip(firsts[1:], lasts, strict=False))
    assert firsts == sorted(firsts)


def test_the_words_of_citations_each_serve_once_for_one_use_and_name_their_source() -> None:
    rows = language_rows("citation_words")
    uses = [(row["Từ"], row["Dùng làm"]) for row in rows]
    assert len(uses) == len(set(uses))
    assert [row["Từ"] for row in rows if not row["Nguồn"]] == []
    assert [row["Từ"] for row in rows if not re.fullmatch(r"[\w ,/-]+", row["Từ"])] == []


def test_every_form_of_a_symbol_names_where_it_is_used_and_by_what_source() -> None:
    rows = language_rows("symbol_forms")
    forms = [row["Lối viết"] for row in rows]
    assert len(forms) == len(set(forms))
    assert [row["Lối viết"] for row in rows if not (row["Nơi dùng"] and row["Nguồn"])] == []
