"""Rows read by the pattern are what the tree reads; whatever is written otherwise is left to the tree."""

from __future__ import annotations

import io
import zipfile
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from khoagiao_xl.intake.safety.limits import Limits
from khoagiao_xl.intake.safety.plain_rows import PlainSheet
from khoagiao_xl.intake.safety.preflight import preflight
from khoagiao_xl.intake.safety.sheet_rows import OutOfPlace
from khoagiao_xl.intake.safety.tree_rows import TreeRows
from khoagiao_xl.intake.safety.xml_pattern import NotPlain
from tests.intake.sample_forms import blank_form, filled, tiny_book

if TYPE_CHECKING:
    from khoagiao_xl.intake.safety.sheet_rows import Row

DEPTH = Limits().depth
SHEET = "xl/worksheets/sheet2.xml"
MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
FRAME = f'<worksheet xmlns="{MAIN}"><sheetData>{{}}</sheetData></worksheet>'
CELL = '<c r="A2" s="1" t="str"><f>A1&amp;"x"</f><v>a &lt; b</v></c>'
ROWS = f'<row r="1" ht="20"/><row r="2" hidden="1">{CELL}<c r="B2"/><c r="C2"><v>7</v></c></row><row r="3"></row>'


def by_pattern(data: bytes) -> list[Row]:
    return list(PlainSheet.of(data).rows())


def by_tree(data: bytes) -> list[Row]:
    found: list[Row] = []
    TreeRows("a.xml", found.append).read(data, DEPTH)
    return found


def sheet_of(form: bytes) -> bytes:
    with zipfile.ZipFile(io.BytesIO(form)) as package:
        return package.read(SHEET)


@pytest.mark.parametrize("form", [blank_form(), filled(), filled({"KG205": "1.250"})])
def test_the_rows_of_a_form_are_the_same_by_pattern_and_by_tree(form: bytes) -> None:
    sheet = sheet_of(form)
    rows = by_pattern(sheet)
    assert rows == by_tree(sheet)
    assert sum(len(row.cells) for row in rows) > 100


def test_blank_rows_hidden_rows_formulas_and_escaped_letters_are_told() -> None:
    first, second, third = by_pattern(FRAME.format(ROWS).encode())
    assert (first.tells_height, second.is_hidden, third.cells) == (True, True, {})
    cell = second.cells[2, 1]
    assert (cell.kind, cell.raw, cell.style, cell.formula) == ("str", "a < b", 1, 'A1&"x"')
    assert set(second.cells) == {(2, 1), (2, 3)}


OTHERWISE = {
    "a comment": ("<v>7</v>", "<v>7<!-- --></v>"),
    "a stretch of letters": ("<v>7</v>", "<v><![CDATA[7]]></v>"),
    "a letter that XML cannot hold": ("<v>7</v>", "<v>&#7;</v>"),
    "an entity nobody knows": ("&lt;", "&foo;"),
    "quotation marks of the other kind": ('s="1"', "s='1'"),
    "an attribute twice": ('hidden="1"', 'hidden="1" hidden="0"'),
    "an attribute of a cell twice": ('r="A2"', 'r="A2" r="C2"'),
    "letters between cells": ("<c r=", "x<c r="),
    "an element nobody knows": ("<v>7</v>", "<x><v>7</v></x>"),
    "a cell of another row": ("C2", "C9"),
    "a cell before the last": ("C2", "A2"),
    "a row without number": ('<row r="3">', "<row>"),
    "a row that never ends": ("</row><row", "<row"),
    "an end without a row": ("</row>", "</row></row>"),
    "a sheet in a sheet": ("<row", "<sheetData><row"),
    "two values": ("<v>7</v>", "<v>7</v><v>8</v>"),
    "a text with looks": ("<v>7</v>", "<is><r><t>7</t></r></is>"),
}


@pytest.mark.parametrize("case", OTHERWISE)
def test_what_is_written_otherwise_is_left_to_the_tree(case: str) -> None:
    data = FRAME.format(ROWS.replace(*OTHERWISE[case], 1)).encode()
    with pytest.raises((NotPlain, OutOfPlace)):
        by_pattern(data)


def test_bytes_that_are_no_letters_are_left_to_the_tree() -> None:
    with pytest.raises(NotPlain):
        by_pattern(FRAME.format(ROWS).encode().replace(b"<v>7", b"<v>\xff7"))


def test_rows_in_a_comment_are_no_rows() -> None:
    checked = preflight(tiny_book(f"<!-- {ROWS} -->"))
    assert checked.book is not None
    assert checked.book.sheets[0].values == 0


def test_what_was_read_of_one_file_is_not_changed_by_the_next() -> None:
    first = preflight(blank_form()).book
    assert first is not None
    first.sheets[0].drawings.append("x")  # type: ignore[arg-type]
    again = preflight(blank_form()).book
    assert again is not None
    assert again.sheets[0].drawings == []


EDITS = [
    "<",
    ">",
    "&",
    '"',
    "/",
    " ",
    "7",
    "<v>",
    "</v>",
    "</c>",
    "</row>",
    "<row>",
    "<c/>",
    "\n",
    "&amp;",
    "A2",
    "",
]


@given(st.lists(st.tuples(st.integers(0, len(ROWS)), st.integers(0, 9), st.sampled_from(EDITS)), max_size=3))
def test_whatever_is_changed_the_pattern_takes_what_the_tree_takes_or_nothing(
    edits: list[tuple[int, int, str]],
) -> None:
    rows = ROWS
    for at, length, new in edits:
        rows = rows[:at] + new + rows[at + length :]
    data = FRAME.format(rows.replace("{", "").replace("}", "")).encode()
    try:
        found = by_pattern(data)
    except (NotPlain, OutOfPlace):
        return
    assert found == by_tree(data)
