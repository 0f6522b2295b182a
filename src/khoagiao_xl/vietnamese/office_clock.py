"""The one clock of the office: Vietnam's, seven hours ahead of UTC all year, whatever the machine's zone."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone
from typing import Final

OFFICE_ZONE: Final = timezone(timedelta(hours=7))


def office_now() -> datetime:
    """Return the moment now by the office's clock, to the second, without a zone, as Excel keeps it."""
    return in_office_time(datetime.now(OFFICE_ZONE))


def in_office_time(moment: datetime) -> datetime:
    """Return a moment that has a zone as the office's clock shows it, to the second, without a zone."""
    here = moment.astimezone(OFFICE_ZONE)
    return here.replace(tzinfo=None, microsecond=0)


def with_zone(moment: datetime) -> datetime:
    """Return a moment by the office's clock with its zone, as the head of a letter tells it."""
    return moment.replace(tzinfo=OFFICE_ZONE)
