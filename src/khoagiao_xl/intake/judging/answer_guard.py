"""The last look at a form: whatever was asked has an answer, or a finding at its cell that says why not."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from khoagiao_xl.forms import form_layout
from khoagiao_xl.model.indicators import Type
from khoagiao_xl.rules.fixed_rules import is_required
from khoagiao_xl.vietnamese.blank_text import is_blank

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from khoagiao_xl.model.findings import Finding
    from khoagiao_xl.model.indicators import Indicator
    from khoagiao_xl.rules.form import Form

_MISSING: Final = {
    "TN-43": form_layout.FIGURES,
    "TN-133": form_layout.FIGURES,
    "TN-47": form_layout.NARRATIVE,
    "TN-134": form_layout.NARRATIVE,
}
_SEVERAL_SHEETS: Final = "TN-50"  # told by the usual name of their kind
_NO_ONE_COLUMN: Final = "TN-44"  # under a heading that stands twice


def unanswered(form: Form, findings: Sequence[Finding]) -> Iterator[Finding]:
    """Yield a finding at each cell that would pass unseen: no value came of it, and no other finding asks.

    findings: all that was found in the form. An answer that every unit owes is demanded; of another one
    that was typed and not understood a person is asked. A note asks nothing, but may say that a form has no
    line for it. Of a sheet that was told missing whole, its cells are not told one by one.
    """
    asked = _about(finding for finding in findings if finding.asks)
    mentioned = _about(findings)
    missing = _missing_sheets(findings)
    for item in form.asked:
        told = asked if item.code in form.entries else mentioned
        if item.formula or item.code in told:
            continue
        if form.value(item.code) is not None:
            continue
        if _sheet_of(item) in missing and item.code not in form.entries:
            continue
        if _is_owed(form, item):
            yield form.wrong("SL-60", item.code)
        elif not is_blank(_typed(form, item)):
            yield form.asks("SL-60", item.code)


def _missing_sheets(findings: Sequence[Finding]) -> set[str]:
    """Return the sheets that were told as missing or unclear whole: of their cells nothing more is said."""
    sheets = set()
    for finding in findings:
        if finding.code in _MISSING:
            sheets.add(_MISSING[finding.code])
        elif finding.code == _SEVERAL_SHEETS:
            sheets.add(finding.place.sheet)
        elif finding.code == _NO_ONE_COLUMN:
            sheets |= _answered_under(finding.facts.get("heading"))
    return sheets


def _answered_under(heading: object) -> set[str]:
    """Return the sheets on which answers stand under a heading."""
    found = set()
    for sheet, (_, answers) in form_layout.ANSWERED_UNDER.items():
        if answers == heading:
            found.add(sheet)
    return found


def _sheet_of(item: Indicator) -> str:
    return form_layout.NARRATIVE if item.type is Type.TEXT else form_layout.FIGURES


def _about(findings: Iterable[Finding]) -> set[str]:
    """Return the indicators of which the findings speak."""
    codes: set[str] = set()
    for finding in findings:
        codes.update(finding.about)
    return codes


def _is_owed(form: Form, item: Indicator) -> bool:
    """Say whether the form must answer; «không phát sinh» answers for every blank."""
    if not is_required(item):
        return False
    if not form.nothing_to_report:
        return True
    typed = _typed(form, item)
    return not is_blank(typed)


def _typed(form: Form, item: Indicator) -> object:
    entry = form.entries.get(item.code)
    return entry.raw if entry else None
