"""Whatever was asked has a value, or a finding at its cell: nothing that a unit types passes unseen."""

from __future__ import annotations

from datetime import date, time, timedelta
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from khoagiao_xl.forms.form_layout import FORM_VERSION, TICK_NO_SECRET, TICK_NOTHING
from khoagiao_xl.forms.naming import form_id
from khoagiao_xl.intake.judging.answer_guard import unanswered
from khoagiao_xl.intake.judging.judge import Judgement, judge
from khoagiao_xl.intake.judging.measures import Measures
from khoagiao_xl.intake.judging.verdicts import Verdict
from khoagiao_xl.intake.reading.form_reading import FileReading, Identity, RawCell
from khoagiao_xl.model.findings import Place, Severity, noted, wrong
from khoagiao_xl.model.indicators import Type
from khoagiao_xl.model.periods import Period
from khoagiao_xl.model.records import Deadline, Entry, Unit
from khoagiao_xl.office.obligations import Obligations, Waivers
from khoagiao_xl.rules.fixed_rules import is_required
from khoagiao_xl.rules.form import Form
from khoagiao_xl.vietnamese.blank_text import is_blank
from tests.intake.sample_forms import YEARLY

if TYPE_CHECKING:
    from collections.abc import Mapping

    from khoagiao_xl.model.findings import Finding

YEAR = "2024-Y"
CAME = date(2024, 12, 20)
LINE = Deadline(YEAR, date(2024, 1, 1), date(2024, 12, 14), CAME, CAME, date(2025, 1, 10))
UNIT = Unit("U1", "Đơn vị U1")
TYPED_BY_HAND = [item for item in YEARLY if not item.formula]
OF_EACH_TYPE = {item.type: item for item in TYPED_BY_HAND}
MEASURES = Measures(
    Obligations(Period.parse(YEAR), LINE, (UNIT,), tuple(TYPED_BY_HAND), Waivers(())),
    [],
    "m-1",
    symbols=frozenset({"45-NQ/TW", "25-CT/TW"}),
)
USUAL: Mapping[Type, object] = {Type.YESNO: "Không", Type.LIST: "45-NQ/TW", Type.TEXT: "Đã triển khai."}
SIGNS = "0123456789.,/-–\"“'〃xXvO \u200b\u00ad\u202e\u3164\u2800\ufeff\U000e0041\u0301٣½①\t\n"
WORDS = ["như trên", "nt", "không", "có", "n/a", "(ba)", "45-NQ/TW", "Chỉ thị 25", "12", " cuộc"]
CELLS = (
    st.none()
    | st.text()
    | st.lists(st.sampled_from([*SIGNS, *WORDS]), max_size=6).map("".join)
    | st.booleans()
    | st.integers()
    | st.floats()
    | st.dates()
    | st.datetimes()
    | st.times()
    | st.timedeltas()
    | st.sampled_from(["#N/A", "#REF!"]).map(lambda name: RawCell(value=name, error=name))
)


def judged(
    typed: Mapping[str, object], *, nothing: bool = False, explained: Mapping[str, str] | None = None
) -> Judgement:
    """Return the verdict on a form that is right everywhere but in the cells of `typed`."""
    cells = {}
    for at, item in enumerate(TYPED_BY_HAND, 5):
        usual = (
            "Có" if item.code == "KG605" else USUAL.get(item.type, 0)
        )  # «Không» would have to be explained
        value = typed.get(item.code, usual)
        raw = value if isinstance(value, RawCell) else RawCell(value=value)
        cells[item.code] = RawCell("Số liệu", f"D{at}", raw.value, error=raw.error)
    texts = {item.code for item in TYPED_BY_HAND if item.type is Type.TEXT}
    said = {code: RawCell("Số liệu", "E9", words) for code, words in (explained or {}).items()}
    reading = FileReading(
        "a.xlsx",
        Identity(FORM_VERSION, "U1", YEAR, form_id("m-1", YEAR, "U1"), "m-1"),
        ticks={TICK_NO_SECRET: True, TICK_NOTHING: nothing},
        cells={code: cell for code, cell in cells.items() if code not in texts},
        answers={code: cell for code, cell in cells.items() if code in texts},
        explanations=said,
    )
    return judge(reading, MEASURES, CAME)


def value_of(judgement: Judgement, code: str) -> object:
    (entry,) = [entry for entry in judgement.entries if entry.code == code]
    return entry.value


def asked_of(judgement: Judgement, code: str) -> list[Finding]:
    """Return what a person is asked of the cell."""
    return [finding for finding in judgement.findings if finding.asks and code in finding.about]


def code_asked(typed: object, type_: Type) -> str:
    """Return the one question about a cell of this type, from which nothing is taken."""
    code = OF_EACH_TYPE[type_].code
    judgement = judged({code: typed})
    assert value_of(judgement, code) is None
    (finding,) = asked_of(judgement, code)
    return finding.code


def test_a_form_that_is_right_is_accepted_without_a_word() -> None:
    judgement = judged({})
    assert (judgement.verdict, judgement.findings) == (Verdict.ACCEPTED, ())


@given(st.sampled_from(TYPED_BY_HAND), CELLS)
def test_every_cell_has_a_value_or_is_asked_about_whatever_stands_in_it(item: Any, typed: object) -> None:
    judgement = judged({item.code: typed})
    value = value_of(judgement, item.code)
    may_be_blank = not is_required(item) and is_blank(getattr(typed, "value", typed))
    assert value is not None or may_be_blank or asked_of(judgement, item.code)


@given(st.sampled_from(TYPED_BY_HAND), CELLS)
def test_where_nothing_happened_only_a_blank_needs_no_word(item: Any, typed: object) -> None:
    judgement = judged({item.code: typed}, nothing=True)
    is_said = value_of(judgement, item.code) is not None or asked_of(judgement, item.code)
    assert is_said or is_blank(getattr(typed, "value", typed))


@pytest.mark.parametrize("type_", [Type.COUNT, Type.PEOPLE, Type.MONEY, Type.PERCENT])
@pytest.mark.parametrize(
    "unseen", ["\u200b", "\u00ad", "\ufeff", "\u202e", "\u3164", "\ufe0f", "\u2800", "\U000e0041"]
)
def test_a_figure_that_nobody_sees_is_a_blank(unseen: str, type_: Type) -> None:
    assert code_asked(unseen, type_) == "SL-BL"


@pytest.mark.parametrize("unseen", ["\u200b", "\u00ad", "\ufeff", "\u3164", " \u2060"])
def test_an_answer_that_nobody_sees_is_a_blank(unseen: str) -> None:
    assert code_asked(unseen, Type.YESNO) == "SL-BC"


@pytest.mark.parametrize("type_", [Type.COUNT, Type.MONEY, Type.PERCENT, Type.YESNO, Type.LIST])
@pytest.mark.parametrize("mark", ['"', "”", "''", "〃", "-nt-", "như trên", "không thay đổi"])
def test_a_ditto_mark_is_asked_about_in_a_cell_of_every_type(mark: str, type_: Type) -> None:
    assert code_asked(mark, type_) == "SL-61"


@pytest.mark.parametrize("typed", [".", "...", "x", "-", "n/a", "〃", "như kỳ trước", "5", 5, True, "☐", "?"])
def test_a_narrative_that_says_nothing_is_asked_about_and_not_reported(typed: object) -> None:
    assert code_asked(typed, Type.TEXT) == "SL-69"


@pytest.mark.parametrize("typed", ["Không có", "Không", "Đạt 5 giải.", "Tốt"])
def test_a_narrative_in_words_is_an_answer(typed: str) -> None:
    code = OF_EACH_TYPE[Type.TEXT].code
    assert value_of(judged({code: typed}), code) == typed


def test_all_directives_of_a_list_count_and_an_unknown_one_is_asked() -> None:
    code = OF_EACH_TYPE[Type.LIST].code
    judgement = judged({code: "45-NQ/TW và 25-CT/TW cùng 99-KL/TW"})
    assert value_of(judgement, code) == "45-NQ/TW; 25-CT/TW; 99-KL/TW"
    (finding,) = asked_of(judgement, code)
    assert (finding.code, finding.found) == ("NB-16", "99-KL/TW")


def test_words_of_a_list_that_name_no_directive_are_asked_as_they_stand() -> None:
    code = OF_EACH_TYPE[Type.LIST].code
    (finding,) = asked_of(judged({code: "45-NQ/TW; Chỉ thị 25"}), code)
    assert (finding.code, finding.found) == ("SL-43", "Chỉ thị 25")


def test_a_directive_that_may_not_be_meant_is_asked() -> None:
    code = OF_EACH_TYPE[Type.LIST].code
    (finding,) = asked_of(judged({code: "chưa quán triệt 45-NQ/TW"}), code)
    assert (finding.code, finding.found) == ("SL-73", "chưa quán triệt 45-NQ/TW")


@pytest.mark.parametrize("nothing", ["\u200b", '"', "như trên", "-", "...", "n/a", "x"])
def test_an_explanation_that_says_nothing_settles_no_question(nothing: str) -> None:
    code = OF_EACH_TYPE[Type.PEOPLE].code
    judgement = judged({code: "-"}, explained={code: nothing})
    assert judgement.verdict is Verdict.QUESTIONED


def test_an_explanation_in_words_settles_a_question() -> None:
    code = OF_EACH_TYPE[Type.PEOPLE].code
    judgement = judged({code: "-"}, explained={code: "Kỳ này không tổ chức"})
    assert judgement.verdict is Verdict.ACCEPTED


def test_a_figure_in_the_explanation_of_a_blank_that_is_not_seen_is_noticed() -> None:
    code = OF_EACH_TYPE[Type.COUNT].code
    judgement = judged({code: "\u200b"}, explained={code: "15"})
    assert {finding.code for finding in asked_of(judgement, code)} == {"SL-46", "SL-BL"}


def test_the_guard_itself_asks_where_nothing_else_does() -> None:
    count, words = OF_EACH_TYPE[Type.COUNT], OF_EACH_TYPE[Type.TEXT]
    entries = {item.code: Entry("U1", YEAR, item.code, None, "?", "Số liệu", "D5") for item in (count, words)}
    form = Form(entries, (count, words), Period.parse(YEAR), LINE.ends)
    found = list(unanswered(form, []))
    assert [(item.code, item.severity) for item in found] == [
        ("SL-60", Severity.ERROR),
        ("SL-60", Severity.QUESTION),
    ]
    assert list(unanswered(form, found)) == []


def test_a_line_that_is_gone_without_a_word_is_told_by_the_guard() -> None:
    count = OF_EACH_TYPE[Type.COUNT]
    form = Form({}, (count,), Period.parse(YEAR), LINE.ends)
    assert [finding.code for finding in unanswered(form, [])] == ["SL-60"]
    issued_without = noted("TN-160", Place("a.xlsx"), about=count.code)
    assert list(unanswered(form, [issued_without])) == []


@pytest.mark.parametrize("told", ["TN-43", "TN-133"])
def test_of_a_sheet_told_missing_whole_no_cell_is_told_again(told: str) -> None:
    count = OF_EACH_TYPE[Type.COUNT]
    form = Form({}, (count, OF_EACH_TYPE[Type.TEXT]), Period.parse(YEAR), LINE.ends)
    missing = wrong(told, Place("a.xlsx", "Số liệu"), heading="Kỳ này")
    assert count.code not in {code for one in unanswered(form, [missing]) for code in one.about}


@pytest.mark.parametrize("typed", [date(2024, 1, 12), time(12), timedelta(1), True, float("nan")])
def test_a_day_a_time_and_a_truth_value_are_no_figure(typed: object) -> None:
    assert code_asked(typed, Type.COUNT) in ("SL-16", "SL-17", "SL-04")


def test_a_figure_beside_nothing_to_report_is_told_the_vietnamese_way() -> None:
    judgement = judged({OF_EACH_TYPE[Type.MONEY].code: 1250.5}, nothing=True)
    assert "= 1.250,5." in "".join(
        finding.message for finding in judgement.findings if finding.code == "NB-02"
    )


def test_a_span_of_time_in_an_answer_in_words_is_quoted_the_vietnamese_way() -> None:
    judgement = judged({OF_EACH_TYPE[Type.LIST].code: timedelta(3)})
    assert "«3 ngày»" in "".join(finding.message for finding in judgement.findings)
