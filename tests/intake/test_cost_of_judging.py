"""Judging costs the same for every form, however many units the office has; counted in calls, not seconds."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest

from khoagiao_xl.forms.form_layout import FORM_VERSION, TICK_NO_SECRET
from khoagiao_xl.forms.naming import form_id
from khoagiao_xl.intake.judging import foreign_words, identify, measures, named_otherwise, unit_names
from khoagiao_xl.intake.judging.foreign_words import in_common
from khoagiao_xl.intake.judging.issued_lines import issued_lines
from khoagiao_xl.intake.judging.judge import judge
from khoagiao_xl.intake.judging.measures import Measures
from khoagiao_xl.intake.judging.verdicts import Verdict
from khoagiao_xl.intake.reading.form_reading import FileReading, Identity, RawCell
from khoagiao_xl.model.indicators import Indicator
from khoagiao_xl.model.periods import Period
from khoagiao_xl.model.records import Deadline, Unit
from khoagiao_xl.office.obligations import Obligations, Waivers
from khoagiao_xl.vietnamese.text import fold
from tests.intake.sample_forms import all_indicators

if TYPE_CHECKING:
    from collections.abc import Iterator

MONTH = "2024-M03"
CAME = date(2024, 3, 16)
LINE = Deadline(MONTH, date(2024, 2, 15), date(2024, 3, 14), date(2024, 3, 18), CAME, date(2024, 4, 2))
ASKED = tuple(item for item in all_indicators() if item.code in ("KG001", "KG110", "KG205"))


def office_of(units: int) -> Measures:
    made = tuple(Unit(f"U{at}", f"Đơn vị {at}", aliases=(f"ĐV {at}",)) for at in range(units))
    return Measures(Obligations(Period.parse(MONTH), LINE, made, ASKED, Waivers(())), [], "m-1")


def form_of(unit: Unit) -> FileReading:
    code = unit.code
    cover = {"don vi": RawCell("Bìa", "C4", unit.name), "ma don vi": RawCell("Bìa", "C5", code)}
    return FileReading(
        f"{code}.xlsx",
        Identity(FORM_VERSION, code, MONTH, form_id("m-1", MONTH, code), "m-1"),
        ticks={TICK_NO_SECRET: True},
        cells={item.code: RawCell("Số liệu", f"D{at}", 7) for at, item in enumerate(ASKED, 5)},
        labels=cover | {item.code: RawCell("Số liệu", "B5", item.label) for item in ASKED},
    )


@pytest.fixture
def calls(monkeypatch: pytest.MonkeyPatch) -> Counter[str]:
    """How often words were folded for comparing, and an indicator asked whether it is asked."""
    count: Counter[str] = Counter()
    is_asked = Indicator.is_asked

    def folding(text: str) -> str:
        count["fold"] += 1
        return fold(text)

    def asking(self: Indicator, *arguments: object) -> bool:
        count["is_asked"] += 1
        return is_asked(self, *arguments)  # type: ignore[arg-type]  # as they came

    for module in (measures, identify, named_otherwise, foreign_words):
        monkeypatch.setattr(module, "fold", folding)
    monkeypatch.setattr(Indicator, "is_asked", asking)
    return count


def judged(units: int) -> Iterator[Verdict]:
    """Judge a sound form of every unit."""
    office = office_of(units)
    forms = [form_of(unit) for unit in office.obligations.units]
    known = replace(office, issued=issued_lines(forms, office), issued_otherwise=in_common(forms))
    for form in forms:
        yield judge(form, known, CAME).verdict


def test_every_form_is_accepted() -> None:
    assert set(judged(5)) == {Verdict.ACCEPTED}


def test_eleven_times_the_units_cost_at_most_eleven_times_as_much(calls: Counter[str]) -> None:
    few, many = 8, 88
    list(judged(few))
    cost_of_few = calls.copy()
    calls.clear()
    list(judged(many))
    assert calls["fold"] <= cost_of_few["fold"] * many / few
    assert calls["is_asked"] <= cost_of_few["is_asked"] * many / few


def test_a_subject_is_not_held_against_every_unit(monkeypatch: pytest.MonkeyPatch) -> None:
    compared: list[str] = []

    def stands_in(name: str, text: str) -> bool:
        compared.append(name)
        return name in text

    monkeypatch.setattr(unit_names, "_stands_in", stands_in)
    names = office_of(500).unit_names
    assert names.of_subject("Báo cáo của Đơn vị 7") == {"U7"}
    assert set(compared) == {"don vi 7"}
