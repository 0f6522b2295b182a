"""Formulas over a small sheet, and what Excel gives for them."""

from __future__ import annotations

from datetime import datetime
from typing import Final

from khoagiao_xl.formulas.formula_scalars import Element
from khoagiao_xl.formulas.formula_shapes import Cell
from khoagiao_xl.formulas.worked_out_book import WorkedOutBook
from khoagiao_xl.model.cell_addresses import row_and_column

SHEET: Final = "Tờ 1"
NAME: Final = "ten"  # stands for A1
NOW: Final = datetime(2024, 3, 5, 12)  # noqa: DTZ001  # the office's clock
TYPED: Final[dict[str, Element]] = {
    "A1": 5,
    "A2": "khoảng 5",
    "A4": "1.250",
    "A5": "45-NQ/TW",
    "A6": 7,
    "A7": True,
    "B1": "đã nhận",
    "B2": "Trả lại",
    "B3": "đã nhận",
    "B4": "miễn",
    "B6": "ĐÃ NHẬN",
    "C1": 45_300,
    "C2": 45_356,
    "C3": 45_400,
}
GIVES: Final = {
    "1+2*3": 7,
    "(1+2)*3": 9,
    "-A1+10": 5,
    "10-3-2": 5,
    "A1/2": 2.5,
    '"a"&A1&"b"': "a5b",
    '0.1+0.2&""': "0.3",
    '1/3&""': "0.333333333333333",
    "A3=0": True,
    'A3=""': True,
    "A2>A1": True,
    '"CÓ"="có"': True,
    "TRUE>A2": True,
    f"{NAME}+1": 6,
    f"'{SHEET}'!$A$1": 5,
    "A3": 0,
    'IF(A1>3,"lớn",1/0)': "lớn",
    'IF(A1>9,"lớn")': False,
    'IF(ISNUMBER(A2),INT(A2),"chữ")': "chữ",
    "IFERROR(1/0,9)": 9,
    "IFERROR(INT(A2),9)": 9,
    'IF(LEN(A3)=0,"trống",A4+1)': "trống",
    "COUNT(A1:A7)": 2,
    "COUNT(A1,A2,A6)": 2,
    "COUNTA(A1:A7)": 6,
    "SUM(A1:A7)": 12,
    "MIN(A1:A7)": 5,
    "MAX(A1,A6,9)": 9,
    "SMALL(A1:A7,2)": 7,
    "SUMPRODUCT(--(LEN(A1:A4)>0))": 3,
    "SUMPRODUCT(--ISNUMBER(FIND({0,1,2,3,4,5,6,7,8,9},A5)))": 2,
    'SUMPRODUCT((B1:B6="đã nhận")*(C1:C6>0)*ROW(B1:B6))': 4,
    'SUMPRODUCT(MAX((B1:B6="đã nhận")*(A1:A6<>"")*ROW(B1:B6)))': 6,
    'SUMPRODUCT((COUNTIF(B1:B6,B1:B6)=0)*(B1:B6<>""))': 0,
    'COUNTIF(B1:B6,"đã nhận")': 3,
    'COUNTIF(B1:B6,"")': 1,
    'COUNTIF(B1:B6,"?*")': 5,
    'COUNTIF(B1:B6,"*nhận")': 3,
    'COUNTIF(C1:C6,"<"&TODAY())': 1,
    "COUNTIF(A1:A7,5)": 1,
    'COUNTIFS(B1:B6,"đã nhận",C1:C6,">45300")': 1,
    'MATCH("miễn",B1:B6,0)': 4,
    'MATCH("?*",B1:B6,0)': 1,
    'MATCH(B2,{"đã nhận","trả lại"},0)': 2,
    "INDEX(B1:B6,4)": "miễn",
    "INDEX(A1:C1,3)": 45_300,
    "SUM(A1:INDEX(A1:A7,6))": 12,
    "INDEX($B:$B,ROW(B2))": "Trả lại",
    "ROWS(A1:A7)": 7,
    'ISERROR(FIND("/",A2))': True,
    'FIND("/",A5)': 6,
    "DATE(2024,3,1)*1": 45_352,
    "ROUND(2.25,1)": 2.3,
    "ROUND(-2.5,0)": -3,
    "ROUND(1234.5,-2)": 1200,
    "INT(-2.5)": -3,
    "MOD(100020,100000)": 20,
    "MOD(-1,5)": 4,
    'N("chữ")': 0,
    "N(A1)": 5,
    'LEN(TRIM("  a  b "))': 3,
    'LEFT("báo cáo",3)': "báo",
    'RIGHT("báo cáo",3)': "cáo",
    'MID("2024-M03",6,9)': "M03",
    'SUBSTITUTE("2.5",".",",")': "2,5",
    'REPT("ab",3)': "ababab",
    '"a"&CHAR(10)&"b"': "a\nb",
    'HYPERLINK("#A1","xem")': "xem",
    "AND(A1>1,OR(A6=7,A6=8))": True,
    "NOT(A1>1)": False,
    "ABS(A1-(A6+1))>0.000001": True,
    "DAY(C2)": 5,
    "MONTH(C2)": 3,
    "YEAR(C2)": 2024,
    "C2-TODAY()": 0,
}
# What a truth in a cell changes in LibreOffice, which takes it for a number.
WITH_TRUTHS: Final = ("TRUE>A2", "COUNT(A1:A7)", "SUM(A1:A7)", "MIN(A1:A7)", "SMALL(A1:A7,2)")
ERRORS: Final = {
    "1/0": "#DIV/0!",
    "INT(A2)": "#VALUE!",
    'FIND("x",A5)': "#VALUE!",
    "A2+1": "#VALUE!",
    'MATCH("không có",B1:B6,0)': "#N/A",
    'IF("chữ",1,2)': "#VALUE!",
    "MOD(1,0)": "#DIV/0!",
}
UNKNOWN: Final = (
    "VLOOKUP(A1,B1:C9,2)",
    "la_gi",
    "A4+1",
    "[1]S!A1",
    "'Tờ 2'!A1",
    "SUM(A1",
    "A1 A2",
    "{1;2}",
    "A1:A3",
    "DAY(1)",
    "CHAR(200)",
    "SUM(A:C)",
    'COUNTIF(B1:B6,"1/2")',
    "A1:A3*B1:B6",
    "INDEX(A1:C7,2,2)",
    'FIND("a","ba",2)',
    "IF(A1)",
    "ROUND(A1,400)",
    "COUNTIFS()",
    "COUNTIF(C1:C6)",
    "MATCH(7,A1:A7)",
    "2^3",
    "50%",
    "",
)


class Tray:
    """The sheet, and one formula in E1."""

    bottom = 7

    def __init__(self, formula: str) -> None:
        self.formulas: dict[Cell, str] = {(1, 4): formula}
        self._typed = {row_and_column(address): value for address, value in TYPED.items()}

    def typed(self, row: int, column: int) -> Element:
        """Return what stands in a cell."""
        return self._typed.get((row, column))


def given(formula: str) -> Element:
    """Return what a formula gives in E1."""
    sheets = {SHEET: Tray(formula)}
    book = WorkedOutBook(sheets.__getitem__, {NAME: f"'{SHEET}'!$A$1"}, NOW)
    return book.result(SHEET, (1, 4))
