"""A register that knows later documents than the day on which a guidance is read."""

from __future__ import annotations

from datetime import date

import pytest

from khoagiao_xl.guidance import register_of
from khoagiao_xl.office.profiles import load_register_rows
from khoagiao_xl.vietnamese.symbols import first_symbol

LATER = [
    ("36-NQ/TW", date(2024, 1, 8), False),  # 57-NQ/TW is of 22/12/2024
    ("36-NQ/TW", date(2024, 12, 21), False),
    ("36-NQ/TW", date(2024, 12, 22), True),
    ("29-NQ/TW", date(2024, 8, 11), False),  # 91-KL/TW is of 12/8/2024
    ("25-CT/TW", date(2024, 12, 31), False),  # of 281/QĐ-TTg the year alone is known
    ("25-CT/TW", date(2025, 1, 1), True),
]


@pytest.mark.parametrize(("symbol", "day", "is_known"), LATER)
def test_of_a_document_that_is_not_issued_yet_nothing_is_announced(
    symbol: str, day: date, is_known: bool
) -> None:
    found = first_symbol(symbol)
    assert found
    known = register_of(load_register_rows(), day)[found.key]
    assert any(line.later for line in known) is is_known


def test_without_a_day_everything_is_known() -> None:
    known = register_of(load_register_rows())
    assert [line.later for lines in known.values() for line in lines if line.later]
