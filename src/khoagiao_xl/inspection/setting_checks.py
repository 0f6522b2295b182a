"""The office's own choices: keys the program needs, values of their kind, keys that it does not know."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Final

from khoagiao_xl.errors import WrongRequest
from khoagiao_xl.inspection.nearest_names import near, suggest
from khoagiao_xl.mail.address_faults import FOREIGN_DOMAIN
from khoagiao_xl.mail.addresses import read_recipients
from khoagiao_xl.model import schema
from khoagiao_xl.model.findings import Finding, Severity
from khoagiao_xl.model.report_records import ISSUING_BODIES
from khoagiao_xl.model.workdays import Roll
from khoagiao_xl.office.profiles import load_profile
from khoagiao_xl.office.rows import words_in
from khoagiao_xl.office.settings import (
    ALERTED,
    CIPHERS,
    DOCUMENT_DAY,
    DRAFT_ROUND,
    FIRST_YEAR,
    FORMER_DRAFT_LINE,
    ISSUER,
    KNOWN_RULES,
    LAST_YEAR,
    LAYOUT_RULES,
    MOST_DRAFTS,
    MOST_MEGABYTES,
    MOST_MEMORY,
    MOST_PORT,
    MOST_SECONDS,
    MOST_WORKDAYS,
    TERM,
    TONES,
    WAYS_OUT,
)
from khoagiao_xl.report.issuing import letterhead_on
from khoagiao_xl.vietnamese.dates import parse_date
from khoagiao_xl.vietnamese.tone_placements import PLACEMENTS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from khoagiao_xl.inspection.check_context import CheckContext
    from khoagiao_xl.office.pages import SheetLine

# What has a value of its own where the office gives none.
OPTIONAL: Final = frozenset(
    {
        "ho_so",
        "lan_du_thao",
        "dau_ket",
        "nguong_tam_tinh",
        "nguong_so_sanh",
        "so_nam_truoc",
        "co_quan_truoc",
        "python",
        "cach_gui_thu",
        "thu_toi_da_mb",
        "nhac_truoc_ngay",
        "smtp_cong",
        "smtp_bao_mat",
        "imap_cong",
        "imap_bao_mat",
        "imap_thu_muc",
    }
)
FORMER: Final = (FORMER_DRAFT_LINE,)  # keys that new masters lack and that still count
_DEFAULTS: Final = load_profile().settings
KEYS: Final = (*(str(row["key"]) for row in _DEFAULTS), *FORMER)
NEEDED: Final = tuple(str(row["key"]) for row in _DEFAULTS if row["value"] and row["key"] not in OPTIONAL)


@dataclass(frozen=True)
class Bounds:
    """A number that the setting must be; `whole`: without decimals."""

    least: float
    most: float
    whole: bool = True


NUMBERS: Final = {
    "nam": Bounds(FIRST_YEAR, LAST_YEAR),
    "ngay_khoa": Bounds(0, MOST_WORKDAYS),
    "nguong_tam_tinh": Bounds(0, 100, whole=False),
    "nguong_so_sanh": Bounds(0, 100, whole=False),
    "thu_toi_da_mb": Bounds(0, MOST_MEGABYTES, whole=False),
    "nhac_truoc_ngay": Bounds(0, MOST_WORKDAYS),
    "smtp_cong": Bounds(1, MOST_PORT),
    "imap_cong": Bounds(1, MOST_PORT),
    "gioi_han_mb": Bounds(0, MOST_MEGABYTES, whole=False),
    "gioi_han_giay": Bounds(0, MOST_SECONDS, whole=False),
    "gioi_han_bo_nho_mb": Bounds(0, MOST_MEMORY, whole=False),
    DRAFT_ROUND: Bounds(0, MOST_DRAFTS),
}
ADDRESSES: Final = frozenset({"email", ALERTED, "email_noi_nhan", "outlook_hop_thu"})
UNIT_ADDRESSES: Final = ("email", "email_above")
DAYS: Final = frozenset({DOCUMENT_DAY, TERM})
CHOICES: Final = {
    "quy_tac_ngay_nghi": tuple(Roll),
    "dau_ket": (".", "./."),
    ISSUER: ISSUING_BODIES,
    LAYOUT_RULES: KNOWN_RULES,
    TONES: PLACEMENTS,
    "cach_gui_thu": WAYS_OUT,
    "smtp_bao_mat": CIPHERS,
    "imap_bao_mat": CIPHERS,
}


def missing(context: CheckContext) -> Iterator[Finding]:
    """Keys that are gone, and blank values of those that cannot be."""
    page = context.of_year.pages.get(schema.SETTINGS.name)
    if page is None:
        return
    gone = _gone(context)
    if gone:
        keys = ", ".join(f"«{key}»" for key in gone)
        yield page.finding(
            Severity.ERROR,
            "KT-90",
            page.first_heading,
            keys=keys,
        )
    for key, line in context.settings.items():
        if key in NEEDED and not context.setting(key):
            yield line.error("KT-91", "value", key=key)


def _gone(context: CheckContext) -> list[str]:
    """Return the needed keys that no line stands for, not even a mistyped one."""
    mistyped = _mistyped(context).values()
    found = {*context.settings, *mistyped}
    return [key for key in NEEDED if key not in found]


def _mistyped(context: CheckContext) -> dict[str, str]:
    """Return the keys that nothing reads, each with the missing key it looks most like, where one does."""
    gone = [key for key in KEYS if key not in context.settings]
    found = {}
    for key in context.settings:
        if not key or key in KEYS:
            continue
        likest = near(key, gone)
        found[key] = likest[0] if likest else ""
    return found


def wrong(context: CheckContext) -> Iterator[Finding]:
    """Values that are not of the kind their key asks for."""
    for key, line in context.settings.items():
        value = context.setting(key)
        if not value:
            continue
        if key in NUMBERS:
            yield from _wrong_number(line, key, value)
        if key in CHOICES:
            yield from _wrong_choice(line, key, value)
        if key in DAYS and parse_date(value) is None:
            yield line.error("CH-04", "value", key=key, value=value)
        if key in ADDRESSES:
            yield from _wrong_addresses(line, "value")


def _wrong_choice(line: SheetLine, key: str, value: str) -> Iterator[Finding]:
    choices = CHOICES[key]
    if value not in choices:
        known = ", ".join(f"«{choice}»" for choice in choices)
        yield line.error("KT-93", "value", key=key, known=known)


def _wrong_number(line: SheetLine, key: str, value: str) -> Iterator[Finding]:
    bounds = NUMBERS[key]
    if not _fits(value, bounds):
        yield line.error(
            "KT-92",
            "value",
            key=key,
            least=f"{bounds.least:g}",
            most=f"{bounds.most:g}",
        )


def _fits(text: str, bounds: Bounds) -> bool:
    try:
        number = float(text.replace(",", "."))
    except ValueError:
        return False
    if bounds.whole and not number.is_integer():
        return False
    return bounds.least <= number <= bounds.most


# Which cell is to be put right for what is said of a head.
_CELL_OF: Final = {"BC-01": "ho_so", "BH-01": "chuc_vu_ky", "BH-02": "chuc_vu_ky", "BH-03": "nguoi_ky",
                   "BH-04": ISSUER, "BH-05": LAYOUT_RULES}  # fmt: skip


def letterhead(context: CheckContext) -> Iterator[Finding]:
    """A letterhead that does not exist in the year of the master, or one under which nobody may sign so."""
    if not context.setting("ho_so") or context.year is None:
        return
    try:
        settings = context.of_year.settings
    except WrongRequest:  # of a cell that other checks tell of
        return
    try:
        letterhead_on(settings, date(context.year, 12, 31))
    except WrongRequest as error:
        cell = context.settings.get(_CELL_OF[error.code])
        if cell:
            yield cell.error(error.code, "value", **error.facts)


def last_year(context: CheckContext) -> Iterator[Finding]:
    """A master of the year before that cannot be laid beside this one, or only in part."""
    line = context.settings.get("so_nam_truoc")
    if line is None:
        return
    try:
        beside = context.of_year.beside
    except WrongRequest:  # of this year's own cells, which other checks tell of
        return
    if beside.refusal:
        yield line.question("KT-96", "value", told=beside.refusal)
    for remark in beside.remarks:
        yield line.finding(Severity.NOTE, "KT-96", "value", told=remark)


def unknown(context: CheckContext) -> Iterator[Finding]:
    """Keys that nothing reads: one that stands for a missing key, or a line without effect."""
    for key, meant in _mistyped(context).items():
        line = context.settings[key]
        if not meant:
            yield line.question("KT-94", "key", near=suggest(key, KEYS))
        elif meant in NEEDED:
            yield line.error("KT-95", "key", meant=meant)
        else:
            yield line.question("KT-95", "key", meant=meant)


def addresses(context: CheckContext) -> Iterator[Finding]:
    """Mail addresses of units to which no mail can go."""
    for line in context.units:
        for field in UNIT_ADDRESSES:
            yield from _wrong_addresses(line, field)
            yield from _foreign_addresses(context, line, field)


def _wrong_addresses(line: SheetLine, field: str) -> Iterator[Finding]:
    text = line.text(field)
    faults = read_recipients(text).faults
    if faults:
        told = map(str, faults)
        yield line.error("KT-80", field, told=" ".join(told))


def _foreign_addresses(context: CheckContext, line: SheetLine, field: str) -> Iterator[Finding]:
    """Yield what is said of sound addresses to which the office lets no mail go."""
    typed = context.setting("ten_mien_thu")
    domains = list(words_in(typed))
    text = line.text(field)
    found = read_recipients(text, domains)
    for fault in found.faults:
        if fault.code == FOREIGN_DOMAIN:
            yield line.question(FOREIGN_DOMAIN, field, text=fault.text)
