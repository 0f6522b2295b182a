"""The words and signs that stand where a figure was asked, by their folded key."""

import re
from decimal import Decimal

ZERO_WORDS = frozenset(
    {
        "khong", "ko", "k", "kh", "hong", "khong co", "k co", "k/co", "kco", "ko co", "ko/co", "chua",
        "chua co", "khong phat sinh", "0 phat sinh", "ko phat sinh", "k phat sinh", "ko ps", "k ps", "kps",
        "khong ps", "0 ps", "chua phat sinh", "khong phat sinh trong ki", "khong phat sinh trong ky",
    }
)  # fmt: skip
NOT_APPLICABLE_WORDS = frozenset(
    {
        "k thuoc", "ko thuoc", "khong thuoc", "khong thuoc doi tuong", "khong ap dung", "ko ap dung",
        "k ap dung", "n/a", "na", "#n/a", "khong thuoc pham vi",
    }
)  # fmt: skip
YES_WORDS = frozenset({"x", "v", "✓", "✔", "☑", "co", "da", "da co", "roi", "da roi", "yes", "y", "true"})
NO_WORDS = frozenset(
    {"khong", "ko", "k", "chua", "khong co", "ko co", "k co", "chua co", "no", "n", "false", "0"}
)

# «khoảng 50», «~50», «50-60», «hơn 50», «50+»: an exact number is asked.
APPROXIMATE = re.compile(
    r"[~≈><≥≤±]|\b(khoang|hon|tren|gan|duoi|xap xi|tam|chung|uoc|uoc tinh|it nhat|toi thieu|toi da)\b"
    r"|\b(du kien|tro len|tro xuong|so bo|chua chinh thuc|chua day du)\b"
    r"|\b(nhieu|may|vai)\b"
    r"|\d\s*[-–—]\s*\d|\btu \d+.* den \d+|\d\s*\+$"
)
MULTIPLIERS = {
    "chuc": 10, "muoi": 10, "ta": 12, "tram": 100, "nghin": 1000, "ngan": 1000, "k": 1000, "van": 10_000,
    "trieu": 1_000_000, "tr": 1_000_000, "ti": 1_000_000_000, "ty": 1_000_000_000,
}  # fmt: skip
_DONG, _THOUSAND, _MILLION, _BILLION = Decimal("0.000001"), Decimal("0.001"), Decimal(1), Decimal(1000)
TO_MILLION_DONG = {
    "trieu": _MILLION, "trieu dong": _MILLION, "tr": _MILLION, "trd": _MILLION, "tr dong": _MILLION,
    "trieu d": _MILLION, "d": _DONG, "dong": _DONG, "vnd": _DONG, "vnđ": _DONG, "vn dong": _DONG, "₫": _DONG,
    "nghin": _THOUSAND, "nghin dong": _THOUSAND, "ngan": _THOUSAND, "ngan dong": _THOUSAND, "k": _THOUSAND,
    "ti": _BILLION, "ty": _BILLION, "ti dong": _BILLION, "ty dong": _BILLION,
}  # fmt: skip
