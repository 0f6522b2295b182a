"""What becomes of units: a new name and its day, whom one was merged into, whose part one is."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from khoagiao_xl.model import schema
from khoagiao_xl.model.findings import Finding
from khoagiao_xl.model.validity import is_in_force
from khoagiao_xl.vietnamese.day_texts import day_text
from khoagiao_xl.vietnamese.text import fold

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from khoagiao_xl.inspection.check_context import CheckContext
    from khoagiao_xl.office.pages import SheetLine


def _units(context: CheckContext) -> Mapping[str, SheetLine]:
    return context.texts(schema.UNITS, "code")


# -- a new name -------------------------------------------------------------------------------------------


def names(context: CheckContext) -> Iterator[Finding]:
    """A former name without the day of the new one, a day without the name, the same name twice."""
    for line in context.units:
        former = line.text("former_name")
        has_day = line.values["renamed_on"] is not None
        if former and not has_day:
            yield line.error("KT-100", "renamed_on")
        if has_day and not former:
            yield line.error("KT-101", "former_name")
        if former and fold(former) == fold(line.text("name")):
            yield line.question("KT-102", "former_name")


def renaming_days(context: CheckContext) -> Iterator[Finding]:
    """A unit renamed before it was founded, or after it was dissolved."""
    for line in context.units:
        day = line.day("renamed_on")
        if day and not is_in_force(day, line.day("valid_from"), line.day("valid_to")):
            yield line.error("KT-103", "renamed_on", day=day_text(day))


# -- whom it was merged into ------------------------------------------------------------------------------


def mergers(context: CheckContext) -> Iterator[Finding]:
    """A unit merged into itself, in a circle, without a last day, or into one that no longer stands then."""
    units = _units(context)
    for line in context.units:
        into = line.text("merged_into")
        if into not in units:
            continue  # blank, or told as unknown
        if _leads_back(line, "merged_into", units):
            yield line.error("KT-104", "merged_into")
        elif line.values["valid_to"] is None:
            yield line.error("KT-105", "valid_to", into=into)
        else:
            yield from _into_the_gone(line, units[into])


def _into_the_gone(line: SheetLine, into: SheetLine) -> Iterator[Finding]:
    last = line.day("valid_to")
    if last is None:
        return
    after = last + timedelta(days=1)
    if not is_in_force(after, into.day("valid_from"), into.day("valid_to")):
        yield line.error(
            "KT-106",
            "merged_into",
            day=day_text(after),
            into=into.text("code"),
        )


def _leads_back(line: SheetLine, field: str, units: Mapping[str, SheetLine]) -> bool:
    """Say whether whoever goes from unit to unit by `field` comes back to this line's."""
    own = line.text("code")
    seen = set()
    code = line.text(field)
    while code in units and code not in seen:
        if code == own:
            return True
        seen.add(code)
        code = units[code].text(field)
    return False


# -- whose part it is -------------------------------------------------------------------------------------


def parts(context: CheckContext) -> Iterator[Finding]:
    """A unit that is a part of itself, or of what is a part itself."""
    units = _units(context)
    for line in context.units:
        whole = line.text("part_of")
        if whole not in units:
            continue
        if _leads_back(line, "part_of", units):
            yield line.error("KT-107", "part_of")
        elif units[whole].text("part_of"):
            further = units[whole].text("part_of")
            yield line.error("KT-108", "part_of", further=further)


def waivers_of_wholes(context: CheckContext) -> Iterator[Finding]:
    """A waiver for a unit that reports by its parts sets nothing aside: the parts have their own."""
    wholes = context.texts(schema.UNITS, "part_of")
    for line in context.waivers:
        if line.text("unit") in wholes:
            yield line.question("KT-109", "unit")
