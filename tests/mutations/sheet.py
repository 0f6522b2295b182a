"""One unit's sound form, and the few ways in which a test lays hands on it."""

from __future__ import annotations

import io
import zipfile
from dataclasses import dataclass, field
from random import Random
from typing import TYPE_CHECKING, Any, Final

from khoagiao_xl.forms import form_layout
from khoagiao_xl.forms.form_filling import Answers, Filler

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping


# Figures that no rule binds to another: a figure changed here stays consistent with the rest of the form.
FREE: Final = ("KG216", "KG220", "KG502")
UNKNOWN: Final = object()  # what the unit meant cannot be told: no number may be taken for it


@dataclass(frozen=True)
class Sample:
    """A form as unit `unit` would send it: `form` still blank, `answers` what it means to say."""

    unit: str
    form: bytes
    answers: Answers
    filler: Filler
    chance: Random
    others: Mapping[str, bytes] = field(default_factory=dict)  # forms of other periods and units, by a name

    def filled(self, figures: Mapping[str, Any] | None = None, **changes: Any) -> bytes:
        """Return the form filled in, some cells «Kỳ này» holding what `figures` says instead."""
        answers = Answers(
            {**self.answers.figures, **(figures or {})},
            changes.get("explanations", self.answers.explanations),
            {**self.answers.texts, **changes.get("texts", {})},
            details=changes.get("details", self.answers.details),
            nothing=changes.get("nothing", False),
            no_secret=changes.get("no_secret", True),
        )
        return self.filler.fill_in(changes.get("form", self.form), answers)

    def free(self) -> str:
        """Return the code of a figure that may be changed without breaking a rule."""
        return self.chance.choice(FREE)

    def cell(self, code: str) -> str:
        """Return the address of a figure in a form as issued; directives stand in a row of a conference."""
        if code == "KG105":
            return f"C{self.filler._rows['QT001']}"
        return f"D{self.filler._rows[code]}"


@dataclass(frozen=True)
class Sent:
    """What a damaged form has become: the file, and what a fair reader must make of it.

    truth: code -> figure that must be counted where it differs from the answers, UNKNOWN where none may.
    told: codes whose cell must bear a finding. accepted: whether the form may count without a correction,
    None where both are fair. foreign: words that must be quoted to whoever looks at the unit's lines.
    """

    data: bytes
    truth: Mapping[str, Any] = field(default_factory=dict)
    told: tuple[str, ...] = ()
    accepted: bool | None = True
    name: str = ""
    foreign: tuple[str, ...] = ()


def by_openpyxl(data: bytes, change: Callable[[Any], None]) -> bytes:
    """Return the workbook as a person left it who did `change`, saved by another program than Excel."""
    from openpyxl import load_workbook

    book = load_workbook(io.BytesIO(data))
    change(book)
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def by_parts(
    data: bytes,
    change: Callable[[str, bytes], bytes] = lambda _, content: content,
    extra: Mapping[str, bytes] | None = None,
) -> bytes:
    """Return the package with every part passed through `change`, and parts added."""
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as new:
        for info in old.infolist():
            new.writestr(info.filename, change(info.filename, old.read(info)))
        for name, content in (extra or {}).items():
            new.writestr(name, content)
    return stream.getvalue()


def figures_of(book: Any) -> Any:
    """Return the sheet «Số liệu»."""
    return book[form_layout.FIGURES]


def rows_of(sheet: Any) -> dict[str, int]:
    """Return code -> row, as the codes stand in column A."""
    return {
        str(sheet.cell(row, 1).value): row for row in range(1, sheet.max_row + 1) if sheet.cell(row, 1).value
    }
