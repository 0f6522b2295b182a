"""Number formats: those that show the figure itself pass, everything else is asked about."""

from __future__ import annotations

import pytest

from khoagiao_xl.vietnamese.number_formats import is_percent, shows_itself

ACCOUNTING = '_-* #,##0\\ _₫_-;\\-* #,##0\\ _₫_-;_-* "-"??\\ _₫_-;_-@_-'
PLAIN = [
    ("General", 12), ("@", 12), ("0", 12), ("#,##0", 1234), ("#,##0.0", 12.5), ("[Blue]General", 12),
    ("General_);(General)", 12), ('General;-General;"-"', 5), ("#,##0_);(#,##0)", 12), ("0%", 0.12),
    ("#,##0_);\\(#,##0\\)", -12), ("0.0%", 0.985), (ACCOUNTING, 1234), (ACCOUNTING, -5), (ACCOUNTING, "abc"),
    ('0" cuộc"', 3), ("0.00", 12), ("0\\ ", 12), ("0;0;0;@", "x"), ("0;-0", "x"), ("000000", 12),
    ("# ##0", 1234), ('#,##0\\ "cuộc"', 12), ("[$-42A]0", 12), ("[<100]0;#,##0", 12), ("0.0", 98.54),
]  # fmt: skip
OTHER = [
    ("0.000", 12), ("#,##0.000", 12), ("0,", 12), ("0\\k", 1), ("[$000]0", 1), ('0"000"', 1), (";;;", 1),
    (";;;", "x"), ('@"000"', 1), ('@"000"', "1"), ("-0", 1), ("(0)", 1), ("00-00", 12), ("0\\ 0", 12), ("#", 0),
    ("#,###", 0), ("0,000", 12), ('0"%"', 1), ("[White]0", 1), ("[Color2]0", 1), ("*-", 1), ("0*0", 1),
    ("0E+0", 12), ("# ?/?", 12), ('General;-General;"-"', 0), ('[=0]0;"có"', 12), ('[<0]0;""', 12),
    ('[>5]"có";0', 12), ("0;0", -5), ("0%", 0.985), ('"1"0', 5), ('"0"0', 5), ("\\00", 5), ('"hơn "0', 5),
    ("yyyy", 5), ('General"0"', 5), ("0;0;0;0", "x"), ("0,;0", 12), ('"-"0', 5), ("0!0", 12), ('"Không"', 5),
]  # fmt: skip


@pytest.mark.parametrize(("code", "value"), PLAIN)
def test_a_plain_format_shows_the_figure_itself(code: str, value: object) -> None:
    assert shows_itself(code, value, "cuộc")


@pytest.mark.parametrize(("code", "value"), OTHER)
def test_any_other_format_may_show_something_else(code: str, value: object) -> None:
    assert not shows_itself(code, value, "cuộc")


def test_only_a_sign_of_its_own_in_the_section_that_applies_is_a_percentage() -> None:
    percents = ["0%", "0.0%;0", '0.00"%"', "0\\%", "0;0%"]
    assert [code for code in percents if is_percent(code, 0.98)] == ["0%", "0.0%;0"]
