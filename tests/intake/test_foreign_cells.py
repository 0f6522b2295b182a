"""Which cells the question about foreign words names: each once, cells below each other as one area."""

from __future__ import annotations

from khoagiao_xl.intake.judging.foreign_words import foreign_words
from khoagiao_xl.intake.judging.measures import Measures
from khoagiao_xl.intake.reading.difference import Difference, DifferenceKind
from khoagiao_xl.intake.reading.form_reading import FileReading
from khoagiao_xl.model.periods import Period
from khoagiao_xl.office.obligations import Obligations, Waivers
from tests.intake.test_whose_figures import LINE, MARCH

WORDS = Difference(DifferenceKind.DRAWING, "Số liệu", "D23", "nghìn lượt")


def named(*differences: Difference) -> tuple[str, ...]:
    owing = Obligations(Period.parse(MARCH), LINE, (), (), Waivers(()))
    reading = FileReading("SYT.xlsx", differences=differences)
    (question,) = foreign_words(reading, Measures(owing, [], "m-1"), [])
    return question.cells


def test_a_cell_is_not_named_beside_an_area_that_holds_it() -> None:
    covered = Difference(DifferenceKind.LOOK, "Số liệu", "D23", cells=("D23", "D24"))
    assert named(WORDS, covered) == ("D23:D24",)


def test_a_cell_of_another_sheet_is_named_with_it() -> None:
    assert named(WORDS, Difference(DifferenceKind.ADDED, "Bìa", "D23", "đã ký")) == ("D23", "Bìa!D23")
