"""What a report that counts was asked about, by the names of its figures: a letter knows no codes."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from khoagiao_xl.model import schema
from khoagiao_xl.model.findings import Severity
from khoagiao_xl.report.cleaning import clean_line
from khoagiao_xl.report.told_lines import bare, small
from khoagiao_xl.rules.vocabulary import INDICATOR
from khoagiao_xl.vietnamese.running_text import first_sentence

if TYPE_CHECKING:
    from collections.abc import Mapping

    from khoagiao_xl.model.records import Duty
    from khoagiao_xl.office.year import Year

Asked = dict[tuple[str, str, str], list[str]]  # period, unit and file -> what is asked about it
_SHOWN: Final = re.compile(rf"({INDICATOR.pattern}) = ")


def asked_figures(year: Year) -> Asked:
    """Return what is asked about each file whose figures count."""
    names = _names(year)
    found: Asked = {}
    for row in year.rows(schema.FINDINGS):
        if row["severity"] != Severity.QUESTION:
            continue
        file = (row["period"], row["unit"], row["file"])
        told = _in_names(row["message"], names)
        own = found.setdefault(file, [])
        own.append(told)
    return found


def _names(year: Year) -> dict[str, str]:
    """Return code of an indicator -> what a report calls it, within a sentence."""
    names = {}
    for item in year.indicators:
        called = item.report_label or item.label
        names[item.code] = small(clean_line(called))
    return names


def asked_of(duty: Duty | None, asked: Asked) -> str:
    """Return «số lượt triệu tập nhiều hơn ... (số lượt triệu tập: 213; ...)», blank for nothing known."""
    if duty is None:
        return ""
    file = (duty.period, duty.unit, duty.file)
    told = asked.get(file, [])
    once = dict.fromkeys(told)
    return "; ".join(once)


def _in_names(message: str, names: Mapping[str, str]) -> str:
    """Return the fact of a question without the advice behind it, its figures called by their names."""
    fact = bare(first_sentence(message))
    shown = _SHOWN.sub(r"\1: ", fact)
    told = INDICATOR.sub(
        lambda found: names.get(found[0], found[0]),
        shown,
    )
    return small(told)
