"""Keys of documents of no period alone, by which the office words them: «so-ket 49-KL/TW 2024-H1»."""

from __future__ import annotations

from typing import Final

WORDED: Final = ("so-ket", "tong-ket")  # the kinds whose sections the office may write itself
BLANK: Final = " "


def is_document_key(key: str) -> bool:
    """Whether a key is of such a document, not the code of a period."""
    name, _, about = key.partition(BLANK)
    if not about:
        return False
    return name in WORDED
