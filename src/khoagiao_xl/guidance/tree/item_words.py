"""What the words of an item are: one piece of work, a direction, a sentence, a title."""

from __future__ import annotations

import re

from khoagiao_xl.guidance.words.due_words import ANY_YEAR, find_due
from khoagiao_xl.guidance.words.organs import is_organ_alone, organ_at_start
from khoagiao_xl.guidance.words.parties import leader
from khoagiao_xl.guidance.words.requests import asks_for_work
from khoagiao_xl.guidance.words.verbs import first_verb, opening_verb
from khoagiao_xl.vietnamese.language_tables import language_rows
from khoagiao_xl.vietnamese.running_text import plain
from khoagiao_xl.vietnamese.word_patterns import begins_with

_FEWEST_WORDS, _MOST_OF_TITLE = 5, 12  # words of a sentence, of a title that ends with a full stop
TOPICS = begins_with(
    "công tác | lĩnh vực | về | nội dung | nhiệm vụ | giải pháp | các nhiệm vụ | các giải pháp"
)
DIRECTIONS = frozenset(row["Động từ"] for row in language_rows("direction_verbs"))
_MOST_WORDS = 35
_SERVES = re.compile(
    r"(?:[^:;.]{3,80}?\s)?(?:chủ trì|chủ động)?\s*,?\s*(?:và\s+)?phối hợp(?:\s+chặt chẽ)?\s+(?:với|cùng)\s+"
)
WORK_NAMES = begins_with("|".join(row["Tên việc"] for row in language_rows("work_names")))


def is_dated_work_of_a_body(text: str) -> bool:
    """Say whether a body and a day make the words one work."""
    # «1. Sở Y tế tuyên truyền ..., xong trước ngày 30/6.» is one work, though its verb shows a direction.
    if not leader(text):
        return False
    return find_due(text, ANY_YEAR).day is not None


def is_unlike_a_title(text: str) -> bool:
    """Say whether the words end as no title does, or are too many."""
    if text.endswith((";", ",", "./.")):
        return True
    length = len(text.split())
    return length > _MOST_WORDS


def asks(text: str) -> bool:
    """Say whether the words, or those behind their label, ask for something or say who is to do it."""
    _, _, behind = text.partition(": ")
    if asks_for_work(text):
        return True
    return asks_for_work(behind)


def only_serves(text: str) -> bool:
    """Say whether the words only tell who works with whom: «Chủ trì, phối hợp với A, B:»."""
    served = _SERVES.match(plain(text))
    if not served:
        return False
    names = text[served.end() :]
    if is_organ_alone(names.strip(" :")):
        return True
    return first_verb(names) == len(names)


def is_sentence(text: str) -> bool:
    """Say whether an item is a sentence, and no title: «3. Thư viện tỉnh luân chuyển sách về cơ sở.»."""
    length = len(text.split())
    if length < _FEWEST_WORDS:
        return False
    if TOPICS.match(plain(text)):
        return False
    if text.endswith("."):
        return True
    if not leader(text):
        return False
    return verb_behind_leader(text) not in DIRECTIONS


def is_sentence_that_asks(text: str) -> bool:
    """Say whether an item is a whole sentence, and too long for a title or one that asks for work."""
    # «1. Tổ chức quán triệt ... trong quý I.» before plain text is a task of its own, not a heading.
    if not text.endswith("."):
        return False
    if not is_sentence(text):
        return False
    length = len(text.split())
    if length > _MOST_OF_TITLE:
        return True
    return asks(text)


def is_one_work(text: str) -> bool:
    """Say whether the words ask for one piece of work, rather than show a direction for several."""
    if WORK_NAMES.match(plain(text)):
        return True
    verb = verb_behind_leader(text)
    if not verb:
        return False
    if verb in DIRECTIONS:
        return False
    return text.endswith(".")


def verb_behind_leader(text: str) -> str:
    """Return the verb of request, behind the body that the sentence begins with."""
    if not leader(text):
        return opening_verb(text)
    _, end = organ_at_start(text)
    return opening_verb(text[end:])
