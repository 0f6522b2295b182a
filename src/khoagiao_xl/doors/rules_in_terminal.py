"""The rules and their trial as a table in the terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

COLUMNS: Final = ("Mã", "Ô", "Quy tắc", "Kỳ", "Mức", "Trạng thái")
TRIED: Final = ("Xét", "Vướng", "Đơn vị")
MOST_UNITS: Final = 6  # named in one line; --json names them all


def print_rules(data: Mapping[str, Any]) -> None:
    """Print what `steps.try_rules` found, with the columns of the trial when it was one."""
    from rich.table import Table

    from khoagiao_xl.doors.terminal_table import print_table

    tried = any("failed" in rule for rule in data["rules"])
    table = Table(title="Thử quy tắc trên báo cáo đã nhận" if tried else "Quy tắc", show_lines=tried)
    for name in (*COLUMNS, *(TRIED if tried else ())):
        table.add_column(name, overflow="fold", justify="right" if name in TRIED[:2] else "left")
    for rule in data["rules"]:
        table.add_row(*_line(rule, tried=tried))
    for rule in data["always"]:
        table.add_row(rule["code"], "", rule["meaning"], "", "", "luôn xét")
    print_table(table, 140)


def _line(rule: Mapping[str, Any], *, tried: bool) -> list[str]:
    said = " ".join(rule[name] for name in ("left", "comparison", "right"))
    status = rule["status"] if rule["ok"] else "VIẾT SAI"
    cells = [rule["code"], rule["cell"], said, rule["kinds"], rule["severity"], status]
    if tried:
        cells += [
            str(rule.get("looked_at", "")),
            str(rule.get("failed", "")),
            _units(rule.get("by_unit", {})),
        ]
    return cells


def _units(by_unit: Mapping[str, Sequence[str]]) -> str:
    named = [f"{unit}: {', '.join(periods)}" for unit, periods in by_unit.items()]
    rest = [f"và {len(named) - MOST_UNITS} đơn vị khác"] if len(named) > MOST_UNITS else []
    return "; ".join([*named[:MOST_UNITS], *rest])
