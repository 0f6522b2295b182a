"""The formulas of a form are worked out as Excel does, or not at all."""

from __future__ import annotations

import pytest

from khoagiao_xl.forms.formula_scalars import Scalar, Unknown, WorkedOutWrong
from khoagiao_xl.forms.formula_values import FormulaValues

CELLS: dict[str, Scalar] = {
    "A1": 5.0,
    "A2": "khoảng 5",
    "A3": None,
    "A4": "1.250",
    "A5": "45-NQ/TW",
    "A6": 7.0,
}


def worth(formula: str) -> Scalar:
    def value_of(_: str, cell: str) -> Scalar:
        return CELLS[cell]

    return FormulaValues(value_of, {"ten": ("S", "A1")}).value(formula, "S")


@pytest.mark.parametrize(
    ("formula", "result"),
    [
        ("1+2*3", 7),
        ("(1+2)*3", 9),
        ("-A1+10", 5),
        ("10-3-2", 5),
        ("A1/2", 2.5),
        ('"a"&A1&"b"', "a5b"),
        ("A3=0", True),
        ('A3=""', True),
        ("A2>A1", True),
        ('"CÓ"="có"', True),
        ("ten+1", 6),
        ("'S'!$A$1", 5),
        ("IF(A1>3,\"lớn\",1/0)", "lớn"),
        ("IF(ISNUMBER(A2),INT(A2),\"chữ\")", "chữ"),
        ("IFERROR(1/0,9)", 9),
        ("IFERROR(INT(A2),9)", 9),
        ("IF(LEN(A3)=0,\"trống\",A4+1)", "trống"),
        ("COUNT(A1:A6)", 2),
        ("COUNT(A1,A2,A6)", 2),
        ("SUMPRODUCT(--(LEN(A1:A4)>0))", 3),
        ("SUMPRODUCT(--ISNUMBER(FIND({0,1,2,3,4,5,6,7,8,9},A5)))", 2),
        ('ISERROR(FIND("/",A2))', True),
        ("ROUND(2.25,1)", 2.3),
        ("ROUND(-2.5,0)", -3),
        ("LEN(TRIM(\"  a  b \"))", 3),
        ("AND(A1>1,OR(A6=7,A6=8))", True),
        ("ABS(A1-(A6+1))>0.000001", True),
    ],
)  # fmt: skip
def test_what_a_formula_gives(formula: str, result: Scalar) -> None:
    assert worth(formula) == result


@pytest.mark.parametrize("formula", ["1/0", "INT(A2)", 'FIND("x",A5)', "A2+1"])
def test_what_excel_shows_as_an_error_is_one(formula: str) -> None:
    with pytest.raises(WorkedOutWrong):
        worth(formula)


@pytest.mark.parametrize(
    "formula", ["VLOOKUP(A1,B1:C9,2)", "la_gi", "A4+1", "[1]S!A1", "SUM(A1", "A1 A2", "{1;2}"]
)
def test_of_what_it_does_not_know_it_says_nothing(formula: str) -> None:
    with pytest.raises(Unknown):
        worth(formula)
