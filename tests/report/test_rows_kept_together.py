"""The rows of a table that have no number of their own stay on the page of the row they belong to."""

from __future__ import annotations

import docx

from khoagiao_xl.report.page_keeping import keep_together


def kept(*numbers: str) -> list[bool]:
    """Return for rows with such numbers whether each is tied to the next."""
    document = docx.Document()
    table = document.add_table(len(numbers), 3)
    for row, number in zip(table.rows, numbers, strict=True):
        row.cells[0].text = number
    keep_together(document.element)
    return [bool(row.cells[0].paragraphs[0].paragraph_format.keep_with_next) for row in table.rows]


def test_steps_stay_with_their_review() -> None:
    assert kept("1", "", "", "2") == [True, True, False, False]


def test_rows_with_numbers_of_their_own_may_part() -> None:
    assert kept("1", "2", "3") == [False, False, False]
