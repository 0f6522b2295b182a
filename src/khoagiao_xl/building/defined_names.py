"""Defined names of the master: columns of tables as ranges that end with the data, and the drop-down lists.

Validations and conditional formats cannot name a table's column. A name over generous rows, cut at the last
filled one, works in Excel and in LibreOffice and needs no change when a table grows.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from xlsxwriter.utility import xl_col_to_name, xl_range_abs

from khoagiao_xl.model import schema
from khoagiao_xl.model.schema import HEADER_ROW, Table

if TYPE_CHECKING:
    from collections.abc import Sequence

    from xlsxwriter import Workbook

    from khoagiao_xl.building.sheet_styles import Styles

FIRST: Final = HEADER_ROW  # the first body row of every table, counted from 0 as XlsxWriter does
LISTS: Final = "_danh_sach"
# Elsewhere 5,000. A thousand units in 18 periods are 18,000 duties.
ROWS: Final = dict.fromkeys((schema.FINDINGS.name, schema.DUTIES.name, schema.FIGURES.name), 20_000)

PERIOD: Final = "kgKy"
MESSAGE: Final = "kgTinNhan"
PYTHON: Final = "kgPython"
MACROS_ON: Final = "kgMacroBat"
PERIOD_ENDS: Final = "kgHetKy"  # the last day of the chosen period
OWING: Final = "kgPhaiNop"  # how many units owe it
# What macros say by themselves: the name of a cell, and the code of the sentence that it holds.
SAID_BY_MACROS: Final = {
    "kgHuongDanCaiDat": "NUT-01",
    "kgDangLam": "NUT-02",
    "kgChuaLuu": "NUT-03",
    "kgChiDoc": "NUT-04",
    "kgKhongTraLoi": "NUT-05",
    "kgTrenMang": "NUT-08",
    "kgDangDo": "NUT-17",
}

# Name -> the column it stands for.
COLUMNS: Final = {
    "dsKy": (schema.DEADLINES, "period"),
    "dsDonVi": (schema.UNITS, "code"),
    "dsPhuTrach": (schema.ASSIGNEES, "name"),
    "kgDonViTen": (schema.UNITS, "name"),
    "kgDonViTenKhac": (schema.UNITS, "aliases"),
    "kgDonViBoPhan": (schema.UNITS, "part_of"),
    "kgDonViTu": (schema.UNITS, "valid_from"),
    "kgDonViDen": (schema.UNITS, "valid_to"),
    "kgNghiNguon": (schema.HOLIDAYS, "source"),
    "kgHanTuNgay": (schema.DEADLINES, "starts"),
    "kgHanDenNgay": (schema.DEADLINES, "ends"),
    "kgHanDonVi": (schema.DEADLINES, "unit_due"),
    "kgHanBaoCao": (schema.DEADLINES, "report_due"),
    "kgHanKhoa": (schema.DEADLINES, "closes"),
    "kgNhanKy": (schema.DUTIES, "period"),
    "kgNhanDonVi": (schema.DUTIES, "unit"),
    "kgNhanTrangThai": (schema.DUTIES, "state"),
    "kgNhanDungHan": (schema.DUTIES, "on_time"),
    "kgTongKy": (schema.TOTALS, "period"),
    "kgTongMa": (schema.TOTALS, "code"),
    "kgChiTieuMa": (schema.INDICATORS, "code"),
    "kgChiTieuTen": (schema.INDICATORS, "label"),
    "kgChiTieuNgan": (schema.INDICATORS, "short"),
    "kgChotKy": (schema.CLOSINGS, "period"),
    "kgChotLoai": (schema.CLOSINGS, "kind"),
    "kgKeHoachTrangThai": (schema.TASKS, "status"),
    "kgKeHoachHan": (schema.TASKS, "due"),
    "kgLoiKy": (schema.FINDINGS, "period"),
    "kgLoiTep": (schema.FINDINGS, "file"),
    "kgLoiTrang": (schema.FINDINGS, "sheet"),
    "kgLoiO": (schema.FINDINGS, "cell"),
    "kgLoiMuc": (schema.FINDINGS, "severity"),
    "kgNhatKyLuc": (schema.JOURNAL, "moment"),
    "kgNhatKyThaoTac": (schema.JOURNAL, "action"),
    "kgNhatKyKy": (schema.JOURNAL, "period"),
    "kgNhatKyKetQua": (schema.JOURNAL, "result"),
    "kgLichNgay": (schema.CALENDAR, "day"),
    "kgLichThu": (schema.CALENDAR, "weekday"),
    "kgLichLoai": (schema.CALENDAR, "kind"),
    "kgLichViec": (schema.CALENDAR, "text"),
    "kgThuTrangThai": (schema.LETTERS, "state"),
    "kgVanDeNgay": (schema.ISSUES, "day"),
    "kgVanDeXong": (schema.ISSUES, "closed_on"),
    "kgCauHinhKhoa": (schema.SETTINGS, "key"),
    "kgCauHinhGiaTri": (schema.SETTINGS, "value"),
}
SOURCES: Final = {
    "tblThoiHan[Kỳ]": "dsKy",
    "tblDonVi[Mã]": "dsDonVi",
    "tblPhuTrach[Tên]": "dsPhuTrach",
}
# The column that is filled in every row; elsewhere the first.
_ALWAYS_FILLED: Final = {
    schema.FINDINGS.name: "message",
    schema.ISSUES.name: "day",
}
# How many hot issues nobody has closed.
OPEN_ISSUES: Final = "SUMPRODUCT((LEN(kgVanDeNgay)>0)*(LEN(kgVanDeXong)=0))"


def last_row(table: Table) -> int:
    """Return the last Excel row that names, drop-downs and colours of `table` reach."""
    return HEADER_ROW + ROWS.get(table.name, 5_000)


def column_range(table: Table, field: str) -> str:
    """Return the whole reserved body of a column: «'Đơn vị'!$A$5:$A$5004»."""
    column = table.column_of(field)
    position = table.columns.index(column)
    letter = xl_col_to_name(position)
    first = HEADER_ROW + 1
    last = last_row(table)
    return f"'{table.sheet}'!${letter}${first}:${letter}${last}"


def define_columns(workbook: Workbook) -> None:
    """Define every name of COLUMNS."""
    for name, (table, field) in COLUMNS.items():
        body = column_range(table, field)
        always = _always_filled(table)
        filled = column_range(table, always)
        first, _ = body.split(":")
        workbook.define_name(name, f"={first}:INDEX({body},MAX(1,COUNTA({filled})))")


def _always_filled(table: Table) -> str:
    first = table.columns[0]
    return _ALWAYS_FILLED.get(table.name, first.field)


class Lists:
    """The drop-down lists, kept on a sheet of their own: a list inside a validation cannot hold a comma."""

    def __init__(self, workbook: Workbook, styles: Styles) -> None:
        self._workbook = workbook
        self._look = styles.get()
        self._sheet = workbook.add_worksheet(LISTS)
        self._sheet.very_hidden()
        self._names: dict[tuple[str, ...], str] = {}
        self._columns = 0

    def name_of(self, choices: tuple[str, ...]) -> str:
        """Return the defined name of this list, written at its first use."""
        if choices not in self._names:
            name = f"dsChon{self._columns + 1}"
            self._keep(name, choices)
            self._names[choices] = name
        return self._names[choices]

    def keep_text(self, name: str, text: str) -> None:
        """Keep a text that a macro shows: VBA source itself cannot hold Vietnamese."""
        self._keep(name, (text,))

    def keep_formula(self, name: str, formula: str) -> None:
        """Keep a formula under a name."""
        self._keep(name, (formula,))

    def keep_column(self, name: str, contents: Sequence[str]) -> None:
        """Keep texts and formulas below each other under one name."""
        self._keep(name, tuple(contents))

    def define(self, name: str, formula: str) -> None:
        """Give a formula a name, and no cell."""
        self._workbook.define_name(name, f"={formula}")

    def _keep(self, name: str, contents: tuple[str, ...]) -> None:
        """Write a column of the sheet, and give it its name."""
        column, self._columns = self._columns, self._columns + 1
        for row, content in enumerate(contents):
            if _is_formula(content):
                self._sheet.write_formula(row, column, content, self._look)
            else:
                self._sheet.write_string(row, column, str(content), self._look)
        where = xl_range_abs(0, column, len(contents) - 1, column)
        self._workbook.define_name(name, f"={LISTS}!{where}")


def _is_formula(content: str) -> bool:
    """Whether a cell works its value out; «=» alone is a word, one of those that rules compare by."""
    return content.startswith("=") and content != "="
