"""How much one file of a stranger may cost: figures that every real form measured stays far below."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from khoagiao_xl.office.settings import Settings

MEGABYTE = 1024 * 1024


@dataclass(frozen=True)
class Limits:
    """Bounds of the safety check, and of the process that reads."""

    file_bytes: int = 30 * MEGABYTE
    part_bytes: int = 120 * MEGABYTE  # one part, inflated
    total_bytes: int = 250 * MEGABYTE  # all parts, inflated
    ratio: int = 150  # inflated to packed, of parts above `ratio_from`
    ratio_from: int = 1 * MEGABYTE
    members: int = 2_000
    sheets: int = 200
    cells: int = 2_000_000  # with a value, in the whole workbook
    rows: int = 200_000  # with a value, in one sheet
    box: int = 5_000_000  # cells from A1 to the last value: what the reader lays out in memory
    merges: int = 20_000
    merged_cells: int = 500_000  # covered by merges: openpyxl makes an object for each
    form_cells: int = 50_000  # with a value: more of them in one sheet is no sheet of a form
    form_text: int = 5_000_000  # characters in one sheet of a form, each cell counted
    string_slack: int = 100_000  # shared strings announced beyond those that are there
    depth: int = 64
    seconds: float = 20.0  # of a processor's time, per file
    memory_bytes: int = 1024 * MEGABYTE  # above what the reading process needs by itself
    nested: int = 4  # a .zip in a letter that was forwarded in a letter, and no deeper
    attachments: int = 500  # of one letter or archive
    opened_bytes: int = 200 * MEGABYTE  # of all files in one letter or archive
    patience: int = 8  # wall time to a processor's time: a busy machine is no fault of the file

    @property
    def wall_seconds(self) -> float:
        """How long one file may keep everybody waiting, however busy the machine is."""
        return self.seconds * self.patience

    @classmethod
    def of(cls, settings: Settings) -> Limits:
        """Return the limits with what the office has set."""
        return replace(
            cls(),
            file_bytes=int(settings.file_megabytes * MEGABYTE),
            seconds=settings.seconds,
            memory_bytes=int(settings.memory_megabytes * MEGABYTE),
        )
