"""An xlwings engine for LibreOffice: the same script drives Calc over UNO as drives Excel over COM.

`register()` adds it to `xlwings.engines` under the name «libreoffice». README.md says what a script may ask,
and where the engine is not Excel. Imported only where a workbook is driven: xlwings brings pandas along.
"""

from __future__ import annotations

from typing import Any


def register() -> Any:
    """Return the engine as xlwings knows it, added to its list on the first call."""
    import xlwings

    from xlwings_libreoffice.engine import NAME, Engine

    engines = xlwings.engines
    if NAME not in engines.engines_by_name:
        engine = xlwings.Engine(impl=Engine())
        engines.add(engine)
    if engines.active is None:  # no Excel here: `xw.books` and `xw.App()` are LibreOffice's
        engines[NAME].activate()
    return engines[NAME]
