"""Forms of the versions before, as they lie in the units: they count like those of today."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from khoagiao_xl.forms.form_layout import ACCEPTED_VERSIONS, FORM_VERSION
from khoagiao_xl.intake.judging.judge import Judgement, judge
from khoagiao_xl.intake.judging.measures import Measures
from khoagiao_xl.intake.judging.verdicts import Verdict
from khoagiao_xl.intake.reading.read_form import read_form
from khoagiao_xl.model.detail_lists import is_detail
from khoagiao_xl.model.findings import Severity
from khoagiao_xl.model.periods import Period
from khoagiao_xl.model.records import Deadline, Unit
from khoagiao_xl.office.obligations import Obligations, Waivers
from tests.intake.sample_forms import all_indicators

OLDER = Path(__file__).parent / "older"
MARCH, CAME = "2024-M03", date(2024, 3, 15)
LINE = Deadline(
    MARCH, date(2024, 2, 15), date(2024, 3, 14), date(2024, 3, 18), date(2024, 3, 25), date(2024, 4, 2)
)
VNPT = Unit("VNPT", "VNPT Lào Cai", covers=frozenset())
# What its blanks are, by version: those before 4 had no line with a choice, and lack lines that are asked now.
BLANKS = {version: {"NB-01", "SL-BL", "SL-BC"} for version in ("4", "5")}
USUAL_BLANKS = {"NB-01", "SL-BL", "TN-160"}
MEMBERS = dict.fromkeys(("4", "5"), 102)
EVERY = pytest.mark.parametrize("version", sorted(ACCEPTED_VERSIONS.keys() - {FORM_VERSION}))


def judged(version: str, state: str) -> Judgement:
    """Judge a form that was drawn and filled in by the program of that version."""
    data = (OLDER / f"version-{version}_{state}.xlsx").read_bytes()
    asked = tuple(all_indicators())
    office = Obligations(Period.parse(MARCH), LINE, (VNPT,), asked, Waivers(()))
    return judge(read_form(data, f"VNPT_{MARCH}.xlsx"), Measures(office, [], "KG-2024"), CAME)


@EVERY
def test_every_accepted_version_has_its_forms_here(version: str) -> None:
    assert {path.name for path in OLDER.glob(f"version-{version}_*")} == {
        f"version-{version}_{state}.xlsx" for state in ("blank", "filled")
    }


@EVERY
def test_a_filled_form_of_a_version_before_is_taken_in(version: str) -> None:
    found = judged(version, "filled")
    assert (found.verdict, found.reason) == (Verdict.ACCEPTED, "")
    assert {entry.code: entry.value for entry in found.entries}["KG001"] == MEMBERS.get(version, 103)


@EVERY
def test_a_blank_form_of_a_version_before_is_returned_for_its_blanks_alone(version: str) -> None:
    found = judged(version, "blank")
    assert found.verdict == Verdict.RETURNED
    assert {finding.code for finding in found.findings} == BLANKS.get(version, USUAL_BLANKS)


def test_a_form_that_has_not_yet_the_list_of_opinions_is_asked_nothing_of_it() -> None:
    found = judged("4", "filled")
    lists = {entry.code[:2] for entry in found.entries if is_detail(entry.code)}
    assert "QT" in lists
    assert "DL" not in lists
    assert [finding for finding in found.findings if finding.severity is not Severity.NOTE] == []


def test_whom_to_call_back_of_a_version_before_has_one_line() -> None:
    told = {entry.code: entry.value for entry in judged("5", "filled").entries}
    assert told["LH001 Nội dung việc"] == "Văn phòng, 0214.3840.111"
    assert "LH002 Nội dung việc" not in told  # in that version its cell says whether the form may be sent
