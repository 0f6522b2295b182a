"""With which directives the work goes on after a year: those that units say they carry out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from khoagiao_xl.report.cleaning import clean_line
from khoagiao_xl.report.keyed_figures import is_yes_no
from khoagiao_xl.report.sentences import has_answer
from khoagiao_xl.report.told_lines import capital
from khoagiao_xl.vietnamese.typed_symbols import named_symbols
from khoagiao_xl.wording.told_sections import TOLD

if TYPE_CHECKING:
    from collections.abc import Iterator

    from khoagiao_xl.report.citing import Citations
    from khoagiao_xl.report.content import ReportContent


def direction(content: ReportContent, citations: Citations) -> Iterator[str]:
    """Yield «Năm 2025, Ban Thường vụ ... tiếp tục lãnh đạo, chỉ đạo thực hiện Nghị quyết số ...»."""
    symbols = _carried_out(content, citations)
    cited = list(map(citations.cite, symbols))
    if not cited:
        return
    coming = content.period.coming
    yield TOLD["phuong_huong"].format(
        period=capital(coming.label),
        author=clean_line(content.letterhead.author),
        cited=", ".join(cited),
    )


def _carried_out(content: ReportContent, citations: Citations) -> list[str]:
    """Return the symbols of the directives that units answer by yes or no, each once."""
    found: list[str] = []
    for total in content.totals:
        if not is_yes_no(total):
            continue
        if not has_answer(total):
            continue
        symbols = named_symbols(total.label)
        found += filter(citations.knows, symbols)
    return list(dict.fromkeys(found))
