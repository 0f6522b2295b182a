"""The parts of the user guide that code knows best, written into it: the table of actions and of messages."""

from __future__ import annotations

import re
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Final

from khoagiao_xl.actions import ACTIONS
from khoagiao_xl.office.profiles import load_profile
from khoagiao_xl.rules.comparisons import COMPARISONS
from khoagiao_xl.rules.fixed_rules import FIXED_RULES
from khoagiao_xl.rules.functions import FUNCTIONS
from khoagiao_xl.rules.placeholders import PLACEHOLDERS
from khoagiao_xl.wording import SENTENCES

GUIDE: Final = Path(__file__).resolve().parents[3] / "docs" / "huong-dan-su-dung.md"
_BLANK: Final = re.compile(r"\{\w+\}")
ADVICE: Final = {
    "lỗi": "Sửa các số liên quan cho khớp.",
    "cần giải trình": "Nếu số đúng, ghi lý do ở cột Giải trình; nếu sai, sửa lại.",
}
# Families of codes, and what they are about; sentences of other families are no messages.
FAMILIES: Final = {
    "TEP": "Tệp và sổ",
    "KY": "Kỳ báo cáo",
    "HS": "Hồ sơ",
    "DV": "Danh sách đơn vị khi tạo sổ",
    "MS": "Bảng và cột của sổ",
    "SO": "Sổ đang mở trong Excel hoặc LibreOffice",
    "NUT": "Nút bấm trong sổ",
    "CH": "Cấu hình",
    "KH": "Văn bản hướng dẫn",
    "NP": "Nạp văn bản",
    "KT": "Kiểm tra những gì đã nhập trong sổ",
    "TN": "Tệp biểu gửi về",
    "R35": "Biểu của ai, kỳ nào",
    "NB": "Trang Bìa và phiên bản của biểu",
    "SL": "Số liệu trong ô",
    "VB": "Chữ trong ô",
    "R": "Quy tắc kiểm tra",
    "QT": "Viết quy tắc",
    "BC": "Báo cáo Word",
    "CS": "Cửa sổ nhỏ và lối tắt",
}


def write(guide: Path = GUIDE) -> None:
    """Put every table between its marks in the guide."""
    text = guide.read_text(encoding="utf-8")
    tables = {"thao tác": actions_table(), "thông báo": messages_table(), "viết quy tắc": language_tables(),
              "luôn xét": always_table()}  # fmt: skip
    for name, table in tables.items():
        first, last = f"<!-- {name}: đầu -->\n", f"<!-- {name}: cuối -->"
        before, rest = text.split(first, 1)
        text = before + first + table + last + rest.split(last, 1)[1]
    guide.write_text(text, encoding="utf-8")


def actions_table() -> str:
    """Return the actions in the order of the day, with the button, the verb and what it does."""
    lines = ["| Nút | Lệnh | Việc |", "| --- | --- | --- |"]
    lines += [f"| {action.label} | `khoagiao {action.verb}` | {action.help} |" for action in ACTIONS.values()]
    return "\n".join(lines) + "\n"


def language_tables() -> str:
    """Return what a rule may be made of: comparisons, functions, words for several indicators."""
    parts = {
        "So sánh": {name: item.meaning for name, item in COMPARISONS.items()},
        "Hàm": {item.usage: item.meaning for item in FUNCTIONS.values()},
        "Từ chỉ nhóm": {item.name: item.meaning for item in PLACEHOLDERS.values()},
    }
    return "\n".join(_explained(title, lines) for title, lines in parts.items())


def always_table() -> str:
    """Return the rules that are no row of tblQuyTac."""
    return _explained("Luôn xét", {code: f"{meaning}." for code, meaning in FIXED_RULES.items()}, quote="")


def _explained(title: str, lines: Mapping[str, str], quote: str = "`") -> str:
    rows = [f"| {quote}{name}{quote} | {meaning} |" for name, meaning in lines.items()]
    return "\n".join([f"| {title} | Nghĩa |", "| --- | --- |", *rows]) + "\n"


def messages_table() -> str:
    """Return every message by its code, family by family."""
    messages = {**_rules(), **{code: text for code, text in SENTENCES.items() if _family(code) in FAMILIES}}
    parts = []
    for family, title in FAMILIES.items():
        rows = [(code, text) for code, text in sorted(messages.items()) if _family(code) == family]
        table = "\n".join(f"| {code} | {_BLANK.sub('…', text)} |" for code, text in rows)
        parts.append(f"### {title}\n\n| Mã | Thông báo và cách xử lý |\n| --- | --- |\n{table}\n")
    return "\n".join(parts)


def _rules() -> dict[str, str]:
    """Return the default rules by code; rows that share a code share its entry."""
    found: dict[str, list[str]] = {}
    for row in load_profile().rules:
        lines = found.setdefault(row["code"], [ADVICE[row["severity"]]])
        lines.insert(-1, f"{row['message']} ({row['left']} {row['comparison']} {row['right']}).")
    return {code: " ".join(lines) for code, lines in found.items()}


def _family(code: str) -> str:
    prefix = code.split("-", maxsplit=1)[0]
    return prefix if prefix in FAMILIES else re.sub(r"\d+$", "", prefix)


if __name__ == "__main__":
    write(*(Path(word) for word in sys.argv[1:2]))
