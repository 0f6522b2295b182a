"""Whether forms can be issued at all: what is wrong in one cell of the master is wrong in every form."""

from __future__ import annotations

from typing import TYPE_CHECKING

from khoagiao_xl.errors import WrongRequest
from khoagiao_xl.inspection.check_context import CheckContext
from khoagiao_xl.inspection.form_texts import form_texts
from khoagiao_xl.inspection.live_check_limits import unshown_rules
from khoagiao_xl.wording import sentence

if TYPE_CHECKING:
    from khoagiao_xl.model.periods import Period
    from khoagiao_xl.office.year import Year


def require_printable(year: Year, period: Period) -> None:
    """Raise WrongRequest HS-07 with cell and cure of the first thing that no form of the period can hold."""
    context = CheckContext(year)
    found = [*form_texts(context), *unshown_rules(context, [period.kind])]
    if not found:
        return
    first, *more = found
    others = ""
    if more:
        others = sentence("HS-08", {"count": len(more)})
    raise WrongRequest(
        "HS-07",
        period=period.label,
        place=first.place,
        told=first.message,
        more=others,
    )
