"""Tables of each kind that were written after the reading could read the first ones of it."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from khoagiao_xl.guidance.guidance_records import PlannedTask
from tests.guidance.further_tables import further_tables
from tests.guidance.guidance_table_samples import read_word

TABLES = further_tables()


def in_short(task: PlannedTask) -> str:
    """Return its lead, its deadline (from when..until when) and how often it comes again."""
    record = task.record
    day = _day(record.due)
    if record.start:
        day = f"{_day(record.start)}..{day}"
    return f"{record.lead} | {day} | {record.recurrence}".strip()


def _day(day: date | None) -> str:
    return str(day or "").removeprefix("2026-")


@pytest.mark.parametrize("name", TABLES)
def test_a_further_table_is_read(tmp_path: Path, name: str) -> None:
    table, expected = TABLES[name]
    guidance = read_word(tmp_path / "hd.docx", table)
    assert list(map(in_short, guidance.tasks)) == expected
