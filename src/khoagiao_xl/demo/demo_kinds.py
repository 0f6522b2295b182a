"""Which other documents the sample office has written: one of each kind that it has something for."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Final

from khoagiao_xl.report.letterheads import any_letterhead

if TYPE_CHECKING:
    from collections.abc import Iterator

    from khoagiao_xl.office.profiles import Profile
    from khoagiao_xl.office.year import Year

About = dict[str, str]  # what a document is about, as the fields of a job
REVIEWS: Final = {"so_ket": "Sơ kết", "tong_ket": "Tổng kết"}
OF_THE_PERIOD: Final = ("thong_bao", "cong_van", "chuong_trinh")
PROPOSED: Final = "đề xuất"


def is_standing(profile: Profile) -> bool:
    """Whether the office of the sample stands in its year: one that is gone issues nothing."""
    last_day = date(profile.year, 12, 31)
    head = any_letterhead(profile.name, last_day)
    return not head.is_past


def ordered_kinds(year: Year) -> Iterator[tuple[str, About]]:
    """Yield (kind, what about) in the order in which they are written."""
    for kind, review in REVIEWS.items():
        symbols = [one.symbol for one in year.reviews if one.kind == review and one.status != PROPOSED]
        if symbols:
            yield kind, {"directive": symbols[0]}
    codes = [issue.code for issue in year.issues if issue.code]
    if codes:
        yield "tin_nhanh", {"issue": codes[0]}
    for kind in OF_THE_PERIOD:
        yield kind, {}
