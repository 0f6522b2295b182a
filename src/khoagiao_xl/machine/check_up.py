"""What one run of checks looks at: a machine, a folder, a master or none."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from khoagiao_xl.books.file_book import FileBook
from khoagiao_xl.errors import KhoaGiaoError
from khoagiao_xl.machine.check_result import unseen
from khoagiao_xl.office.older_layouts import in_todays_layout
from khoagiao_xl.office.year import Year

if TYPE_CHECKING:
    from khoagiao_xl.machine.check_result import Seen
    from khoagiao_xl.machine.this_machine import Machine
    from khoagiao_xl.machine.windows_registry import Registry


@dataclass(frozen=True)
class CheckUp:
    """folder: where the work is done. now: by the office's clock. asks_mail: whether servers may be asked."""

    machine: Machine
    folder: Path
    now: datetime
    master: Path | None = None
    asks_mail: bool = False

    @cached_property
    def year(self) -> Year | None:
        """What the master says, blank where its layout is older; None where nobody can read it."""
        return self._read if self.master and not self.refusal else None

    @cached_property
    def refusal(self) -> KhoaGiaoError | None:
        """Why the master cannot be read; None where it can, or where there is none."""
        try:
            if self.master:
                _ = self._read.settings
        except KhoaGiaoError as error:
            return error
        return None

    @cached_property
    def lacking(self) -> list[str]:
        """The tables and columns of today's layout that the master has not: «tblDonVi[Từ ngày]»."""
        stands = self._as_it_stands
        found = list(stands.missing)
        for page in stands.pages.values():
            table = page.table.name
            found += [f"{table}[{column.name}]" for column in page.lacking]
        return found

    @cached_property
    def _read(self) -> Year:
        return in_todays_layout(self._as_it_stands)

    @cached_property
    def _as_it_stands(self) -> Year:
        path = self.master or Path()
        book = FileBook(path, may_be_open=True)
        return Year.read(book)

    @property
    def without_year(self) -> Seen:
        """What a check of the master's content says where there is none to look at."""
        if self.master is None:
            return unseen("MAY-002")
        return unseen("MAY-003", name=self.master.name)

    @property
    def registry(self) -> Registry | None:
        """The registry of the machine; None where it is no Windows."""
        return self.machine.registry
