"""The rules of the default profile, each by its code, on the smallest form that breaks it."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from khoagiao_xl.errors import WrongRequest
from khoagiao_xl.model.findings import Severity
from khoagiao_xl.model.records import Entry
from khoagiao_xl.profiles import load_profile
from khoagiao_xl.rules.checking import Form, check_form, days_in
from khoagiao_xl.rules.rule import Rule

PROFILE = load_profile("2024")
RULES = [Rule.from_row(row) for row in PROFILE.rules]
SOUND: dict[str, Any] = {item.code: 0 for item in PROFILE.indicators if item.is_numeric and not item.formula} | {
    "KG001": 50, "KG002": 80, "KG003": 1, "KG227": 40.0,
    **dict.fromkeys(("KG111", "KG112", "KG113", "KG308", "KG601"), "Không"),
}  # fmt: skip

CARRIED = {("KG221", "KG222"): 2, ("KG306", "KG307"): 1}


def codes(explained: str = "", nothing: bool = False, **figures: Any) -> list[str]:
    """Return the codes found in a sound form with `figures` changed and `explained` beside each change."""
    values = {**SOUND, **figures}
    entries = {
        code: Entry(
            "SYT", "2024-Y", code, value, value, "Số liệu", f"D{at}", explained if code in figures else ""
        )
        for at, (code, value) in enumerate(values.items(), 5)
    }
    form = Form(entries, PROFILE.indicators, date(2024, 12, 14), "b.xlsx", nothing, CARRIED)
    return sorted({finding.code for finding in check_form(form, RULES)})


def test_a_sound_form_has_no_findings() -> None:
    assert codes() == []


@pytest.mark.parametrize(
    ("code", "figures"),
    [
        ("R01", {"KG107": 5, "KG108": 6}),
        ("R02", {"KG101": 2, "KG102": 1}),
        ("R03", {"KG201": 1}),
        ("R04", {"KG205": 9}),
        ("R05", {"KG209": 1}),
        ("R06", {"KG206": 30, "KG205": 30}),
        ("R06", {"KG203": 1, "KG201": 1}),
        ("R06", {"KG208": 30, "KG205": 30}),
        ("R07", {"KG202": 1, "KG201": 1, "KG206": 2001, "KG205": 2001}),
        ("R07", {"KG203": 9, "KG201": 9, "KG207": 9, "KG205": 9}),
        ("R07", {"KG204": 9, "KG201": 9, "KG208": 9, "KG205": 9}),
        ("R08", {"KG218": 1, "KG219": 2}),
        ("R09", {"KG221": 1, "KG222": 4, "KG603": "vì sao"}),
        ("R10", {"KG306": 1, "KG307": 3}),
        ("R11", {"KG223": 81}),
        ("R12", {"KG223": 40, "KG224": 51.0}),
        ("R13", {"KG107": 40, "KG108": 20, "KG109": 51.0}),
        ("R14", {"KG227": 100.5}),
        ("R15", {"KG216": -1}),
        ("R15", {"KG216": 1.5}),
        ("R15", {"KG230": -0.5}),
        ("R23", {"KG402": 1}),
        ("R24", {"KG111": "Có"}),
        ("R26", {"KG221": 1}),
        ("R26", {"KG226": 1}),
        ("R27", {"KG115": 81}),
        ("R28", {"KG106": 2, "KG107": 101}),
        ("SL-BL", {"KG216": None}),
        ("SL-BC", {"KG601": None}),
    ],
)
def test_each_rule_speaks_when_it_is_broken(code: str, figures: dict[str, Any]) -> None:
    assert code in codes(**figures)


@pytest.mark.parametrize(
    "figures",
    [
        {"KG221": 1, "KG222": 3, "KG603": "tồn hai vấn đề từ kỳ trước"},
        {"KG107": 40, "KG108": 20, "KG109": 50.0, "KG106": 1},
        {"KG223": 79, "KG224": 98.8},
        {"KG202": 1, "KG201": 1, "KG206": 2, "KG205": 2},
        {"KG221": 1, "KG603": "đã báo cáo riêng"},
        {"KG230": 0.5, "KG227": 100.0},
    ],
)
def test_a_figure_on_the_border_is_right(figures: dict[str, Any]) -> None:
    assert codes(**figures) == []


def test_a_blank_is_one_finding_and_silences_the_rules_that_need_it() -> None:
    assert codes(KG201=None, KG202=3) == ["R06", "SL-BL"]


def test_nothing_to_report_leaves_blanks_in_peace() -> None:
    assert codes(nothing=True, KG216=None, KG601=None) == []


@pytest.mark.parametrize(
    ("explained", "found"),
    [
        ("Kế hoạch số 05-KH/ĐU, ngày 15/01/2024", []),
        ("05-KH/ĐU ngày 15 tháng 01 năm 2024", []),
        ("Kế hoạch 12/KH-SGDĐT ngày 2.3.2024", []),
        ("đã có kế hoạch", ["R24"]),
        ("05-KH/ĐU", ["R24"]),
        ("ngày 15/01/2024", ["R24"]),
        ("05-KH/ĐU, ngày 31/02/2024", ["R24"]),
        ("05-KH/ĐU, ngày 20/12/2024", ["R24-2"]),
    ],
)
def test_a_yes_needs_a_document_with_number_and_day(explained: str, found: list[str]) -> None:
    assert codes(explained, KG601="Có") == found


def test_each_finished_review_needs_its_own_report() -> None:
    both = "12-BC/ĐU ngày 20/3/2024; 15-BC/ĐU ngày 01/4/2024"
    assert codes(both, KG401=2, KG402=2) == []
    assert codes("12-BC/ĐU ngày 20/3/2024", KG401=2, KG402=2) == ["R23"]


def test_errors_and_questions_are_told_apart() -> None:
    weights = {rule.code: rule.severity for rule in RULES}
    assert weights["R01"] is Severity.ERROR
    assert weights["R28"] is Severity.QUESTION


def test_days_are_read_day_first() -> None:
    assert days_in("3/4/24 và 31-12-2023, 30/2/2024") == [date(2024, 4, 3), date(2023, 12, 31)]


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"comparison": "~"}, "QT-02"),
        ({"comparison": "kéo theo", "right": "KG603 + 1"}, "QT-03"),
        ({"comparison": "trong khoảng", "right": "9..2"}, "QT-04"),
        ({"left": "KG101 +"}, "QT-01"),
    ],
)
def test_a_wrong_rule_is_refused_with_the_reason(change: dict[str, str], code: str) -> None:
    with pytest.raises(WrongRequest) as refused:
        Rule.from_row({**PROFILE.rules[0], **change})
    assert refused.value.code == code


def test_a_rule_on_trial_or_switched_off_or_for_another_kind_of_period_is_silent() -> None:
    from khoagiao_xl.model.periods import Kind

    for change, applies in (
        ({"status": "thử"}, False),
        ({"status": "tắt"}, False),
        ({"kinds": "Q; H"}, False),
        ({}, True),
    ):
        assert Rule.from_row({**PROFILE.rules[0], **change}).applies_to(Kind.MONTH) is applies
