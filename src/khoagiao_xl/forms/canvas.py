"""What all sheets of a form share while they are drawn: where each indicator lands, the looks, the tokens."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final

from khoagiao_xl.forms import form_layout
from khoagiao_xl.forms.form_checks import first_message
from khoagiao_xl.model.indicators import Type

if TYPE_CHECKING:
    from collections.abc import Sequence

    from khoagiao_xl.model.indicators import Indicator
    from khoagiao_xl.rules.rule import Rule

# What the stamp fills in for each unit.
TOKENS: Final = ("unit_name", "unit_code", "period", "period_label", "window", "due", "form_version",
                 "form_id", "master_id", "office", "contact")  # fmt: skip
FIRST_ROW: Final = 4  # Excel row of the header of «Số liệu» and «Thuyết minh»
INK, PAPER, RED, LINE = "#7F1D1D", "#FFF8DC", "#C00000", "#BFBFBF"
FRAME: Final = {"border": 1, "border_color": LINE}
HEADER: Final = {"bold": True, "bg_color": INK, "font_color": "white", "border": 1, "align": "center",
                 "text_wrap": True}  # fmt: skip


def before_token(code: str) -> str:
    """Return the name of the fact that holds what the unit reported last for an indicator."""
    return f"before_{code}"


def token(name: str) -> str:
    """Return the text that stands for fact `name` in the template."""
    return f"{{{{{name}}}}}"


@dataclass(frozen=True)
class Canvas:
    """One template being drawn. `directives`: symbols offered for list indicators."""

    book: Any
    indicators: Sequence[Indicator]
    rules: Sequence[Rule]
    directives: Sequence[str]
    _looks: dict[tuple[tuple[str, Any], ...], Any] = field(default_factory=dict)

    @property
    def asked(self) -> list[Indicator]:
        """The indicators of «Số liệu»."""
        return [item for item in self.indicators if item.type is not Type.TEXT]

    @property
    def questions(self) -> list[Indicator]:
        """The indicators of «Thuyết minh»."""
        return [item for item in self.indicators if item.type is Type.TEXT]

    @property
    def rows(self) -> dict[str, int]:
        """Indicator code -> Excel row on «Số liệu»; a heading stands above each section."""
        rows, row, section = {}, FIRST_ROW, ""
        for item in self.asked:
            row += 1 + (item.section != section)
            section = item.section
            rows[item.code] = row
        return rows

    @property
    def cells(self) -> dict[str, str]:
        """Indicator code -> address of its answer, as a formula on «Số liệu» writes it."""
        answers = {
            item.code: f"'{form_layout.NARRATIVE}'!$C${row}"
            for row, item in enumerate(self.questions, FIRST_ROW + 1)
        }
        return {code: f"D{row}" for code, row in self.rows.items()} | answers

    @property
    def last_row(self) -> int:
        """The last Excel row of «Số liệu»."""
        return max(self.rows.values(), default=FIRST_ROW)

    def look(self, **properties: Any) -> Any:
        """Return the cell format with these properties; equal ones are one format."""
        whole = {"font_name": "Times New Roman", "font_size": 12, "valign": "vcenter", **properties}
        key = tuple(sorted(whole.items()))
        if key not in self._looks:
            self._looks[key] = self.book.add_format(whole)
        return self._looks[key]

    def title(self, sheet: Any, text: str, below: str) -> None:
        """Write the two lines at the head of a sheet."""
        sheet.write_string("A1", text, self.look(bold=True, font_size=14, font_color=INK))
        sheet.write_string("A2", below, self.look(italic=True))

    def header(self, sheet: Any, names: Sequence[str]) -> None:
        """Write a table's header, which stays in sight and on every printed page."""
        for column, name in enumerate(names):
            sheet.write_string(FIRST_ROW - 1, column, name, self.look(**HEADER))
        sheet.repeat_rows(FIRST_ROW - 1)
        sheet.set_landscape()

    def status(self, sheet: Any, address: str) -> None:
        """One cell that says whether the form may be sent."""
        faults = f"SUMPRODUCT(--(LEN('{form_layout.FIGURES}'!$F${FIRST_ROW + 1}:$F${self.last_row})>0))"
        unticked = f"(LEN(TRIM({form_layout.TICK_NO_SECRET}))=0)"
        formula = f'=IF({faults}+{unticked}=0,"HỢP LỆ","CÒN "&({faults}+{unticked})&" LỖI")'
        count = sum(1 for item in self.asked if first_message(item)) + 1
        look = self.look(bold=True, align="center", font_size=13, **FRAME)
        sheet.write_formula(address, formula, look, f"CÒN {count} LỖI")
        for criteria, back, ink in (("==", "#C6E0B4", "#1E5631"), ("!=", "#F8CBAD", RED)):
            paint = self.book.add_format({"bg_color": back, "font_color": ink})
            rule = {"type": "cell", "criteria": criteria, "value": '"HỢP LỆ"', "format": paint}
            sheet.conditional_format(address, rule)
