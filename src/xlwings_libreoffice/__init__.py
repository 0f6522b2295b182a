"""An xlwings engine for LibreOffice: the same script drives Calc over UNO as drives Excel over COM.

`register()` adds it to `xlwings.engines` under the name «libreoffice». Ordinary scripts find values through
every converter, formulas, addresses, expanding, copying, number formats, colours, fonts, sizes, merging,
notes, links, tables, names, sheets, pictures, saving (with a password too) and macros; the rest (borders,
charts, sorting, frozen panes, ...) raises NotImplementedError that names what was asked for.

Where it is not Excel: a text is never turned into a number or a date, only one that begins with «=» becomes
a formula (and not even that with `options(literal=True)`); an unfinished formula is mended or shows an error
instead of being refused; nothing that is written can be undone, and what could be undone before is forgotten,
as Excel does; a table's style is not LibreOffice's to have; days before 1 March 1900 are a day later in
Excel, which counts a 29 February that year; infinity is written as the text «inf»; a text ends after 32,767
characters, the most that Excel opens.

Imported only where a workbook is driven: xlwings brings pandas along.
"""

from __future__ import annotations

from typing import Any


def register() -> Any:
    """Return the engine as xlwings knows it, added to its list on the first call."""
    import xlwings

    from xlwings_libreoffice.engine import NAME, Engine

    if NAME not in xlwings.engines.engines_by_name:
        xlwings.engines.add(xlwings.Engine(impl=Engine()))
    if xlwings.engines.active is None:  # no Excel here: `xw.books` and `xw.App()` are LibreOffice's
        xlwings.engines[NAME].activate()
    return xlwings.engines[NAME]
