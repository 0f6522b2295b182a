"""The words of a PDF, page by page, as far as they are letters: of a scan there are none."""

from __future__ import annotations

import io
import logging
import time
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from pypdf import PageObject, PdfReader

MOST_PAGES: Final = 400
SECONDS: Final = 8.0  # of this process's own time; what comes later is not looked at
_SAID_OF_A_NOTE: Final = ("/Contents", "/Subj", "/V")


def pdf_texts(data: bytes) -> Iterator[str]:
    """Yield the title and other properties, then text, notes and fields of each page, within bounds."""
    from pypdf import PdfReader

    logging.getLogger("pypdf").setLevel(logging.CRITICAL)  # its warnings may quote what stands there
    until = time.process_time() + SECONDS
    try:
        reader = PdfReader(io.BytesIO(data))
        yield from _properties(reader)
        pages = list(reader.pages[:MOST_PAGES])
    except Exception:  # noqa: BLE001  # whatever is broken in it: then a person sees nothing either
        return
    for page in pages:
        yield from _page(page)
        if time.process_time() > until:
            return


def _properties(reader: PdfReader) -> Iterator[str]:
    if reader.is_encrypted:
        reader.decrypt("")
    for value in (reader.metadata or {}).values():
        yield str(value)


def _page(page: PageObject) -> Iterator[str]:
    try:
        yield page.extract_text()
        notes: Any = page.get("/Annots") or ()
        for note in notes:
            told = note.get_object()
            yield from (str(told[key]) for key in _SAID_OF_A_NOTE if key in told)
    except Exception:  # noqa: BLE001  # one broken page does not hide the others
        return
