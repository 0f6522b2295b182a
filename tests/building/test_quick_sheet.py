"""A sheet that asks XlsxWriter once about the functions of its formulas writes what the library would."""

from __future__ import annotations

import pytest
from xlsxwriter.worksheet import Worksheet

from khoagiao_xl.building.quick_sheet import QuickSheet

FORMULAS = [
    "=SUM(A1:A9)",
    "SUM(A1:A9)",
    "=IF(SUM(A1)>2,COUNTIFS(B:B,C7),1)",
    "=FILTER(A1:A9,B1:B9)",
    "=SUM(FILTER(A1:A9,B1:B9))",
    "=XLOOKUP(A1,B:B,C:C)",
    '="FILTER("&A1',
    "=A1",
    "={1,2}",
    "{=SUM(A1:A9)}",
    "=_xlfn.UNIQUE(A1:A9)",
    "=UNIQUE(A1:A9)",
    "=MYSINGLE(A1)",
    "=STDEV.S(A1:A9)",
]


@pytest.mark.parametrize("formula", FORMULAS)
@pytest.mark.parametrize("is_future", [False, True])
def test_each_formula_is_prepared_as_the_library_does(formula: str, *, is_future: bool) -> None:
    quick, plain = QuickSheet(), Worksheet()
    quick.use_future_functions = plain.use_future_functions = is_future
    prepared = [quick._prepare_formula(each) for each in (formula, *FORMULAS, formula)]
    expected = [plain._prepare_formula(each) for each in (formula, *FORMULAS, formula)]  # type: ignore[no-untyped-call]
    assert prepared == expected
