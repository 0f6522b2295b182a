"""The clock: what is on time is judged by the times of files."""

from __future__ import annotations

import time
from datetime import timedelta, timezone
from typing import TYPE_CHECKING, Final

from khoagiao_xl.files.probing import seconds_ahead
from khoagiao_xl.files.refusals import reason_of
from khoagiao_xl.machine.check_result import notice, sound, unseen
from khoagiao_xl.vietnamese.office_clock import OFFICE_ZONE

if TYPE_CHECKING:
    from khoagiao_xl.machine.check_result import Seen
    from khoagiao_xl.machine.check_up import CheckUp

MOST_SECONDS: Final = 60  # between the machine's clock and that of the file system


def clock(case: CheckUp) -> Seen:
    """Whether machine, file system and office agree on the time."""
    now = time.time()
    try:
        off = seconds_ahead(case.folder, now)
    except OSError as error:
        reason = reason_of(error)
        return unseen("MAY-004", reason=reason)
    if abs(off) > MOST_SECONDS:
        return notice("MAY-503", folder=case.folder, seconds=off)
    zone = case.machine.zone()
    if zone != OFFICE_ZONE.utcoffset(None):
        return notice("MAY-502", zone=zone_name(zone))
    shown = f"{case.now:%H:%M %d/%m/%Y}"
    return sound("MAY-501", now=shown)


def zone_name(before_utc: timedelta) -> str:
    """Return a time zone as it is written: «UTC+07:00»."""
    zone = timezone(before_utc)
    return str(zone)
