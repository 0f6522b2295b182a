"""The templates of reports: each there, and those that the office changed still sound."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from khoagiao_xl.errors import KhoaGiaoError
from khoagiao_xl.machine.check_result import broken, sound
from khoagiao_xl.model.periods import Kind

if TYPE_CHECKING:
    from khoagiao_xl.machine.check_result import Seen
    from khoagiao_xl.machine.check_up import CheckUp
    from khoagiao_xl.office.year import Year

PERIODIC: Final = [kind.facts.report for kind in Kind]  # those that are tried without a report's figures


def templates(case: CheckUp) -> Seen:
    """Whether every kind of document has a template that it can be written with."""
    from khoagiao_xl.report.document_shapes import SHAPES
    from khoagiao_xl.report.own_template_checks import slips_in_own_templates

    year = case.year
    if year is None:
        return case.without_year
    slips = _lost(year)
    try:
        slips += slips_in_own_templates(year, case.now.date())
    except KhoaGiaoError as error:  # of a setting that a head of a document needs
        slips.append(str(error))
    if slips:
        told = dict.fromkeys(slips)
        return broken("MAY-662", slips=" ".join(told))
    own = _own(year)
    if not own:
        return sound("MAY-661", count=len(SHAPES))
    tried = [name for name in own if name in PERIODIC]
    return sound(
        "MAY-663",
        count=len(SHAPES),
        own=len(own),
        tried=len(tried),
    )


def _lost(year: Year) -> list[str]:
    """Return a sentence for each kind of document that has no template."""
    from khoagiao_xl.report.document_shapes import SHAPES
    from khoagiao_xl.report.template import find_template

    told: list[str] = []
    for name in SHAPES:
        try:
            find_template(name, year.path)
        except KhoaGiaoError as error:
            told.append(str(error))
    return told


def _own(year: Year) -> list[str]:
    """Return the kinds of documents that have a template beside the master."""
    from khoagiao_xl.report.document_shapes import SHAPES
    from khoagiao_xl.report.template import find_template, template_folder

    shipped = template_folder()
    own: list[str] = []
    for name in SHAPES:
        template = find_template(name, year.path)
        if template.resolve().parent != shipped:
            own.append(name)
    return own
