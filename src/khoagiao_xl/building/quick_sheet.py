"""A sheet of XlsxWriter that does not ask of each formula anew which functions it is to rename.

The library looks for some thirty in every formula: half of the time in which a master is drawn.
"""

from __future__ import annotations

import re
from typing import Final

from xlsxwriter.worksheet import Worksheet

_CALLED: Final = re.compile(r"[\w.]+(?=\()")  # what is found in a formula hangs on these alone
_BRACES: Final = ("{", "}")  # at an end of a formula the library takes them off
_AS_THEY_ARE: set[frozenset[str]] = set()  # functions that the library was seen to leave alone


class QuickSheet(Worksheet):
    """A sheet that writes the same as the one of the library."""

    def _prepare_formula(self, formula: str, expand_future_functions: bool = False) -> str:
        is_special = expand_future_functions or self.use_future_functions
        bare = formula.removeprefix("=")
        if is_special or bare.startswith(_BRACES) or bare.endswith(_BRACES):
            return self._prepared(formula, expand_future_functions)
        found = _CALLED.findall(bare)
        called = frozenset(found)
        if called in _AS_THEY_ARE:
            return bare
        prepared = self._prepared(formula)
        if prepared == bare:
            _AS_THEY_ARE.add(called)
        return prepared

    def _prepared(self, *asked: object) -> str:
        prepared = super()._prepare_formula(*asked)  # type: ignore[no-untyped-call]  # the library has no types
        return str(prepared)
