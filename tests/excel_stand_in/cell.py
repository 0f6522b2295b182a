"""One cell: what it holds, and what a value that is written into it becomes there."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from typing import Any, Final

from tests.excel_stand_in.com_object import refused
from tests.excel_stand_in.pywin32_modules import ComTime

GENERAL: Final = "General"
TEXT: Final = "@"
LONGEST: Final = 32767
_FIRST_DAY: Final = datetime(1899, 12, 30)  # noqa: DTZ001  # Excel knows no zones
_SECONDS_A_DAY: Final = 86400
_QUOTED: Final = re.compile(r'"[^"]*"|\[[^\]]*\]|\\.')
_DATE: Final = re.compile(r"[dyhs]|mm")
_NUMBER: Final = re.compile(r"[+-]?(\d{1,3}(,\d{3})+|\d+)?(\.\d*)?(e[+-]?\d+)?%?", re.IGNORECASE)
_DAY: Final = re.compile(r"\d{1,4}[-/]\d{1,2}([-/]\d{1,4})?|\d{1,2}:\d\d.*")
_SOME_DAY: Final = 45000.0


@dataclass(frozen=True)
class CellError:
    """An error that a cell shows; code: as COM hands it out."""

    code: int


@dataclass
class Cell:
    """value: None, a text, a truth, a number (days are numbers, too) or an error."""

    value: Any = None
    formula: str = ""
    number_format: str = GENERAL
    wraps: bool = False
    upright: int = -4107  # xlBottom, as nobody has chosen

    def copy(self) -> Cell:
        """Return a cell of the same content and looks."""
        return replace(self)

    def shown(self) -> Any:
        """Return what Range.Value gives of it."""
        value = self.value
        if isinstance(value, CellError):
            return value.code
        if isinstance(value, float) and _is_date(self.number_format):
            day = _FIRST_DAY + timedelta(days=value)
            moment = day.replace(microsecond=0) + timedelta(seconds=round(day.microsecond / 1e6))
            return ComTime.fromisoformat(moment.replace(tzinfo=UTC).isoformat())
        return value

    def empty(self) -> None:
        """Take the content away and leave the looks."""
        self.value, self.formula = None, ""

    def take(self, value: Any) -> None:
        """Hold what is written into it, as Excel takes it."""
        self.empty()
        if isinstance(value, datetime):
            self._take_moment(value)
        elif isinstance(value, str):
            self._take_text(value)
        elif isinstance(value, int | float) and not isinstance(value, bool):
            self.value = str(value) if self.number_format == TEXT else float(value)
        else:
            self.value = value

    def _take_moment(self, value: datetime) -> None:
        if self.number_format == TEXT:
            self.value = str(value)
            return
        if self.number_format == GENERAL:
            self.number_format = "m/d/yyyy"
        self.value = serial_of(value)

    def _take_text(self, text: str) -> None:
        if len(text) > LONGEST:
            raise refused("Application-defined or object-defined error")
        if self.number_format == TEXT or not text:
            self.value = text or None
        elif text.startswith("'"):
            self.value = text[1:]
        elif text[0] in "=+-@" and len(text) > 1:
            self.value, self.formula = 0.0, text
        else:
            self.value = _guessed(text)


def serial_of(moment: datetime) -> float:
    """Return a moment as Excel keeps it: the days since the end of 1899."""
    bare = moment.replace(tzinfo=None)
    return (bare - _FIRST_DAY).total_seconds() / _SECONDS_A_DAY


def _guessed(text: str) -> Any:
    if any(letter.isdigit() for letter in text) and _NUMBER.fullmatch(text):
        return 1.0  # another value than the text's, whichever
    if _DAY.fullmatch(text):
        return _SOME_DAY
    if text.upper() in ("TRUE", "FALSE"):
        return text.upper() == "TRUE"
    if text == "#N/A":
        return CellError(-2146826246)
    return text


def _is_date(number_format: str) -> bool:
    if number_format in (GENERAL, TEXT):
        return False
    letters = _QUOTED.sub("", number_format)
    first, *_ = letters.split(";")
    return bool(_DATE.search(first.lower()))
