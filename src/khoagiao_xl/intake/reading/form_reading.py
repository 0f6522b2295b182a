"""What was read from one file, before any of it is believed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from khoagiao_xl.intake.reading.difference import Difference
from khoagiao_xl.intake.safety.appearance import PAPER, PLAIN, Look, Run
from khoagiao_xl.model.findings import Finding, Place
from khoagiao_xl.model.hot_issues import QUICK


class RawCell(NamedTuple):
    """A cell as the unit left it. value: None for a blank; an error cell has its name in `error`."""

    sheet: str = ""
    cell: str = ""
    value: object = None
    number_format: str = ""
    font: str = ""
    formula: str | None = None  # None: typed; "" : shares another cell's formula
    error: str = ""
    is_calculated: bool = True  # False for a formula that was never worked out
    pieces: tuple[tuple[str, str], ...] = ()  # (font, text) where one cell mixes an old font with others
    look: Look = PLAIN
    paper: str = PAPER  # the colour behind the letters
    runs: tuple[Run, ...] = ()  # letters that look unlike the rest


@dataclass(frozen=True)
class Identity:
    """Whose form a file says it is; empty where it says nothing."""

    form_version: str = ""
    unit_code: str = ""
    period: str = ""
    form_id: str = ""
    master_id: str = ""
    template_id: str = ""

    @property
    def is_quick(self) -> bool:
        """Whether it is a quick form, which is of no period."""
        return self.period == QUICK


@dataclass(frozen=True)
class FileReading:
    """One file of the inbox: who it is from and what its cells hold, by indicator code.

    cells, explanations, labels, measures, last_report: of «Số liệu»; answers: of «Thuyết minh».
    details: of «Việc cụ thể», by code and heading («QT001 Ngày»).
    titles: the texts above the two tables.
    ticks: by defined name, None when unclear.
    heads: of a workbook that is nobody's form, the first short texts: they may name who sent it.
    differences: what stands there and was not issued so, or was issued and stands there no more.
    issued_lines: the codes of the lines it was issued with, where that was kept.
    is_of_kept_template: whether it was held against what was kept of its issue, not against a redrawing.
    findings: about the file and its structure; with an ERROR among them the file is not to be accepted.
    is_finished: whether the reader came to its end; what the machine cut short is read again another time.
    """

    name: str
    identity: Identity = Identity()
    ticks: Mapping[str, bool | None] = field(default_factory=dict)
    cells: Mapping[str, RawCell] = field(default_factory=dict)
    explanations: Mapping[str, RawCell] = field(default_factory=dict)
    answers: Mapping[str, RawCell] = field(default_factory=dict)
    details: Mapping[str, RawCell] = field(default_factory=dict)
    labels: Mapping[str, RawCell] = field(default_factory=dict)
    measures: Mapping[str, RawCell] = field(default_factory=dict)
    heads: tuple[str, ...] = ()
    last_report: Mapping[str, RawCell] = field(default_factory=dict)
    titles: tuple[RawCell, ...] = ()
    differences: tuple[Difference, ...] = ()
    is_of_kept_template: bool = False
    issued_lines: tuple[str, ...] = ()
    findings: tuple[Finding, ...] = ()
    is_finished: bool = True

    @property
    def is_readable(self) -> bool:
        """Whether it is a form of ours whose cells could be read at all."""
        has_lines = bool(self.cells or self.answers)
        return has_lines and bool(self.identity.unit_code)

    @property
    def is_quick(self) -> bool:
        """Whether it is a quick form whose cells could be read."""
        return self.is_readable and self.identity.is_quick

    def place(self, cell: RawCell | Difference) -> Place:
        """Return where a cell or a difference stands."""
        return Place(self.name, cell.sheet, cell.cell)
