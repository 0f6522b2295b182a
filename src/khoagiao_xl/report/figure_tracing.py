"""Back from a Word file to its figures: the key of each, and what stands there now."""

from __future__ import annotations

import io
import re
import zipfile
from typing import TYPE_CHECKING, Any, Final

from khoagiao_xl.report.chart_drawing import KEYS, SHEET
from khoagiao_xl.report.docx_package import MAIN_PART, read_xml
from khoagiao_xl.report.figure_controls import W
from khoagiao_xl.report.figure_keys import key_of
from khoagiao_xl.report.sentences import number

if TYPE_CHECKING:
    Element = Any  # lxml's own elements

Figures = list[tuple[str, str]]  # key, what is shown
EMBEDDED: Final = "word/embeddings/"
CONTROL, TAG, VALUE = f"{W}sdt", f"{W}sdtPr/{W}tag", f"{W}val"
BOOKMARK_START, BOOKMARK_END, TEXT = f"{W}bookmarkStart", f"{W}bookmarkEnd", f"{W}t"
ID, NAME = f"{W}id", f"{W}name"
_KEY: Final = re.compile(r"[A-Z]+\d+@\d{4}-\w+(#[a-z-]+)?")
_BOOKMARK: Final = re.compile(r"_([A-Z]+\d+)_(\d{4}_[A-Z0-9]+)((?:__[a-z_]+)?)_\d+")


def read_keys(docx: bytes) -> Figures:
    """Return (key, shown now) of every figure in a Word file, in order, also after editing."""
    stream = io.BytesIO(docx)
    with zipfile.ZipFile(stream) as package:
        main_part = package.read(MAIN_PART)
        workbooks = [package.read(name) for name in package.namelist() if name.startswith(EMBEDDED)]
    body = read_xml(main_part)
    figures = _from_controls(body) or _from_bookmarks(body)
    for workbook in workbooks:
        figures += _from_chart(workbook)
    return figures


def _from_chart(workbook: bytes) -> Figures:
    """Return the figures of a chart, out of the workbook behind it; what a person embedded has no keys."""
    from openpyxl import load_workbook

    try:
        book = load_workbook(io.BytesIO(workbook), data_only=True)
    except (zipfile.BadZipFile, KeyError, ValueError, OSError):
        return []
    if KEYS not in book.sheetnames or SHEET not in book.sheetnames:
        return []
    found = []
    for cell, key in book[KEYS].iter_rows(max_col=2, values_only=True):
        value = book[SHEET][str(cell)].value
        if _KEY.fullmatch(str(key)) and isinstance(value, int | float):
            found.append((str(key), number(value, in_text=False)))
    return found


def _from_controls(body: Element) -> Figures:
    found = []
    for control in body.iter(CONTROL):
        tag = control.find(TAG)
        if tag is None:
            continue
        key = tag.get(VALUE, "")
        if _KEY.fullmatch(key):
            shown = _text(control)
            found.append((key, shown))
    return found


def _text(control: Element) -> str:
    text = ""
    for node in control.iter(TEXT):
        text += node.text or ""
    return text


def _from_bookmarks(body: Element) -> Figures:
    keys: dict[str, str] = {}
    shown: dict[str, str] = {}
    open_ones: set[str] = set()
    for node in body.iter(BOOKMARK_START, BOOKMARK_END, TEXT):
        number = node.get(ID, "")
        name = node.get(NAME, "")
        parts = _BOOKMARK.fullmatch(name)
        if parts:
            keys[number] = _key(*parts.groups())
            shown[number] = ""
            open_ones.add(number)
        elif node.tag == BOOKMARK_END:
            open_ones.discard(number)
        text = node.text or ""
        for waiting in open_ones:
            shown[waiting] += text
    return list(zip(keys.values(), shown.values(), strict=True))


def _key(code: str, period: str, what: str) -> str:
    own_period = period.replace("_", "-")
    own_what = what.strip("_")
    own_what = own_what.replace("_", "-")
    return key_of(code, own_period, own_what)
