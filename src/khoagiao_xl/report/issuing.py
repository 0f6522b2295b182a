"""Under which head the office writes a document: the profile's, its own settings, the register of numbers."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from khoagiao_xl.errors import WrongRequest
from khoagiao_xl.layout.signature_lines import (
    authorities_for,
    body_behind,
    has_academic_title,
    is_allowed,
    positions_of,
)
from khoagiao_xl.office.profiles import profile_in_force
from khoagiao_xl.report.letterheads import REPORT, Letterhead, Rules, any_letterhead, letterhead_for
from khoagiao_xl.report.told_documents import symbol_of

if TYPE_CHECKING:
    from datetime import date

    from khoagiao_xl.model.report_records import OutgoingDocument
    from khoagiao_xl.office.settings import Settings
    from khoagiao_xl.office.year import Year

DRAFT: Final = "Dự thảo lần {round}"
NO_DRAFT_LINE: Final = 0


def letterhead_of(year: Year, today: date, key: str, kind: str = REPORT) -> Letterhead:
    """Return the head of the document `key` («2024-M03»), with its number and day if it has been given one.

    today: the day it is written, which a draft bears unless the settings name another. A draft may go out
    under the last head of a body that stands no more. Raise WrongRequest BC-01, BH-04 as `letterhead_for`
    does; BH-01, BH-02, BH-03, BH-05 for a signature or a layout that such a body does not have.
    """
    _refuse_doubled(year, key)
    given = issued_as(year, key)
    if given is not None and given.issued:
        numbered = given.issued
        settings = _as_registered(year.settings, given)
        head = letterhead_on(settings, numbered, kind)
        return replace(head, number=f"{given.number:g}")
    day = year.settings.document_day or today
    return draft_letterhead(year.settings, day, kind)


def _as_registered(settings: Settings, given: OutgoingDocument) -> Settings:
    """Return the settings with the issuer that gave the number: a number is of nobody else's series."""
    issuer = given.issuer or settings.issued_by
    return replace(settings, issued_by=issuer)


def _refuse_doubled(year: Year, key: str) -> None:
    """Refuse a document of which nobody can say which number is its own."""
    symbols = []
    for document in year.outgoing:
        if document.report == key and document.number is not None:
            symbol = symbol_of(document)
            symbols.append(symbol)
    if len(symbols) > 1:
        listed = ", ".join(symbols)
        raise WrongRequest("SVB-30", key=key, symbols=listed)


def issued_as(year: Year, key: str) -> OutgoingDocument | None:
    """Return the line of the register that gives the document `key` its number, None while it has none."""
    for document in year.outgoing:
        if document.report == key and document.number is not None:
            return document
    return None


def draft_letterhead(settings: Settings, day: date, kind: str = REPORT) -> Letterhead:
    """Return the head of a draft of `day`, of a body that stands no more too."""
    profile = _profile(settings, day)
    head = any_letterhead(profile, day, settings.issued_by, kind)
    return _with_settings(head, settings, day)


def letterhead_on(settings: Settings, day: date, kind: str = REPORT) -> Letterhead:
    """Return the profile's head in force on `day` with whatever the office has set of its own."""
    profile = _profile(settings, day)
    head = letterhead_for(profile, day, settings.issued_by, kind)
    return _with_settings(head, settings, day)


def _profile(settings: Settings, day: date) -> str:
    return settings.profile or profile_in_force(day.year)


def _with_settings(head: Letterhead, settings: Settings, day: date) -> Letterhead:
    position = settings.position or head.position
    own = replace(
        head,
        position=position,
        authority=_authority(head, position),
        place=settings.place or head.place,
        recipients=settings.recipients or head.recipients,
        signer=_signer(settings),
        draft_label=_draft_label(settings),
        ending=settings.ending or head.ending,
        day=day,
    )
    return _under_rules(own, settings)


def _authority(head: Letterhead, position: str) -> str:
    """Return the line above a position; raise BH-01 or BH-02 where such a body has no such signer (TT43)."""
    if is_allowed(head.issued_by, head.authority, position):
        return head.authority
    usual = authorities_for(head.issued_by, position)
    if usual:
        return usual[0]
    meant = body_behind(position)
    facts = {
        "position": position,
        "issuer": head.issued_by,
        "authority": head.authority,
        "known": ", ".join(positions_of(head.issued_by)),
        "meant": meant,
    }
    raise WrongRequest("BH-02" if meant else "BH-01", **facts)


def _signer(settings: Settings) -> str:
    """Return the name below the signature; raise BH-03 for one with an academic title (TT44)."""
    if has_academic_title(settings.signer):
        raise WrongRequest("BH-03", name=settings.signer)
    return settings.signer


def _draft_label(settings: Settings) -> str:
    """Return «Dự thảo lần 2»; of masters that have the line as a text, that text."""
    if settings.draft_round is None:
        label = settings.draft_label
        if label is None:
            return DRAFT.format(round=1)
        return label
    if settings.draft_round == NO_DRAFT_LINE:
        return ""
    return DRAFT.format(round=settings.draft_round)


def _under_rules(head: Letterhead, settings: Settings) -> Letterhead:
    """Return the head under the layout that the office asks for; raise BH-05 where a body has another one."""
    if not settings.layout_rules:
        return head
    asked = Rules(settings.layout_rules)
    if (asked is Rules.ND30) is not head.is_of_state:
        raise WrongRequest("BH-05", rules=asked.value, issuer=head.issued_by)
    return replace(head, rules=asked)
