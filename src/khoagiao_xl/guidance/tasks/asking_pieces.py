"""Which pieces of a paragraph ask for work: by a verb, by whom they name, or by what they are called."""

from __future__ import annotations

from khoagiao_xl.guidance.tasks.no_work import is_refused_or_done, tells_of_something
from khoagiao_xl.guidance.tasks.split_items import names_work
from khoagiao_xl.guidance.tasks.statements import is_statement
from khoagiao_xl.guidance.tasks.work_piece import Piece
from khoagiao_xl.guidance.tree.attribute_labels import opens_detail
from khoagiao_xl.guidance.tree.attribute_lines import is_work_by_attributes
from khoagiao_xl.guidance.tree.item_words import WORK_NAMES
from khoagiao_xl.guidance.tree.lead_ins import names_body
from khoagiao_xl.guidance.tree.markers import Rank
from khoagiao_xl.guidance.tree.node import Node
from khoagiao_xl.guidance.words.due_words import ANY_YEAR, find_due
from khoagiao_xl.guidance.words.period_headings import names_period
from khoagiao_xl.guidance.words.roles import LEADS_SURELY
from khoagiao_xl.guidance.words.verbs import first_verb
from khoagiao_xl.vietnamese.running_text import plain

_FEWEST_WORDS = 5


def asks_for_task(node: Node, piece: Piece) -> bool:
    """Say whether a piece asks for work: by its verb, by whom it names, or as an item of some length."""
    # Who, when and what comes out is said of work only, whatever it is called: «Đề nghị bãi bỏ ...».
    if is_work_by_attributes(node):
        return True
    words = piece.own_words
    if _is_of_calendar(piece):
        return True
    if is_statement(words, piece.label):
        return False
    if piece.asks:
        return True
    # «Nội dung: vai trò lãnh đạo của Đảng ...» tells what the works beside it are about.
    if opens_detail(node.text):
        return False
    if _is_dated_for_body(piece):
        return True
    if piece.attributes or _has_role(piece) or _is_dated_event(words):
        return True
    if node.rank is Rank.NONE and not piece.label:
        return False
    if piece.parts:
        return True
    return _is_named_work(words)


def _is_of_calendar(piece: Piece) -> bool:
    """Say whether a work stands behind its month: «Tháng 3: ...; khai mạc giải bóng chuyền»."""
    if not names_period(piece.label) or not names_work(piece.own_words):
        return False
    return not is_refused_or_done(piece.own_words)


def _is_dated_for_body(piece: Piece) -> bool:
    """Say whether a body and a day make it work, whatever the verb: «Các cơ sở: ra quân ngày 22/3»."""
    if not names_body(piece.label):
        return False
    due = find_due(piece.own_words, ANY_YEAR)
    return due.day is not None


def _has_role(piece: Piece) -> bool:
    """Say whether a body is given its role behind its name: «Văn phòng: Là đầu mối ...»."""
    low = plain(piece.own_words)
    if not LEADS_SURELY.match(low):
        return False
    if names_body(piece.label):
        return True
    # «- Là cơ quan thường trực, đôn đốc các đơn vị» below the name of the body.
    return first_verb(piece.own_words) < len(piece.own_words)


def _is_dated_event(words: str) -> bool:
    """Say whether an event and its day are named, with or without a number: «Trại hè từ 25/6 đến 27/6.»."""
    if not WORK_NAMES.match(plain(words)):
        return False
    if tells_of_something(words):
        return False
    due = find_due(words, ANY_YEAR, is_cell=True)
    return due.day is not None


def _is_named_work(words: str) -> bool:
    """Say whether an item without a known verb may be work: «Hội nghị tổng kết», «Thắp sáng đường quê»."""
    if len(words.split()) < _FEWEST_WORDS:
        return False
    if WORK_NAMES.match(plain(words)):
        return True
    # A verb that no table knows is still asked about; what only tells of something is no work.
    return not tells_of_something(words)
