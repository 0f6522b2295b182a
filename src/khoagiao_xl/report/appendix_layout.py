"""The tables of the appendices in the templates: their columns, and the rows that Word fills."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from khoagiao_xl.report.word_drawing import cell, paragraph, plain, row, run, table


@dataclass(frozen=True)
class TableColumn:
    """A column of a table of an appendix; each of `tags` is a paragraph of its cells, one under the other."""

    width: float  # mm
    heading: str
    tags: tuple[str, ...]
    style: str


LEFT, MIDDLE, FIGURE, HEAD = "KGBang", "KGBangGiua", "KGBangSo", "KGBangDau"
ROOM_BELOW: Final = '<w:spacing w:before="0" w:after="120"/>'
FIGURE_COLUMNS: Final = (
    TableColumn(10, "TT", ("tt",), MIDDLE),
    TableColumn(49, "Chỉ tiêu", ("ten",), LEFT),
    TableColumn(21, "Đơn vị tính", ("don_vi_tinh",), MIDDLE),
    TableColumn(18.6, "Kỳ này{{ sao_ky_nay }}", ("ky_nay",), FIGURE),
    TableColumn(18.6, "Lũy kế{{ sao_luy_ke }}", ("luy_ke",), FIGURE),
    TableColumn(16.7, "Kỳ trước{{ sao_ky_truoc }}", ("ky_truoc",), FIGURE),
    TableColumn(16.7, "Cùng kỳ{{ sao_cung_ky }}", ("cung_ky",), FIGURE),
    TableColumn(14.4, "Số đơn vị", ("so_don_vi",), MIDDLE),
)
MISSING_COLUMNS: Final = (
    TableColumn(10, "TT", ("stt",), MIDDLE),
    TableColumn(60, "Đơn vị", ("don_vi",), LEFT),
    TableColumn(24, "Tình trạng", ("trang_thai",), LEFT),
    TableColumn(33, "Lý do", ("ly_do",), LEFT),
    TableColumn(21, "Ngày gửi", ("ngay",), MIDDLE),
    TableColumn(17, "Số ngày quá hạn", ("so_ngay",), MIDDLE),
)
# Text and its units one under the other: a text that sixty units share must not make a column of names.
OPINION_COLUMNS: Final = (
    TableColumn(12, "TT", ("stt",), MIDDLE),
    TableColumn(153, "Nội dung và đơn vị", ("noi_dung", "don_vi"), LEFT),
)


@dataclass(frozen=True)
class Appendix:
    """A table that begins on a page of its own and vanishes where `tag` is empty.

    group: the tag of a row that is the heading of those below it. after: what stands below the table.
    """

    tag: str
    number: int
    title: str
    columns: tuple[TableColumn, ...]
    group: str = ""
    after: str = ""

    def pieces(self) -> list[str]:
        """Return the paragraphs and the table; «{section}» stands for the page it begins."""
        pieces = [
            plain("KGNgatPhan", f"{{%p if {self.tag} %}}"),
            paragraph("KGNgatPhan", properties="{section}"),
            _head(f"{{{{ ten_phu_luc_{self.number} }}}}", bold=True),
            _head(self.title, bold=True),
            _head("{{ kem_theo }}", italic=True),
            paragraph("KGGiua", run("-----", size=14), properties=ROOM_BELOW),
            table(
                self._widths,
                self._rows(),
                bordered=True,
                name=self.title,
            ),
        ]
        if self.after:
            pieces.append(plain("KGChuThich", self.after))
        pieces.append(plain("KGNgatPhan", "{%p endif %}"))
        return pieces

    @property
    def _widths(self) -> list[float]:
        return [column.width for column in self.columns]

    def _across(self, content: str) -> str:
        """Return a row of one cell as wide as the table."""
        whole = cell(
            sum(self._widths),
            content,
            span=len(self.columns),
        )
        return row([whole])

    def _rows(self) -> list[str]:
        """Return the heading, the loop's beginning, one row of tags, the loop's end."""
        body = self._grouped() if self.group else self._body()
        return [
            self._headings(),
            self._alone(f"{{%tr for dong in {self.tag} %}}"),
            body,
            self._alone("{%tr endfor %}"),
        ]

    def _headings(self) -> str:
        cells = []
        for column in self.columns:
            heading = plain(HEAD, column.heading)
            cells.append(cell(column.width, heading))
        return row(cells, is_header=True)

    def _body(self) -> str:
        cells = []
        for column in self.columns:
            tags = _tags(column)
            cells.append(cell(column.width, tags))
        return row(cells)

    def _grouped(self) -> str:
        """Return the row of tags, and above it the row that is shown in its place for a heading."""
        heading = run(f"{{{{ dong.{self.group} }}}}", bold=True)
        kept = paragraph(LEFT, heading, properties="<w:keepNext/>")
        rows = [
            self._alone(f"{{%tr if dong.{self.group} %}}"),
            self._across(kept),
            self._alone("{%tr else %}"),
            self._body(),
            self._alone("{%tr endif %}"),
        ]
        return "".join(rows)

    def _alone(self, text: str) -> str:
        return self._across(plain(LEFT, text))


def _head(text: str, *, bold: bool = False, italic: bool = False) -> str:
    return paragraph(
        "KGGiua",
        run(
            text,
            size=14,
            bold=bold,
            italic=italic,
        ),
    )


def _tags(column: TableColumn) -> str:
    """Return a paragraph for each tag of a cell, those after the first in italics."""
    first, *further = column.tags
    content = plain(column.style, f"{{{{ dong.{first} }}}}")
    for tag in further:
        italic = run(f"{{{{ dong.{tag} }}}}", italic=True)
        content += paragraph(column.style, italic)
    return content


FIGURES_APPENDIX: Final = Appendix(
    tag="bang_so_lieu",
    number=1,
    title="Biểu số liệu công tác khoa giáo {{ ky_nay }}",
    columns=FIGURE_COLUMNS,
    group="nhom",
    after="{{ chu_thich }}",
)
MISSING_APPENDIX: Final = Appendix(
    tag="chua_bao_cao",
    number=2,
    title="Danh sách đơn vị {{ danh_sach_gom }} báo cáo {{ ky_nay }}",
    columns=MISSING_COLUMNS,
    group="nhom",
)
OPINIONS_APPENDIX: Final = Appendix(
    tag="y_kien",
    number=3,
    title="Ý kiến, danh sách đơn vị kèm theo báo cáo {{ ky_nay }}",
    columns=OPINION_COLUMNS,
    group="nhom",
)
APPENDICES: Final = (FIGURES_APPENDIX, MISSING_APPENDIX, OPINIONS_APPENDIX)
