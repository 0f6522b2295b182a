"""Units that report by their parts since: until every part has, what the whole last reported still stands."""

from __future__ import annotations

from typing import TYPE_CHECKING

from khoagiao_xl.office.grouping import grouped
from khoagiao_xl.totals.last_known import last_known

if TYPE_CHECKING:
    from khoagiao_xl.model.indicators import Indicator
    from khoagiao_xl.totals.adding import Contribution
    from khoagiao_xl.totals.period_answers import PeriodAnswers
    from khoagiao_xl.totals.year_answers import YearAnswers


def undivided(
    answers: YearAnswers, here: PeriodAnswers, item: Indicator, found: dict[str, Contribution]
) -> dict[str, Contribution]:
    """Return what stands (unit -> contribution), the whole in the place of parts that are not all known."""
    obligations = here.obligations
    if obligations is None or not obligations.codes_of_wholes:
        return found
    stands = dict(found)
    parts_of = grouped(here.asked(item), obligations.whole_of)
    for whole in obligations.codes_of_wholes:
        parts = parts_of.get(whole, [])
        if stands.keys() >= set(parts):
            continue
        last = last_known(answers, here.period, item, whole)
        if last is None:
            continue
        for part in parts:
            stands.pop(part, None)
        stands[whole] = last
    return stands
