"""One line of a form on its way to an entry: each repair told before and after, what is not proven asked."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any, Final

from khoagiao_xl.intake.judging.arithmetic import evaluate
from khoagiao_xl.intake.judging.cell_text import shown, shown_formula, text_of
from khoagiao_xl.intake.judging.line_remarks import QUESTION, LineRemarks, short
from khoagiao_xl.intake.reading.form_reading import RawCell
from khoagiao_xl.model.indicators import NUMERIC, Type
from khoagiao_xl.model.records import Entry
from khoagiao_xl.vietnamese.blank_text import is_blank
from khoagiao_xl.vietnamese.ditto_marks import is_ditto, says_nothing
from khoagiao_xl.vietnamese.figures import is_number
from khoagiao_xl.vietnamese.number_formats import shows_itself
from khoagiao_xl.vietnamese.numbers import format_number, parse_number
from khoagiao_xl.vietnamese.symbol_lists import read_symbols
from khoagiao_xl.vietnamese.text import clean
from khoagiao_xl.vietnamese.yes_no import parse_yes_no

if TYPE_CHECKING:
    from khoagiao_xl.vietnamese.parsed import Parsed

    Value = float | int | str | None

NUMBER_NAMES: Final = {
    Type.COUNT: "count",
    Type.PEOPLE: "people",
    Type.MONEY: "money",
    Type.PERCENT: "percent",
}
_BARE_NUMBER: Final = re.compile(r"\d[\d.,]*")
_EXTERNAL: Final = re.compile(r"\[[^\]]*\][^!]*!|https?:|\\\\|\|", re.IGNORECASE)
_NOISE: Final = 1e-9  # of binary arithmetic, as a share of the value


def entry_of(cell: RawCell, explanation: RawCell, remarks: LineRemarks) -> Entry:
    """Return the entry of a line, without value where none is proven; `remarks` say why."""
    explained = text_of(explanation, remarks)
    said = remarks.reading.identity
    return Entry(
        unit=said.unit_code,
        period=said.period,
        code=remarks.indicator.code,
        value=_LineValue(cell, explained, remarks).value(),
        raw=cell.error or cell.value,
        sheet=cell.sheet,
        cell=cell.cell,
        explanation=explained,
        explained_in=explanation.cell,
    )


class _LineValue:
    """What the cell of one line means."""

    def __init__(self, cell: RawCell, explained: str, remarks: LineRemarks) -> None:
        self.cell = cell
        self.explained = explained
        self.remarks = remarks
        self.indicator = remarks.indicator

    def value(self) -> Value:
        """Return the value, None for a blank and for what is not proven."""
        if self.indicator.formula:
            return self._computed()
        if not self._is_sound():
            return None
        if self.indicator.type in NUMERIC:
            return self._number()
        if is_blank(self.cell.value):
            return None
        if not self._shows_itself():
            return None
        return self._READERS[self.indicator.type](self)

    def _computed(self) -> Value:
        """A share that the form works out: given through as it stands, recomputed by others."""
        cell = self.cell
        if cell.error or not cell.is_calculated or cell.value is None:
            return None
        if cell.formula is None:
            return self._number()
        if is_number(cell.value):
            return cell.value
        return None

    # -- may the cell be believed at all --

    def _is_sound(self) -> bool:
        cell = self.cell
        if cell.error:
            self.remarks.tell(cell, "SL-23", cell.error)
            return False
        if cell.formula is not None and not self._formula_is_sound():
            return False
        is_prose = self.indicator.type is Type.TEXT
        return cell.value is None or is_prose or self._letters_are_sound()

    def _formula_is_sound(self) -> bool:
        """Whether the value that a typed formula left behind may be taken; its formula is never kept."""
        code = self._formula_code()
        facts = {"value": shown(self.cell.value)}
        expected = None
        if code == "SL-45":
            expected = format_number(evaluate(self.cell.formula or "") or 0)
        self.remarks.tell(
            self.cell,
            code,
            shown_formula(self.cell),
            expected=expected,
            facts=facts,
        )
        return code not in ("SL-25", "SL-45")

    def _formula_code(self) -> str:
        """Return what is to be said of a formula: not worked out, out of the file, of cells, of figures."""
        formula, value = self.cell.formula or "", self.cell.value
        if not self.cell.is_calculated:
            return "SL-25"
        if _EXTERNAL.search(formula):
            return "SL-26"
        worked_out = evaluate(formula)
        if worked_out is None:
            return "SL-24"
        if _is_nearly(value, worked_out):
            return "SL-27"
        return "SL-45"

    def _letters_are_sound(self) -> bool:
        """Whether all letters of the cell count, and a person sees them."""
        cell = self.cell
        odd = " ".join(self._odd_letters())
        if cell.look.is_struck or odd:
            found = odd or shown(cell.value)
            self.remarks.tell(cell, "SL-48", short(found))
            return False
        if cell.look.is_unseen_on(cell.paper):
            self.remarks.tell(cell, "SL-49", shown(cell.value))
        return True

    def _odd_letters(self) -> Iterator[str]:
        """Yield the letters that are raised, struck out or unseen."""
        paper = self.cell.paper
        for run in self.cell.runs:
            look = run.look
            if look.is_raised or not look.counts_on(paper):
                yield run.text

    def _shows_itself(self) -> bool:
        """Whether the format of the cell shows the value that it holds."""
        cell = self.cell
        if shows_itself(cell.number_format, cell.value, self.indicator.unit):
            return True
        self.remarks.tell(cell, "SL-47", shown(cell.value))
        return False

    # -- what it means --

    def _number(self) -> Value:
        cell = self.cell
        if is_blank(cell.value) and _BARE_NUMBER.fullmatch(self.explained):
            self.remarks.tell(cell, "SL-46", self.explained)
        kind = NUMBER_NAMES[self.indicator.type]
        parsed = parse_number(
            cell.value,
            kind,
            cell.number_format,
            self.indicator.unit,
        )
        if parsed.value is None or self._shows_itself():
            return self._told(parsed)
        return None

    def _yes_no(self) -> Value:
        typed = self.cell.value
        if isinstance(typed, str):
            typed = clean(typed, self.cell.font).text
        allowed = self.indicator.allows_not_applicable
        return self._told(parse_yes_no(typed, allows_not_applicable=allowed))

    def _told(self, parsed: Parsed[Any]) -> Value:
        if parsed.repair:
            self.remarks.tell_repair(self.cell, parsed.repair)
        if parsed.code:
            self.remarks.tell_doubt(self.cell, parsed.code, parsed.facts)
        value: Value = parsed.value
        return value

    def _list(self) -> Value:
        """Symbols of directives in one spelling, each once, parted by «; »; other words are asked about."""
        typed = text_of(self.cell, self.remarks)
        listed = read_symbols(typed)
        if not listed.symbols and is_ditto(typed):
            self.remarks.tell(self.cell, "SL-61", short(typed), severity=QUESTION)
            return None
        self._tell_words("SL-43", listed.unread)
        self._tell_words("SL-73", listed.unclear)
        if not listed.symbols:
            return None
        joined = "; ".join(listed.symbols)
        if joined != typed:
            facts = {"after": short(joined)}
            self.remarks.tell(self.cell, "SL-44", short(typed), facts=facts)
        return joined

    def _tell_words(self, code: str, words: Sequence[str]) -> None:
        if not words:
            return
        named = "; ".join(words)
        self.remarks.tell(self.cell, code, short(named))

    def _text(self) -> Value:
        """The unit's own words; a sign or a ditto mark that only fills the cell is none."""
        typed = text_of(self.cell, self.remarks)
        if typed and not self._is_prose(typed):
            self.remarks.tell(self.cell, "SL-69", short(typed))
            return None
        return typed or None

    def _is_prose(self, typed: str) -> bool:
        if not isinstance(self.cell.value, str):
            return False
        if says_nothing(typed):
            return False
        return any(map(str.isalpha, typed))

    _READERS: Final[Mapping[Type, Callable[[_LineValue], Value]]] = {
        Type.YESNO: _yes_no,
        Type.LIST: _list,
        Type.TEXT: _text,
    }


def _is_nearly(value: object, worked_out: float) -> bool:
    if not isinstance(value, int | float):
        return False
    size = max(1.0, abs(worked_out))
    difference = abs(value - worked_out)
    return difference < _NOISE * size
