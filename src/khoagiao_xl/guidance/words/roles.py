"""The words by which a sentence gives a role: «chủ trì», «do ... thực hiện», «với sự phối hợp của ...»."""

from __future__ import annotations

import re

from khoagiao_xl.vietnamese.language_tables import language_rows
from khoagiao_xl.vietnamese.word_patterns import LETTERS_END, WORD_START

_ROWS = language_rows("role_words")
LEAD, HELP, BEFORE, BEHIND = "chủ trì", "phối hợp", "trước tên", "sau tên"
SURE, WORK, DIRECTING, RESULT = "chắc", "việc", "chỉ đạo", "kết quả"
_HOW_CLOSELY = r"(?:\s+(?:chặt chẽ|thường xuyên|tốt|hiệu quả|đồng bộ))*"
_WITH = "phối hợp"


def _words(role: str, place: str, kinds: tuple[str, ...]) -> str:
    words: list[str] = []
    for row in _ROWS:
        if row["Vai"] != role:
            continue
        if row["Đứng"] != place:
            continue
        kind = row["Loại"]
        word = row["Lời"]
        if kind in kinds:
            words.append(word)
    return _longest_first(words)


def _longest_first(words: list[str]) -> str:
    by_length = sorted(words, key=len, reverse=True)
    alternatives = "|".join(by_length)
    closely = _WITH + _HOW_CLOSELY
    return alternatives.replace(_WITH, closely)


_SURELY = _words(LEAD, BEHIND, (SURE,))
_ANYHOW = _words(LEAD, BEHIND, (SURE, WORK))
# Behind a name. «chủ trì» says it by itself, «thực hiện» only behind «do» or where nothing follows.
LEADS_SURELY = re.compile(rf"\s*,?\s*(?:cùng\s+)?(?:{_SURELY}){LETTERS_END}")
LEADS_ANYHOW = re.compile(rf"\s*(?:{_ANYHOW}){LETTERS_END}")
# «Bí thư Đảng ủy trực tiếp chỉ đạo.»: he answers for it where nobody else is named.
DIRECTS = re.compile(rf"\s*,?\s*(?:{_words(LEAD, BEHIND, (DIRECTING,))}){LETTERS_END}")
# «Sơ kết 03 năm ... Sở Y tế tổng hợp, báo cáo»: who brings the result of work that names nobody.
_DELIVERED = _words(LEAD, BEHIND, (RESULT,))
DELIVERS = re.compile(
    rf"\s*,?\s*(?:{_DELIVERED}){LETTERS_END}|{LEADS_SURELY.pattern}[^.;]*?{WORD_START}(?:{_DELIVERED}){LETTERS_END}"
)
HELPS = re.compile(
    rf"\s*(?:(?:{_words(HELP, BEHIND, ('',))})(?!\s+(?:với|cùng)){LETTERS_END}|phục vụ(?=\s*(?:[.;)]|$)))"
)
# In front of a name.
LED_BY = re.compile(rf"{WORD_START}(?:{_words(LEAD, BEFORE, ('',))})\s+(?=\S)")
# Here only what stands behind the name tells: «do ... thực hiện», «được ... đăng cai».
DONE_BY = re.compile(rf"{WORD_START}(?:{_words(LEAD, BEFORE, (WORK,))})\s+(?=\S)")
HELD_BY = re.compile(rf"{WORD_START}(?:{_words(LEAD, BEFORE, (SURE,))})\s+(?=\S)")
HELPED_BY = re.compile(
    rf"{WORD_START}(?<!chương trình )(?<!kế hoạch )(?<!trách nhiệm )(?<!quy chế )(?<!công tác )"
    rf"(?:{_words(HELP, BEFORE, ('',))})\s+(?=\S)"
)
_JOINS = _longest_first([row["Động từ"] for row in language_rows("joining_verbs")])
# «Tham gia hội thi do Tỉnh đoàn tổ chức»: who joins, not who holds it, is to do something.
JOINING = re.compile(rf"(?:{_JOINS}){LETTERS_END}")
