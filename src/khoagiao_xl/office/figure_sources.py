"""A year's figures held against the files that they came from, by what was kept of each when it was judged.

No workbook is opened. A figure that somebody has typed over counts as the file says it: the sheet is written
anew from the files at every intake, so a total with the typed figure would be true until then and no longer,
and nobody could walk it back to a cell. It is told, with both values; the office lets it count as typed by
a line of tblMienTru (SUA-TAY) that says who allowed it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING, Any, Final

from khoagiao_xl.model import schema
from khoagiao_xl.model.indicators import Type
from khoagiao_xl.model.periods import periods_of
from khoagiao_xl.model.records import REPORTED
from khoagiao_xl.office.figure_breaks import BreakKind, FigureBreak, is_same
from khoagiao_xl.office.obligations import Waivers
from khoagiao_xl.office.storage import Original

if TYPE_CHECKING:
    from khoagiao_xl.model.history import Answer
    from khoagiao_xl.model.periods import Period
    from khoagiao_xl.model.records import Duty
    from khoagiao_xl.office.kept_readings import Judged, KeptReading
    from khoagiao_xl.office.pages import SheetLine
    from khoagiao_xl.office.year import Year

    Key = tuple[str, str]  # period, unit
    Lines = Mapping[Key, SheetLine]
    Corrected = dict[Key, dict[str, Answer]]

_OF_ORIGINALS: Final = {Original.LOST: BreakKind.LOST, Original.CHANGED: BreakKind.CHANGED}
_CORRECTED: Final = frozenset({BreakKind.EDITED, BreakKind.NO_ROW})
MOST_HELD: Final = 1_200  # readings at once: those of 92 units in a year


@dataclass(frozen=True)
class FigureSources:
    """The reports of a `year` that count, and the file of each."""

    year: Year

    # -- what does not fit --------------------------------------------------------------------------------

    @cached_property
    def breaks(self) -> list[FigureBreak]:
        """Everything that does not fit, report by report, then the rows of figures that are nobody's."""
        found: list[FigureBreak] = []
        for duty in self._counting.values():
            found += self._of_report(duty)
        found += self._rows_of_nobody()
        return found

    def until(self, period: Period) -> list[FigureBreak]:
        """Return what does not fit in the reports that may be part of a figure of `period`."""
        codes = set()
        for other in periods_of(period.year):
            if other.is_over_by(period):
                code = str(other)
                codes.add(code)
        return [broken for broken in self.breaks if broken.period in codes]

    def _of_report(self, duty: Duty) -> Iterator[FigureBreak]:
        yield from self._of_original(duty)
        entries = self.entries(duty)
        if entries is None:
            yield _break(BreakKind.UNKNOWN, duty)
            return
        key = (duty.period, duty.unit)
        row = self.rows.get(key)
        if row is None and key in self.year.apart:
            return  # nobody types over what lies apart
        if row is None:
            yield _break(BreakKind.NO_ROW, duty)
        else:
            yield from self._of_figures(duty, row, entries)
        yield from self._of_words(duty, entries)

    def _of_original(self, duty: Duty) -> Iterator[FigureBreak]:
        state = self.original(duty)
        if state in _OF_ORIGINALS:
            yield _break(_OF_ORIGINALS[state], duty)

    def _of_figures(self, duty: Duty, row: SheetLine, entries: Judged) -> Iterator[FigureBreak]:
        for code in self._figure_codes:
            typed: Any = row.values.get(code)
            said = entries.get(code)
            if typed == said or is_same(typed, said):
                continue
            kind = self._edited(duty, code)
            yield self._differing(kind, duty, code, typed, said)

    def _edited(self, duty: Duty, code: str) -> BreakKind:
        none = Waivers(())
        waivers = self.year.waivers.get(duty.period, none)
        if waivers.allowing_edit(duty, code):
            return BreakKind.ALLOWED
        return BreakKind.EDITED

    def _of_words(self, duty: Duty, entries: Judged) -> Iterator[FigureBreak]:
        key = (duty.period, duty.unit)
        words = self._words.get(key, {})
        kind = BreakKind.EDITED_WORDS
        for code in self._text_codes:
            typed = words.get(code)
            said = entries.get(code)
            if typed == said or is_same(typed, said):
                continue
            yield self._differing(kind, duty, code, typed, said)

    def _differing(self, kind: BreakKind, duty: Duty, code: str, typed: Answer, said: Answer) -> FigureBreak:
        kept = self.kept(duty)
        cell = (kept and kept.cell(code)) or {}
        told = _break(kind, duty)
        return replace(
            told,
            code=code,
            found=typed,
            expected=said,
            sheet=cell.get("sheet", ""),
            cell=cell.get("cell", ""),
        )

    def _rows_of_nobody(self) -> Iterator[FigureBreak]:
        for key in self.rows:
            if key in self._counting:
                continue
            period, unit = key
            duty = self._duties.get(key)
            yield FigureBreak(
                BreakKind.NOBODYS_ROW,
                period,
                unit,
                self.year.unit_names.get(unit, ""),
                state=duty.state if duty else "",
            )

    @property
    def counting_reports(self) -> list[Duty]:
        """The reports that count, in the order of tblTiepNhan."""
        return list(self._counting.values())

    # -- what is known of a report ------------------------------------------------------------------------

    def kept(self, duty: Duty) -> KeptReading | None:
        """Return what was read of the file of a report, None where nothing is kept."""
        known = self._readings
        sha256 = duty.sha256
        if not sha256:
            return None
        if sha256 not in known:
            if len(known) >= MOST_HELD:
                first = next(iter(known))
                del known[first]
            storage = self.year.storage
            known[sha256] = storage.kept_reading(sha256)
        return known[sha256]

    def entries(self, duty: Duty) -> Judged | None:
        """Return indicator -> what the file of a report was judged to say, None where that is not kept."""
        kept = self.kept(duty)
        return kept.entries if kept else None

    def original(self, duty: Duty) -> Original | None:
        """Return what became of the untouched copy, None for a report that names no file."""
        sha256 = duty.sha256
        if not sha256:
            return None
        storage = self.year.storage
        return storage.state_of(sha256, duty.file)

    @cached_property
    def _readings(self) -> dict[str, KeptReading | None]:
        return {}

    @cached_property
    def _duties(self) -> Mapping[Key, Duty]:
        found = {}
        for duty in self.year.duties:
            key = (duty.period, duty.unit)
            found[key] = duty
        return found

    @cached_property
    def _counting(self) -> Mapping[Key, Duty]:
        duties = dict(self._duties)
        for key, duty in self._duties.items():
            if duty.state not in REPORTED:
                del duties[key]
        return duties

    # -- what the sheets have -----------------------------------------------------------------------------

    @cached_property
    def rows(self) -> Lines:
        """(period, unit) -> its row of tblSoLieu, of whatever kind its values are."""
        bare = self.year.page(schema.FIGURES)
        page = replace(bare, table=self.year.figures_table)
        found = {}
        for line in page.lines:
            key = _key(line)
            found[key] = line
        return found

    @cached_property
    def _words(self) -> Mapping[Key, Mapping[str, Any]]:
        found: dict[Key, dict[str, Any]] = {}
        page = self.year.page(schema.NARRATIVES)
        for line in page.lines:
            key = _key(line)
            code = line.text("code")
            own = found.setdefault(key, {})
            own[code] = line.values.get("text")
        return found

    @cached_property
    def _figure_codes(self) -> list[str]:
        """The indicators that have a column on the sheet."""
        page = self.year.page(schema.FIGURES)
        headings = page.layout.letters
        codes = [item.code for item in self.year.indicators]
        return [code for code in codes if code in headings]

    @cached_property
    def _text_codes(self) -> list[str]:
        year = self.year
        indicators = year.indicators
        texts = [item for item in indicators if item.type is Type.TEXT]
        return [item.code for item in texts]

    # -- what counts --------------------------------------------------------------------------------------

    @cached_property
    def counting_year(self) -> Year:
        """The year with every figure as its file says it; the same year where all are."""
        year = self.year
        corrected = self._corrected
        if not corrected:
            return year
        return replace(year, corrected=corrected)

    @property
    def _corrected(self) -> Corrected:
        found: Corrected = {}
        for broken in self.breaks:
            if broken.kind not in _CORRECTED:
                continue
            key = (broken.period, broken.unit)
            answers = found.setdefault(key, self._answers(key))
            if broken.code:
                answers[broken.code] = broken.expected
        return found

    def _answers(self, key: Key) -> dict[str, Answer]:
        """Return a unit's answers as the sheets have them; of one without a row those of its file."""
        answers = self.year.reported.get(key)
        if answers is None:
            answers = self.entries(self._counting[key])
        return dict(answers or {})


def _key(line: SheetLine) -> Key:
    return line.text("period"), line.text("unit")


def _break(kind: BreakKind, duty: Duty) -> FigureBreak:
    return FigureBreak(
        kind,
        duty.period,
        duty.unit,
        duty.unit_name,
        file=duty.file,
    )
