"""What is odd about a form as a whole: its two ticks against its answers, directives that nobody knows."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from khoagiao_xl.forms import form_layout
from khoagiao_xl.model.findings import Finding, Place, wrong
from khoagiao_xl.model.indicators import Indicator, OverTime, Type
from khoagiao_xl.vietnamese.figures import value_text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from khoagiao_xl.intake.reading.form_reading import FileReading
    from khoagiao_xl.rules.form import Form

QUOTED: Final = 80  # characters of an answer in a sentence


def no_secret_untold(reading: FileReading) -> Iterator[Finding]:
    """Yield a finding when the unit does not say that its form is free of state secrets."""
    tick = form_layout.TICK_NO_SECRET
    if reading.ticks.get(tick) is False:
        place = Place(reading.name, form_layout.COVER, form_layout.COVER_CELLS[tick])
        yield wrong("NB-01", place)


def nothing_contradicted(form: Form) -> Iterator[Finding]:
    """Yield what a form that says «không phát sinh» tells all the same."""
    if not form.nothing_to_report:
        return
    for item in form.asked:
        told = _told_in_words(form, item)
        if told:
            yield form.asks("NB-15", item.code, value=told)
    for item in form.asked:
        figure = form.value(item.code)
        if adds_up(item) and figure:
            yield form.wrong("NB-02", item.code, value=value_text(figure))
            return


def _told_in_words(form: Form, item: Indicator) -> str:
    """Return a list of directives, or words with a figure in them; blank for words that tell of nothing."""
    said = form.value(item.code)
    if not said or item.type not in (Type.LIST, Type.TEXT):
        return ""
    pieces = str(said).split()
    words = " ".join(pieces)
    has_figure = any(map(str.isdigit, words))
    if item.type is Type.LIST or has_figure:
        return words[:QUOTED]
    return ""


def adds_up(item: Indicator) -> bool:
    """Say whether the figures of an indicator are added over time: nothing happened means 0 of them."""
    return item.is_numeric and item.over_time is OverTime.SUM


def unknown_directives(form: Form, known: frozenset[str]) -> Iterator[Finding]:
    """Yield the directives that neither the year's guidance nor the register names.

    A slip, or one the office lacks. known: their symbols; where there are none nothing can be told.
    """
    if not known:
        return
    for item in form.asked:
        unknown = _unknown(form, item, known)
        if unknown:
            found = "; ".join(unknown)[:QUOTED]
            yield form.asks("NB-16", item.code, found=found)


def _unknown(form: Form, item: Indicator, known: frozenset[str]) -> list[str]:
    said = form.value(item.code)
    if item.type is not Type.LIST:
        return []
    if not isinstance(said, str):
        return []
    symbols = said.split("; ")
    return [symbol for symbol in symbols if symbol.upper() not in known]
