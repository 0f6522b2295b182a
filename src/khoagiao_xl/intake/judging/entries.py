"""Raw cells made into entries: each repair told before and after, what cannot be proven asked."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Final

from khoagiao_xl.intake.judging.arithmetic import evaluate
from khoagiao_xl.intake.reading.form_reading import FileReading, RawCell
from khoagiao_xl.intake.reading.scale_words import scale_faults
from khoagiao_xl.model.findings import Finding, Place, Severity
from khoagiao_xl.model.indicators import NUMERIC, Indicator, Type
from khoagiao_xl.model.records import Entry
from khoagiao_xl.vietnamese.number_formats import shows_itself
from khoagiao_xl.vietnamese.numbers import format_number, parse_number
from khoagiao_xl.vietnamese.text import clean, lacks_diacritics, looks_like_formula
from khoagiao_xl.vietnamese.typed_symbols import parse_symbol, split_list
from khoagiao_xl.vietnamese.yes_no import parse_yes_no

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from khoagiao_xl.vietnamese.parsed import Parsed, Repair

    Value = float | int | str | None
    Tell = Callable[..., None]

ERROR, QUESTION, NOTE = Severity.ERROR, Severity.QUESTION, Severity.NOTE
NUMBER_NAMES: Final = {
    Type.COUNT: "count",
    Type.PEOPLE: "people",
    Type.MONEY: "money",
    Type.PERCENT: "percent",
}

# What a doubt weighs; every other code is an error. A repair that was told is a note.
WEIGHT: Final = dict.fromkeys(
    (
        "SL-03",
        "SL-07",
        "SL-08",
        "SL-21",
        "SL-22",
        "SL-24",
        "SL-26",
        "SL-30",
        "SL-31",
        "SL-41",
        "SL-43",
        "SL-46",
        "VB-07",
        "SL-49",
        "VB-10",
        "VB-12",
    ),
    QUESTION,
) | dict.fromkeys(("SL-01", "SL-02", "SL-09", "SL-27", "SL-36", "SL-44", "VB-09", "VB-11"), NOTE)
_BARE_NUMBER = re.compile(r"\d[\d.,]*")
_EXTERNAL = re.compile(r"\[[^\]]*\][^!]*!|https?:|\\\\|\|", re.IGNORECASE)


def to_entries(reading: FileReading, indicators: Sequence[Indicator]) -> tuple[list[Entry], list[Finding]]:
    """Return one entry for each indicator asked, and what is to be said about its cell.

    indicators: those this unit is asked in this period. A line that is missing gives an error and no entry;
    a cell whose value cannot be proven gives an entry without value and an error.
    """
    entries: list[Entry] = []
    findings: list[Finding] = []
    missing: list[Indicator] = []
    for indicator in indicators:
        own, other = _lines(reading, indicator)
        if stray := other.get(indicator.code):
            place = Place(reading.name, stray.sheet, stray.cell)
            told = {"indicator": indicator.code, "sheet": stray.sheet}
            findings.append(Finding("TN-69", ERROR, place, told))
        if indicator.code in own:
            entries.append(_Normaliser(reading, indicator, own[indicator.code], findings).entry())
        elif not stray and _is_news(reading, indicator):
            missing.append(indicator)
    if missing:
        codes = tuple(indicator.code for indicator in missing)
        facts = {"codes": codes, "indicators": ", ".join(codes), "label": missing[0].label}
        findings.insert(0, Finding("TN-49", ERROR, Place(reading.name), facts))
    findings += scale_faults(reading, indicators)
    findings += _unasked(reading, {indicator.code for indicator in indicators})
    return entries, findings


def _is_news(reading: FileReading, indicator: Indicator) -> bool:
    """Whether a missing line is not already told: by its doubled code, or with its whole sheet."""
    return bool(_lines(reading, indicator)[0]) and all(
        item.facts.get("indicator") != indicator.code for item in reading.findings
    )


def _lines(reading: FileReading, indicator: Indicator) -> tuple[Mapping[str, RawCell], Mapping[str, RawCell]]:
    """Return the lines of the sheet on which `indicator` is asked, and those of the other sheet."""
    is_in_words = indicator.type is Type.TEXT
    return (reading.answers, reading.cells) if is_in_words else (reading.cells, reading.answers)


def _unasked(reading: FileReading, asked: set[str]) -> list[Finding]:
    """Lines that this unit was not asked in this period and filled in all the same."""
    return [
        Finding(
            "TN-60",
            QUESTION,
            Place(reading.name, raw.sheet, raw.cell),
            {"indicator": code, "found": raw.value},
        )
        for cells in (reading.cells, reading.answers)
        for code, raw in cells.items()
        if code not in asked and raw.value is not None
    ]


class _Normaliser:
    """One line of a form on its way to an entry."""

    def __init__(
        self, reading: FileReading, indicator: Indicator, raw: RawCell, findings: list[Finding]
    ) -> None:
        self.reading, self.indicator, self.raw, self.findings = reading, indicator, raw, findings
        self._note = self._text(reading.explanations.get(indicator.code, RawCell()))

    def entry(self) -> Entry:
        """Return the entry of this line."""
        return Entry(
            unit=self.reading.identity.unit_code,
            period=self.reading.identity.period,
            code=self.indicator.code,
            value=self._value(),
            raw=self.raw.value if not self.raw.error else self.raw.error,
            sheet=self.raw.sheet,
            cell=self.raw.cell,
            explanation=self._note,
        )

    def _tell(self, raw: RawCell, code: str, severity: Severity | None = None, **facts: object) -> None:
        place = Place(self.reading.name, raw.sheet, raw.cell)
        facts = {"indicator": self.indicator.code, "label": self.indicator.label, **facts}
        self.findings.append(Finding(code, severity or WEIGHT.get(code, ERROR), place, facts))

    def _value(self) -> Value:
        raw = self.raw
        if self.indicator.formula:
            return self._computed()
        if raw.error:
            self._tell(raw, "SL-23", found=raw.error)
            return None
        if raw.formula is not None and not self._formula_is_sound():
            return None
        if raw.value is not None and self.indicator.type is not Type.TEXT and not self._letters_are_sound():
            return None
        if self.indicator.type in NUMERIC:
            return self._number()
        if raw.value is not None and not self._shows_itself():
            return None
        return {Type.YESNO: self._yes_no, Type.LIST: self._list}.get(
            self.indicator.type, lambda: self._text(raw) or None
        )()

    def _computed(self) -> Value:
        """A percentage that the form works out: given through as it stands, recomputed by others."""
        raw = self.raw
        if raw.error or not raw.is_calculated or raw.value is None:
            return None
        return self._number() if raw.formula is None else _as_number(raw.value)

    def _formula_is_sound(self) -> bool:
        """Whether the value that a typed formula left behind may be taken; its formula is never kept."""
        raw = self.raw
        if not raw.is_calculated:
            self._tell(raw, "SL-25", found=_shown_formula(raw))
            return False
        if _EXTERNAL.search(raw.formula or ""):
            self._tell(raw, "SL-26", found=_shown_formula(raw), value=_shown(raw.value))
            return True
        worked_out = evaluate(raw.formula or "")
        if worked_out is None:
            self._tell(raw, "SL-24", found=_shown_formula(raw), value=_shown(raw.value))
            return True
        if isinstance(raw.value, int | float) and abs(raw.value - worked_out) < 1e-9 * max(
            1.0, abs(worked_out)
        ):
            self._tell(raw, "SL-27", found=_shown_formula(raw), value=_shown(raw.value))
            return True
        self._tell(
            raw,
            "SL-45",
            found=_shown_formula(raw),
            value=_shown(raw.value),
            proposal=format_number(worked_out),
        )
        return False

    def _letters_are_sound(self) -> bool:
        """Whether all letters of the cell count, and a person sees them."""
        raw = self.raw
        odd = [run.text for run in raw.runs if not run.look.counts_on(raw.paper) or run.look.is_raised]
        if raw.look.is_struck or odd:
            self._tell(raw, "SL-48", found=_short(" ".join(odd) or _shown(raw.value)))
            return False
        if raw.look.is_unseen_on(raw.paper):
            self._tell(raw, "SL-49", found=_shown(raw.value))
        return True

    def _tell_odd_letters(self, raw: RawCell) -> None:
        odd = [run.text for run in raw.runs if not run.look.counts_on(raw.paper)]
        if odd or not raw.look.counts_on(raw.paper):
            self._tell(raw, "VB-12", found=_short(" ".join(odd) or _shown(raw.value)))

    def _number(self) -> Value:
        kind = NUMBER_NAMES[self.indicator.type]
        if self.raw.value is None and _BARE_NUMBER.fullmatch(self._note):
            self._tell(self.raw, "SL-46", found=self._note)
        parsed = parse_number(self.raw.value, kind, self.raw.number_format, self.indicator.unit)
        if parsed.value is not None and not self._shows_itself():
            return None
        return self._told(parsed)

    def _shows_itself(self) -> bool:
        raw = self.raw
        if shows_itself(raw.number_format, raw.value, self.indicator.unit):
            return True
        self._tell(raw, "SL-47", found=_shown(raw.value))
        return False

    def _yes_no(self) -> Value:
        allowed = self.indicator.allows_not_applicable
        return self._told(parse_yes_no(self._unicode(), allows_not_applicable=allowed))

    def _unicode(self) -> object:
        return (
            clean(self.raw.value, self.raw.font).text if isinstance(self.raw.value, str) else self.raw.value
        )

    def _told(self, parsed: Parsed[Any]) -> Value:
        if parsed.repair:
            self._tell_repair(self.raw, parsed.repair)
        if parsed.code:
            self._tell(self.raw, parsed.code, None, **parsed.facts)
        value: Value = parsed.value
        return value

    def _tell_repair(self, raw: RawCell, repair: Repair) -> None:
        severity = QUESTION if WEIGHT.get(repair.code) is QUESTION else NOTE
        self._tell(raw, repair.code, severity, before=_short(repair.before), after=_short(repair.after))

    def _list(self) -> Value:
        """Symbols of directives, one way written, each once, with «; » between them."""
        typed = self._text(self.raw, keep_lines=True)
        read = {item: parse_symbol(item) for item in split_list(typed)}
        joined = "; ".join(dict.fromkeys(symbol for symbol in read.values() if symbol))
        if unread := [item for item, symbol in read.items() if symbol is None]:
            self._tell(self.raw, "SL-43", found=_short("; ".join(unread)))
        if joined and joined != typed:
            self._tell(self.raw, "SL-44", before=_short(typed), after=_short(joined))
        return joined or None

    def _text(self, raw: RawCell, *, keep_lines: bool = True) -> str:
        """Return the cleaned text of a cell; a formula's text and an error's name are no text of the unit."""
        if raw.error or raw.value is None or (raw.formula is not None and not raw.is_calculated):
            if raw.error or not raw.is_calculated:
                self._tell(
                    raw, "SL-23" if raw.error else "SL-25", QUESTION, found=raw.error or _shown_formula(raw)
                )
            return ""
        self._tell_odd_letters(raw)
        if not isinstance(raw.value, str):
            return _shown(raw.value)
        text = raw.value
        if raw.pieces:
            converted = "".join(clean_piece(piece, font) for font, piece in raw.pieces)
            if converted != text:
                self._tell(raw, "VB-01", NOTE, before=_short(text), after=_short(converted))
                text = converted
        cleaned = clean(text, "" if raw.pieces else raw.font, keep_lines=keep_lines)
        for repair in cleaned.repairs:
            self._tell_repair(raw, repair)
        for code in cleaned.codes:
            self._tell(raw, code, found=_short(cleaned.text))
        is_prose = self.indicator.type is Type.TEXT
        if is_prose and lacks_diacritics(cleaned.text) and not cleaned.codes:
            self._tell(raw, "VB-09", found=_short(cleaned.text))
        if looks_like_formula(cleaned.text) and not cleaned.text.startswith(("- ", "+ ")):
            self._tell(raw, "VB-11", found=_short(cleaned.text))
        return cleaned.text


def clean_piece(text: str, font: str) -> str:
    """Return one run of a cell in Unicode, with the blanks at its ends."""
    from khoagiao_xl.vietnamese.legacy import convert

    converted = convert(text, font)
    return converted[0] if converted else text


def _as_number(value: object) -> Value:
    return value if isinstance(value, int | float) and not isinstance(value, bool) else None


def _shown(value: object) -> str:
    if isinstance(value, int | float) and not isinstance(value, bool):
        return format_number(value)
    return _short(str(value))


def _shown_formula(raw: RawCell) -> str:
    return _short("=" + raw.formula) if raw.formula else "công thức dùng chung"


def _short(text: str) -> str:
    """Return at most 80 characters: enough for a person to find the words again."""
    return text if len(text) <= 80 else text[:79] + "…"
