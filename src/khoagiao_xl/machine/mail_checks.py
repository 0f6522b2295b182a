"""How mail leaves: what the office chose, and what that way still lacks; no password is ever told."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from khoagiao_xl.errors import KhoaGiaoError, WrongRequest
from khoagiao_xl.machine.check_result import CheckVerdict, broken, notice, sound, unseen
from khoagiao_xl.machine.windows_registry import CLASSES, USER
from khoagiao_xl.mail.addresses import read_addresses
from khoagiao_xl.mail.mail_passwords import account_at, own_address, password_of
from khoagiao_xl.office.settings import WAYS_OUT

if TYPE_CHECKING:
    from khoagiao_xl.machine.check_result import Seen
    from khoagiao_xl.machine.check_up import CheckUp
    from khoagiao_xl.office.settings import Settings
    from khoagiao_xl.office.year import Year

BY_FILE, BY_OUTLOOK, BY_SERVER = WAYS_OUT
OUTLOOK_CLASS: Final = r"Outlook.Application\CLSID"
PREFERENCES: Final = (r"Software\Microsoft\Office\16.0\Outlook\Preferences", "UseNewOutlook")


def mail_settings(case: CheckUp) -> Seen:
    """Whether letters can leave the way that the office chose."""
    if case.year is None:
        return case.without_year
    settings = case.year.settings
    try:
        address = own_address(settings)
    except WrongRequest:
        return notice("MAY-702")
    way = settings.mail.way_out
    if way == BY_OUTLOOK:
        answer = _outlook(case)
    elif way == BY_SERVER:
        answer = _server(settings)
    else:
        answer = sound("MAY-701", way=way, address=address)
    silent = _without_address(case.year)
    if silent and answer.verdict is CheckVerdict.SOUND:
        return notice("MAY-709", way=way, count=silent)
    return answer


def _without_address(year: Year) -> int:
    """Return how many units no letter can go to."""
    return sum(not read_addresses(unit.email).sound for unit in year.units)


def _outlook(case: CheckUp) -> Seen:
    registry: Any = case.registry
    if registry is None:
        return broken("MAY-707")
    is_there = registry.value(CLASSES, OUTLOOK_CLASS)
    uses_new = registry.value(USER, *PREFERENCES)
    if not is_there or uses_new == 1:
        return broken("MAY-707")
    return sound("MAY-708")


def _server(settings: Settings) -> Seen:
    server = settings.mail.outgoing
    if not server.host:
        return broken("MAY-703")
    account = account_at(server, settings)
    try:
        password = password_of(server, account)
    except WrongRequest as error:  # of the key store
        return broken("MAY-706", reason=error)
    if password is None:
        return notice("MAY-704", host=server.host, account=account)
    return sound("MAY-705", host=server.host, account=account)


def mail_line(case: CheckUp) -> Seen:
    """Whether the mail server lets us in; asked only where that was wished. Nothing is sent."""
    if not case.asks_mail:
        return unseen("MAY-711")
    if case.year is None:
        return case.without_year
    mail = case.year.settings.mail
    if mail.way_out != BY_SERVER:
        return unseen("MAY-712", way=mail.way_out)
    if not mail.outgoing.host:
        return broken("MAY-703")
    from khoagiao_xl.mail.office_line import office_line

    try:
        with office_line(case.year):
            pass
    except KhoaGiaoError as error:
        return broken("MAY-714", reason=error)
    return sound("MAY-713", host=mail.outgoing.host)
