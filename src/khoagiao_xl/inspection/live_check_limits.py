"""Rules that a form cannot work out by itself, because Excel allows no such formula."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

from khoagiao_xl.errors import KhoaGiaoError
from khoagiao_xl.forms.canvas import Canvas
from khoagiao_xl.forms.live_lines import line_check
from khoagiao_xl.model import schema
from khoagiao_xl.model.periods import Kind
from khoagiao_xl.wording import sentence

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from khoagiao_xl.forms.excel_limits import Limit
    from khoagiao_xl.inspection.check_context import CheckContext
    from khoagiao_xl.model.findings import Finding
    from khoagiao_xl.model.indicators import Indicator
    from khoagiao_xl.office.pages import SheetLine
    from khoagiao_xl.rules.rule import Rule


class _Unshown(NamedTuple):
    """A rule that a line does not show."""

    code: str
    limit: Limit
    line: str


def unshown_rules(context: CheckContext, kinds: Iterable[Kind] = Kind) -> Iterator[Finding]:
    """Rules that the column «Kiểm tra» of a form of these kinds would leave out."""
    found: dict[tuple[str, Limit], list[str]] = defaultdict(list)
    for canvas in _canvases(context, kinds):
        for item in _rules_left_out(canvas):
            key = (item.code, item.limit)
            lines_of_it = found[key]
            lines_of_it.append(item.line)
    lines = {line.text("code").strip(): line for line in context.rules}
    yield from _told("KT-110", "left", found, lines)


def _told(
    code: str, field: str, found: Mapping[tuple[str, Limit], Sequence[str]], lines: Mapping[str, SheetLine]
) -> Iterator[Finding]:
    for (named, limit), at in found.items():
        if named in lines:
            shown_at = ", ".join(dict.fromkeys(at))
            why = sentence(limit, {})
            yield lines[named].error(code, field, indicators=shown_at, why=why)


def _rules_left_out(canvas: Canvas) -> Iterator[_Unshown]:
    for item in canvas.asked:
        for code, limit in line_check(canvas, item).left_out.items():
            yield _Unshown(code, limit, item.code)


def _canvases(context: CheckContext, kinds: Iterable[Kind]) -> Iterator[Canvas]:
    """Yield the fullest form of each kind of period; nothing of a master in which other things are wrong."""
    year = context.of_year
    if not {schema.INDICATORS.name, schema.RULES.name} <= year.pages.keys():
        return
    try:
        indicators = year.indicators
        rules = year.rules
    except KhoaGiaoError:
        return
    for kind in kinds:
        yield _canvas(kind, indicators, rules)


def _canvas(kind: Kind, indicators: Sequence[Indicator], rules: Sequence[Rule]) -> Canvas:
    asked = [item for item in indicators if item.is_asked(kind)]
    shown = [rule for rule in rules if rule.applies_to(kind)]
    return Canvas(
        book=None,
        indicators=asked,
        rules=shown,
        directives=(),
    )
