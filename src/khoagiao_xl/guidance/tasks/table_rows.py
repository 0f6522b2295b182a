"""A row of a table of work: which column is the task, who leads, until when."""

from __future__ import annotations

import re
from dataclasses import dataclass

from khoagiao_xl.guidance.file.block import Block
from khoagiao_xl.guidance.words.due_words import find_due
from khoagiao_xl.guidance.words.organs import is_organ_alone
from khoagiao_xl.vietnamese.running_text import plain

# Words in the head of a column, in the order in which a column is given its meaning.
_MEANINGS: list[tuple[str, str]] = [
    ("support", r"phối hợp"),
    ("lead", r"chủ trì|cơ quan thực hiện|đơn vị thực hiện|thực hiện bởi|phụ trách|đầu mối"),
    ("due", r"thời gian|thời hạn|hạn|tiến độ|hoàn thành"),
    ("output", r"sản phẩm|kết quả"),
    ("text", r"nội dung|nhiệm vụ|công việc|hoạt động|tên việc"),
]


@dataclass
class Columns:
    """The cells of one row by meaning; "" where the table has no such column."""

    text: str = ""
    lead: str = ""
    support: str = ""
    due: str = ""
    output: str = ""


def columns_of(block: Block) -> Columns:
    """Return the cells of a row by what the heads of their columns say."""
    columns = Columns()
    for heading, cell in block.cells:
        for name, words in _MEANINGS:
            if re.search(rf"(?<![^\W_])(?:{words})(?![^\W_])", plain(heading)) and not getattr(columns, name):
                setattr(columns, name, cell)
                break
    return columns


def is_headless(head: Block) -> bool:
    """Say whether the first row of a table is already work: it is counted as the first."""
    cells = head.text.split(" | ")
    return len(cells) > 2 and bool(re.fullmatch(r"0?1\W*", cells[0]))


def columns_by_look(block: Block) -> Columns:
    """Return the cells of a row of a table without a head, by what each looks like."""
    columns = Columns()
    cells = [cell for cell in block.text.split(" | ") if cell.strip()]
    columns.text = max(cells[1:], key=len, default="")
    for cell in [cell for cell in cells[1:] if cell != columns.text]:
        if is_organ_alone(cell):
            name = "support" if columns.lead else "lead"
            setattr(columns, name, getattr(columns, name) or cell)
        elif find_due(cell, 2000, is_cell=True).day or re.match(r"thường xuyên|hằng|hàng", plain(cell)):
            columns.due = columns.due or cell
        else:
            columns.output = columns.output or cell
    return columns


def is_work_row(columns: Columns) -> bool:
    """Say whether the row is one of a table of tasks: what is to be done, and who or when."""
    # Under the head some tables count their columns: (1), (2), (3).
    is_counting = re.fullmatch(r"\W*(?:\d{1,2}|[a-z])\W*", columns.text)
    return bool(columns.text and not is_counting and (columns.lead or columns.due or columns.output))
