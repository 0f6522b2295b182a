"""Tables whose words need room get a page that lies on its side."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from khoagiao_xl.report import ReportContent
from tests.report.word_parts import W, part

Content = Callable[..., ReportContent]
WIDE, HIGH = "16838", "11906"


def pages(docx: bytes) -> list[tuple[str, str | None]]:
    """Return width and orientation of every section."""
    sizes = list(part(docx).iter(f"{W}pgSz"))
    return [(size.get(f"{W}w"), size.get(f"{W}orient")) for size in sizes]


def table_width(docx: bytes, index: int) -> int:
    table = list(part(docx).iter(f"{W}tbl"))[index]
    columns = table.findall(f"{W}tblGrid/{W}gridCol")
    return sum(int(column.get(f"{W}w")) for column in columns)


def test_labels_of_two_lines_stay_on_an_upright_page(written: Any) -> None:
    assert {width for width, _ in pages(written())} == {HIGH}


def test_a_label_of_three_lines_turns_the_page_of_its_table_and_no_other(written: Any, total: Any) -> None:
    long = total("KG201", 5, label="Số cuộc tuyên truyền về nghị quyết, chỉ thị, kết luận " * 3)
    docx = written(totals=(long,))
    assert pages(docx) == [(HIGH, None), (WIDE, "landscape"), (HIGH, None)]


def test_for_one_long_label_among_many_the_page_stays_upright(written: Any, total: Any) -> None:
    long = total("KG201", 5, label="Số cuộc tuyên truyền về nghị quyết, chỉ thị, kết luận " * 3)
    short = [total(f"KG{number}", 5) for number in range(202, 222)]
    assert {width for width, _ in pages(written(totals=(long, *short)))} == {HIGH}


def test_the_table_then_fills_the_wider_page(written: Any, total: Any) -> None:
    long = total("KG201", 5, label="Số cuộc tuyên truyền về nghị quyết, chỉ thị, kết luận " * 3)
    assert table_width(written(totals=(long,)), 2) == pytest.approx(14287, abs=2)  # 252 mm


def test_a_turned_table_at_the_end_turns_the_last_section(written: Any, total: Any) -> None:
    long = total("KG201", 5, label="Số cuộc tuyên truyền về nghị quyết, chỉ thị, kết luận " * 3)
    docx = written(totals=(long,), states={}, narratives=())
    assert pages(docx) == [(HIGH, None), (WIDE, "landscape")]


def widths_of(docx: bytes, index: int) -> list[int]:
    table = list(part(docx).iter(f"{W}tbl"))[index]
    return [int(column.get(f"{W}w")) for column in table.findall(f"{W}tblGrid/{W}gridCol")]


def test_a_column_whose_words_fit_in_one_line_gets_none_of_the_room(written: Any, total: Any) -> None:
    short, long = (total("KG201", 5, label="Số cuộc tuyên truyền, nghị quyết " * times) for times in (1, 4))
    upright, across = (widths_of(written(totals=(row,)), 2) for row in (short, long))
    assert across[0] == upright[0]  # the running number
    assert across[1] > upright[1]
