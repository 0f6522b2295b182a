"""Formulas as Excel writes them and as LibreOffice does, both ways; no office is needed."""

from __future__ import annotations

import pytest

from xlwings_libreoffice import formula_grammar as grammar

BOTH_WAYS = (
    ("=SUM(A1,B2:C3)", "=SUM(A1;B2:C3)"),
    ("='Trang 2'!A1+Sheet1!$B$2:C3", "=$'Trang 2'.A1+$Sheet1.$B$2:C3"),
    ("='o''k'!A1&Kế!A:A", "=$'o''k'.A1&$Kế.A:A"),
    ('=IF(A1="một, hai;3!","=SUM(1,2)",\'a,b\'!A1)', '=IF(A1="một, hai;3!";"=SUM(1,2)";$\'a,b\'.A1)'),
    ("=SUM({1,2;3,4},5)", "=SUM({1;2|3;4};5)"),
    ("=IF(TRUE,FALSE)", "=IF(TRUE();FALSE())"),
    ("=SUM(tblThu[[#All],[Số, mới]],tblThu[Số])", "=SUM(tblThu[[#All];[Số, mới]];tblThu[Số])"),
    ("=SUM((A1,B2),A1:B9 B2:C3)", "=SUM((A1~B2);A1:B9!B2:C3)"),
    ("=IFERROR(#REF!,#N/A)", "=IFERROR(#REF!;#N/A)"),
    ("=NORM.S.DIST(1,TRUE)", "=NORM.S.DIST(1;TRUE())"),
    ("=A1 + 1 * ( B1 )", "=A1 + 1 * ( B1 )"),
)


@pytest.mark.parametrize(("excel", "office"), BOTH_WAYS)
def test_a_formula_goes_there_and_back(excel: str, office: str) -> None:
    assert grammar.to_office(excel) == office
    assert grammar.to_excel(office) == excel


def test_marks_of_newer_functions_are_dropped() -> None:
    assert grammar.to_office('=_xlfn.CONCAT("a",_xlfn._xlws.SORT(A1:A2))') == '=CONCAT("a";SORT(A1:A2))'


def test_a_sheet_that_moves_along_in_libreoffice_is_an_ordinary_one_in_excel() -> None:
    assert grammar.to_excel("=Sheet2.A1+SUM($Sheet2.A1:$Sheet2.B2)") == "=Sheet2!A1+SUM(Sheet2!A1:Sheet2!B2)"
