"""Every doubt about a figure reaches the unit as a sentence of its own that quotes what stands there."""

from __future__ import annotations

import pytest

from khoagiao_xl.intake.judging.entries import to_entries
from khoagiao_xl.intake.judging.settle_findings import fold_alike
from khoagiao_xl.intake.reading.read_form import read_form
from khoagiao_xl.model.findings import Finding
from tests.intake.sample_forms import MONTHLY, filled


def said_of(typed: str) -> list[Finding]:
    reading = read_form(filled({"KG205": typed}), "a.xlsx")
    return [finding for finding in to_entries(reading, MONTHLY)[1] if finding.about == ("KG205",)]


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("\u202e12", "SL-62"),
        ("12\u200b15", "SL-63"),
        ("١٢", "SL-64"),
        ("１２", "SL-65"),
        ("15 (mười sáu)", "SL-67"),
        ("XII", "SL-66"),
        ("15*", "SL-70"),
        ("15 chưa duyệt", "SL-71"),
        ("1e3", "SL-72"),
    ],
)
def test_a_figure_that_may_be_read_otherwise_is_told_in_words(typed: str, code: str) -> None:
    told = {finding.code: finding.message for finding in said_of(typed)}
    assert told[code].startswith("KG205: ")


def test_answers_to_what_was_not_asked_are_one_line() -> None:
    reading = read_form(filled({"KG205": 3, "KG206": 1}), "a.xlsx")
    fewer = [item for item in MONTHLY if item.code not in ("KG205", "KG206")]
    found = [finding for finding in to_entries(reading, fewer)[1] if finding.code == "TN-60"]
    (one,) = fold_alike(found)
    assert "2 " in one.message
