"""Points of time that come again every month or year: «trước ngày 20 hằng tháng», «Hằng năm, trước 31/8»."""

from __future__ import annotations

import re

from khoagiao_xl.guidance.words.read_points import Chain
from khoagiao_xl.guidance.words.time_point_patterns import EVERY
from khoagiao_xl.vietnamese.word_patterns import WORD_END, WORD_START

# «từ ngày 15/6 đến ngày 31/7 hằng năm»; «..., mỗi tuần 02 tin» behind a comma says only how often until then.
_EVERY_OF_SEVERAL = re.compile(
    rf"\s*\(?\s*(?:của\s+)?(?:hằng|hàng|mỗi|từng|các)\s+(?:năm|quý|quí|tháng){WORD_END}"
)
_EVERY_YEAR = rf"(?:hằng|hàng|mỗi|từng)\s+năm{WORD_END}"
# «Hằng năm, trước 31/8», «Định kỳ hằng năm vào tháng 11», «Hằng năm tổ chức ... trước 31/8».
_YEARLY_FIRST = re.compile(rf"\s*[-+•]?\s*(?:định kỳ\s+)?{_EVERY_YEAR}")
# «Báo cáo hằng năm, trước ngày 15/12».
_YEARLY_BEFORE = re.compile(rf"{WORD_START}{_EVERY_YEAR}\s*[,:(]?\s*$")
_SENTENCE_END = re.compile(r"[;\n]|\.(?!\d)")


def comes_again(low: str, chain: Chain) -> bool:
    """Say whether the chain names days of every month or year; one with a year of its own does not."""
    last = chain[-1].point
    every = EVERY
    if len(chain) > 1 or last.is_list:
        every = _EVERY_OF_SEVERAL
    if every.match(low, last.end):
        return True
    if any(read.point.year for read in chain):
        return False
    return _is_yearly(low, chain[0].lead.start)


def _is_yearly(low: str, start: int) -> bool:
    """Say whether «hằng năm» in front of the words that begin at `start` holds for them."""
    before = low[:start]
    if _YEARLY_BEFORE.search(before):
        return True
    *_, sentence = _SENTENCE_END.split(before)
    return _YEARLY_FIRST.match(sentence) is not None
