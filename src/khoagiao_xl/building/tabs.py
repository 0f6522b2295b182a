"""The sheets of the tables as the workbook shows them: in groups of one colour, and what of each is printed.

By name, so that a table which is not named here stands at the end of the figures.
"""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable

    from khoagiao_xl.model.schema import Table


class Paper(Enum):
    """What of a sheet is printed with the whole workbook."""

    WHOLE = "all its rows"
    NEWEST = "the rows of the period last worked on, which stand first"
    NOTHING = "nothing: it is data to look into on the screen"


class Group(NamedTuple):
    """Sheets that stand side by side and share a colour."""

    title: str
    colour: str
    tables: tuple[str, ...]


PLAN = Group("Kế hoạch", "#1F4E79", ("tblKeHoach", "tblVanBan", "tblSoTongKet", "tblBuoc", "tblLichHan"))
INTAKE = Group(
    "Thu nhận", "#B8860B", ("tblTiepNhan", "tblTepNhan", "tblLoi", "tblVanDe", "tblThu", "tblMienTru")
)
RESULTS = Group(
    "Số liệu",
    "#3F7D3A",
    (
        "tblTongHop",
        "tblSoLieu",
        "tblThuyetMinh",
        "tblViecCuThe",
        "tblLoiBaoCao",
        "tblVanBanDi",
        "tblTruyVet",
        "tblSoChot",
        "tblThayDoi",
    ),
)
SETUP = Group(
    "Thiết lập",
    "#6A4C93",
    (
        "tblDonVi",
        "tblPhuTrach",
        "tblThoiHan",
        "tblNgayNghi",
        "tblChiTieu",
        "tblQuyTac",
        "tblMauThu",
        "tblDanhMuc",
        "tblCauHinh",
    ),
)
KEPT = Group("Sổ ghi của chương trình", "#8C8C8C", ("tblNhatKy", "tblNguon", "tblDeXuat"))
GROUPS: Final = (PLAN, INTAKE, RESULTS, SETUP, KEPT)
# What only the program reads; «Unhide» shows them.
HIDDEN: Final = frozenset({"tblNguon", "tblDeXuat"})
_PAPER: Final = {
    **dict.fromkeys(PLAN.tables, Paper.WHOLE),
    **dict.fromkeys(("tblBuoc", "tblLichHan"), Paper.NOTHING),
    "tblTiepNhan": Paper.NEWEST,
    "tblTongHop": Paper.NEWEST,
    "tblMienTru": Paper.WHOLE,
    "tblVanDe": Paper.WHOLE,
    "tblVanBanDi": Paper.WHOLE,
    "tblThoiHan": Paper.WHOLE,
}


def group_of(table: Table) -> Group:
    """Return the group that a table's sheet stands in."""
    for group in GROUPS:
        if table.name in group.tables:
            return group
    return RESULTS


def paper_of(table: Table) -> Paper:
    """Return what of a table's sheet is printed with the workbook."""
    return _PAPER.get(table.name, Paper.NOTHING)


def in_order(tables: Iterable[Table]) -> list[Table]:
    """Return the tables in the order of their tabs."""
    return sorted(tables, key=_place)


def _place(table: Table) -> tuple[int, int]:
    group = group_of(table)
    names = group.tables
    own = names.index(table.name) if table.name in names else len(names)
    return GROUPS.index(group), own
