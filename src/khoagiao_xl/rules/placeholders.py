"""Words that stand for each indicator of a kind, so that one row of tblQuyTac speaks of all of them."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Final

from khoagiao_xl.model.indicators import Indicator, OverTime, Type


@dataclass(frozen=True)
class Placeholder:
    """One word, what it means, and for which of the indicators that are figures it stands."""

    name: str
    meaning: str
    covers: Callable[[Indicator], bool]


def _over_time(way: OverTime) -> Callable[[Indicator], bool]:
    return lambda item: item.over_time is way


def _added(kind: Type) -> Callable[[Indicator], bool]:
    def covers(item: Indicator) -> bool:
        return item.over_time is OverTime.SUM and item.type is kind

    return covers


def _is_typed(item: Indicator) -> bool:
    return not item.formula


_ALL: Final = (
    Placeholder(
        "CT_CONG", "từng chỉ tiêu cộng dồn theo thời gian (số cuộc, lượt người)", _over_time(OverTime.SUM)
    ),
    Placeholder("CT_VIEC", "từng chỉ tiêu cộng dồn là số đếm (cuộc, văn bản, tin, bài)", _added(Type.COUNT)),
    Placeholder("CT_NGUOI", "từng chỉ tiêu cộng dồn là số người (lượt người)", _added(Type.PEOPLE)),
    Placeholder(
        "CT_CUOI", "từng chỉ tiêu lấy số cuối kỳ (số đảng viên, kế hoạch năm)", _over_time(OverTime.LAST)
    ),
    Placeholder("CT_LUYKE", "từng chỉ tiêu đơn vị đã ghi lũy kế từ đầu năm", _over_time(OverTime.CUMULATIVE)),
    Placeholder("CT_SO", "từng chỉ tiêu ghi bằng số, trừ tỷ lệ tự tính", _is_typed),
)
PLACEHOLDERS: Final = {item.name: item for item in _ALL}
WHOLE_FORM: Final = "CT_CONG"  # the cells that the functions over the whole form look at


def groups_of(indicators: Iterable[Indicator]) -> dict[str, list[str]]:
    """Return placeholder -> the codes of `indicators` that it stands for."""
    groups: dict[str, list[str]] = {name: [] for name in PLACEHOLDERS}
    for item in indicators:
        if not item.is_numeric:
            continue
        for name, word in PLACEHOLDERS.items():
            if word.covers(item):
                groups[name].append(item.code)
    return groups
