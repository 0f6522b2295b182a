"""Forms as they are issued, filled in as a unit would, for the tests of intake."""

from __future__ import annotations

import csv
import io
import zipfile
from pathlib import Path
from typing import TYPE_CHECKING, Any

from khoagiao_xl.forms import form_layout
from khoagiao_xl.forms.canvas import TOKENS
from khoagiao_xl.forms.draw_form import draw_template
from khoagiao_xl.forms.form_layout import TEMPLATE_ID
from khoagiao_xl.forms.naming import form_id
from khoagiao_xl.forms.stamping import Stamp
from khoagiao_xl.model.indicators import Indicator, OverTime, OverUnits, Type
from khoagiao_xl.model.periods import Kind, Period
from khoagiao_xl.office.issued_forms import IssuedForm, IssuedForms, template_id

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from openpyxl import Workbook

DATA = Path(form_layout.__file__).parents[1] / "data"


def all_indicators() -> list[Indicator]:
    with (DATA / "indicators.csv").open(encoding="utf-8-sig", newline="") as stream:
        return [_indicator(row) for row in csv.DictReader(stream)]


def _indicator(row: Mapping[str, str]) -> Indicator:
    return Indicator(
        row["Mã"], row["Chỉ tiêu"], row["Đơn vị tính"], Type(row["Kiểu"]), row["Mục"], row["Lĩnh vực"],
        frozenset(kind for kind in Kind if row[kind.value] == "x"),
        OverTime(row["Theo thời gian"]), OverUnits(row["Theo đơn vị"]), row["Công thức"], row["Ghi chú"],
    )  # fmt: skip


MONTHLY = [item for item in all_indicators() if Kind.MONTH in item.kinds]
YEARLY = [item for item in all_indicators() if Kind.YEAR in item.kinds]
FACTS = dict.fromkeys(TOKENS, "-") | {
    "unit_code": "SGDDT", "unit_name": "Đảng bộ Sở Giáo dục và Đào tạo", "period": "2024-M03",
    "period_label": "tháng 3 năm 2024", "form_version": form_layout.FORM_VERSION,
    "form_id": "f-1", "master_id": "m-1",
}  # fmt: skip
_BLANK: dict[tuple[object, ...], bytes] = {}


def blank_form(indicators: list[Indicator] = MONTHLY, **facts: str) -> bytes:
    """Return a form of the unit SGDDT for 2024-M03 as it is issued; facts: what it says otherwise."""
    key = (*(item.code for item in indicators), *facts.items())
    if key not in _BLANK:
        template = template_of(indicators)
        _BLANK[key] = Stamp(template).form(FACTS | {TEMPLATE_ID: template_id(template)} | facts)
    return _BLANK[key]


_TEMPLATES: dict[tuple[str, ...], bytes] = {}


def template_of(indicators: list[Indicator]) -> bytes:
    """Return what the forms that ask `indicators` are stamped from."""
    key = tuple(item.code for item in indicators)
    if key not in _TEMPLATES:
        _TEMPLATES[key] = draw_template(indicators, [], ["45-NQ/TW", "25-CT/TW"])
    return _TEMPLATES[key]


def _facts(unit: str, period: str) -> dict[str, str]:
    label = Period.parse(period).label
    return {
        "unit_code": unit, "unit_name": f"Đơn vị {unit}", "period": period,
        "period_label": label, "form_id": form_id("m-1", period, unit),
    }  # fmt: skip


def issued_form(unit: str, period: str, indicators: list[Indicator] = MONTHLY) -> bytes:
    """Return the form of a unit and a period as the master «m-1» issues it."""
    return blank_form(indicators, **_facts(unit, period))


def issued_as(unit: str, period: str, indicators: list[Indicator] = MONTHLY) -> IssuedForm:
    """Return what is kept of that form."""
    name = template_id(template_of(indicators))
    facts = FACTS | _facts(unit, period) | {TEMPLATE_ID: name}
    return IssuedForm(facts["form_id"], unit, name, facts)


def issued_of_samples(indicators: list[Indicator] = MONTHLY) -> IssuedForms:
    """Return what is kept of the form of SGDDT that `blank_form` gives."""
    template = template_of(indicators)
    name = template_id(template)
    form = IssuedForm(FACTS["form_id"], "SGDDT", name, FACTS | {TEMPLATE_ID: name})
    return IssuedForms((form,), {name: template})


def filled(
    values: Mapping[str, Any] | None = None,
    *,
    indicators: list[Indicator] = MONTHLY,
    change: Callable[[Workbook], None] | None = None,
    blank: bytes = b"",
) -> bytes:
    """Return a form whose cells «Kỳ này» (or answers) hold `values`; every other figure is 7.

    change: what else the unit did to its workbook. blank: the form it got, of SGDDT when none is named.
    """
    from openpyxl import load_workbook

    book = load_workbook(io.BytesIO(blank or blank_form(indicators)))
    figures, narrative = book[form_layout.FIGURES], book[form_layout.NARRATIVE]
    by_code = {item.code: item for item in indicators}
    given = dict(values or {})
    for sheet, column in ((figures, form_layout.VALUE + 1), (narrative, form_layout.ANSWER + 1)):
        for row in range(5, sheet.max_row + 1):
            code = str(sheet.cell(row, 1).value)
            if code not in by_code:
                continue
            item = by_code[code]
            usual: Any = {Type.YESNO: "Có", Type.LIST: "45-NQ/TW", Type.TEXT: "Đã triển khai đầy đủ."}.get(
                item.type, 7
            )
            if item.formula and code not in given:
                continue
            value = given.pop(code, usual)
            sheet.cell(row, column).value = value
    assert not given, given
    book[form_layout.COVER][form_layout.COVER_CELLS[form_layout.TICK_NO_SECRET]] = "x"
    if change:
        change(book)
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def print_at(book: Workbook, part: str, text: str) -> None:
    """Let the unit write into the header («oddHeader») or the footer of the printed figures."""
    printed: Any = getattr(book[form_layout.FIGURES], part)
    printed.center.text = text


def cell_of(code: str, indicators: list[Indicator] = MONTHLY) -> str:
    """Return the address of the cell «Kỳ này» of a code in a form as issued."""
    from openpyxl import load_workbook

    sheet = load_workbook(io.BytesIO(blank_form(indicators)))[form_layout.FIGURES]
    return next(f"D{row}" for row in range(1, sheet.max_row + 1) if sheet.cell(row, 1).value == code)


def rezip(
    data: bytes,
    change: Callable[[str, bytes], bytes | None] = lambda _, content: content,
    extra: Mapping[str, bytes] | None = None,
) -> bytes:
    """Return the package with each part passed through `change` (None drops it) and `extra` parts added."""
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as new:
        for info in old.infolist():
            content = change(info.filename, old.read(info))
            if content is not None:
                new.writestr(info.filename, content)
        for name, content in (extra or {}).items():
            new.writestr(name, content)
    return stream.getvalue()


def tiny_book(
    sheet_data: str, *, tail: str = "", strings: str = "", parts: Mapping[str, bytes] | None = None
) -> bytes:
    """Return the smallest workbook around some sheet XML, for what only malice or a broken tool writes."""
    main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    rels = "http://schemas.openxmlformats.org/package/2006/relationships"
    kind = "application/vnd.openxmlformats-officedocument.spreadsheetml"
    shared = (
        f'<Relationship Id="rId2" Type="{office}/sharedStrings" Target="sharedStrings.xml"/>'
        if strings
        else ""
    )
    content: dict[str, str | bytes] = {
        "[Content_Types].xml": '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        f'<Override PartName="/xl/workbook.xml" ContentType="{kind}.sheet.main+xml"/>'
        f'<Override PartName="/xl/worksheets/sheet1.xml" ContentType="{kind}.worksheet+xml"/></Types>',
        "_rels/.rels": f'<Relationships xmlns="{rels}"><Relationship Id="rId1" '
        f'Type="{office}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
        "xl/workbook.xml": f'<workbook xmlns="{main}" xmlns:r="{office}"><sheets>'
        '<sheet name="A" sheetId="1" r:id="rId1"/></sheets></workbook>',
        "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{rels}"><Relationship Id="rId1" '
        f'Type="{office}/worksheet" Target="worksheets/sheet1.xml"/>{shared}</Relationships>',
        "xl/worksheets/sheet1.xml": f'<worksheet xmlns="{main}"><sheetData>{sheet_data}</sheetData>'
        f"{tail}</worksheet>",
    }
    if strings:
        content["xl/sharedStrings.xml"] = strings
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as package:
        for name, text in {**content, **(parts or {})}.items():
            package.writestr(name, text)
    return stream.getvalue()
