"""What the office typed that no form can hold: letters that a workbook has not, texts that are too long.

One such cell would damage the forms of every unit, so that none is issued before it is put right.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from khoagiao_xl.books.package.cell_xml import letters_xml_has_not
from khoagiao_xl.files.unit_stems import code_key
from khoagiao_xl.model import schema
from khoagiao_xl.rules.rule_fields import STATUSES

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from khoagiao_xl.inspection.check_context import CheckContext
    from khoagiao_xl.model.findings import Finding
    from khoagiao_xl.model.schema import Table
    from khoagiao_xl.office.pages import SheetLine

# Field -> how many letters of it a form has room for. Excel's own limits: 32 for the title of a prompt (the
# code of an indicator), 255 for a prompt and for an entry of a list, 409 points for a row (label, measure).
LONGEST: Final[Mapping[Table, Mapping[str, int]]] = {
    schema.UNITS: {"code": 60, "name": 255},
    schema.DIRECTIVES: {"symbol": 255},
    schema.REVIEWS: {"symbol": 255},
    schema.INDICATORS: {
        "code": 32,
        "label": 600,
        "unit": 100,
        "section": 60,
        "note": 255,
        "definition": 600,
    },
    schema.RULES: {"code": 40, "message": 1000},
}
OF_SETTINGS: Final = {
    "ban_tham_muu": 255,
    "co_quan": 255,
    "email": 255,
    "ma_so": 60,
    "ma_tren": 60,
    "ma_so_tren": 60,
}
VALUE: Final = "value"
_OFF: Final = STATUSES[-1]
_TOKEN: Final = re.compile(r"\{\{\w+\}\}")  # stands for a fact of the unit: forms/stamping.py
_CODE: Final = re.compile(r"\w+")


def form_texts(context: CheckContext) -> Iterator[Finding]:
    """Texts that a form cannot hold, each at its cell."""
    for table, fields in LONGEST.items():
        for line in context.lines(table):
            if line.text("status") != _OFF:
                yield from _of_line(line, fields)
    for key, longest in OF_SETTINGS.items():
        setting = context.settings.get(key)
        if setting:
            yield from _of_text(setting, VALUE, longest)
    for line in context.indicators:
        yield from _no_code(line)
        yield from _heading(line)


def _of_line(line: SheetLine, fields: Mapping[str, int]) -> Iterator[Finding]:
    for field, longest in fields.items():
        yield from _of_text(line, field, longest)


def _of_text(line: SheetLine, field: str, longest: int) -> Iterator[Finding]:
    text = line.text(field)
    strange = letters_xml_has_not(text)
    strange += _TOKEN.findall(text)
    if strange:
        letters = ", ".join(strange)
        yield line.error("KT-116", field, letters=letters)
    length = _length(text)
    if length > longest:
        yield line.error("KT-117", field, length=length, longest=longest)


def _length(text: str) -> int:
    """Return how long Excel finds a text: it counts some signs, as 😀, twice."""
    pairs = text.encode("utf-16-le", "surrogatepass")
    return len(pairs) // 2


def _no_code(line: SheetLine) -> Iterator[Finding]:
    """Of a code with other signs, what the unit reported before would not be found again."""
    code = line.text("code")
    if not code:
        return
    if not _CODE.fullmatch(code):
        yield line.error("KT-118", "code")


def _heading(line: SheetLine) -> Iterator[Finding]:
    """The code of an indicator heads a column of «Số liệu», where none may be of the same name."""
    code = code_key(line.text("code"))
    headings = map(code_key, schema.FIGURES.headings)
    if code in headings:
        yield line.error("KT-119", "code", sheet=schema.FIGURES.sheet)
