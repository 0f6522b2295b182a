"""The text of a Word file as a reader sees it, paragraph by paragraph."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from typing import Any, Final

from khoagiao_xl.report.docx_package import MAIN_PART, read_xml
from khoagiao_xl.report.figure_controls import W

PARAGRAPH: Final = f"{W}p"
SHOWN: Final = {f"{W}tab": " ", f"{W}br": " ", f"{W}noBreakHyphen": "-"}
TEXT: Final = f"{W}t"


def paragraphs_of(docx: bytes) -> Iterator[str]:
    """Yield the paragraphs that say something, those in cells of tables too, in the order of the file.

    Raise BadZipFile, KeyError or a ValueError of its parser for what is no Word document.
    """
    stream = io.BytesIO(docx)
    with zipfile.ZipFile(stream) as package:
        body = read_xml(package.read(MAIN_PART))
    for paragraph in body.iter(PARAGRAPH):
        words = _text(paragraph).split()
        if words:
            yield " ".join(words)


def _text(paragraph: Any) -> str:
    pieces = []
    for node in paragraph.iter(TEXT, *SHOWN):
        piece = SHOWN.get(node.tag) or node.text or ""
        pieces.append(piece)
    return "".join(pieces)
