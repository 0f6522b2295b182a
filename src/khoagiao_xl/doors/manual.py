"""The parts of the user guide that code knows best, written into it: the table of actions and of messages."""

from __future__ import annotations

import re
import sys
from collections import defaultdict
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Final

from khoagiao_xl.actions import ACTIONS
from khoagiao_xl.doors.manual_layout import rules_of_layout, rules_of_words
from khoagiao_xl.mail.letter_tags import all_tags
from khoagiao_xl.model.findings import Severity
from khoagiao_xl.office.profiles import load_profile
from khoagiao_xl.rules.comparisons import COMPARISONS
from khoagiao_xl.rules.fixed_rules import FIXED_RULES
from khoagiao_xl.rules.functions import FUNCTIONS
from khoagiao_xl.rules.placeholders import PLACEHOLDERS
from khoagiao_xl.wording import SENTENCES

GUIDE: Final = Path(__file__).resolve().parents[3] / "docs" / "huong-dan-su-dung.md"
_BLANK: Final = re.compile(r"(?<!\{)\{\w+\}(?!\})|(?<=\{\{ )\{\w+\}(?= \}\})")
ADVICE: Final = {
    Severity.ERROR: "Sửa các số liên quan cho khớp.",
    Severity.QUESTION: "Nếu số đúng, ghi lý do ở cột Giải trình; nếu sai, sửa lại.",
}
# Families of codes, and what they are about; sentences of other families are no messages.
FAMILIES: Final = {
    "TEP": "Tệp và sổ",
    "KY": "Kỳ báo cáo",
    "HS": "Hồ sơ",
    "DV": "Danh sách đơn vị khi tạo sổ",
    "NC": "Sổ theo bố cục cũ",
    "NN": "Ngày nghỉ",
    "MS": "Bảng và cột của sổ",
    "SO": "Sổ đang mở trong Excel hoặc LibreOffice",
    "NUT": "Nút bấm trong sổ",
    "CH": "Cấu hình",
    "KH": "Văn bản hướng dẫn",
    "NP": "Nạp văn bản",
    "KT": "Kiểm tra những gì đã nhập trong sổ",
    "PH": "Phát hành biểu mẫu",
    "TN": "Tệp biểu gửi về",
    "R35": "Biểu của ai, kỳ nào",
    "NB": "Trang Bìa và phiên bản của biểu",
    "SL": "Số liệu trong ô",
    "VB": "Chữ trong ô",
    "R": "Quy tắc kiểm tra",
    "QT": "Viết quy tắc",
    "VD": "Vấn đề nổi cộm",
    "LB": "Lời của cơ quan trong báo cáo",
    "LV": "Cách nói chung của các điều soát lời văn",
    "THU": "Soạn thư, gửi thư, lấy thư",
    "TH": "Tổng hợp",
    "NT": "So với sổ năm trước",
    "BC": "Báo cáo Word",
    "BH": "Ai ban hành, ai ký văn bản",
    "SVB": "Cấp số văn bản",
    "LVB": "Văn bản khác báo cáo kỳ",
    "TTV": "Kiểm tra thể thức",
    "DC": "Đối chiếu số liệu với tệp đã nhận",
    "TV": "Truy vết số liệu",
    "CK": "Chốt kỳ",
    "CT": "Biểu gửi cấp trên",
    "CS": "Cửa sổ nhỏ và lối tắt",
}


def write(guide: Path = GUIDE) -> None:
    """Put every table between its marks in the guide."""
    text = guide.read_text(encoding="utf-8")
    tables = {
        "thao tác": actions_table(),
        "thông báo": messages_table(),
        "viết quy tắc": language_tables(),
        "luôn xét": always_table(),
        "thẻ của thư": letter_tags_table(),
        "soát thể thức": rules_of_layout(),
        "soát lời văn": rules_of_words(),
    }
    for name, table in tables.items():
        text = _between_marks(text, name, table)
    guide.write_text(text, encoding="utf-8")


def _between_marks(text: str, name: str, table: str) -> str:
    """Return the text with `table` in the place of what stands between the two marks of this name."""
    first = f"<!-- {name}: đầu -->\n"
    last = f"<!-- {name}: cuối -->"
    before, _, rest = text.partition(first)
    _, _, after = rest.partition(last)
    return f"{before}{first}{table}{last}{after}"


def actions_table() -> str:
    """Return the actions in the order of the day, with the button, the verb and what it does."""
    lines = ["| Nút | Lệnh | Việc |", "| --- | --- | --- |"]
    for action in ACTIONS.values():
        line = f"| {action.label} | `khoagiao {action.verb}` | {action.help} |"
        lines.append(line)
    return _ended(lines)


def language_tables() -> str:
    """Return what a rule may be made of: comparisons, functions, words for several indicators."""
    comparisons = {name: item.meaning for name, item in COMPARISONS.items()}
    functions = {item.usage: item.meaning for item in FUNCTIONS.values()}
    groups = {item.name: item.meaning for item in PLACEHOLDERS.values()}
    tables = [
        _explained("So sánh", comparisons),
        _explained("Hàm", functions),
        _explained("Từ chỉ nhóm", groups),
    ]
    return "\n".join(tables)


def always_table() -> str:
    """Return the rules that are no row of tblQuyTac."""
    lines = {}
    for code, meaning in FIXED_RULES.items():
        lines[code] = f"{meaning}."
    return _explained("Luôn xét", lines, quote="")


def letter_tags_table() -> str:
    """Return the tags that the words of letters may hold, those of every kind first."""
    lines = ["| Thư | Thẻ | Nghĩa |", "| --- | --- | --- |"]
    for tag in all_tags():
        kind = tag.kind or "mọi loại"
        must = " (không bỏ được)" if tag.must_be_told else ""
        line = f"| {kind} | `{{{{ {tag.name} }}}}` | {tag.meaning}{must} |"
        lines.append(line)
    return _ended(lines)


def _explained(title: str, lines: Mapping[str, str], quote: str = "`") -> str:
    table = [f"| {title} | Nghĩa |", "| --- | --- |"]
    for name, meaning in lines.items():
        row = f"| {quote}{name}{quote} | {meaning} |"
        table.append(row)
    return _ended(table)


def _ended(lines: Iterable[str]) -> str:
    return "".join(f"{line}\n" for line in lines)


def messages_table() -> str:
    """Return every message by its code, family by family."""
    rows = _rows_by_family()
    parts = []
    for family, title in FAMILIES.items():
        table = [f"### {title}", "", "| Mã | Thông báo và cách xử lý |", "| --- | --- |"]
        table += rows[family]
        parts.append(_ended(table))
    return "\n".join(parts)


def _rows_by_family() -> Mapping[str, list[str]]:
    messages = {**_rules(), **SENTENCES}
    rows: dict[str, list[str]] = defaultdict(list)
    for code in sorted(messages):
        family = _family(code)
        text = _as_shown(messages[code])
        rows[family].append(f"| {code} | {text} |")
    return rows


def _as_shown(pattern: str) -> str:
    """Return a sentence as it is read, «…» for each fact; a pair of braces in it is one that is shown."""
    told = _BLANK.sub("…", pattern)
    told = told.replace("{{", "{").replace("}}", "}")
    return told.replace("\n", "<br>")


def _rules() -> dict[str, str]:
    """Return the default rules by code; rows that share a code share its entry."""
    told: dict[str, list[str]] = defaultdict(list)
    advice: dict[str, str] = {}
    for row in load_profile().rules:
        code = row["code"]
        told[code].append("{message} ({left} {comparison} {right}).".format(**row))
        advice.setdefault(code, ADVICE[row["severity"]])
    found = {}
    for code, sentences in told.items():
        found[code] = " ".join([*sentences, advice[code]])
    return found


def _family(code: str) -> str:
    prefix, _, _ = code.partition("-")
    if prefix in FAMILIES:
        return prefix
    return re.sub(r"\d+$", "", prefix)


if __name__ == "__main__":
    write(*(Path(word) for word in sys.argv[1:2]))
