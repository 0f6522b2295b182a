"""The rules of the default profile, each by its code, on the smallest form that breaks it."""

from __future__ import annotations

import re
from datetime import date
from typing import Any

import pytest

from khoagiao_xl.errors import WrongRequest
from khoagiao_xl.model.findings import Finding, Severity
from khoagiao_xl.model.history import History
from khoagiao_xl.model.periods import Kind, Period
from khoagiao_xl.model.records import Entry
from khoagiao_xl.office.profiles import load_profile
from khoagiao_xl.rules.check_form import check_form, shown
from khoagiao_xl.rules.fixed_rules import FIXED_RULES
from khoagiao_xl.rules.form import Form
from khoagiao_xl.rules.required_documents import days_in
from khoagiao_xl.rules.rule import Rule

PROFILE = load_profile("2024")
RULES = [Rule.from_row(row) for row in PROFILE.rules]
SOUND: dict[str, Any] = {item.code: 0 for item in PROFILE.indicators if item.is_numeric and not item.formula} | {
    "KG001": 50, "KG002": 80, "KG003": 1, "KG227": 40.0, "KG502": 1,
    **dict.fromkeys(("KG111", "KG112", "KG113", "KG117", "KG308", "KG601"), "Không"),
    "KG605": "Có",
}  # fmt: skip
MONTHS = (
    "2024-M01 {}; 2024-M02 KG502=0 {}; 2024-M03 KG502=0 {}",
    "2024-M01 {}; 2024-M02 {}; 2024-M03 {}; 2024-M04 {}",
)
LAST_YEAR = "; ".join(f"2023-M{at:02} {{}}" for at in range(1, 13))
FIVE_YEARS = (
    "2023-M09 {}; 2023-M10 {}; 2023-M11 {}; 2023-M12 {}; 2024-M01 {}; 2024-M02 {}; 2024-M03 {}; 2024-M04 {}"
)
COPIED = "KG106=2 KG107=90 KG108=80 KG110=7 KG114=2 KG216=3"

# rule, period, what was reported before, figures that break it, that do not, with a blank where it matters.
CASES = [
    ("R01", "2024-Q1", "", "KG107=5 KG108=6", "KG107=6 KG108=6", "KG107= KG108=6"),
    ("R02", "2024-Q1", "", "KG101=2 KG102=1", "KG101=1 KG102=1", "KG101=2 KG102="),
    ("R03", "2024-Q1", "", "KG201=1", "KG201=3 KG202=1 KG203=2", "KG201= KG202=3"),
    ("R04", "2024-Q1", "", "KG205=9", "KG205=9 KG206=4 KG208=5", "KG205=9 KG207="),
    ("R05", "2024-Q1", "", "KG209=1", "KG209=1 KG212=1", "KG209=1 KG212="),
    ("R06", "2024-Q1", "", "KG206=30", "KG206=30 KG202=1", "KG206=30 KG202="),
    ("R06", "2024-Q1", "", "KG203=1", "KG203=1 KG207=2", "KG203=1 KG207="),
    ("R06", "2024-Q1", "", "KG208=30", "KG208=30 KG204=3", "KG208= KG204=3"),
    ("R07", "2024-Q1", "", "KG202=1 KG206=2001", "KG202=1 KG206=2000", "KG202=0 KG206=2001"),
    ("R07", "2024-Q1", "", "KG203=9 KG207=9", "KG203=9 KG207=18", "KG203=9 KG207="),
    ("R07", "2024-Q1", "", "KG204=9 KG208=9", "KG204=9 KG208=99", "KG204= KG208=9"),
    ("R08", "2024-Q1", "", "KG218=1 KG219=2", "KG218=2 KG219=2", "KG218= KG219=2"),
    ("R08", "2024-M03", "2024-M02 KG218=2", "KG219=3", "KG219=2", "KG218= KG219=3"),
    ("R09", "2024-Q2", "2024-Q1 KG221=2", "KG221=1 KG222=4", "KG221=1 KG222=3", "KG221= KG222=4"),
    ("R10", "2024-Q2", "2024-Q1 KG306=1", "KG306=1 KG307=3", "KG306=1 KG307=2", "KG306= KG307=3"),
    ("R11", "2024-Q1", "", "KG223=81", "KG223=80", "KG223=81 KG002="),
    ("R12", "2024-Q1", "", "KG223=40 KG224=51,0", "KG223=79 KG224=98,8", "KG223= KG224=51,0"),
    ("R13", "2024-Q1", "", "KG107=40 KG108=20 KG109=51,0", "KG107=40 KG108=20 KG109=50,0", "KG107=0 KG109=51,0"),
    ("R14", "2024-Y", "", "KG227=100,5", "KG227=100,0", "KG227="),
    ("R15", "2024-Q1", "", "KG216=-1", "KG216=1", "KG216="),
    ("R15", "2024-Q1", "", "KG216=1,5", "KG216=2", "KG216="),
    ("R15", "2024-Q1", "", "KG230=-0,5", "KG230=0,5", "KG230="),
    ("R16", "2024-Q1", MONTHS[0].format("KG110=2", "KG110=0", "KG110=3"), "KG110=6", "KG110=5", "KG110="),
    ("R17", "2024-H1", "2024-Q1 KG110=2; 2024-Q2 KG502=0 KG110=2", "KG110=6", "KG110=4", "KG110="),
    ("R17", "2024-Y", "2024-Q1 KG110=2; 2024-Q2 KG110=2 KG502=0; 2024-Q3 KG502=0; 2024-Q4 KG110=1 KG502=0", "KG110=4", "KG110=5", "KG110="),
    ("R18", "2024-Q2", "2024-Q1 KG402=2", "KG402=1", "KG402=2", "KG402="),
    ("R18", "2024-Y", "2024-Q4 KG402=2", "KG402=1", "KG402=3", "KG402="),
    ("R19", "2024-Q1", "2024-M03 KG001=49", "KG001=50", "KG001=49", "KG001="),
    ("R20", "2024-M01", "2023-M12 KG001=100", "KG001=121", "KG001=120", "KG001="),
    ("R20", "2024-M02", "2024-M01 KG001=10", "KG001=4", "KG001=5", "KG001="),
    ("R21", "2024-Q2", "2024-Q1 KG302=3", "KG301=4 KG302=2", "KG301=4 KG302=1", "KG301= KG302=2"),
    ("R21", "2024-Q1", "", "KG303=4 KG304=5", "KG303=4 KG304=4", "KG303= KG304=5"),
    ("R22", "2024-Q2", "2024-Q1 KG301=4", "KG301=5", "KG301=4", "KG301="),
    ("R22", "2024-Q2", "2024-Q1 KG303=4", "KG303=5", "KG303=4", "KG303="),
    ("R22", "2024-Q2", "2024-Q1 KG401=4", "KG401=5", "KG401=4", "KG401="),
    ("R23", "2024-Q1", "", "KG402=1", "KG402=0", "KG402="),
    ("R24", "2024-Q1", "", "KG111=Có", "KG111=Không", "KG111="),
    ("R25", "2024-M02", "2024-M01 KG601=Có", "KG601=Không", "KG601=Có", "KG601="),
    ("R25", "2024-Q1", "2024-M03 KG601=Có", "KG601=Không", "KG601=Có", "KG601="),
    ("R26", "2024-Q1", "", "KG221=1", "KG221=1 KG603=vì_sao", "KG221="),
    ("R26", "2024-Q1", "", "KG226=1 KG229=", "KG226=1 KG603=vì_sao", "KG226="),
    ("R27", "2024-Y", "", "KG225=81", "KG225=80", "KG225=81 KG002="),
    ("R27", "2024-Y", "", "KG115=81", "KG115=80", "KG115="),
    ("R27", "2024-Y", "", "KG001=81", "KG001=80", "KG001="),
    ("R28", "2024-Q1", "", "KG106=2 KG107=101", "KG106=2 KG107=100", "KG106= KG107=101"),
    ("R32", "2024-M02", f"2024-M01 {COPIED}", COPIED, f"{COPIED} KG110=8 KG114=3 KG216=4", "KG110= KG114= KG216="),
    ("R33", "2024-M05", MONTHS[1].format("KG110=9", "KG110=7", "KG110=8", "KG110=8"), "KG110=25", "KG110=24", "KG110="),
    ("R33", "2024-M05", MONTHS[1].format("", "", "", ""), "KG110=21", "KG110=20", "KG110="),
    ("R34", "2024-Q1", "", "KG502=0", "KG502=1", "KG502="),
    ("R36-2", "2024-Q2", "2024-Q1 KG112=Có", "KG112=Không_thuộc", "KG112=Không", "KG112="),
    ("R37", "2024-M05", FIVE_YEARS.format(*(f"KG110={at}" for at in (40, 50, 45, 55, 40, 60, 50, 50))),
     "KG110=90", "KG110=70", "KG110="),
    ("R37", "2024-M05", FIVE_YEARS.format(*(f"KG110={at}" for at in (40, 50, 45, 55, 40, 60, 50, 50))),
     "KG110=5", "KG110=49", "KG110="),
    ("R37", "2024-M05", MONTHS[1].format("", "KG110=1", "", ""), "KG110=21", "KG110=3", "KG110="),
    ("R39", "2024-M02", "", "KG216=600", "KG216=150", "KG216="),
    ("R39", "2024-M02", "", "KG110=1501", "KG110=1500", "KG110="),
    ("R39", "2024-Q1", "", "KG217=501", "KG217=500", "KG217="),
    ("R39", "2024-Q1", "", "KG110=5001", "KG110=5000", "KG110="),
    ("R40", "2024-Q1", "", "KG302=1 KG304=1 KG305=1", "KG302=1 KG304=1 KG305=1 KG309=1", "KG302=1 KG304="),
    ("R41", "2024-M01", "", "KG107=5", "KG106=1 KG107=5", "KG106= KG107=5"),
    ("R41", "2024-M01", "", "KG110=5", "KG106=1 KG110=5", "KG106= KG110=5"),
    ("R42", "2024-Q1", "", "KG213=5", "KG213=4", "KG213="),
    ("R42", "2024-H1", "", "KG213=10", "KG213=9", "KG213="),
    ("R42", "2024-Y", "", "KG213=19", "KG213=18", "KG213="),
    ("R43", "2024-M01", "", "KG605=Không", "KG605=Có", "KG605="),
    ("R44", "2024-M01", "", "KG106=1 KG105=", "KG106=1 KG105=25-CT/TW", "KG106= KG105="),
    ("R45", "2024-Y", "2024-H1 KG225=70", "KG225=69", "KG225=70", "KG225="),
    ("R45", "2024-H1", "2024-M02 KG110=7", "KG110=6", "KG110=7", "KG110="),
    ("R45", "2024-Y", "2024-H1 KG402=2", "KG402=0", "KG401=2 KG402=2", "KG402="),
    ("R46", "2024-Y", "2024-H1 KG308=Có", "KG308=Không", "KG308=Có", "KG308="),
    ("R46", "2024-Q2", "2024-Q1 KG112=Có", "KG112=Không", "KG112=Có", "KG112="),
    ("R46", "2024-Y", "2024-Q2 KG117=Có", "KG117=Không", "KG117=Có", "KG117="),
    ("R47", "2024-Q1", "", "KG302=0 KG304=0 KG309=1", "KG302=0 KG304=1 KG309=1", "KG302= KG304=0 KG309=1"),
    ("R47", "2024-Q1", "", "KG302=0 KG304=0 KG306=3", "KG302=1 KG304=0 KG305=1 KG306=3", "KG302=0 KG304= KG306=3"),
    ("R47", "2024-H1", "", "KG302=0 KG304=0 KG308=Có", "KG302=0 KG304=1 KG305=1 KG308=Có", "KG302= KG304=0 KG308=Có"),
    ("R47", "2024-H1", "", "KG302=0 KG304=0 KG308=Có", "KG302=0 KG304=0 KG308=Không", "KG308="),
    ("R38", "2024-M01", "", "KG110=50001", "KG110=50000", "KG110="),
]  # fmt: skip


def values(text: str) -> dict[str, Any]:
    """Return the figures of «KG107=5 KG108= KG603=vì_sao» (decimal comma, «_» a space, nothing a blank)."""
    found: dict[str, Any] = {}
    for code, said in (word.split("=") for word in text.split()):
        try:
            found[code] = float(said.replace(",", ".")) if "," in said else int(said)
        except ValueError:
            found[code] = said.replace("_", " ") or None
    return found


def history(text: str) -> History:
    """Return the history of «2024-M01 KG110=2; 2024-M02»: sound reports with these figures."""
    periods = (part.split(maxsplit=1) for part in text.split(";") if part.strip())
    return History({code: SOUND | values("".join(rest)) for code, *rest in periods})


def find(
    figures: dict[str, Any],
    period: str = "2024-Y",
    before: str = "",
    *,
    explained: str = "",
    rules: list[Rule] = RULES,
    **form: Any,
) -> list[Finding]:
    """Return what is found in a sound form with `figures` changed and `explained` beside each change."""
    entries = {
        code: Entry(
            "SYT", period, code, value, value, "Số liệu", f"D{at}", explained if code in figures else ""
        )
        for at, (code, value) in enumerate((SOUND | figures).items(), 5)
    }
    now = Period.parse(period)
    applied = [rule for rule in rules if rule.is_looked_at(now.kind)]
    form = {"asked": PROFILE.indicators} | form
    codes = {item.code for item in form["asked"]}
    entries = {code: entry for code, entry in entries.items() if code in codes}
    made = Form(entries, period=now, ends=date(2024, 12, 14), file="b.xlsx", history=history(before), **form)
    return check_form(made, applied)


def codes(explained: str = "", nothing: bool = False, **figures: Any) -> list[str]:
    found = find(figures, explained=explained, nothing_to_report=nothing)
    return sorted({finding.code for finding in found})


def test_a_sound_form_has_no_findings() -> None:
    assert codes() == []


@pytest.mark.parametrize(("code", "period", "before", "broken", "holds", "blank"), CASES)
def test_each_rule_speaks_when_it_is_broken_and_never_of_a_blank(
    code: str, period: str, before: str, broken: str, holds: str, blank: str
) -> None:
    said = [
        {finding.code for finding in find(values(figures), period, before)}
        for figures in (broken, holds, blank)
    ]
    assert [code in found for found in said] == [True, False, False]


@pytest.mark.parametrize(("code", "period", "before", "broken", "holds", "blank"), CASES)
def test_a_unit_without_history_is_never_blamed_for_it(
    code: str, period: str, before: str, broken: str, holds: str, blank: str
) -> None:
    found = find(values(broken), period)
    blamed = {finding.code for finding in found if before == "" or finding.is_error}
    assert (code in blamed) == (not before)


def test_every_rule_of_the_profile_has_a_case() -> None:
    other_tests = {"R35"}
    covered = {case[0].split("-")[0] for case in CASES} | other_tests
    assert {row["code"] for row in PROFILE.rules} | set(FIXED_RULES) == covered | {"R36"}


@pytest.mark.parametrize(
    "figures",
    [
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
    assert codes(KG601=None) == ["SL-BC"]


def test_nothing_to_report_leaves_blanks_in_peace() -> None:
    assert codes(nothing=True, KG216=None, KG601=None, KG502=0) == []


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


def test_the_report_of_a_review_is_no_later_than_the_period() -> None:
    assert codes("12-BC/ĐU ngày 20/12/2024", KG401=1, KG402=1) == ["R23-2"]


def test_does_not_concern_us_must_fit_what_the_office_says_of_the_unit() -> None:
    answer = {"KG112": "Không thuộc"}
    listed = find(answer, covers=frozenset({"KG112"}))
    assert [(item.code, item.severity) for item in listed] == [("R36", Severity.QUESTION)]
    assert find(answer, covers=frozenset({"KG113"})) == find(answer) == []


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


@pytest.mark.parametrize(
    ("change", "on_the_form", "in_the_intake"),
    [
        ({"status": "thử"}, False, True),
        ({"status": "tắt"}, False, False),
        ({"kinds": "Q; H"}, False, False),
        ({}, True, True),
    ],
)
def test_only_a_rule_switched_on_is_on_the_form_and_one_on_trial_only_in_the_intake(
    change: dict[str, str], on_the_form: bool, in_the_intake: bool
) -> None:
    rule = Rule.from_row({**PROFILE.rules[0], **change})
    assert (rule.applies_to(Kind.MONTH), rule.is_looked_at(Kind.MONTH)) == (on_the_form, in_the_intake)


def first_rule(**change: str) -> list[Rule]:
    return [Rule.from_row({**PROFILE.rules[0], **change})]


def test_a_rule_on_trial_only_remarks_and_one_switched_off_says_nothing() -> None:
    broken = values("KG107=5 KG108=6")
    (on,), (trial,) = (find(broken, rules=first_rule(status=status)) for status in ("bật", "thử"))
    assert (on.code, on.severity, on.message) == (
        "R01",
        Severity.ERROR,
        "Số lượt tham dự lớn hơn số lượt được triệu tập (KG108 = 6; KG107 = 5).",
    )
    assert (trial.code, trial.severity, trial.message) == ("R01", Severity.NOTE, f"(thử) {on.message}")
    assert find(broken, rules=first_rule(status="tắt")) == []


def test_a_finding_over_time_names_what_the_figure_was_compared_with() -> None:
    (found,) = find(values("KG001=70"), "2024-M02", "2024-M01 KG001=50", rules=RULES)
    assert found.message.endswith("(KG001 = 70; kỳ trước = 50).")


def test_a_yes_that_became_a_no_is_asked_about_in_one_clear_sentence() -> None:
    (found,) = find(values("KG308=Không"), "2024-Y", "2024-H1 KG308=Có", rules=RULES)
    assert found.severity is Severity.QUESTION
    assert found.message == (
        "Báo cáo của một kỳ nằm trong kỳ này đã ghi «Có», nay báo «Không»: sửa câu trả lời sai, hoặc nêu lý do "
        "(KG308 = Không; đã báo cáo ở một kỳ nằm trong kỳ này = Có)."
    )


def test_a_year_below_its_own_half_is_asked_about_and_an_explanation_settles_it() -> None:
    (found,) = find(values("KG225=69"), "2024-Y", "2024-H1 KG225=70", rules=RULES)
    assert found.severity is Severity.QUESTION
    assert "(KG225 = 69; đã báo cáo ở một kỳ nằm trong kỳ này = 70)" in found.message


def test_what_may_become_less_is_not_asked_about() -> None:
    assert find(values("KG115=20 KG003=1"), "2024-Y", "2024-H1 KG115=30 KG003=2", rules=RULES) == []


def test_a_blank_may_count_as_zero_but_a_period_that_never_came_may_not() -> None:
    rules = first_rule(left="KG110", right="truoc(KG110)", comparison="<=", blanks="coi là 0")
    assert [item.code for item in find({"KG110": 3}, "2024-M02", "2024-M01 KG110=", rules=rules)] == ["R01"]
    assert find({"KG110": 3}, "2024-M02", rules=rules) == []


def test_a_finding_of_a_placeholder_stands_at_each_indicator_that_breaks_the_rule() -> None:
    before = MONTHS[0].format("KG110=2 KG216=1", "", "")
    found = [item for item in find(values("KG110=6 KG216=5"), "2024-Q1", before) if item.code == "R16"]
    assert [item.indicator for item in found] == ["KG110", "KG216"]
    assert len({item.place.cell for item in found}) == 2


def levels(code: str, figures: str, period: str, before: str) -> list[Severity]:
    found = find(values(figures), period, before)
    return [finding.severity for finding in found if finding.code == code]


def test_more_settled_than_had_arisen_leaves_nothing_and_never_less() -> None:
    before = "2024-Q1 KG222=5; 2024-Q2 KG221=2"
    assert levels("R09", "KG221=1 KG222=3 KG603=x", "2024-Q3", before) == []
    assert levels("R09", "KG221=1 KG222=4 KG603=x", "2024-Q3", before) == [Severity.QUESTION]


@pytest.mark.parametrize(
    ("code", "arisen", "settled"), [("R09", "KG221", "KG222"), ("R10", "KG306", "KG307")]
)
def test_what_arose_in_december_is_settled_in_january(code: str, arisen: str, settled: str) -> None:
    said = f"{settled}=1 KG603=x"
    last_year = LAST_YEAR.format(*("" for _ in range(11)), f"{arisen}=1")
    assert levels(code, said, "2024-M01", last_year) == []
    assert levels(code, said, "2024-M01", "") == [Severity.QUESTION]  # last year is not known: who can tell?
    assert levels(code, f"{settled}=2 KG603=x", "2024-M01", last_year) == [Severity.ERROR]


def test_a_jump_in_february_is_asked_by_the_size_of_the_unit_and_by_last_year_where_it_is_known() -> None:
    asked = [item.code for item in find({"KG216": 600}, "2024-M02", "2024-M01 KG216=4")]
    assert asked == ["R39"]
    last_year = f"{LAST_YEAR.format(*('KG216=4' for _ in range(12)))}; 2024-M01 KG216=4"
    asked = [item.code for item in find({"KG216": 600}, "2024-M02", last_year)]
    assert asked == ["R33"]


def test_meetings_are_held_against_the_cells_that_were_known_last() -> None:
    quarter = [item for item in PROFILE.indicators if item.is_asked(Kind.QUARTER)]
    figures = {"KG213": 15, "KG003": None}
    known = find(figures, "2024-Q3", "2024-H1 KG003=3", asked=quarter)
    assert [item.detail for item in known if item.code == "R42"] == ["KG213 = 15; số gần nhất đã báo = 3"]


@pytest.mark.parametrize(
    ("value", "text"),
    [(12.5, "12,5"), (2 / 3, "0,6666666667"), (1e11, "100000000000"), (12.0, "12"), (None, "để trống")],
)
def test_a_figure_that_shows_a_broken_rule_is_written_the_vietnamese_way(
    value: float | None, text: str
) -> None:
    assert shown(value) == text


def test_what_was_computed_is_told_with_two_decimals() -> None:
    found = find(values(f"{COPIED} KG216=4"), "2024-M02", f"2024-M01 {COPIED}", rules=RULES)
    (told,) = [item.detail for item in found if item.code == "R32"]
    assert re.fullmatch(r"tỷ lệ ô giống kỳ trước = \d\d,\d\d?", told)
