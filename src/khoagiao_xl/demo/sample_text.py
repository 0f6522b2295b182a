"""The demo's guidance: our own wording over the facts of real directives, for any year and office."""

from __future__ import annotations

from datetime import date
from importlib.resources import files
from typing import TYPE_CHECKING, Any, Final

from khoagiao_xl.office.profiles import load_profile
from khoagiao_xl.report.letterheads import any_letterhead

if TYPE_CHECKING:
    from collections.abc import Iterator

    from khoagiao_xl.office.profiles import Profile
    from khoagiao_xl.report.letterheads import Letterhead

# The year for which a guidance with all its reviews was written out; any other takes the model's wording.
WRITTEN_OUT: Final = {("2024", 2024): "huong_dan_2024.txt"}
MODEL: Final = "huong_dan_mau.txt"
REVIEWED: Final = {3: "Sơ kết", 5: "Sơ kết", 10: "Tổng kết", 15: "Tổng kết", 20: "Tổng kết"}  # years -> kind
CITED: Final = "{kind} số {symbol}, ngày {issued:%d/%m/%Y} của {issuer} {official_title}"
REVIEWED_KINDS: Final = {"Nghị quyết", "Chỉ thị", "Kết luận"}


def sample_text(profile: Profile | None = None) -> str:
    """Return the text of the sample guidance, one paragraph a line."""
    office = profile or load_profile()
    own = WRITTEN_OUT.get((office.name, office.year))
    if own:
        return _read(own)
    head = any_letterhead(office.name, date(office.year, 12, 31))
    return _read(MODEL).format(**_facts(office, head))


def _read(name: str) -> str:
    return (files("khoagiao_xl") / "data" / "demo" / name).read_text(encoding="utf-8")


def _facts(office: Profile, head: Letterhead) -> dict[str, Any]:
    """Return what the places of the model stand for."""
    return {
        "year": office.year,
        "superior": " ".join(head.superior),
        "issuer": "\n".join(head.issuer),
        "symbol": head.symbol.replace("BC/", "HD/", 1),
        "place": head.place,
        "author": head.author,
        "body": office.setting("co_quan"),
        "staff": office.setting("ban_tham_muu"),
        "superior_staff": head.recipients[0],
        "recipients": "\n".join(f"- {name};" for name in head.recipients),
        "archive": head.archive,
        "authority": head.authority,
        "position": head.position,
        "reviews": _reviews(office),
    }


def _reviews(office: Profile) -> str:
    """Return the section of the reviews that fall due in the year; nothing where none does."""
    asked = list(_asked_reviews(office))
    if not asked:
        return ""
    lines = [f"({number}) {text}" for number, text in enumerate(asked, 1)]
    opening = "Các đảng bộ, chi bộ trực thuộc có liên quan chủ trì làm báo cáo, gồm:"
    parts = ["", "4. Sơ kết, tổng kết văn bản của Đảng", opening, ";\n\n".join(lines) + ".", ""]
    return "\n\n".join(parts)


def _asked_reviews(office: Profile) -> Iterator[str]:
    for row in office.register:
        if row["issued"] is None or row["kind"] not in REVIEWED_KINDS:
            continue
        years = office.year - row["issued"].year
        if years in REVIEWED:
            yield f"{REVIEWED[years]} {years:02} năm thực hiện {_cited(row)}"


def _cited(row: dict[str, Any]) -> str:
    """Return «Nghị quyết số 45-NQ/TW, ngày 24/11/2023 của ... khóa XIII về ...»."""
    issuer, term = row["issuer"], row["term"]
    if term:
        issuer = f"{issuer} khóa {term}"
    facts = {**row, "issuer": issuer}
    return CITED.format(**facts)
