"""The office's own choices: keys the program needs, values of their kind, keys that it does not know."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Final

from khoagiao_xl.errors import WrongRequest
from khoagiao_xl.mail.message import is_address
from khoagiao_xl.model import schema
from khoagiao_xl.model.findings import Finding, Place, Severity
from khoagiao_xl.model.workdays import Roll
from khoagiao_xl.office.profiles import load_profile
from khoagiao_xl.office.settings import FIRST_YEAR, LAST_YEAR
from khoagiao_xl.report.letterheads import letterhead_for

if TYPE_CHECKING:
    from collections.abc import Iterator

    from khoagiao_xl.inspection.master_pages import Master

# What has a value of its own where the office gives none.
OPTIONAL: Final = frozenset({"ho_so", "du_thao", "dau_ket", "nguong_tam_tinh", "python"})
_DEFAULTS: Final = load_profile().settings
KEYS: Final = tuple(str(row["key"]) for row in _DEFAULTS)
NEEDED: Final = tuple(str(row["key"]) for row in _DEFAULTS if row["value"] and row["key"] not in OPTIONAL)


@dataclass(frozen=True)
class Bounds:
    """A number that the setting must be; `whole`: without decimals."""

    least: float
    most: float
    whole: bool = True


NUMBERS: Final = {
    "nam": Bounds(FIRST_YEAR, LAST_YEAR),
    "ngay_khoa": Bounds(0, 60),
    "nguong_tam_tinh": Bounds(0, 100, whole=False),
    "gioi_han_mb": Bounds(0, 200, whole=False),
    "gioi_han_giay": Bounds(0, 600, whole=False),
    "gioi_han_bo_nho_mb": Bounds(0, 16_384, whole=False),
}
CHOICES: Final = {"quy_tac_ngay_nghi": tuple(Roll), "dau_ket": (".", "./.")}


def missing(master: Master) -> Iterator[Finding]:
    """Keys that are gone, and blank values of those that cannot be."""
    if schema.SETTINGS.name not in master.pages:
        return
    page, mistyped = master.pages[schema.SETTINGS.name], _mistyped(master).values()
    gone = [key for key in NEEDED if key not in master.settings and key not in mistyped]
    if gone:
        cell = f"{next(iter(page.layout.letters.values()))}{page.layout.header}"
        place = Place(sheet=page.table.sheet, cell=cell)
        yield Finding("KT-90", Severity.ERROR, place, {"keys": ", ".join(f"«{key}»" for key in gone)})
    for key in NEEDED:
        if key in master.settings and not master.setting(key):
            page, line = master.settings[key]
            yield page.finding("KT-91", Severity.ERROR, line, "value", key=key)


def _mistyped(master: Master) -> dict[str, str]:
    """Return the keys that nothing reads, each with the missing key it looks most like, where one does."""
    gone = [key for key in KEYS if key not in master.settings]
    strange = [key for key in master.settings if key and key not in KEYS]
    return {key: next(iter(master.near(key, gone)), "") for key in strange}


def wrong(master: Master) -> Iterator[Finding]:
    """Values that are not of the kind their key asks for."""
    for key, (page, line) in master.settings.items():
        value = master.setting(key)
        if value and key in NUMBERS and not _fits(value, NUMBERS[key]):
            facts = {"key": key, "least": f"{NUMBERS[key].least:g}", "most": f"{NUMBERS[key].most:g}"}
            yield page.finding("KT-92", Severity.ERROR, line, "value", **facts)
        if value and key in CHOICES and value not in CHOICES[key]:
            known = ", ".join(f"«{choice}»" for choice in CHOICES[key])
            yield page.finding("KT-93", Severity.ERROR, line, "value", key=key, known=known)
        if value and key == "email" and not is_address(value):
            yield page.finding("KT-80", Severity.ERROR, line, "value")


def _fits(text: str, bounds: Bounds) -> bool:
    try:
        number = float(text.replace(",", "."))
    except ValueError:
        return False
    return bounds.least <= number <= bounds.most and (number.is_integer() or not bounds.whole)


def letterhead(master: Master) -> Iterator[Finding]:
    """A letterhead that does not exist in the year of the master."""
    if master.setting("ho_so") and master.year:
        page, line = master.settings["ho_so"]
        try:
            letterhead_for(master.setting("ho_so"), date(master.year, 12, 31))
        except WrongRequest as error:
            yield page.finding(error.code, Severity.ERROR, line, "value", **error.facts)


def unknown(master: Master) -> Iterator[Finding]:
    """Keys that nothing reads: one that stands for a missing key, or a line without effect."""
    for key, meant in _mistyped(master).items():
        page, line = master.settings[key]
        if meant:
            severity = Severity.ERROR if meant in NEEDED else Severity.QUESTION
            yield page.finding("KT-95", severity, line, "key", meant=meant)
        else:
            near = master.suggest(key, KEYS)
            yield page.finding("KT-94", Severity.QUESTION, line, "key", near=near)


def addresses(master: Master) -> Iterator[Finding]:
    """Mail addresses of units to which no mail can go."""
    for page, line in master.lines(schema.UNITS):
        if line.text("email") and not is_address(line.text("email")):
            yield page.finding("KT-80", Severity.ERROR, line, "email")
