"""Formulas from Excel's writing to LibreOffice's and back: separators, sheets, arrays, tables, truths.

Excel: «=SUM('Trang 2'!A1,{1,2;3,4})». LibreOffice: «=SUM($'Trang 2'.A1;{1;2|3;4})». Texts stay as they are.
"""

from __future__ import annotations

import re
from typing import Final

_TEXT: Final = r'(?P<text>"(?:[^"]|"")*")'
_ERROR: Final = r"(?P<error>#(?:REF!|DIV/0!|N/A|NAME\?|NULL!|NUM!|VALUE!))"
_TABLE: Final = r"(?P<table>\[(?:[^\[\]]|\[[^\[\]]*\])*\])"  # «[Số]», «[[#All],[Số]]»
_QUOTED: Final = r"'(?:[^']|'')+'"
_CELL: Final = r"\$?[A-Z]{1,3}\$?\d+\b(?!\()|\$?[A-Z]{1,3}:\$?[A-Z]{1,3}\b|\$?\d+:\$?\d+"
_OPENING: Final = ("(", "{")
_CLOSING: Final = (")", "}")
_SIGNS: Final = {";": ",", "|": ";", "~": ",", "!": " "}  # LibreOffice's -> Excel's
_FROM_EXCEL: Final = re.compile(
    rf"{_TEXT}|{_ERROR}|{_TABLE}|(?P<sheet>{_QUOTED}|[^\W\d][\w.]*)!"
    r"|(?P<truth>\b(?:TRUE|FALSE)\b(?!\())|_xlfn\.(?:_xlws\.)?"
    r"|(?P<between>(?<=[\w)\]]) +(?=[\w$'(]))|(?P<call>(?<=[\w.])\()|(?P<sign>[(){},;])",
    re.IGNORECASE,
)
_FROM_OFFICE: Final = re.compile(
    rf"{_TEXT}|{_ERROR}|{_TABLE}|\$?(?P<sheet>{_QUOTED}|[^\W\d]\w*)\.(?={_CELL})"
    r"|(?P<truth>\b(?:TRUE|FALSE))\(\)|(?P<sign>[{};|~!])"
)


def to_office(formula: str) -> str:
    """Return a formula of Excel's as LibreOffice writes it."""
    return _FROM_EXCEL.sub(_Nesting().change, formula)


class _Nesting:
    """Which brackets are open: «{» an array, «call» the arguments of a function, «(» anything else."""

    def __init__(self) -> None:
        self._open: list[str] = []

    def change(self, found: re.Match[str]) -> str:
        """Return what stands in LibreOffice's formula for a piece of Excel's."""
        match found.lastgroup:
            case "table":
                return found[0].replace("],[", "];[")
            case "sheet":
                return f"${found['sheet']}."
            case "truth":
                return f"{found[0]}()"
            case "between":
                return "!"
            case "call":
                self._open.append("call")
            case "sign":
                return self._sign(found[0])
            case None:
                return ""  # the mark of a newer function
        return found[0]

    def _sign(self, sign: str) -> str:
        if sign in _OPENING:
            self._open.append(sign)
        elif sign in _CLOSING:
            del self._open[-1:]
        else:
            return self._separator(sign)
        return sign

    def _separator(self, sign: str) -> str:
        """Return what parts arguments, columns and rows of an array, or areas: «(A1,B2)» are two areas."""
        inside = self._open[-1] if self._open else ""
        if sign == ";" and inside == "{":
            return "|"
        if sign == "," and inside == "(":
            return "~"
        return ";"


def to_excel(formula: str) -> str:
    """Return a formula of LibreOffice's as Excel writes it."""
    return _FROM_OFFICE.sub(_excels, formula)


def _excels(found: re.Match[str]) -> str:
    match found.lastgroup:
        case "sheet":
            return f"{found['sheet']}!"
        case "truth":
            return found["truth"]
        case "table":
            return found[0].replace("];[", "],[")
        case "sign":
            return _SIGNS.get(found[0], found[0])
    return found[0]
