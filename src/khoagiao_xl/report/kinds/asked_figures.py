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
    names = {item.code: small(clean_line(item.report_label or item.label)) for item in year.indicators}
    found: Asked = {}
    for row in year.rows(schema.FINDINGS):
        if row["severity"] == Severity.QUESTION:
            own = found.setdefault((row["period"], row["unit"], row["file"]), [])
            own.append(_in_names(row["message"], names))
    return found


def asked_of(duty: Duty | None, asked: Asked) -> str:
    """Return «số triệu tập vượt ... (số lượt được triệu tập: 213; ...)», blank for nothing known."""
    if duty is None:
        return ""
    return "; ".join(dict.fromkeys(asked.get((duty.period, duty.unit, duty.file), [])))


def _in_names(message: str, names: Mapping[str, str]) -> str:
    """Return the fact of a question without the advice behind it, its figures called by their names."""
    fact = small(bare(first_sentence(message)))
    shown = _SHOWN.sub(lambda found: f"{_name(found[1], names)}: ", fact)
    return INDICATOR.sub(lambda found: _name(found[0], names), shown)


def _name(code: str, names: Mapping[str, str]) -> str:
    return names.get(code, code)
