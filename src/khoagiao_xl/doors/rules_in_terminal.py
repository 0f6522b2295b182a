"""The rules and their trial as a table in the terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from rich.table import Table

COLUMNS: Final = ("Mã", "Ô", "Quy tắc", "Kỳ", "Mức", "Trạng thái")
COUNTS: Final = ("Xét", "Vướng")
UNITS: Final = "Đơn vị"
PIPED_WIDTH: Final = 140  # letters, where no terminal says how wide it is
MOST_UNITS: Final = 6  # named in one line; --json names them all


def print_rules(data: Mapping[str, Any]) -> None:
    """Print what `steps.try_rules` found, with the columns of the trial when it was one."""
    from rich.table import Table

    from khoagiao_xl.doors.terminal_table import print_table

    rules = data["rules"]
    tried = any("failed" in rule for rule in rules)
    title = "Thử quy tắc trên báo cáo đã nhận" if tried else "Quy tắc"
    table = Table(title=title, show_lines=tried)
    _add_columns(table, tried=tried)
    for rule in rules:
        cells = _line(rule, tried=tried)
        table.add_row(*cells)
    for rule in data["always"]:
        table.add_row(rule["code"], "", rule["meaning"], "", "", "luôn xét")
    print_table(table, PIPED_WIDTH)


def _add_columns(table: Table, *, tried: bool) -> None:
    for name in COLUMNS:
        table.add_column(name, overflow="fold")
    if tried:
        for name in COUNTS:
            table.add_column(name, overflow="fold", justify="right")
        table.add_column(UNITS, overflow="fold")


def _line(rule: Mapping[str, Any], *, tried: bool) -> list[str]:
    status = rule["status"] if rule["ok"] else "VIẾT SAI"
    cells = [
        rule["code"],
        rule["cell"],
        "{left} {comparison} {right}".format(**rule),
        rule["kinds"],
        rule["severity"],
        status,
    ]
    if tried:
        looked_at = rule.get("looked_at", "")
        failed = rule.get("failed", "")
        units = rule.get("by_unit", {})
        cells += [str(looked_at), str(failed), _units(units)]
    return cells


def _units(by_unit: Mapping[str, Sequence[str]]) -> str:
    named = []
    for unit, periods in by_unit.items():
        told = ", ".join(periods)
        named.append(f"{unit}: {told}")
    others = len(named) - MOST_UNITS
    if others > 0:
        named[MOST_UNITS:] = [f"và {others} đơn vị khác"]
    return "; ".join(named)
