"""Formulas from Excel's writing to LibreOffice's and back: separators, sheets, arrays, tables, truths.

Excel: «=SUM('Trang 2'!A1,{1,2;3,4})». LibreOffice: «=SUM($'Trang 2'.A1;{1;2|3;4})». Texts stay as they are.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Callable

_TEXT: Final = r'(?P<text>"(?:[^"]|"")*")'
_ERROR: Final = r"(?P<error>#(?:REF!|DIV/0!|N/A|NAME\?|NULL!|NUM!|VALUE!))"
_TABLE: Final = r"(?P<table>\[(?:[^\[\]]|\[[^\[\]]*\])*\])"  # «[Số]», «[[#All],[Số]]»
_QUOTED: Final = r"'(?:[^']|'')+'"
_CELL: Final = r"\$?[A-Z]{1,3}\$?\d+\b(?!\()|\$?[A-Z]{1,3}:\$?[A-Z]{1,3}\b|\$?\d+:\$?\d+"
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
    nesting: list[str] = []  # «{» an array, «call» the arguments of a function, «(» anything else

    def change(found: re.Match[str]) -> str:
        kind, here = found.lastgroup, found[0]
        if kind == "call" or here in ("(", "{"):
            nesting.append("call" if kind == "call" else here)
        elif here in (")", "}") and nesting:
            nesting.pop()
        elif kind == "sign":
            return _separator(here, nesting[-1] if nesting else "")
        return _CHANGES[kind](found) if kind in _CHANGES else here if kind else ""

    return _FROM_EXCEL.sub(change, formula)


def _separator(sign: str, inside: str) -> str:
    """Return what parts arguments, columns and rows of an array, or areas: «(A1,B2)» are two areas."""
    if sign == ";":
        return "|" if inside == "{" else ";"
    return "~" if inside == "(" else ";"


_CHANGES: Final[dict[str | None, Callable[[re.Match[str]], str]]] = {
    "table": lambda found: found[0].replace("],[", "];["),
    "sheet": lambda found: f"${found['sheet']}.",
    "truth": lambda found: f"{found[0]}()",
    "between": lambda _: "!",
}


def to_excel(formula: str) -> str:
    """Return a formula of LibreOffice's as Excel writes it."""

    def change(found: re.Match[str]) -> str:
        here = found[0]
        if found["sheet"]:
            return f"{found['sheet']}!"
        if found["truth"]:
            return found["truth"]
        if found["table"]:
            return here.replace("];[", "],[")
        return {";": ",", "|": ";", "~": ",", "!": " "}.get(here, here)

    return _FROM_OFFICE.sub(change, formula)
