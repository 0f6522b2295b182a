"""The pictures of README and guide: what each shows, and what its look depends on."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Final

TOP: Final = Path(__file__).parents[1]
IMAGES: Final = TOP / "docs" / "images"
# Where a sheet that is pictured stands.
MASTER, PLANNED, BLANK, FAULTY, RETURNED = "master", "planned", "blank", "faulty", "returned"
HALF: Final = "1366x500+0+0"
LOW: Final = "1366x420+0+0"
FIELDS: Final = 16  # row of «Số liệu» above the figures by field
RETURNING: Final = ("src/khoagiao_xl/intake/returning/*.py", "src/khoagiao_xl/wording/returned_forms.py")
OF_REPORT: Final = (
    "src/khoagiao_xl/data/templates/*.docx",
    "src/khoagiao_xl/report/appendix_layout.py",
    "src/khoagiao_xl/report/word_styles.py",
)


@dataclass(frozen=True)
class SheetPicture:
    """A sheet on the screen. workbook: one of the above; crop: as ImageMagick says it, blank for all.

    top: the row that stands first below the heading, counted from 0.

    sources: the files that draw it; blank where it is drawn by the builder of the workbook.
    """

    name: str
    workbook: str
    sheet: str
    crop: str = HALF
    top: int = 0
    sources: tuple[str, ...] = ()


@dataclass(frozen=True)
class PagePicture:
    """A page of the printed report: the first that has these words for a line."""

    name: str
    words: str
    sources: tuple[str, ...] = OF_REPORT


@dataclass(frozen=True)
class WindowPicture:
    """The small window with the buttons."""

    name: str
    sources: tuple[str, ...] = (
        "src/khoagiao_xl/doors/window.py",
        "src/khoagiao_xl/doors/window_layout.py",
        "src/khoagiao_xl/actions.py",
    )


SHEETS: Final = (
    SheetPicture("bang-dieu-khien", MASTER, "Bảng điều khiển", crop=""),
    SheetPicture("don-vi", MASTER, "Đơn vị"),
    SheetPicture("cau-hinh", MASTER, "Cấu hình"),
    SheetPicture("ke-hoach", PLANNED, "Kế hoạch"),
    SheetPicture("bieu-trong", BLANK, "Bìa", crop="960x740+0+0"),
    SheetPicture("bieu-so-lieu", BLANK, "Số liệu"),
    SheetPicture("bieu-co-loi", FAULTY, "Số liệu", top=FIELDS),
    SheetPicture("tiep-nhan", MASTER, "Tiếp nhận"),
    SheetPicture("trang-loi", MASTER, "Lỗi"),
    SheetPicture("ban-tra-lai", RETURNED, "LỖI CẦN SỬA", crop=LOW, sources=RETURNING),
    SheetPicture("ban-tra-lai-o", RETURNED, "Số liệu", top=FIELDS, sources=RETURNING),
    SheetPicture("trang-thu", MASTER, "Thư", crop=LOW),
    SheetPicture("tong-hop", MASTER, "Tổng hợp"),
    SheetPicture("truy-vet", MASTER, "Truy vết", crop=LOW),
    SheetPicture("bat-macro", MASTER, "Bật macro"),
)
PAGES: Final = (
    PagePicture("bao-cao-trang-1", "BÁO CÁO"),
    PagePicture("bao-cao-phu-luc", "Phụ lục 1"),
)
WINDOW: Final = WindowPicture("cua-so-nho")
ALL: Final = (*SHEETS, *PAGES, WINDOW)


def path_of(name: str) -> Path:
    """Return where a picture stands."""
    return IMAGES / f"{name}.png"
