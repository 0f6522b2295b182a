"""How many units stand behind a figure that goes upward: said under «Giải trình», and known again."""

from __future__ import annotations

import re
from typing import Final

from khoagiao_xl.model.records import Total
from khoagiao_xl.wording import sentence

# As CT-11 and CT-12 say it, and nothing besides: what a person adds to it is an explanation.
_NOTE: Final = re.compile(r"\d+/\d+ đơn vị(?:; \d+ đơn vị theo số kỳ trước)?\.?")


def coverage_note(total: Total) -> str:
    """Return «77/92 đơn vị», with the units whose stock is carried forward from an earlier period."""
    facts = {
        "coverage": total.coverage,
        "carried": total.carried_units,
    }
    code = "CT-12" if total.carried_units else "CT-11"
    return sentence(code, facts)


def is_coverage_note(text: str) -> bool:
    """Say whether `text` is nothing but such a note, which explains nothing of the figure."""
    return _NOTE.fullmatch(text.strip()) is not None
