"""Who leads a task: named in its own words, by its label or heading, or by what was said above it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from khoagiao_xl.guidance.guidance_records import Sure
from khoagiao_xl.guidance.tasks.clauses import served_by
from khoagiao_xl.guidance.tasks.delivered_works import delivered_by
from khoagiao_xl.guidance.tasks.issuer_and_audience import NOBODY_ASKED
from khoagiao_xl.guidance.tasks.lead_places import ABOVE, BEFORE_THE_COLON, IN_THE_WORDS, OF_THE_TASK_BEFORE
from khoagiao_xl.guidance.tasks.paragraph_labels import label_of, tells_matter
from khoagiao_xl.guidance.tasks.work_piece import Piece
from khoagiao_xl.guidance.tree.attribute_lines import is_attribute
from khoagiao_xl.guidance.tree.lead_ins import group_of_bodies, names_body, without_role
from khoagiao_xl.guidance.tree.markers import Rank
from khoagiao_xl.guidance.tree.node import Node
from khoagiao_xl.guidance.words.body_certainty import is_sure_body
from khoagiao_xl.guidance.words.helpers import partners
from khoagiao_xl.guidance.words.organs import is_organ_alone
from khoagiao_xl.guidance.words.parties import leader
from khoagiao_xl.guidance.words.verbs import first_verb
from khoagiao_xl.vietnamese.running_text import plain

# All to whom such a document goes; «các chi đoàn» of one item have nothing to do with the next.
_EVERYBODY = ("cấp ủy", "các cấp ủy", "các đảng ủy", "các chi bộ", "các chi, đảng bộ", "các cơ quan, đơn vị")
# «Hội A, Hội B: mỗi đơn vị giúp ...»: it stands for those named before.
_POINTS_BACK = re.compile(r"(?:mỗi|từng) \w+(?: \w+)?|các (?:cơ quan|đơn vị|địa phương|tổ chức|ngành)")
_BRACKET = re.compile(r"\s\((?:thuộc\s+)?(?P<of>[^()]{2,60})\)")
_OFFICE = re.compile(r"(?:phòng|khoa|tổ|ban|bộ phận|trung tâm|văn phòng|đội|viện|chi cục)\s")
_SEVERAL = re.compile(r"(?:^|\s)(?:các|những|tất cả)\s")
_WHICH = re.compile(
    r"\s(?:nơi\s|có\s(?!(?:trách nhiệm|kế hoạch|giải pháp|văn bản|báo cáo|ý kiến|hình thức|biện pháp|"
    r"nhiệm vụ|thể|thông báo|hướng dẫn|chương trình|phương án|điều kiện)\s))"
)
# «Các đơn vị chưa nộp báo cáo | cần nộp gấp».
_LATE = re.compile(
    r"(?P<which>\s(?:chưa|đã|còn)\s[^,;.:()]{4,80}?)(?:\s*\([^()]*\))?"
    r"\s(?:cần|phải|khẩn trương|nhanh chóng|tiếp tục)\s"
)
_STOP = re.compile(r"[,;.:()]")
_MOST_WORDS_OF_WHICH = 8
_BELOW_THE_ISSUER = re.compile(r"\strực thuộc")
_CAPITALS = set("ABCDĐEFGH")


class Lead(NamedTuple):
    """Who leads a task, where that was found, and how sure it is."""

    organ: str
    found_in: str
    sure: Sure


NOBODY = Lead("", "", Sure.LOOK)


def _named(organ: str, found_in: str) -> Lead:
    """Return the lead that the words name: certain only where the name is surely a whole one."""
    sure = Sure.CERTAIN if is_sure_body(organ) else Sure.FAIRLY
    return Lead(organ, found_in, sure)


@dataclass
class Leads:
    """The leads named so far, for the tasks that name none.

    audience: whom the frame asks, and where; last: the last lead a task of the section named.
    """

    audience: tuple[str, str] = ("", "")
    last: str = ""
    _section: str = ""
    _of_part: dict[str, str] = field(default_factory=dict)

    def enter(self, section: str) -> None:
        """Forget whom the tasks of the last section named."""
        if section != self._section:
            self.last = ""
        self._section = section

    def leave_item(self) -> None:
        """Forget the single body that the last item named: items beside each other inherit nothing."""
        if not is_everybody(self.last):
            self.last = ""

    def of(self, node: Node, piece: Piece) -> Lead:
        """Return who leads; the nearest place wins. What the piece itself names is kept for those below."""
        own = _named_by(piece)
        lead = self._nearest(node, piece, own)
        if own:
            self._remember(own, node)
        return lead

    def _nearest(self, node: Node, piece: Piece, own: str) -> Lead:
        for lead in self._candidates(node, piece, own):
            if lead.organ:
                return lead
        return NOBODY

    def _candidates(self, node: Node, piece: Piece, own: str) -> Iterator[Lead]:
        """Yield whom each place names, the nearest place first."""
        yield _named(own, IN_THE_WORDS)
        label = names_body(piece.label) or group_of_bodies(piece.label)
        yield _named(label, BEFORE_THE_COLON)
        if _goes_on_sentence(piece):
            yield Lead(self.last, OF_THE_TASK_BEFORE, Sure.FAIRLY)
        yield lead_above(node)
        yield Lead(delivered_by(piece.own_words), IN_THE_WORDS, Sure.FAIRLY)
        yield self._last(piece)
        organ, where = self.audience
        yield Lead(organ, where, Sure.LOOK)
        if self.audience == NOBODY_ASKED:
            return
        part = great_section(node.section)
        of_part = self._of_part.get(part, "")
        yield Lead(of_part, "mục trước", Sure.LOOK)

    def _last(self, piece: Piece) -> Lead:
        """Return whom the task before named: nobody, where it was a single office in another item."""
        if _goes_on_paragraph(piece):
            return Lead(self.last, OF_THE_TASK_BEFORE, Sure.FAIRLY)
        if is_everybody(self.last):
            return Lead(self.last, OF_THE_TASK_BEFORE, Sure.LOOK)
        return NOBODY

    def _remember(self, organ: str, node: Node) -> None:
        self.last = organ
        # Those below the issuer are asked for all of it; «các chi bộ cơ sở» of one section may not be.
        if is_everybody(organ) and _BELOW_THE_ISSUER.search(plain(organ)):
            part = great_section(node.section)
            self._of_part[part] = organ


def _named_by(piece: Piece) -> str:
    """Return whom a piece itself names; «mỗi đơn vị» behind the names of several stands for these."""
    own = piece.leader or served_by(piece.own_words)
    if _POINTS_BACK.fullmatch(plain(own)):
        several = names_body(piece.label)
        if several:
            return several
    return _whole_name(own, piece.own_words)


def _whole_name(organ: str, text: str) -> str:
    """Return a name with what stands behind it and tells which body it is.

    «Phòng Nghiệp vụ Y (Sở Y tế)», «Đoàn các xã nơi có điểm thi».
    """
    if not organ:
        return ""
    _, _, behind = text.partition(organ)
    bracket = _BRACKET.match(behind)
    if bracket and without_role(bracket[0]) and is_organ_alone(bracket["of"]) and _OFFICE.match(plain(organ)):
        return organ + bracket[0]
    return organ + _which_of_them(organ, behind)


def _which_of_them(organ: str, behind: str) -> str:
    """Return the words that tell which of several bodies are meant, "" where none do: « nơi có điểm thi»."""
    low = plain(behind)
    if not _SEVERAL.search(plain(organ)):
        return ""
    late = _LATE.match(low)
    if late:
        return behind[: late.end("which")]
    if not _WHICH.match(low):
        return ""
    verb = first_verb(behind)
    words = behind[:verb].rstrip()
    if words == behind.rstrip():
        return ""
    if _STOP.search(words):
        return ""
    length = len(words.split())
    if length > _MOST_WORDS_OF_WHICH:
        return ""
    return words


def lead_above(node: Node) -> Lead:
    """Return whom the headings and the sentences that lead over to an item name, the nearest first."""
    for holder in node.holders:
        if holder.block.kind == "header row":
            continue
        label, _ = label_of(holder.text)
        organ = names_body(holder.text) or names_body(label) or _group_over(holder)
        if organ and _stands_behind_paragraph(node, holder):
            return Lead(organ, ABOVE, Sure.FAIRLY)
        if organ:
            return _named(organ, ABOVE)
        intro = leader(holder.text)
        if intro:
            return Lead(intro, "câu dẫn", Sure.FAIRLY)
    return NOBODY


def _group_over(holder: Node) -> str:
    """Return the bodies that a heading tells by what they are: «Đối với các xã chưa đạt chuẩn»."""
    if not (holder.is_heading or holder.text.endswith(":")):
        return ""
    return group_of_bodies(holder.text)


def _stands_behind_paragraph(node: Node, holder: Node) -> bool:
    """Say whether a plain paragraph parts an item from the body over it, and may name others."""
    if node.rank is Rank.NONE:
        return False
    for one in holder.below:
        if one is node:
            return False
        if one.rank is Rank.NONE and not is_attribute(one):
            return one.block.is_text
    return False


def partners_above(node: Node) -> str:
    """Return who helps with all items below: of «Chủ trì, phối hợp với A, B:»."""
    for holder in node.holders:
        if holder.text.endswith(":"):
            return partners(holder.text)
    return ""


def _goes_on_paragraph(piece: Piece) -> bool:
    if piece.label:
        return False
    return piece.start > 0


def _goes_on_sentence(piece: Piece) -> bool:
    """Say whether a piece is a later clause of a sentence whose first one may name who does both."""
    if piece.label and not tells_matter(piece.label):
        return False
    before = piece.text[: piece.start]
    return before.rstrip().endswith((";", ",", " và"))


def is_everybody(organ: str) -> bool:
    """Say whether the name stands for all units: they go on leading below, where single offices do not."""
    return plain(organ).startswith(_EVERYBODY)


def great_section(section: str) -> str:
    """Return the great section that holds `section`: II for II.4.2, Phần 2.II for Phần 2.II.1."""
    labels = section.split(".")
    length = 2 if _is_part(labels[0]) else 1
    return ".".join(labels[:length])


def _is_part(label: str) -> bool:
    if label in _CAPITALS:
        return True
    return label.startswith("Phần")
