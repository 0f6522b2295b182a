"""The guide as a Word document: everything of it is there, in the official layout, the same at every build."""

from __future__ import annotations

import io
import zipfile
from typing import Any

import pytest
from docx import Document

from khoagiao_xl.layout.document_check import Measure, check_document
from khoagiao_xl.manual.guide_document import document_bytes
from khoagiao_xl.manual.guide_markdown import Command, Heading, Picture, TableBlock, TextBlock, blocks_of
from khoagiao_xl.manual.guide_pieces import column_widths, runs_of
from khoagiao_xl.manual.guide_tables import GUIDE
from khoagiao_xl.report.page_values import VALUES

TEXT = """# Tên
<!-- bảng: đầu -->
Đoạn một
viết tiếp.

- việc **đậm**
  còn nữa
   - việc con

1. thứ nhất

| Mã | Nghĩa |
| --- | --- |
| A | a \\| b<br>*c* |

```
khoagiao new So.xlsm
```

![Trang](images/x.png)
"""


@pytest.fixture(scope="module")
def word() -> bytes:
    return document_bytes()


@pytest.fixture(scope="module")
def opened(word: bytes) -> Any:
    return Document(io.BytesIO(word))


def test_a_text_is_read_as_its_blocks() -> None:
    assert blocks_of(TEXT) == [
        Heading(1, "Tên"),
        TextBlock("Đoạn một viết tiếp."),
        TextBlock("việc **đậm** còn nữa", "- "),
        TextBlock("việc con", "- ", 1),
        TextBlock("thứ nhất", "1. "),
        TableBlock((("Mã", "Nghĩa"), ("A", "a | b<br>*c*"))),
        Command("khoagiao new So.xlsm"),
        Picture("images/x.png", "Trang"),
    ]


def test_words_keep_their_looks_and_a_tag_stands_as_its_name() -> None:
    runs = "".join(runs_of("**đậm** `lệnh` [chỗ](x.md) {{ don_vi }}"))
    assert "<w:b/>" in runs.split("đậm")[0]
    assert [word for word in ("lệnh", "chỗ", "«don_vi»") if word not in runs] == []
    assert not {"`", "[", "{"} & set(runs)


def test_columns_fill_the_page_and_none_is_too_narrow_to_read() -> None:
    widths = column_widths([("Mã", "Thông báo"), ("KT-01", "x" * 300)])
    assert round(sum(widths)) == VALUES.text_width
    assert min(widths) > 12


def test_it_holds_every_heading_table_and_picture_of_the_guide(opened: Any) -> None:
    blocks = blocks_of(GUIDE.read_text(encoding="utf-8"))
    told = {paragraph.text for paragraph in opened.paragraphs}
    assert {block.text for block in blocks if isinstance(block, Heading) and block.level > 1} <= told
    assert len(opened.tables) == 2 + sum(
        isinstance(block, TableBlock) for block in blocks
    )  # its head, its end
    assert len(opened.inline_shapes) == sum(isinstance(block, Picture) for block in blocks) > 0


def test_its_layout_has_no_fault(word: bytes) -> None:
    check = check_document(word, "huong-dan.docx", Measure())
    assert [found for found in check.departures if found.weight == "lỗi"] == []


def test_the_same_guide_gives_the_same_bytes(word: bytes) -> None:
    assert document_bytes() == word
    with zipfile.ZipFile(io.BytesIO(word)) as package:
        assert package.testzip() is None
