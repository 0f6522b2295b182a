"""Short documents as the tests of this room write them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from khoagiao_xl.guidance import Guidance, read_guidance
from tests.guidance.guidance_table_samples import ReadTables, read_word

ReadPlan = Callable[[str], Guidance]


@pytest.fixture
def read_plan(tmp_path: Path) -> ReadPlan:
    """Read these lines as the work of a plan of 2026."""

    def read_lines(lines: str) -> Guidance:
        path = tmp_path / "kh.txt"
        path.write_text(f"KẾ HOẠCH\nCông tác năm 2026\nI. NHIỆM VỤ\n{lines}\n", encoding="utf-8")
        return read_guidance(path)

    return read_lines


@pytest.fixture
def read_tables(tmp_path: Path) -> ReadTables:
    """Read paragraphs and tables as the section of a guidance of 2026."""
    return lambda *parts: read_word(tmp_path / "hd.docx", *parts)
