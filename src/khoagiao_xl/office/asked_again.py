"""Whether the office has just been asked this, and asks for it once more: then it means it.

No dialog can be shown on a server or in a test. What a step asks is a line of the journal; the same wish that
comes right behind it, within a few minutes, is the answer «yes».
"""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Final

from khoagiao_xl.model import schema

if TYPE_CHECKING:
    from khoagiao_xl.office.year import Year

PATIENCE: Final = timedelta(minutes=10)


def is_asked_again(year: Year, question: str, now: datetime) -> bool:
    """Whether the newest line of the journal is this very question, asked a few minutes ago."""
    lines = year.rows(schema.JOURNAL)
    if not lines:
        return False
    newest = lines[0]
    moment = newest["moment"]
    if newest["result"] != question or not isinstance(moment, datetime):
        return False
    return timedelta(0) <= now - moment <= PATIENCE
